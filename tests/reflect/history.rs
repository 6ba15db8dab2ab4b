//! What happened: counts, contacts, check-ins, the calendar.

use super::two_months;
use crate::support::{Home, without_ids};

#[test]
fn two_months_at_a_glance() {
    let home = two_months::home();
    insta::assert_snapshot!("history", without_ids(&home.does("history")));
    insta::assert_snapshot!("history_calendar", home.does("history --calendar"));
    insta::assert_snapshot!("history_narrow", without_ids(&home.env("COLUMNS", "40").ok(&["history"])));
    let home = two_months::home().env("ACCESSIBLE", "1");
    insta::assert_snapshot!("history_accessible", without_ids(&home.does("history")));
    insta::assert_snapshot!("history_calendar_accessible", home.does("history --calendar --months 2"));
}

#[test]
fn kept_days_appear_only_after_a_slip_and_the_id_of_a_contact_is_what_undo_takes() {
    let home = Home::example();
    let before = home.does("history");
    assert_eq!(before, "Counts       22 days, since Sun 1 Nov 2026 21:30\n");
    home.does("log-contact me 2026-11-10");
    let shown = home.does("history");
    assert!(shown.contains("Kept         22 of 23 days, longest 13 days\n"), "{shown}");
    let id = shown.split('(').nth(1).unwrap().split(')').next().unwrap();
    home.ok(&["undo", id]);
    assert_eq!(home.does("history"), before);
}

#[test]
fn notes_are_shown_escaped_and_whole_in_json_and_never_a_formula_in_csv() {
    let home = Home::example();
    home.gives("log-contact them --note -", "=cmd|' /C calc'!A1\u{1b}[2J");
    let shown = home.does("history");
    assert!(shown.contains("note: =cmd|' /C calc'!A1\\u{1b}[2J\n"), "{shown}");
    assert_eq!(home.json("history")["contacts"][0]["note"], "=cmd|' /C calc'!A1\u{1b}[2J");
    let csv = home.does("history --csv");
    let names = "what,from,to,days,who,via,reply,logistics,ended_run,reach_out,id,note,mood\n";
    assert!(csv.starts_with(names) && csv.contains(",'=cmd|' /C calc'!A1\\u{1b}[2J,"), "{csv}");
    assert!(csv.lines().all(|line| line.matches(',').count() == 12), "{csv}");
}

#[test]
fn the_newest_come_first_and_only_what_was_asked_for() {
    let said = Home::new().transcript(
        "history
        start-no-contact 2026-11-01 --breakup 2026-10-24
        log-contact them 2026-11-02
        log-contact them 2026-11-03
        log-contact them 2026-11-04
        log-contact them 2026-11-05
        history --limit 2
        history --limit 4
        history --calendar
        history --calendar --months 2
        history --months 2
        history --calendar --json
        history --calendar --urges
        history --json --csv
        history --calendar --months 0
        ! printf '[count]\\nweek_starts = \"sunday\"\\n' >>.config/reconnect/config.toml
        history --calendar",
    );
    insta::assert_snapshot!("history_asked_for", said);
}

#[test]
fn a_locale_without_utf8_gets_ascii_and_programs_get_everything() {
    let home = two_months::home().env("LC_ALL", "C");
    home.gives("log-contact them --note -", "für Ånna");
    home.gives("notebook if-then", "wenn es spät ist …");
    for line in ["history", "history --calendar", "history --urges", "notebook", "urge"] {
        let screen = home.does(line);
        assert!(screen.is_ascii(), "{line}: {screen}");
    }
    assert!(home.does("history --json").contains("für Ånna") && home.does("history --csv").contains("für Ånna"));
    assert!(home.does("notebook list --json").contains("spät ist …"));
}

#[test]
fn with_a_later_days_edge_it_shows_the_start_as_the_status_does() {
    let home = Home::new();
    home.write_config("[count]\nday_starts_at = \"04:00\"\n");
    home.does("start-no-contact 2026-11-02T02:00");
    for line in ["status", "history"] {
        assert!(home.does(line).contains("22 days, since Mon 2 Nov 2026 02:00\n"), "{line}");
    }
}
