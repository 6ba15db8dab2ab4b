//! The last four weeks, a mark a day: one contact is seen beside the days that were kept.

use reconnect::date::LongDate;
use reconnect::days_between;

use crate::model::days::{Day, Days, State};
use crate::store::diary::Snapshot;
use crate::words::count;

/// The days from the first start through today, 28 at most. None before a week has passed, and none without a contact.
pub fn days(snapshot: &Snapshot) -> Vec<Day> {
    let today = snapshot.today();
    let first = snapshot.timeline.runs().including_empty().next().map_or(today, |run| run.start.day);
    let before = today.checked_sub_days(chrono::Days::new(27)).unwrap_or(today);
    if days_between(first, today) < 7 || snapshot.timeline.runs().slip_days().is_empty() {
        return Vec::new();
    }
    let days: Vec<Day> = Days::of(snapshot, Some(first.max(before))).through(first.max(before), today).collect();
    if days.iter().any(|day| day.state == State::Contact) { days } else { Vec::new() }
}

/// The marks in sevens back from today, and what they mean.
pub fn drawn(days: &[Day]) -> (String, &'static str) {
    let mut text = String::new();
    for (index, day) in days.iter().enumerate() {
        if index > 0 && (days.len() - index).is_multiple_of(7) {
            text.push(' ');
        }
        text.push(match day.state {
            State::Kept => '·',
            State::Contact => '×',
            State::NoCount => '-',
            State::InTouch => '=',
        });
    }
    let meaning = match (of(days, State::NoCount), of(days, State::InTouch)) {
        (0, 0) => "(× contact)",
        (_, 0) => "(× contact, - no count)",
        (0, _) => "(× contact, = in touch)",
        _ => "(× contact, - no count, = in touch)",
    };
    (text, meaning)
}

/// The same in words, for a screen reader.
pub fn in_words(days: &[Day]) -> String {
    let contacts = days.iter().filter(|day| day.state == State::Contact).map(|day| LongDate(day.date).to_string());
    let mut text = format!("contact on {}. {} kept.", contacts.collect::<Vec<_>>().join(", "), count(of(days, State::Kept), "day"));
    for (state, words) in [(State::NoCount, "No count was running"), (State::InTouch, "You were in touch")] {
        match of(days, state) {
            0 => {}
            days => text = format!("{text} {words} on {}.", count(days, "day")),
        }
    }
    text
}

fn of(days: &[Day], state: State) -> usize {
    days.iter().filter(|day| day.state == state).count()
}
