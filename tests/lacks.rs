//! What the six steps lack, in `status`: a quiet line each, and none where it would be out of place.
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

use support::Home;

fn started() -> Home {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01T21:30", "--breakup", "2026-10-24"]);
    home
}

fn note(home: &Home, args: &[&str]) {
    assert_eq!(home.run_with_input(&[&["notebook"], args].concat(), "words").code, Some(0), "{args:?}");
}

/// The lines beside `Open`, without their indent.
fn open(home: &Home) -> Vec<String> {
    let status = home.ok(&["status"]);
    let row = status.split("\n\n").find(|row| row.starts_with("Open")).unwrap_or_default();
    row.lines().map(|line| line.trim_start_matches("Open").trim().to_owned()).collect()
}

#[test]
fn each_step_says_what_it_lacks_and_is_silent_when_it_lacks_nothing() {
    let home = started();
    // The verdict says already that there is no issue.
    assert_eq!(open(&home), ["Step 1: what you truly want is not written down yet"]);
    note(&home, &["want"]);
    note(&home, &["issue"]);
    note(&home, &["issue"]);
    assert_eq!(open(&home), ["Step 2: two issues, no plan yet"]);
    note(&home, &["plan", "2"]);
    assert_eq!(open(&home), ["Step 2: two issues, one without a plan", "Step 4: one plan, no evidence of it yet"]);
    note(&home, &["evidence", "4"]);
    note(&home, &["obstacle", "--emotional"]);
    assert_eq!(open(&home), ["Step 2: two issues, one without a plan", "Step 5: one obstacle, no plan yet"]);
    note(&home, &["plan", "6"]);
    note(&home, &["done", "3"]);
    assert_eq!(open(&home), Vec::<String>::new());
}

#[test]
fn nothing_is_asked_for_where_it_would_be_out_of_place() {
    for arguments in [
        &["boundary", "space"][..],
        &["boundary", "order"],
        &["answer", "no"],
        &["answer", "not-now"],
        &["answer", "yes"],
        &["end-no-contact"],
    ] {
        let home = started();
        note(&home, &["issue"]);
        assert!(!open(&home).is_empty());
        home.ok(arguments);
        assert_eq!(open(&home), Vec::<String>::new(), "{arguments:?}");
    }
    // The first days are for letting the dust settle.
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-20", "--breakup", "2026-11-20"]);
    assert_eq!(open(&home), Vec::<String>::new());
}

#[test]
fn after_the_count_is_closed_nothing_invites_to_go_on() {
    for arguments in [&["end-no-contact"][..], &["answer", "no"]] {
        let home = started();
        home.ok(arguments);
        if arguments[0] == "answer" {
            home.ok(&["end-no-contact"]);
        }
        let status = home.ok(&["status"]);
        for invitation in ["reconnect start", "reconnect notebook", "begins it", "Open", "Next"] {
            assert!(!status.contains(invitation), "{arguments:?} {invitation}: {status}");
        }
        assert_eq!(home.ok(&["prompt"]), "");
    }
}
