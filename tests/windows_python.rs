//! The program against another implementation: the same dates through `status --json` and through Python's calendar.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

mod support;

use std::collections::HashSet;
use std::process::Command;

use serde_json::{Value, json};
use support::{Home, have};

const SEED: &str = "20261123";
const CASES: &str = "200";

/// The parts of `actual` that `expected` speaks of.
fn spoken_of(actual: &Value, expected: &Value) -> Value {
    match (actual, expected) {
        (Value::Object(actual), Value::Object(expected)) => expected
            .iter()
            .map(|(key, value)| (key.clone(), actual.get(key).map_or(json!("absent"), |a| spoken_of(a, value))))
            .collect(),
        _ => actual.clone(),
    }
}

#[test]
fn another_implementation_comes_to_the_same_dates() {
    if !have("python3") {
        return;
    }
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/windows_python.py");
    let ran = Command::new("python3").args([script, SEED, CASES]).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let cases: Vec<Value> =
        String::from_utf8(ran.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(cases.len().to_string(), CASES);

    // The far ends of the world's zones: a civil date is the same date in all of them.
    let zones = ["Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "UTC"];
    let mut reached = HashSet::new();
    for (index, case) in cases.iter().enumerate() {
        let home = Home::new().zone(zones[index % zones.len()]);
        let text = |key: &str| case[key].as_str();
        let start = text("start").map(|date| format!("no_contact_since = {date}\n")).unwrap_or_default();
        home.write_config(&format!(
            "breakup = {}\n{start}[windows]\nfew_weeks_days = {}\ngolden_months = {}\n",
            text("breakup").unwrap(),
            case["few_weeks_days"],
            case["golden_months"]
        ));
        let expected = &case["expected"];
        let status = home.status(expected["today"].as_str().unwrap());
        assert_eq!(&spoken_of(&status, expected), expected, "{case}");
        assert_eq!(status["answer"], json!(null));
        reached.insert(format!("{} {}", expected["window"]["id"], expected["window"]["stated"]));
        reached.insert(expected["verdict"]["id"].to_string());
        reached.insert(format!("milestone {}", expected["next_milestone"]["id"].as_str().map_or("none", |id| &id[..3])));
    }
    // Three windows stated and not, three verdicts, and days, years or nothing next: the dice left nothing out.
    assert_eq!(reached.len(), 6 + 3 + 3, "{reached:?}");
}
