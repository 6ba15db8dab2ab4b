//! One value of the config, read as what a setting wants. Every error begins with the key and names the value's place.

use std::ops::Range;
use std::path::Path;

use chrono::{FixedOffset, NaiveDate, NaiveTime, Timelike};
use reconnect::date::ParsedDate;
use toml::Spanned;
use toml::de::DeValue;
use toml::value::{Datetime, Offset};

use super::Dated;
use crate::error::{Failure, Place, Result};

#[derive(Clone, Copy)]
pub struct Source<'a> {
    pub path: &'a Path,
    pub text: &'a str,
    /// The length of the byte-order marks before the text that the parser gets.
    pub mark: usize,
}

impl Source<'_> {
    pub fn place(&self, span: &Range<usize>) -> Place {
        Place::new(self.path, self.text, span.start + self.mark..span.end + self.mark)
    }
}

/// A key with its value in the file.
pub struct Entry<'a> {
    pub source: Source<'a>,
    pub key: &'a str,
    pub value: &'a Spanned<DeValue<'a>>,
}

impl<'a> Entry<'a> {
    /// A failure that begins with the key and names the value's place.
    pub fn bad(&self, why: impl std::fmt::Display) -> Failure {
        Failure::new(format!("`{}` {why}", self.key)).at(self.source.place(&self.value.span()))
    }

    pub fn wrong(&self, wanted: &str) -> Failure {
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
