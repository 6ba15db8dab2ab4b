//! A zone whose clocks change: hours ago are real hours, and a bare time is the latest that is past.

use chrono::{DateTime, FixedOffset, Utc};
use reconnect::date::{Clock, Direction, Zone, parse_from};

use crate::shown;

/// New York in 2026: an hour ahead from 8 March, 07:00 UTC, through 1 November, 06:00 UTC.
#[derive(Debug)]
struct NewYork;

impl Zone for NewYork {
    fn offset(&self, at: DateTime<Utc>) -> FixedOffset {
        let at = at.to_rfc3339();
        let hours = if ("2026-03-08T07".."2026-11-01T06").contains(&at.as_str()) { -4 } else { -5 };
        FixedOffset::east_opt(hours * 3600).unwrap()
    }
}

#[test]
fn a_skipped_time_takes_the_offset_before_and_one_that_comes_twice_is_the_first() {
    for (local, meant) in [
        ("2026-03-08T01:59:59", "2026-03-08T01:59:59-05:00"),
        ("2026-03-08T02:00:00", "2026-03-08T02:00:00-05:00"),
        ("2026-03-08T02:59:59", "2026-03-08T02:59:59-05:00"),
        ("2026-03-08T03:00:00", "2026-03-08T03:00:00-04:00"),
        ("2026-11-01T00:59:59", "2026-11-01T00:59:59-04:00"),
        ("2026-11-01T01:00:00", "2026-11-01T01:00:00-04:00"),
        ("2026-11-01T01:59:59", "2026-11-01T01:59:59-04:00"),
        ("2026-11-01T02:00:00", "2026-11-01T02:00:00-05:00"),
    ] {
        assert_eq!(NewYork.resolve(local.parse().unwrap()).to_rfc3339(), meant);
    }
}

#[test]
fn hours_ago_and_bare_times_go_by_the_instant() {
    let past = [
        ("2026-03-08T03:15:00-04:00", "2026-03-07T23:15-05:00", "3 hours ago"),
        ("2026-03-08T03:15:00-04:00", "2026-03-08T01:45-05:00", "half an hour ago"),
        ("2026-11-01T01:30:00-05:00", "2026-11-01T00:30-04:00", "2 hours ago"),
        ("2026-11-01T01:30:00-05:00", "2026-11-01T01:30-04:00", "1 hour ago"),
        ("2026-11-02T00:30:00-05:00", "2026-11-01T00:30-04:00", "25 hours ago"),
        ("2026-11-02T00:30:00-05:00", "2026-11-02T00:30-05:00", "now"),
        // The second time around, the first 01:30 has passed; before it, only yesterday's has.
        ("2026-11-01T01:15:00-05:00", "2026-11-01T01:30", "01:30 | sunday 01:30"),
        ("2026-11-01T01:45:00-05:00", "2026-11-01T01:30", "01:30"),
        ("2026-11-01T01:15:00-04:00", "2026-10-31T01:30", "01:30"),
        ("2026-11-01T01:15:00-04:00", "2026-10-25T01:30", "sunday 01:30"),
        // A time that was skipped comes with the old offset, an hour later.
        ("2026-03-08T03:15:00-04:00", "2026-03-07T02:30", "02:30"),
        ("2026-03-08T03:30:00-04:00", "2026-03-08T02:30", "02:30"),
    ];
    let ahead = [
        ("2026-10-31T23:00:00-04:00", "2026-11-01T02:00-05:00", "in 4 hours | 4 hours"),
        ("2026-11-01T01:15:00-04:00", "2026-11-01T01:30", "01:30"),
        ("2026-11-01T01:15:00-05:00", "2026-11-02T01:30", "01:30"),
    ];
    for (direction, table) in [(Direction::Past, &past[..]), (Direction::Ahead, &ahead)] {
        for (now, meaning, phrases) in table {
            let clock = Clock { now: now.parse().unwrap(), day_starts_at: "00:00:00".parse().unwrap() };
            for phrase in phrases.split(" | ") {
                let parsed = parse_from(phrase, &clock, direction, clock.today(), &NewYork).unwrap();
                assert_eq!(shown(parsed), *meaning, "`{phrase}` at {now}");
            }
        }
    }
}
