//! The last four weeks, a mark a day: one contact is seen beside the days that were kept.

use reconnect::date::LongDate;

use crate::model::days::{Day, Days, State};
use crate::store::diary::Snapshot;
use crate::words::count;

/// The days from the first start through today, 28 at most. None before a week has passed, and none without a contact.
pub fn days(snapshot: &Snapshot) -> Vec<Day> {
    let today = snapshot.today();
    let total = u64::from(snapshot.timeline.runs().totals(today).total_days);
    let first = today.checked_sub_days(chrono::Days::new(total.min(28).saturating_sub(1)));
    let Some(first) = first.filter(|_| total >= 8 && !snapshot.timeline.runs().slip_days().is_empty()) else { return Vec::new() };
    let days: Vec<Day> = Days::of(snapshot, Some(first)).through(first, today).collect();
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
        });
    }
    (text, if of(days, State::NoCount) > 0 { "(× contact, - no count)" } else { "(× contact)" })
}

/// The same in words, for a screen reader.
pub fn in_words(days: &[Day]) -> String {
    let contacts = days.iter().filter(|day| day.state == State::Contact).map(|day| LongDate(day.date).to_string());
    let text = format!("contact on {}. {} kept.", contacts.collect::<Vec<_>>().join(", "), count(of(days, State::Kept), "day"));
    match of(days, State::NoCount) {
        0 => text,
        days => format!("{text} No count was running on {}.", count(days, "day")),
    }
}

fn of(days: &[Day], state: State) -> usize {
    days.iter().filter(|day| day.state == state).count()
}
