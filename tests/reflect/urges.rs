//! What can be learned from the urges.

use serde_json::Value;

use super::two_months;
use crate::support::Home;

fn json(home: &Home) -> Value {
    home.json("history --urges")
}

#[test]
fn two_months_of_urges_at_a_glance() {
    let home = two_months::home();
    insta::assert_snapshot!("urges", home.does("history --urges"));
    insta::assert_snapshot!("urges_narrow", home.env("COLUMNS", "40").ok(&["history", "--urges"]));
    insta::assert_snapshot!("urges_accessible", two_months::home().env("ACCESSIBLE", "1").ok(&["history", "--urges"]));
}

#[test]
fn the_same_numbers_for_programs_and_spreadsheets() {
    let home = two_months::home();
    let json = json(&home);
    // The last four weeks begin on Tue 27 Oct: four urges, of strength 3, 2, 3, 2.
    assert_eq!((&json["last_four_weeks"]["from"], &json["last_four_weeks"]["urges"]), (&"2026-10-27".into(), &4.into()));
    assert_eq!(json["last_four_weeks"]["mean_strength"], 2.5);
    // What 0.2.0 drew from few urges is no longer said, and its fields stay.
    assert_eq!((&json["four_weeks_before"], &json["most"]), (&Value::Null, &Value::Null));
    assert_eq!(json["most_part"], "evening");
    // In the evening: 27 and 29 Sep, 2, 4, 11, 14, 18, 23 and 25 Oct, 1 and 15 Nov; that of 14 Oct was sent.
    assert_eq!(json["by_part"][3], serde_json::json!({ "part": "evening", "urges": 11, "not_sent": 10 }));
    assert_eq!(json["by_trigger"][0], serde_json::json!({ "trigger": "lonely", "urges": 7, "not_sent": 7 }));
    let csv = home.does("history --urges --csv");
    assert!(csv.starts_with("on,weekday,part,outcome,fate,minutes,trigger,strength,id\n2026-11-15T21:10:00+01:00,Sunday,evening,sat-out,not-sent,,lonely,2,"), "{csv}");
}

#[test]
fn few_urges_make_no_pattern() {
    let home = Home::example();
    assert_eq!(home.does("history --urges"), "No urges are recorded. In a bad moment: `reconnect urge`.\n");
    for _ in 0..5 {
        home.does("urge --resisted");
    }
    let few = home.does("history --urges");
    assert!(few.contains("Fewer than 6: too few to see a pattern.") && !few.contains("Most came"), "{few}");
    assert_eq!((&json(&home)["enough_for_a_pattern"], &json(&home)["most_part"]), (&false.into(), &Value::Null));
    home.does("urge --resisted");
    let enough = home.does("history --urges");
    assert!(enough.contains("evening 6\n") && enough.contains("Most came in the evening."), "{enough}");
}

#[test]
fn an_urge_is_not_sent_only_if_the_user_said_so_and_no_message_followed_within_a_day() {
    // Each: what was said, the contact after it, and what it counts as.
    let table: &[(&str, Option<&str>, &str)] = &[
        ("--resisted", None, "not-sent"),
        ("--wrote", None, "sent"),
        ("--resisted", Some("me 2026-11-21T11:59"), "sent"),
        ("--resisted", Some("me 2026-11-21T12:01"), "not-sent"),
        ("--resisted", Some("me 2026-11-20T11:00"), "not-sent"),
        ("--resisted", Some("me 2026-11-21"), "sent"),
        ("--resisted", Some("me 2026-11-22"), "not-sent"),
        ("--resisted", Some("me 2026-11-20T13:00 --reply"), "sent"),
        ("--resisted", Some("me 2026-11-20T13:00 --via looked"), "not-sent"),
        ("--resisted", Some("me 2026-11-20T13:00 --logistics"), "not-sent"),
        ("--resisted", Some("them 2026-11-20T13:00"), "not-sent"),
    ];
    for (said, contact, fate) in table {
        let mut home = Home::example();
        home.set_now("2026-11-20T12:00");
        home.ok(&["urge", said]);
        home.set_now("2026-11-23T18:00");
        if let Some(contact) = contact {
            home.does(&format!("log-contact {contact}"));
        }
        assert_eq!(json(&home)["urges"][0]["fate"], *fate, "{said} {contact:?}");
    }
}

#[test]
fn the_part_of_the_day_goes_by_the_hour_and_the_weekday_by_the_edge_of_the_day() {
    let mut home = Home::example();
    home.write_config(&(home.read_config() + "\n[count]\nday_starts_at = \"04:00\"\n"));
    // Sat 14 Nov at 1:30 still belongs to Friday.
    for (at, weekday, part) in [
        ("2026-11-14T01:30", "friday", "night"),
        ("2026-11-14T06:00", "saturday", "morning"),
        ("2026-11-14T12:00", "saturday", "afternoon"),
        ("2026-11-14T18:00", "saturday", "evening"),
    ] {
        home.set_now(at);
        home.does("urge --resisted");
        let cells = json(&home)["by_time"].take();
        let cell = serde_json::json!({ "weekday": weekday, "part": part, "urges": 1 });
        assert!(cells.as_array().unwrap().contains(&cell), "{cells}");
    }
}
