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
        let time = read_time(text).map_or_else(|| DateTime::parse_from_rfc3339(text), Ok)?;
        // Almost every time is whole already, and to make it so takes as long as to read it.
        let whole = if time.nanosecond() == 0 { time } else { time.with_nanosecond(0).unwrap_or(time) };
        Ok(Self::Time(whole))
    }
}

/// A time as RFC 3339 has it. What the program writes is read by its places, and every other form by chrono, which takes twice as long.
pub fn read_time(text: &str) -> Option<DateTime<FixedOffset>> {
    by_places(text.as_bytes()).or_else(|| DateTime::parse_from_rfc3339(text).ok())
}

/// `2026-10-24T21:30:00+02:00` or `2026-10-24T21:30:00.000001+02:00`
fn by_places(text: &[u8]) -> Option<DateTime<FixedOffset>> {
    let (local, rest) = text.split_first_chunk()?;
    let (fraction, offset) = rest.split_last_chunk()?;
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, b'T', hour1, hour2, b':', min1, min2, b':', s1, s2] = local else {
        return None;
    };
    let [sign @ (b'+' | b'-'), east1, east2, b':', east3, east4] = offset else { return None };
    let micros = match fraction {
        [] => 0,
        [b'.', micros @ ..] if micros.len() == 6 => number(micros)?,
        _ => return None,
    };
    let date = NaiveDate::from_ymd_opt(number([y1, y2, y3, y4])?.try_into().ok()?, number([m1, m2])?, number([d1, d2])?)?;
    let local = date.and_hms_micro_opt(number([hour1, hour2])?, number([min1, min2])?, number([s1, s2])?, micros)?;
    let minutes = number([east3, east4]).filter(|minutes| *minutes < 60)?;
    let east = i32::try_from(number([east1, east2])? * 3600 + minutes * 60).ok()?;
    let offset = FixedOffset::east_opt(if *sign == b'-' { -east } else { east })?;
    Some(DateTime::from_naive_utc_and_offset(local.checked_sub_offset(offset)?, offset))
}

fn number<'b>(digits: impl IntoIterator<Item = &'b u8>) -> Option<u32> {
    digits.into_iter().try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_read_by_its_places_is_the_one_that_chrono_reads() {
        for text in ["2026-10-24T21:30:00+02:00", "2024-02-29T00:00:00.000001-11:30", "0000-01-01T23:59:59.999999+00:00"] {
            assert_eq!(by_places(text.as_bytes()), DateTime::parse_from_rfc3339(text).ok(), "{text}");
        }
        for text in [
            "2026-02-29T21:30:00+02:00",
            "2026-10-24T24:00:00+02:00",
            "2026-10-24T21:30:00+02:60",
            "2026-10-24T21:30:00+24:00",
            "2026-10-24T21:30:0x+02:00",
            "2026-10-24T21:30:00,000001+02:00",
        ] {
            assert_eq!((by_places(text.as_bytes()), DateTime::parse_from_rfc3339(text).ok()), (None, None), "{text}");
        }
        for text in ["2026-10-24T21:30:00Z", "2026-10-24t21:30:00.5+02:00", "2016-12-31T23:59:60+00:00"] {
            assert_eq!(read_time(text), DateTime::parse_from_rfc3339(text).ok(), "{text}");
            assert!(by_places(text.as_bytes()).is_none() && read_time(text).is_some(), "{text}");
        }
    }

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
