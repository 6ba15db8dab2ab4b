//! `check`, a silent predicate for scripts, and `window`, which writes nothing.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

mod support;

use serde_json::{Value, json};
use support::Home;

/// The exit code of a check that has to be silent.
fn check(home: &Home, args: &str) -> i32 {
    let args: Vec<_> = ["check"].into_iter().chain(args.split(' ')).collect();
    let ran = home.run(&args);
    assert_eq!((ran.out.as_str(), ran.err.as_str()), ("", ""), "{args:?}");
    ran.code.unwrap()
}

#[test]
fn it_is_true_if_all_that_was_asked_holds_and_false_if_one_does_not() {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    for (args, code) in [
        ("--active", 0),
        ("--days-at-least 0", 0),
        ("--days-at-least 22", 0),
        ("--days-at-least 23", 1),
        ("--window weeks-to-6-months", 0),
        ("--window days", 1),
        ("--window years", 1),
        ("--verdict prepare", 0),
        ("--verdict wait", 1),
        ("--boundary", 1),
        ("--active --days-at-least 22 --window weeks-to-6-months --verdict prepare", 0),
        ("--active --days-at-least 22 --window weeks-to-6-months --verdict wait", 1),
        ("--active --boundary", 1),
    ] {
        assert_eq!(check(&home, args), code, "{args}");
    }
    home.ok(&["boundary", "space"]);
    assert_eq!(check(&home, "--boundary --verdict respect-boundary"), 0);
    home.ok(&["end-no-contact"]);
    assert_eq!((check(&home, "--active"), check(&home, "--days-at-least 0")), (1, 1));
}

#[test]
fn what_is_not_known_does_not_hold() {
    let home = Home::new();
    for args in ["--active", "--boundary", "--days-at-least 0", "--window days", "--window years", "--verdict unknown"] {
        assert_eq!(check(&home, args), 1, "{args}");
    }
    assert_eq!(std::fs::read_dir(home.path("")).unwrap().count(), 0);
    home.ok(&["start-no-contact", "2026-11-01"]);
    assert_eq!((check(&home, "--verdict unknown"), check(&home, "--window weeks-to-6-months")), (0, 1));
}

#[test]
fn asked_for_nothing_or_for_what_there_is_not_it_is_a_usage_error_and_never_false() {
    let home = Home::new();
    assert_eq!(
        home.fails(&["check"]),
        "error: missing: <--window <ID>|--verdict <ID>|--days-at-least <N>|--active|--boundary>\nhint: usage: reconnect check <--window <ID>|--verdict <ID>|--days-at-least <N>|--active|--boundary>\n"
    );
    assert_eq!(
        home.fails(&["check", "--window", "week"]),
        "error: invalid value `week` for `--window <ID>` [possible values: days, weeks-to-6-months, years]\nhint: a similar value exists: `weeks-to-6-months`\n"
    );
    assert!(home.fails(&["check", "--verdict", "prepar"]).ends_with("\nhint: a similar value exists: `prepare`\n"));
    home.fails(&["check", "--days-at-least", "some"]);
    home.fails(&["check", "--days-at-least", "-1"]);
    home.write_config("broken");
    home.fails(&["check", "--active"]);
}

fn window(home: &Home, args: &[&str]) -> Value {
    let args: Vec<_> = ["window"].iter().chain(args).chain(&["--json"]).copied().collect();
    serde_json::from_str(&home.ok(&args)).unwrap()
}

#[test]
fn a_windows_json_has_just_the_four_fields() {
    assert_eq!(
        window(&Home::new(), &["24", "Oct", "2026"]),
        json!({"schema": 1, "today": "2026-11-23",
            "breakup": {"date": "2026-10-24", "days": 30},
            "window": {"id": "weeks-to-6-months", "from": "2026-11-14", "through": "2027-04-24", "stated": true}})
    );
}

#[test]
fn any_date_is_classified_with_the_thresholds_that_are_configured() {
    // Today is 2026-11-23. Breakups at both ends of each window: 20 and 21 days ago, six months ago and a day more, a year ago.
    let home = Home::new();
    for (breakup, id, from, through, stated) in [
        ("2026-11-23", "days", "2026-11-23", Some("2026-12-13"), true),
        ("2026-11-03", "days", "2026-11-03", Some("2026-11-23"), true),
        ("2026-11-02", "weeks-to-6-months", "2026-11-23", Some("2027-05-02"), true),
        ("2026-05-23", "weeks-to-6-months", "2026-06-13", Some("2026-11-23"), true),
        ("2026-05-22", "years", "2026-11-23", None, false),
        ("2025-11-24", "years", "2026-05-25", None, false),
        ("2025-11-23", "years", "2026-05-24", None, true),
    ] {
        let wanted = json!({"id": id, "from": from, "through": through, "stated": stated});
        assert_eq!(window(&home, &[breakup])["window"], wanted, "{breakup}");
    }
    home.write_config("[windows]\nfew_weeks_days = 14\ngolden_months = 1\n");
    for (breakup, id, from, through) in [
        ("2026-11-10", "days", "2026-11-10", Some("2026-11-23")),
        ("2026-11-09", "weeks-to-6-months", "2026-11-23", Some("2026-12-09")),
        ("2026-10-23", "weeks-to-6-months", "2026-11-06", Some("2026-11-23")),
        ("2026-10-22", "years", "2026-11-23", None),
        ("2016-10-22", "years", "2016-11-23", None),
    ] {
        let wanted = json!({"id": id, "from": from, "through": through, "stated": false});
        assert_eq!(window(&home, &[breakup])["window"], wanted, "{breakup}");
    }
    assert!(!home.path(".local").exists(), "it writes nothing");
}

#[test]
fn the_contracts_example_clamps_at_the_end_of_february() {
    let home = Home::new();
    let at = |now: &str| {
        let out = home.command().args(["--at", now, "window", "2025-08-31", "--json"]).output().unwrap();
        serde_json::from_slice::<Value>(&out.stdout).unwrap()["window"].clone()
    };
    assert_eq!(at("2026-02-28"), json!({"id": "weeks-to-6-months", "from": "2025-09-21", "through": "2026-02-28", "stated": true}));
    assert_eq!(at("2026-03-01"), json!({"id": "years", "from": "2026-03-01", "through": null, "stated": false}));
    assert_eq!(at("2026-08-30")["stated"], false);
    assert_eq!(at("2026-08-31")["stated"], true);
}

#[test]
fn a_window_is_told_to_people_with_the_guides_silence() {
    let home = Home::new();
    assert_eq!(
        home.ok(&["window", "2026-05-22"]),
        "\
The guide   After 6 months: 185 days since Fri 22 May 2026
            ├●───────────────────────────────────────────────┄
            from Mon 23 Nov 2026 on, in our reading of the guide
            The guide itself does not speak of this stretch.
"
    );
    assert_eq!(
        home.ok(&["window", "2025-11-23"]),
        "\
The guide   Years: 365 days since Sun 23 Nov 2025
            ├━━●─────────────────────────────────────────────┄
            from Sun 24 May 2026 on, in our reading of the guide
"
    );
}

#[test]
fn a_date_ahead_or_none_at_all_is_refused() {
    let home = Home::new();
    assert_eq!(
        home.fails(&["window", "tomorrow"]),
        "error: a breakup cannot lie ahead: Tue 24 Nov 2026 has not come yet\nhint: check the date, or the clock\n"
    );
    assert_eq!(home.fails(&["window"]), "error: missing: <WHEN>...\nhint: usage: reconnect window <WHEN>...\n");
}
