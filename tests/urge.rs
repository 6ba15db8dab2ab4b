//! The pause before a message, in a terminal and without one.
#![cfg(feature = "cli")]
#![cfg(unix)]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

#[path = "support/pty.rs"]
mod pty;
mod support;

use pty::Pty;
use support::{Home, have};

fn started() -> Home {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01T21:30", "--breakup", "2026-10-24"]);
    home
}

fn diary(home: &Home) -> String {
    std::fs::read_dir(home.diary())
        .into_iter()
        .flatten()
        .map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect()
}

#[test]
fn a_pause_of_three_seconds_is_sat_out_and_the_terminal_is_as_it_was() {
    if !have("stty") {
        return;
    }
    let home = started();
    let mut pty = Pty::run(&home, &[], "$r urge --minutes 0.05");
    pty.shows("A pause before the message: 3 seconds. Ctrl-C leaves at once.");
    pty.shows("kept your distance for 22 days");
    pty.shows("\r  breathe in ");
    pty.shows("0:01");
    pty.shows("How is it now?");
    pty.types("maybe");
    pty.shows("s, w or f;");
    pty.types("s");
    pty.shows("Noted: you sat it out.");
    let (code, _) = pty.ends(&home);
    assert_eq!(code, "0");
    let diary = diary(&home);
    assert!(diary.contains(r#""kind":"urge","outcome":"sat-out","minutes":0}"#), "{diary}");
    assert!(home.ok(&["urge"]).contains("You have sat one out before."));
}

#[test]
fn ctrl_c_leaves_at_once_and_records_nothing() {
    if !have("stty") {
        return;
    }
    let home = started();
    let before = diary(&home);
    for colour in ["never", "always"] {
        let mut pty = Pty::run(&home, &[], &format!("$r --color {colour} urge"));
        pty.shows("1:59");
        pty.interrupts();
        let (code, _) = pty.ends(&home);
        assert_eq!(code, "130", "by SIGINT");
    }
    // At the question too.
    let mut pty = Pty::run(&home, &[], "$r urge --minutes 0.01");
    pty.shows("How is it now?");
    pty.interrupts();
    assert_eq!(pty.ends(&home).0, "130");
    assert_eq!(diary(&home), before);
}

#[test]
fn enter_ends_the_countdown_and_enter_again_leaves_it_open() {
    if !have("stty") {
        return;
    }
    let home = started();
    let before = diary(&home);
    let mut pty = Pty::run(&home, &[], "$r urge --minutes 60");
    pty.shows("60:00");
    pty.types("");
    pty.shows("How is it now?");
    pty.types("");
    pty.shows("Nothing was recorded.");
    assert_eq!(pty.ends(&home).0, "0");
    assert_eq!(diary(&home), before);
}

#[test]
fn after_a_message_the_contact_is_logged_only_if_that_is_wanted() {
    if !have("stty") {
        return;
    }
    for (answer, logged) in [("yes", true), ("", false)] {
        let home = started();
        let mut pty = Pty::run(&home, &[], "$r urge --minutes 0.01");
        pty.shows("How is it now?");
        pty.types("w");
        pty.shows("Log it as a text by you, now?");
        pty.types(answer);
        pty.shows(if logged { "One message is not a week." } else { "`reconnect log-contact me` logs the contact." });
        assert_eq!(pty.ends(&home).0, "0");
        assert!(diary(&home).contains(r#""outcome":"wrote""#));
        assert_eq!(diary(&home).contains(r#""kind":"contact""#), logged);
    }
}

#[test]
fn the_need_for_a_friend_is_answered_with_somebody_to_call() {
    if !have("stty") {
        return;
    }
    let home = Home::new();
    let mut pty = Pty::run(&home, &[], "$r urge --minutes 0.01");
    pty.shows("One quiet evening is how every count begins.");
    pty.shows("How is it now?");
    pty.types("f");
    pty.shows("Call somebody you trust");
    pty.shows("findahelpline.com");
    assert_eq!(pty.ends(&home).0, "0");
    assert!(diary(&home).contains(r#""outcome":"needs-friend""#));
}

#[test]
fn without_a_terminal_it_is_a_text_and_nothing_is_recorded() {
    let home = Home::new();
    let text = home.ok(&["urge"]);
    assert!(
        text.starts_with("A pause before the message: 2 minutes.\n") && !text.contains('\r') && !text.contains('\u{1b}'),
        "{text}"
    );
    assert!(!text.contains(" 0 ") && text.contains("findahelpline.com") && text.contains("emergency number"), "{text}");
    assert_eq!(std::fs::read_dir(home.path("")).unwrap().count(), 0);
    home.fails(&["urge", "--minutes", "0"]);
    home.fails(&["urge", "--minutes", "61"]);
    home.fails(&["urge", "--minutes", "soon"]);
    home.fails(&["urge", "--minutes", "NaN"]);
    home.fails(&["urge", "--resisted", "--wrote"]);
}

#[test]
fn scripts_record_at_once() {
    let home = started();
    assert_eq!(home.ok(&["urge", "--resisted"]), "Noted: you sat it out. That stays yours.\n");
    assert_eq!(home.ok(&["urge", "--wrote"]), "Noted. One message is not a week.\n`reconnect log-contact me` logs the contact.\n");
    assert!(home.ok(&["history", "--calendar"]).contains("23~]"));
    assert!(home.ok(&["undo"]).contains("an urge, and a message"));
}

#[test]
fn the_users_own_evidence_stands_beside_it_and_a_first_day_is_not_a_zero() {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-23", "--breakup", "2026-10-24"]);
    assert!(home.ok(&["urge"]).contains("One quiet evening is how every count begins."));
    assert_eq!(home.run_with_input(&["notebook", "issue"], "went quiet").code, Some(0));
    assert_eq!(home.run_with_input(&["notebook", "plan", "1"], "say it within a day").code, Some(0));
    let text = home.ok(&["urge"]);
    assert!(text.contains("What you mean to do, in your own words:\n  - say it within a day\n"), "{text}");
    for evidence in ["one", "two", "three\u{1b}[2J\nmore"] {
        assert_eq!(home.run_with_input(&["notebook", "evidence", "2"], evidence).code, Some(0));
    }
    let text = home.ok(&["urge"]);
    assert!(text.contains("What you have done, in your own words:\n  - two\n  - three\\u{1b}[2J …\n"), "{text}");
}
