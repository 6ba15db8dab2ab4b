//! Over random lives: at most one reach-out waits at a time, an order is never forgotten, and no other fact is lost.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use reconnect::{
    Answer, BoundaryKind, Contact, Event, Happening, Life, Moment, Overrule, ReachOut, Thresholds, VerdictId, Via, Who, advise,
};

fn contacts() -> impl Strategy<Value = Contact> {
    let plain = (prop::sample::select(Who::ALL), prop::sample::select(Via::ALL));
    let overrule = prop::option::weighted(0.2, prop::sample::select(Overrule::ALL));
    (plain, prop::bool::weighted(0.2), prop::bool::weighted(0.2), overrule)
        .prop_map(|((who, via), reply, logistics, overrule)| Contact { who, via, reply, logistics, overrule })
}

fn happenings() -> impl Strategy<Value = Happening> {
    let boundary = (prop::sample::select(BoundaryKind::ALL), prop::option::of(0_u64..90));
    prop_oneof![
        12 => contacts().prop_map(Happening::Contact),
        4 => any::<bool>().prop_map(|moves| Happening::Start { moves }),
        4 => Just(Happening::Prepared),
        2 => prop::bool::weighted(0.4).prop_map(|again| Happening::Breakup { again }),
        1 => Just(Happening::End),
        1 => Just(Happening::BoundaryCleared),
        1 => prop::sample::select(Answer::ALL).prop_map(Happening::Answer),
        // Its last day is set where its first is known.
        1 => boundary.prop_map(|(kind, days)| Happening::Boundary { kind, through: days.map(|days| first() + Days::new(days)) }),
    ]
}

fn first() -> NaiveDate {
    "2026-01-30".parse().unwrap()
}

/// A life that begins with a breakup and a start, as most do; then anything, in the order of days.
fn lives() -> impl Strategy<Value = Vec<Event>> {
    let gap = prop_oneof![2 => 0_u64..3, 2 => 3_u64..22, 3 => 22_u64..60, 1 => 60_u64..400];
    prop::collection::vec((gap, happenings()), 1..16).prop_map(|steps| {
        let begin = [Happening::Breakup { again: false }, Happening::Start { moves: false }].map(|what| (0, what));
        let mut day = first();
        let mut events = Vec::new();
        for (gap, mut what) in begin.into_iter().chain(steps) {
            day = day + Days::new(gap);
            if let Happening::Boundary { through: Some(last), .. } = &mut what {
                *last = day + (*last - first());
            }
            events.push(Event { moment: Moment::day(day), what });
        }
        events
    })
}

/// Days to look at from one event to the next, and two years on after the last.
fn days_until(from: NaiveDate, next: Option<NaiveDate>) -> Vec<NaiveDate> {
    let end = next.unwrap_or(from + Days::new(730));
    from.iter_days().take_while(|day| *day < end).take(120).chain([end - Days::new(u64::from(end > from))]).collect()
}

fn verdict(life: &Life, day: NaiveDate) -> VerdictId {
    advise(&life.facts(day)).id()
}

/// The contract's words for a contact that is, or is half of, a reach-out: by me, neither reply, looked nor logistics.
fn counts(contact: Contact) -> bool {
    contact.who == Who::Me && !contact.reply && !contact.logistics && contact.via != Via::Looked
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn after_a_reach_out_none_is_suggested_in_that_chapter_until_a_word_from_them(events in lives()) {
        let mut life = Life::new(Thresholds::DEFAULT);
        // Kept beside the library's own count: contacts without a word back, and whether one of them was a reach-out.
        let (mut unanswered, mut waiting) = (0, false);
        for (index, event) in events.iter().enumerate() {
            let day = event.moment.day;
            let allowed = verdict(&life, day).allows_reach_out();
            let effect = life.apply(event);
            match event.what {
                Happening::Contact(contact) if contact.who == Who::Them => (unanswered, waiting) = (0, false),
                Happening::Contact(contact) if counts(contact) => {
                    unanswered += 1;
                    prop_assert_eq!((effect.reach_out, effect.allowed), (allowed || unanswered >= 2, allowed), "{:?}", event);
                    prop_assert!(!(waiting && allowed), "a second one was suggested");
                    waiting |= effect.reach_out;
                }
                Happening::Breakup { again: true } => (unanswered, waiting) = (0, false),
                _ => prop_assert!(!effect.reach_out),
            }
            let stands = matches!(life.facts(day).reach_out, ReachOut::Waiting | ReachOut::WaitingAfterTwo);
            prop_assert_eq!(stands, waiting, "{:?}", event);
            if waiting {
                for day in days_until(day, events.get(index + 1).map(|next| next.moment.day)) {
                    prop_assert!(!verdict(&life, day).allows_reach_out(), "{}", day);
                    prop_assert_eq!(advise(&life.facts(day)).earliest, None);
                }
            }
        }
    }

    #[test]
    fn at_most_one_reach_out_is_suggested_in_a_chapter_as_long_as_they_say_nothing(events in lives()) {
        let mut life = Life::new(Thresholds::DEFAULT);
        let mut followed = 0;
        for event in &events {
            let allowed = verdict(&life, event.moment.day).allows_reach_out();
            life.apply(event);
            match event.what {
                Happening::Breakup { again: true } => followed = 0,
                Happening::Contact(contact) if contact.who == Who::Them => followed = 0,
                Happening::Contact(contact) if counts(contact) && allowed => followed += 1,
                _ => {}
            }
            prop_assert!(followed <= 1);
        }
    }

    #[test]
    fn an_order_is_never_forgotten(events in lives()) {
        let mut life = Life::new(Thresholds::DEFAULT);
        let mut order = false;
        for (index, event) in events.iter().enumerate() {
            life.apply(event);
            order |= matches!(event.what, Happening::Boundary { kind: BoundaryKind::Order, .. });
            if order {
                for day in days_until(event.moment.day, events.get(index + 1).map(|next| next.moment.day)) {
                    prop_assert_eq!(verdict(&life, day), VerdictId::RespectBoundary);
                }
            }
        }
    }

    #[test]
    fn a_contact_ends_a_run_exactly_where_its_policy_says_so_and_one_is_open(events in lives()) {
        let mut life = Life::new(Thresholds::DEFAULT);
        for event in &events {
            let open = life.runs().open();
            let effect = life.apply(event);
            let ends = matches!(event.what, Happening::Contact(contact) if contact.ends_run());
            prop_assert_eq!(effect.ended_run, ends && open.is_some());
            if effect.ended_run {
                prop_assert_eq!(life.runs().open(), Some(event.moment), "the next one begins there");
            } else if matches!(event.what, Happening::Contact(_)) {
                prop_assert_eq!(life.runs().open(), open);
            }
        }
    }

    #[test]
    fn no_chapter_loses_a_run(events in lives()) {
        let mut life = Life::new(Thresholds::DEFAULT);
        let mut before: Vec<_> = Vec::new();
        for event in &events {
            life.apply(event);
            let today = event.moment.day;
            let ended: Vec<_> = life.earlier_runs().iter().copied().chain(life.runs().all()).filter(|r| r.end.is_some()).collect();
            prop_assert!(ended.starts_with(&before), "what has ended stays as it was");
            prop_assert!(life.runs().record(today).kept_days <= life.runs().record(today).total_days);
            before = ended;
        }
    }
}

#[test]
fn the_lives_that_are_tried_come_to_a_reach_out() {
    // Without this the properties above could hold because nothing ever happens.
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let strategy = lives();
    let (mut allowed, mut answered) = (0, 0);
    for _ in 0..300 {
        let events = strategy.new_tree(&mut runner).unwrap().current();
        let mut life = Life::new(Thresholds::DEFAULT);
        for event in &events {
            let may = verdict(&life, event.moment.day).allows_reach_out();
            allowed += i32::from(life.apply(event).reach_out && may);
            answered += i32::from(life.facts(event.moment.day).reach_out == ReachOut::Answered);
        }
    }
    assert!(allowed >= 20 && answered >= 20, "{allowed} reach-outs that were allowed, {answered} days with a word back");
}
