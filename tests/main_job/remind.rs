//! `remind`: once, never twice, and nothing that invites contact.

use std::fs;

use crate::support::Home;

/// A home whose run began so many days before the tests' now.
fn home(days: u32) -> Home {
    let home = Home::new();
    home.ok(&["start-no-contact", &format!("{days} days ago"), "--breakup", "30 days ago"]);
    home
}

fn state(home: &Home) -> std::path::PathBuf {
    home.path(".local/state/reconnect/remind.json")
}

#[test]
fn each_is_said_once_after_weeks_asleep_only_the_latest_and_each_run_has_its_own() {
    let mut home = Home::new();
    let said = home.transcript(
        "@ 2026-10-17T09:00
        start-no-contact 2026-10-14
        remind --dry-run
        remind
        remind
        remind --plain
        remind --json
        @ 2026-11-15T09:00
        remind --dry-run --plain
        remind
        @ 2026-11-16T09:00
        remind
        log-contact me
        remind
        @ 2026-11-17T09:00
        remind
        end-no-contact
        remind",
    );
    insta::assert_snapshot!("remind", said);
}

#[test]
fn a_lost_or_damaged_state_costs_one_message() {
    assert_eq!(home(22).ok(&["remind"]), "", "without a state an old milestone is no news");
    let home = home(21);
    assert_eq!(home.does("remind"), "Day 21.\n");
    let through = |day: &str| format!("{{\"schema\":1,\"checked_through\":\"{day}\",\"announced\":[]}}");
    // A clock that was ahead for a while doesn't silence it for good.
    for damage in ["", "{", "[]", "\0", &through("soon"), &through("2040-01-01")] {
        fs::write(state(&home), damage).unwrap();
        assert_eq!(home.does("remind"), "Day 21.\n", "{damage:?}");
        assert_eq!(home.does("remind"), "", "{damage:?}");
    }
    // What 0.1.0 wrote is still read.
    fs::write(state(&home), "{\"schema\":1,\"through\":\"2026-11-23\",\"said\":[[\"2026-11-02\",\"day-21\"]]}").unwrap();
    assert_eq!(home.does("remind"), "");
}

#[test]
fn what_is_hidden_looked_ahead_at_or_silenced_is_said_later_or_never() {
    let said = Home::new().transcript(
        "remind
        ! ls -A
        @ 2026-11-18T09:00
        start-no-contact 2026-11-01 --breakup 2026-10-24
        remind
        ! echo 2026-11-22 >.local/state/reconnect/hidden
        @ 2026-11-22T09:00
        remind
        @ 2030-11-01T09:00
        remind
        remind
        @ 2026-11-23T09:00
        remind
        remind
        ! printf '[count]\\nfirst_day = 1\\n' >>.config/reconnect/config.toml
        @ 2026-12-01T09:00
        remind
        ! printf '[remind]\\nmilestones = false\\n' >>.config/reconnect/config.toml
        remind",
    );
    insta::assert_snapshot!("remind_later", said);
}

#[test]
fn hidden_before_it_first_ran_it_is_silent_and_says_it_afterwards() {
    let said = Home::new().transcript(
        "@ 2026-11-18T09:00
        start-no-contact 2026-11-01 --breakup 2026-10-24
        ! echo 2026-11-22 >.local/state/reconnect/hidden
        @ 2026-11-22T09:00
        remind --dry-run
        ! ls .local/state/reconnect
        remind
        @ 2026-11-23T09:00
        remind",
    );
    insta::assert_snapshot!("remind_hidden", said);
}

#[test]
fn as_json_nothing_due_is_said_too() {
    let said = Home::new().transcript(
        "remind --json
        start-no-contact 22 days ago
        remind --json
        start-no-contact 2025-11-23 --replace
        remind --json --dry-run
        remind --plain --dry-run
        hide
        remind --json",
    );
    insta::assert_snapshot!("remind_json", said);
}

#[test]
fn after_a_yes_nothing_is_said_and_the_end_of_the_quiet_weeks_is_no_milestone() {
    let yes = home(21);
    yes.does("answer yes");
    assert_eq!(yes.does("remind"), "");
    let home = Home::new();
    home.write_config("[windows]\nfew_weeks_days = 25\n");
    home.ok(&["start-no-contact", "25 days ago", "--breakup", "25 days ago"]);
    assert_eq!(home.does("remind"), "");
}

#[test]
fn it_runs_while_another_command_holds_the_lock() {
    let home = home(21);
    let lock = fs::File::create(home.path(".local/state/reconnect/lock")).unwrap();
    lock.lock().unwrap();
    assert_eq!(home.does("remind"), "Day 21.\n");
}
