//! Real shells on a hermetic home, for the tests of the hooks. The clock is the real one, so the zone is chosen to make it noon.
#![allow(
    dead_code,
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "shared by many test files, each using a part"
)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::support::{Home, Ran};

/// Seconds since 1970.
pub fn clock() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()
}

/// A zone in which it is about noon: no test meets midnight.
pub fn noon() -> String {
    let hour = i64::try_from(clock() % 86_400 / 3600).unwrap();
    format!("UTC{:+}", hour - 12)
}

/// A home whose run began 22 days ago, by the real clock.
pub fn home() -> Home {
    let home = Home::new().zone(&noon()).at(None);
    home.ok(&["start-no-contact", "22 days ago", "--breakup", "30 days ago"]);
    home
}

/// The program in another place. Another process writes it: what is written here could not be run while a test beside this one
/// has just forked, and holds the file open for a moment ("text file busy").
pub fn copy_program(to: &std::path::Path) {
    assert!(Command::new("cp").arg(program()).arg(to).status().unwrap().success());
}

/// The built program.
pub fn program() -> PathBuf {
    assert_cmd::cargo::cargo_bin!("reconnect").to_owned()
}

/// Where a program lies that a test needs.
pub fn which(name: &str) -> PathBuf {
    if name.starts_with('/') {
        return name.into();
    }
    let path = std::env::var("PATH").unwrap();
    path.split(':').map(|dir| Path::new(dir).join(name)).find(|path| path.is_file()).unwrap()
}

/// The state file of the prompt.
pub fn state(home: &Home) -> PathBuf {
    home.path(".local/state/reconnect/prompt")
}

/// A command with a user's environment: the built program first in PATH, nothing inherited.
pub fn user(home: &Home, command: &str) -> Command {
    let place = if command == "reconnect" { program() } else { which(command) };
    let mut user = Command::new(place);
    let path = format!("{}:/usr/bin:/bin", program().parent().unwrap().display());
    user.env_clear().env("HOME", home.path("")).env("PATH", path).env("TZ", noon()).env("TERM", "dumb").env("LC_ALL", "C.UTF-8");
    user.current_dir(home.path(""));
    user
}

/// Types a script into a shell.
pub fn typed(mut shell: Command, script: &str) -> Ran {
    let mut child = shell.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(script.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Ran { out: text(output.stdout), err: text(output.stderr), code: output.status.code() }
}

/// An interactive bash without the machine's own start files.
pub fn bash(home: &Home) -> Command {
    let mut bash = user(home, "bash");
    bash.args(["--norc", "--noprofile", "-i"]);
    bash
}

/// An interactive zsh without the machine's own start files. It reads stdin, so it has no line editor.
pub fn zsh(home: &Home) -> Command {
    let mut zsh = user(home, "zsh");
    zsh.args(["-f", "-i", "+Z"]);
    zsh
}

/// Makes what the state file says long past.
pub fn expire(home: &Home) {
    fs::write(state(home), "1000000000 1000000600 ◷ 999\n").unwrap();
}
