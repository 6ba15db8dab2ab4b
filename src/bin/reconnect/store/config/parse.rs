//! The config's text, checked key by key. Every error knows its line and column.

use std::path::Path;

use toml::de::{DeTable, DeValue};

use super::settings::{SETTINGS, Setting};
use super::value::{Entry, Source};
use super::{Config, Unknown};
use crate::error::{Failure, Result};

/// The table that says which diary line each date was copied from. The program writes it; people need not.
pub const RECORDED: &str = "recorded";

pub const HEAD: &str = "# reconnect. Edit freely: comments and order are kept. `reconnect config check` reads it.
# For editors that check TOML: the schema is docs/schema/config.json in the source.\n";

pub fn dotted(table: &str, key: &str) -> String {
    if table.is_empty() { key.to_owned() } else { format!("{table}.{key}") }
}

/// Reads a file's text. Without a file everything has its default.
pub fn config(path: &Path, text: Option<String>) -> Result<Config> {
    let whole = text.as_deref().unwrap_or("");
    // Joining two files can leave two marks. The parser would skip the second one, and editing would not.
    let body = whole.trim_start_matches('\u{feff}');
    let source = Source { path, text: whole, mark: whole.len() - body.len() };
    let root = DeTable::parse(body).map_err(|error| {
        let message = format!("the config isn't valid TOML: {}", error.message().replace('\n', " "));
        let span = error.span().unwrap_or_default();
        let failure = Failure::new(message).at(source.place(&span));
        if is_a_dates_line(body, span.start) { failure.hint("a date is written `breakup = 2026-10-24`") } else { failure }
    })?;
    let mut config = Config { path: path.to_owned(), ..Config::default() };
    table(&mut config, source, "", root.get_ref())?;
    config.unknown.sort_by_key(|key| key.place.start());
    config.text = text;
    Ok(config)
}

fn is_a_dates_line(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or(text);
    let line = before.rfind('\n').and_then(|newline| text.get(newline + 1..)).unwrap_or(text);
    SETTINGS.iter().any(|date| date.is_date() && line.trim_start().starts_with(date.name))
}

fn table(config: &mut Config, source: Source<'_>, name: &str, table: &DeTable<'_>) -> Result<()> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    for (spanned, value) in entries {
        let key = spanned.get_ref().as_ref();
        let entry = Entry { source, key, value };
        if let Some(setting) = Setting::named(name, key) {
            config.set.push(setting.name);
            (setting.read)(config, &entry)?;
            continue;
        }
        let is_table = name.is_empty() && (key == RECORDED || tables().any(|known| known == key));
        match (name, key, value.get_ref()) {
            (RECORDED, "breakup", _) => config.breakup.line = Some(entry.string()?.to_owned()),
            (RECORDED, "no_contact_since", _) => config.since.line = Some(entry.string()?.to_owned()),
            (_, _, DeValue::Table(inner)) if is_table => self::table(config, source, key, inner)?,
            _ if is_table => return Err(entry.wrong("a table")),
            _ => config.unknown.push(Unknown {
                nearest: nearest(name, key),
                key: dotted(name, key),
                place: source.place(&spanned.span()),
            }),
        }
    }
    Ok(())
}

fn tables() -> impl Iterator<Item = &'static str> {
    SETTINGS.iter().map(|setting| setting.place().0).filter(|table| !table.is_empty())
}

/// The known key that looks most like an unknown one. A key of the same table comes first.
pub fn nearest(table: &str, name: &str) -> Option<String> {
    let keys = SETTINGS.iter().map(Setting::place).chain(tables().map(|table| ("", table)));
    keys.map(|(known_table, known)| {
        let same_table = if known_table == table { 0.05 } else { 0.0 };
        (strsim::jaro_winkler(known, name) + same_table, dotted(known_table, known))
    })
    .filter(|(likeness, _)| *likeness > 0.8)
    .max_by(|one, other| one.0.total_cmp(&other.0))
    .map(|(_, key)| key)
}
