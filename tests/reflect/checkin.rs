//! How the user is today.

use serde_json::Value;

use super::diary;
use crate::support::Home;

fn latest(home: &Home) -> Value {
    home.json("checkin")["checkin"].take()
}

#[test]
fn a_second_check_in_of_the_day_replaces_the_first() {
    let mut home = Home::new();
    assert_eq!(latest(&home), Value::Null);
    assert_eq!(home.does("checkin 4"), "Noted: 4 of 5 today.\n");
    assert_eq!(home.gives("checkin 3 --note -", "so so\n"), "Noted: 3 of 5 today, instead of the one from earlier today.\n");
    let first = latest(&home);
    assert_eq!((&first["on"], &first["mood"], &first["note"]), (&"2026-11-23".into(), &3.into(), &"so so".into()));
    assert!(diary(&home).contains(r#""replaces":""#));
    home.does("undo");
    assert_eq!(latest(&home)["mood"], 4, "undo brings the first one back");
    home.set_now("2026-11-24T09:00");
    home.does("checkin 5");
    let moods: Vec<_> = home.json("history")["checkins"].as_array().unwrap().iter().map(|one| one["mood"].clone()).collect();
    assert_eq!(moods, [5, 4]);
}

#[test]
fn a_low_day_is_met_with_kindness_and_the_lowest_with_a_helpline() {
    let home = Home::new();
    assert_eq!(home.does("checkin 2"), "Noted: 2 of 5 today.\nA low day is allowed. Be gentle with yourself.\n");
    let lowest = home.does("checkin 1");
    assert!(lowest.contains("A day this low is hard.") && lowest.contains("findahelpline.com"), "{lowest}");
}

#[test]
fn a_number_outside_one_to_five_or_none_is_refused() {
    let home = Home::new();
    home.refuses(&[
        ("checkin", "a check-in is a number from 1 to 5"),
        ("checkin 0", "it can be 1 to 5"),
        ("checkin 6", "it can be 1 to 5"),
        ("checkin 3.5", "invalid value '3.5'"),
        ("checkin fine", "invalid value 'fine'"),
    ]);
    assert!(home.is_empty());
}

#[test]
fn a_check_in_changes_no_verdict() {
    let home = Home::example();
    let mut before = home.status(crate::support::NOW);
    home.does("checkin 5");
    let mut after = home.status(crate::support::NOW);
    assert_eq!(before["verdict"].take(), after["verdict"].take());
    assert_eq!(before, after);
}

#[test]
fn a_terminal_asks_and_enter_skips() {
    let home = Home::new();
    for (answer, said, code) in [
        ("", "Nothing was recorded. That's fine.", "0"),
        ("6", "isn't a number from 1 to 5", "2"),
        ("4", "Noted: 4 of 5 today.", "0"),
    ] {
        let mut pty = crate::pty::Pty::run(&home, &[], "$r checkin");
        pty.shows("How are you today, from 1 (very low) to 5 (good)?  [Enter] skip ");
        pty.types(answer);
        pty.shows(said);
        assert_eq!(pty.ends(&home).0, code);
    }
    assert_eq!(diary(&home).lines().count(), 1);
}
