//! One diary, two machines, and real git between them. Random histories are tried by `tests/in_process`.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::support::{Home, NOW, have};

const DATA: &str = ".local/share/reconnect";

fn git(dir: &Path, args: &[&str]) {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=me", "-c", "user.email=me@example.org", "-c", "init.defaultBranch=main"]);
    let output = command.args(args).current_dir(dir).env("HOME", dir).env("GIT_CONFIG_NOSYSTEM", "1").output().unwrap();
    assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn commit(home: &Home) {
    git(&home.path(DATA), &["add", "-A"]);
    git(&home.path(DATA), &["commit", "-q", "-m", "diary"]);
}

fn pull(home: &Home, from: &Home) {
    git(&home.path(DATA), &["pull", "-q", "--no-rebase", "--no-edit", from.path(DATA).to_str().unwrap(), "main"]);
}

fn set_up_two_clones() -> (Home, Home) {
    let (one, two) = (Home::begun(), Home::new());
    git(&one.path(DATA), &["init", "-q"]);
    commit(&one);
    fs::create_dir_all(two.path(".local/share")).unwrap();
    git(&two.path(".local/share"), &["clone", "-q", one.path(DATA).to_str().unwrap(), "reconnect"]);
    (one, two)
}

#[test]
fn two_clones_written_on_both_sides_merge_without_conflict_and_agree() {
    if !have("git") {
        return;
    }
    let (mut one, mut two) = set_up_two_clones();
    for day in 5..8 {
        one.set_now(&format!("2026-11-{day:02}T20:00"));
        one.does("log-contact them --via call");
        two.set_now(&format!("2026-11-{day:02}T21:00"));
        two.does("log-contact me --logistics");
    }
    two.set_now("2026-11-12T09:00");
    two.does("log-contact me");
    one.set_now("2026-11-13T09:00");
    one.does("undo");
    one.does("boundary space --until 2026-11-20");
    commit(&one);
    commit(&two);
    pull(&one, &two);
    pull(&two, &one);
    let status = one.status(NOW);
    assert_eq!(status, two.status(NOW));
    assert_eq!((&status["no_contact"]["days"], &status["record"]["runs"]), (&11.into(), &2.into()));
    assert_eq!(status["boundaries"], serde_json::json!([]));
}
