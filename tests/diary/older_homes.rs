//! A home of 0.1.0 is read as it is, and its config is not taken for edits.

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
    // The corrected breakup, and the start of the first run: both were once recorded.
    edit(&home, "breakup", "2026-10-25");
    edit(&home, "no_contact_since", "2026-11-01");
    home.does("status");
    assert_eq!((breakup(&home).as_str(), numbers(&home).as_str()), ("2026-10-24", "2026-11-09T21:30:00+01:00, 14/22/23/2"));
    edit(&home, "no_contact_since", "2026-11-12");
    assert_eq!(numbers(&home), "2026-11-12, 11/20/23/2");
    record_something(&home);
    assert_eq!(numbers(&home), "2026-11-12, 11/20/23/2");
    // A day on which only they called opened no run, so it is an edit; it can't be true, because a contact opened this run.
    edit(&home, "no_contact_since", "2026-11-08");
    assert!(home.run(&["status"]).err.contains("this run began with the contact of Mon 9 Nov 2026"));
}

#[test]
fn undo_walks_back_through_what_0_1_0_recorded() {
    let home = older();
    assert!(home.does("undo").starts_with("Taken back: a letter, Sun 15 Nov 2026."));
    assert!(home.does("undo").starts_with("Taken back: an urge, not sent, Sat 14 Nov 2026 23:00."));
    assert!(home.path(".local/share/reconnect/letters/b23e4d5c6b7a8990a1b2c3d4e5f60718.md").exists());
}
