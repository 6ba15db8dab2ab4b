//! Everything that the README and the pages under `docs/` show is run: each ```console block, in order, in one fresh home a
//! file, at the moment that all tests happen at. A `$ ` line is typed into bash; what follows is what has to be printed, on
//! both streams, the home folder called `/home/you`. The program is on the PATH as `reconnect`. A block is added by writing it.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

mod support;

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use support::NOW;
use tempfile::TempDir;

/// The program as a user would have it, but for the clock: what says its own `--at` keeps it.
fn install(home: &Path) {
    let program = assert_cmd::cargo::cargo_bin!("reconnect").display();
    let script = format!(
        "#!/bin/sh\ncase \" $* \" in *' --at '*) exec '{program}' \"$@\" ;; *) exec '{program}' --at {NOW} \"$@\" ;; esac\n"
    );
    std::fs::create_dir(home.join("bin")).unwrap();
    std::fs::write(home.join("bin/reconnect"), script).unwrap();
    std::fs::set_permissions(home.join("bin/reconnect"), std::fs::Permissions::from_mode(0o755)).unwrap();
}

fn typed(home: &Path, line: &str) -> String {
    let path = format!("{}:/usr/bin:/bin", home.join("bin").display());
    let output = Command::new("bash")
        .args(["-c", &format!("exec 2>&1; {line}")])
        .env_clear()
        .envs([("HOME", home.as_os_str()), ("PATH", path.as_ref()), ("TZ", "Europe/Berlin".as_ref()), ("LANG", "C.UTF-8".as_ref())])
        .current_dir(home)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap().replace(&home.display().to_string(), "/home/you")
}

/// A page with what its commands really print; and what was wrong with it.
fn run(page: &Path) -> (String, Vec<String>) {
    let home = TempDir::new().unwrap();
    install(home.path());
    let text = std::fs::read_to_string(page).unwrap();
    let (mut real, mut faults) = (String::new(), Vec::new());
    let mut lines = text.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        real += &format!("{line}\n");
        if line != "```console" {
            continue;
        }
        let block: Vec<_> = lines.by_ref().map(|(_, line)| line).take_while(|line| *line != "```").collect();
        let commands = block.iter().filter_map(|line| line.strip_prefix("$ "));
        let printed: String = commands.map(|command| format!("$ {command}\n{}", typed(home.path(), command))).collect();
        let shown: String = block.iter().map(|line| format!("{line}\n")).collect();
        if shown != printed || !shown.starts_with("$ ") {
            faults.push(format!("{}:{} shows\n{shown}\nbut it is\n{printed}", page.display(), number + 2));
        }
        real += &format!("{printed}```\n");
    }
    (real, faults)
}

fn pages() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let docs = std::fs::read_dir(root.join("docs")).into_iter().flatten().map(|entry| entry.unwrap().path());
    let mut pages: Vec<_> = docs.filter(|path| path.extension().is_some_and(|extension| extension == "md")).collect();
    pages.push(root.join("README.md"));
    pages
}

#[test]
fn what_the_pages_show_is_what_happens() {
    let mut all = Vec::new();
    for page in pages() {
        let (real, faults) = run(&page);
        if !faults.is_empty() && std::env::var_os("UPDATE_PAGES").is_some() {
            std::fs::write(&page, real).unwrap();
        }
        all.extend(faults);
    }
    assert!(all.is_empty(), "{}\nonce you have read it and it is right: UPDATE_PAGES=1 cargo test --test readme", all.join("\n"));
}

#[test]
fn a_block_that_shows_something_else_is_found() {
    let dir = TempDir::new().unwrap();
    let page = dir.path().join("page.md");
    std::fs::write(&page, "```console\n$ echo one\none\n$ echo two >&2\ntwo\n```\n\n```console\n$ echo three\ntree\n```\n")
        .unwrap();
    let (real, faults) = run(&page);
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(real.ends_with("```console\n$ echo three\nthree\n```\n"), "{real}");
    assert!(faults[0].contains(":9 shows\n$ echo three\ntree\n") && faults[0].contains("$ echo three\nthree\n"), "{faults:?}");
}

#[test]
fn every_link_within_the_project_leads_somewhere() {
    for page in pages() {
        let text = std::fs::read_to_string(&page).unwrap();
        // What stands in a block is code, whatever it looks like.
        let prose: Vec<_> = text.split("```").step_by(2).collect();
        for target in prose.concat().split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target) {
            if !target.contains("://") && !target.starts_with('#') {
                let path = page.parent().unwrap().join(target.split('#').next().unwrap());
                assert!(path.exists(), "{} links to {target}", page.display());
            }
        }
    }
}

#[test]
fn the_readmes_first_screen_is_real_output() {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let screen: Vec<_> = readme.lines().take(20).collect();
    assert!(screen.contains(&"```console"), "{screen:?}");
}
