//! What holds for any sequence of events.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use reconnect::{
    Aim, Answer, BoundaryKind, CLOSING, Contact, Event, EventKind, Facts, Moment, OPENING, Overrule, ReachOut, STEPS, Step,
    Thresholds, Timeline, VerdictId, Via, Who, advise, sentences,
};

use crate::day;

fn contacts() -> impl Strategy<Value = Contact> {
    let overrule = prop::option::weighted(0.2, prop::sample::select(Overrule::ALL));
    let flags = (prop::bool::weighted(0.2), prop::bool::weighted(0.2), prop::bool::weighted(0.1), prop::bool::weighted(0.1));
    (prop::sample::select(Who::ALL), prop::sample::select(Via::ALL), flags, overrule).prop_map(
        |(who, via, (reply, logistics, unwanted, in_touch), overrule)| {
            let mut contact = Contact::new(who, via);
            (contact.reply, contact.logistics, contact.overrule) = (reply, logistics, overrule);
            (contact.unwanted, contact.in_touch) = (unwanted && who == Who::Them, in_touch && !unwanted);
            contact
        },
    )
}

/// A life that begins as most do; then anything, in order of days.
fn lives() -> impl Strategy<Value = Vec<Event>> {
    let kind = prop_oneof![
        12 => contacts().prop_map(EventKind::Contact),
        4 => any::<bool>().prop_map(|moves| EventKind::Start { moves }),
        4 => Just(EventKind::Prepared),
        2 => prop::bool::weighted(0.4).prop_map(|again| EventKind::Breakup { again }),
        1 => Just(EventKind::End),
        1 => Just(EventKind::BoundaryCleared { own: false }),
        1 => prop::sample::select(Answer::ALL).prop_map(|answer| EventKind::Answer { answer, in_touch: false }),
        1 => prop::sample::select(Aim::ALL).prop_map(EventKind::Aim),
        1 => prop::sample::select(BoundaryKind::ALL).prop_map(|kind| EventKind::Boundary { kind, through: None, protects: None }),
    ];
    let gap = prop_oneof![2 => 0_u64..3, 2 => 3_u64..22, 3 => 22_u64..60, 1 => 60_u64..400];
    let last = prop::option::of(0_u64..90);
    prop::collection::vec((gap, kind, last), 1..16).prop_map(|steps| {
        let begin = [EventKind::Breakup { again: false }, EventKind::Start { moves: false }].map(|kind| (0, kind, None));
        let mut date = day("2026-01-30");
        let mut events = Vec::new();
        for (gap, mut kind, last) in begin.into_iter().chain(steps) {
            date = date + Days::new(gap);
            if let EventKind::Boundary { through, .. } = &mut kind {
                *through = last.map(|days| date + Days::new(days));
            }
            events.push(Event::new(Moment::day(date), kind));
        }
        events
    })
}

/// The days to look at between an event and the next, or in the two years after the last.
fn days_until(from: NaiveDate, next: Option<NaiveDate>) -> Vec<NaiveDate> {
    let end = next.unwrap_or(from + Days::new(730));
    from.iter_days().take_while(|day| *day < end).take(30).chain([end - Days::new(u64::from(end > from))]).collect()
}

/// Everything that the library says about these facts.
fn said(facts: &Facts) -> Vec<&'static str> {
    let verdict = advise(facts);
    let guide = OPENING.iter().chain(CLOSING).copied().chain(STEPS.iter().flat_map(Step::sentences));
    let shown = guide.filter(|sentence| verdict.admits(sentence)).chain(verdict.reasons()).chain([verdict.pause()]);
    [verdict.says(), verdict.because()].into_iter().chain(shown.map(|sentence| sentence.text)).collect()
}

/// Where nothing about getting in touch may be said.
pub fn against_contact(facts: &Facts) -> bool {
    facts.boundary.is_some()
        || facts.order.is_some()
        || matches!(facts.answer, Some(Answer::No | Answer::NotNow))
        || facts.aim == Some(Aim::Closure)
        || facts.tries >= 2
        || facts.unread
        || facts.unwanted
}

pub fn assert_silent(facts: &Facts) {
    let (verdict, said) = (advise(facts), said(facts).join("\n"));
    assert!(verdict.forbids_contact_talk() && !verdict.id().allows_reach_out() && verdict.earliest.is_none(), "{facts:?}");
    for sentence in sentences().filter(|sentence| sentence.about_contact) {
        assert!(!said.contains(sentence.text), "{}: {}", verdict.id(), sentence.text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_life_is_told_about_contact_against_the_other_persons_word(events in lives()) {
        let mut timeline = Timeline::new(Thresholds::DEFAULT);
        let mut order = false;
        for (index, event) in events.iter().enumerate() {
            timeline.apply(event);
            order |= matches!(event.kind, EventKind::Boundary { kind: BoundaryKind::Order, .. });
            for today in days_until(event.moment.day, events.get(index + 1).map(|next| next.moment.day)) {
                let facts = timeline.facts(today);
                prop_assert_eq!(facts.order.is_some(), order, "an order is never forgotten");
                if against_contact(&facts) || facts.reach_out == ReachOut::Waiting && facts.answer.is_none() {
                    assert_silent(&facts);
                }
            }
        }
    }

    #[test]
    fn without_a_word_from_them_one_reach_out_is_suggested_in_a_chapter_at_most(events in lives()) {
        let mut timeline = Timeline::new(Thresholds::DEFAULT);
        // Kept beside the library's own count, from the words of the design.
        let (mut tries, mut reach_outs) = (0, 0);
        // The day of the open try, and whether it is a reach-out.
        let mut open: Option<(NaiveDate, bool)> = None;
        for event in &events {
            let facts = timeline.facts(event.moment.day);
            let allowed = advise(&facts).id().allows_reach_out();
            let is_in_touch = timeline.in_touch().is_some();
            let effect = timeline.apply(event);
            let outcome = effect.contact;
            let is_word = match event.kind {
                EventKind::Contact(contact) if outcome.in_touch => contact.in_touch,
                EventKind::Contact(contact) => contact.is_their_word() && !outcome.unwanted,
                EventKind::Answer { .. } => true,
                _ => effect.opens_chapter,
            };
            match event.kind {
                _ if is_word => (tries, reach_outs, open) = (0, 0, None),
                EventKind::Contact(contact) if contact.counts() && !(is_in_touch && contact.via == Via::InPerson) => {
                    let joined = open.filter(|(day, _)| *day == event.moment.day);
                    let (_, is_reach_out) =
                        *open.insert(joined.unwrap_or((event.moment.day, allowed && contact.via != Via::Reaction)));
                    (tries, reach_outs) = match (joined, is_reach_out) {
                        (Some(_), _) => (tries, reach_outs),
                        (None, true) => (1, reach_outs + 1),
                        (None, false) => (tries + 1, reach_outs),
                    };
                    prop_assert_eq!((outcome.reach_out, outcome.tries), (is_reach_out, tries));
                }
                _ => prop_assert!(!outcome.reach_out),
            }
            prop_assert!(reach_outs <= 1, "a second one was suggested");
            prop_assert_eq!(timeline.facts(event.moment.day).tries, tries);
        }
    }
}

#[test]
fn the_lives_that_are_tried_come_to_every_verdict() {
    // Without this the properties above could hold because nothing ever happens. A life begins with its breakup: none is unknown;
    // and a life is always read.
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut seen = BTreeSet::new();
    for _ in 0..400 {
        let mut timeline = Timeline::new(Thresholds::DEFAULT);
        for event in lives().new_tree(&mut runner).unwrap().current() {
            timeline.apply(&event);
            seen.extend([0, 30].map(|days| advise(&timeline.facts(event.moment.day + Days::new(days))).id()));
        }
    }
    assert_eq!(seen.len(), VerdictId::ALL.len() - 2, "{seen:?}");
}
