//! When something happened, as it was written.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat, Timelike};
use reconnect::Moment;
use reconnect::date::Clock;

/// A civil date, or a local time with its offset. It never shifts with the zone afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventDate {
    Day(NaiveDate),
    Time(DateTime<FixedOffset>),
}

impl EventDate {
    /// The civil date as it was written.
    pub fn day(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::Time(at) => at.date_naive(),
        }
    }

    /// The moment it counts for, given the edge of the day. A bare date is never moved.
    pub fn moment(self, clock: &Clock) -> Moment {
        match self {
            Self::Day(day) => Moment::day(day),
            Self::Time(at) => Moment { day: clock.day_of(at.naive_local()), at: Some(at) },
        }
    }
}

impl fmt::Display for EventDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Time(at) => f.write_str(&at.to_rfc3339_opts(SecondsFormat::Secs, false)),
        }
    }
}

impl FromStr for EventDate {
    type Err = chrono::ParseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.len() == "2026-10-24".len() {
            return text.parse().map(Self::Day);
        }
        let time = DateTime::parse_from_rfc3339(text)?;
        // Almost every time is whole already, and to make it so takes as long as to read it.
        let whole = if time.nanosecond() == 0 { time } else { time.with_nanosecond(0).unwrap_or(time) };
        Ok(Self::Time(whole))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_printed_as_they_are_read() {
        for text in ["2026-10-24", "2026-10-24T21:30:00+02:00", "0001-01-01", "9999-12-31T00:00:00-11:30"] {
            assert_eq!(text.parse::<EventDate>().unwrap().to_string(), text);
        }
        for text in ["", "2026-13-01", "2026-10-24T21:30", "24 Oct 2026"] {
            assert!(text.parse::<EventDate>().is_err(), "{text}");
        }
    }
}
