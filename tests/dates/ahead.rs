//! What phrases mean when something lasts until then.

use reconnect::date::{Direction, parse_from};

use crate::{clock, means, shown};

/// What phrases mean on Monday 23 November 2026 at 18:00.
const MONDAY: &[(&str, &str)] = &[
    ("2027-10-24", "24 Oct | Oct 24 | Sun 24 Oct"),
    ("2026-12-24", "24th of Dec"),
    ("2026-11-23", "23 Nov | monday | today | tonight"),
    ("2027-11-22", "22 Nov"),
    ("2027-01-01", "1 Jan"),
    ("2028-02-29", "29 Feb"),
    ("2026-10-24", "24 Oct 2026"),
    ("2027-01-05", "2027-1-5"),
    ("2026-11-27", "friday | next friday"),
    ("2026-11-29", "sunday"),
    ("2026-11-30", "next monday"),
    ("2026-11-20", "last friday"),
    ("2026-12-07", "2 weeks | two weeks | a fortnight | in 2 weeks | 2 weeks from now"),
    ("2026-12-03", "10 days"),
    ("2026-12-23", "a month"),
    ("2027-05-23", "half a year"),
    ("2026-11-09", "2 weeks ago"),
    ("2026-11-24T00:00", "tonight at midnight | midnight"),
    ("2026-11-24", "tomorrow"),
    ("2026-11-22", "yesterday"),
    ("2026-11-23T20:00+01:00", "2 hours"),
    ("2026-11-23T18:30+01:00", "in half an hour"),
    ("2026-11-23T21:30", "21:30"),
    ("2026-11-24T09:00", "9am"),
    ("2026-11-24T12:00", "noon"),
    ("2026-11-23T18:00", "18:00"),
    ("2026-11-27T21:30", "friday 21:30"),
];

/// Now, a meaning, and the phrases for it.
const EDGES: &[(&str, &str, &str)] = &[
    ("2026-01-31T18:00:00", "2026-02-28", "a month"),
    ("2028-01-31T18:00:00", "2028-02-29", "a month"),
    ("2026-12-31T18:00:00", "2027-01-01", "1 Jan | tomorrow"),
    ("2026-12-31T18:00:00", "2026-12-31", "31 Dec"),
    ("1896-03-01T18:00:00", "1904-02-29", "29 Feb"),
    ("2026-11-20T18:00:00", "2026-11-20", "friday"),
    ("2026-11-20T18:00:00", "2026-11-27", "next friday"),
    ("2026-11-20T18:00:00", "2026-11-21", "saturday"),
];

#[test]
fn phrases_mean_what_a_calendar_says() {
    for (meaning, phrases) in MONDAY {
        means(phrases, meaning, &clock("2026-11-23T18:00:00", "00:00"), Direction::Ahead);
    }
    for (now, meaning, phrases) in EDGES {
        means(phrases, meaning, &clock(now, "00:00"), Direction::Ahead);
    }
}

#[test]
fn undated_words_count_from_the_given_day_and_the_others_from_now() {
    let clock = clock("2026-11-23T18:00:00", "00:00");
    let table = [
        // Since Thursday 1 October 2026.
        ("2026-10-01", "2026-10-24", "24 Oct"),
        ("2026-10-01", "2026-10-01", "1 Oct | thursday"),
        ("2026-10-01", "2027-09-30", "30 Sep"),
        ("2026-10-01", "2026-10-02", "friday"),
        ("2026-10-01", "2026-10-15", "2 weeks"),
        ("2026-10-01", "2026-12-07", "in 2 weeks"),
        ("2026-10-01", "2026-11-27", "next friday"),
        ("2026-10-01", "2026-11-24", "tomorrow"),
        // From Friday 1 January 2027.
        ("2027-01-01", "2027-10-24", "24 Oct"),
        ("2027-01-01", "2027-01-01", "friday"),
        ("2027-01-01", "2027-01-08", "next friday"),
        ("2027-01-01", "2027-02-01", "a month"),
    ];
    for (anchor, meaning, phrases) in table {
        for phrase in phrases.split(" | ") {
            let parsed = parse_from(phrase, &clock, Direction::Ahead, anchor.parse().unwrap()).unwrap();
            assert_eq!(shown(parsed), meaning, "`{phrase}` from {anchor}");
        }
    }
}
