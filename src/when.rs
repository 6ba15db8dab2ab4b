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

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};

use crate::Error;
pub use crate::digits::When;
use crate::digits::{NOT_UNDERSTOOD, OUT_OF_RANGE, Refused, date, digits, iso, time_of_day};

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

/// A date as the program says it: `Sat 24 Oct 2026`.
#[derive(Debug, Clone, Copy)]
pub struct Spoken(pub NaiveDate);

impl fmt::Display for Spoken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let month = MONTHS.get(self.0.month0() as usize).copied().unwrap_or_default();
        write!(f, "{} {} {month} {:04}", self.0.weekday(), self.0.day(), self.0.year())
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
