//! What is written in digits: a date, an offset. Every word is lower-case ASCII.

use chrono::{FixedOffset, NaiveDate, NaiveTime};

use super::clean::digits;
use super::time::{clock_time, time_of_day};
use super::{ParsedDate, Refusal};

pub(super) fn date(year: u32, month: u32, day: u32) -> Result<NaiveDate, Refusal> {
    let year = i32::try_from(year).map_err(|_| Refusal::OutsideCalendar)?;
    NaiveDate::from_ymd_opt(year, month, day).ok_or(Refusal::NoSuchDay)
}

/// `2026-10-24`, perhaps with `t21:30`, perhaps with seconds and an offset.
pub(super) fn iso(word: &str) -> Result<ParsedDate, Refusal> {
    let (day, rest) = word.split_once('t').map_or((word, None), |(day, rest)| (day, Some(rest)));
    let parts: Vec<&str> = day.split('-').collect();
    let (year, month, of_month) = match parts.as_slice() {
        [year, month, of_month] => (year, month, of_month),
        [year, month] if year.len() == 4 && month.len() <= 2 && digits(year).and(digits(month)).is_some() => {
            return Err(Refusal::NoDay);
        }
        _ => return Err(Refusal::Unknown),
    };
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
