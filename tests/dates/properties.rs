//! Every date that is printed is read back as itself, and no text at all makes the reader panic.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use proptest::prelude::*;
use reconnect::date::{Clock, Direction, LongDate, ParsedDate, distance, parse, parse_from};
use reconnect::via_from_words;

/// Any time from 0001-01-02 through 9999-12-30, to the second: an offset keeps it within four-digit years.
fn times() -> impl Strategy<Value = NaiveDateTime> {
    let first = "0001-01-02T00:00:00".parse::<NaiveDateTime>().unwrap();
    let last = "9999-12-30T23:59:59".parse::<NaiveDateTime>().unwrap();
    let recent = "2000-01-01T00:00:00".parse::<NaiveDateTime>().unwrap();
    prop_oneof![
        (0..=(last - first).num_seconds()).prop_map(move |seconds| first + TimeDelta::seconds(seconds)),
        (0..1_800_000_000_i64).prop_map(move |seconds| recent + TimeDelta::seconds(seconds)),
    ]
}

fn offsets() -> impl Strategy<Value = FixedOffset> {
    (-(24 * 60 - 1)..24 * 60).prop_map(|minutes: i32| FixedOffset::east_opt(minutes * 60).unwrap())
}

fn clocks() -> impl Strategy<Value = Clock> {
    (times(), offsets(), 0_u32..86_400).prop_map(|(local, offset, edge)| Clock {
        now: local.and_local_timezone(offset).unwrap(),
        day_starts_at: NaiveTime::from_num_seconds_from_midnight_opt(edge, 0).unwrap(),
    })
}

fn directions() -> impl Strategy<Value = Direction> {
    prop_oneof![Just(Direction::Past), Just(Direction::Ahead)]
}

/// Sentences made of the grammar's own words, which come nearer to its edges than random text.
fn near_phrases() -> impl Strategy<Value = String> {
    const WORDS: &str = "a an half 0 3 999999 9999999 10000000 ten day weeks months years hours minutes fortnight s ago in last next friday \
         at on of the now just today tonight night evening yesterday before tomorrow oct October Sat 24 24th 29 feb 2026 9999 \
         0000 21:30 9pm pm am noon midnight : :: 24:00 23:59:60 2026-10-24 2026-02-29 2026-10-24T21:30 T t: z + - +01:00 -99:99 / .";
    let words = prop_oneof![
        8 => prop::sample::select(WORDS.split_whitespace().collect::<Vec<_>>()).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => any::<u64>().prop_map(|number| number.to_string()),
    ];
    let between = prop::sample::select(vec![" ", " ", " ", "", "\t", ",", "\u{a0}", "-", "\u{2013}", "T", ":"]);
    prop::collection::vec((words, between), 0..7)
        .prop_map(|words| words.into_iter().map(|(word, between)| word + between).collect())
}

fn minutes(minute: u32) -> String {
    format!("{}:{:02}", minute / 60, minute % 60)
}

proptest! {
    #[test]
    fn what_is_printed_is_read_back_whatever_the_clock(
        at in times(), offset in offsets(), clock in clocks(), direction in directions(),
    ) {
        let date = at.date();
        let exact = ParsedDate { date, time: Some(at.time()), offset: Some(offset) };
        prop_assert_eq!(parse(&at.and_local_timezone(offset).unwrap().to_rfc3339(), &clock, direction).unwrap(), exact);
        let echo = format!("{}, {}", LongDate(date), distance(date, clock.today()));
        prop_assert_eq!(parse(&echo, &clock, direction).unwrap(), ParsedDate::from(date), "{}", echo);
        for text in [LongDate(date).to_string(), date.to_string(), date.format("%Y/%m/%d").to_string()] {
            prop_assert_eq!(parse(&text, &clock, direction).unwrap(), ParsedDate::from(date), "{}", text);
            // As the status screen prints a date with a time: `Sun 1 Nov 2026 21:30`.
            let minute = at.time().format("%H:%M").to_string();
            let expected = ParsedDate { date, time: Some(minute.parse().unwrap()), offset: None };
            let echo = format!("{text} {minute}, {}", distance(clock.day_of(date.and_time(expected.time.unwrap())), clock.today()));
            for text in [format!("{text} {minute}"), format!("{text} at {minute}"), format!("{minute}, {text}"), echo] {
                prop_assert_eq!(parse(&text, &clock, direction).unwrap(), expected, "{}", text);
            }
        }
    }

    #[test]
    fn a_printed_distance_is_read_back_on_the_same_day(clock in clocks(), other in times(), days in -4_000_i64..4_000) {
        let today = clock.today();
        for date in [today + TimeDelta::days(days), other.date()] {
            prop_assume!((1..=9999).contains(&date.year()));
            let text = distance(date, today);
            for direction in [Direction::Past, Direction::Ahead] {
                prop_assert_eq!(parse(&text, &clock, direction).unwrap(), ParsedDate::from(date), "{}", text);
            }
        }
    }

    #[test]
    fn a_day_in_words_with_a_time_counts_for_that_day_whatever_the_edge(
        clock in clocks(), minute in 0_u32..1_440, back in 1_i64..1_000,
    ) {
        let day = clock.today() - TimeDelta::days(back);
        prop_assume!((2..=9998).contains(&day.year()));
        let parsed = parse(&format!("{back} days ago {}", minutes(minute)), &clock, Direction::Past).unwrap();
        prop_assert_eq!(clock.day_of(parsed.date.and_time(parsed.time.unwrap())), day);
    }

    #[test]
    fn a_bare_time_is_the_nearest_in_its_direction(clock in clocks(), minute in 0_u32..1_440) {
        let now = clock.local();
        prop_assume!((2..=9998).contains(&now.year()));
        for (direction, sign) in [(Direction::Past, 1), (Direction::Ahead, -1)] {
            let parsed = parse(&minutes(minute), &clock, direction).unwrap();
            let away = (now - parsed.date.and_time(parsed.time.unwrap())) * sign;
            prop_assert!(away >= TimeDelta::zero() && away < TimeDelta::days(1), "{}", away);
        }
    }

    #[test]
    fn a_day_without_a_year_and_a_weekday_are_the_nearest_in_their_direction(clock in clocks(), at in times()) {
        let (date, today) = (at.date(), clock.today());
        prop_assume!((20..=9980).contains(&today.year()));
        for (format, farthest) in [("%-d %b", 8 * 366), ("%A", 6)] {
            let text = date.format(format).to_string();
            // Before the day's edge, the calendar's date has come, and it is not today's.
            let has_come = if format == "%A" { today } else { clock.local().date() };
            let past = (has_come - parse(&text, &clock, Direction::Past).unwrap().date).num_days();
            let ahead = (parse(&text, &clock, Direction::Ahead).unwrap().date - today).num_days();
            prop_assert!((0..=farthest).contains(&past) && (0..=farthest).contains(&ahead), "{}: {} {}", text, past, ahead);
        }
    }

    #[test]
    fn hours_ago_are_an_exact_instant(clock in clocks(), hours in 0_i64..10_000) {
        let at = clock.now - TimeDelta::hours(hours);
        prop_assume!((2..=9998).contains(&at.year()));
        let parsed = parse(&format!("{hours} hours ago"), &clock, Direction::Past).unwrap();
        let again = parsed.date.and_time(parsed.time.unwrap()).and_local_timezone(parsed.offset.unwrap()).unwrap();
        prop_assert_eq!(again, at);
    }

    #[test]
    fn no_text_makes_the_reader_panic(
        text in any::<String>(), near in near_phrases(), clock in clocks(), direction in directions(), anchor in any::<bool>(),
    ) {
        let anchor = if anchor { NaiveDate::MIN } else { NaiveDate::MAX };
        for now in [clock.now, DateTime::<Utc>::MIN_UTC.into(), DateTime::<Utc>::MAX_UTC.into()] {
            let clock = Clock { now: now.with_timezone(clock.now.offset()), ..clock };
            for text in [&text, &near] {
                let _either = (parse(text, &clock, direction), parse_from(text, &clock, direction, anchor, clock.now.offset()));
            }
        }
        let _either = via_from_words(&text);
    }
}

#[test]
fn a_very_long_phrase_is_refused() {
    let clock = crate::clock("2026-11-23T18:00:00", "00:00");
    for word in ["night ", "last ", "ago ", "24 ", "9pm ", "9", "oct-", "at ", ":"] {
        assert!(parse(&word.repeat(200_000), &clock, Direction::Past).is_err(), "{word}");
    }
}
