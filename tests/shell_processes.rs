//! What a prompt costs: over 40 prompts of an unchanged minute bash and zsh start no process.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

#[path = "support/shells.rs"]
mod shells;
mod support;

use std::fs;
use std::process::Command;

use shells::{bash, expire, home, typed, user, which, zsh};
use support::{Home, have};

/// A shell's name, and how it is started.
type Shell = (&'static str, fn(&Home) -> Command);

/// The programs that a shell started while it was typed to.
fn started(home: &Home, shell: &Command, script: &str) -> Vec<String> {
    let mut strace = user(home, "strace");
    strace
        .args(["-f", "-qq", "-e", "trace=execve,fork,vfork,clone,clone3", "-o", "trace"])
        .arg(shell.get_program())
        .args(shell.get_args());
    typed(strace, script);
    let trace = fs::read_to_string(home.path("trace")).unwrap();
    // The first is the shell itself.
    trace
        .lines()
        .filter(|line| line.contains("execve(") || line.contains("clone") || line.contains("fork("))
        .skip(1)
        .map(str::to_owned)
        .collect()
}

#[test]
fn forty_prompts_start_no_process() {
    if !have("strace") {
        return;
    }
    let all: [Shell; 2] = [("bash", bash), ("zsh", zsh)];
    for (name, shell) in all {
        if !have(name) {
            continue;
        }
        let home = home();
        fs::write(home.path("hook"), user(&home, "reconnect").args(["init", name]).output().unwrap().stdout).unwrap();
        let load = ". ./hook\n";
        let before = started(&home, &shell(&home), load);
        let prompts = started(&home, &shell(&home), &format!("{load}{}", ":\n".repeat(40)));
        assert_eq!(prompts.len(), before.len(), "{name}: {prompts:#?}");

        // It would have been noticed: where the segment has expired one process is started, once.
        expire(&home);
        let expired = started(&home, &shell(&home), &format!("{load}{}", ":\n".repeat(40)));
        let asked = expired.iter().filter(|line| line.contains("execve(") && line.contains("\"prompt\"")).count();
        assert_eq!(asked, 1, "{name}: {expired:#?}");
    }
    assert!(which("strace").exists());
}

#[test]
fn a_home_where_nothing_is_set_up_is_asked_once() {
    if !have("strace") || !have("bash") {
        return;
    }
    let home = Home::new().zone(&shells::noon()).at(None);
    fs::write(home.path("hook"), user(&home, "reconnect").args(["init", "bash"]).output().unwrap().stdout).unwrap();
    let started = started(&home, &bash(&home), &format!(". ./hook\n{}", ":\n".repeat(40)));
    assert_eq!(started.iter().filter(|line| line.contains("execve(")).count(), 1, "{started:#?}");
    assert!(!home.path(".local").exists());
}
