//! When a record happened, as it was written; and when it was recorded.

use std::fmt;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, SecondsFormat, Timelike};
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
            Self::Day(day) => match date_text(*day) {
                Some(text) => f.write_str(std::str::from_utf8(&text).unwrap_or_default()),
                None => write!(f, "{day}"),
            },
            Self::Time(at) => match time_text(at) {
                Some(text) => f.write_str(std::str::from_utf8(text.as_flattened()).unwrap_or_default()),
                None => f.write_str(&at.to_rfc3339_opts(SecondsFormat::Secs, false)),
            },
        }
    }
}

/// `2026-10-24`, by hand, since a long history prints many; years that have not four digits are left to chrono.
fn date_text(day: NaiveDate) -> Option<[u8; 10]> {
    let year = u32::try_from(day.year()).ok().filter(|year| *year < 10_000)?;
    let ([y1, y2], [y3, y4]) = (pair(year / 100), pair(year % 100));
    let ([m1, m2], [d1, d2]) = (pair(day.month()), pair(day.day()));
    Some([y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2])
}

/// `2026-10-24T21:30:00+02:00`, in fives; an offset with seconds and a leap second are left to chrono.
fn time_text(at: &DateTime<FixedOffset>) -> Option<[[u8; 5]; 5]> {
    let (local, offset) = (at.naive_local(), at.offset().local_minus_utc());
    let ([date1 @ .., _, _, _, _, _], [_, _, _, _, _, date2 @ ..]) = (date_text(local.date())?, date_text(local.date())?);
    let ([h1, h2], [m1, m2], [s1, s2]) = (pair(local.hour()), pair(local.minute()), pair(local.second()));
    let ([zh1, zh2], [zm1, zm2]) = (pair(offset.unsigned_abs() / 3600), pair(offset.unsigned_abs() / 60 % 60));
    let sign = if offset < 0 { b'-' } else { b'+' };
    let is_plain = offset % 60 == 0 && local.nanosecond() < 1_000_000_000;
    is_plain.then_some([date1, date2, [b'T', h1, h2, b':', m1], [m2, b':', s1, s2, sign], [zh1, zh2, b':', zm1, zm2]])
}

/// A number of two digits.
fn pair(number: u32) -> [u8; 2] {
    [number / 10, number % 10].map(|digit| b'0' + u8::try_from(digit).unwrap_or_default())
}

impl std::str::FromStr for On {
    type Err = chrono::ParseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Some(day) = <&[u8; 10]>::try_from(text.as_bytes()).ok().and_then(plain_date) {
            return Ok(Self::Day(day));
        }
        let time = instant(text)?;
        Ok(Self::Time(time.with_nanosecond(0).unwrap_or(time)))
    }
}

/// An instant with its offset.
///
/// # Errors
/// If it is none.
pub fn instant(text: &str) -> Result<DateTime<FixedOffset>, chrono::ParseError> {
    plain_instant(text.as_bytes()).map_or_else(|| DateTime::parse_from_rfc3339(text), Ok)
}

/// `2026-10-24T21:30:00.000000+02:00`, with or without the fraction, as this program writes it. Every line holds two of them, so
/// they are read without chrono's general parser; whatever is not exactly of this form is left to that.
fn plain_instant(text: &[u8]) -> Option<DateTime<FixedOffset>> {
    let (date, [b'T', h1, h2, b':', m1, m2, b':', s1, s2, rest @ ..]) = text.split_first_chunk()? else { return None };
    let (micros, [sign, zh1, zh2, b':', zm1, zm2]) = (match rest {
        [b'.', f1, f2, f3, f4, f5, f6, rest @ ..] => (two(*f1, *f2)? * 10_000 + two(*f3, *f4)? * 100 + two(*f5, *f6)?, rest),
        rest => (0, rest),
    }) else {
        return None;
    };
    let local = plain_date(date)?.and_hms_micro_opt(two(*h1, *h2)?, two(*m1, *m2)?, two(*s1, *s2)?, micros)?;
    let (hours, minutes) = (two(*zh1, *zh2)?, two(*zm1, *zm2)?);
    let seconds = (hours * 3600 + minutes * 60).cast_signed();
    if hours > 23 || minutes > 59 {
        return None;
    }
    let offset = match sign {
        b'+' => FixedOffset::east_opt(seconds)?,
        b'-' => FixedOffset::west_opt(seconds)?,
        _ => return None,
    };
    Some(DateTime::from_naive_utc_and_offset(local.checked_sub_offset(offset)?, offset))
}

/// `2026-10-24`.
fn plain_date(text: &[u8; 10]) -> Option<NaiveDate> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text else { return None };
    let year = (two(y1, y2)? * 100 + two(y3, y4)?).cast_signed();
    NaiveDate::from_ymd_opt(year, two(m1, m2)?, two(d1, d2)?)
}

/// A number of two digits.
fn two(ten: u8, one: u8) -> Option<u32> {
    let (ten, one) = (ten.wrapping_sub(b'0'), one.wrapping_sub(b'0'));
    (ten < 10 && one < 10).then(|| u32::from(ten) * 10 + u32::from(one))
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
    instant(&text).map_err(serde::de::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_in_the_programs_form_is_read_as_chrono_reads_it() {
        for date in ["2026-10-24", "2024-02-29", "0001-01-01", "9999-12-31"] {
            for time in ["00:00:00", "12:34:56", "23:59:59", "19:08:07.123456", "01:02:03.000001", "10:00:00.999999"] {
                for offset in ["+00:00", "+01:00", "-11:30", "+12:45", "+23:59", "-23:59"] {
                    let text = format!("{date}T{time}{offset}");
                    let read = plain_instant(text.as_bytes()).unwrap();
                    let expected = DateTime::parse_from_rfc3339(&text).unwrap();
                    // Equal instants may have different offsets.
                    assert_eq!((read, *read.offset()), (expected, *expected.offset()), "{text}");
                }
            }
        }
    }

    #[test]
    fn what_is_written_by_hand_is_what_chrono_writes() {
        let chronos = |on: On| match on {
            On::Day(day) => day.to_string(),
            On::Time(at) => at.to_rfc3339_opts(SecondsFormat::Secs, false),
        };
        for date in ["2026-10-24", "2024-02-29", "0000-01-01", "-0001-12-31", "9999-12-31", "+10000-01-01"] {
            let day: NaiveDate = date.parse().unwrap();
            assert_eq!(On::Day(day).to_string(), chronos(On::Day(day)), "{date}");
            for (seconds, nanos) in [(0, 0), (45_296, 0), (86_399, 999_999_999), (86_399, 1_500_000_000)] {
                let time = chrono::NaiveTime::from_num_seconds_from_midnight_opt(seconds, nanos).unwrap();
                for offset in [0, 3600, -(11 * 3600 + 1800), 12 * 3600 + 2700, 86_340, -86_340, 3208, -3208] {
                    let offset = FixedOffset::east_opt(offset).unwrap();
                    let on = On::Time(day.and_time(time).and_local_timezone(offset).unwrap());
                    assert_eq!(on.to_string(), chronos(on), "{date} {time} {offset}");
                }
            }
        }
    }

    #[test]
    fn any_other_form_is_left_to_chrono() {
        for text in [
            "2026-10-24",
            "2026-10-24T21:30+01:00",
            "2026-10-24T21:30:00",
            "2026-10-24T21:30:00Z",
            "2026-10-24t21:30:00+01:00",
            "2026-10-24 21:30:00+01:00",
            "2026-10-24T21:30:00.5+01:00",
            "2026-10-24T21:30:00.1234567+01:00",
            "2026-10-24T24:00:00+01:00",
            "2026-10-24T21:60:00+01:00",
            "2026-10-24T21:30:60+01:00",
            "2026-10-24T21:30:00+24:00",
            "2026-10-24T21:30:00+01:60",
            "2026-10-24T21:30:00~01:00",
            "2026-10-24T21:30:00+1:000",
            "2026-02-29T21:30:00+01:00",
            "2026-1a-24T21:30:00+01:00",
            "2026-a1-24T21:30:00+01:00",
            "2026-1:-24T21:30:00+01:00",
            "2026-:1-24T21:30:00+01:00",
            "2026/10/24T21:30:00+01:00",
            "2026-10-24T21:30:00+01:00 ",
        ] {
            assert_eq!(plain_instant(text.as_bytes()), None, "{text}");
        }
    }
}
