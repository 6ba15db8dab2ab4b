//! Date phrases by hand-made tables: what each means on a Monday evening, and with a later day's edge.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use chrono::{NaiveTime, Timelike};
use reconnect::when::{Clock, Spoken, distance, parse};

fn clock(now: &str, day_starts_at: &str) -> Clock {
    Clock { now: now.parse().unwrap(), day_starts_at: day_starts_at.parse().unwrap() }
}

/// What a phrase means, as `2026-10-24`, `2026-10-24T21:30:00` or `2026-10-24T21:30:00+01:00`.
fn read(phrase: &str, clock: &Clock) -> String {
    let when = parse(phrase, clock).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(when.time.map_or(0, |time: NaiveTime| time.nanosecond()), 0, "{phrase}: to the second");
    let time = when.time.map(|time| format!("T{}", time.format("%H:%M:%S"))).unwrap_or_default();
    format!("{}{time}{}", when.date, when.offset.map(|offset| offset.to_string()).unwrap_or_default())
}

#[test]
fn every_phrase_of_the_grammar_is_read_on_monday_23_november_2026_at_18_00() {
    let clock = clock("2026-11-23T18:00:00", "00:00:00");
    let table = [
        // Dates as programs write them.
        ("2026-10-24", "2026-10-24"),
        ("  2026-10-24 ", "2026-10-24"),
        ("2024-02-29", "2024-02-29"),
        ("2000-02-29", "2000-02-29"),
        ("0001-01-01", "0001-01-01"),
        ("9999-12-31", "9999-12-31"),
        ("2026-10-24T21:30", "2026-10-24T21:30:00"),
        ("2026-10-24T21:30:15", "2026-10-24T21:30:15"),
        ("2026-10-24t21:30z", "2026-10-24T21:30:00+00:00"),
        ("2026-10-24T21:30Z", "2026-10-24T21:30:00+00:00"),
        ("2026-10-24T21:30:15+01:00", "2026-10-24T21:30:15+01:00"),
        ("2026-10-24T21:30-05:30", "2026-10-24T21:30:00-05:30"),
        ("2026-10-24T21:30+14:00", "2026-10-24T21:30:00+14:00"),
        ("2026-10-24T21:30:15.250+02:00", "2026-10-24T21:30:15+02:00"),
        ("2026-10-24T21:30:15.999", "2026-10-24T21:30:15"),
        ("2026-10-24 21:30", "2026-10-24T21:30:00"),
        ("2026-10-24 at 21:30", "2026-10-24T21:30:00"),
        ("2026-10-24, 7:05", "2026-10-24T07:05:00"),
        // Dates as people write them.
        ("24 Oct 2026", "2026-10-24"),
        ("24 oct 2026", "2026-10-24"),
        ("24 OCTOBER 2026", "2026-10-24"),
        ("Sat 24 Oct 2026", "2026-10-24"),
        ("Saturday, 24 October 2026", "2026-10-24"),
        ("1 Nov 2026", "2026-11-01"),
        ("01 Nov 2026", "2026-11-01"),
        ("29 Feb 2024", "2024-02-29"),
        ("Sun 1 Nov 2026 21:30", "2026-11-01T21:30:00"),
        ("sun 1 nov 2026 at 21:30:59", "2026-11-01T21:30:59"),
        ("24 Oct 2026, 00:00", "2026-10-24T00:00:00"),
        // Days in words.
        ("today", "2026-11-23"),
        ("TODAY", "2026-11-23"),
        ("yesterday", "2026-11-22"),
        ("tomorrow", "2026-11-24"),
        ("now", "2026-11-23T18:00:00"),
        ("today 09:00", "2026-11-23T09:00:00"),
        ("yesterday 23:50", "2026-11-22T23:50:00"),
        ("yesterday at 23:50", "2026-11-22T23:50:00"),
        ("tomorrow 08:00", "2026-11-24T08:00:00"),
        // The latest such time that is past; this very minute is.
        ("21:30", "2026-11-22T21:30:00"),
        ("at 21:30", "2026-11-22T21:30:00"),
        ("18:00", "2026-11-23T18:00:00"),
        ("18:00:01", "2026-11-22T18:00:01"),
        ("17:59", "2026-11-23T17:59:00"),
        ("00:00", "2026-11-23T00:00:00"),
        ("23:59", "2026-11-22T23:59:00"),
        ("9:15", "2026-11-23T09:15:00"),
        // Counts.
        ("1 day ago", "2026-11-22"),
        ("a day ago", "2026-11-22"),
        ("0 days ago", "2026-11-23"),
        ("ten days ago", "2026-11-13"),
        ("30 days ago", "2026-10-24"),
        ("100 days ago", "2026-08-15"),
        ("1000 days ago", "2024-02-27"),
        ("a week ago", "2026-11-16"),
        ("1 weeks ago", "2026-11-16"),
        ("3 weeks ago", "2026-11-02"),
        ("Three   Weeks\tAgo", "2026-11-02"),
        ("3 weeks ago 21:30", "2026-11-02T21:30:00"),
        ("a month ago", "2026-10-23"),
        ("6 months ago", "2026-05-23"),
        ("300 months ago", "2001-11-23"),
        ("one year ago", "2025-11-23"),
        ("2 years ago", "2024-11-23"),
        ("in 10 days", "2026-12-03"),
        ("in a week", "2026-11-30"),
        ("in 3 months", "2027-02-23"),
        ("in 2 years at 08:00", "2028-11-23T08:00:00"),
        // Weekdays, strictly before today: on a Monday the last Monday is a week ago.
        ("last monday", "2026-11-16"),
        ("last tuesday", "2026-11-17"),
        ("last wed", "2026-11-18"),
        ("last thu", "2026-11-19"),
        ("last friday", "2026-11-20"),
        ("last SAT", "2026-11-21"),
        ("last sunday", "2026-11-22"),
        ("last friday at 22:15", "2026-11-20T22:15:00"),
    ];
    for (phrase, meaning) in table {
        assert_eq!(read(phrase, &clock), meaning, "`{phrase}`");
    }
}

#[test]
fn counts_in_months_clamp_at_the_months_end_and_days_cross_it() {
    let table = [
        ("2026-03-31T18:00:00", "a month ago", "2026-02-28"),
        ("2024-03-31T18:00:00", "a month ago", "2024-02-29"),
        ("2026-05-31T18:00:00", "a month ago", "2026-04-30"),
        ("2026-04-30T18:00:00", "2 months ago", "2026-02-28"),
        ("2026-08-31T18:00:00", "6 months ago", "2026-02-28"),
        ("2026-01-31T18:00:00", "in a month", "2026-02-28"),
        ("2026-10-31T18:00:00", "in 4 months", "2027-02-28"),
        ("2024-02-29T18:00:00", "a year ago", "2023-02-28"),
        ("2024-02-29T18:00:00", "4 years ago", "2020-02-29"),
        ("2024-02-29T18:00:00", "in 4 years", "2028-02-29"),
        ("2026-01-10T18:00:00", "3 weeks ago", "2025-12-20"),
        ("2026-03-01T18:00:00", "yesterday", "2026-02-28"),
        ("2024-03-01T18:00:00", "yesterday", "2024-02-29"),
        ("2026-01-01T00:00:00", "yesterday", "2025-12-31"),
        ("2026-01-01T00:00:00", "00:00", "2026-01-01T00:00:00"),
        ("2026-01-01T00:00:00", "00:01", "2025-12-31T00:01:00"),
        ("2026-11-20T18:00:00", "last friday", "2026-11-13"),
        ("2026-11-21T18:00:00", "last friday", "2026-11-20"),
        ("2026-01-01T18:00:00", "last friday", "2025-12-26"),
    ];
    for (now, phrase, meaning) in table {
        assert_eq!(read(phrase, &clock(now, "00:00:00")), meaning, "`{phrase}` at {now}");
    }
}

#[test]
fn with_a_day_that_starts_at_four_the_small_hours_belong_to_the_day_before() {
    // Two in the morning of Tuesday the 24th: Monday the 23rd is not over. Phrase, calendar meaning, the day it counts for.
    let clock = clock("2026-11-24T02:00:00", "04:00:00");
    assert_eq!(clock.today().to_string(), "2026-11-23");
    let table = [
        ("today", "2026-11-23", "2026-11-23"),
        ("yesterday", "2026-11-22", "2026-11-22"),
        ("last monday", "2026-11-16", "2026-11-16"),
        ("last sunday", "2026-11-22", "2026-11-22"),
        ("3 weeks ago", "2026-11-02", "2026-11-02"),
        ("now", "2026-11-24T02:00:00", "2026-11-23"),
        // A day in words is a day as it is counted, so its small hours lie on the next calendar date.
        ("today 23:50", "2026-11-23T23:50:00", "2026-11-23"),
        ("today 01:30", "2026-11-24T01:30:00", "2026-11-23"),
        ("yesterday 23:50", "2026-11-22T23:50:00", "2026-11-22"),
        ("yesterday 03:59", "2026-11-23T03:59:00", "2026-11-22"),
        ("yesterday 04:00", "2026-11-22T04:00:00", "2026-11-22"),
        ("last friday 01:00", "2026-11-21T01:00:00", "2026-11-20"),
        ("3 weeks ago 02:00", "2026-11-03T02:00:00", "2026-11-02"),
        // A bare time is the latest that is past, by the clock on the wall.
        ("01:30", "2026-11-24T01:30:00", "2026-11-23"),
        ("02:00", "2026-11-24T02:00:00", "2026-11-23"),
        ("02:01", "2026-11-23T02:01:00", "2026-11-22"),
        ("23:50", "2026-11-23T23:50:00", "2026-11-23"),
        // A date that was written out is never moved; its time may belong to the day before.
        ("2026-11-24", "2026-11-24", "2026-11-24"),
        ("Tue 24 Nov 2026", "2026-11-24", "2026-11-24"),
        ("2026-11-24T01:00", "2026-11-24T01:00:00", "2026-11-23"),
        ("Tue 24 Nov 2026 01:00", "2026-11-24T01:00:00", "2026-11-23"),
        ("2026-11-24T04:00", "2026-11-24T04:00:00", "2026-11-24"),
    ];
    for (phrase, meaning, counts_for) in table {
        assert_eq!(read(phrase, &clock), meaning, "`{phrase}`");
        let when = parse(phrase, &clock).unwrap();
        let day = when.time.map_or(when.date, |time| clock.day_of(when.date.and_time(time)));
        assert_eq!(day.to_string(), counts_for, "`{phrase}`");
    }
}

#[test]
fn what_was_understood_is_said_in_words() {
    let day = |text: &str| text.parse().unwrap();
    assert_eq!(Spoken(day("2026-10-24")).to_string(), "Sat 24 Oct 2026");
    assert_eq!(Spoken(day("2026-11-01")).to_string(), "Sun 1 Nov 2026");
    let distances = [
        ("2026-11-23", "today"),
        ("2026-11-22", "yesterday"),
        ("2026-11-24", "tomorrow"),
        ("2026-11-21", "2 days ago"),
        ("2026-10-24", "30 days ago"),
        ("2026-11-25", "in 2 days"),
        ("2027-11-23", "in 365 days"),
    ];
    for (date, said) in distances {
        assert_eq!(distance(day(date), day("2026-11-23")), said);
    }
}
