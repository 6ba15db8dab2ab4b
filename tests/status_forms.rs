//! The status in one line and in a template of the user's own.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

#[path = "support/screens.rs"]
mod screens;
mod support;

use screens::having;
use support::Home;

#[test]
fn one_line_says_it_too() {
    let short = |home: &Home, now: &str| {
        let out = home.command().args(["--at", now, "status", "--short"]).output().unwrap();
        String::from_utf8(out.stdout).unwrap()
    };
    let home = having(&["start-no-contact", "2026-11-01T21:30", "--breakup", "2026-10-24"], "");
    assert_eq!(short(&home, "2026-11-02"), "1 day of no contact · the first days\n");
    assert_eq!(short(&home, "2026-11-23"), "22 days of no contact · a few weeks to 6 months\n");
    assert_eq!(short(&home, "2027-04-25"), "175 days of no contact · after 6 months\n");
    assert_eq!(short(&home, "2027-10-24"), "357 days of no contact · years\n");
    assert_eq!(short(&Home::new(), "2026-11-23"), "nothing set up; `reconnect` says how to begin\n");
    assert_eq!(short(&having(&["breakup", "2026-10-24"], ""), "2026-11-23"), "no count running · a few weeks to 6 months\n");
    assert_eq!(short(&having(&["start-no-contact", "2026-11-01"], ""), "2026-11-23"), "22 days of no contact · no breakup date\n");
    let from_one = having(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"], "[count]\nfirst_day = 1\n");
    assert_eq!(short(&from_one, "2026-11-23"), "day 23 of no contact · a few weeks to 6 months\n");
}

#[test]
fn a_template_is_filled_with_what_is_known_and_empty_where_nothing_is() {
    let home = having(&["start-no-contact", "2026-11-01T21:30", "--breakup", "2026-10-24"], "");
    let all = "{days}|{since}|{longest}|{kept}|{total}|{runs}|{breakup}|{breakup_days}|{window}|{verdict}|{earliest}|{milestone}|{milestone_date}";
    assert_eq!(
        home.ok(&["status", "--format", all]),
        "22|2026-11-01T21:30:00+01:00|22|23|23|1|2026-10-24|30|weeks-to-6-months|prepare|2026-11-22|day-30|2026-12-01\n"
    );
    assert_eq!(Home::new().ok(&["status", "--format", all]), "||0|0|0|0||||unknown|||\n");
    assert_eq!(
        home.fails(&["status", "--format", "{day}"]),
        "error: `{day}` is nothing that a template can hold\nhint: it can hold {days}, {since}, {longest}, {kept}, {total}, {runs}, {breakup}, {breakup_days}, {window}, {verdict}, {earliest}, {milestone}, {milestone_date}\n"
    );
    assert_eq!(home.fails(&["status", "--format", "{days"]), "error: a `{` in the template is never closed\n");
    assert_eq!(home.ok(&["status", "--format", "\u{1b}[31m{days}\u{202e}"]), "\\u{1b}[31m22\\u{202e}\n");
}
