//! One diary, several machines: real git, sync-conflict copies, random histories, many writers at once.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use proptest::prelude::*;
use support::{Home, NOW, have};

fn git(dir: &Path, args: &[&str]) -> bool {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=me", "-c", "user.email=me@example.org", "-c", "init.defaultBranch=main"]);
    let output = command.args(args).current_dir(dir).env("HOME", dir).output().unwrap();
    assert!(output.status.success() || args[0] == "diff", "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.status.success()
}

/// Two machines with a clone each of one data folder.
fn two_clones() -> (Home, Home) {
    let (one, two) = (Home::new(), Home::new());
    let data = ".local/share/reconnect";
    one.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    git(&one.path(data), &["init", "-q"]);
    commit(&one);
    fs::create_dir_all(two.path(".local/share")).unwrap();
    git(&two.path(".local/share"), &["clone", "-q", one.path(data).to_str().unwrap(), "reconnect"]);
    (one, two)
}

fn commit(home: &Home) {
    let data = home.path(".local/share/reconnect");
    git(&data, &["add", "-A"]);
    git(&data, &["commit", "-q", "-m", "diary"]);
}

fn pull(home: &Home, from: &Home) {
    let data = home.path(".local/share/reconnect");
    git(&data, &["pull", "-q", "--no-rebase", "--no-edit", from.path(".local/share/reconnect").to_str().unwrap(), "main"]);
}

fn history(home: &Home) -> String {
    home.ok(&["history", "--json"])
}

#[test]
fn two_clones_written_on_both_sides_merge_without_conflict_and_agree() {
    if !have("git") {
        return;
    }
    let (mut one, mut two) = two_clones();
    for day in 5..10 {
        one.set_now(&format!("2026-11-{day:02}T20:00"));
        one.ok(&["log-contact", "them", "--via", "call"]);
        two.set_now(&format!("2026-11-{day:02}T21:00"));
        two.ok(&["log-contact", "me", "--logistics"]);
    }
    two.set_now("2026-11-12T09:00");
    two.ok(&["log-contact", "me"]);
    one.set_now("2026-11-13T09:00");
    one.ok(&["undo"]);
    commit(&one);
    commit(&two);
    pull(&one, &two);
    pull(&two, &one);

    one.set_now(NOW);
    two.set_now(NOW);
    assert_eq!(history(&one), history(&two));
    assert_eq!(one.status(NOW), two.status(NOW));
    let seen: serde_json::Value = serde_json::from_str(&history(&one)).unwrap();
    // Five by them less the one taken back, five about logistics, one slip; two runs.
    assert_eq!(seen["contacts"].as_array().unwrap().len(), 10);
    assert_eq!(seen["runs"].as_array().unwrap().len(), 2);
    assert_eq!(one.status(NOW)["no_contact"]["days"], 11);
}

#[test]
fn a_sync_conflict_copy_changes_nothing() {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    let file = fs::read_dir(home.diary()).unwrap().next().unwrap().unwrap().path();
    fs::copy(&file, home.diary().join("desk.sync-conflict-20261110-101010-ABCDEFG.jsonl")).unwrap();
    home.ok(&["log-contact", "me", "2026-11-10"]);
    let before = history(&home);
    fs::copy(&file, home.diary().join("another (conflicted copy).jsonl")).unwrap();
    assert_eq!(history(&home), before);
    assert_eq!(home.status(NOW)["record"]["runs"], 2);
}

#[test]
fn of_two_different_lines_with_one_id_every_order_of_files_takes_the_same() {
    let line = |who: &str| {
        format!(
            r#"{{"v":1,"id":"same","on":"2026-11-10","at":"2026-11-10T12:00:00Z","kind":"contact","who":"{who}","via":"text"}}"#
        )
    };
    let told = |first: &str, second: &str| {
        let home = Home::new();
        home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
        fs::write(home.diary().join("0.jsonl"), format!("{}\n", line(first))).unwrap();
        fs::write(home.diary().join("1.jsonl"), format!("{}\n", line(second))).unwrap();
        history(&home)
    };
    assert_eq!(told("me", "them"), told("them", "me"));
}

#[test]
fn five_hundred_appends_in_sixteen_lanes_are_five_hundred_records() {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    let program = assert_cmd::cargo::cargo_bin!("reconnect");
    let script = format!("seq 500 | xargs -P16 -I{{}} '{}' --at {NOW} log-contact them >/dev/null", program.display());
    let mut shell = Command::new("sh");
    let status = shell.args(["-c", &script]).env_clear().env("HOME", home.path("")).env("PATH", "/usr/bin:/bin").status().unwrap();
    assert!(status.success());
    let text: String =
        fs::read_dir(home.diary()).unwrap().map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap()).collect();
    let ids: BTreeSet<String> =
        text.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["id"].to_string()).collect();
    assert_eq!((text.lines().count(), ids.len()), (502, 502));
}

/// What a machine can do, or a sync from one machine to another.
#[derive(Debug, Clone)]
enum Step {
    Record(usize, &'static [&'static str]),
    Sync(usize, usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let record = (
        0..3_usize,
        prop::sample::select(vec![
            &["log-contact", "me"][..],
            &["log-contact", "them"],
            &["log-contact", "me", "2026-11-15"],
            &["undo"],
            &["boundary", "space"],
            &["answer", "not-now"],
            &["start-no-contact", "2026-11-05", "--replace"],
            &["end-no-contact"],
            &["start-no-contact"],
        ]),
    )
        .prop_map(|(machine, typed)| Step::Record(machine, typed));
    let sync = (0..3_usize, 0..3_usize).prop_map(|(from, to)| Step::Sync(from, to));
    prop::collection::vec(prop_oneof![3 => record, 1 => sync], 1..25)
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
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn three_machines_that_have_synced_print_the_same(steps in steps()) {
        let homes: Vec<Home> = (0..3).map(|_| Home::new()).collect();
        let mut clock = 0;
        for step in steps {
            match step {
                Step::Record(machine, typed) => {
                    clock += 1;
                    let at = format!("2026-11-20T{:02}:{:02}", clock / 60, clock % 60);
                    let output = homes[machine].command().args(["--at", &at]).args(typed).output().unwrap();
                    // Some are refused (no run to end, nothing to undo); none may end in anything but 0 or 2.
                    prop_assert!(matches!(output.status.code(), Some(0 | 2)));
                }
                Step::Sync(from, to) => sync(&homes[from], &homes[to]),
            }
        }
        for (from, to) in [(0, 1), (1, 2), (2, 0), (0, 1)] {
            sync(&homes[from], &homes[to]);
        }
        // Only the mirrored dates may differ: they are old mirrors where another machine wrote last.
        prop_assert_eq!(history(&homes[0]), history(&homes[1]));
        prop_assert_eq!(history(&homes[1]), history(&homes[2]));
        prop_assert_eq!(homes[0].status(NOW), homes[1].status(NOW));
        prop_assert_eq!(homes[1].status(NOW), homes[2].status(NOW));
    }
}

#[test]
fn a_hung_holder_of_the_lock_is_given_up_on_and_readers_do_not_wait() {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    let lock = fs::File::open(home.path(".local/state/reconnect/lock")).unwrap();
    lock.lock().unwrap();
    let before = history(&home);
    let error = home.fails(&["log-contact", "me"]);
    assert!(
        error.starts_with(
            "error: another `reconnect` is writing and has not finished for two seconds; nothing was changed\nhint: it is process "
        ),
        "{error}"
    );
    assert_eq!(history(&home), before);
    assert_eq!(home.ok(&["prompt"]), "◷ 22\n");
}
