//! What `remind` prints. Without `--plain` a bystander doesn't learn what is counted. It speaks of the user's own count alone.

use chrono::{DateTime, FixedOffset, NaiveDate};
use reconnect::date::LongDate;
use reconnect::{Count, Milestone, Moment, days_between};
use serde_json::{Value, json};

use super::json::time;
use super::status::counted;
use crate::current_dates::spoken;

pub struct Due {
    pub start: Moment,
    pub milestone: Milestone,
    pub today: NaiveDate,
    /// What the first day is called: 0 or 1.
    pub first_day: i64,
}

/// One line; with `plain` it says what is counted.
pub fn line(due: &Due, plain: bool) -> String {
    let Milestone { count, date, .. } = due.milestone;
    let name = if plain { format!("{} of no contact", counted(count)) } else { name(count, due.first_day) };
    match date == due.today {
        false => format!("{name}, reached on {}.\n", LongDate(date)),
        true if plain => format!("{name}, since {}.\n", spoken(due.start)),
        true => format!("{name}.\n"),
    }
}

pub fn json(due: &Due, now: DateTime<FixedOffset>) -> Value {
    json!({
        "now": time(now),
        "today": due.today,
        "milestone": { "id": due.milestone.id(), "date": due.milestone.date },
        "no_contact": { "since": due.start.to_string(), "days": days_between(due.start.day, due.today) },
    })
}

/// A milestone's name that tells a bystander nothing: `Day 30`. Where the first day is called 1, that day is called 31, so the
/// length is said instead.
pub fn name(count: Count, first_day: i64) -> String {
    match count {
        Count::Days(days) if first_day == 0 => format!("Day {days}"),
        count => counted(count),
    }
}
