//! How counts, dates and the names of things are said. No screen is here.

use std::fmt::Display;

use chrono::{NaiveDate, Weekday};
use reconnect::date::{LongDate, distance};
use reconnect::{Aim, Answer, BoundaryKind, Contact, Moment, Protects, Totals, Via, Who};
use serde::Serializer;

use crate::store::diary::{BoundaryChange, EventDate, Outcome, RecordKind, Trigger};

/// What it was and when: `a text from you, Tue 10 Nov 2026 21:30`.
pub fn line(kind: &RecordKind, on: EventDate) -> String {
    format!("{}, {}", named(kind), when(on))
}

/// A date as it was written, in words.
pub fn when(on: EventDate) -> String {
    let at = if let EventDate::Time(at) = on { Some(at) } else { None };
    spoken(Moment { day: on.day(), at })
}

/// What it was. The user's own words are never in it.
pub fn named(kind: &RecordKind) -> String {
    let text = match kind {
        RecordKind::Start { .. } => "the start of no contact",
        RecordKind::End => "the end of no contact",
        RecordKind::Breakup { again: false } => "the breakup",
        RecordKind::Breakup { again: true } => "another breakup",
        RecordKind::Contact(record) => return contact(record.contact),
        RecordKind::Boundary { boundary: BoundaryChange::Clear { own: true }, .. } => "you lifted what you had asked for",
        RecordKind::Boundary { boundary: BoundaryChange::Clear { own: false }, .. } => "the end of a boundary",
        RecordKind::Boundary { boundary: BoundaryChange::Set { kind, protects }, until } => {
            return boundary_through(*kind, *protects, *until);
        }
        RecordKind::Answer { answer, in_touch } => {
            let in_touch = if *in_touch { ", in touch again" } else { "" };
            return format!("their answer: {}{in_touch}", answer_word(*answer));
        }
        RecordKind::Aim(aim) => return format!("your aim: {}", aim_words(*aim)),
        RecordKind::Letter { .. } => "a letter",
        RecordKind::LetterOpened { .. } => "the opening of a letter",
        RecordKind::LetterErased { .. } => "the erasing of a letter",
        RecordKind::Urge { outcome: Outcome::SatOut, .. } => "an urge, not sent",
        RecordKind::Urge { outcome: Outcome::Wrote, .. } => "an urge, and you wrote",
        RecordKind::Urge { outcome: Outcome::NeedsFriend, .. } => "an urge, and you needed a friend",
        RecordKind::Checkin { .. } => "a check-in",
        RecordKind::Done { .. } => "a notebook entry marked as done",
        RecordKind::Notebook(entry) => return format!("a notebook entry ({})", entry.kind.id()),
        RecordKind::Retract { .. } => "an undo",
        RecordKind::Unknown => "an entry of a newer version",
    };
    text.to_owned()
}

pub fn boundary_words(kind: BoundaryKind, protects: Option<Protects>) -> &'static str {
    match kind {
        BoundaryKind::Blocked => "they blocked you",
        BoundaryKind::Order if protects == Some(Protects::Me) => "a court order to protect you",
        BoundaryKind::Order => "a court order",
        BoundaryKind::Own => "you asked for no contact",
        BoundaryKind::Space => "they asked for space",
    }
}

/// `they asked for space, through Fri 1 May 2026`.
pub fn boundary_through(kind: BoundaryKind, protects: Option<Protects>, until: Option<NaiveDate>) -> String {
    let through = until.map(|last| format!(", through {}", LongDate(last))).unwrap_or_default();
    format!("{}{through}", boundary_words(kind, protects))
}

/// `a text from you`, `a call from them, practical`, `you looked at their profile`.
pub fn contact(contact: Contact) -> String {
    let is_mine = contact.who == Who::Me;
    let whom = if is_mine { "you" } else { "them" };
    let what = match (contact.via, is_mine) {
        (Via::Looked, true) => "you looked at their profile".to_owned(),
        (Via::Looked, false) => "they looked at your profile".to_owned(),
        (Via::InPerson, true) => "you met them".to_owned(),
        (Via::InPerson, false) => "they came to you".to_owned(),
        (Via::Text, true) if contact.reply => "you answered by text".to_owned(),
        (Via::Call, true) if contact.reply => "you answered by a call".to_owned(),
        (Via::Text, _) => format!("a text from {whom}"),
        (Via::Call, _) => format!("a call from {whom}"),
        (Via::Reaction, _) => format!("a reaction from {whom}"),
        (Via::Social, _) => format!("something from {whom} on social media"),
        (Via::Other, _) => format!("a contact from {whom}"),
    };
    let marks = [
        (contact.reply && !what.starts_with("you answered"), ", a reply"),
        (contact.logistics, ", practical"),
        (contact.unwanted, ", unwanted"),
        (contact.in_touch, ", in touch again"),
    ];
    let marks = marks.iter().filter(|(is_set, _)| *is_set).map(|(_, mark)| *mark);
    marks.fold(what, |what, mark| what + mark)
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

/// `15 of 16 days, longest run 10 days`.
pub fn kept(totals: Totals) -> String {
    let (total, longest) = (count(totals.total_days, "day"), count(totals.longest_days, "day"));
    format!("{} of {total}, longest run {longest}", totals.kept_days)
}

/// `second`, `third`: of breakups there are few.
pub fn ordinal(number: usize) -> String {
    const WORDS: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];
    number.checked_sub(1).and_then(|index| WORDS.get(index)).map_or_else(|| format!("{number}th"), |word| (*word).to_owned())
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
    trigger.id().replace('-', " ")
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

/// For programs: as it is written in the diary.
pub fn as_text<S: Serializer>(value: &impl Display, serializer: S) -> std::result::Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}
