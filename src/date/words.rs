//! The grammar: a time of day at either end, and a day in the words between.

use chrono::{DateTime, Datelike, Days, FixedOffset, Month, NaiveDate, NaiveTime, Timelike, Weekday};

use super::clean::{ascii, digits};
use super::digits::{date, in_digits};
use super::length::Length;
use super::time::{NIGHT_ENDS, part_fits, split_time};
use super::{Clock, Direction, ParsedDate, Refusal, Zone, distance};

/// What a phrase is counted from.
pub(super) struct Origin<'a> {
    pub clock: &'a Clock,
    pub direction: Direction,
    pub anchor: NaiveDate,
    pub zone: &'a dyn Zone,
}

impl Origin<'_> {
    fn is_past(&self, date: NaiveDate, time: NaiveTime) -> bool {
        self.zone.resolve(date.and_time(time)) <= self.clock.now
    }
}

/// A day, and how a time of day goes with it.
struct Day<'w> {
    date: NaiveDate,
    kind: Kind,
    /// `night` in `friday night`.
    part: Option<&'w str>,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// A date as the calendar has it.
    Written,
    /// A day as the user counts it: a time before the day's edge lies on the next calendar date.
    Counted,
    /// Counted, and the latest such weekday: with a time that is still to come, the one a week before.
    Latest,
}

/// Words of somebody who doesn't mean one day.
const VAGUE: [&str; 14] = [
    "recently", "lately", "soon", "while", "few", "couple", "some", "several", "many", "weekend", "ages", "other", "sometime",
    "earlier",
];

const FILLERS: [&str; 4] = ["on", "at", "of", "the"];

pub(super) fn read(text: &str, from: &Origin) -> Result<ParsedDate, Refusal> {
    if let Some(date) = echo(text, from) {
        return Ok(date);
    }
    let plain = ascii(text)?;
    let words = split(&plain)?;
    if words.is_empty() {
        return Err(Refusal::Empty);
    }
    if let Some(at) = instant(&words, from)? {
        return ParsedDate::instant(from.zone.zoned(at.to_utc())).ok_or(Refusal::OutsideCalendar);
    }
    let (words, time) = split_time(&words)?;
    match (words, time) {
        ([], Some(time)) => bare_time(time, from),
        // A date and a time in one word, `2026-10-24T21:30`.
        ([word], None) if word.contains(['-', '/', '.']) => in_digits(word).map_err(|why| match why {
            // `24.10.` is a day and a month, while `24.10` could be a time.
            Refusal::Unknown if plain.ends_with('.') && word.split('.').all(|part| matches!(part.len(), 1 | 2)) => Refusal::NoYear,
            _ => why,
        }),
        _ => {
            let day = day(words, from).map_err(|why| match why {
                Refusal::Unknown | Refusal::Unit if words.iter().any(|word| VAGUE.contains(word)) => Refusal::Vague,
                _ => why,
            })?;
            Ok(ParsedDate { date: day.at(time, from)?, time, offset: None })
        }
    }
}

/// The words that matter. `24-oct` is two of them; a filler is left out, but not at the end, where something is missing.
fn split(plain: &str) -> Result<Vec<&str>, Refusal> {
    let mut words = Vec::new();
    for word in plain.split(' ').map(|word| word.strip_suffix('.').unwrap_or(word)).filter(|word| !word.is_empty()) {
        let parts: Vec<&str> = word.split('-').collect();
        if parts.iter().any(|part| month(part).is_some()) { words.extend(parts) } else { words.push(word) }
    }
    let hour_alone = |at: usize| words.get(at) == Some(&"at") && words.get(at + 1).is_some_and(|hour| digits(hour).is_some());
    if words.last() == Some(&"o'clock") || (words.len() >= 2 && hour_alone(words.len() - 2)) {
        return Err(Refusal::MorningOrEvening);
    }
    let last = words.pop();
    words.retain(|word| !FILLERS.contains(word));
    words.extend(last);
    Ok(words)
}

/// `now`, `2 hours ago`: an instant, not a day.
fn instant(words: &[&str], from: &Origin) -> Result<Option<DateTime<FixedOffset>>, Refusal> {
    let now = from.clock.now;
    let (length, back) = match words {
        ["now"] | ["just" | "right", "now"] => return Ok(Some(now)),
        [length @ .., "ago"] => (length, true),
        ["in", length @ ..] | [length @ .., "from", "now"] => (length, false),
        _ if from.direction == Direction::Ahead => (words, false),
        _ => return Ok(None),
    };
    let Ok(Length::Time(length)) = Length::read(length) else { return Ok(None) };
    let at = if back { now.checked_sub_signed(length) } else { now.checked_add_signed(length) };
    at.map(Some).ok_or(Refusal::OutsideCalendar)
}

/// A date as it is echoed, `Sat 24 Oct 2026 21:30, 30 days ago`: the words behind the comma have to agree with it.
fn echo(text: &str, from: &Origin) -> Option<ParsedDate> {
    let (date, said) = text.rsplit_once(", ")?;
    let plain = ascii(date).ok()?;
    let words = split(&plain).ok()?;
    let (words, time) = split_time(&words).ok()?;
    let date = written(words, from).ok()?;
    let day = time.map_or(date, |time| from.clock.day_of(date.and_time(time)));
    (distance(day, from.clock.today()) == said).then_some(ParsedDate { date, time, offset: None })
}

/// The latest such time that is past, or the next one.
fn bare_time(time: NaiveTime, from: &Origin) -> Result<ParsedDate, Refusal> {
    let today = from.clock.local().date();
    let date = match from.direction {
        Direction::Past if !from.is_past(today, time) => today.pred_opt(),
        Direction::Ahead if from.zone.resolve(today.and_time(time)) < from.clock.now => today.succ_opt(),
        _ => Some(today),
    };
    Ok(ParsedDate { date: date.ok_or(Refusal::OutsideCalendar)?, time: Some(time), offset: None })
}

impl Day<'_> {
    /// The calendar date on which this day has that time.
    fn at(&self, time: Option<NaiveTime>, from: &Origin) -> Result<NaiveDate, Refusal> {
        let Some(time) = time else { return Ok(self.date) };
        if self.part.and_then(|part| part_fits(part, time.hour())) == Some(false) {
            return Err(Refusal::OtherPartOfDay);
        }
        if self.kind == Kind::Written {
            return Ok(self.date);
        }
        let next = self.date.succ_opt().ok_or(Refusal::OutsideCalendar);
        let is_past = |date| from.is_past(date, time);
        let small_hours = time < from.clock.day_starts_at || self.part == Some("night") && time.hour() < NIGHT_ENDS;
        // Small hours lie on the next date. Where they are still to come there, and something happened in them, they lie on its own:
        // at ten, `today 1am` is past, and at two, `tonight 1am`.
        let is_on_next = from.direction == Direction::Ahead || self.date > from.clock.today() || next.is_ok_and(is_past);
        let date = if small_hours && is_on_next { next? } else { self.date };
        match self.kind {
            Kind::Latest if !is_past(date) => date.checked_sub_days(Days::new(7)).ok_or(Refusal::OutsideCalendar),
            _ => Ok(date),
        }
    }
}

/// A day in words, perhaps with a part of it: `yesterday evening`, `friday night`.
fn day<'w>(words: &[&'w str], from: &Origin) -> Result<Day<'w>, Refusal> {
    let today = from.clock.today();
    let (date, part) = match words {
        ["tonight"] => (today, "night"),
        ["last", "night"] => (counted(today.pred_opt())?.date, "night"),
        ["this", part @ ("morning" | "afternoon" | "evening")] => (today, *part),
        [rest @ .., part] if !rest.is_empty() && part_fits(part, 0).is_some() => {
            return Ok(Day { part: Some(part), ..whole_day(rest, from)? });
        }
        _ => return whole_day(words, from),
    };
    Ok(Day { part: Some(part), ..counted(Some(date))? })
}

fn whole_day(words: &[&str], from: &Origin) -> Result<Day<'static>, Refusal> {
    let today = from.clock.today();
    match words {
        ["today"] => counted(Some(today)),
        ["yesterday"] => counted(today.pred_opt()),
        ["tomorrow"] => counted(today.succ_opt()),
        ["day", "before", "yesterday"] => counted(today.checked_sub_days(Days::new(2))),
        ["day", "after", "tomorrow"] => counted(today.checked_add_days(Days::new(2))),
        [length @ .., "ago"] => counted(Some(Length::read(length)?.shift(today, Direction::Past)?)),
        ["in", length @ ..] | [length @ .., "from", "now" | "today"] => {
            counted(Some(Length::read(length)?.shift(today, Direction::Ahead)?))
        }
        [word] if let Some(name) = weekday(word) => match from.direction {
            Direction::Past => Ok(Day { kind: Kind::Latest, ..counted(near(name, Some(from.anchor), Direction::Past))? }),
            Direction::Ahead => counted(near(name, Some(from.anchor), Direction::Ahead)),
        },
        ["last" | "next" | "this", "week" | "month" | "year" | "weekend"] => Err(Refusal::Vague),
        ["last", name] => counted(near(weekday(name).ok_or(Refusal::NeedsWeekday)?, today.pred_opt(), Direction::Past)),
        ["next", name] => {
            let after = today.max(from.anchor).succ_opt();
            counted(near(weekday(name).ok_or(Refusal::NeedsWeekday)?, after, Direction::Ahead))
        }
        _ => match written(words, from) {
            Err(Refusal::Unknown) => {
                let length = Length::read(words)?;
                if from.direction == Direction::Past {
                    return Err(Refusal::AgoOrIn);
                }
                counted(Some(length.shift(from.anchor, Direction::Ahead)?))
            }
            date => Ok(Day { date: date?, kind: Kind::Written, part: None }),
        },
    }
}

/// A day as the user counts it.
fn counted(date: Option<NaiveDate>) -> Result<Day<'static>, Refusal> {
    Ok(Day { date: date.ok_or(Refusal::OutsideCalendar)?, kind: Kind::Counted, part: None })
}

/// That weekday on the date, or the nearest one in the direction.
fn near(name: Weekday, date: Option<NaiveDate>, direction: Direction) -> Option<NaiveDate> {
    let date = date?;
    let days = |days: u32| Days::new(u64::from(days));
    match direction {
        Direction::Past => date.checked_sub_days(days(date.weekday().days_since(name))),
        Direction::Ahead => date.checked_add_days(days(name.days_since(date.weekday()))),
    }
}

/// A date with its month in letters or in digits, perhaps behind a weekday.
fn written(words: &[&str], from: &Origin) -> Result<NaiveDate, Refusal> {
    let (named, words) = match words {
        [name, rest @ ..] if let Some(name) = weekday(name) => (Some(name), rest),
        _ => (None, words),
    };
    let date = match words {
        [word] if month(word).is_some() => return Err(Refusal::NoDay),
        [word] if digits(word).is_some() && named.is_none() => return Err(Refusal::BareNumber),
        [word] if of_month(word).is_some() => return Err(Refusal::NoMonth),
        [word] => match in_digits(word)? {
            ParsedDate { date, time: None, .. } => date,
            _ => return Err(Refusal::Unknown),
        },
        [d, m] if let (Some(day), Some(month)) = (of_month(d), month(m)) => without_year(month, day, from)?,
        [m, y] | [y, m] if month(m).is_some() && digits(y).is_some() && y.len() == 4 => return Err(Refusal::NoDay),
        [m, d] if let (Some(day), Some(month)) = (of_month(d), month(m)) => without_year(month, day, from)?,
        [_, _, _] if words.iter().all(|word| digits(word).is_some()) => in_digits(&words.join("."))?.date,
        [d, m, y] | [m, d, y] | [y, m, d] if let (Some(day), Some(month), Some(year)) = (of_month(d), month(m), digits(y)) => {
            if y.len() != 4 {
                return Err(Refusal::YearDigits);
            }
            date(year, month, day)?
        }
        _ => return Err(Refusal::Unknown),
    };
    match named {
        Some(name) if name != date.weekday() => Err(Refusal::OtherWeekday),
        _ => Ok(date),
    }
}

/// The nearest such day on or before the anchor, or on or after it. Before the day's edge the calendar's date is no longer today's,
/// and has come all the same.
fn without_year(month: u32, day: u32, from: &Origin) -> Result<NaiveDate, Refusal> {
    let latest = if from.anchor == from.clock.today() { from.clock.local().date() } else { from.anchor };
    // Eight years: 29 February skips years like 1900.
    (0..=8)
        .find_map(|years| {
            let year = from.anchor.year();
            match from.direction {
                Direction::Past => NaiveDate::from_ymd_opt(year - years, month, day).filter(|date| *date <= latest),
                Direction::Ahead => NaiveDate::from_ymd_opt(year + years, month, day).filter(|date| *date >= from.anchor),
            }
        })
        .ok_or(Refusal::NoSuchDay)
}

/// `24`, `24th`
fn of_month(word: &str) -> Option<u32> {
    let ordinal = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending));
    digits(ordinal.unwrap_or(word)).filter(|day| *day <= 99)
}

fn month(word: &str) -> Option<u32> {
    // chrono knows the full names and the ones of three letters.
    let name = if word == "sept" { "sep" } else { word };
    name.parse().ok().map(|month: Month| month.number_from_month())
}

fn weekday(word: &str) -> Option<Weekday> {
    let name = match word {
        "tues" => "tue",
        "weds" => "wed",
        "thur" | "thurs" => "thu",
        _ => word,
    };
    name.parse().ok()
}
