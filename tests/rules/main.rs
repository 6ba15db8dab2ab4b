//! The rules: dates and facts in, answers out. Tables are worked out by hand; properties hold for everything.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod lives;
mod milestones;
mod properties;
mod runs;
mod texts;
mod turns;
mod verdicts;
mod windows;

use chrono::{DateTime, NaiveDate};
use reconnect::{
    Aim, Answer, BoundaryKind, Contact, ContactOutcome, Event, EventKind, Facts, Moment, Overrule, Thresholds, Timeline, VerdictId,
    Via, Who, advise,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text}"))
}

fn facts(today: &str, change: impl FnOnce(&mut Facts)) -> Facts {
    let mut facts = Facts::on(day(today));
    change(&mut facts);
    facts
}

/// What a line of a story means: `me`, `them logistics`, `space until 2026-05-01`, `no`, …
fn kind(what: &str) -> EventKind {
    let contact = |who, words: &str| {
        let mut contact = Contact::new(who, Via::Text);
        for word in words.split_whitespace() {
            match word {
                "reply" => contact.reply = true,
                "logistics" => contact.logistics = true,
                "keep" => contact.overrule = Some(Overrule::Keep),
                "unwanted" => contact.unwanted = true,
                "in-touch" => contact.in_touch = true,
                "restart" => contact.overrule = Some(Overrule::Restart),
                via => contact.via = via.parse().unwrap(),
            }
        }
        EventKind::Contact(contact)
    };
    match what {
        "breakup" => EventKind::Breakup { again: false },
        "again" => EventKind::Breakup { again: true },
        "start" => EventKind::Start { moves: false },
        "moves" => EventKind::Start { moves: true },
        "end" => EventKind::End,
        "clear" => EventKind::BoundaryCleared { own: false },
        "clear own" => EventKind::BoundaryCleared { own: true },
        "yes in-touch" => EventKind::Answer { answer: Answer::Yes, in_touch: true },
        "prepared" => EventKind::Prepared,
        "closure" => EventKind::Aim(Aim::Closure),
        "second-chance" => EventKind::Aim(Aim::SecondChance),
        "yes" | "not-now" | "no" => EventKind::Answer { answer: what.parse::<Answer>().unwrap(), in_touch: false },
        _ => {
            if let Some(words) = what.strip_prefix("me") {
                return contact(Who::Me, words);
            }
            if let Some(words) = what.strip_prefix("them") {
                return contact(Who::Them, words);
            }
            let (kind, last) = what.split_once(" until ").map_or((what, None), |(kind, last)| (kind, Some(day(last))));
            let (kind, protects) =
                kind.split_once(" protects ").map_or((kind, None), |(kind, whom)| (kind, Some(whom.parse().unwrap())));
            EventKind::Boundary { kind: kind.parse::<BoundaryKind>().unwrap(), through: last, protects }
        }
    }
}

/// Feeds a story of lines like `2026-10-24 breakup` or `2026-10-24T21:30 me`; also what the last event did.
fn live(story: &[&str]) -> (Timeline, ContactOutcome) {
    let mut timeline = Timeline::new(Thresholds::DEFAULT);
    let mut outcome = ContactOutcome::default();
    for line in story {
        let (on, what) = line.split_once(' ').unwrap();
        let moment = match DateTime::parse_from_rfc3339(&format!("{on}:00+00:00")) {
            Ok(at) => Moment { day: at.date_naive(), at: Some(at) },
            Err(_) => Moment::day(day(on)),
        };
        outcome = timeline.apply(&Event::new(moment, kind(what))).contact;
    }
    (timeline, outcome)
}

/// The verdict's id, and `earliest` or an empty text.
fn told(timeline: &Timeline, today: &str) -> (VerdictId, String) {
    let verdict = advise(&timeline.facts(day(today)));
    (verdict.id(), verdict.earliest.map(|date| date.to_string()).unwrap_or_default())
}
