//! What `config` shows.

use std::fmt::Write as _;

use chrono::{DateTime, FixedOffset};
use serde_json::{Map, Value, json};

use super::json::time;
use crate::store::config::{Config, Setting};
use crate::store::diary::Snapshot;
use crate::store::footprint::shown;
use crate::terminal::escape::escape_controls;
use crate::terminal::page::Page;
use crate::terminal::style::Style;

/// Every setting in the form of the file, with a mark where it is the default.
pub fn show(config: &Config) -> String {
    let place = if config.text().is_some() { shown(config.path()) } else { format!("{} (not there yet)", shown(config.path())) };
    let mut text = format!("# {place}\n");
    let mut table = "";
    for (setting, value, is_set) in config.shown() {
        let (name, key) = setting.place();
        if name != table {
            let _ = writeln!(text, "\n[{name}]");
            table = name;
        }
        let default = if is_set { "" } else { "  # default" };
        let _ = writeln!(text, "{key} = {}{default}", escape_controls(&setting.in_toml(&value)));
    }
    text
}

/// The same for programs: each key with its value, and whether the file sets it.
pub fn show_json(config: &Config) -> Value {
    let setting = |(setting, value, is_set): (&Setting, Value, bool)| {
        let row = json!({ "value": value, "set": is_set, "default": setting.default(), "about": setting.about });
        (setting.name.to_owned(), row)
    };
    let settings: Map<String, Value> = config.shown().into_iter().map(setting).collect();
    json!({ "path": config.path().to_string_lossy(), "exists": config.text().is_some(), "settings": settings })
}

/// Every setting, or the one that was named, with its value and its line of help.
pub fn list(config: &Config, only: Option<&Setting>, mut page: Page) -> String {
    for (setting, value, _) in config.shown() {
        if setting.is_date() || only.is_some_and(|only| only.name != setting.name) {
            continue;
        }
        page.user_text(Style::Strong, 0, &format!("{}: ", setting.name), &spoken(&value));
        page.lines(Style::Plain, 2, &format!("{} (default: {})", setting.about, spoken(&setting.default())));
    }
    if only.is_none() {
        page.paragraph(Style::Plain, "To change one: `reconnect config set urge.call Ana`");
    }
    page.finish()
}

pub fn changed(config: &Config, setting: &Setting) -> String {
    format!("{} is now {}.\n", setting.name, escape_controls(&spoken(&config.value(setting))))
}

/// A value without quotes and brackets.
fn spoken(value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Array(names) => names.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    };
    if text.is_empty() { "empty".to_owned() } else { text }
}

/// The dates that the diary knows and the file lacks.
pub fn missing_dates(config: &Config, snapshot: &Snapshot) -> Vec<&'static str> {
    let is_counting = snapshot.timeline.runs().open().is_some();
    let missing = [
        ("breakup", config.breakup.dated.is_none() && snapshot.breakup.is_some()),
        ("no_contact_since", config.since.dated.is_none() && is_counting),
    ];
    missing.into_iter().filter(|(_, is_missing)| *is_missing && config.text().is_some()).map(|(key, _)| key).collect()
}

pub fn missing_date(key: &str) -> String {
    format!("`{key}` isn't in the file. The diary has it, and the next change writes it again.")
}

pub fn checked(config: &Config, missing: &[&str], zone: Option<&str>) -> String {
    let path = shown(config.path());
    let first = match config.text() {
        Some(_) => format!("No fault found in {path}."),
        None => format!("There is no config yet; every setting has its default. It would be {path}."),
    };
    let missing = missing.iter().map(|key| missing_date(key));
    [first].into_iter().chain(missing).chain(zone.map(str::to_owned)).map(|line| line + "\n").collect()
}

pub fn zone_in_use(now: DateTime<FixedOffset>, zone: &str) -> String {
    format!("It is {} here; the time zone is {}.", time(now), escape_controls(zone))
}
