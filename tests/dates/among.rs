//! Dates among other words, typed without quotes.

use reconnect::Error;
use reconnect::date::{Direction, Refusal, after_number, leading, parse};

use crate::{clock, shown};

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn the_longest_beginning_that_is_a_date_is_the_date() {
    let clock = clock("2026-11-23T18:00:00", "00:00");
    let read = |phrase: &str| parse(phrase, &clock, Direction::Past);
    for (typed, date, rest) in [
        ("24 Oct 2026 yesterday", "2026-10-24", "yesterday"),
        ("24 Oct yesterday at 9pm", "2026-10-24", "yesterday at 9pm"),
        ("22 Nov 2026 yesterday", "2026-11-22", "yesterday"),
        ("a month ago 21:30 text", "2026-10-23T21:30", "text"),
        ("2 hours ago", "2026-11-23T16:00+01:00", ""),
        ("yesterday", "2026-11-22", ""),
    ] {
        let typed = words(typed);
        let (found, behind) = leading(&typed, read).unwrap();
        assert_eq!((shown(found.unwrap()).as_str(), behind.join(" ").as_str()), (date, rest), "{typed:?}");
    }
    assert_eq!(leading(&[], read), Ok((None, &[][..])));
    let said = leading(&words("someday soon"), read).unwrap_err().to_string();
    assert!(said.starts_with("can't read `someday soon` as a date"), "{said}");
}

#[test]
fn a_number_may_stand_before_a_date_unless_it_may_belong_to_it() {
    let clock = clock("2026-11-23T18:00:00", "00:00");
    let read = |phrase: &str| parse(phrase, &clock, Direction::Past);
    for (typed, number, date) in [
        ("", None, None),
        ("4", Some(4), None),
        ("yesterday", None, Some("2026-11-22")),
        ("4 yesterday", Some(4), Some("2026-11-22")),
        ("4 2 hours ago", Some(4), Some("2026-11-23T16:00+01:00")),
        ("4 9pm", Some(4), Some("2026-11-22T21:00")),
        ("9 hours ago", None, Some("2026-11-23T09:00+01:00")),
        ("24 Oct", None, Some("2026-10-24")),
    ] {
        let (found, when) = after_number(&words(typed), 5, read).unwrap();
        assert_eq!((found, when.map(shown).as_deref()), (number, date), "{typed}");
    }
    for typed in ["2 hours ago", "3 oct 21:30", "1 nov 2026"] {
        let why = Refusal::NumberOrDate;
        assert_eq!(after_number(&words(typed), 5, read), Err(Error::Phrase { text: typed.to_owned(), why }));
    }
    assert!(after_number(&words("4 someday"), 5, read).is_err());
    assert!(after_number(&words("7 someday"), 5, read).is_err());
}
