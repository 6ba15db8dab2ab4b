//! `remind`: once, never twice, and nothing that invites contact.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

mod support;

use std::fs;

use support::{Home, Ran};

/// A home whose run began so many days before the tests' now, by a clock that stands still.
fn home(days: u32) -> Home {
    let home = Home::new();
    home.ok(&["start-no-contact", &format!("{days} days ago"), "--breakup", "30 days ago"]);
    home
}

fn mark(home: &Home) -> std::path::PathBuf {
    home.path(".local/state/reconnect/remind.json")
}

#[test]
fn a_milestone_is_said_once_and_a_bystander_learns_nothing() {
    let home = home(21);
    assert_eq!(home.ok(&["remind", "--dry-run"]), "Day 21.\n");
    assert!(!mark(&home).exists());
    assert_eq!(home.ok(&["remind"]), "Day 21.\n");
    assert_eq!(home.ok(&["remind"]), "");
    assert_eq!(home.ok(&["remind", "--plain"]), "");
    assert_eq!(home.ok(&["remind", "--json"]), "");
}

#[test]
fn plain_names_things_and_json_is_for_programs() {
    let home = home(21);
    assert_eq!(home.ok(&["remind", "--dry-run", "--plain"]), "21 days of no contact, since Mon 2 Nov 2026.\n");
    let json: serde_json::Value = serde_json::from_str(&home.ok(&["remind", "--json"])).unwrap();
    let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
    compiler.enable_format_assertions();
    let schema = compiler.compile(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/schema/remind.json"), &mut schemas).unwrap();
    schemas.validate(&json, schema).unwrap();
    assert_eq!(
        json,
        serde_json::json!({"schema":1,"now":"2026-11-23T18:00:00+01:00","today":"2026-11-23",
            "milestone":{"id":"day-21","date":"2026-11-23"},"no_contact":{"since":"2026-11-02","days":21}})
    );
}

#[test]
fn after_weeks_asleep_the_latest_is_said_and_no_backlog() {
    let mut home = Home::new();
    home.ok(&["start-no-contact", "2026-10-14"]);
    home.set_now("2026-10-17T09:00");
    assert_eq!(home.ok(&["remind"]), "Day 3.\n");
    home.set_now("2026-11-15T09:00");
    assert_eq!(home.ok(&["remind"]), "Day 30, reached on Fri 13 Nov 2026.\n");
    home.set_now("2026-11-16T09:00");
    assert_eq!(home.ok(&["remind"]), "");
}

#[test]
fn without_a_mark_old_milestones_are_no_news_and_losing_it_costs_one_message() {
    assert_eq!(home(22).ok(&["remind"]), "");
    let home = home(21);
    assert_eq!(home.ok(&["remind"]), "Day 21.\n");
    for damage in ["", "{", "[]", "\0", "{\"schema\":1,\"through\":\"soon\",\"said\":[]}"] {
        fs::write(mark(&home), damage).unwrap();
        assert_eq!(home.ok(&["remind"]), "Day 21.\n", "{damage:?}");
        assert_eq!(home.ok(&["remind"]), "", "{damage:?}");
    }
}

#[test]
fn it_is_silent_where_no_run_is_open_and_makes_nothing_in_a_fresh_home() {
    let fresh = Home::new();
    assert_eq!(fresh.ok(&["remind"]), "");
    assert_eq!(fs::read_dir(fresh.path("")).unwrap().count(), 0);
    let home = home(21);
    home.ok(&["end-no-contact"]);
    assert_eq!(home.ok(&["remind"]), "");
}

#[test]
fn a_new_run_counts_anew() {
    let mut home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01"]);
    home.set_now("2026-11-22T09:00");
    assert_eq!(home.ok(&["remind"]), "Day 21.\n");
    home.ok(&["log-contact", "me"]);
    assert_eq!(home.ok(&["remind"]), "");
    home.set_now("2026-11-23T09:00");
    assert_eq!(home.ok(&["remind"]), "Day 1.\n");
    assert_eq!(home.ok(&["remind"]), "");
}

#[test]
fn the_setting_silences_it_and_what_was_silenced_is_not_made_up_for() {
    let mut home = home(21);
    let config = home.read_config();
    home.write_config(&format!("{config}[remind]\nmilestones = false\n"));
    assert_eq!(home.ok(&["remind"]), "");
    home.write_config(&format!("{config}[count]\nfirst_day = 1\n"));
    // Day 30 is called 31 there, so the count is said.
    home.set_now("2026-11-24T09:00");
    assert_eq!(home.ok(&["remind"]), "");
    home.set_now("2026-12-02");
    assert_eq!(home.ok(&["remind"]), "30 days.\n");
}

#[test]
fn looking_ahead_leaves_it_to_be_said_then() {
    let home = home(21);
    for _ in 0..2 {
        let ran = Ran::from(home.command().args(["--at", "2030-11-02", "remind"]).output().unwrap());
        assert_eq!((ran.out.as_str(), ran.code), ("4 years.\n", Some(0)));
    }
    assert_eq!(home.ok(&["remind"]), "Day 21.\n");
}

#[test]
fn whatever_they_asked_or_answered_it_speaks_of_the_users_own_count_only() {
    for said in [["boundary", "space"], ["boundary", "order"], ["answer", "no"], ["answer", "not-now"]] {
        let home = home(21);
        home.ok(&said);
        assert_eq!(home.ok(&["remind", "--dry-run"]), "Day 21.\n", "{said:?}");
        assert_eq!(home.ok(&["remind", "--plain"]), "21 days of no contact, since Mon 2 Nov 2026.\n", "{said:?}");
    }
    // The day on which the guide's convention would allow a first word is no milestone of its own.
    let home = Home::new();
    home.write_config("[windows]\nfew_weeks_days = 25\n");
    home.ok(&["start-no-contact", "25 days ago", "--breakup", "25 days ago"]);
    assert_eq!(home.ok(&["remind"]), "");
}

#[test]
fn two_at_once_speak_once_and_what_cannot_be_marked_is_not_said() {
    let home = home(21);
    let start = || {
        let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin!("reconnect"));
        command.env_clear().env("HOME", home.path("")).env("TZ", "Europe/Berlin").args(["--at", support::NOW, "remind"]);
        command.stdout(std::process::Stdio::piped()).spawn().unwrap()
    };
    let children: Vec<_> = (0..8).map(|_| start()).collect();
    let said: String =
        children.into_iter().map(|child| String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap()).collect();
    assert_eq!(said, "Day 21.\n");

    fs::remove_file(mark(&home)).unwrap();
    fs::create_dir(mark(&home)).unwrap();
    let error = home.fails(&["remind"]);
    assert!(error.contains("remind.json"), "{error}");
}

#[test]
fn crons_bare_environment_is_enough() {
    let home = home(21).at(None);
    let mut command = home.command();
    command.env_clear().env("HOME", home.path("")).args(["--at", support::NOW, "remind"]);
    let ran = Ran::from(command.output().unwrap());
    assert_eq!((ran.err.as_str(), ran.code), ("", Some(0)));
}

/// The block of `docs/remind.md` below the line that names a file.
fn unit(file: &str) -> String {
    let recipes = include_str!("../docs/remind.md");
    let below = recipes.split_once(&format!("/{file}`:\n\n```ini\n")).unwrap().1;
    below.split_once("```").unwrap().0.to_owned()
}

#[test]
fn systemd_finds_no_fault_in_the_timer() {
    if !std::path::Path::new("/usr/bin/systemd-analyze").exists() {
        eprintln!("skipped: `systemd-analyze` is not installed");
        return;
    }
    let home = Home::new();
    let files = ["reconnect-remind.service", "reconnect-remind.timer"];
    for file in files {
        fs::write(home.path(file), unit(file)).unwrap();
    }
    let verify = |files: &[&str]| {
        let mut verify = std::process::Command::new("systemd-analyze");
        let output = verify.args(["verify", "--man=no"]).args(files).current_dir(home.path("")).output().unwrap();
        (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let (is_fine, said) = verify(&files);
    assert!(is_fine && !said.contains("reconnect-remind"), "{said}");
    fs::write(home.path(files[1]), unit(files[1]).replace("09:00:00", "late")).unwrap();
    assert!(verify(&files).1.contains("reconnect-remind"), "a fault would be found");
}
