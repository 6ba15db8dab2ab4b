//! The config's text, checked key by key. Every error knows its line and column.

use std::ops::Range;
use std::path::Path;

use chrono::{FixedOffset, NaiveDate, NaiveTime, TimeZone, Timelike, Weekday};
use reconnect::Thresholds;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::{Datetime, Offset};

use super::{Config, Dated, RecordedLines, Unknown, Written};
use crate::error::{Failure, Place, Result};
use crate::store::segment::Format;

pub const KEYS: &[(&str, &str)] = &[
    ("", "breakup"),
    ("", "no_contact_since"),
    ("windows", "few_weeks_days"),
    ("windows", "golden_months"),
    ("count", "first_day"),
    ("count", "day_starts_at"),
    ("count", "week_starts"),
    ("prompt", "format"),
    ("remind", "milestones"),
    ("urge", "call"),
    ("display", "accessible"),
];

pub const WEEK_STARTS: [(&str, Weekday); 3] = [("monday", Weekday::Mon), ("saturday", Weekday::Sat), ("sunday", Weekday::Sun)];

/// The table that says which diary line each date was copied from. The program writes it; people need not.
pub const RECORDED: &str = "recorded";

pub const HEAD: &str = "# reconnect. Edit freely: comments and order are kept. `reconnect config check` reads it.
# For editors that check TOML: the schema is docs/schema/config.json in the source.\n";

pub fn dotted(table: &str, key: &str) -> String {
    if table.is_empty() { key.to_owned() } else { format!("{table}.{key}") }
}

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

    fn bad(&self, span: &Range<usize>, message: impl Into<String>) -> Failure {
        Failure::new(message).at(self.place(span))
    }
}

/// Reads a file's text. Without a file everything has its default.
pub fn config(path: &Path, text: Option<String>) -> Result<Config> {
    let whole = text.as_deref().unwrap_or("");
    // Joining two files can leave two marks. The parser would skip the second one, and editing would not.
    let body = whole.trim_start_matches('\u{feff}');
    let source = Source { path, text: whole, mark: whole.len() - body.len() };
    let table = DeTable::parse(body).map_err(|error| {
        let message = format!("the config isn't valid TOML: {}", error.message().replace('\n', " "));
        let span = error.span().unwrap_or_default();
        let failure = source.bad(&span, message);
        if is_a_dates_line(body, span.start) { failure.hint("a date is written `breakup = 2026-10-24`") } else { failure }
    })?;
    let mut config = Config { path: path.to_owned(), ..Config::default() };
    let mut reader = Reader { source: &source, config: &mut config, few_weeks: None, golden: None };
    reader.table("", table.get_ref())?;
    reader.thresholds()?;
    config.unknown.sort_by_key(|key| key.place.start());
    config.text = text;
    Ok(config)
}

fn is_a_dates_line(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or(text);
    let line = before.rfind('\n').and_then(|newline| text.get(newline + 1..)).unwrap_or(text);
    KEYS.iter().any(|(table, key)| table.is_empty() && line.trim_start().starts_with(key))
}

struct Reader<'a> {
    source: &'a Source<'a>,
    config: &'a mut Config,
    few_weeks: Option<(i64, Range<usize>)>,
    golden: Option<(i64, Range<usize>)>,
}

impl Reader<'_> {
    fn table(&mut self, name: &str, table: &DeTable<'_>) -> Result<()> {
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        for (key, value) in entries {
            self.key(name, key, value)?;
        }
        Ok(())
    }

    fn key(&mut self, table: &str, key: &Spanned<std::borrow::Cow<'_, str>>, value: &Spanned<DeValue<'_>>) -> Result<()> {
        let span = value.span();
        if KEYS.contains(&(table, key.get_ref().as_ref())) {
            self.config.set.push(dotted(table, key.get_ref()));
        }
        match (table, key.get_ref().as_ref()) {
            ("", "breakup") => self.config.breakup = Some(self.date("breakup", value)?),
            ("", "no_contact_since") => self.config.since = Some(self.date("no_contact_since", value)?),
            (RECORDED, "breakup") => self.config.recorded.breakup = Some(self.string("breakup", value)?.to_owned()),
            (RECORDED, "no_contact_since") => self.config.recorded.since = Some(self.string("no_contact_since", value)?.to_owned()),
            ("", name) if name == RECORDED || KEYS.iter().any(|(table, _)| *table == name) => match value.get_ref() {
                DeValue::Table(inner) => self.table(name, inner)?,
                other => return Err(self.wrong(name, value, "a table", other)),
            },
            ("windows", "few_weeks_days") => self.few_weeks = Some((self.integer("few_weeks_days", value)?, span)),
            ("windows", "golden_months") => self.golden = Some((self.integer("golden_months", value)?, span)),
            ("count", "first_day") => match self.integer("first_day", value)? {
                first @ (0 | 1) => self.config.settings.first_day = u32::from(first == 1),
                other => return Err(self.source.bad(&span, format!("`first_day` is {other}; it can be 0 or 1"))),
            },
            ("count", "day_starts_at") => self.config.settings.day_starts_at = self.time("day_starts_at", value)?,
            ("count", "week_starts") => {
                let name = self.string("week_starts", value)?;
                let day = WEEK_STARTS.iter().find(|(known, _)| *known == name).map(|(_, day)| *day);
                self.config.settings.week_starts =
                    day.ok_or_else(|| self.source.bad(&span, "`week_starts` can be \"monday\", \"saturday\" or \"sunday\""))?;
            }
            ("prompt", "format") => {
                let format = self.string("format", value)?;
                self.config.settings.prompt = Format::parse(format)
                    .map_err(|refused| self.source.bad(&span, format!("`format` {}", refused.why)).hint(refused.hint))?;
            }
            ("remind", "milestones") => self.config.settings.remind_milestones = self.boolean("milestones", value)?,
            ("display", "accessible") => self.config.settings.accessible = self.boolean("accessible", value)?,
            ("urge", "call") => self.config.settings.call = self.names("call", value)?,
            (table, name) => {
                let nearest = nearest(table, name);
                self.config.unknown.push(Unknown { key: dotted(table, name), place: self.source.place(&key.span()), nearest });
            }
        }
        Ok(())
    }

    fn wrong(&self, key: &str, value: &Spanned<DeValue<'_>>, wanted: &str, found: &DeValue<'_>) -> Failure {
        self.source.bad(&value.span(), format!("`{key}` is {}; it has to be {wanted}", kind(found)))
    }

    fn integer(&self, key: &str, value: &Spanned<DeValue<'_>>) -> Result<i64> {
        match value.get_ref() {
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
                .map_err(|_| self.source.bad(&value.span(), format!("`{key}` is too large a number"))),
            other => Err(self.wrong(key, value, "a whole number", other)),
        }
    }

    fn boolean(&self, key: &str, value: &Spanned<DeValue<'_>>) -> Result<bool> {
        match value.get_ref() {
            DeValue::Boolean(yes) => Ok(*yes),
            other => Err(self.wrong(key, value, "true or false", other)),
        }
    }

    /// A list of texts; one text alone is a list of one.
    fn names(&self, key: &str, value: &Spanned<DeValue<'_>>) -> Result<Vec<String>> {
        match value.get_ref() {
            DeValue::String(name) => Ok(vec![name.to_string()]),
            DeValue::Array(names) => names.iter().map(|name| self.string(key, name).map(str::to_owned)).collect(),
            other => Err(self.wrong(key, value, "a list of names such as [\"Ana\"]", other)),
        }
    }

    fn string<'v>(&self, key: &str, value: &'v Spanned<DeValue<'_>>) -> Result<&'v str> {
        value.get_ref().as_str().ok_or_else(|| self.wrong(key, value, "a text in quotes", value.get_ref()))
    }

    fn time(&self, key: &str, value: &Spanned<DeValue<'_>>) -> Result<NaiveTime> {
        let wanted = "a time such as \"04:00\"";
        let text = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(Datetime { date: None, time: Some(time), offset: None }) => time.to_string(),
            other => return Err(self.wrong(key, value, wanted, other)),
        };
        ["%H:%M", "%H:%M:%S"]
            .iter()
            .find_map(|form| NaiveTime::parse_from_str(&text, form).ok())
            .filter(|time| time.second() == 0 && time.nanosecond() == 0)
            .ok_or_else(|| self.source.bad(&value.span(), format!("`{key}` has to be {wanted}")))
    }

    fn date(&self, key: &str, value: &Spanned<DeValue<'_>>) -> Result<Dated> {
        let wanted = "a date such as 2026-10-24 or a time such as 2026-10-24T21:30:00+02:00";
        let datetime = match value.get_ref() {
            DeValue::Datetime(datetime) => *datetime,
            DeValue::String(text) => {
                text.trim().parse().map_err(|_| self.source.bad(&value.span(), format!("`{key}` has to be {wanted}")))?
            }
            other => return Err(self.wrong(key, value, wanted, other)),
        };
        let written = written(&datetime).ok_or_else(|| self.source.bad(&value.span(), format!("`{key}` has to be {wanted}")))?;
        Ok(Dated { written, place: self.source.place(&value.span()) })
    }

    /// Checks both thresholds together, because one may be set without the other.
    fn thresholds(&mut self) -> Result<()> {
        let default = Thresholds::DEFAULT;
        let few_weeks = self.few_weeks.as_ref().map_or(default.few_weeks_days().into(), |(days, _)| *days);
        let golden = self.golden.as_ref().map_or(default.golden_months().into(), |(months, _)| *months);
        self.config.settings.thresholds = Thresholds::new(few_weeks, golden).map_err(|error| {
            let [first, second] = match error {
                reconnect::Error::GoldenMonthsOutOfRange(_) => [&self.golden, &self.few_weeks],
                _ => [&self.few_weeks, &self.golden],
            };
            let span = first.as_ref().or(second.as_ref()).map(|(_, span)| span.clone()).unwrap_or_default();
            let message = match error {
                reconnect::Error::FewWeeksOutOfRange(days) => format!("`few_weeks_days` is {days}; it can be 14 to 180"),
                reconnect::Error::GoldenMonthsOutOfRange(months) => format!("`golden_months` is {months}; it can be 1 to 120"),
                _ => format!("`few_weeks_days` = {few_weeks} doesn't end before `golden_months` = {golden}"),
            };
            error.hint().into_iter().fold(self.source.bad(&span, message), Failure::hint)
        })?;
        Ok(())
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

fn written(datetime: &Datetime) -> Option<Written> {
    let date = datetime.date?;
    let day =
        NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day)).filter(|_| date.year > 0)?;
    let Some(time) = datetime.time else { return datetime.offset.is_none().then_some(Written::Day(day)) };
    let local = day.and_hms_opt(u32::from(time.hour), u32::from(time.minute), u32::from(time.second.unwrap_or(0)))?;
    let minutes = match datetime.offset {
        None => return Some(Written::Local(local)),
        Some(Offset::Z) => 0,
        Some(Offset::Custom { minutes }) => i32::from(minutes),
    };
    FixedOffset::east_opt(minutes * 60)?.from_local_datetime(&local).single().map(Written::Exact)
}

pub fn spelled(written: Written) -> String {
    match written {
        Written::Day(day) => day.to_string(),
        Written::Local(local) => local.format("%Y-%m-%dT%H:%M:%S").to_string(),
        Written::Exact(time) => time.format("%Y-%m-%dT%H:%M:%S%:z").to_string(),
    }
}

/// The `recorded` table in the form of the file; `None` if it would be empty. A JSON string is a TOML string too.
pub fn recorded_table(recorded: &RecordedLines) -> Option<String> {
    let pairs = [("breakup", &recorded.breakup), ("no_contact_since", &recorded.since)];
    let pairs: Vec<String> =
        pairs.iter().filter_map(|(key, id)| Some(format!("{key} = {}", serde_json::Value::from(id.as_deref()?)))).collect();
    (!pairs.is_empty()).then(|| format!("{{ {} }}", pairs.join(", ")))
}

/// The known key that looks most like an unknown one. A key of the same table comes first.
fn nearest(table: &str, name: &str) -> Option<String> {
    let tables = ["windows", "count", "prompt", "remind", "urge", "display"].map(|name| ("", name));
    KEYS.iter()
        .chain(&tables)
        .map(|(known_table, known)| {
            let same_table = if *known_table == table { 0.05 } else { 0.0 };
            (strsim::jaro_winkler(known, name) + same_table, dotted(known_table, known))
        })
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, key)| key)
}
