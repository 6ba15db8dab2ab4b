//! `remind`: once, never twice, and nothing that invites contact.

use std::fs;

use crate::support::{Home, Ran};

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
    for damage in ["", "{", "[]", "\0", "{\"schema\":1,\"checked_through\":\"soon\",\"announced\":[]}"] {
        fs::write(state(&home), damage).unwrap();
        assert_eq!(home.does("remind"), "Day 21.\n", "{damage:?}");
        assert_eq!(home.does("remind"), "", "{damage:?}");
    }
    // What 0.1.0 wrote is still read.
    fs::write(state(&home), "{\"schema\":1,\"through\":\"2026-11-23\",\"said\":[[\"2026-11-02\",\"day-21\"]]}").unwrap();
    assert_eq!(home.does("remind"), "");
}

#[test]
fn where_nothing_is_set_up_it_names_the_folder_on_stderr() {
    let home = Home::new();
    let ran = home.run(&["remind"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.lines().count()), (Some(0), "", 1), "{}", ran.err);
    for name in [".local/share/reconnect", "RECONNECT_DATA_DIR", "RECONNECT_CONFIG_DIR", "RECONNECT_STATE_DIR"] {
        assert!(ran.err.contains(name), "{}", ran.err);
    }
    assert!(home.is_empty());
}

#[test]
fn a_setting_silences_it() {
    let mut home = home(21);
    let config = home.read_config();
    home.write_config(&format!("{config}[remind]\nmilestones = false\n"));
    assert_eq!(home.does("remind"), "");
    // Day 30 is called 31 where the first day is 1, so the length is said.
    home.write_config(&format!("{config}[count]\nfirst_day = 1\n"));
    home.set_now("2026-12-02");
    assert_eq!(home.does("remind"), "30 days.\n");
}

#[test]
fn while_hidden_it_is_silent_and_says_it_once_afterwards() {
    let mut home = Home::new();
    home.set_now("2026-11-18T09:00");
    home.does("start-no-contact 2026-11-01");
    assert_eq!(home.does("remind"), "");
    fs::write(home.path(".local/state/reconnect/hidden"), "2026-11-22\n").unwrap();
    home.set_now("2026-11-22T09:00");
    assert_eq!(home.does("remind"), "");
    home.set_now("2026-11-23T09:00");
    assert_eq!(home.does("remind"), "Day 21, reached on Sun 22 Nov 2026.\n");
    assert_eq!(home.does("remind"), "");
}

#[test]
fn looking_ahead_leaves_it_to_be_said_then() {
    let home = home(21);
    for _ in 0..2 {
        let ran = Ran::from(home.command().args(["--at", "2030-11-02", "remind"]).output().unwrap());
        assert_eq!((ran.out.as_str(), ran.code), ("4 years.\n", Some(0)));
    }
    assert_eq!(home.does("remind"), "Day 21.\n");
}

#[test]
fn whatever_they_said_it_speaks_of_the_own_count_alone() {
    for said in ["boundary space", "boundary order", "answer no", "answer not-now", "aim closure"] {
        let home = home(21);
        home.does(said);
        assert_eq!(home.does("remind --dry-run"), "Day 21.\n", "{said}");
        assert_eq!(home.does("remind --plain"), "21 days of no contact, since Mon 2 Nov 2026.\n", "{said}");
    }
    // The end of the quiet weeks is no milestone.
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
