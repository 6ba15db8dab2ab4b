//! Phrases that are refused, each with its reason and a way out: nothing is guessed.

use reconnect::Error;
use reconnect::date::{Clock, Direction, Refusal, parse};

use crate::clock;

const EMPTY: &str = " |   | \t\n | , |  , , | . | \u{a0} | \"\" | \u{200b}";
const PAST_ONLY: &str = "3 weeks | 2 days | a fortnight | half an hour | two hours";

fn refusal(phrase: &str, clock: &Clock, direction: Direction) -> Refusal {
    match parse(phrase, clock, direction) {
        Err(Error::Phrase { text, why }) if text == phrase => why,
        other => panic!("`{phrase}` {direction:?}: {other:?}"),
    }
}

#[test]
fn everything_outside_the_grammar_is_refused_with_its_reason_and_a_way_out_that_is_read() {
    let rows = include_str!("refused.txt").lines().filter_map(|line| line.split_once(" = "));
    for (reason, phrases) in rows.chain([("Empty", EMPTY), ("AgoOrIn", PAST_ONLY)]) {
        for (phrase, edge) in phrases.split(" | ").flat_map(|phrase| ["00:00", "04:00"].map(|edge| (phrase, edge))) {
            let clock = clock("2026-11-23T18:00:00", edge);
            let why = refusal(phrase, &clock, Direction::Past);
            assert_eq!(format!("{why:?}"), reason, "`{phrase}`");
            match reason {
                "AgoOrIn" => assert!(parse(phrase, &clock, Direction::Ahead).is_ok(), "`{phrase}`"),
                _ => assert_eq!(refusal(phrase, &clock, Direction::Ahead), why, "`{phrase}`"),
            }
            for way_out in why.way_out().split('`').skip(1).step_by(2) {
                assert!(parse(way_out, &clock, Direction::Past).is_ok(), "{reason} says `{way_out}`");
            }
        }
    }
}

#[test]
fn an_error_repeats_the_phrase_says_why_and_what_to_type() {
    let error = parse("5", &clock("2026-11-23T18:00:00", "00:00"), Direction::Past).unwrap_err();
    assert_eq!(error.to_string(), "can't read `5` as a date: a number alone could be a day, a month or a year");
    assert_eq!(error.hint().as_deref(), Some("write `24 Oct`, `3 weeks ago` or `in 3 weeks`"));
}

#[test]
fn words_that_would_leave_the_years_of_four_digits_are_refused() {
    let (first, last) = ("0001-01-01T12:00:00", "9999-12-31T12:00:00");
    for (now, edge, direction, phrases) in [
        (first, "00:00", Direction::Past, "yesterday | last friday | 21:30 | 24 Oct | 13 hours ago | a day ago"),
        (first, "13:00", Direction::Past, "today"),
        (last, "00:00", Direction::Past, "tomorrow | in a month"),
        (last, "04:00", Direction::Ahead, "today 02:00"),
        (last, "00:00", Direction::Ahead, "24 Oct | 12 hours | next friday"),
    ] {
        for phrase in phrases.split(" | ") {
            assert_eq!(refusal(phrase, &clock(now, edge), direction), Refusal::OutsideCalendar, "`{phrase}` at {now}");
        }
    }
}
