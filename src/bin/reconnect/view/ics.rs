//! A calendar of milestones, all of them whole days. An event belongs to its run and its milestone: importing the calendar again
//! moves the events of a corrected start and cancels those of a run that ended.

use chrono::{DateTime, NaiveDate, Utc};
use icalendar::{Calendar, Class, Component, Event, EventLike, EventStatus, Property};
use reconnect::{Count, milestones};

use super::remind::name;
use super::status::counted;

const YEARS: u16 = 10;

pub struct CalendarRun {
    pub id: String,
    pub start: NaiveDate,
    pub is_open: bool,
}

pub struct CalendarStyle {
    pub now: DateTime<Utc>,
    /// A number that grows with every change, so that a calendar program knows the newer version.
    pub sequence: u32,
    pub is_plain: bool,
    /// What the first day is called: 0 or 1.
    pub first_day: u32,
}

pub fn calendar(runs: &[CalendarRun], style: &CalendarStyle) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//milestones//EN"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    for run in runs {
        let milestones = milestones(run.start);
        for milestone in milestones.take_while(|milestone| !matches!(milestone.count, Count::Years(years) if years > YEARS)) {
            let mut event = Event::new();
            event.uid(&format!("{}.{}@milestones.invalid", run.id, milestone.id())).timestamp(style.now);
            event.sequence(style.sequence);
            event.status(if run.is_open { EventStatus::Confirmed } else { EventStatus::Cancelled });
            // Only a start: `all_day` writes an end on the same day, which a date may not have (RFC 5545, 3.6.1).
            event.starts(milestone.date).summary(&title(milestone.count, style)).class(Class::Private);
            // The event takes up no time, so that nobody seems busy.
            event.add_property("TRANSP", "TRANSPARENT");
            calendar.push(event);
        }
    }
    calendar.to_string()
}

/// `Day 30`, which tells a bystander nothing, or `30 days of no contact`.
fn title(milestone: Count, style: &CalendarStyle) -> String {
    if style.is_plain { format!("{} of no contact", counted(milestone)) } else { name(milestone, style.first_day) }
}
