//! The notebook: issues, plans and proof, and what follows from them for the verdict.
#![cfg(feature = "cli")]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    reason = "tests"
)]

mod support;

use support::{Home, NOW};

fn started() -> Home {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01T21:30", "--breakup", "2026-10-24"]);
    home
}

fn note(home: &Home, args: &[&str], text: &str) -> String {
    let ran = home.run_with_input(&[&["notebook"], args].concat(), text);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{args:?} printed {}", ran.out);
    ran.out
}

fn verdict(home: &Home, at: &str) -> String {
    home.status(at)["verdict"]["id"].as_str().unwrap().to_owned()
}

#[test]
fn an_issue_with_a_plan_prepares_and_an_issue_alone_does_not() {
    let home = started();
    note(&home, &["issue"], "I went quiet");
    assert_eq!(verdict(&home, NOW), "prepare");
    note(&home, &["evidence", "1"], "said it once");
    assert_eq!(verdict(&home, NOW), "prepare");
    assert!(note(&home, &["plan", "1"], "say it within a day").starts_with("Noted as 3, a plan for 1."));
    assert_eq!(verdict(&home, NOW), "reach-out-gently");
    home.ok(&["undo"]);
    assert_eq!(verdict(&home, NOW), "prepare");
}

#[test]
fn an_obstacle_with_a_plan_does_not_prepare_and_an_issue_on_paper_does() {
    let home = started();
    note(&home, &["obstacle", "--practical"], "400 km");
    note(&home, &["plan", "1"], "look for work there");
    assert_eq!(verdict(&home, NOW), "prepare");
    home.ok(&["notebook", "issue", "--on-paper"]);
    assert_eq!(verdict(&home, NOW), "reach-out-gently");
}

#[test]
fn a_second_chapter_begins_with_an_empty_notebook_and_a_day_before_the_plan_is_as_it_was() {
    let mut home = Home::new().at(Some("2025-03-01T12:00"));
    home.ok(&["start-no-contact", "2025-01-02", "--breakup", "2025-01-02"]);
    note(&home, &["issue"], "one");
    home.set_now("2025-03-05T12:00");
    note(&home, &["plan", "1"], "two");
    assert_eq!(verdict(&home, "2025-03-04"), "prepare");
    assert_eq!(verdict(&home, "2025-03-05"), "reach-out-gently");
    home.set_now(NOW);
    home.ok(&["breakup", "2026-10-01", "--again"]);
    home.ok(&["start-no-contact", "2026-10-01"]);
    assert_eq!(verdict(&home, NOW), "prepare");
    assert!(home.ok(&["notebook"]).contains("Earlier chapters hold 2 entries."));
    assert!(home.ok(&["notebook", "list", "--all"]).contains("plan: two"));
    let error = home.run_with_input(&["notebook", "plan", "1"], "late").err;
    assert!(error.contains("belongs to an earlier chapter"), "{error}");
    assert!(note(&home, &["issue"], "new").starts_with("Noted as 3."));
}

#[test]
fn nothing_renumbers_when_an_entry_is_taken_back_or_changed() {
    let home = started();
    for text in ["one", "two", "three"] {
        note(&home, &["note"], text);
    }
    home.ok(&["undo"]);
    assert!(note(&home, &["note"], "four").starts_with("Noted as 4."));
    note(&home, &["edit", "2"], "zwei\nLinie zwei 日本 👩‍👧");
    let list = home.ok(&["notebook"]);
    assert_eq!(list, "Notes\n  1  one\n  2  zwei …\n  4  four\n");
    assert!(home.ok(&["notebook", "show", "2"]).ends_with("  zwei\n  Linie zwei 日本 👩‍👧\n"));
    let unchanged = note(&home, &["edit", "2"], "zwei\nLinie zwei 日本 👩‍👧");
    assert_eq!(unchanged, "Nothing was changed.\n");
    assert!(home.fails(&["notebook", "show", "3"]).contains("there is no entry `3`"));
}

#[test]
fn a_number_that_two_machines_gave_is_refused_with_both_and_an_id_prefix_works() {
    let home = started();
    note(&home, &["note"], "mine");
    let line = r#"{"v":1,"id":"3f9a0000000000000000000000000001","on":"2026-11-20","at":"2026-11-20T12:00:00+01:00","kind":"note","n":1,"text":"from the other machine"}"#;
    std::fs::write(home.diary().join("other.jsonl"), format!("{line}\n")).unwrap();
    let list = home.ok(&["notebook"]);
    assert!(list.contains("1-3f9a  from the other machine"), "{list}");
    let error = home.fails(&["notebook", "show", "1"]);
    assert!(error.contains("more than one entry") && error.contains("`1-3f9a`"), "{error}");
    for name in ["1-3f9a", "3f9a", "3f9a0000000000000000000000000001"] {
        assert!(home.ok(&["notebook", "show", name]).contains("from the other machine"));
    }
    assert!(note(&home, &["note"], "next").starts_with("Noted as 2."));
}

#[test]
fn empty_or_damaged_text_is_refused_and_leaves_no_trace() {
    let home = Home::new();
    for (text, said) in [("", "there was no text"), (" \n\n", "there was no text")] {
        let ran = home.run_with_input(&["notebook", "want"], text);
        assert_eq!(ran.code, Some(2));
        assert!(ran.err.contains(said) && !ran.err.contains("panick"), "{}", ran.err);
    }
    let mut command = home.command();
    let out = command.args(["notebook", "want"]).write_stdin(&b"\xff\xfe"[..]).output().unwrap();
    assert_eq!(out.status.code(), Some(2));
    let ran = home.run_with_input(&["notebook", "want"], &"a".repeat(600 << 10));
    assert!(ran.err.contains("longer than"), "{}", ran.err);
}

#[test]
fn what_steers_a_terminal_is_shown_inert_and_stays_in_the_diary_as_it_was() {
    let home = started();
    note(&home, &["note"], "a\u{1b}[2Jb\u{202e}c {when} {text} `open");
    assert_eq!(home.ok(&["notebook"]), "Notes\n  1  a\\u{1b}[2Jb\\u{202e}c {when} {text} `open\n");
    let json: serde_json::Value = serde_json::from_str(&home.ok(&["notebook", "list", "--json"])).unwrap();
    assert_eq!(json["entries"][0]["text"], "a\u{1b}[2Jb\u{202e}c {when} {text} `open");
}

#[test]
fn what_is_done_is_marked_and_no_longer_open() {
    let home = started();
    note(&home, &["issue"], "one");
    note(&home, &["plan", "1"], "two");
    note(&home, &["want"], "three");
    assert_eq!(home.ok(&["notebook", "done", "2"]), "2 is dealt with. It stays in the notebook.\n");
    assert_eq!(home.ok(&["notebook", "done", "2"]), "2 was dealt with already.\n");
    assert!(home.ok(&["notebook"]).contains("2  ✓ plan: two"));
    assert_eq!(home.ok(&["notebook", "list", "--open"]), "Issues (step 2)\n  1  one\n");
    assert!(home.fails(&["notebook", "done", "3"]).contains("never done"));
    assert!(home.run_with_input(&["notebook", "plan", "3"], "x").err.contains("of the kind `want`"));
}

#[test]
fn entries_that_lead_in_circles_hang_nothing() {
    let home = started();
    let line = |id: &str, of: &str| {
        format!(r#"{{"v":1,"id":"{id}","on":"2026-11-20","at":"2026-11-20T12:00:00Z","kind":"plan","of":"{of}","text":"{id}"}}"#)
    };
    let text = [line("aaaa0001", "bbbb0001"), line("bbbb0001", "aaaa0001"), line("cccc0001", "cccc0001")].join("\n");
    std::fs::write(home.diary().join("other.jsonl"), text).unwrap();
    home.ok(&["notebook"]);
    assert!(home.ok(&["notebook", "show", "aaaa0001"]).contains("bbbb0001"));
}

#[test]
fn a_text_that_cannot_be_saved_is_kept_and_named() {
    let home = started();
    let lock = home.path(".local/state/reconnect/lock");
    std::fs::remove_file(&lock).unwrap();
    std::fs::create_dir(&lock).unwrap();
    let ran = home.run_with_input(&["notebook", "note"], "not to be lost\n");
    assert_eq!(ran.code, Some(2));
    let kept = ran.err.split("is kept in `").nth(1).unwrap().split('`').next().unwrap();
    assert_eq!(std::fs::read_to_string(kept).unwrap(), "not to be lost");
    #[cfg(unix)]
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(kept).unwrap().permissions()) & 0o777, 0o600);
}
