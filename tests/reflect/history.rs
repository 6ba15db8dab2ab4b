//! What happened: counts, contacts, check-ins, the calendar.

use serde_json::Value;

use super::{give, started, two_months, without_ids};
use crate::support::Home;

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
fn kept_days_appear_only_after_a_slip() {
    let home = started();
    assert_eq!(home.does("history"), "Counts       22 days, since Sun 1 Nov 2026\n");
    home.does("log-contact me 2026-11-10");
    let after = home.does("history");
    assert!(after.contains("Kept         22 of 23 days, longest 13 days\n"), "{after}");
}

#[test]
fn the_newest_come_first_and_the_rest_is_counted() {
    let home = started();
    for day in 2..8 {
        home.ok(&["log-contact", "them", &format!("2026-11-0{day}")]);
    }
    let shown = home.does("history --limit 2");
    assert!(shown.contains("Contacts     Sat 7 Nov 2026: a text from them ("), "{shown}");
    assert!(shown.contains("and 4 more; `--limit 6` shows all\n"), "{shown}");
    assert!(!home.does("history --limit 6").contains("more;"));
}

#[test]
fn the_id_of_a_contact_is_what_undo_takes() {
    let home = started();
    home.does("log-contact me 2026-11-10");
    let shown = home.does("history");
    let id = shown.split('(').nth(1).unwrap().split(')').next().unwrap();
    home.ok(&["undo", id]);
    assert_eq!(home.does("history"), "Counts       22 days, since Sun 1 Nov 2026\n");
}

#[test]
fn notes_are_shown_escaped_and_whole_in_json_and_never_a_formula_in_csv() {
    let home = started();
    give(&home, &["log-contact", "them", "--note", "-"], "=cmd|' /C calc'!A1\u{1b}[2J");
    let shown = home.does("history");
    assert!(shown.contains("note: =cmd|' /C calc'!A1\\u{1b}[2J\n"), "{shown}");
    let json: Value = serde_json::from_str(&home.does("history --json")).unwrap();
    assert_eq!(json["contacts"][0]["note"], "=cmd|' /C calc'!A1\u{1b}[2J");
    let csv = home.does("history --csv");
    let names = "what,from,to,days,who,via,reply,logistics,ended_run,reach_out,id,note,mood\n";
    assert!(csv.starts_with(names) && csv.contains(",'=cmd|' /C calc'!A1\\u{1b}[2J,"), "{csv}");
    assert!(csv.lines().all(|line| line.matches(',').count() == 12), "{csv}");
}

#[test]
fn months_that_were_asked_for_are_shown_even_if_empty() {
    let home = started();
    let titles = |args: &[&str]| {
        let shown = home.ok(&[&["history", "--calendar"], args].concat());
        shown.lines().filter(|line| line.ends_with(" 2026")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(titles(&[]), ["November 2026"]);
    assert_eq!(titles(&["--months", "2"]), ["October 2026", "November 2026"]);
    for args in [
        &["--months", "2"][..],
        &["--calendar", "--json"],
        &["--calendar", "--urges"],
        &["--json", "--csv"],
        &["--calendar", "--months", "0"],
    ] {
        home.fails(&[&["history"], args].concat());
    }
}

#[test]
fn a_week_can_begin_on_sunday() {
    let home = started();
    home.write_config(&(home.read_config() + "\n[count]\nweek_starts = \"sunday\"\n"));
    assert!(home.does("history --calendar").contains("\n Su   Mo   Tu   We   Th   Fr   Sa\n  1·"));
}

#[test]
fn nothing_recorded_is_said_and_nothing_is_made() {
    let home = Home::new();
    assert_eq!(home.does("history"), "Nothing is recorded yet. `reconnect start-no-contact` begins a count.\n");
    home.does("history --calendar");
    home.does("history --json");
    assert_eq!(std::fs::read_dir(home.path("")).unwrap().count(), 0);
}

#[test]
fn a_locale_without_utf8_gets_ascii_and_programs_get_everything() {
    let home = two_months::home().env("LC_ALL", "C");
    give(&home, &["log-contact", "them", "--note", "-"], "für Ånna");
    give(&home, &["notebook", "if-then"], "wenn es spät ist …");
    for args in [&["history"][..], &["history", "--calendar"], &["history", "--urges"], &["notebook"], &["urge"]] {
        let screen = home.ok(args);
        assert!(screen.is_ascii(), "{args:?}: {screen}");
    }
    assert!(home.does("history --json").contains("für Ånna") && home.does("history --csv").contains("für Ånna"));
    assert!(home.does("notebook list --json").contains("spät ist …"));
}
