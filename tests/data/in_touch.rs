//! While the two are in touch again no count runs: the prompt, the reminders, the config and the calendar keep still.

use crate::support::Home;
use crate::{in_touch_line, line, write_diary};

/// No contact since 1 November, in touch since the 10th if `lines` say so; today is the 22nd, day 21 of a count that went on.
fn home(lines: &[String]) -> Home {
    let mut home = Home::begun();
    write_diary(&home, "other.jsonl", lines);
    home.set_now("2026-11-22T18:00");
    home
}

fn since_in_config(home: &Home) -> Option<String> {
    home.does("log-contact them --logistics");
    home.read_config().lines().find_map(|line| line.strip_prefix("no_contact_since = ").map(str::to_owned))
}

#[test]
fn prompt_and_reminders_are_silent_and_the_config_has_no_start_while_it_lasts() {
    let begins = in_touch_line("t1", "2026-11-10", "them");
    let undone = line("t2", "2026-11-21", r#""kind":"retract","retracts":"t1""#);
    for (lines, is_in_touch) in [(vec![], false), (vec![begins.clone()], true), (vec![begins.clone(), undone.clone()], false)] {
        let home = home(&lines);
        let shown = (home.does("prompt"), home.does("remind"));
        let expected = if is_in_touch { ("", "") } else { ("◷ 21\n", "Day 21.\n") };
        assert_eq!((shown.0.as_str(), shown.1.as_str()), expected, "{lines:?}");
        assert_eq!(home.json("remind")["no_contact"].is_null(), is_in_touch, "{lines:?}");
        assert_eq!(since_in_config(&home).is_none(), is_in_touch, "{lines:?}");
    }
    // Gone while it lasts, there again after.
    let home = home(std::slice::from_ref(&begins));
    assert_eq!(since_in_config(&home), None);
    write_diary(&home, "other.jsonl", &[begins, undone]);
    assert_eq!(since_in_config(&home).as_deref(), Some("2026-11-01"));
}

#[test]
fn an_answer_begins_it_too_without_a_count_and_nothing_counts_then() {
    let home = Home::new();
    home.does("breakup 2026-09-01");
    assert!(home.does("history").starts_with("Nothing is recorded yet."));
    let yes = line("a1", "2026-11-16", r#""kind":"answer","answer":"yes","in_touch":true"#).replacen("\"v\":1", "\"v\":2", 1);
    write_diary(&home, "other.jsonl", &[yes]);
    assert_eq!(home.does("history"), "Counts       In touch, since Mon 16 Nov 2026\n");
    assert_eq!(home.json("status")["record"]["total_days"], 0);
}

/// Every event that isn't cancelled, as its day and title.
fn confirmed(home: &Home) -> Vec<String> {
    let calendar = home.run(&["export", "--format", "ics"]).out;
    let events = calendar.split("BEGIN:VEVENT\r\n").filter(|event| event.contains("STATUS:CONFIRMED"));
    let field = |event: &str, name: &str| event.lines().find_map(|line| line.strip_prefix(name)).unwrap().to_owned();
    events.map(|event| format!("{} {}", field(event, "DTSTART;VALUE=DATE:"), field(event, "SUMMARY:"))).collect()
}

#[test]
fn what_is_recorded_later_cancels_the_days_of_a_count_that_a_contact_had_begun() {
    let contact = line("c1", "2026-11-12", r#""kind":"contact","who":"me","via":"text""#);
    let open = home(std::slice::from_ref(&contact));
    assert_eq!(confirmed(&open).len(), 3 + 22, "days 1, 3, 7 until the contact, and the count since then");
    let uid = |home: &Home| home.run(&["export", "--format", "ics"]).out.matches("UID:c1.").count();
    assert_eq!(uid(&open), 22);
    // Both on the 10th, but said on the 21st: the contact of the 12th began no count.
    let later = |line: String| line.replace("\"at\":\"2026-11-20", "\"at\":\"2026-11-21");
    for closes in [later(in_touch_line("t1", "2026-11-10", "them")), later(line("t1", "2026-11-10", r#""kind":"end""#))] {
        let home = home(&[contact.clone(), closes]);
        assert_eq!(confirmed(&home), ["20261102 Day 1", "20261104 Day 3", "20261108 Day 7"]);
        assert_eq!(uid(&home), 22, "cancelled, not forgotten");
    }
    // Said before the contact, it can't have begun one.
    let home = home(&[in_touch_line("t1", "2026-11-10", "them"), later(contact)]);
    assert_eq!((confirmed(&home).len(), uid(&home)), (3, 0));
}
