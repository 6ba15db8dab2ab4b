//! Date phrases, given today: a closed grammar that refuses what it would have to guess.
//!
//! | phrase | meaning |
//! | --- | --- |
//! | `2026-10-24`, `24 Oct 2026`, `Sat 24 Oct 2026` | that date |
//! | `2026-10-24T21:30`, also with seconds and with `Z` or `+01:00` | that time |
//! | `today`, `yesterday`, `tomorrow` | counted from today |
//! | `3 weeks ago`, `a month ago`, `in 10 days` | days, weeks, months, years; months clamp at their end |
//! | `last friday` | the latest one strictly before today |
//! | `21:30` | the latest one that is past |
//! | `now` | this minute |
//! | a date, then a time: `yesterday 23:50`, `24 Oct 2026 at 21:30` | that time of that day |
//!
//! Bare numbers and `01/02/2026` are refused, with the reason. Every date that the program prints is read back as itself.

use std::fmt;

use chrono::{Datelike, Days, FixedOffset, Months, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};

use crate::Error;

/// What a phrase is counted from: the local time now, and when a day begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// Local date and time.
    pub now: NaiveDateTime,
    /// The edge of the day; a time before it belongs to the day before.
    pub day_starts_at: NaiveTime,
}

impl Clock {
    /// The civil day it is.
    ///
    /// ```
    /// use reconnect::when::Clock;
    /// let clock = Clock { now: "2026-11-24T02:00:00".parse().unwrap(), day_starts_at: "04:00:00".parse().unwrap() };
    /// assert_eq!(clock.today().to_string(), "2026-11-23");
    /// ```
    pub fn today(&self) -> NaiveDate {
        self.day_of(self.now)
    }

    /// The civil day that a local time belongs to.
    pub fn day_of(&self, local: NaiveDateTime) -> NaiveDate {
        let date = local.date();
        if local.time() < self.day_starts_at { date.pred_opt().unwrap_or(date) } else { date }
    }
}

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

/// Reads a phrase.
///
/// # Errors
/// [`Error::Phrase`] with the reason, for everything outside the grammar.
///
/// ```
/// use reconnect::when::{Clock, parse};
/// let clock = Clock { now: "2026-03-31T18:00:00".parse().unwrap(), day_starts_at: Default::default() };
/// assert_eq!(parse("a month ago", &clock)?.date.to_string(), "2026-02-28");
/// assert!(parse("01/02/2026", &clock).is_err());
/// # Ok::<(), reconnect::Error>(())
/// ```
pub fn parse(text: &str, clock: &Clock) -> Result<When, Error> {
    let refused = |why| Error::Phrase { text: text.to_owned(), why };
    match phrase(text, clock).map_err(refused)? {
        // Four digits: what would be printed otherwise could not be read back.
        when if (1..=9999).contains(&when.date.year()) => Ok(when),
        _ => Err(refused(OUT_OF_RANGE)),
    }
}

type Refused = &'static str;

const OUT_OF_RANGE: Refused = "it is outside the calendar";
const NOT_UNDERSTOOD: Refused = "it is not one of the phrases I know";

fn phrase(text: &str, clock: &Clock) -> Result<When, Refused> {
    let lower = text.to_lowercase().replace(',', " ");
    let mut words: Vec<&str> = lower.split_whitespace().collect();
    let time = match words.last() {
        None => return Err("it is empty"),
        Some(word) if word.contains(':') && !word.contains('t') => Some(time_of_day(word)?),
        Some(_) => None,
    };
    if time.is_some() {
        words.pop();
        words.pop_if(|word| *word == "at");
    }
    let today = clock.today();
    // A day said in words is a day as the user counts it: a time before the day's edge lies on the next calendar date.
    let counted = |date: NaiveDate| match time {
        Some(time) if time < clock.day_starts_at => date.succ_opt().unwrap_or(date),
        _ => date,
    };
    let date = match words.as_slice() {
        [] => return bare_time(time, clock),
        ["now"] if time.is_none() => {
            return Ok(When { time: clock.now.time().with_nanosecond(0), ..clock.now.date().into() });
        }
        ["today"] => counted(today),
        ["yesterday"] => counted(today.pred_opt().ok_or(OUT_OF_RANGE)?),
        ["tomorrow"] => counted(today.succ_opt().ok_or(OUT_OF_RANGE)?),
        [count, unit, "ago"] => counted(shift(today, number(count)?, unit, Direction::Back)?),
        ["in", count, unit] => counted(shift(today, number(count)?, unit, Direction::Ahead)?),
        ["last", day] => counted(last(weekday(day).ok_or("`last` goes with a weekday: `last friday`")?, today)?),
        [day, month, year] => spelled(day, month, year)?,
        [name, day, month, year] => {
            let date = spelled(day, month, year)?;
            match weekday(name) {
                None => return Err(NOT_UNDERSTOOD),
                Some(named) if named != date.weekday() => return Err("that date is another day of the week"),
                Some(_) => date,
            }
        }
        [word] => match iso(word)? {
            written if time.is_none() => return Ok(written),
            written if written.time.is_none() => written.date,
            _ => return Err(NOT_UNDERSTOOD),
        },
        _ => return Err(NOT_UNDERSTOOD),
    };
    Ok(When { time, ..date.into() })
}

/// The latest such time that is past.
fn bare_time(time: Option<NaiveTime>, clock: &Clock) -> Result<When, Refused> {
    let today = clock.now.date();
    let date = if time > Some(clock.now.time()) { today.pred_opt().ok_or(OUT_OF_RANGE)? } else { today };
    Ok(When { time, ..date.into() })
}

#[derive(Clone, Copy)]
enum Direction {
    Back,
    Ahead,
}

fn shift(today: NaiveDate, count: u32, unit: &str, direction: Direction) -> Result<NaiveDate, Refused> {
    let (days, months) = match unit.strip_suffix('s').unwrap_or(unit) {
        "day" => (1, 0),
        "week" => (7, 0),
        "month" => (0, 1),
        "year" => (0, 12),
        _ => return Err("I count in days, weeks, months and years"),
    };
    let (days, months) = (Days::new(u64::from(days * count)), Months::new(months * count));
    let shifted = match direction {
        Direction::Back => today.checked_sub_days(days).and_then(|date| date.checked_sub_months(months)),
        Direction::Ahead => today.checked_add_days(days).and_then(|date| date.checked_add_months(months)),
    };
    shifted.ok_or(OUT_OF_RANGE)
}

fn number(word: &str) -> Result<u32, Refused> {
    const WORDS: [&str; 11] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    if matches!(word, "a" | "an") {
        return Ok(1);
    }
    if let Some(count) = WORDS.iter().position(|known| *known == word) {
        return u32::try_from(count).map_err(|_| OUT_OF_RANGE);
    }
    match digits(word) {
        Some(count) if word.len() <= 7 => Ok(count),
        Some(_) => Err(OUT_OF_RANGE),
        None => Err(NOT_UNDERSTOOD),
    }
}

/// A number of ASCII digits and nothing else; saturates.
fn digits(word: &str) -> Option<u32> {
    let all = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    all.then(|| word.parse().unwrap_or(u32::MAX))
}

fn weekday(word: &str) -> Option<Weekday> {
    // chrono reads exactly the short and the full English names.
    word.parse().ok()
}

fn last(day: Weekday, today: NaiveDate) -> Result<NaiveDate, Refused> {
    let back = match today.weekday().days_since(day) {
        0 => 7,
        days => days,
    };
    today.checked_sub_days(Days::new(u64::from(back))).ok_or(OUT_OF_RANGE)
}

fn spelled(day: &str, month: &str, year: &str) -> Result<NaiveDate, Refused> {
    let (Some(day), Ok(month)) = (digits(day), month.parse::<chrono::Month>()) else { return Err(NOT_UNDERSTOOD) };
    if year.len() != 4 {
        return Err("a year has four digits");
    }
    date(digits(year).ok_or(NOT_UNDERSTOOD)?, month.number_from_month(), day)
}

fn date(year: u32, month: u32, day: u32) -> Result<NaiveDate, Refused> {
    let year = i32::try_from(year).ok().filter(|year| *year > 0).ok_or(OUT_OF_RANGE)?;
    NaiveDate::from_ymd_opt(year, month, day).ok_or("there is no such day in the calendar")
}

/// `2026-10-24`, perhaps with `T21:30`, perhaps with seconds and an offset. The word is in lower case.
fn iso(word: &str) -> Result<When, Refused> {
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
fn time_of_day(word: &str) -> Result<NaiveTime, Refused> {
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

/// A date as the program says it: `Sat 24 Oct 2026`.
#[derive(Debug, Clone, Copy)]
pub struct Spoken(pub NaiveDate);

impl fmt::Display for Spoken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%a %-d %b %Y"))
    }
}

/// How far a date lies from today, in words: `today`, `yesterday`, `30 days ago`, `in 3 days`.
///
/// ```
/// use reconnect::when::distance;
/// let day = |text: &str| text.parse().unwrap();
/// assert_eq!(distance(day("2026-10-24"), day("2026-11-23")), "30 days ago");
/// ```
pub fn distance(date: NaiveDate, today: NaiveDate) -> String {
    match (today - date).num_days() {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        -1 => "tomorrow".to_owned(),
        days @ 2.. => format!("{days} days ago"),
        days => format!("in {} days", -days),
    }
}
