//! Real shells on a hermetic home. They see the real clock, so the zone is chosen to make it about noon.
#![allow(dead_code, missing_docs, clippy::disallowed_methods)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::support::{Home, Ran};

pub fn seconds() -> i64 {
    i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()).unwrap()
}

/// A zone in which it is about noon: no test meets midnight by accident.
pub fn noon() -> String {
    format!("UTC{:+}", seconds() % 86_400 / 3600 - 12)
}

/// A home whose run began 22 days ago, by the real clock.
pub fn home() -> Home {
    let home = Home::new().zone(&noon()).at(None);
    home.ok(&["start-no-contact", "22 days ago", "--breakup", "30 days ago"]);
    home
}

pub fn program() -> PathBuf {
    assert_cmd::cargo::cargo_bin!("reconnect").to_owned()
}

/// Copies the program. `cp` does it, because a file that this process still holds open for writing can't be run.
pub fn copy_program(to: &Path) {
    assert!(Command::new("cp").arg(program()).arg(to).status().unwrap().success());
}

/// The token that every change renews.
pub fn changed(home: &Home) -> PathBuf {
    home.path(".local/state/reconnect/changed")
}

/// A command in a user's environment: the built program first in PATH, nothing inherited.
pub fn user(home: &Home, command: &str) -> Command {
    let path = std::env::var("PATH").unwrap();
    let found = path.split(':').map(|dir| Path::new(dir).join(command)).find(|path| path.is_file());
    let mut user = Command::new(if command == "reconnect" { program() } else { found.unwrap_or_else(|| command.into()) });
    let path = format!("{}:/usr/bin:/bin", program().parent().unwrap().display());
    user.env_clear().env("HOME", home.path("")).env("PATH", path).env("TZ", noon()).env("TERM", "dumb").env("LC_ALL", "C.UTF-8");
    user.current_dir(home.path(""));
    user
}

pub fn typed(mut shell: Command, script: &str) -> Ran {
    let mut child = shell.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(script.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Ran { out: text(output.stdout), err: text(output.stderr), code: output.status.code() }
}

/// An interactive bash without the machine's own start-up files.
pub fn bash(home: &Home) -> Command {
    let mut bash = user(home, "bash");
    bash.args(["--norc", "--noprofile", "-i"]);
    bash
}

/// An interactive zsh without the machine's own start-up files. It reads stdin, so it has no line editor.
pub fn zsh(home: &Home) -> Command {
    let mut zsh = user(home, "zsh");
    zsh.args(["-f", "-i", "+Z"]);
    zsh
}

/// Saves what `init` prints for a shell as `hook` in the home.
pub fn save_hook(home: &Home, shell: &str, flags: &[&str]) {
    let hook = user(home, "reconnect").args(["init", shell]).args(flags).output().unwrap();
    assert!(hook.status.success());
    fs::write(home.path("hook"), hook.stdout).unwrap();
}

/// The line of output that begins with `name=`.
pub fn value<'a>(out: &'a str, name: &str) -> &'a str {
    out.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('=')).unwrap_or("(not printed)")
}

/// The programs that a shell starts while a script is typed into it, the shell itself left out.
pub fn started(home: &Home, shell: &Command, script: &str) -> Vec<String> {
    let mut strace = user(home, "strace");
    strace.args(["-f", "-qq", "-e", "trace=execve,fork,vfork,clone,clone3", "-o", "trace"]);
    strace.arg(shell.get_program()).args(shell.get_args());
    typed(strace, script);
    let trace = fs::read_to_string(home.path("trace")).unwrap();
    let is_start = |line: &&str| {
        let thread = line.contains("CLONE_THREAD");
        !thread && ["execve(", "clone(", "clone3(", "fork("].iter().any(|call| line.contains(call))
    };
    trace.lines().filter(is_start).skip(1).map(str::to_owned).collect()
}
