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
fn the_newest_come_first_and_the_rest_is_counted() {
    let home = Home::example();
    for day in 2..8 {
        home.ok(&["log-contact", "them", &format!("2026-11-0{day}")]);
    }
    let shown = home.does("history --limit 2");
    assert!(shown.contains("Contacts     Sat 7 Nov 2026: a text from them ("), "{shown}");
    assert!(shown.contains("and 4 more; `--limit 6` shows all\n"), "{shown}");
    assert!(!home.does("history --limit 6").contains("more;"));
}

#[test]
fn kept_days_appear_only_after_a_slip_and_the_id_of_a_contact_is_what_undo_takes() {
    let home = Home::example();
    let before = home.does("history");
    assert_eq!(before, "Counts       22 days, since Sun 1 Nov 2026\n");
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
fn months_that_were_asked_for_are_shown_even_if_empty() {
    let home = Home::example();
    let titles = |args: &[&str]| {
        let shown = home.ok(&[&["history", "--calendar"], args].concat());
        shown.lines().filter(|line| line.ends_with(" 2026")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(titles(&[]), ["November 2026"]);
    assert_eq!(titles(&["--months", "2"]), ["October 2026", "November 2026"]);
    home.refuses(&[
        ("history --months 2", "not provided: --calendar"),
        ("history --calendar --json", "cannot be used with"),
        ("history --calendar --urges", "cannot be used with"),
        ("history --json --csv", "cannot be used with"),
        ("history --calendar --months 0", "it can be 1 to 120"),
    ]);
}

#[test]
fn a_week_can_begin_on_sunday() {
    let home = Home::example();
    home.write_config(&(home.read_config() + "\n[count]\nweek_starts = \"sunday\"\n"));
    assert!(home.does("history --calendar").contains("\n Su   Mo   Tu   We   Th   Fr   Sa\n  1·"));
}

#[test]
fn nothing_recorded_is_said() {
    let home = Home::new();
    assert_eq!(home.does("history"), "Nothing is recorded yet. `reconnect start-no-contact` begins a count.\n");
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
