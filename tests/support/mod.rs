//! One hermetic home for whole-program tests: environment cleared, a temporary HOME, a fixed zone, nothing inherited.
#![allow(dead_code, missing_docs)]

use std::io::Write as _;
use std::path::PathBuf;
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

/// The moment that tests happen at unless they say otherwise: the day of the contract's example.
pub const NOW: &str = "2026-11-23T18:00";

/// A home that vanishes after the test.
pub struct Home {
    dir: TempDir,
    zone: String,
    now: Option<String>,
    env: Vec<(String, String)>,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Ran {
    pub out: String,
    pub err: String,
    pub code: Option<i32>,
}

impl Home {
    pub fn new() -> Self {
        Self { dir: TempDir::new().unwrap(), zone: "Europe/Berlin".to_owned(), now: Some(NOW.to_owned()), env: Vec::new() }
    }

    /// A breakup on 24 October, and no contact since 1 November.
    pub fn begun() -> Self {
        let home = Self::new();
        home.does("start-no-contact 2026-11-01 --breakup 2026-10-24");
        home
    }

    /// The home of the contract's example: the same with a time.
    pub fn example() -> Self {
        let home = Self::new();
        home.does("start-no-contact 2026-11-01T21:30 --breakup 2026-10-24");
        home
    }

    /// Another home with the same files, for commands that change them.
    pub fn copy(&self) -> Self {
        let copy = Self::new();
        assert!(std::process::Command::new("cp").arg("-a").args([self.path("."), copy.path(".")]).status().unwrap().success());
        copy
    }

    /// A program for the shell, an editor for example.
    pub fn script(&self, relative: &str, text: &str) -> PathBuf {
        let path = self.put(relative, format!("#!/bin/sh\n{text}\n"));
        std::fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
        path
    }

    pub fn zone(mut self, zone: &str) -> Self {
        zone.clone_into(&mut self.zone);
        self
    }

    pub fn put(&self, relative: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(relative);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path
    }

    pub fn is_empty(&self) -> bool {
        std::fs::read_dir(self.path("")).unwrap().next().is_none()
    }

    /// The lines of every diary file, in the order of the files' names.
    pub fn lines(&self) -> Vec<String> {
        let mut files: Vec<_> = std::fs::read_dir(self.diary()).into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        let texts = files.iter().map(|path| String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned());
        texts.collect::<String>().lines().map(str::to_owned).collect()
    }

    pub fn json(&self, line: &str) -> serde_json::Value {
        serde_json::from_str(&self.does(&format!("{line} --json"))).unwrap()
    }

    /// The program in this home, run by a shell as `"$@"` without its arguments. The editor there adds a setting.
    pub fn shell(&self, script: &str, input: &str) -> Output {
        let program = self.command();
        let mut sh = Command::new("sh");
        sh.args(["-c", script, "sh"]).arg(program.get_program()).args(["--at", NOW]).current_dir(self.path("."));
        sh.env_clear().envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
        sh.env("EDITOR", "printf '[count]\\nfirst_day = 1\\n' >>");
        sh.write_stdin(input).output().unwrap()
    }

    /// Another now, given to every command as `--at`; `None` leaves the real clock.
    pub fn at(mut self, now: Option<&str>) -> Self {
        self.now = now.map(str::to_owned);
        self
    }

    pub fn set_now(&mut self, now: &str) {
        self.now = Some(now.to_owned());
    }

    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.env.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn path(&self, relative: &str) -> PathBuf {
        self.dir.path().join(relative)
    }

    pub fn config_file(&self) -> PathBuf {
        self.path(".config/reconnect/config.toml")
    }

    pub fn diary(&self) -> PathBuf {
        self.path(".local/share/reconnect/diary")
    }

    pub fn write_config(&self, text: &str) {
        self.put(".config/reconnect/config.toml", text);
    }

    pub fn read_config(&self) -> String {
        std::fs::read_to_string(self.config_file()).unwrap()
    }

    pub fn command(&self) -> Command {
        let mut command = assert_cmd::cargo::cargo_bin_cmd!("reconnect");
        command.env_clear().env("HOME", self.dir.path()).env("PATH", "/usr/bin:/bin").env("TZ", &self.zone);
        command.env("LANG", "C.UTF-8");
        if !cfg!(target_os = "linux") {
            // The folders of Linux, which the tests look into.
            let folders = [("CONFIG", ".config"), ("DATA", ".local/share"), ("STATE", ".local/state")];
            command.envs(folders.map(|(name, folder)| (format!("RECONNECT_{name}_DIR"), self.path(folder).join("reconnect"))));
        }
        command.envs(self.env.iter().map(|(name, value)| (name, value)));
        command.current_dir(self.dir.path());
        command
    }

    pub fn run(&self, args: &[&str]) -> Ran {
        self.run_with_input(args, "")
    }

    pub fn run_with_input(&self, args: &[&str], input: &str) -> Ran {
        let mut command = self.command();
        if let Some(now) = &self.now {
            command.args(["--at", now]);
        }
        command.args(args).write_stdin(input);
        Ran::from(command.output().unwrap())
    }

    /// Runs a command that has to succeed and say nothing on stderr; its stdout.
    pub fn ok(&self, args: &[&str]) -> String {
        let ran = self.run(args);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{args:?} printed {}", ran.out);
        ran.out
    }

    /// `ok` for a line as it is typed: its words are parted by blanks.
    pub fn does(&self, line: &str) -> String {
        self.ok(&line.split_whitespace().collect::<Vec<_>>())
    }

    pub fn types(&self, line: &str, input: &str) -> Ran {
        self.run_with_input(&line.split_whitespace().collect::<Vec<_>>(), input)
    }

    /// Types a line, and yes where it asks; its stdout.
    pub fn confirms(&self, line: &str) -> String {
        let ran = self.types(line, "yes\n");
        assert_eq!(ran.code, Some(0), "`{line}` printed {}{}", ran.out, ran.err);
        ran.out
    }

    /// Types a line with its text through a pipe; it has to succeed and say nothing on stderr.
    pub fn gives(&self, line: &str, text: &str) -> String {
        let ran = self.types(line, text);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "`{line}` printed {}", ran.out);
        ran.out
    }

    /// Types lines one after another, with all that is printed. The text behind ` <<< ` is stdin; `@ ` is a new now,
    /// and `! ` a line for the shell.
    pub fn transcript(&mut self, script: &str) -> String {
        let mut text = String::new();
        for line in script.lines().map(str::trim).filter(|line| !line.is_empty()) {
            if let Some(now) = line.strip_prefix("@ ") {
                self.set_now(now);
                text = format!("{text}\n{line}\n");
                continue;
            }
            let (typed, input) = line.split_once(" <<< ").unwrap_or((line, ""));
            let ran = match line.strip_prefix("! ") {
                Some(script) => Ran::from(self.shell(script, "")),
                None => self.types(typed, &input.replace("\\n", "\n")),
            };
            let code = ran.code.filter(|code| *code != 0).map_or(String::new(), |code| format!("(exit {code})\n"));
            let printed = ran.out + &ran.err;
            let end = if printed.is_empty() || printed.ends_with('\n') { "" } else { "\n" };
            text = format!("{text}$ {line}\n{printed}{end}{code}");
        }
        without_ids(&text.replace(&self.path("").display().to_string(), "~/"))
    }

    /// Each line is refused as by `fails`, with this in its error.
    pub fn refuses(&self, rows: &[(&str, &str)]) {
        for (line, message) in rows {
            let error = self.fails(&line.split_whitespace().collect::<Vec<_>>());
            assert!(error.contains(message), "`{line}` isn't refused with {message:?}: {error}");
        }
    }

    /// Runs a command that has to fail with exit code 2 and print nothing on stdout; its stderr.
    pub fn fails(&self, args: &[&str]) -> String {
        let ran = self.run(args);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?} printed {}", ran.err);
        assert!(ran.err.starts_with("error: "), "{args:?} printed {}", ran.err);
        ran.err
    }

    pub fn status(&self, at: &str) -> serde_json::Value {
        let out = self.command().args(["--at", at, "status", "--json"]).output().unwrap();
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        serde_json::from_slice(&out.stdout).unwrap()
    }
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("output is UTF-8");
        Self { out: text(output.stdout), err: text(output.stderr), code: output.status.code() }
    }
}

/// A program that a test needs: on a user's machine the test skips aloud, in CI it fails.
pub fn have(program: &str) -> bool {
    let path = std::env::var("PATH").unwrap_or_default();
    path.split(':').any(|dir| std::path::Path::new(dir).join(program).is_file())
        || skipped(&format!("`{program}` is not installed"))
}

/// Says why a test skips what it can't try here; in CI that is a failure. Always false.
pub fn skipped(why: &str) -> bool {
    assert!(std::env::var_os("CI").is_none(), "{why}, and CI needs it");
    let thread = std::thread::current();
    // Not `eprintln!`, which the test harness swallows.
    let _ = writeln!(std::io::stderr(), "skipped {}: {why}", thread.name().unwrap_or("a test"));
    false
}

/// A text with `ID` for every id, since ids are drawn by lot.
pub fn without_ids(text: &str) -> String {
    let is_id =
        |word: &str| matches!(word.len(), 8 | 16 | 32) && word.bytes().all(|c| c.is_ascii_hexdigit()) && !word.ends_with("ffff");
    let bare = |word: &str| word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric()).to_owned();
    let words = text.split_inclusive(|c: char| !c.is_ascii_alphanumeric());
    words.map(|word| if is_id(&bare(word)) { word.replace(&bare(word), "ID") } else { word.to_owned() }).collect()
}

/// The code blocks of a language, in order.
pub fn blocks(page: &str, language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    page.split(&fence).skip(1).map(|rest| rest.split_once("```").unwrap().0.to_owned()).collect()
}
