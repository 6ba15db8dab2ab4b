//! What is written in digits: a date, an offset. Every word is lower-case ASCII.

use chrono::{FixedOffset, NaiveDate};

use super::clean::digits;
use super::time::time_of_day;
use super::{ParsedDate, Refusal};

pub(super) fn date(year: u32, month: u32, day: u32) -> Result<NaiveDate, Refusal> {
    let year = i32::try_from(year).map_err(|_| Refusal::OutsideCalendar)?;
    NaiveDate::from_ymd_opt(year, month, day).ok_or(Refusal::NoSuchDay)
}

/// `2026-10-24` or `24.10.2026`, perhaps with `t21:30`, perhaps with seconds and an offset.
pub(super) fn in_digits(word: &str) -> Result<ParsedDate, Refusal> {
    let (day, rest) = word.split_once('t').map_or((word, None), |(day, rest)| (day, Some(rest)));
    let date = three_numbers(day)?;
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

/// Year first; or year last, where only one order of day and month is a date.
fn three_numbers(word: &str) -> Result<NaiveDate, Refusal> {
    let separator = word.chars().find(|c| "-/.".contains(*c)).ok_or(Refusal::Unknown)?;
    let parts: Option<Vec<_>> = word.split(separator).map(|part| Some((digits(part)?, part.len()))).collect();
    match parts.ok_or(Refusal::Unknown)?.as_slice() {
        [(year, 4), (month, 1 | 2), (day, 1 | 2)] => date(*year, *month, *day),
        [(one, 1 | 2), (other, 1 | 2), (year, 4)] => match (date(*year, *other, *one), date(*year, *one, *other)) {
            (Ok(date), Ok(same)) if date != same => Err(Refusal::DayMonthOrder),
            (Ok(date), _) | (_, Ok(date)) => Ok(date),
            (no_day, _) => no_day,
        },
        [(_, 4), (_, 1 | 2)] => Err(Refusal::NoDay),
        [(_, 4), _, _] | [_, _, (_, 4)] => Err(Refusal::NoSuchDay),
        [_, _, _] => Err(Refusal::YearDigits),
        [(one, _), (other, _)] if separator == '/' => {
            Err(if *one > 12 || *other > 12 { Refusal::NoYear } else { Refusal::DayMonthOrder })
        }
        _ => Err(Refusal::Unknown),
    }
}

/// `z` or `+01:00`
fn parse_offset(text: &str) -> Result<FixedOffset, Refusal> {
    let text = if text == "z" { "+00:00" } else { text };
    text.parse().ok().filter(|_| text.len() == "+01:00".len()).ok_or(Refusal::Offset)
}
