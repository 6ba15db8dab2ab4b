//! What phrases mean when something happened, and when something lasts until then.

use reconnect::date::{Direction, LongDate, distance, parse_from};

use crate::{clock, means, shown};

/// What phrases mean on Monday 23 November 2026 at 18:00.
const MONDAY: &[(&str, &str)] = &[
    // Written dates. Without a year: the latest such day, today included.
    ("2026-10-24", "2026-10-24 |   2026-10-24  | 2026-10-24. | on 2026-10-24 | 24 Oct 2026 | 24 oct 2026 | 24 OCTOBER 2026"),
    ("2026-10-24", "Sat 24 Oct | Sat 24 Oct 2026 | Saturday, 24 October 2026 | Sat 2026-10-24 | Oct 24 2026 | Oct. 24, 2026"),
    ("2026-10-24", "October 24, 2026 | Saturday, October 24th, 2026 | 2026 Oct 24 | 24-Oct-2026 | Oct-24-2026 | 24. Oct 2026"),
    ("2026-10-24", "24th October 2026 | the 24th of October, 2026 | 24 Oct | 24th Oct | Oct 24 | 24-Oct | the 24th of October"),
    ("2026-10-24", "2026/10/24 | 2026.10.24 | 24/10/2026 | 10/24/2026 | 24.10.2026 | 24-10-2026 | 24. 10. 2026 | 2026 10 24"),
    ("2026-10-24", "Sat 24/10/2026 | Sat 24 Oct 2026, 30 days ago | 24 Oct, 30 days ago"),
    ("2026-05-05", "05/05/2026 | 5.5.2026"),
    ("2026-01-05", "2026-1-5 | 2026-01-5 | 2026/1/5"),
    ("2024-02-29", "2024-02-29 | 29 Feb"),
    ("0001-01-01", "0001-01-01"),
    ("9999-12-31", "9999-12-31"),
    ("2026-10-24T21:30", "2026-10-24T21:30 | 2026-10-24 21:30 | 2026-10-24 at 21:30 | 21:30 2026-10-24"),
    ("2026-10-24T21:30", "9:30 pm on 24 Oct 2026 | 24 Oct 21:30 | 24.10.2026 21:30"),
    ("2026-10-24T21:30", "2026/10/24T21:30 | 24.10.2026t21:30 | Sat 24 Oct 2026 21:30, 30 days ago"),
    ("2026-10-24T21:30:15", "2026-10-24T21:30:15 | 2026-10-24T21:30:15.999"),
    ("2026-10-24T21:30+00:00", "2026-10-24t21:30z | 2026-10-24T21:30Z"),
    ("2026-10-24T21:30-05:30", "2026-10-24T21:30-05:30"),
    ("2026-10-24T21:30:15+02:00", "2026-10-24T21:30:15.250+02:00"),
    ("2026-10-24T07:05", "2026-10-24, 7:05"),
    ("2026-11-01", "on the 1st of Nov 2026 | 01 Nov 2026"),
    ("2026-09-03", "3rd Sept 2026"),
    ("2026-11-01T21:30:59", "sun 1 nov 2026 at 21:30:59"),
    ("2026-10-24T12:00", "noon on 24 Oct"),
    ("2026-11-23", "23 Nov"),
    ("2025-11-24", "24 Nov | Mon 24 Nov"),
    ("2026-05-01", "may 1"),
    // Days in words, weekdays, counts and times. On a Monday, `monday` is today, and the last and the next one are a week away.
    ("2025-11-23", "one year ago | 1 years ago | 1 yr ago"),
    ("2026-05-23", "6 months ago | half a year ago"),
    ("2026-10-26", "two fortnights ago"),
    ("2026-11-02", "3 weeks ago | Three   Weeks\tAgo"),
    ("2026-11-02T21:00", "9pm 3 weeks ago"),
    ("2026-11-09", "a fortnight ago | 2 wks ago"),
    ("2026-11-11", "twelve days ago"),
    ("2026-11-13", "ten days ago"),
    ("2026-11-16", "a week ago | 1 weeks ago | a weeks ago | last monday"),
    ("2026-11-16T21:30", "monday 21:30"),
    ("2026-11-17", "tuesday | last tuesday"),
    ("2026-11-18", "last wed"),
    ("2026-11-19", "thurs | last thu"),
    ("2026-11-20", "friday night | friday | on friday | FRI | last friday"),
    ("2026-11-20T23:00", "last friday night 23:00"),
    ("2026-11-21", "day before yesterday | the day before yesterday | two days ago | last SAT"),
    ("2026-11-21T02:00", "friday night 2am"),
    ("2026-11-21T21:00", "the day before yesterday at 9pm"),
    (
        "2026-11-22",
        "Sun 22 Nov 2026, yesterday | yesterday | yesterday. | last night | yesterday evening | 1 day ago | a day ago | sunday | last sunday",
    ),
    ("2026-11-22T00:00", "yesterday midnight"),
    ("2026-11-22T07:15", "yesterday morning at 7:15"),
    ("2026-11-22T18:00:01", "18:00:01"),
    ("2026-11-22T21:00", "9pm | 9 pm | 9PM | 9 p.m. | 9p.m. | at 9pm"),
    ("2026-11-22T21:30", "yesterday, 9:30 pm | 9:30 pm yesterday | 21:30 | at 21:30 | 9:30 pm | 9.30pm"),
    ("2026-11-22T23:50", "yesterday 23:50 | yesterday at 23:50 | 23:50 yesterday | at 23:50 yesterday | last night 23:50"),
    ("2026-11-23", "today | TODAY | tonight | this morning | this afternoon | 0 days ago | zero days ago | monday"),
    ("2026-11-23T00:00", "last night at midnight | 00:00 | 12am | midnight"),
    ("2026-11-23T00:05", "12:05 am"),
    ("2026-11-23T12:00", "12pm | noon | at noon | midday"),
    ("2026-11-23T16:00+01:00", "2 hours ago"),
    ("2026-11-23T17:00", "monday 17:00"),
    ("2026-11-23T17:00+01:00", "an hour ago"),
    ("2026-11-23T17:30", "tonight 17:30"),
    ("2026-11-23T17:30+01:00", "half an hour ago | half hour ago | a half hour ago"),
    ("2026-11-23T17:50+01:00", "10 minutes ago | 10 mins ago"),
    ("2026-11-23T17:59", "17:59"),
    ("2026-11-23T17:59:30+01:00", "30 seconds ago"),
    ("2026-11-23T18:00", "18:00"),
    ("2026-11-23T18:00+01:00", "now | just now | right now"),
    ("2026-11-23T18:30+01:00", "half an hour from now"),
    ("2026-11-23T20:00+01:00", "in 2 hours"),
    ("2026-11-24", "tomorrow | next tuesday | Tue 24 Nov 2026, tomorrow"),
    ("2026-11-25", "day after tomorrow"),
    ("2026-11-30", "in a week | a week from today | next monday"),
    ("2028-11-23T08:00", "in 2 years at 08:00"),
];

/// Now, a meaning, and the phrases for it.
const EDGES: &[(&str, &str, &str)] = &[
    ("2026-03-31T18:00:00", "2026-02-28", "a month ago"),
    ("2024-03-31T18:00:00", "2024-02-29", "a month ago"),
    ("2026-04-30T18:00:00", "2026-02-28", "2 months ago"),
    ("2026-08-31T18:00:00", "2026-02-28", "6 months ago"),
    ("2026-01-31T18:00:00", "2026-02-28", "in a month"),
    ("2024-02-29T18:00:00", "2023-02-28", "a year ago"),
    ("2024-02-29T18:00:00", "2020-02-29", "4 years ago"),
    ("2024-02-29T18:00:00", "2028-02-29", "in 4 years"),
    ("2024-03-01T18:00:00", "2024-02-29", "yesterday"),
    ("2026-01-01T00:00:00", "2025-12-31", "yesterday | last night"),
    ("2026-01-01T00:00:00", "2026-01-01T00:00", "00:00 | midnight"),
    ("2026-01-01T00:00:00", "2025-12-31T00:01", "00:01"),
    ("2026-01-01T01:00:00", "2025-12-31T23:00+01:00", "2 hours ago"),
    ("2026-01-01T18:00:00", "2025-12-31", "31 Dec"),
    ("2026-01-01T18:00:00", "2026-01-01", "1 Jan"),
    ("2024-02-29T18:00:00", "2024-02-29", "29 Feb"),
    ("1903-06-01T18:00:00", "1896-02-29", "29 Feb"),
    // Friday 20 November 2026, and the day after it.
    ("2026-11-20T18:00:00", "2026-11-20", "friday | fri 20 nov"),
    ("2026-11-20T18:00:00", "2026-11-20T09:00", "friday 09:00"),
    ("2026-11-20T18:00:00", "2026-11-13T18:01", "friday 18:01"),
    ("2026-11-20T18:00:00", "2026-11-13", "last friday"),
    ("2026-11-20T18:00:00", "2026-11-27", "next friday"),
    ("2026-11-21T18:00:00", "2026-11-20", "friday | last friday"),
    // Up at two in the morning: the night's small hours are past or still to come.
    ("2026-11-24T02:00:00", "2026-11-24T01:00", "tonight 1am | last night 1am"),
    ("2026-11-24T00:30:00", "2026-11-23T01:00", "last night 1am"),
    ("2026-11-24T02:00:00", "2026-11-23T23:00", "last night 23:00"),
];

const MONDAY_AHEAD: &[(&str, &str)] = &[
    ("2027-10-24", "24 Oct | Oct 24 | Sun 24 Oct"),
    ("2026-12-24", "24th of Dec"),
    ("2026-11-23", "23 Nov | monday | today | tonight"),
    ("2027-11-22", "22 Nov"),
    ("2027-01-01", "1 Jan"),
    ("2028-02-29", "29 Feb"),
    ("2026-10-24", "24 Oct 2026"),
    ("2026-11-27", "friday | next friday"),
    ("2026-11-30", "next monday"),
    ("2026-11-20", "last friday"),
    ("2026-12-07", "2 weeks | two weeks | a fortnight | in 2 weeks | 2 weeks from now"),
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
    ("2026-11-23T18:00", "18:00"),
    ("2026-11-27T21:30", "friday 21:30"),
];
const EDGES_AHEAD: &[(&str, &str, &str)] = &[
    ("2026-01-31T18:00:00", "2026-02-28", "a month"),
    ("2028-01-31T18:00:00", "2028-02-29", "a month"),
    ("2026-12-31T18:00:00", "2027-01-01", "1 Jan | tomorrow"),
    ("2026-12-31T18:00:00", "2026-12-31", "31 Dec"),
    ("1896-03-01T18:00:00", "1904-02-29", "29 Feb"),
    ("2026-11-20T18:00:00", "2026-11-20", "friday"),
    ("2026-11-20T18:00:00", "2026-11-27", "next friday"),
];

#[test]
fn phrases_mean_what_a_calendar_says() {
    for (direction, monday, edges) in [(Direction::Past, MONDAY, EDGES), (Direction::Ahead, MONDAY_AHEAD, EDGES_AHEAD)] {
        let monday = monday.iter().map(|(meaning, phrases)| ("2026-11-23T18:00:00", *meaning, *phrases));
        for (now, meaning, phrases) in monday.chain(edges.iter().copied()) {
            means(phrases, meaning, &clock(now, "00:00"), direction);
        }
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
            let parsed = parse_from(phrase, &clock, Direction::Ahead, anchor.parse().unwrap(), clock.now.offset()).unwrap();
            assert_eq!(shown(parsed), meaning, "`{phrase}` from {anchor}");
        }
    }
}

#[test]
fn dates_are_printed_in_words() {
    let day = |text: &str| text.parse().unwrap();
    assert_eq!(LongDate(day("2026-10-24")).to_string(), "Sat 24 Oct 2026");
    assert_eq!(LongDate(day("2026-11-01")).to_string(), "Sun 1 Nov 2026");
    assert_eq!(LongDate(day("0033-04-03")).to_string(), "Sun 3 Apr 0033");
    let distances = [
        ("2026-11-23", "today"),
        ("2026-11-22", "yesterday"),
        ("2026-11-24", "tomorrow"),
        ("2026-11-21", "2 days ago"),
        ("2027-11-23", "in 365 days"),
    ];
    for (date, words) in distances {
        assert_eq!(distance(day(date), day("2026-11-23")), words);
    }
}
