//! What `remind` prints. Without `--plain` a bystander doesn't learn what is counted. It speaks of the user's own count alone.

use chrono::{DateTime, FixedOffset, NaiveDate};
use reconnect::date::LongDate;
use reconnect::{Count, Milestone, Moment, days_between};
use serde_json::{Value, json};

use super::json::time;
use super::status::{counted, milestone_name};
use crate::words::spoken;

pub struct Due {
    pub start: Moment,
    pub milestone: Milestone,
    pub today: NaiveDate,
    /// What the first day is called: 0 or 1.
    pub first_day: u32,
}

/// One line; with `plain` it says what is counted.
pub fn line(due: &Due, plain: bool) -> String {
    let Milestone { count, date, .. } = due.milestone;
    let name = name(count, due.first_day, plain);
    match date == due.today {
        false => format!("{name}, reached on {}.\n", LongDate(date)),
        true if plain => format!("{name}, since {}.\n", spoken(due.start)),
        true => format!("{name}.\n"),
    }
}

/// `milestone` is null where nothing is due.
pub fn json(run: Option<Moment>, due: Option<&Due>, now: DateTime<FixedOffset>, today: NaiveDate) -> Value {
    json!({
        "now": time(now),
        "today": today,
        "milestone": due.map(|due| json!({ "id": due.milestone.id(), "date": due.milestone.date })),
        "no_contact": run.map(|start| json!({ "since": start.to_string(), "days": days_between(start.day, today) })),
    })
}

/// A milestone's name: `30 days of no contact`, or one that tells a bystander nothing: `Day 30`, and `30 days (day 31)` where the first
/// day is called 1.
pub fn name(milestone: Count, first_day: u32, is_plain: bool) -> String {
    match milestone {
        _ if is_plain => format!("{} of no contact", counted(milestone)),
        Count::Days(days) if first_day == 0 => format!("Day {days}"),
        _ => milestone_name(milestone, first_day),
    }
}
