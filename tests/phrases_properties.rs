//! Every date that is printed is read back as itself, and no text at all makes the reader panic.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use proptest::prelude::*;
use reconnect::Moment;
use reconnect::when::{Clock, Spoken, When, distance, parse};

/// Any local time from 0001-01-01 through 9999-12-31, to the second.
fn times() -> impl Strategy<Value = NaiveDateTime> {
    let (first, last) =
        ("0001-01-01T00:00:00".parse::<NaiveDateTime>().unwrap(), "9999-12-31T23:59:59".parse::<NaiveDateTime>().unwrap());
    let seconds = (last - first).num_seconds();
    let near = ("2000-01-01T00:00:00".parse::<NaiveDateTime>().unwrap(), 1_800_000_000_i64);
    prop_oneof![
        (0..=seconds).prop_map(move |seconds| first + TimeDelta::seconds(seconds)),
        (0..near.1).prop_map(move |seconds| near.0 + TimeDelta::seconds(seconds)),
    ]
}

/// Any clock: what is written out in full means the same on every day and with every edge.
fn clocks() -> impl Strategy<Value = Clock> {
    (times(), 0_u32..86_400)
        .prop_map(|(now, edge)| Clock { now, day_starts_at: NaiveTime::from_num_seconds_from_midnight_opt(edge, 0).unwrap() })
}

/// Offsets that the world's zones have had: whole minutes, up to a day.
fn offsets() -> impl Strategy<Value = FixedOffset> {
    (-(24 * 60 - 1)..24 * 60).prop_map(|minutes: i32| FixedOffset::east_opt(minutes * 60).unwrap())
}

/// Sentences made of the grammar's own words, which come nearer to its edges than any random text.
fn near_phrases() -> impl Strategy<Value = String> {
    let words = prop_oneof![
        prop::sample::select(vec![
            "a",
            "an",
            "0",
            "3",
            "999999",
            "1000000",
            "ten",
            "day",
            "weeks",
            "months",
            "years",
            "s",
            "ago",
            "in",
            "last",
            "friday",
            "at",
            "now",
            "today",
            "yesterday",
            "tomorrow",
            "oct",
            "October",
            "Sat",
            "24",
            "29",
            "feb",
            "2026",
            "9999",
            "0000",
            "21:30",
            ":",
            "::",
            "24:00",
            "23:59:60",
            "2026-10-24",
            "2026-02-29",
            "2026-10-24T21:30",
            "T",
            "t:",
            "z",
            "Z",
            "+",
            "-",
            "+01:00",
            "-99:99",
            "/",
            ".",
        ])
        .prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
        any::<u64>().prop_map(|number| number.to_string()),
    ];
    prop::collection::vec((words, prop::sample::select(vec![" ", "", "\t", ",", "\u{a0}", "-", "T", ":"])), 0..7)
        .prop_map(|words| words.into_iter().map(|(word, between)| word + between).collect())
}

fn written(when: When) -> (NaiveDate, Option<NaiveTime>, Option<FixedOffset>) {
    (when.date, when.time, when.offset)
}

proptest! {
    #[test]
    fn a_date_is_read_back_as_itself_however_it_is_printed(at in times(), clock in clocks()) {
        let date = at.date();
        let alone = When::from(date);
        prop_assert_eq!(parse(&Spoken(date).to_string(), &clock).unwrap(), alone);
        prop_assert_eq!(parse(&date.to_string(), &clock).unwrap(), alone);
        prop_assert_eq!(parse(&Moment::day(date).to_string(), &clock).unwrap(), alone);
        // As the status says a date with a time: `Sun 1 Nov 2026 21:30`.
        let minute = at.time().format("%H:%M").to_string();
        let expected = (date, Some(minute.parse().unwrap()), None);
        prop_assert_eq!(written(parse(&format!("{} {minute}", Spoken(date)), &clock).unwrap()), expected);
        prop_assert_eq!(written(parse(&format!("{} at {minute}", Spoken(date)), &clock).unwrap()), expected);
    }

    #[test]
    fn a_moment_is_read_back_with_its_offset(at in times(), offset in offsets(), clock in clocks()) {
        let Some(exact) = at.and_local_timezone(offset).single() else { return Ok(()) };
        let moment = Moment { day: at.date(), at: Some(exact) };
        let when = parse(&moment.to_string(), &clock).unwrap();
        prop_assert_eq!(written(when), (at.date(), Some(at.time()), Some(offset)));
        let again: DateTime<FixedOffset> = when.date.and_time(when.time.unwrap()).and_local_timezone(when.offset.unwrap()).unwrap();
        prop_assert_eq!(again, exact, "the same instant");
    }

    #[test]
    fn a_distance_in_words_is_read_back_from_the_same_day(at in times(), days in -4_000_i64..4_000, edge in 0_u32..86_400) {
        let clock = Clock { now: at, day_starts_at: NaiveTime::from_num_seconds_from_midnight_opt(edge, 0).unwrap() };
        let date = clock.today() + TimeDelta::days(days);
        prop_assume!((1..=9999).contains(&date.year()) && (1..=9999).contains(&clock.today().year()));
        let said = distance(date, clock.today());
        prop_assert_eq!(parse(&said, &clock).unwrap(), When::from(date), "{}", said);
    }

    #[test]
    fn a_distance_over_the_whole_calendar_is_read_back_too(at in times(), other in times()) {
        let clock = Clock { now: at, day_starts_at: NaiveTime::MIN };
        let said = distance(other.date(), at.date());
        prop_assert_eq!(parse(&said, &clock).unwrap(), When::from(other.date()), "{}", said);
    }

    #[test]
    fn what_was_read_is_printed_and_read_again_as_the_same(phrase in near_phrases(), clock in clocks()) {
        if let Ok(when) = parse(&phrase, &clock) {
            prop_assert!((1..=9999).contains(&when.date.year()), "{} became {:?}", phrase, when);
            prop_assert!(when.offset.is_none() || when.time.is_some());
            let time = when.time.map(|time| time.format("T%H:%M:%S").to_string()).unwrap_or_default();
            let offset = when.offset.map(|offset| offset.to_string()).unwrap_or_default();
            prop_assert_eq!(parse(&format!("{}{time}{offset}", when.date), &clock).unwrap(), when, "{}", phrase);
        }
    }

    #[test]
    fn a_day_in_words_with_a_time_counts_for_that_day_whatever_the_edge(
        at in times(), edge in 0_u32..86_400, minute in 0_u32..1_440, back in 0_i64..1_000,
    ) {
        let clock = Clock { now: at, day_starts_at: NaiveTime::from_num_seconds_from_midnight_opt(edge, 0).unwrap() };
        let day = clock.today() - TimeDelta::days(back);
        prop_assume!((2..=9998).contains(&day.year()));
        let when = parse(&format!("{back} days ago {}:{:02}", minute / 60, minute % 60), &clock).unwrap();
        prop_assert_eq!(clock.day_of(when.date.and_time(when.time.unwrap())), day);
    }

    #[test]
    fn a_bare_time_is_the_latest_that_is_past(at in times(), minute in 0_u32..1_440, edge in 0_u32..86_400) {
        prop_assume!(at.year() > 1);
        let clock = Clock { now: at, day_starts_at: NaiveTime::from_num_seconds_from_midnight_opt(edge, 0).unwrap() };
        let when = parse(&format!("{}:{:02}", minute / 60, minute % 60), &clock).unwrap();
        let since = at - when.date.and_time(when.time.unwrap());
        prop_assert!(since >= TimeDelta::zero() && since < TimeDelta::days(1), "{}", since);
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in any::<String>(), near in near_phrases(), clock in clocks()) {
        for clock in [clock, Clock { now: NaiveDateTime::MIN, ..clock }, Clock { now: NaiveDateTime::MAX, ..clock }] {
            let _either = (parse(&text, &clock), parse(&near, &clock));
        }
    }
}

#[test]
fn the_program_never_prints_a_date_that_depends_on_the_language() {
    // chrono's names are English ones whatever the machine speaks; the reader knows exactly these.
    let first: NaiveDate = "2026-01-01".parse().unwrap();
    let clock = Clock { now: first.and_time(NaiveTime::MIN), day_starts_at: NaiveTime::MIN };
    for date in first.iter_days().take(366) {
        assert!(Spoken(date).to_string().is_ascii());
        assert_eq!(parse(&Spoken(date).to_string(), &clock).unwrap().date, date);
    }
}
