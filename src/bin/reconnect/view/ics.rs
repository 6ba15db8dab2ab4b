//! Calendars of whole days and moments. An event of a milestone belongs to its run and its milestone: importing the calendar again
//! moves the events of a corrected start, and cancels the days that a run never reached.

use chrono::{DateTime, NaiveDate, Utc};
use icalendar::{Calendar, Class, Component, Event, EventLike, EventStatus, Property};
use reconnect::{Count, milestones};

use super::remind::name;
use crate::model::period::Period;
use crate::terminal::escape::escape_control_lines;
use crate::words;

const YEARS: u16 = 10;

pub struct CalendarRun {
    pub id: String,
    pub start: NaiveDate,
    /// The last day that it reached, or may still reach; `None` for one that was taken back.
    pub through: Option<NaiveDate>,
}

pub struct CalendarStyle {
    pub now: DateTime<Utc>,
    /// A number that grows with every change, so that a calendar program knows the newer version.
    pub sequence: u32,
    pub is_plain: bool,
    /// What the first day is called: 0 or 1.
    pub first_day: u32,
}

impl CalendarStyle {
    /// It takes up no time, so that nobody seems busy.
    fn event(&self, uid: &str, status: EventStatus, title: &str) -> Event {
        let mut event = Event::new();
        event.uid(uid).timestamp(self.now).sequence(self.sequence).status(status).summary(title).class(Class::Private);
        event.add_property("TRANSP", "TRANSPARENT");
        event
    }
}

pub fn milestones_of(runs: &[CalendarRun], style: &CalendarStyle) -> String {
    let events = runs.iter().flat_map(|run| {
        let milestones = milestones(run.start);
        let milestones = milestones.take_while(|milestone| !matches!(milestone.count, Count::Years(years) if years > YEARS));
        milestones.map(|milestone| {
            let is_reached = run.through.is_some_and(|through| milestone.date <= through);
            let status = if is_reached { EventStatus::Confirmed } else { EventStatus::Cancelled };
            let uid = format!("{}.{}@milestones.invalid", run.id, milestone.id());
            let mut event = style.event(&uid, status, &name(milestone.count, style.first_day, style.is_plain));
            // Only a start: `all_day` writes an end on the same day, which a date may not have (RFC 5545, 3.6.1).
            event.starts(milestone.date);
            event
        })
    });
    calendar(events, "milestones")
}

/// Contacts as entries, each on its day or at its time. Notes only if asked for.
pub fn contacts(period: &Period<'_>, with_notes: bool, style: &CalendarStyle) -> String {
    let events = period.contacts().map(|(dated, record)| {
        let title = if style.is_plain { words::contact(record.contact) } else { "Entry".to_owned() };
        let mut event = style.event(&format!("{}@entries.invalid", dated.record.id()), EventStatus::Confirmed, &title);
        match dated.moment.at {
            Some(at) => event.starts(at.to_utc()),
            None => event.starts(dated.moment.day),
        };
        if let Some(note) = record.note.as_ref().filter(|_| with_notes) {
            event.description(&escape_control_lines(note));
        }
        event
    });
    calendar(events, "entries")
}

fn calendar(events: impl Iterator<Item = Event>, name: &str) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", format!("-//{name}//EN")));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    // Each event is written as it comes, because all of them at once fill the memory.
    let events: String = events.map(|event| event.to_string()).collect();
    calendar.to_string().replace("END:", &format!("{events}END:"))
}
