//! What is written in digits: a date, a time of day, an offset.

use chrono::{FixedOffset, NaiveDate, NaiveTime};

/// Why something is no date, for a message.
pub(crate) type Refused = &'static str;

pub(crate) const OUT_OF_RANGE: Refused = "it is outside the calendar";
pub(crate) const NOT_UNDERSTOOD: Refused = "it is not one of the phrases I know";

/// A phrase, understood: a date as it was written, perhaps with a time, perhaps with that time's offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// The calendar date.
    pub date: NaiveDate,
    /// Local time of day, to the second.
    pub time: Option<NaiveTime>,
    /// The offset, where one was written.
    pub offset: Option<FixedOffset>,
}

impl From<NaiveDate> for When {
    fn from(date: NaiveDate) -> Self {
        Self { date, time: None, offset: None }
    }
}

/// A number of ASCII digits and nothing else; saturates.
pub(crate) fn digits(word: &str) -> Option<u32> {
    let all = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    all.then(|| word.parse().unwrap_or(u32::MAX))
}

pub(crate) fn date(year: u32, month: u32, day: u32) -> Result<NaiveDate, Refused> {
    let year = i32::try_from(year).map_err(|_| OUT_OF_RANGE)?;
    NaiveDate::from_ymd_opt(year, month, day).ok_or("there is no such day in the calendar")
}

/// `2026-10-24`, perhaps with `T21:30`, perhaps with seconds and an offset. The word is in lower case.
pub(crate) fn iso(word: &str) -> Result<When, Refused> {
    if digits(word).is_some() {
        return Err("a bare number could be a day, a month or a year");
    }
    if word.contains('/') || word.split('.').count() == 3 {
        return Err("its order of day and month is not the same everywhere");
    }
    let (day, rest) = word.split_once('t').map_or((word, None), |(day, rest)| (day, Some(rest)));
    let parts: Vec<&str> = day.split('-').collect();
    let [year, month, of_month] = parts.as_slice() else { return Err(NOT_UNDERSTOOD) };
    let (Some(y), Some(m), Some(d)) = (digits(year), digits(month), digits(of_month)) else { return Err(NOT_UNDERSTOOD) };
    if (year.len(), month.len(), of_month.len()) != (4, 2, 2) {
        return Err("such a date has four, two and two digits");
    }
    let date = date(y, m, d)?;
    let Some(rest) = rest else { return Ok(date.into()) };
    let (time, offset) = match rest.find(['z', '+', '-']) {
        Some(at) => {
            let (time, offset) = rest.split_at(at);
            (time, Some(parse_offset(offset)?))
        }
        None => (rest, None),
    };
    Ok(When { date, time: Some(time_of_day(time)?), offset })
}

fn parse_offset(text: &str) -> Result<FixedOffset, Refused> {
    const BAD: Refused = "an offset is written `Z` or `+01:00`";
    if text == "z" {
        return FixedOffset::east_opt(0).ok_or(BAD);
    }
    let (west, rest) = match (text.strip_prefix('+'), text.strip_prefix('-')) {
        (Some(rest), _) => (false, rest),
        (None, Some(rest)) => (true, rest),
        (None, None) => return Err(BAD),
    };
    let (hours, minutes) = rest.split_once(':').ok_or(BAD)?;
    match (digits(hours), digits(minutes)) {
        (Some(h @ 0..=23), Some(m @ 0..=59)) if hours.len() == 2 && minutes.len() == 2 => {
            let seconds = i32::try_from(h * 3600 + m * 60).map_err(|_| BAD)?;
            FixedOffset::east_opt(if west { -seconds } else { seconds }).ok_or(BAD)
        }
        _ => Err(BAD),
    }
}

/// `21:30` or `21:30:15`; a fraction of a second is read and dropped.
pub(crate) fn time_of_day(word: &str) -> Result<NaiveTime, Refused> {
    const BAD: Refused = "a time is written `21:30`, from 00:00 to 23:59";
    let whole = match word.split_once('.') {
        Some((whole, fraction)) if digits(fraction).is_some() && whole.matches(':').count() == 2 => whole,
        Some(_) => return Err(BAD),
        None => word,
    };
    let parts: Vec<&str> = whole.split(':').collect();
    let (hour, minute, second) = match parts.as_slice() {
        [hour, minute] => (*hour, *minute, "00"),
        [hour, minute, second] => (*hour, *minute, *second),
        _ => return Err(BAD),
    };
    if !matches!(hour.len(), 1 | 2) || minute.len() != 2 || second.len() != 2 {
        return Err(BAD);
    }
    match (digits(hour), digits(minute), digits(second)) {
        (Some(h), Some(m), Some(s)) => NaiveTime::from_hms_opt(h, m, s).ok_or(BAD),
        _ => Err(BAD),
    }
}
