//! The config file: its text in, checked settings and the two dates out. An edit changes one value and nothing else.

mod edit;
mod parse;

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use reconnect::Thresholds;

pub use parse::{HEAD, KEYS};

use crate::error::{Failure, Note, Place, Result};
use crate::fs;
use crate::segment::Format;

/// A larger file isn't a config.
const LARGEST: u64 = 1 << 20;

/// The settings, checked. What isn't set has its default.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where the guide's windows begin and end.
    pub thresholds: Thresholds,
    /// What the start date is called, for people: day 0 or day 1.
    pub first_day: i64,
    /// The edge of the day.
    pub day_starts_at: NaiveTime,
    /// The first column of the calendar.
    pub week_starts: Weekday,
    /// What the prompt shows.
    pub prompt: Format,
    /// Whether `remind` speaks of milestones.
    pub remind_milestones: bool,
    /// Whom `urge` suggests to call.
    pub call: Vec<String>,
    /// Text that needs no glyph, no position and no redraw.
    pub accessible: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            thresholds: Thresholds::DEFAULT,
            first_day: 0,
            day_starts_at: NaiveTime::MIN,
            week_starts: Weekday::Mon,
            prompt: Format::default(),
            remind_milestones: true,
            call: Vec::new(),
            accessible: false,
        }
    }
}

/// A date in one of the forms that the file may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// A date.
    Day(NaiveDate),
    /// A date and time of the user's zone.
    Local(NaiveDateTime),
    /// A date and time with its offset.
    Exact(DateTime<FixedOffset>),
}

/// A date with its place, for errors that are found later.
#[derive(Debug, Clone)]
pub struct Dated {
    /// The date.
    pub written: Written,
    /// Where it stands.
    pub place: Place,
}

/// The ids of the diary lines that the two dates were copied from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecordedLines {
    /// Of `breakup`.
    pub breakup: Option<String>,
    /// Of `no_contact_since`.
    pub since: Option<String>,
}

/// What a date in the file is to become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mirrored {
    /// It stays as the user wrote it.
    Keep,
    /// It goes.
    Remove,
    /// A date, and the id of the diary line that holds it.
    Date(Written, String),
}

/// The config as it was read.
#[derive(Debug, Clone)]
pub struct Config {
    path: PathBuf,
    /// `None` where there is no file.
    text: Option<String>,
    /// The settings.
    pub settings: Settings,
    /// `breakup`.
    pub breakup: Option<Dated>,
    /// `no_contact_since`.
    pub since: Option<Dated>,
    /// `recorded`: which diary line each of them was copied from.
    pub recorded: RecordedLines,
    /// The known keys that the file sets.
    set: Vec<String>,
    /// Unknown keys, each with its place and the nearest known key.
    pub unknown: Vec<Unknown>,
}

/// An unknown key.
#[derive(Debug, Clone)]
pub struct Unknown {
    /// The key, with its table.
    pub key: String,
    /// Where it stands.
    pub place: Place,
    /// The known key that looks most like it.
    pub nearest: Option<String>,
}

impl Unknown {
    /// As a warning, for commands that skip it.
    pub fn warnings(&self) -> Vec<Note> {
        let mut notes = vec![Note::Warning(format!("unknown key `{}` in {}", self.key, self.place.short()))];
        notes.extend(self.nearest.iter().map(|nearest| Note::Hint(format!("did you mean `{nearest}`?"))));
        notes
    }

    /// As an error, where the file is checked.
    pub fn failure(&self) -> Failure {
        let failure = Failure::new(format!("unknown key `{}`", self.key)).at(self.place.clone());
        match &self.nearest {
            Some(nearest) => failure.hint(format!("did you mean `{nearest}`?")),
            None => failure.hint(format!("the keys are {}", list(KEYS))),
        }
    }
}

fn full_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Sun => "sunday",
        Weekday::Sat => "saturday",
        _ => "monday",
    }
}

fn list(keys: &[(&str, &str)]) -> String {
    let names: Vec<_> = keys.iter().map(|(table, key)| format!("`{}`", parse::dotted(table, key))).collect();
    names.join(", ")
}

impl Config {
    /// Reads the file. Without one everything has its default.
    ///
    /// # Errors
    /// If it can't be read, isn't TOML, or holds a value that isn't possible. The error names its place.
    pub fn read(path: &Path) -> Result<Self> {
        let bytes = fs::read(path, LARGEST).map_err(|error| Failure::file("could not read", path, &error))?;
        let Some(bytes) = bytes else { return parse::config(path, None) };
        match String::from_utf8(bytes) {
            Ok(text) => parse::config(path, Some(text)),
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                Err(Failure::new("a byte in the config isn't UTF-8").at(Place::new(path, &text, valid..valid)))
            }
        }
    }

    /// Checks a text as if it stood in the file.
    ///
    /// # Errors
    /// As [`Config::read`].
    pub fn check(path: &Path, text: &str) -> Result<Self> {
        parse::config(path, Some(text.to_owned()))
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file's text; `None` where there is no file.
    pub fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }

    /// Every setting: table, key, value in the form of the file, and whether the file sets it.
    pub fn shown(&self) -> Vec<(&'static str, &'static str, String, bool)> {
        let settings = &self.settings;
        let date = |dated: &Option<Dated>| dated.as_ref().map(|dated| parse::spelled(dated.written));
        let value = |table: &str, key: &str| match (table, key) {
            ("", "breakup") => date(&self.breakup),
            ("", _) => date(&self.since),
            (_, "few_weeks_days") => Some(settings.thresholds.few_weeks_days().to_string()),
            (_, "golden_months") => Some(settings.thresholds.golden_months().to_string()),
            (_, "first_day") => Some(settings.first_day.to_string()),
            (_, "day_starts_at") => Some(format!("\"{}\"", settings.day_starts_at.format("%H:%M"))),
            (_, "week_starts") => Some(format!("\"{}\"", full_name(settings.week_starts))),
            (_, "format") => Some(format!("\"{}\"", settings.prompt)),
            (_, "call") => Some(serde_json::Value::from(settings.call.clone()).to_string()),
            (_, "accessible") => Some(settings.accessible.to_string()),
            _ => Some(settings.remind_milestones.to_string()),
        };
        KEYS.iter()
            .filter_map(|(table, key)| {
                let is_set = self.set.iter().any(|set| *set == parse::dotted(table, key));
                value(table, key).map(|value| (*table, *key, value, is_set))
            })
            .collect()
    }

    /// Writes the two current dates and their record ids into the file. Everything else stays as it is.
    ///
    /// # Errors
    /// If the file can't be saved; it is then as it was.
    pub fn mirror(&self, breakup: Mirrored, since: Mirrored) -> Result<()> {
        let text = self.text.clone().unwrap_or_else(|| HEAD.to_owned());
        let (text, breakup) = mirrored(text, "breakup", (&self.breakup, &self.recorded.breakup), breakup);
        let (mut text, since) = mirrored(text, "no_contact_since", (&self.since, &self.recorded.since), since);
        let recorded = RecordedLines { breakup: breakup.1, since: since.1 };
        if recorded != self.recorded {
            text = edit::set(&text, parse::RECORDED, parse::recorded_table(&recorded).as_deref());
        }
        if self.text.as_deref().unwrap_or(HEAD) == text {
            return Ok(());
        }
        let understood = Self::check(&self.path, &text)?;
        let dates = |config: &Self| [&config.breakup, &config.since].map(|dated| dated.as_ref().map(|dated| dated.written));
        if dates(&understood) != [breakup.0, since.0] || understood.recorded != recorded {
            let path = self.path.display();
            return Err(Failure::new(format!("could not change the dates in `{path}` without touching something else")));
        }
        if let Some(dir) = self.path.parent() {
            fs::make_private_dir(dir)?;
        }
        fs::replace(&self.path, text.as_bytes())
    }
}

/// The text with one date as it is to be, and the date and record that the text then holds.
fn mirrored(
    text: String,
    key: &str,
    (dated, id): (&Option<Dated>, &Option<String>),
    target: Mirrored,
) -> (String, (Option<Written>, Option<String>)) {
    let here = dated.as_ref().map(|dated| dated.written);
    let (written, id) = match target {
        Mirrored::Keep => return (text, (here, id.clone())),
        Mirrored::Remove => (None, None),
        Mirrored::Date(written, id) => (Some(written), Some(id)),
    };
    let text = if here == written { text } else { edit::set(&text, key, written.map(parse::spelled).as_deref()) };
    (text, (written, id))
}
