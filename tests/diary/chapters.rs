//! A second breakup opens a chapter: what is over stays in the history, and no longer rules.

use super::*;

fn second() -> Home {
    let home = Home::begun();
    home.does("breakup 2026-11-12 --again");
    home
}

#[test]
fn a_new_chapter_begins_with_nothing_but_its_breakup() {
    let home = Home::begun();
    home.does("log-contact me 2026-11-05");
    home.does("answer no");
    home.does("boundary space --from 2026-11-06");
    home.does("aim closure");
    home.does("breakup 2026-11-12 --again");
    let status = json(&home);
    assert_eq!((&status["breakup"]["date"], &status["no_contact"]), (&"2026-11-12".into(), &serde_json::Value::Null));
    assert_eq!((in_force(&home).as_str(), &status["aim"]), ("", &"closure".into()));
    // Their no was recorded today, which is in the new chapter.
    assert_eq!(status["answer"]["answer"], "no");
}

#[test]
fn the_same_second_breakup_from_two_machines_is_one() {
    let home = second();
    home.does("start-no-contact 2026-11-14");
    let known = json(&home);
    let again = r#""kind":"breakup","again":true"#;
    add(&home, "zz.jsonl", &line("1", "2026-11-12", again));
    assert_eq!(json(&home), known);
    // Corrected on one machine, it is still the same one.
    home.does("breakup 2026-11-12");
    assert_eq!(json(&home), known);
}

#[test]
fn a_second_breakup_comes_after_the_first() {
    let after_the_first = "comes after the first, which was on Sat 24 Oct 2026";
    Home::begun().refuses(&[("breakup 2026-10-24 --again", after_the_first), ("breakup 2026-10-20 --again", after_the_first)]);
    let home = second();
    home.refuses(&[("breakup 2026-10-20", "another breakup is in the way, on Sat 24 Oct 2026")]);
    assert_eq!((breakup(&home).as_str(), home.lines().len()), ("2026-11-12", 3));
    Home::new().refuses(&[("breakup 2026-11-12 --again", "there is no first breakup yet")]);
}

#[test]
fn a_start_on_the_day_of_a_second_breakup_opens_a_run_whatever_its_time() {
    let home = Home::begun();
    home.does("breakup 2026-11-23 --again");
    home.does("start-no-contact 00:00");
    assert_eq!(numbers(&home), "2026-11-23T00:00:00+01:00, 0/1/1/1");
}

#[test]
fn a_breakup_after_a_start_or_a_contact_of_its_chapter_is_refused() {
    for (typed, message) in [
        ("start-no-contact 2026-11-01", "no contact started before that, on Sun 1 Nov 2026"),
        ("log-contact them 2026-11-01", "there was a contact before that, on Sun 1 Nov 2026"),
    ] {
        let home = Home::new();
        home.does(typed);
        home.refuses(&[("breakup 2026-11-05", message)]);
    }
    let home = second();
    home.does("breakup 2026-11-14");
    assert_eq!(breakup(&home), "2026-11-14", "the first chapter is no obstacle to the second breakup");
}
