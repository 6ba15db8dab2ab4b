//! `window`: classifies any date and writes nothing.

use serde_json::{Value, json};

use crate::support::Home;

fn window(home: &Home, args: &[&str]) -> Value {
    let args: Vec<_> = ["window"].iter().chain(args).chain(&["--json"]).copied().collect();
    serde_json::from_str(&home.ok(&args)).unwrap()
}

#[test]
fn its_json_has_just_the_four_fields() {
    assert_eq!(
        window(&Home::new(), &["24", "Oct", "2026"]),
        json!({"schema": 1, "today": "2026-11-23",
            "breakup": {"date": "2026-10-24", "days": 30},
            "window": {"id": "weeks-to-6-months", "from": "2026-11-14", "through": "2027-04-24", "stated": true}})
    );
}

#[test]
fn a_date_is_classified_with_the_configured_thresholds() {
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
        ("2026-10-22", "years", "2026-11-23", None),
    ] {
        let wanted = json!({"id": id, "from": from, "through": through, "stated": false});
        assert_eq!(window(&home, &[breakup])["window"], wanted, "{breakup}");
    }
    assert!(!home.path(".local").exists(), "it writes nothing");
}

#[test]
fn a_window_clamps_at_the_end_of_february() {
    let at = |now: &str| {
        let mut home = Home::new();
        home.set_now(now);
        window(&home, &["2025-08-31"])["window"].clone()
    };
    assert_eq!(at("2026-02-28"), json!({"id": "weeks-to-6-months", "from": "2025-09-21", "through": "2026-02-28", "stated": true}));
    assert_eq!(at("2026-03-01"), json!({"id": "years", "from": "2026-03-01", "through": null, "stated": false}));
    assert_eq!((&at("2026-08-30")["stated"], &at("2026-08-31")["stated"]), (&json!(false), &json!(true)));
}

#[test]
fn a_date_ahead_and_no_date_are_refused() {
    let home = Home::new();
    for args in [&["window"][..], &["window", "tomorrow"], &["window", "01/02/2026"], &["window", "21"]] {
        home.fails(args);
    }
}
