//! The diary's lines: damaged, newer and unknown ones are kept and passed over; corrections and retractions are lines too.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

mod support;

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use support::{Home, NOW};

fn begun() -> Home {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    home
}

fn own_file(home: &Home) -> PathBuf {
    fs::read_dir(home.diary()).unwrap().next().unwrap().unwrap().path()
}

fn append(home: &Home, bytes: &[u8]) {
    fs::OpenOptions::new().append(true).open(own_file(home)).unwrap().write_all(bytes).unwrap();
}

/// A line of a record that has everything but its kind.
fn line(id: &str, on: &str, at: &str, rest: &str) -> String {
    format!("{{\"v\":1,\"id\":\"{id}\",\"on\":\"{on}\",\"at\":\"{at}\",{rest}}}\n")
}

#[test]
fn a_damaged_line_costs_only_itself_and_is_named() {
    let damages: [&[u8]; 9] = [
        b"not json\n",
        b"\xff\xfe\n",
        b"{\"v\":1}\n",
        b"{\"v\":1,\"id\":\"x\",\"on\":\"2026-13-01\",\"at\":\"2026-11-10T12:00:00Z\",\"kind\":\"end\"}\n",
        b"{\"v\":1,\"id\":\"x\",\"on\":\"2026-11-10\",\"at\":\"yesterday\",\"kind\":\"end\"}\n",
        b"{\"v\":1,\"id\":\"x\",\"on\":\"2026-11-10\",\"at\":\"2026-11-10T12:00:00Z\",\"kind\":\"contact\",\"who\":\"aunt\"}\n",
        b"\0\0\0\0\n",
        b"[1,2,3]\n",
        b"{\"v\":1,\"id\":\"torn",
    ];
    for damage in damages {
        let home = begun();
        append(&home, damage);
        let before = fs::read(own_file(&home)).unwrap();
        assert_eq!(home.status(NOW)["no_contact"]["days"], 22);
        home.ok(&["log-contact", "me", "2026-11-10"]);
        let after = fs::read(own_file(&home)).unwrap();
        assert!(after.starts_with(&before), "what was there stays, byte for byte");
        assert_eq!(home.status(NOW)["no_contact"]["days"], 13, "the line behind the damaged one counts");
        let doctor = home.run(&["doctor"]);
        assert_eq!((doctor.code, doctor.err.as_str()), (Some(2), "error: doctor found 1 fault\n"));
        let name = own_file(&home).file_name().unwrap().to_string_lossy().into_owned();
        assert!(doctor.out.contains(&format!("{name}:3: a damaged line")), "{}", doctor.out);
        assert!(!doctor.out.contains('\0'));
    }
}

#[test]
fn deep_nesting_and_endless_lines_are_only_damaged() {
    for bytes in [[b"[".repeat(200_000), b"\n".to_vec()].concat(), [b"a".repeat(5 << 20), b"\n".to_vec()].concat()] {
        let home = begun();
        append(&home, &bytes);
        home.ok(&["log-contact", "me", "2026-11-10"]);
        assert_eq!(home.status(NOW)["no_contact"]["days"], 13);
    }
}

#[test]
fn lines_of_a_newer_version_and_of_unknown_kinds_are_kept_and_passed_over() {
    let home = begun();
    append(&home, b"{\"v\":2,\"id\":\"n\",\"when\":\"some day\",\"kind\":\"end\"}\n");
    append(&home, line("k", "2026-11-10", "2026-11-10T12:00:00Z", "\"kind\":\"comet\",\"tail\":true").as_bytes());
    append(
        &home,
        line("f", "2026-11-11", "2026-11-11T12:00:00Z", "\"kind\":\"contact\",\"who\":\"them\",\"via\":\"text\",\"mood\":7")
            .as_bytes(),
    );
    assert_eq!(home.status(NOW)["no_contact"]["days"], 22);
    let doctor = home.ok(&["doctor"]);
    assert!(doctor.contains("newer version, kept and passed over: 2"), "{doctor}");
    assert!(home.ok(&["history"]).contains("a text by them"));
}

#[test]
fn odd_things_in_the_diarys_folder_are_no_obstacle() {
    let home = begun();
    fs::create_dir(home.diary().join("folder.jsonl")).unwrap();
    fs::write(home.diary().join("notes.txt"), "not a diary").unwrap();
    fs::write(home.diary().join("empty.jsonl"), "").unwrap();
    let fifo = home.diary().join("pipe.jsonl");
    assert!(std::process::Command::new("mkfifo").arg(&fifo).status().unwrap().success());
    let ran = home.run(&["status", "--json"]);
    assert_eq!(ran.code, Some(0));
    // What cannot be read is missing from every count, so that is said.
    assert!(ran.err.contains("warning: could not read") && ran.err.contains("pipe.jsonl"), "{}", ran.err);
}

#[test]
fn of_two_corrections_the_later_counts_and_a_retraction_wins_over_both() {
    let home = begun();
    let contact = |on: &str| format!("\"kind\":\"contact\",\"who\":\"me\",\"via\":\"text\",\"for\":\"{on}\"");
    append(&home, line("a", "2026-11-05", "2026-11-05T12:00:00Z", &contact("a")).as_bytes());
    append(&home, line("c", "2026-11-15", "2026-11-16T12:00:00Z", &format!("\"replaces\":\"a\",{}", contact("c"))).as_bytes());
    append(&home, line("b", "2026-11-10", "2026-11-16T11:00:00Z", &format!("\"replaces\":\"a\",{}", contact("b"))).as_bytes());
    assert_eq!(home.status(NOW)["no_contact"]["days"], 8, "the later of the two, on the 15th");
    append(&home, line("d", "2026-11-17", "2026-11-17T12:00:00Z", "\"kind\":\"retract\",\"retracts\":\"c\"").as_bytes());
    assert_eq!(home.status(NOW)["no_contact"]["days"], 13, "without it the earlier correction, on the 10th");
    append(&home, line("e", "2026-11-17", "2026-11-10T12:00:00Z", "\"kind\":\"retract\",\"retracts\":\"a\"").as_bytes());
    assert_eq!(home.status(NOW)["no_contact"]["days"], 22, "a retraction wins, whenever it was recorded");
    append(&home, line("f", "2026-11-17", "2026-11-17T13:00:00Z", "\"kind\":\"retract\",\"retracts\":\"e\"").as_bytes());
    assert_eq!(home.status(NOW)["no_contact"]["days"], 13, "unless it is taken back itself");
}

#[test]
fn records_that_refer_to_each_other_in_a_circle_are_no_trap() {
    let home = begun();
    let retract =
        |id: &str, of: &str| line(id, "2026-11-10", "2026-11-10T12:00:00Z", &format!("\"kind\":\"retract\",\"retracts\":\"{of}\""));
    append(&home, retract("x", "y").as_bytes());
    append(&home, retract("y", "x").as_bytes());
    append(&home, retract("z", "z").as_bytes());
    append(&home, line("p", "2026-11-12", "2026-11-12T12:00:00Z", "\"replaces\":\"q\",\"kind\":\"end\"").as_bytes());
    append(&home, line("q", "2026-11-12", "2026-11-12T12:00:00Z", "\"replaces\":\"p\",\"kind\":\"end\"").as_bytes());
    assert_eq!(home.status(NOW)["no_contact"]["days"], 22);
}

#[test]
fn a_later_record_is_later_whatever_the_clock_says() {
    let home = begun();
    home.ok(&["log-contact", "me", "2026-11-10"]);
    // The clock is set back by days before the contact is taken back and the start corrected.
    let set_back =
        |args: &[&str]| assert!(home.command().args(["--at", "2026-11-20T08:00"]).args(args).output().unwrap().status.success());
    set_back(&["undo"]);
    set_back(&["start-no-contact", "2026-11-03", "--replace"]);
    set_back(&["start-no-contact", "2026-11-02", "--replace"]);
    assert_eq!(home.status(NOW)["no_contact"]["since"], "2026-11-02");
}

#[test]
fn what_is_recorded_is_later_than_every_line_of_its_file_also_than_those_that_nobody_asked_for() {
    for (kind, later) in [
        (r#""kind":"note","text":"calm""#, true),
        (r#""kind":"contact","who":"them","via":"call""#, true),
        (r#""kind":"note","text":"calm""#, false),
    ] {
        let home = Home::new();
        home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
        let file = std::fs::read_dir(home.diary()).unwrap().next().unwrap().unwrap().path();
        let before = std::fs::read_to_string(&file).unwrap();
        let line = format!(r#"{{"v":1,"id":"{:032x}","on":"2026-11-20","at":"2026-11-23T23:30:00.000001+01:00",{kind}}}"#, 7);
        // In a file of another machine it is none of this one's business.
        let (path, text) = if later { (file.clone(), before + &line) } else { (home.diary().join("other.jsonl"), line) };
        std::fs::write(path, text + "\n").unwrap();
        home.ok(&["log-contact", "them"]);
        let text = std::fs::read_to_string(&file).unwrap();
        let last: serde_json::Value = serde_json::from_str(text.lines().last().unwrap()).unwrap();
        // The third of the records that were made at 18:00.
        let at = if later { "2026-11-23T23:30:00.000002+01:00" } else { "2026-11-23T18:00:00.000002+01:00" };
        assert_eq!(last["at"], at, "{kind}");
    }
}

#[test]
fn a_home_with_nothing_but_a_note_or_a_word_from_them_is_not_a_new_one() {
    for (args, input) in [(["notebook", "note"].as_slice(), "calm"), (["log-contact", "them"].as_slice(), "")] {
        let home = Home::new();
        let fresh = home.ok(&["status"]);
        assert_eq!(home.run_with_input(args, input).code, Some(0));
        let status = home.ok(&["status"]);
        assert_ne!(status, fresh, "{args:?}");
        assert!(status.contains("`reconnect breakup WHEN`"), "{status}");
    }
}

#[test]
fn a_machine_that_cannot_read_its_own_file_changes_nothing() {
    let home = begun();
    let file = std::fs::read_dir(home.diary()).unwrap().next().unwrap().unwrap().path();
    std::fs::rename(&file, file.with_extension("kept")).unwrap();
    std::fs::create_dir(&file).unwrap();
    let error = home.fails(&["log-contact", "me"]);
    assert!(error.contains("so nothing was changed") && error.contains("it is not a regular file"), "{error}");
}

#[test]
fn a_machine_may_be_named_by_hand() {
    let home = Home::new();
    std::fs::create_dir_all(home.path(".local/state/reconnect")).unwrap();
    std::fs::write(home.path(".local/state/reconnect/machine"), "my-laptop\n").unwrap();
    home.ok(&["breakup", "2026-10-24"]);
    assert!(home.diary().join("my-laptop.jsonl").is_file());
}

#[test]
fn what_a_change_says_is_as_of_the_now_that_was_asked_for() {
    let home = begun();
    home.ok(&["log-contact", "me", "2026-11-21"]);
    let ran = home.command().args(["--at", "2026-11-20T12:00", "log-contact", "them"]).output().unwrap();
    let text = String::from_utf8(ran.stdout).unwrap();
    assert!(text.contains("19 days"), "{text}");
}
