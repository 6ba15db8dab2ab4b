//! The config file: its text in, checked settings and the two dates out. An edit changes one value and nothing else.

mod edit;
mod parse;

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use reconnect::Thresholds;

pub use parse::{HEAD, KEYS, WEEK_STARTS};

use crate::error::{Failure, Note, Place, Result};
use crate::store::fs;
use crate::store::segment::Format;

const LARGEST: u64 = 1 << 20;

#[derive(Debug, Clone)]
pub struct Settings {
    pub thresholds: Thresholds,
    /// What the start date is called, for people: day 0 or day 1.
    pub first_day: u32,
    pub day_starts_at: NaiveTime,
    pub week_starts: Weekday,
    pub prompt: Format,
    pub remind_milestones: bool,
    pub call: Vec<String>,
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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    Day(NaiveDate),
    Local(NaiveDateTime),
    Exact(DateTime<FixedOffset>),
}

#[derive(Debug, Clone)]
pub struct Dated {
    pub written: Written,
    pub place: Place,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecordedLines {
    pub breakup: Option<String>,
    pub since: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mirrored {
    Keep,
    Remove,
    Date(Written, String),
}

#[derive(Debug, Clone, Default)]
pub struct Config {
    path: PathBuf,
    text: Option<String>,
    pub settings: Settings,
    pub breakup: Option<Dated>,
    pub since: Option<Dated>,
    pub recorded: RecordedLines,
    set: Vec<String>,
    pub unknown: Vec<Unknown>,
}

#[derive(Debug, Clone)]
pub struct Unknown {
    pub key: String,
    pub place: Place,
    pub nearest: Option<String>,
}

impl Unknown {
    pub fn warnings(&self) -> Vec<Note> {
        let mut notes = vec![Note::Warning(format!("unknown key `{}` in {}", self.key, self.place.short()))];
        notes.extend(self.nearest.iter().map(|nearest| Note::Hint(format!("did you mean `{nearest}`?"))));
        notes
    }

    pub fn failure(&self) -> Failure {
        let failure = Failure::new(format!("unknown key `{}`", self.key)).at(self.place.clone());
        match &self.nearest {
            Some(nearest) => failure.hint(format!("did you mean `{nearest}`?")),
            None => failure.hint(format!("the keys are {}", list(KEYS))),
        }
    }
}

fn list(keys: &[(&str, &str)]) -> String {
    let names: Vec<_> = keys.iter().map(|(table, key)| format!("`{}`", parse::dotted(table, key))).collect();
    names.join(", ")
}

impl Config {
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

    pub fn none(path: &Path) -> Result<Self> {
        parse::config(path, None)
    }

    pub fn check(path: &Path, text: &str) -> Result<Self> {
        parse::config(path, Some(text.to_owned()))
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

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
            (_, "week_starts") => {
                WEEK_STARTS.iter().find(|(_, day)| *day == settings.week_starts).map(|(name, _)| format!("\"{name}\""))
            }
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
