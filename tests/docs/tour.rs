//! The tour passes every command, forwards in time. That it shows what the program prints, `pages.rs` tests.

use crate::page::moment;
use crate::read;
use crate::support::Home;

/// What the tour has no use for, and where it is shown instead.
const ELSEWHERE: &[(&str, &[&str])] = &[
    ("docs/prompt.md", &["init", "hide"]),
    ("docs/scripting.md", &["import", "completions", "man"]),
    ("docs/start.md", &["breakup"]),
];

/// The names of the commands that the help lists: its second column.
fn commands_of_the_help() -> Vec<String> {
    let home = Home::new().at(None);
    let (page, shell) = (home.does("--help"), home.does("help shell"));
    let first = page.lines().take(2).map(|line| line.split_once(" reconnect ").unwrap().1);
    let table = page.split("\n\n").nth(1).unwrap().lines().flat_map(|line| line[11..33].split(','));
    let rest = shell.lines().filter_map(|line| line.strip_prefix("  ")).filter(|line| !line.starts_with('-'));
    first.chain(table).chain(rest).map(|words| words.split_whitespace().next().unwrap().to_owned()).collect()
}

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
