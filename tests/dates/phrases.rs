//! What phrases mean when something happened, and when something lasts until then.

use reconnect::date::{Direction, LongDate, distance, parse_from};

use crate::{clock, shown};

#[test]
fn phrases_mean_what_a_calendar_says() {
    let rows = include_str!("phrases.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut heading = Vec::new();
    for row in rows {
        if let Some(words) = row.strip_prefix('[') {
            heading = words.trim_end_matches(']').split(' ').collect();
            continue;
        }
        let said = |name: &str| heading.iter().position(|word| *word == name).map(|at| heading[at + 1]);
        let clock = clock(heading[1], said("day").unwrap_or("00:00"));
        let anchor = said("from").map_or(clock.today(), |day| day.parse().unwrap());
        let direction = if heading[0] == "past" { Direction::Past } else { Direction::Ahead };
        let (meaning, phrases) = row.split_once(" = ").unwrap();
        let (meaning, counts_for) = meaning.split_once(" for ").unwrap_or((meaning, &meaning[..10]));
        for phrase in phrases.split(" | ") {
            let read = parse_from(phrase, &clock, direction, anchor, clock.now.offset()).unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(shown(read), meaning, "`{phrase}` below {heading:?}");
            let day = read.time.map_or(read.date, |time| clock.day_of(read.date.and_time(time)));
            assert_eq!(day.to_string(), counts_for, "`{phrase}` below {heading:?}");
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
