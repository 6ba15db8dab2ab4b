//! When a record happened, as it was written; and when it was recorded.

use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDate, Timelike};
use reconnect::Moment;
use reconnect::when::Clock;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The civil date of an event as it was written, or its local time with the offset. Never shifts afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// A bare date.
    Day(NaiveDate),
    /// A local date and time.
    Time(DateTime<FixedOffset>),
}

impl On {
    /// The moment it counts for, given the edge of the day.
    pub fn moment(self, clock: &Clock) -> Moment {
        match self {
            Self::Day(day) => Moment::day(day),
            Self::Time(at) => Moment { day: clock.day_of(at.naive_local()), at: Some(at) },
        }
    }
}

impl fmt::Display for On {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Time(at) => write!(f, "{}", at.format("%Y-%m-%dT%H:%M:%S%:z")),
        }
    }
}

impl std::str::FromStr for On {
    type Err = chrono::ParseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Some(day) = plain_date(text) {
            return Ok(Self::Day(day));
        }
        let time = DateTime::parse_from_rfc3339(text)?;
        Ok(Self::Time(time.with_nanosecond(0).unwrap_or(time)))
    }
}

/// `2026-10-24` and nothing else, read without chrono's general parser: this runs for every line.
fn plain_date(text: &str) -> Option<NaiveDate> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text.as_bytes() else { return None };
    let digits = |digits: &[u8]| digits.iter().try_fold(0, |number, digit| Some(number * 10 + char::from(*digit).to_digit(10)?));
    let year = i32::try_from(digits(&[y1, y2, y3, y4])?).ok()?;
    NaiveDate::from_ymd_opt(year, digits(&[m1, m2])?, digits(&[d1, d2])?)
}

impl Serialize for On {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for On {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// The instant of recording. Microseconds keep the order of what was recorded within one second.
pub fn write_at<S: Serializer>(at: &DateTime<FixedOffset>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&at.format("%Y-%m-%dT%H:%M:%S%.f%:z"))
}

/// Reads it.
pub fn read_at<'de, D: Deserializer<'de>>(deserializer: D) -> Result<DateTime<FixedOffset>, D::Error> {
    let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
    DateTime::parse_from_rfc3339(&text).map_err(serde::de::Error::custom)
}
