//! The main job, end to end.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

mod support;

use serde_json::json;
use support::{Home, NOW};

#[test]
fn the_contracts_example_is_printed_field_by_field() {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01T21:30", "--breakup", "2026-10-24"]);
    let mut status = home.status(NOW);
    status["verdict"]["reasons"] = json!([]);
    assert_eq!(
        status,
        json!({"schema":1,"now":"2026-11-23T18:00:00+01:00","today":"2026-11-23",
         "breakup":{"date":"2026-10-24","days":30},
         "window":{"id":"weeks-to-6-months","from":"2026-11-14","through":"2027-04-24","stated":true},
         "no_contact":{"since":"2026-11-01T21:30:00+01:00","days":22},
         "record":{"longest_days":22,"kept_days":23,"total_days":23,"runs":1},
         "boundaries":[],"answer":null,
         "verdict":{"id":"prepare","earliest":"2026-11-22","reasons":[]},
         "next_milestone":{"id":"day-30","date":"2026-12-01"}})
    );
}

#[test]
fn a_fresh_home_is_told_how_to_begin_and_stays_empty() {
    let home = Home::new();
    assert!(home.ok(&[]).contains("reconnect start-no-contact"));
    assert_eq!(home.ok(&["prompt"]), "");
    assert_eq!(std::fs::read_dir(home.path("")).unwrap().count(), 0);
}
