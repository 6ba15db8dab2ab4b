//! Phrases that are refused, each with its reason and a way out: nothing is guessed.

use reconnect::Error;
use reconnect::date::Refusal::{self, *};
use reconnect::date::{Clock, Direction, parse};

use crate::clock;

/// Reasons, and the phrases that are refused for them in both directions.
const REFUSED: &[(Refusal, &str)] = &[
    (Empty, " |   | \t\n | , |  , , | . | \u{a0} | \"\" | \u{200b}"),
    (BareNumber, "24 | 0 | 1 | 2026 | 20261024 | 99999999999999999999 | ２４ | on 24"),
    (
        DayMonthOrder,
        "01/02/2026 | 1.2.2026 | 01-02-2026 | 1 2 2026 | 12/11/2026 | 24/10 | 01/02/2026 21:30 | on 01/02/2026 | Sat 24/10 | \
         01\u{2044}02\u{2044}2026 | ０１／０２／２０２６ | 01/02/2026T21:30",
    ),
    (
        NoSuchDay,
        "2026-02-29 | 1900-02-29 | 2100-02-29 | 2026-04-31 | 2026-13-01 | 2026-24-10 | 2026-00-10 | 2026-10-00 | \
         2026-2-30 | 2026-02-30T21:30 | 2026-010-24 | 2026/24/10 | 31.04.2026 | 02/30/2026 | 13/13/2026 | 024.10.2026 | \
         30.02.2026T21:30 | 29 Feb 2026 | 31 Apr 2026 | 0 Oct 2026 | 32 Oct 2026 | 31st Apr | 30 Feb | \
         Sun 29 Feb 2026",
    ),
    (
        OutsideCalendar,
        "0000-01-01 | 1 Jan 0000 | 9999999 days ago | 999999 days ago | 3000 years ago | 999999 years ago | \
         99999999999999999999 years ago | 99999999999999999999 hours ago | in 999999 months | in 9000 years | \
         in 999999 weeks | in 9999999 fortnights",
    ),
    (OtherWeekday, "Fri 24 Oct 2026 | Sunday, 24 October 2026 | mon 1 nov 2026 21:30 | Fri 2026-10-24 | thu 24 Oct"),
    (
        YearDigits,
        "26-10-24 | 02026-10-24 | 1-2-3 | 1/2/26 | 10.24.26 | 22/10/26 | 22 10 26 | 24 Oct 26 | Oct 24, 26 | 24-Oct-26 | 24 Oct 02026 | 24 Oct 20260 | Sat 24 Oct 26",
    ),
    (NoDay, "October | Oct 2026 | October, 2026 | 2026 Oct | 2026-10 | 2026/10 | 2026.10"),
    (NoMonth, "24th | the 24th | friday the 24th | on the 1st at 21:30"),
    (
        Time,
        "25:00 | 24:00 | 21:60 | 21:3 | 121:30 | 21:30:60 | 21:30:5 | :30 | 21: | : | 21:30:15:10 | 1:2:3 | 21:30.5 | \
         -1:30 | +1:30 | 21 :30 | 13pm | 0am | 21:30 pm | 9:5 pm | 99999999999pm | yesterday 25:00 | today 9:5 | \
         2026-10-24 +01:00 | 2026-10-24T25:00 | 2026-10-24T | 2026-10-24T2130 | 2026-10-24T21:30.5 | 21:30:15.x",
    ),
    (MorningOrEvening, "at 9 | yesterday at 9 | tonight at 9 | 9 o'clock | friday 9 o\u{2019}clock | 2026-10-24 at 9"),
    (OtherPartOfDay, "tonight 9:30 | last night at 9:30 | this morning 21:30 | yesterday evening 9:30 | last night noon"),
    (
        Offset,
        "2026-10-24T21:30+1:00 | 2026-10-24T21:30+0100 | 2026-10-24T21:30+01 | 2026-10-24T21:30+24:00 | 1850-01-01T12:00+00:19:32 | \
         2026-10-24T21:30+01:60 | 2026-10-24T21:30+ | 2026-10-24T21:30- | 2026-10-24T21:30ZZ | 2026-10-24T21:30Z01:00 | \
         2026-10-24T21:30+-1:00",
    ),
    (Unit, "3 moons ago | 3 weekss ago | 2 s ago | in 3 decades | a diary | 24 Foo"),
    (NeedsWeekday, "last fryday | last 3 | last october | next time"),
    (
        Vague,
        "recently | lately | soon | last week | last month | next year | this week | last weekend | the other day | \
         a while ago | a few days ago | a couple of weeks ago | some time ago | several months ago | earlier",
    ),
    (
        Unknown,
        "never | ago | last | at | the | spring | yesterday at | yesterday at the park | Xyz 24 Oct 2026 | 24 Foo 2026 | \
         4294967297 Oct 2026 | 2026 Oct 24 25 | weeks ago | thirteen days ago | -3 days ago | +3 days ago | 3.5 weeks ago | \
         0x10 days ago | 1,000 days ago | in 3 | in days | 3 weeks ago today | in 3 weeks ago | yesterday today | \
         yesterday 21:30 22:00 | 21:30 yesterday 22:00 | 2026-10-24T21:30 22:00 | 2 hours ago 21:30 | now 21:30 | \
         2026-10-24 yesterday | 2026-297 | 2026-W43-6 | 2026-10-24-25 | -2026-10-24 | 24/10-2026 | 24.10 | \
         Sat 24 Oct 2026, 31 days ago | Sat 24 Oct 2026 30 days ago | yesterday, 1 days ago | --at | 24--Oct | '; true",
    ),
];

const PAST_ONLY: &str = "3 weeks | 2 days | a fortnight | half an hour | two hours";

fn refusal(phrase: &str, clock: &Clock, direction: Direction) -> Refusal {
    match parse(phrase, clock, direction) {
        Err(Error::Phrase { text, why }) if text == phrase => why,
        other => panic!("`{phrase}` {direction:?}: {other:?}"),
    }
}

#[test]
fn everything_outside_the_grammar_is_refused_with_its_reason() {
    for edge in ["00:00", "04:00"] {
        let clock = clock("2026-11-23T18:00:00", edge);
        for (reason, phrases) in REFUSED {
            for phrase in phrases.split(" | ") {
                assert_eq!(refusal(phrase, &clock, Direction::Past), *reason, "`{phrase}`");
                assert_eq!(refusal(phrase, &clock, Direction::Ahead), *reason, "`{phrase}`");
            }
        }
        for phrase in PAST_ONLY.split(" | ") {
            assert_eq!(refusal(phrase, &clock, Direction::Past), AgoOrIn, "`{phrase}`");
            assert!(parse(phrase, &clock, Direction::Ahead).is_ok(), "`{phrase}`");
        }
    }
}

#[test]
fn every_way_out_is_a_phrase_that_is_read() {
    let clock = clock("2026-11-23T18:00:00", "00:00");
    for (reason, _) in REFUSED.iter().chain([&(AgoOrIn, PAST_ONLY)]) {
        for phrase in reason.way_out().split('`').skip(1).step_by(2) {
            assert!(parse(phrase, &clock, Direction::Past).is_ok(), "{reason:?} says `{phrase}`");
        }
    }
}

#[test]
fn an_error_repeats_the_phrase_says_why_and_what_to_type() {
    let error = parse("5", &clock("2026-11-23T18:00:00", "00:00"), Direction::Past).unwrap_err();
    assert_eq!(error.to_string(), "can't read `5` as a date: a number alone could be a day, a month or a year");
    assert_eq!(error.hint().as_deref(), Some("write `24 Oct 2026` or `3 weeks ago`"));
}

#[test]
fn words_that_would_leave_the_years_of_four_digits_are_refused() {
    let (first, last) = ("0001-01-01T12:00:00", "9999-12-31T12:00:00");
    for (now, edge, direction, phrases) in [
        (first, "00:00", Direction::Past, "yesterday | last friday | 21:30 | 24 Oct | 13 hours ago | a day ago"),
        (first, "13:00", Direction::Past, "today"),
        (last, "00:00", Direction::Past, "tomorrow | in a month"),
        (last, "04:00", Direction::Past, "today 02:00"),
        (last, "00:00", Direction::Ahead, "24 Oct | 12 hours | next friday"),
    ] {
        for phrase in phrases.split(" | ") {
            assert_eq!(refusal(phrase, &clock(now, edge), direction), OutsideCalendar, "`{phrase}` at {now}");
        }
    }
}
