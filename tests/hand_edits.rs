//! A start that was edited by hand in the configuration, behind contacts and ends: what it corrects, and what stays as it was. Each
//! number is worked out by hand. The breakup is on 24 October, the first start on 1 November, today is 23 November 2026.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

mod support;

use serde_json::json;
use support::Home;

const NOW: &str = "2026-11-23T18:00";

struct Case {
    name: &'static str,
    /// What happened after the start.
    commands: &'static [&'static [&'static str]],
    /// What is written into the file then.
    edited: &'static str,
    /// The open run's start.
    since: Option<&'static str>,
    /// Longest run, days kept, days in all, runs.
    record: [i64; 4],
}

const CONTACT: &[&str] = &["log-contact", "me", "2026-11-10"];
const END: &[&str] = &["end-no-contact", "2026-11-10"];

const CASES: [Case; 8] = [
    Case {
        // 1 to 10 November stays (9 days, the 10th not kept); 12 to 23 are 12 dates.
        name: "behind the contact that opened the run, it moves that run's start",
        commands: &[CONTACT],
        edited: "2026-11-12",
        since: Some("2026-11-12"),
        record: [11, 21, 23, 2],
    },
    Case {
        // 5 to 10 November, the 10th not kept; then 13 days since the 10th.
        name: "before that contact, it corrects the start before it",
        commands: &[CONTACT],
        edited: "2026-11-05",
        since: Some("2026-11-10"),
        record: [13, 18, 19, 2],
    },
    Case {
        // 1 to 10 November are 10 dates, both ends counted; 15 to 23 are 9.
        name: "behind an end, it is a new start",
        commands: &[END],
        edited: "2026-11-15",
        since: Some("2026-11-15"),
        record: [9, 19, 23, 2],
    },
    Case {
        name: "on the day of an end, too",
        commands: &[END],
        edited: "2026-11-10",
        since: Some("2026-11-10"),
        record: [13, 23, 23, 2],
    },
    Case {
        // 5 to 10 November are 6 dates; the days in all go on through today.
        name: "before an end, it corrects the start of the run that was closed",
        commands: &[END],
        edited: "2026-11-05",
        since: None,
        record: [5, 6, 19, 1],
    },
    Case {
        name: "a day on which only they wrote is no day of the program's, so it is an edit",
        commands: &[&["log-contact", "them", "2026-11-08"]],
        edited: "2026-11-08",
        since: Some("2026-11-08"),
        record: [15, 16, 16, 1],
    },
    Case {
        // 1 to 5 November are 5 dates; 9 to 23 are 15.
        name: "of two starts, it corrects the later",
        commands: &[&["end-no-contact", "2026-11-05"], &["start-no-contact", "2026-11-08"]],
        edited: "2026-11-09",
        since: Some("2026-11-09"),
        record: [14, 20, 23, 2],
    },
    Case {
        name: "the day of a contact that opened the run is what the program wrote itself",
        commands: &[CONTACT],
        edited: "2026-11-10",
        since: Some("2026-11-10"),
        record: [13, 22, 23, 2],
    },
];

#[test]
fn an_edited_start_corrects_what_the_rules_say_and_the_next_change_records_that() {
    for case in CASES {
        let mut home = Home::new();
        home.set_now("2026-11-23T17:00");
        home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
        case.commands.iter().for_each(|command| drop(home.ok(command)));
        let mut lines: Vec<String> = home.read_config().lines().map(str::to_owned).collect();
        lines.retain(|line| !line.starts_with("no_contact_since"));
        home.write_config(&(lines.join("\n") + &format!("\nno_contact_since = {}\n", case.edited)));

        home.set_now(NOW);

        let [longest, kept, total, runs] = case.record;
        let expected = json!({"longest_days": longest, "kept_days": kept, "total_days": total, "runs": runs});
        let seen = || {
            let status = home.status(NOW);
            // Their contacts are read for it, which no count asks for.
            let history: serde_json::Value = serde_json::from_str(&home.ok(&["history", "--json"])).unwrap();
            let open = history["runs"].as_array().unwrap().iter().find(|run| run["until"].is_null());
            assert_eq!(open.map_or(&serde_json::Value::Null, |run| &run["since"]), &status["no_contact"]["since"], "{}", case.name);
            (status["no_contact"]["since"].as_str().map(str::to_owned), status["record"].clone())
        };
        let expected = (case.since.map(str::to_owned), expected);
        assert_eq!(seen(), expected, "{}", case.name);
        // A contact by them changes no count, and takes the edit into the diary.
        home.ok(&["log-contact", "them", "2026-11-20"]);
        assert_eq!(seen(), expected, "recorded: {}", case.name);
        let mirrored = case.since.map(|since| format!("no_contact_since = {since}"));
        let written = home.read_config().lines().find(|line| line.starts_with("no_contact_since")).map(str::to_owned);
        assert_eq!(written, mirrored, "{}", case.name);
    }
}

#[test]
fn a_start_of_another_machine_that_changed_nothing_is_not_what_an_edit_corrects() {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    home.ok(CONTACT);
    // The run since the 10th was open then, so this start opened none.
    let line =
        r#"{"v":1,"id":"00000000000000000000000000000001","on":"2026-11-15","at":"2026-11-15T10:00:00+01:00","kind":"start"}"#;
    std::fs::write(home.diary().join("other.jsonl"), format!("{line}\n")).unwrap();
    home.write_config(&home.read_config().replace("2026-11-10", "2026-11-12"));
    let status = home.status(NOW);
    assert_eq!((&status["no_contact"]["since"], &status["record"]["runs"]), (&"2026-11-12".into(), &2.into()));
}

#[test]
fn an_edit_that_a_command_corrects_in_the_same_breath_leaves_no_record() {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    home.write_config(&home.read_config().replace("2026-11-01", "2026-11-05"));
    home.ok(&["start-no-contact", "2026-11-07", "--replace"]);
    let diary = std::fs::read_dir(home.diary()).unwrap().next().unwrap().unwrap().path();
    let text = std::fs::read_to_string(diary).unwrap();
    let days: Vec<&str> = text.lines().map(|line| line.split("\"on\":\"").nth(1).unwrap().split('"').next().unwrap()).collect();
    assert_eq!(days, ["2026-10-24", "2026-11-01", "2026-11-07"]);
}

#[test]
fn a_start_on_the_day_of_the_breakup_is_no_contradiction_and_one_before_it_is() {
    let home = Home::new();
    home.write_config("breakup = 2026-10-24\nno_contact_since = 2026-10-24\n");
    assert_eq!(home.status(NOW)["no_contact"], json!({"since": "2026-10-24", "days": 30}));
    home.write_config("breakup = 2026-10-24\nno_contact_since = 2026-10-23\n");
    assert!(home.fails(&["status"]).starts_with("error: no contact cannot start before the breakup"));
}
