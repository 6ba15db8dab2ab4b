//! What `config` shows.

use std::fmt::Write as _;

use chrono::{DateTime, FixedOffset};
use serde_json::{Map, Value, json};

use super::json::time;
use crate::store::config::Config;
use crate::store::diary::Snapshot;
use crate::store::footprint::shown;
use crate::terminal::escape::escape_controls;

/// Every setting in the form of the file, with a mark where it is the default.
pub fn show(config: &Config) -> String {
    let place = if config.text().is_some() { shown(config.path()) } else { format!("{} (not there yet)", shown(config.path())) };
    let mut text = format!("# {place}\n");
    let mut table = "";
    for (name, key, value, is_set) in config.shown() {
        if name != table {
            let _ = writeln!(text, "\n[{name}]");
            table = name;
        }
        let default = if is_set { "" } else { "  # default" };
        let _ = writeln!(text, "{key} = {}{default}", escape_controls(&value));
    }
    text
}

/// The same for programs: each key with its value, and whether the file sets it.
pub fn show_json(config: &Config) -> Value {
    let setting = |(table, key, value, is_set): (&str, &str, String, bool)| {
        let name = if table.is_empty() { key.to_owned() } else { format!("{table}.{key}") };
        let value = serde_json::from_str(&value).unwrap_or(Value::String(value));
        (name, json!({ "value": value, "set": is_set }))
    };
    let settings: Map<String, Value> = config.shown().into_iter().map(setting).collect();
    json!({ "path": config.path().to_string_lossy(), "exists": config.text().is_some(), "settings": settings })
}

/// The dates that the diary knows and the file lacks.
pub fn missing_dates(config: &Config, snapshot: &Snapshot) -> Vec<&'static str> {
    let mut missing = Vec::new();
    if config.text().is_some() {
        if config.breakup.is_none() && snapshot.breakup.is_some() {
            missing.push("breakup");
        }
        if config.since.is_none() && snapshot.timeline.runs().open().is_some() {
            missing.push("no_contact_since");
        }
    }
    missing
}

pub fn missing_date(key: &str) -> String {
    format!("`{key}` isn't in the file. The diary has it, and the next change writes it again.")
}

pub fn checked(config: &Config, missing: &[&str], zone: Option<&str>) -> String {
    let path = shown(config.path());
    let mut text = match config.text() {
        Some(_) => format!("No fault found in {path}.\n"),
        None => format!("There is no config yet; every setting has its default. It would be {path}.\n"),
    };
    for key in missing {
        let _ = writeln!(text, "{}", missing_date(key));
    }
    if let Some(zone) = zone {
        let _ = writeln!(text, "{zone}");
    }
    text
}

pub fn zone_in_use(now: DateTime<FixedOffset>, zone: &str) -> String {
    format!("It is {} here; the time zone is {}.", time(now), escape_controls(zone))
}
