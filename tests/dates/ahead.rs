//! What phrases mean when something lasts until then.

use reconnect::date::{Direction, parse_from};

use crate::{clock, read, shown};

#[test]
fn phrases_on_a_monday_evening() {
    let clock = clock("2026-11-23T18:00:00", "00:00");
    let table = [
        ("24 Oct", "2027-10-24"),
        ("Oct 24", "2027-10-24"),
        ("Sun 24 Oct", "2027-10-24"),
        ("24th of Dec", "2026-12-24"),
        ("23 Nov", "2026-11-23"),
        ("22 Nov", "2027-11-22"),
        ("1 Jan", "2027-01-01"),
        ("29 Feb", "2028-02-29"),
        ("24 Oct 2026", "2026-10-24"),
        ("2027-1-5", "2027-01-05"),
        ("monday", "2026-11-23"),
        ("friday", "2026-11-27"),
        ("sunday", "2026-11-29"),
        ("next monday", "2026-11-30"),
        ("next friday", "2026-11-27"),
        ("last friday", "2026-11-20"),
        ("2 weeks", "2026-12-07"),
        ("two weeks", "2026-12-07"),
        ("a fortnight", "2026-12-07"),
        ("10 days", "2026-12-03"),
        ("a month", "2026-12-23"),
        ("half a year", "2027-05-23"),
        ("in 2 weeks", "2026-12-07"),
        ("2 weeks from now", "2026-12-07"),
        ("2 weeks ago", "2026-11-09"),
        ("today", "2026-11-23"),
        ("tonight", "2026-11-23"),
        ("tonight at midnight", "2026-11-24T00:00"),
        ("tomorrow", "2026-11-24"),
        ("yesterday", "2026-11-22"),
        ("2 hours", "2026-11-23T20:00+01:00"),
        ("in half an hour", "2026-11-23T18:30+01:00"),
        ("21:30", "2026-11-23T21:30"),
        ("9am", "2026-11-24T09:00"),
        ("noon", "2026-11-24T12:00"),
        ("midnight", "2026-11-24T00:00"),
        ("18:00", "2026-11-23T18:00"),
        ("friday 21:30", "2026-11-27T21:30"),
    ];
    for (phrase, meaning) in table {
        assert_eq!(read(phrase, &clock, Direction::Ahead), meaning, "`{phrase}`");
    }
}

#[test]
fn phrases_at_the_ends_of_months_and_years_and_on_the_named_day() {
    let table = [
        ("2026-01-31T18:00:00", "a month", "2026-02-28"),
        ("2028-01-31T18:00:00", "a month", "2028-02-29"),
        ("2026-12-31T18:00:00", "1 Jan", "2027-01-01"),
        ("2026-12-31T18:00:00", "31 Dec", "2026-12-31"),
        ("2026-12-31T18:00:00", "tomorrow", "2027-01-01"),
        ("1896-03-01T18:00:00", "29 Feb", "1904-02-29"),
        ("2026-11-20T18:00:00", "friday", "2026-11-20"),
        ("2026-11-20T18:00:00", "next friday", "2026-11-27"),
        ("2026-11-20T18:00:00", "saturday", "2026-11-21"),
    ];
    for (now, phrase, meaning) in table {
        assert_eq!(read(phrase, &clock(now, "00:00"), Direction::Ahead), meaning, "`{phrase}` at {now}");
    }
}

#[test]
fn undated_words_count_from_the_given_day_and_the_others_from_now() {
    let clock = clock("2026-11-23T18:00:00", "00:00");
    let table = [
        // Since Thursday 1 October 2026.
        ("2026-10-01", "24 Oct", "2026-10-24"),
        ("2026-10-01", "1 Oct", "2026-10-01"),
        ("2026-10-01", "30 Sep", "2027-09-30"),
        ("2026-10-01", "friday", "2026-10-02"),
        ("2026-10-01", "thursday", "2026-10-01"),
        ("2026-10-01", "2 weeks", "2026-10-15"),
        ("2026-10-01", "in 2 weeks", "2026-12-07"),
        ("2026-10-01", "next friday", "2026-11-27"),
        ("2026-10-01", "tomorrow", "2026-11-24"),
        // From Friday 1 January 2027.
        ("2027-01-01", "24 Oct", "2027-10-24"),
        ("2027-01-01", "friday", "2027-01-01"),
        ("2027-01-01", "next friday", "2027-01-08"),
        ("2027-01-01", "a month", "2027-02-01"),
    ];
    for (anchor, phrase, meaning) in table {
        let parsed = parse_from(phrase, &clock, Direction::Ahead, anchor.parse().unwrap()).unwrap();
        assert_eq!(shown(parsed), meaning, "`{phrase}` from {anchor}");
    }
}
