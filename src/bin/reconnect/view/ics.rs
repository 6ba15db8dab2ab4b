//! A calendar of the current run's milestones, all of them whole days. Nothing in it depends on when it was made: importing it
//! again changes nothing.

use chrono::{NaiveTime, TimeZone, Utc};
use icalendar::{Calendar, Class, Component, Event, EventLike, Property};
use reconnect::{Count, Moment, milestones};

/// How many years are in it at least.
const YEARS: u16 = 10;

/// The calendar; `title` names a milestone.
pub fn calendar(start: Moment, title: impl Fn(Count) -> String) -> String {
    // DTSTAMP has to be there, and would otherwise be the time of the export.
    let stamp = Utc.from_utc_datetime(&start.day.and_time(NaiveTime::MIN));
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//milestones//EN"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    for milestone in milestones(start.day).take_while(|milestone| !matches!(milestone.count, Count::Years(years) if years > YEARS))
    {
        let mut event = Event::new();
        event.uid(&format!("{}.{}@milestones.invalid", start.day, milestone.id())).timestamp(stamp);
        // Only a start: `all_day` writes an end on the same day, and an end that is a date lies outside the event (RFC 5545, 3.6.1).
        event.starts(milestone.date).summary(&title(milestone.count)).class(Class::Private);
        // It takes up no time, so that nobody seems busy.
        event.add_property("TRANSP", "TRANSPARENT");
        calendar.push(event);
    }
    calendar.to_string()
}
