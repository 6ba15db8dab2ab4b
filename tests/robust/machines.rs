//! One diary, several machines: real git, whole files carried over in any order, random histories.

use std::fs;
use std::path::Path;
use std::process::Command;

use proptest::prelude::*;

use crate::faults::is_full;
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
    let (one, two) = (Home::new(), Home::new());
    one.does("start-no-contact 2026-11-01 --breakup 2026-10-24");
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

#[test]
fn a_conflict_copy_of_any_sync_tool_changes_nothing() {
    let home = Home::new();
    home.does("start-no-contact 2026-11-01 --breakup 2026-10-24");
    let file = fs::read_dir(home.diary()).unwrap().next().unwrap().unwrap().path();
    let copy = |name: &str| assert!(fs::copy(&file, home.diary().join(name)).is_ok());
    copy("desk.sync-conflict-20261110-101010-ABCDEFG.jsonl");
    home.does("log-contact me 2026-11-10");
    let before = home.status(NOW);
    copy("another (conflicted copy).jsonl");
    assert_eq!(home.status(NOW), before);
    // One side's lines survive in the copy alone, and count.
    fs::remove_file(&file).unwrap();
    assert_eq!(home.status(NOW), before);
}

/// What a machine can do, or a sync from one machine to another.
#[derive(Debug, Clone)]
enum Step {
    Record(usize, &'static [&'static str]),
    Sync(usize, usize),
    /// The config is carried over, without the diary.
    Config(usize, usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let commands: Vec<&'static [&'static str]> = vec![
        &["log-contact", "me"],
        &["log-contact", "them"],
        &["log-contact", "me", "2026-11-15"],
        &["undo"],
        &["boundary", "space"],
        &["answer", "not-now"],
        &["start-no-contact", "2026-11-05", "--replace"],
        &["end-no-contact"],
        &["start-no-contact"],
        &["breakup", "2026-10-24"],
        &["breakup", "2026-11-16", "--again"],
    ];
    let pair = || (0..3_usize, 0..3_usize);
    prop::collection::vec(
        prop_oneof![
            6 => (0..3_usize, prop::sample::select(commands)).prop_map(|(machine, command)| Step::Record(machine, command)),
            2 => pair().prop_map(|(from, to)| Step::Sync(from, to)),
            1 => pair().prop_map(|(from, to)| Step::Config(from, to)),
        ],
        1..20,
    )
}

/// One file a machine, written by it alone: what git or Syncthing do is to carry whole files over.
fn sync(from: &Home, to: &Home) {
    fs::create_dir_all(to.diary()).unwrap();
    for entry in fs::read_dir(from.diary()).into_iter().flatten() {
        let source = entry.unwrap().path();
        let target = to.diary().join(source.file_name().unwrap());
        let longer = fs::metadata(&target).map_or(0, |known| known.len()) < fs::metadata(&source).unwrap().len();
        if longer {
            fs::copy(&source, &target).unwrap();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: if is_full() { 200 } else { 8 }, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn three_machines_that_have_synced_say_the_same(steps in steps()) {
        let homes: Vec<Home> = (0..3).map(|_| Home::new()).collect();
        let mut clock = 0;
        for step in steps {
            match step {
                Step::Record(machine, command) => {
                    clock += 1;
                    let at = format!("2026-11-20T{:02}:{:02}", clock / 60, clock % 60);
                    let output = homes[machine].command().args(["--at", &at]).args(command).output().unwrap();
                    prop_assert!(matches!(output.status.code(), Some(0 | 2)));
                }
                Step::Sync(from, to) => sync(&homes[from], &homes[to]),
                Step::Config(from, to) if from != to && homes[from].config_file().exists() => homes[to].write_config(&homes[from].read_config()),
                Step::Config(..) => {}
            }
        }
        for (from, to) in [(0, 1), (1, 2), (2, 0), (0, 1)] {
            sync(&homes[from], &homes[to]);
        }
        // The configs are old copies where another machine wrote last.
        prop_assert_eq!(homes[0].status(NOW), homes[1].status(NOW));
        prop_assert_eq!(homes[1].status(NOW), homes[2].status(NOW));
    }
}
