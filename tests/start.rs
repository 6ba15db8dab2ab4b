//! `start-no-contact` and `breakup`: what they understand, record and refuse; a refusal leaves no trace.
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

const PHRASES: &str =
    "hint: write a date as `2026-10-24`, `24 Oct 2026`, `yesterday`, `3 weeks ago`, `last friday` or `yesterday 23:50`\n";

fn begun() -> Home {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    home
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap()
}

/// Both dates as `status --json` has them.
fn dates(home: &Home) -> (serde_json::Value, serde_json::Value) {
    let status = home.status(NOW);
    (status["breakup"]["date"].clone(), status["no_contact"]["since"].clone())
}

#[test]
fn what_was_understood_is_said_back_before_the_status() {
    for (words, said) in [
        ("2026-11-01", "Sun 1 Nov 2026, 22 days ago"),
        ("2026-11-01T21:30", "Sun 1 Nov 2026 21:30, 22 days ago"),
        ("1 Nov 2026 21:30", "Sun 1 Nov 2026 21:30, 22 days ago"),
        ("Sun 1 Nov 2026 at 21:30", "Sun 1 Nov 2026 21:30, 22 days ago"),
        ("2026-11-01T23:30-11:00", "Sun 1 Nov 2026 23:30, 22 days ago"),
        ("3 weeks ago", "Mon 2 Nov 2026, 21 days ago"),
        ("last monday", "Mon 16 Nov 2026, 7 days ago"),
        ("yesterday 23:50", "Sun 22 Nov 2026 23:50, yesterday"),
        ("18:01", "Sun 22 Nov 2026 18:01, yesterday"),
        ("18:00", "Mon 23 Nov 2026 18:00, today"),
        ("now", "Mon 23 Nov 2026 18:00, today"),
        ("today", "Mon 23 Nov 2026, today"),
    ] {
        let home = Home::new();
        let words: Vec<_> = ["start-no-contact"].into_iter().chain(words.split(' ')).collect();
        let out = home.ok(&words);
        assert_eq!(first_line(&out), format!("No contact since {said}."));
        assert_eq!(out.split_once("\n\n").unwrap().1, home.ok(&[]), "then the status as it is");
    }
}

#[test]
fn without_a_date_and_without_a_terminal_it_begins_today() {
    let home = Home::new();
    assert_eq!(first_line(&home.ok(&["start-no-contact"])), "No contact since Mon 23 Nov 2026, today.");
}

#[test]
fn the_words_of_the_breakup_end_where_its_date_does() {
    for words in [
        "--breakup 24 Oct 2026 yesterday",
        "--breakup 2026-10-24 yesterday",
        "yesterday --breakup 24 Oct 2026",
        "--breakup Sat 24 Oct 2026 1 day ago",
        "--breakup 30 days ago last sunday",
    ] {
        let home = Home::new();
        let words: Vec<_> = ["start-no-contact"].into_iter().chain(words.split(' ')).collect();
        home.ok(&words);
        assert_eq!(dates(&home), ("2026-10-24".into(), "2026-11-22".into()), "{words:?}");
    }
}

#[test]
fn a_second_start_is_refused_and_told_apart_from_a_contact() {
    let home = begun();
    let refused = "error: no contact is already running, since Sun 1 Nov 2026\nhint: if there was contact, `reconnect log-contact me WHEN` records it; the count begins anew, what was kept still counts\nhint: if the start is wrong, `reconnect start-no-contact WHEN --replace` corrects it\n";
    assert_eq!(home.fails(&["start-no-contact"]), refused);
    assert_eq!(home.fails(&["start-no-contact", "2026-11-10"]), refused);
    // All or nothing: the breakup beside it is not recorded either.
    assert_eq!(home.fails(&["start-no-contact", "2026-11-10", "--breakup", "2026-10-20"]), refused);
    assert_eq!(dates(&home), ("2026-10-24".into(), "2026-11-01".into()));
}

#[test]
fn a_start_is_corrected_in_both_directions_and_the_diary_keeps_both() {
    let home = begun();
    assert_eq!(
        home.ok(&["start-no-contact", "2026-10-30", "--replace"]).split("\n\n").next().unwrap(),
        "Corrected: no contact since Fri 30 Oct 2026, 24 days ago. The earlier entry\nstays in the diary."
    );
    home.ok(&["start-no-contact", "2026-11-05", "--replace"]);
    let status = home.status(NOW);
    assert_eq!(status["no_contact"]["days"], 18);
    assert_eq!(status["record"]["runs"], 1, "a correction is no second run");
    let file = std::fs::read_dir(home.diary()).unwrap().next().unwrap().unwrap().path();
    assert_eq!(std::fs::read_to_string(file).unwrap().lines().count(), 4);
}

#[test]
fn what_lies_ahead_or_before_the_breakup_is_an_error_when_it_is_said() {
    let home = begun();
    let ahead = |what: &str, date: &str| {
        format!("error: {what} cannot lie ahead: {date} has not come yet\nhint: check the date, or the clock\n")
    };
    assert_eq!(home.fails(&["start-no-contact", "tomorrow", "--replace"]), ahead("a start", "Tue 24 Nov 2026"));
    assert_eq!(home.fails(&["start-no-contact", "today", "18:01", "--replace"]), ahead("a start", "Mon 23 Nov 2026"));
    assert_eq!(home.fails(&["breakup", "in", "2", "days"]), ahead("a breakup", "Wed 25 Nov 2026"));
    assert_eq!(
        home.fails(&["start-no-contact", "2026-10-23", "--replace"]),
        "error: no contact cannot start before the breakup: Fri 23 Oct 2026 is before Sat 24 Oct 2026\nhint: `--breakup WHEN` corrects the breakup date\n"
    );
    assert_eq!(
        home.fails(&["breakup", "2026-11-02"]),
        "error: no contact started before that, on Sun 1 Nov 2026\nhint: a breakup comes before its no contact; `reconnect breakup WHEN --again` records a second one\n"
    );
    // On the day itself is fine, for either.
    home.ok(&["start-no-contact", "2026-10-24", "--replace"]);
    home.ok(&["breakup", "2026-10-24"]);
}

#[test]
fn a_breakup_is_shown_set_corrected_and_followed_by_a_second_one() {
    let home = Home::new();
    assert_eq!(home.ok(&["breakup"]), "No breakup date is known. `reconnect breakup WHEN` sets it.\n");
    assert_eq!(
        home.fails(&["breakup", "2026-10-24", "--again"]),
        "error: no first breakup is known\nhint: `reconnect breakup WHEN` records it\n"
    );
    assert_eq!(first_line(&home.ok(&["breakup", "24", "Oct", "2026"])), "Noted: the breakup was on Sat 24 Oct 2026, 30 days ago.");
    assert_eq!(home.ok(&["breakup"]), "The breakup was on Sat 24 Oct 2026, 30 days ago.\n");
    home.ok(&["breakup", "2026-10-25"]);
    home.ok(&["breakup", "2026-10-20"]);
    assert_eq!(home.ok(&["breakup"]), "The breakup was on Tue 20 Oct 2026, 34 days ago.\n");
    assert_eq!(
        home.fails(&["breakup", "2026-10-20", "--again"]),
        "error: a second breakup comes after the first, which was on Tue 20 Oct 2026\nhint: without `--again` the date is corrected\n"
    );
    home.ok(&["breakup", "2026-11-20", "--again"]);
    assert_eq!(home.ok(&["breakup"]), "The breakup was on Fri 20 Nov 2026, 3 days ago.\n");
    // What is corrected then is the second.
    home.ok(&["breakup", "2026-11-19"]);
    assert_eq!(home.ok(&["breakup"]), "The breakup was on Thu 19 Nov 2026, 4 days ago.\n");
}

#[test]
fn what_could_mean_two_things_is_refused_with_the_reason() {
    for (phrase, why) in [
        ("5", "a bare number could be a day, a month or a year"),
        ("01/02/2026", "its order of day and month is not the same everywhere"),
        ("2026-02-30", "there is no such day in the calendar"),
        ("soon", "it is not one of the phrases I know"),
        ("", "it is empty"),
    ] {
        let home = Home::new();
        assert_eq!(home.fails(&["start-no-contact", phrase]), format!("error: `{phrase}` is no date here: {why}\n{PHRASES}"));
        assert!(home.at(None).fails(&["--at", phrase]).ends_with(&format!("{why}\n{PHRASES}")));
    }
}

#[test]
fn now_can_be_moved_back_for_recording_but_not_ahead() {
    let real = Home::new().at(None);
    for ahead in ["tomorrow", "in 3 years", "2999-01-01"] {
        assert_eq!(
            real.fails(&["--at", ahead, "start-no-contact", "2026-11-01"]),
            "error: `--at` lies ahead of the clock, where nothing has happened yet\nhint: look ahead with `status`, `history`, `check` or `window`; record with the time of the event as WHEN\n"
        );
    }
    assert_eq!(std::fs::read_dir(real.path("")).unwrap().count(), 0);
    // A bare date is noon of that day; what was later that day had not happened.
    let home = Home::new().at(Some("2026-11-20"));
    assert_eq!(home.status("2026-11-20")["now"], "2026-11-20T12:00:00+01:00");
    assert!(home.fails(&["start-no-contact", "today", "12:01"]).starts_with("error: a start cannot lie ahead"));
    home.ok(&["start-no-contact", "today", "11:59"]);
}

#[test]
fn a_refused_command_creates_nothing() {
    for refused in [
        ["start-no-contact", "tomorrow"].as_slice(),
        &["start-no-contact", "2026-10-01", "--breakup", "2026-10-24"],
        &["start-no-contact", "nonsense"],
        &["breakup", "2026-11-01", "--again"],
        &["breakup", "tomorrow"],
    ] {
        let home = Home::new();
        home.fails(refused);
        assert_eq!(std::fs::read_dir(home.path("")).unwrap().count(), 0, "{refused:?}");
    }
}
