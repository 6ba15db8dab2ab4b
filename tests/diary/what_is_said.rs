//! A command never says what is not so: what would not be true afterwards is refused, and nothing is written.

use super::*;

#[test]
fn an_end_closes_the_run_or_is_refused() {
    // The run began at ten; the bare day was recorded later, so it stands behind the start.
    let home = Home::new();
    home.does("start-no-contact 2026-11-22 10:00 --breakup 2026-10-24");
    home.does("end-no-contact 2026-11-22");
    assert_eq!(json(&home)["no_contact"], serde_json::Value::Null);
    let home = begun();
    home.does("log-contact me 2026-11-22T10:00");
    for when in ["2026-11-22T09:00", "2026-11-21"] {
        let error = home.fails(&["end-no-contact", when]);
        assert!(error.contains("Sun 22 Nov 2026 10:00"), "{error}");
    }
    assert_eq!(numbers(&home), "2026-11-22T10:00:00+01:00, 21/22/23/2");
    assert!(Home::new().fails(&["end-no-contact"]).starts_with("error: no count is running, so there is none to close\n"));
}

#[test]
fn a_start_opens_a_run_or_the_run_in_the_way_is_named() {
    let home = begun();
    assert!(home.fails(&["start-no-contact", "2026-11-05"]).contains("no contact is already running, since Sun 1 Nov 2026"));
    home.does("end-no-contact 2026-11-20");
    for when in ["2026-11-15", "2026-11-01"] {
        let error = home.fails(&["start-no-contact", when]);
        assert!(error.contains("a run is in the way: Sun 1 Nov 2026 to Fri 20 Nov 2026"), "{error}");
    }
    home.does("start-no-contact 2026-11-20");
    assert_eq!(numbers(&home), "2026-11-20, 19/23/23/2");
    let error = home.fails(&["start-no-contact", "2026-11-10", "--replace"]);
    assert!(error.contains("a run is in the way: Sun 1 Nov 2026 to Fri 20 Nov 2026"), "{error}");
    assert_eq!(diary(&home).len(), 4);
}

#[test]
fn a_start_before_a_recorded_contact_is_taken_and_the_run_it_leads_to_is_named() {
    let home = Home::new();
    home.does("log-contact me 2026-11-10");
    let said = home.does("start-no-contact 2026-11-01 --breakup 2026-10-24").replace('\n', " ");
    assert!(said.starts_with("Recorded: no contact from Sun 1 Nov 2026, 22 days ago."), "{said}");
    assert!(said.contains("so the count that is running starts Tue 10 Nov 2026."), "{said}");
    assert_eq!(numbers(&home), "2026-11-10, 13/22/23/2");
}

#[test]
fn replacing_nothing_is_refused_and_nothing_is_written() {
    let home = Home::new();
    home.does("log-contact me 2026-11-22");
    let error = home.fails(&["start-no-contact", "3", "days", "ago", "--replace"]);
    assert!(error.starts_with("error: no count is running, so there is no start to correct\n"), "{error}");
    assert_eq!(diary(&home).len(), 1);
}

#[test]
fn a_refused_first_command_leaves_no_trace() {
    for args in [
        &["undo"][..],
        &["end-no-contact"],
        &["start-no-contact", "2026-11-01", "--replace"],
        &["start-no-contact", "2026-12-01"],
        &["breakup", "2026-11-01", "--again"],
        &["log-contact", "me", "2026-12-01"],
        &["status", "--format", "{nothing}"],
    ] {
        let home = Home::new();
        home.fails(args);
        assert_eq!(fs::read_dir(home.path("")).unwrap().count(), 0, "{args:?}");
    }
}

#[test]
fn what_lies_ahead_of_the_clock_is_named_by_its_day_or_its_time() {
    let home = begun();
    let error = home.fails(&["log-contact", "me", "today", "23:59"]);
    assert!(error.starts_with("error: a contact can't lie ahead: it isn't 23:59 yet\n"), "{error}");
    let error = home.fails(&["log-contact", "me", "2026-11-24"]);
    assert!(error.starts_with("error: a contact can't lie ahead: Tue 24 Nov 2026 hasn't come yet\n"), "{error}");
    let ran = at(&home, "Europe/Berlin", "9999-12-31", &["log-contact", "me"]);
    assert!(ran.err.starts_with("error: `--at` lies ahead of the clock, so nothing can be recorded there\n"), "{}", ran.err);
}

#[test]
fn the_same_contact_within_two_minutes_gets_a_hint_and_both_count() {
    let home = begun();
    let first = at(&home, "Europe/Berlin", "2026-11-24T10:00", &["log-contact", "me"]);
    assert_eq!((first.code, first.err.as_str()), (Some(0), ""));
    let second = at(&home, "Europe/Berlin", "2026-11-24T10:01:30", &["log-contact", "me"]);
    assert_eq!(second.err, "hint: you logged the same contact a moment ago; `reconnect undo` takes this one back\n");
    for (now, args) in [
        ("2026-11-24T10:02", &["log-contact", "me", "--via", "call"][..]),
        ("2026-11-24T10:05", &["log-contact", "me"]),
        ("2026-11-24T10:06", &["log-contact", "them"]),
    ] {
        assert_eq!(at(&home, "Europe/Berlin", now, args).err, "", "{args:?}");
    }
    assert_eq!(of_kind(&home, "contact").len(), 5);
}

#[test]
fn nothing_has_been_written_is_said_only_where_it_is_so() {
    let home = Home::new();
    let first = home.does("status");
    home.does("boundary space");
    home.does("undo");
    assert_eq!(home.run(&["status"]).code, Some(0));
    assert!(!first.contains("nothing has been written"), "{first}");
}

#[test]
fn status_shows_a_start_without_a_breakup_and_a_breakup_without_a_start() {
    let home = Home::new();
    home.does("start-no-contact 2026-11-01");
    assert_eq!((verdict(&home).as_str(), numbers(&home).as_str()), ("unknown", "2026-11-01, 22/23/23/1"));
    let home = Home::new();
    home.does("breakup 2026-10-24");
    assert_eq!((verdict(&home).as_str(), numbers(&home).as_str()), ("give-space", "none, 0/0/0/0"));
}
