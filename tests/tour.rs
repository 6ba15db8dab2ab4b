//! The tour walks past every command, forwards in time. That it shows what the program prints, `readme.rs` tests for all pages.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

#[path = "support/page.rs"]
mod page;
mod support;

use page::moment;
use support::Home;

/// What the tour has no use for, and where it is shown instead.
const ELSEWHERE: [(&str, &str); 3] =
    [("init", "docs/prompt.md"), ("import", "docs/scripting.md"), ("breakup", "its date is set by `start-no-contact --breakup`")];

fn tour() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/tour.md")).unwrap()
}

#[test]
fn every_command_of_the_help_is_on_the_way() {
    let help = Home::new().at(None).ok(&["-h"]);
    let commands = help.lines().filter_map(|line| line.strip_prefix("  ")?.split_once("  ")).map(|(name, _)| name);
    let commands: Vec<_> = commands.filter(|name| name.starts_with(|first: char| first.is_ascii_lowercase())).collect();
    assert!(commands.contains(&"status"), "{help}");
    let tour = tour();
    for command in commands {
        let typed = tour.lines().any(|line| line.starts_with("$ ") && line.contains(&format!("reconnect {command}")));
        let elsewhere = ELSEWHERE.iter().any(|(name, _)| *name == command);
        assert!(typed != elsewhere, "`{command}` is not in the tour, or is and needs no excuse");
    }
}

#[test]
fn it_goes_forwards_through_two_months() {
    let home = Home::new().at(None);
    let tour = tour();
    let days: Vec<String> = tour
        .lines()
        .filter_map(moment)
        .map(|at| home.command().args(["--at", at, "window", "5 Sep 2026", "--json"]).output().unwrap().stdout)
        .map(|json| serde_json::from_slice::<serde_json::Value>(&json).unwrap()["today"].as_str().unwrap().to_owned())
        .collect();
    assert!(days.len() > 10 && days.is_sorted(), "{days:?}");
    assert_eq!((days[0].as_str(), days.last().unwrap().as_str()), ("2026-09-07", "2026-11-22"));
}
