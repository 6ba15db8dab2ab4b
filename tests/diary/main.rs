//! No answer that isn't so: hand edits, foreign dates, the order of events, two breakups, undo and damaged lines. Every
//! number here is worked out by hand. The breakup is on 24 October 2026, the start on 1 November, and today is 23 November.
#![cfg(all(feature = "cli", unix))]
#![allow(missing_docs, clippy::format_push_string, clippy::disallowed_macros, clippy::disallowed_methods)]

#[path = "../support/mod.rs"]
mod support;

mod foreign_dates;
mod hand_edits;
mod lines;
mod older_homes;
mod order;
mod undo;

use std::fs;

use support::{Home, NOW, Ran};

/// A home with step 2 done, so that only time and contacts decide.
fn prepared() -> Home {
    let home = Home::begun();
    add(&home, "other.jsonl", &line("issue", "2026-11-02", r#""kind":"issue","paper":true"#));
    home
}

/// A diary line with an id of its own, recorded at noon of its day.
fn line(id: &str, on: &str, rest: &str) -> String {
    let day = on.get(..10).unwrap();
    format!("{{\"v\":1,\"id\":\"{id:0>32}\",\"on\":\"{on}\",\"at\":\"{day}T12:00:00+01:00\",{rest}}}\n")
}

fn add(home: &Home, file: &str, text: &str) {
    let before = fs::read_to_string(home.diary().join(file)).unwrap_or_default();
    home.put(&format!(".local/share/reconnect/diary/{file}"), before + text);
}

fn own_file(home: &Home) -> String {
    let machine = fs::read_to_string(home.path(".local/state/reconnect/machine")).unwrap();
    format!("{}.jsonl", machine.trim())
}

fn of_kind(home: &Home, kind: &str) -> Vec<String> {
    let is_kind = |line: &String| line.contains(&format!("\"kind\":\"{kind}\""));
    home.lines().into_iter().filter(is_kind).collect()
}

fn id_of(line: &str) -> String {
    line.split("\"id\":\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

/// `since, longest/kept/total/runs`: the numbers that a person would check first.
fn numbers(home: &Home) -> String {
    let status = json(home);
    let record = &status["record"];
    let since = status["no_contact"]["since"].as_str().unwrap_or("none");
    let [longest, kept, total, runs] = ["longest_days", "kept_days", "total_days", "runs"].map(|name| record[name].to_string());
    format!("{since}, {longest}/{kept}/{total}/{runs}")
}

/// `status --json`, whatever it warns of.
fn json(home: &Home) -> serde_json::Value {
    home.status(NOW)
}

fn breakup(home: &Home) -> String {
    json(home)["breakup"]["date"].as_str().unwrap_or("none").to_owned()
}

fn verdict(home: &Home) -> String {
    json(home)["verdict"]["id"].as_str().unwrap().to_owned()
}

fn in_force(home: &Home) -> String {
    let status = json(home);
    let kinds: Vec<_> = status["boundaries"].as_array().unwrap().iter().map(|known| known["kind"].as_str().unwrap()).collect();
    kinds.join(" ")
}

/// Writes a date into the config by hand: in its line, or in a new first line.
fn edit(home: &Home, key: &str, value: &str) {
    let text = if home.config_file().exists() { home.read_config() } else { String::new() };
    let (line, is_key) = (format!("{key} = {value}"), |line: &str| line.starts_with(&format!("{key} =")));
    let edited: Vec<String> = text.lines().map(|known| if is_key(known) { line.clone() } else { known.to_owned() }).collect();
    let first = if text.lines().any(is_key) { String::new() } else { format!("{line}\n") };
    home.write_config(&format!("{first}{}\n", edited.join("\n")));
}

fn shown(home: &Home, key: &str) -> Option<String> {
    home.read_config().lines().find(|line| line.starts_with(&format!("{key} ="))).map(str::to_owned)
}

fn at(home: &Home, zone: &str, now: &str, args: &[&str]) -> Ran {
    Ran::from(home.command().env("TZ", zone).args(["--at", now]).args(args).output().unwrap())
}

/// Takes a pending edit into the diary and changes no count: a practical call.
fn record_something(home: &Home) -> Ran {
    let ran = home.run(&["log-contact", "them", "2026-11-22T10:00", "--logistics"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    ran
}
