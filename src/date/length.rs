//! Lengths of time, and the arithmetic with them.

use chrono::{Days, Months, NaiveDate, TimeDelta};

use super::clean::digits;
use super::{Direction, Refusal};

/// A length of time: `3 weeks`, `a fortnight`, `half an hour`.
pub(super) enum Length {
    Time(TimeDelta),
    Days(u32),
    Months(u32),
}

impl Length {
    pub(super) fn read(words: &[&str]) -> Result<Self, Refusal> {
        let (count, unit) = match words {
            ["half", "an", "hour"] | ["half", "hour"] | ["a", "half", "hour"] => return Ok(Self::Time(TimeDelta::minutes(30))),
            ["half", "a", "year"] => return Ok(Self::Months(6)),
            [count, unit] => (number(count)?, *unit),
            _ => return Err(Refusal::Unknown),
        };
        Ok(match unit.strip_suffix('s').unwrap_or(unit) {
            "second" | "sec" => Self::Time(TimeDelta::seconds(count.into())),
            "minute" | "min" => Self::Time(TimeDelta::minutes(count.into())),
            "hour" | "hr" => Self::Time(TimeDelta::hours(count.into())),
            "day" => Self::Days(count),
            "week" | "wk" => Self::Days(count * 7),
            "fortnight" => Self::Days(count * 14),
            "month" => Self::Months(count),
            "year" | "yr" => Self::Months(count * 12),
            _ => return Err(Refusal::Unit),
        })
    }

    /// That many days or months before or after a date.
    pub(super) fn shift(&self, date: NaiveDate, direction: Direction) -> Result<NaiveDate, Refusal> {
        let shifted = match (self, direction) {
            // An instant, and the words beside it asked for a day.
            (Self::Time(_), _) => return Err(Refusal::Unknown),
            (Self::Days(days), Direction::Past) => date.checked_sub_days(Days::new(u64::from(*days))),
            (Self::Days(days), Direction::Ahead) => date.checked_add_days(Days::new(u64::from(*days))),
            (Self::Months(months), Direction::Past) => date.checked_sub_months(Months::new(*months)),
            (Self::Months(months), Direction::Ahead) => date.checked_add_months(Months::new(*months)),
        };
        shifted.ok_or(Refusal::OutsideCalendar)
    }
}

/// A count in words or digits, small enough to multiply.
fn number(word: &str) -> Result<u32, Refusal> {
    const WORDS: [&str; 13] =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let written = WORDS.iter().zip(0..).find_map(|(known, count)| (*known == word).then_some(count));
    match written.or_else(|| matches!(word, "a" | "an").then_some(1)).or_else(|| digits(word)) {
        Some(count @ ..=9_999_999) => Ok(count),
        Some(_) => Err(Refusal::OutsideCalendar),
        None => Err(Refusal::Unknown),
    }
}
