//! Times of day: `21:30`, `9:30 pm`, `noon`; and the part of the day that they belong to.

use chrono::NaiveTime;

use super::Refusal;
use super::clean::digits;

/// A night's hours before this one lie on the next calendar date.
pub(super) const NIGHT_ENDS: u32 = 6;

/// Whether somebody would say this part of the day about that hour; `None` if the word is no part of the day.
pub(super) fn part_fits(part: &str, hour: u32) -> Option<bool> {
    match part {
        "morning" => Some(hour < 12),
        "afternoon" => Some((12..19).contains(&hour)),
        "evening" => Some(hour >= 16),
        "night" => Some(!(NIGHT_ENDS..17).contains(&hour)),
        _ => None,
    }
}

/// Takes a time of day off the end or off the beginning.
pub(super) fn split_time<'w, 't>(words: &'w [&'t str]) -> Result<(&'w [&'t str], Option<NaiveTime>), Refusal> {
    let (rest, time) = match words {
        [rest @ .., hour, half] if let Some(evening) = is_evening(half) => (rest, twelve_hour(hour, evening)?),
        [hour, half, rest @ ..] if let Some(evening) = is_evening(half) => (rest, twelve_hour(hour, evening)?),
        [rest @ .., word] if let Some(time) = one_word(word) => (rest, time?),
        [word, rest @ ..] if let Some(time) = one_word(word) => (rest, time?),
        _ => return Ok((words, None)),
    };
    Ok((rest, Some(time)))
}

fn is_evening(half: &str) -> Option<bool> {
    match half {
        "am" | "a.m" => Some(false),
        "pm" | "p.m" => Some(true),
        _ => None,
    }
}

fn one_word(word: &str) -> Option<Result<NaiveTime, Refusal>> {
    match word {
        "noon" | "midday" => return Some(twelve_hour("12", true)),
        "midnight" => return Some(twelve_hour("12", false)),
        _ => {}
    }
    // `9pm`, but not `spam`
    let letters = word.find(|c: char| c.is_ascii_alphabetic()).filter(|at| *at > 0);
    if let Some((hour, half)) = letters.and_then(|at| word.split_at_checked(at))
        && let Some(evening) = is_evening(half)
    {
        return Some(twelve_hour(hour, evening));
    }
    // `2026-10-24t21:30` is a date.
    (word.contains(':') && !word.contains('t')).then(|| time_of_day(word))
}

/// `21:30` or `21:30:15`; a fraction of a second is read and dropped.
pub(super) fn time_of_day(word: &str) -> Result<NaiveTime, Refusal> {
    let (hour, minute, second) = match word.split(':').collect::<Vec<_>>().as_slice() {
        [hour, minute] => (*hour, *minute, "00"),
        [hour, minute, second] => match second.split_once('.') {
            Some((whole, fraction)) if digits(fraction).is_some() => (*hour, *minute, whole),
            _ => (*hour, *minute, *second),
        },
        _ => return Err(Refusal::Time),
    };
    match (digits(hour), digits(minute), digits(second)) {
        (Some(h), Some(m), Some(s)) if hour.len() <= 2 && minute.len() == 2 && second.len() == 2 => {
            NaiveTime::from_hms_opt(h, m, s).ok_or(Refusal::Time)
        }
        _ => Err(Refusal::Time),
    }
}

/// `9`, `9:30` or `9.30`, in the morning or in the evening.
fn twelve_hour(word: &str, evening: bool) -> Result<NaiveTime, Refusal> {
    let (hour, minute) = word.split_once([':', '.']).unwrap_or((word, "00"));
    match (digits(hour), digits(minute)) {
        (Some(h @ 1..=12), Some(m @ 0..=59)) if hour.len() <= 2 && minute.len() == 2 => {
            NaiveTime::from_hms_opt(h % 12 + if evening { 12 } else { 0 }, m, 0).ok_or(Refusal::Time)
        }
        _ => Err(Refusal::Time),
    }
}
