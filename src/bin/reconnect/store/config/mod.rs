//! The config file: its text in, checked settings and the two dates out. An edit changes one value and nothing else.

mod edit;
mod parse;
mod settings;
mod value;

use std::path::{Path, PathBuf};

use reconnect::date::ParsedDate;
use serde_json::Value;

pub use parse::HEAD;
pub use settings::{SETTINGS, Setting, Settings};

use crate::error::{Failure, Note, Place, Result};
use crate::store::fs;

const LARGEST: u64 = 1 << 20;

/// The keys of the two current dates.
const DATES: [&str; 2] = ["breakup", "no_contact_since"];

#[derive(Debug, Clone)]
pub struct Dated {
    pub written: ParsedDate,
    pub place: Place,
}

/// One of the two current dates, and the id of the diary line that it was copied from.
#[derive(Debug, Clone, Default)]
pub struct CurrentDate {
    pub dated: Option<Dated>,
    pub line: Option<String>,
}

/// The same without its place.
pub type Mirrored = (Option<ParsedDate>, Option<String>);

#[derive(Debug, Clone, Default)]
pub struct Config {
    path: PathBuf,
    text: Option<String>,
    pub settings: Settings,
    pub breakup: CurrentDate,
    pub since: CurrentDate,
    set: Vec<&'static str>,
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
        unknown(&self.key, self.nearest.as_deref(), |_| true).at(self.place.clone())
    }
}

fn unknown(key: &str, nearest: Option<&str>, is_taken: fn(&Setting) -> bool) -> Failure {
    let names: Vec<_> = SETTINGS.iter().filter(|setting| is_taken(setting)).map(|setting| format!("`{}`", setting.name)).collect();
    Failure::new(format!("unknown key `{key}`")).hint(match nearest {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => format!("the keys are {}", names.join(", ")),
    })
}

/// The setting that a person named: `urge.call`, or `[urge] call`.
pub fn named(key: &str) -> Result<&'static Setting> {
    let (table, name) = match key.strip_prefix('[').and_then(|key| key.split_once(']')) {
        Some((table, name)) => (table.trim(), name.trim()),
        None => key.split_once('.').unwrap_or(("", key)),
    };
    // The file takes the two dates as well.
    let is_taken = |setting: &Setting| !setting.is_date();
    // A table's own name isn't a setting.
    let nearest = || parse::nearest(table, name).filter(|nearest| *nearest != parse::dotted(table, name));
    let setting =
        Setting::named(table, name).ok_or_else(|| unknown(&parse::dotted(table, name), nearest().as_deref(), is_taken))?;
    if setting.is_date() {
        return Err(Failure::new(format!("`{}` isn't a setting", setting.name)).hint(setting.about));
    }
    Ok(setting)
}

impl Config {
    pub fn read(path: &Path) -> Result<Self> {
        parse::config(path, text_of(path)?)
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

    /// Every setting with its value and whether the file sets it; of the two dates only those that are known.
    pub fn shown(&self) -> Vec<(&'static Setting, Value, bool)> {
        let rows = SETTINGS.iter().map(|setting| (setting, self.value(setting), self.is_set(setting)));
        rows.filter(|(_, value, _)| !value.is_null()).collect()
    }

    pub fn value(&self, setting: &Setting) -> Value {
        (setting.show)(self)
    }

    pub fn is_set(&self, setting: &Setting) -> bool {
        self.set.contains(&setting.name)
    }

    /// The file with one setting as a person typed it, checked as the file is checked. Nothing is written.
    pub fn with(path: &Path, setting: &Setting, typed: &str) -> Result<Self> {
        let (table, key) = setting.place();
        let set = |text: &str| Self::check(path, &edit::set(text, table, key, Some(&setting.typed(typed))));
        // A value that can't be has no place in the file yet.
        let alone = set("").map_err(Failure::without_place)?;
        let text = text_of(path)?.unwrap_or_else(|| HEAD.to_owned());
        let whole = set(&text).map_err(|failure| Self::check(path, &text).err().unwrap_or_else(|| failure.without_place()))?;
        if !whole.is_set(setting) || whole.value(setting) != alone.value(setting) {
            return Err(elsewhere_too(&format!("`{}`", setting.name), path));
        }
        Ok(whole)
    }

    /// The two current dates as the file has them.
    pub fn mirrored(&self) -> [Mirrored; 2] {
        [&self.breakup, &self.since].map(|date| (date.dated.as_ref().map(|dated| dated.written), date.line.clone()))
    }

    /// Writes the two current dates and their record ids into the file. Everything else stays as it is.
    pub fn mirror(&self, after: &[Mirrored; 2]) -> Result<()> {
        let mut text = self.text.clone().unwrap_or_else(|| HEAD.to_owned());
        let before = self.mirrored();
        for ((key, before), after) in DATES.iter().zip(&before).zip(after) {
            if before.0 != after.0 {
                text = edit::set(&text, "", key, after.0.map(value::spelled).as_deref());
            }
        }
        if before.iter().zip(after).any(|(before, after)| before.1 != after.1) {
            text = with_recorded(text, after);
        }
        if self.text.as_deref().unwrap_or(HEAD) == text {
            return Ok(());
        }
        if Self::check(&self.path, &text)?.mirrored() != *after {
            return Err(elsewhere_too("the dates", &self.path));
        }
        fs::replace(&self.path, text.as_bytes())
    }
}

fn text_of(path: &Path) -> Result<Option<String>> {
    let bytes = fs::read(path, LARGEST).map_err(|error| Failure::file("could not read", path, &error))?;
    bytes.map(String::from_utf8).transpose().map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
        Failure::new("a byte in the config isn't UTF-8").at(Place::new(path, &text, valid..valid))
    })
}

fn elsewhere_too(what: &str, path: &Path) -> Failure {
    Failure::new(format!("could not change {what} in `{}` without touching something else", path.display()))
        .hint("`reconnect config edit` opens the file")
}

/// The text with the records of the two dates: on one line, unless the user gave them lines of their own.
fn with_recorded(text: String, dates: &[Mirrored]) -> String {
    // A JSON string is a TOML string too.
    let id = |(_, line): &Mirrored| line.as_deref().map(|id| Value::from(id).to_string());
    let lines: Vec<_> = DATES.into_iter().zip(dates.iter().map(id)).collect();
    if edit::has_lines(&text, parse::RECORDED) {
        return lines.iter().fold(text, |text, (key, id)| edit::set(&text, parse::RECORDED, key, id.as_deref()));
    }
    let pairs: Vec<_> = lines.iter().filter_map(|(key, id)| Some(format!("{key} = {}", id.as_deref()?))).collect();
    let table = (!pairs.is_empty()).then(|| format!("{{ {} }}", pairs.join(", ")));
    edit::set(&text, "", parse::RECORDED, table.as_deref())
}
