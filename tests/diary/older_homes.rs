//! Homes of 0.1.0 and 0.2.0 are read as they are: their counts stay to the day, and their config is not taken for edits.

use super::*;

/// What 0.1.0 wrote in three weeks: no `recorded`, no `with`.
const CONFIG: &str = "# reconnect: `reconnect config` says where this is.\nbreakup = 2026-10-24\nno_contact_since = 2026-11-09T21:30:00+01:00\n\n[count]\nfirst_day = 1\n";
const DIARY: &str = r#"{"v":1,"id":"0d0a60b2a5b44d3c9f0e8f4a6c1d2e3f","on":"2026-10-25","at":"2026-11-01T21:35:00+01:00","kind":"breakup"}
{"v":1,"id":"1b1c2d3e4f5061728394a5b6c7d8e9f0","on":"2026-11-01","at":"2026-11-01T21:35:00.000001+01:00","kind":"start"}
{"v":1,"id":"2f3e4d5c6b7a8990a1b2c3d4e5f60718","on":"2026-11-08","at":"2026-11-08T08:00:00+01:00","kind":"contact","who":"them","via":"call"}
{"v":1,"id":"3a3e4d5c6b7a8990a1b2c3d4e5f60718","on":"2026-10-24","at":"2026-11-08T08:01:00+01:00","replaces":"0d0a60b2a5b44d3c9f0e8f4a6c1d2e3f","kind":"breakup"}
{"v":1,"id":"4b3e4d5c6b7a8990a1b2c3d4e5f60718","on":"2026-11-09T21:30:00+01:00","at":"2026-11-09T21:40:00+01:00","kind":"contact","who":"me","via":"text","note":"it was late"}
{"v":1,"id":"5c3e4d5c6b7a8990a1b2c3d4e5f60718","on":"2026-11-10","at":"2026-11-10T08:00:00+01:00","kind":"boundary","boundary":"space","until":"2026-11-20"}
{"v":1,"id":"6d3e4d5c6b7a8990a1b2c3d4e5f60718","on":"2026-11-11","at":"2026-11-11T08:00:00+01:00","kind":"answer","answer":"not-now"}
{"v":1,"id":"7e3e4d5c6b7a8990a1b2c3d4e5f60718","on":"2026-11-12","at":"2026-11-12T08:00:00+01:00","kind":"retract","retracts":"6d3e4d5c6b7a8990a1b2c3d4e5f60718"}
{"v":1,"id":"8f3e4d5c6b7a8990a1b2c3d4e5f60718","on":"2026-11-13","at":"2026-11-13T08:00:00+01:00","kind":"issue","n":1,"text":"I did not listen"}
{"v":1,"id":"903e4d5c6b7a8990a1b2c3d4e5f60718","on":"2026-11-13","at":"2026-11-13T08:01:00+01:00","kind":"plan","n":2,"of":"8f3e4d5c6b7a8990a1b2c3d4e5f60718","text":"Ask, then wait"}
{"v":1,"id":"a13e4d5c6b7a8990a1b2c3d4e5f60718","on":"2026-11-14T23:00:00+01:00","at":"2026-11-14T23:00:00+01:00","kind":"urge","outcome":"sat-out","minutes":10}
{"v":1,"id":"b23e4d5c6b7a8990a1b2c3d4e5f60718","on":"2026-11-15","at":"2026-11-15T08:00:00+01:00","kind":"letter","n":1,"until":"2027-01-01"}
"#;

fn older() -> Home {
    let home = Home::new();
    home.write_config(CONFIG);
    add(&home, "desk.jsonl", DIARY);
    home.put(".local/state/reconnect/machine", "desk\n");
    home.put(".local/share/reconnect/letters/b23e4d5c6b7a8990a1b2c3d4e5f60718.md", "Dear you\n");
    home
}

#[test]
fn undo_leaves_the_only_copy_of_the_dates() {
    let home = Home::new();
    home.write_config(CONFIG);
    assert!(home.fails(&["undo"]).contains("there is nothing in the diary yet to take back"));
    assert_eq!(home.read_config(), CONFIG);
    assert!(home.lines().is_empty());
}

#[test]
fn a_date_that_only_the_config_holds_has_no_id() {
    let home = Home::new();
    home.write_config(CONFIG);
    let said = home.does("history --all");
    assert_eq!(said.matches("(in the config)").count(), 2, "{said}");
    let entries = home.json("history --all");
    assert!(entries["entries"].as_array().unwrap().iter().all(|entry| entry["id"].is_null()), "{entries}");
    assert_eq!(home.does("export --format csv"), home.does("export --format csv"));
}

#[test]
fn its_answers_are_worked_out_by_hand() {
    let home = older();
    home.does("status");
    // 1 to 9 November are 8 days, and the 9th isn't kept; 22 of 23 dates.
    assert_eq!(numbers(&home), "2026-11-09T21:30:00+01:00, 14/22/23/2");
    let status = json(&home);
    assert_eq!((&status["breakup"]["date"], &status["breakup"]["days"]), (&"2026-10-24".into(), &30.into()));
    assert_eq!((&status["answer"], &status["aim"], in_force(&home).as_str()), (&().into(), &().into(), ""));
    // My message waits for their word: one, after a run that was too short to allow it.
    assert_eq!(verdict(&home), "give-space");
}

#[test]
fn the_first_change_adds_where_the_dates_come_from_and_nothing_else() {
    let home = older();
    let before = numbers(&home);
    record_something(&home);
    assert_eq!(numbers(&home), before);
    let added = home.lines().split_off(DIARY.lines().count());
    assert_eq!(added.len(), 1, "{added:?}");
    assert!(fs::read_to_string(home.diary().join("desk.jsonl")).unwrap().starts_with(DIARY), "in the same file, behind the rest");
    let recorded =
        "recorded = { breakup = \"3a3e4d5c6b7a8990a1b2c3d4e5f60718\", no_contact_since = \"4b3e4d5c6b7a8990a1b2c3d4e5f60718\" }\n";
    let expected = CONFIG.replace("+01:00\n", &format!("+01:00\n{recorded}"));
    assert_eq!(home.read_config(), expected);
}

#[test]
fn an_old_date_in_its_config_is_no_edit_and_a_new_one_is() {
    let home = older();
    // The start of the first run still stands.
    edit(&home, "no_contact_since", "2026-11-01");
    home.does("status");
    assert_eq!((breakup(&home).as_str(), numbers(&home).as_str()), ("2026-10-24", "2026-11-09T21:30:00+01:00, 14/22/23/2"));
    // The first breakup date was corrected, so nothing that stands holds it.
    edit(&home, "breakup", "2026-10-25");
    assert_eq!(breakup(&home), "2026-10-25");
    edit(&home, "no_contact_since", "2026-11-12");
    assert_eq!(numbers(&home), "2026-11-12, 11/20/23/2");
    record_something(&home);
    assert_eq!(numbers(&home), "2026-11-12, 11/20/23/2");
    // A day on which only they called opened no run, so it is an edit; it can't be true, because a contact opened this run.
    edit(&home, "no_contact_since", "2026-11-08");
    assert!(home.run(&["status"]).err.contains("your count began after the contact of Mon 9 Nov 2026"));
}

#[test]
fn undo_walks_back_through_what_0_1_0_recorded() {
    let home = older();
    assert!(home.does("undo").starts_with("Taken back: a letter, Sun 15 Nov 2026."));
    assert!(home.does("undo").starts_with("Taken back: an urge, not sent, Sat 14 Nov 2026 23:00."));
    assert!(home.path(".local/share/reconnect/letters/b23e4d5c6b7a8990a1b2c3d4e5f60718.md").exists());
}

/// What 0.2.0 wrote before a first message: a count since 5 September, and the user's own part on paper.
const BEFORE: &str = r#"{"v":1,"id":"0d0a60b2a5b44d3c9f0e8f4a6c1d2e3f","on":"2026-09-01","at":"2026-09-05T21:35:00+02:00","kind":"breakup"}
{"v":1,"id":"1b1c2d3e4f5061728394a5b6c7d8e9f0","on":"2026-09-05","at":"2026-09-05T21:35:00.000001+02:00","with":"0d0a60b2a5b44d3c9f0e8f4a6c1d2e3f","kind":"start"}
{"v":1,"id":"2f3e4d5c6b7a8990a1b2c3d4e5f60718","on":"2026-09-10T20:00:00+02:00","at":"2026-09-10T20:00:00+02:00","kind":"issue","n":1,"paper":true}
"#;

/// A home of 0.2.0 with the events after that. The last one that moved the count stands in the config.
fn of_0_2_0(events: &[(&str, &str)], opener: usize) -> (Home, String) {
    let home = Home::new();
    let mut text = BEFORE.to_owned();
    for (index, (at, rest)) in events.iter().enumerate() {
        text += &format!("{{\"v\":1,\"id\":\"{index:032}\",\"on\":\"{at}\",\"at\":\"{at}\",{rest}}}\n");
    }
    add(&home, "desk.jsonl", &text);
    home.put(".local/state/reconnect/machine", "desk\n");
    let since = events[opener].0;
    home.write_config(&format!(
        "breakup = 2026-09-01\nno_contact_since = {since}\nrecorded = {{ breakup = \"0d0a60b2a5b44d3c9f0e8f4a6c1d2e3f\", no_contact_since = \"{opener:032}\" }}\n"
    ));
    (home, text)
}

#[test]
fn lives_of_0_2_0_keep_their_counts_to_the_day() {
    const WROTE: (&str, &str) = ("2026-10-10T20:00:00+02:00", r#""kind":"contact","who":"me","via":"text""#);
    const LIKED: (&str, &str) = ("2026-10-10T20:00:00+02:00", r#""kind":"contact","who":"me","via":"social""#);
    const WROTE_ON: (&str, &str) = ("2026-10-10T20:40:00+02:00", r#""kind":"contact","who":"me","via":"text""#);
    const ANSWERED: (&str, &str) = ("2026-10-12T09:00:00+02:00", r#""kind":"contact","who":"them","via":"text""#);
    const COFFEE: (&str, &str) = ("2026-10-20T16:00:00+02:00", r#""kind":"contact","who":"me","via":"in-person""#);
    const YES: (&str, &str) = ("2026-10-21T21:00:00+02:00", r#""kind":"answer","answer":"yes""#);
    // 5 September to 23 November are 80 dates. The message of 10 October came after 35 days, and 44 days lie behind it.
    for (name, events, opener, expected, says) in [
        ("an answered reach-out", &[WROTE, ANSWERED][..], 0, "2026-10-10T20:00:00+02:00, 44/79/80/2", "actions-not-words"),
        // 10 days, and 34 since the coffee.
        ("a coffee", &[WROTE, ANSWERED, COFFEE], 2, "2026-10-20T16:00:00+02:00, 35/78/80/3", "actions-not-words"),
        ("a yes", &[WROTE, ANSWERED, COFFEE, YES], 2, "2026-10-20T16:00:00+02:00, 35/78/80/3", "build-new"),
        // One try since, and the count begins with its last message as before.
        ("two messages in one hour", &[WROTE, WROTE_ON], 1, "2026-10-10T20:40:00+02:00, 44/79/80/2", "await-answer"),
        ("a like", &[LIKED], 0, "2026-10-10T20:00:00+02:00, 44/79/80/2", "await-answer"),
    ] {
        let (home, text) = of_0_2_0(events, opener);
        let config = home.read_config();
        assert_eq!((numbers(&home).as_str(), verdict(&home).as_str()), (expected, says), "{name}");
        let history = home.json("history");
        assert_eq!(history["in_touch"], serde_json::json!([]), "{name}: nobody said so");
        record_something(&home);
        assert_eq!((numbers(&home).as_str(), verdict(&home).as_str()), (expected, says), "{name}");
        assert_eq!(home.read_config(), config, "{name}: no date was taken for an edit");
        assert!(fs::read_to_string(home.diary().join("desk.jsonl")).unwrap().starts_with(&text), "{name}");
        assert_eq!(home.lines().len(), text.lines().count() + 1, "{name}");
    }
}
