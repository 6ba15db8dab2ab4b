//! How counts, dates and the names of things are said. No screen is here.

use chrono::{NaiveDate, Weekday};
use reconnect::date::{LongDate, distance};
use reconnect::{Aim, Answer, BoundaryKind, Contact, Moment, Via, Who};

use crate::store::diary::{BoundaryChange, EventDate, Outcome, RecordKind, Trigger};

/// What it was and when: `a text from you, Tue 10 Nov 2026 21:30`.
pub fn line(kind: &RecordKind, on: EventDate) -> String {
    format!("{}, {}", named(kind), when(on))
}

/// A date as it was written, in words.
pub fn when(on: EventDate) -> String {
    match on {
        EventDate::Day(day) => LongDate(day).to_string(),
        EventDate::Time(at) => format!("{} {}", LongDate(at.date_naive()), at.format("%H:%M")),
    }
}

/// What it was. The user's own words are never in it.
pub fn named(kind: &RecordKind) -> String {
    let text = match kind {
        RecordKind::Start { .. } => "the start of no contact",
        RecordKind::End => "the end of no contact",
        RecordKind::Breakup { again: false } => "the breakup",
        RecordKind::Breakup { again: true } => "a second breakup",
        RecordKind::Contact(record) => return contact(record.contact),
        RecordKind::Boundary { boundary: BoundaryChange::Clear { own: true }, .. } => "you lifted what you had asked for",
        RecordKind::Boundary { boundary: BoundaryChange::Clear { own: false }, .. } => "they lifted what they had asked for",
        RecordKind::Boundary { boundary: BoundaryChange::Set { kind, .. }, until: None } => boundary_words(*kind),
        RecordKind::Boundary { boundary: BoundaryChange::Set { kind, .. }, until: Some(last) } => {
            return format!("{}, through {}", boundary_words(*kind), LongDate(*last));
        }
        RecordKind::Answer { answer, .. } => return format!("their answer: {}", answer_word(*answer)),
        RecordKind::Aim(aim) => return format!("your aim: {}", aim_words(*aim)),
        RecordKind::Letter { .. } => "a letter",
        RecordKind::LetterOpened { .. } => "the opening of a letter",
        RecordKind::LetterErased { .. } => "the erasing of a letter",
        RecordKind::Urge { outcome: Outcome::SatOut, .. } => "an urge, not sent",
        RecordKind::Urge { outcome: Outcome::Wrote, .. } => "an urge, and you wrote",
        RecordKind::Urge { outcome: Outcome::NeedsFriend, .. } => "an urge, and you needed a friend",
        RecordKind::Checkin { .. } => "a check-in",
        RecordKind::Done { .. } => "a notebook entry marked as done",
        RecordKind::Notebook(entry) => return format!("a notebook entry ({})", entry.kind.word()),
        RecordKind::Retract { .. } => "an undo",
        RecordKind::Unknown => "an entry of a newer version",
    };
    text.to_owned()
}

pub const fn boundary_words(kind: BoundaryKind) -> &'static str {
    match kind {
        BoundaryKind::Blocked => "they blocked you",
        BoundaryKind::Order => "a court order",
        BoundaryKind::Own => "you asked for no contact",
        BoundaryKind::Space => "they asked for space",
    }
}

/// `a text from you`, `a call from them, practical`, `you looked at their profile`.
pub fn contact(contact: Contact) -> String {
    let what = match contact.via {
        Via::Looked if contact.who == Who::Me => return "you looked at their profile".to_owned(),
        Via::Looked => return "they looked at your profile".to_owned(),
        Via::Reaction => "a reaction",
        Via::Text => "a text",
        Via::Call => "a call",
        Via::InPerson => "a meeting",
        Via::Social => "something on social media",
        Via::Other => "a contact",
    };
    let who = if contact.who == Who::Me { "from you" } else { "from them" };
    let reply = if contact.reply { ", a reply" } else { "" };
    let logistics = if contact.logistics { ", practical" } else { "" };
    format!("{what} {who}{reply}{logistics}")
}

pub const fn answer_word(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "yes",
        Answer::NotNow => "not now",
        Answer::No => "no",
    }
}

pub const fn aim_words(aim: Aim) -> &'static str {
    match aim {
        Aim::SecondChance => "maybe a second chance",
        Aim::Closure => "healing and moving on",
    }
}

pub fn count(number: impl TryInto<i64>, unit: &str) -> String {
    let number = number.try_into().unwrap_or(i64::MAX);
    if number == 1 { format!("1 {unit}") } else { format!("{number} {unit}s") }
}

pub fn entries(number: usize) -> String {
    if number == 1 { "1 entry".to_owned() } else { format!("{number} entries") }
}

pub fn spoken(moment: Moment) -> String {
    match moment.at {
        Some(at) => format!("{} {}", LongDate(at.date_naive()), at.format("%H:%M")),
        None => LongDate(moment.day).to_string(),
    }
}

/// A date as it was understood: `Sat 24 Oct 2026, 30 days ago`.
pub fn echoed(moment: Moment, today: NaiveDate) -> String {
    format!("{}, {}", spoken(moment), distance(moment.day, today))
}

/// A trigger in words: `social media`.
pub fn trigger_words(trigger: Trigger) -> String {
    trigger.word().replace('-', " ")
}

pub fn week(first: Weekday) -> impl Iterator<Item = Weekday> {
    std::iter::successors(Some(first), |day| Some(day.succ())).take(7)
}

pub const fn long(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}
