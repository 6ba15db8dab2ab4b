//! Random sequences through the real program: what each command printed is what `status --json` says.

use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::steps::{check, command, filled};

const FIRST: &str = "2026-10-01";

fn play(commands: &[String]) {
    let home = Home::new();
    let first: chrono::NaiveDate = FIRST.parse().unwrap();
    let mut states: Vec<Value> = Vec::new();
    for (step, line) in commands.iter().enumerate() {
        let today = first + chrono::Days::new(3 * step as u64);
        let line = filled(line, today);
        let now = format!("{today}T18:00:00+01:00");
        let known = || home.status(&now);
        let before = known();
        let ran = at(&home, "Europe/Berlin", &now, &line.split(' ').collect::<Vec<_>>());
        match ran.code {
            Some(0) if line != "undo" => {
                check(&line, &ran.out, &known());
                states.push(before);
                // Undone at once, the state before is there again; undone again, the one after.
                let after = known();
                let undone = at(&home, "Europe/Berlin", &now, &["undo"]);
                if undone.code == Some(0) && after != *states.last().unwrap() {
                    assert_eq!(known(), *states.last().unwrap(), "{line} then undo: {}", undone.out);
                    let id = undone.out.split("`reconnect undo ").nth(1).unwrap().split('`').next().unwrap().to_owned();
                    if at(&home, "Europe/Berlin", &now, &["undo", &id]).code == Some(0) {
                        assert_eq!(known(), after, "{line}");
                    }
                }
            }
            Some(0) => {}
            Some(2) => {
                assert!(ran.err.contains("error: ") && ran.out.is_empty(), "{line} {ran:?}");
                assert_eq!(known(), before, "{line} was refused and changed something");
            }
            _ => panic!("{line} {ran:?}"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if std::env::var_os("RECONNECT_FULL").is_some() { 400 } else { 8 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_each_command_printed_is_what_the_status_says(commands in prop::collection::vec(prop_oneof![6 => command(), 1 => Just("undo".to_owned())], 2..14)) {
        play(&commands);
    }
}
