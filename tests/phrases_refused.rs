//! Phrases that are refused, each with its reason: nothing is guessed.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use reconnect::Error;
use reconnect::when::{Clock, parse};

const EMPTY: &str = "it is empty";
const BARE_NUMBER: &str = "a bare number could be a day, a month or a year";
const ORDER: &str = "its order of day and month is not the same everywhere";
const NO_SUCH_DAY: &str = "there is no such day in the calendar";
const OUTSIDE: &str = "it is outside the calendar";
const OTHER_WEEKDAY: &str = "that date is another day of the week";
const DIGITS: &str = "such a date has four, two and two digits";
const YEAR: &str = "a year has four digits";
const TIME: &str = "a time is written `21:30`, from 00:00 to 23:59";
const OFFSET: &str = "an offset is written `Z` or `+01:00`";
const UNIT: &str = "I count in days, weeks, months and years";
const LAST: &str = "`last` goes with a weekday: `last friday`";
const UNKNOWN: &str = "it is not one of the phrases I know";

/// Reasons, and the phrases that are refused for them.
const REFUSED: &[(&str, &[&str])] = &[
    (EMPTY, &["", " ", "\t\n", ",", " , ,"]),
    (BARE_NUMBER, &["24", "0", "1", "2026", "20261024", "99999999999999999999"]),
    (ORDER, &["01/02/2026", "1/2/26", "2026/10/24", "24/10", "24.10.2026", "10.24.26", "01/02/2026 21:30"]),
    (
        NO_SUCH_DAY,
        &[
            "2026-02-29",
            "1900-02-29",
            "2100-02-29",
            "2026-04-31",
            "2026-13-01",
            "2026-00-10",
            "2026-10-00",
            "2026-10-32",
            "2026-02-30T21:30",
            "29 Feb 2026",
            "31 Apr 2026",
            "0 Oct 2026",
            "32 Oct 2026",
            "Sun 29 Feb 2026",
            "4294967297 Oct 2026",
        ],
    ),
    (
        OUTSIDE,
        &[
            "0000-01-01",
            "1 Jan 0000",
            "9999999 days ago",
            "999999 days ago",
            "3000 years ago",
            "999999 years ago",
            "99999999999999999999 years ago",
            "in 999999 months",
            "in 9000 years",
            "in 999999 weeks",
        ],
    ),
    (OTHER_WEEKDAY, &["Fri 24 Oct 2026", "Sunday, 24 October 2026", "mon 1 nov 2026 21:30"]),
    (DIGITS, &["2026-1-2", "26-10-24", "2026-10-4", "02026-10-24", "2026-010-24", "1-2-3"]),
    (YEAR, &["24 Oct 26", "24 Oct 02026", "24 Oct 20260", "Sat 24 Oct 26"]),
    (
        TIME,
        &[
            "25:00",
            "24:00",
            "21:60",
            "21:3",
            "121:30",
            "021:30",
            "21:30:60",
            "21:30:5",
            ":30",
            "21:",
            ":",
            "21:30:15:10",
            "1:2:3",
            "21:30.5",
            "-1:30",
            "+1:30",
            "21 :30",
            "yesterday 25:00",
            "today 9:5",
            "2026-10-24 +01:00",
            "2026-10-24T25:00",
            "2026-10-24T",
            "2026-10-24T2130",
            "2026-10-24T21",
            "2026-10-24T21:30.5",
            "2026-10-24T21:30:15.",
            "21:30:15.x",
            "٢١:٣٠",
        ],
    ),
    (
        OFFSET,
        &[
            "2026-10-24T21:30+1:00",
            "2026-10-24T21:30+0100",
            "2026-10-24T21:30+01",
            "2026-10-24T21:30+24:00",
            "2026-10-24T21:30+01:60",
            "2026-10-24T21:30+",
            "2026-10-24T21:30-",
            "2026-10-24T21:30ZZ",
            // `Z` is an offset by itself, never the sign of one.
            "2026-10-24T21:30Z01:00",
            "2026-10-24T21:30+-1:00",
            "2026-10-24T21:30+01:00:00",
        ],
    ),
    (UNIT, &["3 hours ago", "a fortnight ago", "3 weekss ago", "2 s ago", "in 3 minutes", "in 3 seconds"]),
    (LAST, &["last week", "last month", "last fryday", "last 3", "last frida"]),
    (
        UNKNOWN,
        &[
            "soon",
            "never",
            "ago",
            "last",
            "at",
            "monday",
            "next friday",
            "24 Oct",
            "October 2026",
            "Oct 24 2026",
            "24 Foo 2026",
            "Xyz 24 Oct 2026",
            "24. Oct 2026",
            "3 weeks",
            "weeks ago",
            "eleven days ago",
            "-3 days ago",
            "+3 days ago",
            "3.5 weeks ago",
            "0x10 days ago",
            "1,000 days ago",
            "in 3",
            "in days",
            "3 weeks ago today",
            "in 3 weeks ago",
            "yesterday today",
            "yesterday 21:30 22:00",
            "2026-10-24T21:30 22:00",
            "now 21:30",
            "2026-10-24 yesterday",
            "2026-10",
            "2026-297",
            "2026-W43-6",
            "2026-10-24-25",
            "-2026-10-24",
            "--at",
            "2026\u{2011}10\u{2011}24",
            "٢٠٢٦-١٠-٢٤",
            "٣ weeks ago",
            "'; true",
            "\u{0}",
            "🌱",
        ],
    ),
];

#[test]
fn everything_outside_the_grammar_is_refused_with_its_reason() {
    let clock = Clock { now: "2026-11-23T18:00:00".parse().unwrap(), day_starts_at: "00:00:00".parse().unwrap() };
    let four = Clock { day_starts_at: "04:00:00".parse().unwrap(), ..clock };
    for (reason, phrases) in REFUSED {
        for phrase in *phrases {
            for clock in [clock, four] {
                let error = parse(phrase, &clock).map_or_else(|error| error, |when| panic!("`{phrase}` was read as {when:?}"));
                assert_eq!(error, Error::Phrase { text: (*phrase).to_owned(), why: reason }, "`{phrase}`");
            }
        }
    }
}

#[test]
fn a_refusal_repeats_the_phrase_and_shows_how_to_write_one() {
    let clock = Clock { now: "2026-11-23T18:00:00".parse().unwrap(), day_starts_at: "00:00:00".parse().unwrap() };
    let error = parse("01/02/2026", &clock).unwrap_err();
    assert_eq!(error.to_string(), "`01/02/2026` is no date here: its order of day and month is not the same everywhere");
    // What the hint shows between backticks is read.
    let hint = error.hint().unwrap();
    let shown: Vec<&str> = hint.split('`').skip(1).step_by(2).collect();
    assert!(shown.len() >= 6, "{hint}");
    for phrase in shown {
        assert!(parse(phrase, &clock).is_ok(), "{phrase}");
    }
}

#[test]
fn words_that_would_leave_the_four_digit_years_are_refused() {
    let start = |hour: &str| Clock { now: "0001-01-01T12:00:00".parse().unwrap(), day_starts_at: hour.parse().unwrap() };
    let end = Clock { now: "9999-12-31T12:00:00".parse().unwrap(), day_starts_at: "04:00:00".parse().unwrap() };
    let cases = [
        ("yesterday", start("00:00:00")),
        ("last friday", start("00:00:00")),
        ("21:30", start("00:00:00")),
        ("today", start("13:00:00")),
        ("a day ago", start("00:00:00")),
        ("tomorrow", end),
        ("today 02:00", end),
        ("in a month", end),
    ];
    for (phrase, clock) in cases {
        // It would be printed as a year of five digits or with a sign, and that is not read back.
        assert_eq!(parse(phrase, &clock), Err(Error::Phrase { text: phrase.to_owned(), why: OUTSIDE }), "`{phrase}`");
    }
}
