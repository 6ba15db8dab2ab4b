//! With a day that starts at four, the small hours belong to the day before.

use reconnect::date::{Direction, parse};

use crate::{clock, means};

#[test]
fn at_two_in_the_morning_the_day_is_not_over() {
    // Tuesday the 24th, 02:00. Calendar meaning, the day it counts for, phrases.
    let clock = clock("2026-11-24T02:00:00", "04:00");
    assert_eq!(clock.today().to_string(), "2026-11-23");
    let table = [
        ("2026-11-23", "2026-11-23", "today | tonight | monday | 23 Nov"),
        ("2026-11-22", "2026-11-22", "yesterday | last night | last sunday"),
        ("2026-11-17", "2026-11-17", "tuesday"),
        ("2026-11-24", "2026-11-24", "next tuesday"),
        ("2026-11-24T02:00+01:00", "2026-11-23", "now"),
        ("2026-11-23T03:00+01:00", "2026-11-22", "23 hours ago"),
        // A day in words is a day as the user counts it, so its small hours lie on the next calendar date.
        ("2026-11-23T23:50", "2026-11-23", "today 23:50"),
        ("2026-11-24T01:30", "2026-11-23", "today 01:30 | monday 01:30"),
        ("2026-11-24T01:00", "2026-11-23", "tonight 1am"),
        ("2026-11-23T03:59", "2026-11-22", "yesterday 03:59"),
        ("2026-11-23T01:00", "2026-11-22", "last night 01:00"),
        ("2026-11-21T01:00", "2026-11-20", "last friday 01:00"),
        // A bare time is the latest that is past, by the clock on the wall.
        ("2026-11-24T02:00", "2026-11-23", "02:00"),
        ("2026-11-23T02:01", "2026-11-22", "02:01"),
        // A date that is written out never moves; its time may belong to the day before.
        ("2026-11-24", "2026-11-24", "2026-11-24 | Tue 24 Nov 2026"),
        ("2026-11-24T01:00", "2026-11-23", "2026-11-24T01:00 | Tue 24 Nov 2026 01:00"),
        ("2026-11-23T01:00", "2026-11-22", "23 Nov 01:00"),
    ];
    for (meaning, counts_for, phrases) in table {
        means(phrases, meaning, &clock, Direction::Past);
        for phrase in phrases.split(" | ") {
            let parsed = parse(phrase, &clock, Direction::Past).unwrap();
            let day = parsed.time.map_or(parsed.date, |time| clock.day_of(parsed.date.and_time(time)));
            assert_eq!(day.to_string(), counts_for, "`{phrase}`");
        }
    }
    let ahead = [
        ("2026-11-23", "today | monday | 23 Nov"),
        ("2026-11-24", "tomorrow | tuesday"),
        ("2026-11-30", "next monday"),
        ("2026-11-25T01:30", "1:30am"),
    ];
    for (meaning, phrases) in ahead {
        means(phrases, meaning, &clock, Direction::Ahead);
    }
}

#[test]
fn after_the_edge_a_new_day_has_begun() {
    let clock = clock("2026-11-24T04:00:00", "04:00");
    for (phrase, meaning) in [("today", "2026-11-24"), ("yesterday", "2026-11-23"), ("yesterday 01:30", "2026-11-24T01:30")] {
        means(phrase, meaning, &clock, Direction::Past);
    }
}
