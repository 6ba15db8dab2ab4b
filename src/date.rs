//! Reads dates as people type them, and prints them so that they can be read back.
//!
//! The grammar is closed: it refuses what it would have to guess, with the reason and a way out ([`Refusal`]).
//!
//! | phrase | meaning |
//! | --- | --- |
//! | `2026-10-24`, `2026/10/24`, `24 Oct 2026`, `Sat 24 Oct 2026`, `Oct 24, 2026`, `24-Oct-2026` | that date |
//! | `24.10.2026`, `24/10/2026`, `10/24/2026` | that date, as the other order is no date |
//! | `Sat 24 Oct 2026, 30 days ago` | that date, if it is so long ago |
//! | `2026-10-24T21:30`, with seconds, `Z` or `+01:00` if you like | that time |
//! | `24 Oct`, `October 24th` | the latest such day, today included; looking ahead: the next |
//! | `today`, `yesterday`, `day before yesterday`, `tomorrow` | counted from today |
//! | `tonight`, `last night` | today's date, yesterday's date |
//! | `3 weeks ago`, `a fortnight ago`, `in 10 days` | days, weeks, months, years; a month's end clamps |
//! | `2 weeks` | looking ahead only |
//! | `friday` | the latest one, today included; looking ahead: the next, today included |
//! | `last friday`, `next friday` | strictly before today, strictly after today |
//! | `21:30`, `9pm`, `9:30 pm`, `noon`, `midnight` (00:00) | the latest one that is past; looking ahead: the next |
//! | `now`, `just now`, `2 hours ago`, `half an hour ago` | that instant |
//! | `yesterday 23:50`, `23:50 yesterday`, `noon on 24 Oct` | that time of that day |
//!
//! A day said in words is a day as the user counts it: with a day that starts at 04:00, `yesterday 01:30` lies on
//! today's calendar date. Where something happened, and that would be still to come, the day's own date is meant: at ten,
//! `today 01:30`. A date that is written out never moves. `midnight` is 00:00 in every respect.

mod clean;
mod digits;
mod length;
mod long;
mod refusal;
mod time;
mod words;
mod zone;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use crate::Error;
pub use long::LongDate;
pub use refusal::Refusal;
pub use zone::Zone;

/// What a phrase is counted from: the instant it is now, and when a day begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// The instant, with the user's offset.
    pub now: DateTime<FixedOffset>,
    /// Where one day ends and the next begins; a time before it belongs to the day before.
    pub day_starts_at: NaiveTime,
}

impl Clock {
    /// The civil day it is.
    pub fn today(&self) -> NaiveDate {
        self.day_of(self.local())
    }

    /// The civil day that a local time belongs to.
    pub fn day_of(&self, local: NaiveDateTime) -> NaiveDate {
        let date = local.date();
        if local.time() < self.day_starts_at { date.pred_opt().unwrap_or(date) } else { date }
    }

    /// The time on the wall.
    pub fn local(&self) -> NaiveDateTime {
        // Not `naive_local`: it panics at the ends of chrono's range.
        let utc = self.now.naive_utc();
        utc.checked_add_offset(*self.now.offset()).unwrap_or(utc)
    }
}

/// Which way a phrase without a year, a weekday or a length of time is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Something that happened: `24 Oct` is the latest one.
    Past,
    /// Something that lasts until then: `24 Oct` is the next one.
    Ahead,
}

/// A phrase, understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParsedDate {
    /// The calendar date.
    pub date: NaiveDate,
    /// The local time of day, to the second, if the phrase had one.
    pub time: Option<NaiveTime>,
    /// The offset of that time, if it was written, or if the phrase was an instant like `2 hours ago`.
    pub offset: Option<FixedOffset>,
}

impl From<NaiveDate> for ParsedDate {
    fn from(date: NaiveDate) -> Self {
        Self { date, time: None, offset: None }
    }
}

impl ParsedDate {
    /// That instant as it shows on its own clock, to the second.
    fn instant(at: DateTime<FixedOffset>) -> Option<Self> {
        let local = at.naive_utc().checked_add_offset(*at.offset())?;
        Some(Self { date: local.date(), time: local.time().with_nanosecond(0), offset: Some(*at.offset()) })
    }
}

/// Reads a phrase, in a zone that always has the clock's offset.
///
/// # Errors
/// [`Error::Phrase`] with the reason, for everything outside the grammar.
///
/// ```
/// use reconnect::date::{Clock, Direction, parse};
/// let clock = Clock { now: "2026-03-31T18:00:00+02:00".parse().unwrap(), day_starts_at: Default::default() };
/// assert_eq!(parse("a month ago", &clock, Direction::Past)?.date.to_string(), "2026-02-28");
/// assert_eq!(parse("friday", &clock, Direction::Ahead)?.date.to_string(), "2026-04-03");
/// assert!(parse("01/02/2026", &clock, Direction::Past).is_err());
/// # Ok::<(), reconnect::Error>(())
/// ```
pub fn parse(text: &str, clock: &Clock, direction: Direction) -> Result<ParsedDate, Error> {
    parse_from(text, clock, direction, clock.today(), clock.now.offset())
}

/// Reads a phrase in a zone whose clocks change; `24 Oct`, `friday` and `2 weeks` count from `anchor` instead of today.
///
/// What speaks of now (`tomorrow`, `in 2 weeks`, `3 weeks ago`, a bare time) still counts from now, and `next friday`
/// from the later of the two.
///
/// # Errors
/// As [`parse`].
pub fn parse_from(
    text: &str,
    clock: &Clock,
    direction: Direction,
    anchor: NaiveDate,
    zone: &dyn Zone,
) -> Result<ParsedDate, Error> {
    let why = match words::read(text, &words::Origin { clock, direction, anchor, zone }) {
        // Only four digits: another year would be printed in a form that nobody can read back.
        Ok(parsed) if (1..=9999).contains(&parsed.date.year()) => return Ok(parsed),
        Ok(_) => Refusal::OutsideCalendar,
        Err(why) => why,
    };
    Err(Error::Phrase { text: text.to_owned(), why })
}

/// How far a date is from today, in words: `today`, `yesterday`, `30 days ago`, `in 3 days`.
pub fn distance(date: NaiveDate, today: NaiveDate) -> String {
    match (today - date).num_days() {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        -1 => "tomorrow".to_owned(),
        days @ 2.. => format!("{days} days ago"),
        days => format!("in {} days", -days),
    }
}
