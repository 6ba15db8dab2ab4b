//! The tour passes every command, forwards in time. That it shows what the program prints, `pages.rs` tests.

use crate::page::moment;
use crate::read;
use crate::support::{Home, commands_of_the_help};

/// What the tour has no use for, and where it is shown instead.
const ELSEWHERE: &[(&str, &[&str])] = &[
    ("docs/prompt.md", &["init", "hide"]),
    ("docs/scripting.md", &["import", "completions", "man"]),
    ("docs/start.md", &["breakup"]),
];

#[test]
fn every_command_of_the_help_is_on_the_way() {
    let commands = commands_of_the_help();
    assert!(commands.contains(&"status".to_owned()), "{commands:?}");
    let tour = read("docs/tour.md");
    for command in commands {
        let is_typed = tour.lines().any(|line| line.starts_with("$ ") && line.contains(&format!("reconnect {command}")));
        match ELSEWHERE.iter().find(|(_, names)| names.contains(&command.as_str())) {
            Some((page, _)) => {
                assert!(!is_typed && read(page).contains(&format!("reconnect {command}")), "`{command}`: {page}, or the tour?");
            }
            None => assert!(is_typed, "`{command}` is not in the tour"),
        }
    }
}

#[test]
fn it_goes_forwards_through_five_months() {
    let home = Home::new().at(None);
    let tour = read("docs/tour.md");
    let days: Vec<String> = tour
        .lines()
        .filter_map(moment)
        .map(|at| home.command().args(["--at", at, "window", "6 Jun 2026", "--json"]).output().unwrap().stdout)
        .map(|json| serde_json::from_slice::<serde_json::Value>(&json).unwrap()["today"].as_str().unwrap().to_owned())
        .collect();
    assert!(days.len() > 15 && days.is_sorted(), "{days:?}");
}
