//! What is written in digits: a date, a time of day, an offset. Every word is lower-case ASCII.

use chrono::{FixedOffset, NaiveDate, NaiveTime};

use super::{ParsedDate, Refusal};

/// A number of ASCII digits and nothing else; a number too large to hold becomes the largest.
pub(super) fn digits(word: &str) -> Option<u32> {
    let all = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    all.then(|| word.parse().unwrap_or(u32::MAX))
}

pub(super) fn date(year: u32, month: u32, day: u32) -> Result<NaiveDate, Refusal> {
    let year = i32::try_from(year).map_err(|_| Refusal::OutsideCalendar)?;
    NaiveDate::from_ymd_opt(year, month, day).ok_or(Refusal::NoSuchDay)
}

/// `2026-10-24`, perhaps with `t21:30`, perhaps with seconds and an offset.
pub(super) fn iso(word: &str) -> Result<ParsedDate, Refusal> {
    let (day, rest) = word.split_once('t').map_or((word, None), |(day, rest)| (day, Some(rest)));
    let parts: Vec<&str> = day.split('-').collect();
    let [year, month, of_month] = parts.as_slice() else { return Err(Refusal::Unknown) };
    let (Some(y), Some(m), Some(d)) = (digits(year), digits(month), digits(of_month)) else { return Err(Refusal::Unknown) };
    if year.len() != 4 || month.len() > 2 || of_month.len() > 2 {
        return Err(Refusal::YearFirst);
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
    Ok(ParsedDate { date, time: Some(time_of_day(time)?), offset })
}

/// `z`, `+01:00`, and `+00:19:32` for the odd zones of long ago.
fn parse_offset(text: &str) -> Result<FixedOffset, Refusal> {
    let (sign, rest) = match (text.strip_prefix('+'), text.strip_prefix('-')) {
        (Some(rest), _) => (1, rest),
        (_, Some(rest)) => (-1, rest),
        _ if text == "z" => (1, "00:00"),
        _ => return Err(Refusal::Offset),
    };
    if rest.split(':').any(|part| part.len() != 2) {
        return Err(Refusal::Offset);
    }
    let size = clock_time(rest).ok_or(Refusal::Offset)?.signed_duration_since(NaiveTime::MIN).num_seconds();
    i32::try_from(size).ok().and_then(|size| FixedOffset::east_opt(sign * size)).ok_or(Refusal::Offset)
}

/// `21:30` or `21:30:15`; a fraction of a second is read and dropped.
pub(super) fn time_of_day(word: &str) -> Result<NaiveTime, Refusal> {
    let whole = match word.split_once('.') {
        Some((whole, fraction)) if digits(fraction).is_some() && whole.matches(':').count() == 2 => whole,
        Some(_) => return Err(Refusal::Time),
        None => word,
    };
    clock_time(whole).ok_or(Refusal::Time)
}

fn clock_time(text: &str) -> Option<NaiveTime> {
    let parts: Vec<&str> = text.split(':').collect();
    let (hour, minute, second) = match parts.as_slice() {
        [hour, minute] => (*hour, *minute, "00"),
        [hour, minute, second] => (*hour, *minute, *second),
        _ => return None,
    };
    let lengths = matches!(hour.len(), 1 | 2) && minute.len() == 2 && second.len() == 2;
    lengths.then_some(())?;
    NaiveTime::from_hms_opt(digits(hour)?, digits(minute)?, digits(second)?)
}

/// `9`, `9:30` or `9.30`, in the morning or in the evening.
pub(super) fn twelve_hour(word: &str, evening: bool) -> Result<NaiveTime, Refusal> {
    let (hour, minute) = word.split_once([':', '.']).unwrap_or((word, "00"));
    match (digits(hour), digits(minute)) {
        (Some(h @ 1..=12), Some(m @ 0..=59)) if hour.len() <= 2 && minute.len() == 2 => {
            NaiveTime::from_hms_opt(h % 12 + if evening { 12 } else { 0 }, m, 0).ok_or(Refusal::Time)
        }
        _ => Err(Refusal::Time),
    }
}
