//! A command never says what is not so: what would not be true afterwards is refused, and nothing is written.

use super::*;

#[test]
fn an_end_closes_the_run_or_is_refused() {
    // The run began at ten; the bare day was recorded later, so it stands behind the start.
    let home = Home::new();
    home.does("start-no-contact 2026-11-22 10:00 --breakup 2026-10-24");
    home.does("end-no-contact 2026-11-22");
    assert_eq!(json(&home)["no_contact"], serde_json::Value::Null);
    let home = Home::begun();
    home.does("log-contact me 2026-11-22T10:00");
    let in_the_way = "Sun 22 Nov 2026 10:00";
    home.refuses(&[("end-no-contact 2026-11-22T09:00", in_the_way), ("end-no-contact 2026-11-21", in_the_way)]);
    assert_eq!(numbers(&home), "2026-11-22T10:00:00+01:00, 21/22/23/2");
}

#[test]
fn a_start_opens_a_run_or_the_run_in_the_way_is_named() {
    let home = Home::begun();
    home.refuses(&[("start-no-contact 2026-11-05", "no contact is already running, since Sun 1 Nov 2026")]);
    home.does("end-no-contact 2026-11-20");
    let in_the_way = "a run is in the way: Sun 1 Nov 2026 to Fri 20 Nov 2026";
    home.refuses(&[("start-no-contact 2026-11-15", in_the_way), ("start-no-contact 2026-11-01", in_the_way)]);
    home.does("start-no-contact 2026-11-20");
    assert_eq!(numbers(&home), "2026-11-20, 19/23/23/2");
    home.refuses(&[("start-no-contact 2026-11-10 --replace", in_the_way)]);
    assert_eq!(home.lines().len(), 4);
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
fn a_refused_first_command_leaves_no_trace() {
    let home = Home::new();
    let replaces_nothing = "error: no count is running, so there is no start to correct\n";
    home.refuses(&[
        ("undo", "error: there is nothing"),
        ("end-no-contact", "error: no count is running, so there is none to close\n"),
        ("start-no-contact 2026-11-01 --replace", replaces_nothing),
        ("start-no-contact 2026-12-01", "a start can't lie ahead"),
        ("breakup 2026-11-01 --again", "there is no first breakup yet"),
        ("log-contact me 2026-12-01", "a contact can't lie ahead"),
        ("status --format {nothing}", "{days}"),
    ]);
    assert!(home.is_empty());
    home.does("log-contact me 2026-11-22");
    home.refuses(&[("start-no-contact 3 days ago --replace", replaces_nothing)]);
    assert_eq!(home.lines().len(), 1);
}

#[test]
fn what_lies_ahead_of_the_clock_is_named_by_its_day_or_its_time() {
    let home = Home::begun();
    home.refuses(&[
        ("log-contact me today 23:59", "error: a contact can't lie ahead: it isn't 23:59 yet\n"),
        ("log-contact me 2026-11-24", "error: a contact can't lie ahead: Tue 24 Nov 2026 hasn't come yet\n"),
    ]);
    let ran = at(&home, "Europe/Berlin", "9999-12-31", &["log-contact", "me"]);
    assert!(ran.err.starts_with("error: `--at` lies ahead of the clock, so nothing can be recorded there\n"), "{}", ran.err);
}

#[test]
fn the_same_contact_within_two_minutes_gets_a_hint_and_both_count() {
    let home = Home::begun();
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
