//! The grammar: a time of day at either end, and a day in the words between.

use chrono::{DateTime, Datelike, Days, FixedOffset, Month, Months, NaiveDate, NaiveTime, TimeDelta, Timelike, Weekday};

use super::digits::{date, digits, iso, time_of_day, twelve_hour};
use super::{Clock, Direction, ParsedDate, Refusal, clean};

/// What a phrase is counted from.
pub(super) struct From<'a> {
    pub clock: &'a Clock,
    pub direction: Direction,
    pub anchor: NaiveDate,
}

/// A day, and how a time of day goes with it.
struct Day {
    date: NaiveDate,
    kind: Kind,
    part: Option<Part>,
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

/// A part of the day: its name and the hours that fit it.
type Part = &'static (&'static str, fn(u32) -> bool);

const PARTS: [(&str, fn(u32) -> bool); 4] = [
    ("morning", |hour| hour < 12),
    ("afternoon", |hour| (12..19).contains(&hour)),
    ("evening", |hour| hour >= 16),
    ("night", |hour| hour >= 17 || hour < NIGHT_ENDS),
];
const NIGHT_ENDS: u32 = 6;

/// Words of somebody who doesn't mean one day.
const VAGUE: [&str; 14] = [
    "recently", "lately", "soon", "while", "few", "couple", "some", "several", "many", "weekend", "ages", "other", "sometime",
    "earlier",
];

const FILLERS: [&str; 4] = ["on", "at", "of", "the"];

pub(super) fn read(text: &str, from: &From) -> Result<ParsedDate, Refusal> {
    let plain = clean::ascii(text)?;
    let words = split(&plain)?;
    if words.is_empty() {
        return Err(Refusal::Empty);
    }
    if let Some(at) = instant(&words, from)? {
        return ParsedDate::instant(at).ok_or(Refusal::OutsideCalendar);
    }
    let (words, time) = split_time(&words)?;
    match (words, time) {
        ([], Some(time)) => bare_time(time, from),
        // A date and a time in one word, `2026-10-24T21:30`.
        ([word], None) if word.contains('-') => iso(word),
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
fn instant(words: &[&str], from: &From) -> Result<Option<DateTime<FixedOffset>>, Refusal> {
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

/// Takes a time of day off the end or off the beginning.
fn split_time<'w, 't>(words: &'w [&'t str]) -> Result<(&'w [&'t str], Option<NaiveTime>), Refusal> {
    let (rest, time) = match words {
        [rest @ .., hour, half @ ("am" | "pm" | "a.m" | "p.m")] => (rest, twelve_hour(hour, half.starts_with('p'))?),
        [hour, half @ ("am" | "pm" | "a.m" | "p.m"), rest @ ..] => (rest, twelve_hour(hour, half.starts_with('p'))?),
        [rest @ .., word] if let Some(time) = one_word_time(word) => (rest, time?),
        [word, rest @ ..] if let Some(time) = one_word_time(word) => (rest, time?),
        _ => return Ok((words, None)),
    };
    Ok((rest, Some(time)))
}

fn one_word_time(word: &str) -> Option<Result<NaiveTime, Refusal>> {
    match word {
        "noon" | "midday" => return Some(Ok(NaiveTime::MIN.overflowing_add_signed(TimeDelta::hours(12)).0)),
        "midnight" => return Some(Ok(NaiveTime::MIN)),
        _ => {}
    }
    for (half, evening) in [("am", false), ("pm", true), ("a.m", false), ("p.m", true)] {
        if let Some(hour) = word.strip_suffix(half).filter(|hour| hour.starts_with(|first: char| first.is_ascii_digit())) {
            return Some(twelve_hour(hour, evening));
        }
    }
    (word.contains(':') && !word.contains('t')).then(|| time_of_day(word))
}

/// The latest such time that is past, or the next one.
fn bare_time(time: NaiveTime, from: &From) -> Result<ParsedDate, Refusal> {
    let now = from.clock.local();
    let today = now.date();
    let date = match from.direction {
        Direction::Past if time > now.time() => today.pred_opt(),
        Direction::Ahead if time < now.time() => today.succ_opt(),
        _ => Some(today),
    };
    Ok(ParsedDate { date: date.ok_or(Refusal::OutsideCalendar)?, time: Some(time), offset: None })
}

impl Day {
    /// The calendar date on which this day has that time.
    fn at(&self, time: Option<NaiveTime>, from: &From) -> Result<NaiveDate, Refusal> {
        let Some(time) = time else { return Ok(self.date) };
        if self.part.is_some_and(|(_, fits)| !fits(time.hour())) {
            return Err(Refusal::OtherPartOfDay);
        }
        if self.kind == Kind::Written {
            return Ok(self.date);
        }
        let now = from.clock.local();
        let next = self.date.succ_opt().ok_or(Refusal::OutsideCalendar);
        let is_past = |date: NaiveDate| date.and_time(time) <= now;
        // A night's small hours lie on the next date, unless those are still to come: at two, `tonight 1am` is past.
        let small_hours = self.part.is_some_and(|(name, _)| *name == "night") && time.hour() < NIGHT_ENDS;
        let date = if time < from.clock.day_starts_at {
            next?
        } else if small_hours && (from.direction == Direction::Ahead || next.is_ok_and(is_past)) {
            next?
        } else {
            self.date
        };
        match self.kind {
            Kind::Latest if !is_past(date) => date.checked_sub_days(Days::new(7)).ok_or(Refusal::OutsideCalendar),
            _ => Ok(date),
        }
    }
}

fn day(words: &[&str], from: &From) -> Result<Day, Refusal> {
    let today = from.clock.today();
    let counted =
        |date: Option<NaiveDate>| Ok(Day { date: date.ok_or(Refusal::OutsideCalendar)?, kind: Kind::Counted, part: None });
    let part = |name: &str| PARTS.iter().find(|(known, _)| *known == name);
    match words {
        ["today"] => counted(Some(today)),
        ["yesterday"] => counted(today.pred_opt()),
        ["tomorrow"] => counted(today.succ_opt()),
        ["day", "before", "yesterday"] => counted(today.checked_sub_days(Days::new(2))),
        ["day", "after", "tomorrow"] => counted(today.checked_add_days(Days::new(2))),
        ["tonight"] => Ok(Day { part: part("night"), ..counted(Some(today))? }),
        ["last", "night"] => Ok(Day { part: part("night"), ..counted(today.pred_opt())? }),
        ["this", name @ ("morning" | "afternoon" | "evening")] => Ok(Day { part: part(name), ..counted(Some(today))? }),
        // `yesterday evening`, `friday night`
        [rest @ .., name] if !rest.is_empty() && part(name).is_some() => Ok(Day { part: part(name), ..day(rest, from)? }),
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
fn written(words: &[&str], from: &From) -> Result<NaiveDate, Refusal> {
    let (named, words) = match words {
        [name, rest @ ..] if let Some(name) = weekday(name) => (Some(name), rest),
        _ => (None, words),
    };
    let date = match words {
        [word] if word.contains('/') || word.split('.').count() >= 3 => return Err(Refusal::DayMonthOrder),
        [word] if month(word).is_some() => return Err(Refusal::NoDay),
        [word] if digits(word).is_some() && named.is_none() => return Err(Refusal::BareNumber),
        [word] if of_month(word).is_some() => return Err(Refusal::NoMonth),
        [word] => match iso(word)? {
            ParsedDate { date, time: None, .. } => date,
            _ => return Err(Refusal::Unknown),
        },
        [d, m] if let (Some(day), Some(month)) = (of_month(d), month(m)) => without_year(month, day, from)?,
        [m, y] | [y, m] if month(m).is_some() && digits(y).is_some() && y.len() == 4 => return Err(Refusal::NoDay),
        [m, d] if let (Some(day), Some(month)) = (of_month(d), month(m)) => without_year(month, day, from)?,
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

/// The nearest such day on or before the anchor, or on or after it.
fn without_year(month: u32, day: u32, from: &From) -> Result<NaiveDate, Refusal> {
    // Eight years: 29 February skips years like 1900.
    (0..=8)
        .find_map(|years| {
            let year = from.anchor.year();
            match from.direction {
                Direction::Past => NaiveDate::from_ymd_opt(year - years, month, day).filter(|date| *date <= from.anchor),
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

/// A length of time: `3 weeks`, `a fortnight`, `half an hour`.
enum Length {
    Time(TimeDelta),
    Days(u32),
    Months(u32),
}

impl Length {
    fn read(words: &[&str]) -> Result<Self, Refusal> {
        let (count, unit) = match words {
            ["half", "an", "hour"] => return Ok(Self::Time(TimeDelta::minutes(30))),
            ["half", "a", "year"] => return Ok(Self::Months(6)),
            [count, unit] => (number(count)?, *unit),
            _ => return Err(Refusal::Unknown),
        };
        Ok(match unit.strip_suffix('s').unwrap_or(unit) {
            "second" | "sec" => Self::Time(TimeDelta::seconds(count.into())),
            "minute" | "min" => Self::Time(TimeDelta::minutes(count.into())),
            "hour" | "hr" => Self::Time(TimeDelta::hours(count.into())),
            "day" => Self::Days(count),
            "week" => Self::Days(count * 7),
            "fortnight" => Self::Days(count * 14),
            "month" => Self::Months(count),
            "year" => Self::Months(count * 12),
            _ => return Err(Refusal::Unit),
        })
    }

    /// That many days or months before or after a date.
    fn shift(&self, date: NaiveDate, direction: Direction) -> Result<NaiveDate, Refusal> {
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
