//! The config's text, checked key by key. Every error knows its line and column.

use std::ops::Range;
use std::path::Path;

use chrono::{FixedOffset, NaiveDate, NaiveTime, Timelike};
use reconnect::date::ParsedDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::{Datetime, Offset};

use super::settings::{SETTINGS, Setting};
use super::{Config, Dated, RecordedLines, Unknown};
use crate::error::{Failure, Place, Result};

/// The table that says which diary line each date was copied from. The program writes it; people need not.
pub const RECORDED: &str = "recorded";

pub const HEAD: &str = "# reconnect. Edit freely: comments and order are kept. `reconnect config check` reads it.
# For editors that check TOML: the schema is docs/schema/config.json in the source.\n";

pub fn dotted(table: &str, key: &str) -> String {
    if table.is_empty() { key.to_owned() } else { format!("{table}.{key}") }
}

#[derive(Clone, Copy)]
struct Source<'a> {
    path: &'a Path,
    text: &'a str,
    /// The length of the byte-order marks before the text that the parser gets.
    mark: usize,
}

impl Source<'_> {
    fn place(&self, span: &Range<usize>) -> Place {
        Place::new(self.path, self.text, span.start + self.mark..span.end + self.mark)
    }
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
            (RECORDED, "breakup", _) => config.recorded.breakup = Some(entry.string()?.to_owned()),
            (RECORDED, "no_contact_since", _) => config.recorded.since = Some(entry.string()?.to_owned()),
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

/// A key with its value in the file.
pub struct Entry<'a> {
    source: Source<'a>,
    key: &'a str,
    value: &'a Spanned<DeValue<'a>>,
}

impl<'a> Entry<'a> {
    /// A failure that begins with the key and names the value's place.
    pub fn bad(&self, why: impl std::fmt::Display) -> Failure {
        Failure::new(format!("`{}` {why}", self.key)).at(self.source.place(&self.value.span()))
    }

    fn wrong(&self, wanted: &str) -> Failure {
        self.bad(format!("is {}; it has to be {wanted}", kind(self.value.get_ref())))
    }

    pub fn integer(&self) -> Result<i64> {
        match self.value.get_ref() {
            DeValue::Integer(number) => {
                i64::from_str_radix(number.as_str(), number.radix()).map_err(|_| self.bad("is too large a number"))
            }
            _ => Err(self.wrong("a whole number")),
        }
    }

    pub fn boolean(&self) -> Result<bool> {
        self.value.get_ref().as_bool().ok_or_else(|| self.wrong("true or false"))
    }

    /// A list of names; one text alone is a list of one. Blank names are nobody.
    pub fn names(&self) -> Result<Vec<String>> {
        let names = match self.value.get_ref() {
            DeValue::String(name) => vec![name.to_string()],
            DeValue::Array(names) => {
                names.iter().map(|value| Entry { value, ..*self }.string().map(str::to_owned)).collect::<Result<_>>()?
            }
            _ => return Err(self.wrong("a list of names such as [\"Ana\"]")),
        };
        Ok(names.into_iter().filter(|name| !name.trim().is_empty()).collect())
    }

    pub fn string(&self) -> Result<&'a str> {
        self.value.get_ref().as_str().ok_or_else(|| self.wrong("a text in quotes"))
    }

    pub fn time(&self) -> Result<NaiveTime> {
        let wanted = "a time such as \"04:00\"";
        let text = match self.value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(Datetime { date: None, time: Some(time), offset: None }) => time.to_string(),
            _ => return Err(self.wrong(wanted)),
        };
        ["%H:%M", "%H:%M:%S"]
            .iter()
            .find_map(|form| NaiveTime::parse_from_str(&text, form).ok())
            .filter(|time| time.second() == 0 && time.nanosecond() == 0)
            .ok_or_else(|| self.bad(format!("has to be {wanted}")))
    }

    pub fn date(&self) -> Result<Dated> {
        let wanted = "a date such as 2026-10-24 or a time such as 2026-10-24T21:30:00+02:00";
        let datetime = match self.value.get_ref() {
            DeValue::Datetime(datetime) => Some(*datetime),
            DeValue::String(text) => text.trim().parse().ok(),
            _ => return Err(self.wrong(wanted)),
        };
        let written = datetime.and_then(written).ok_or_else(|| self.bad(format!("has to be {wanted}")))?;
        Ok(Dated { written, place: self.source.place(&self.value.span()) })
    }
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with a fraction",
        DeValue::Boolean(_) => "a truth value",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

fn written(datetime: Datetime) -> Option<ParsedDate> {
    let date = datetime.date?;
    let day =
        NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day)).filter(|_| date.year > 0)?;
    let Some(time) = datetime.time else { return datetime.offset.is_none().then_some(day.into()) };
    let time = NaiveTime::from_hms_opt(u32::from(time.hour), u32::from(time.minute), u32::from(time.second.unwrap_or(0)))?;
    let offset = match datetime.offset {
        None => None,
        Some(Offset::Z) => Some(FixedOffset::east_opt(0)?),
        Some(Offset::Custom { minutes }) => Some(FixedOffset::east_opt(i32::from(minutes) * 60)?),
    };
    Some(ParsedDate { date: day, time: Some(time), offset })
}

pub fn spelled(written: ParsedDate) -> String {
    let time = written.time.map_or_else(String::new, |time| time.format("T%H:%M:%S").to_string());
    let offset = written.offset.map_or_else(String::new, |offset| offset.to_string());
    format!("{}{time}{offset}", written.date)
}

/// Each date's record, in the form of the file. A JSON string is a TOML string too.
pub fn recorded_lines(recorded: &RecordedLines) -> [(&'static str, Option<String>); 2] {
    [("breakup", &recorded.breakup), ("no_contact_since", &recorded.since)]
        .map(|(key, id)| (key, id.as_deref().map(|id| serde_json::Value::from(id).to_string())))
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
