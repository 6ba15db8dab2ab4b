//! `undo`, and what asks for a typed yes.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

mod support;

use support::{Home, NOW};

fn begun() -> Home {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    home
}

/// The id that a message offers for undoing.
fn offered(text: &str) -> String {
    text.split("`reconnect undo ").nth(1).unwrap().split('`').next().unwrap().to_owned()
}

#[test]
fn undo_walks_back_entry_by_entry_and_says_what_it_took_back() {
    let home = begun();
    home.ok(&["log-contact", "me", "2026-11-10T21:00", "--via", "call"]);
    home.ok(&["answer", "not-now"]);
    assert!(home.ok(&["undo"]).starts_with("Taken back: their answer \"not now\", Mon 23 Nov 2026"));
    assert!(home.ok(&["undo"]).starts_with("Taken back: a call by you, Tue 10 Nov 2026 21:00."));
    assert!(home.ok(&["undo"]).starts_with("Taken back: the start of no contact, Sun 1 Nov 2026."));
    assert!(home.ok(&["undo"]).starts_with("Taken back: the breakup, Sat 24 Oct 2026."));
    assert!(home.fails(&["undo"]).starts_with("error: there is no entry of this machine left to take back\n"));
    assert!(home.fails(&["undo"]).contains("`reconnect export --format csv` those of everything\n"));
    let status = home.status(NOW);
    assert!(status["breakup"].is_null() && status["no_contact"].is_null(), "{status}");
    assert!(!home.read_config().contains("2026"), "the mirror follows");
}

#[test]
fn an_undo_can_be_undone() {
    let home = begun();
    home.ok(&["log-contact", "me", "2026-11-10"]);
    let undone = home.ok(&["undo"]);
    assert_eq!(home.status(NOW)["no_contact"]["days"], 22);
    let back = home.ok(&["undo", &offered(&undone)]);
    assert!(back.starts_with("Stands again: a text by you, Tue 10 Nov 2026."), "{back}");
    assert_eq!(home.status(NOW)["no_contact"]["days"], 13);
    home.ok(&["undo", &offered(&back)]);
    assert_eq!(home.status(NOW)["no_contact"]["days"], 22);
}

#[test]
fn an_id_is_found_by_its_beginning_and_refused_where_it_is_no_one_entry() {
    let home = begun();
    home.ok(&["log-contact", "me", "2026-11-10"]);
    let history: serde_json::Value = serde_json::from_str(&home.ok(&["history", "--json"])).unwrap();
    let id = history["contacts"][0]["id"].as_str().unwrap().to_owned();
    assert!(home.fails(&["undo", "nothing"]).contains("no entry has an id that begins with `nothing`"));
    assert!(home.fails(&["undo", ""]).contains("no entry has an id"));
    home.ok(&["undo", &id[..6]]);
    let twice = home.fails(&["undo", &id]);
    assert!(twice.starts_with("error: that entry was taken back already\nhint: `reconnect undo "), "{twice}");
}

#[test]
fn a_correction_taken_back_leaves_what_it_had_corrected() {
    let home = begun();
    home.ok(&["start-no-contact", "2026-11-03", "--replace"]);
    home.ok(&["undo"]);
    assert_eq!(home.status(NOW)["no_contact"]["since"], "2026-11-01");
}

#[test]
fn clearing_or_undoing_an_order_asks_for_a_typed_yes() {
    for typed in [&["boundary", "clear"][..], &["undo"]] {
        let home = begun();
        home.ok(&["boundary", "order"]);
        for no in ["", "no\n", "y\n", "YES\n"] {
            let ran = home.run_with_input(typed, no);
            assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{typed:?} {no:?}");
            assert!(ran.err.contains("error: not confirmed; nothing was changed"), "{}", ran.err);
            assert_eq!(home.status(NOW)["boundaries"][0]["kind"], "order");
        }
        assert_eq!(home.run_with_input(typed, "yes\n").code, Some(0));
        let status = home.status(NOW);
        assert_eq!(status["boundaries"].as_array().unwrap().len(), 0);
        // An order that was lifted is still no invitation; one that was recorded by mistake never was.
        let expected = if typed == ["undo"] { "prepare" } else { "respect-boundary" };
        assert_eq!(status["verdict"]["id"], expected, "{typed:?}");
    }
}

#[test]
fn space_is_lifted_without_a_question() {
    let home = begun();
    home.ok(&["boundary", "space", "--until", "1", "Dec", "2026"]);
    assert_eq!(home.ok(&["boundary"]), "Space, asked for by them, from Mon 23 Nov 2026 through Tue 1 Dec 2026.\n");
    home.ok(&["boundary", "clear"]);
    assert_eq!(home.ok(&["boundary"]), "No boundary is in force.\n");
    assert_eq!(home.status(NOW)["verdict"]["id"], "prepare");
    assert!(home.fails(&["boundary", "space", "--until", "yesterday"]).contains("has passed already"));
}

#[test]
fn boundaries_coexist_and_all_are_shown() {
    let home = begun();
    home.ok(&["boundary", "space", "--until", "2026-12-01"]);
    home.ok(&["boundary", "order"]);
    let status = home.status(NOW);
    assert_eq!(
        status["boundaries"],
        serde_json::json!([{"kind":"space","from":"2026-11-23","through":"2026-12-01"},{"kind":"order","from":"2026-11-23","through":null}])
    );
    assert_eq!(home.run(&["check", "--boundary"]).code, Some(0));
}

#[test]
fn correcting_the_start_after_a_contact_loses_nothing_of_the_run_before() {
    let mut home = begun();
    home.set_now("2026-11-22T23:41");
    home.ok(&["log-contact", "me"]);
    home.set_now(NOW);
    // A bare date stands before the contact of its own day, so the contact begins the run; a later day moves it.
    for (when, since) in [("2026-11-22", "2026-11-22T23:41:00+01:00"), ("2026-11-23", "2026-11-23")] {
        home.ok(&["start-no-contact", when, "--replace"]);
        let status = home.status(NOW);
        assert_eq!(status["no_contact"]["since"], since);
        assert_eq!(status["record"]["longest_days"], 21, "1 to 22 November, whatever came after");
    }
    assert!(home.fails(&["start-no-contact", "2026-11-20", "--replace"]).contains("it cannot start before that"));
}

#[test]
fn where_the_word_is_theirs_the_status_names_no_day_on_which_a_window_ends() {
    for typed in [&["boundary", "space"][..], &["boundary", "order"], &["answer", "no"], &["answer", "not-now"]] {
        let home = begun();
        assert!(home.ok(&[]).contains("through Sat 24 Apr 2027") && home.ok(&[]).contains('●'));
        home.ok(typed);
        let status = home.ok(&[]);
        assert!(status.contains("A few weeks to 6 months: 30 days since Sat 24 Oct 2026\n\nNow"), "{status}");
    }
}
