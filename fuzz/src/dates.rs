//! Date phrases. The input is a phrase, perhaps below a line with the clock: `2026-11-23T18:00:00 04:00`.

use chrono::{Datelike, NaiveTime, Timelike};
use reconnect::Error;
use reconnect::date::{Clock, Direction, LongDate, ParsedDate, distance, parse};

const YEARS: std::ops::RangeInclusive<i32> = 1..=9999;

/// Reads a phrase, and back what would be printed of it.
pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (clock, phrase) = match text.split_once('\n').and_then(|(first, rest)| Some((clock(first)?, rest))) {
        Some(both) => both,
        None => (clock("2026-11-23T18:00:00 00:00").expect("it is one"), text),
    };
    for direction in [Direction::Past, Direction::Ahead] {
        match parse(phrase, &clock, direction) {
            Ok(when) => accepted(phrase, when, &clock, direction),
            Err(error) => refused(phrase, &error),
        }
    }
}

fn clock(line: &str) -> Option<Clock> {
    let (now, edge) = line.trim_end_matches('\r').split_once(' ')?;
    let now: chrono::NaiveDateTime = now.parse().ok()?;
    let day_starts_at = NaiveTime::parse_from_str(edge, "%H:%M").ok()?;
    (YEARS.contains(&now.year()) && now.second() < 60).then_some(Clock { now: now.and_utc().fixed_offset(), day_starts_at })
}

fn accepted(phrase: &str, when: ParsedDate, clock: &Clock, direction: Direction) {
    let back = |text: &str| parse(text, clock, direction).unwrap_or_else(|error| panic!("{phrase:?} prints {text:?}: {error}"));
    assert!(YEARS.contains(&when.date.year()) && (when.offset.is_none() || when.time.is_some()), "{phrase:?} is {when:?}");

    // A date, as people and as programs are shown it.
    let long = LongDate(when.date).to_string();
    let away = distance(when.date, clock.today());
    for text in [long.clone(), when.date.to_string(), away.clone(), format!("{long}, {away}")] {
        assert_eq!(back(&text), ParsedDate::from(when.date), "{phrase:?} prints {text:?}");
    }
    // A time: to the minute for people, with its offset for programs.
    let Some(time) = when.time else { return };
    let minute = ParsedDate { time: time.with_second(0), offset: None, ..when };
    let spoken = format!("{long} {}", time.format("%H:%M"));
    let echoed =
        format!("{spoken}, {}", distance(clock.day_of(when.date.and_time(time.with_second(0).unwrap_or(time))), clock.today()));
    assert_eq!((back(&spoken), back(&echoed)), (minute, minute), "{phrase:?}");
    let at = when.offset.and_then(|offset| when.date.and_time(time).and_local_timezone(offset).single());
    assert!(at.is_none_or(|at| back(&at.to_rfc3339()) == when), "{phrase:?} is {when:?}");
}

fn refused(phrase: &str, error: &Error) {
    let Error::Phrase { text, why } = error else { panic!("{phrase:?} is refused as {error:?}") };
    assert!(text == phrase && error.to_string().ends_with(&why.to_string()) && error.hint().is_some(), "{phrase:?}: {error}");
}
