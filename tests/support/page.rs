//! A page with ```console blocks, played: each `$ ` line is typed into bash, in order, in one fresh home, and what follows is
//! what has to be printed, on both streams. The program is on the PATH as `reconnect`; the home folder is called `/home/you`.
//!
//! The clock stands at the moment that all tests happen at, or at that of the last heading that is one: `## Mon 7 Sep 2026 09:00`.
//! Ids are drawn by lot, so the page shows others, always the same; typed in a later line they are understood.
#![allow(dead_code, missing_docs, clippy::format_push_string, clippy::format_collect)]
#![allow(clippy::cast_possible_truncation, clippy::doc_markdown)]

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::support::NOW;

pub struct Player {
    home: TempDir,
    now: String,
    ids: Vec<(String, String)>,
}

impl Player {
    /// The program as a user would have it, but for the clock: what says its own `--at` keeps it.
    pub fn new() -> Self {
        let home = TempDir::new().unwrap();
        let program = assert_cmd::cargo::cargo_bin!("reconnect").display();
        let script = format!(
            "#!/bin/sh\ncase \" $* \" in *' --at '*) exec '{program}' \"$@\" ;; *) exec '{program}' --at \"$NOW\" \"$@\" ;; esac\n"
        );
        std::fs::create_dir(home.path().join("bin")).unwrap();
        std::fs::write(home.path().join("bin/reconnect"), script).unwrap();
        std::fs::set_permissions(home.path().join("bin/reconnect"), std::fs::Permissions::from_mode(0o755)).unwrap();
        Self { home, now: NOW.to_owned(), ids: Vec::new() }
    }

    /// Sets the clock if a line is a heading that says a moment.
    pub fn heading(&mut self, line: &str) {
        self.now = moment(line).unwrap_or(&self.now).to_owned();
    }

    pub fn types(&mut self, line: &str) -> String {
        let line = self.ids.iter().fold(line.to_owned(), |line, (real, shown)| line.replace(shown, real));
        let output = self.bash(&format!("exec 2>&1; {line}")).stdin(Stdio::null()).output().unwrap();
        let printed = String::from_utf8(output.stdout).unwrap().replace(&self.home.path().display().to_string(), "/home/you");
        let program = assert_cmd::cargo::cargo_bin!("reconnect").display().to_string();
        let printed = printed.replace(&program, "/home/you/.local/bin/reconnect");
        self.with_shown_ids(&printed)
    }

    pub fn bash(&self, script: &str) -> Command {
        let path = format!("{}:/usr/bin:/bin", self.path("bin").display());
        let mut bash = Command::new("bash");
        bash.args(["-c", script]).env_clear().current_dir(self.home.path());
        bash.envs([("HOME", self.home.path().as_os_str()), ("PATH", path.as_ref())]);
        bash.envs([("TZ", "Europe/Berlin"), ("LANG", "C.UTF-8"), ("NOW", &self.now)]);
        bash
    }

    pub fn path(&self, relative: &str) -> PathBuf {
        self.home.path().join(relative)
    }

    fn with_shown_ids(&mut self, printed: &str) -> String {
        let mut text = printed.to_owned();
        for word in printed.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| is_id(word)) {
            // Of the long and the short form of one id, the long one comes first or not at all: both begin the same.
            let known = self.ids.iter().find(|(real, _)| real.starts_with(word) || word.starts_with(real.as_str()));
            let shown = known.map_or_else(
                || format!("{:08x}", (self.ids.len() as u32 + 1).wrapping_mul(0x9e37_79b1)),
                |(_, shown)| shown.clone(),
            );
            if known.is_none() {
                self.ids.push((word.get(..8).unwrap().to_owned(), shown.clone()));
            }
            text = text.replace(word, &shown);
        }
        text
    }
}

pub fn moment(line: &str) -> Option<&str> {
    let said = line.strip_prefix("## ")?;
    (said.split(' ').count() == 5 && said.contains(':')).then_some(said)
}

/// An id of a diary entry or a machine, or its first eight digits.
fn is_id(word: &str) -> bool {
    matches!(word.len(), 8 | 16 | 32) && word.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f'))
}

/// A page with what its commands really print; and what was wrong with it.
pub fn play(page: &Path) -> (String, Vec<String>) {
    let mut player = Player::new();
    let text = std::fs::read_to_string(page).unwrap();
    let (mut real, mut faults) = (String::new(), Vec::new());
    let mut lines = text.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        real += &format!("{line}\n");
        player.heading(line);
        if line != "```console" {
            continue;
        }
        let block: Vec<_> = lines.by_ref().map(|(_, line)| line).take_while(|line| *line != "```").collect();
        let commands = block.iter().filter_map(|line| line.strip_prefix("$ "));
        let printed: String = commands.map(|command| format!("$ {command}\n{}", player.types(command))).collect();
        let shown: String = block.iter().map(|line| format!("{line}\n")).collect();
        if shown != printed || !shown.starts_with("$ ") {
            faults.push(format!("{}:{} shows\n{shown}\nbut it is\n{printed}", page.display(), number + 2));
        }
        real += &format!("{printed}```\n");
    }
    (real, faults)
}
