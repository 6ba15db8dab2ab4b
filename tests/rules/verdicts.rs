//! The verdict table, walked row by row, and every day on which it changes.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use reconnect::{Aim, Answer, BoundaryKind, Facts, Protects, ReachOut, Thresholds, VerdictId, advise};

use crate::properties::{against_contact, assert_silent};
use crate::{day, facts};

/// Nothing stands in the way: broken up half a year ago but for a day, quiet since, prepared.
fn ready(change: impl FnOnce(&mut Facts)) -> Facts {
    facts("2026-11-23", |facts| {
        (facts.breakup, facts.run_since, facts.prepared) = (Some(day("2026-05-24")), Some(day("2026-06-01")), true);
        change(facts);
    })
}

#[test]
fn every_row_is_reached_in_the_order_of_the_design() {
    // For each row, facts in which the row holds, and a later one would hold as well.
    let walk = [
        ("respect-boundary", ready(|f| (f.boundary, f.answer) = (Some(BoundaryKind::Space), Some(Answer::No)))),
        ("accept-answer", ready(|f| (f.answer, f.aim) = (Some(Answer::No), Some(Aim::Closure)))),
        ("heal", ready(|f| (f.aim, f.unread, f.tries) = (Some(Aim::Closure), true, 2))),
        ("unread", ready(|f| (f.unread, f.answer, f.tries) = (true, Some(Answer::Yes), 2))),
        ("build-new", ready(|f| (f.answer, f.reach_out) = (Some(Answer::Yes), ReachOut::Waiting))),
        ("await-answer", ready(|f| (f.reach_out, f.in_touch) = (ReachOut::Waiting, Some(f.today)))),
        ("actions-not-words", ready(|f| (f.reach_out, f.breakup) = (ReachOut::Answered, None))),
        ("unknown", ready(|f| (f.breakup, f.run_since) = (None, None))),
        ("wait", ready(|f| (f.breakup, f.run_since, f.prepared) = (Some(day("2026-11-03")), None, false))),
        ("give-space", ready(|f| (f.run_since, f.prepared) = (Some(day("2026-11-03")), false))),
        ("prepare", ready(|f| f.prepared = false)),
        ("reach-out-gently", ready(|_| ())),
        ("extra-care", ready(|f| f.breakup = Some(day("2024-11-23")))),
    ];
    let order: Vec<&str> = walk.iter().map(|(id, _)| *id).collect();
    assert_eq!(VerdictId::IDS, order);
    for (id, facts) in walk {
        let verdict = advise(&facts);
        assert_eq!(verdict.id().id(), id, "{facts:?}");
        assert!(!verdict.says().is_empty() && verdict.reasons().next().is_some(), "{id}: a verdict says what and why");
        assert!(verdict.reasons().all(|reason| (1..=6).contains(&reason.step)), "{id}");
        assert!(verdict.steps().count() >= 1 && !verdict.because().is_empty() && verdict.admits(&verdict.pause()), "{id}");
    }
    // Two tries come before a yes of before them; a start, a boundary or an unwanted contact after a yes ends it.
    let pressed = ready(|f| (f.answer, f.tries, f.in_touch) = (Some(Answer::Yes), 2, Some(f.today)));
    assert_eq!(advise(&pressed).id(), VerdictId::AwaitAnswer);
    let past = ready(|f| (f.answer, f.answer_is_past) = (Some(Answer::Yes), true));
    assert_eq!(advise(&past).id(), VerdictId::ReachOutGently);
    assert_eq!(advise(&ready(|f| f.unwanted = true)).id(), VerdictId::Heal);
    let forbidden: Vec<&str> = VerdictId::ALL.iter().filter(|id| id.forbids_contact_talk()).map(|id| id.id()).collect();
    assert_eq!(forbidden, ["respect-boundary", "accept-answer", "heal", "unread", "await-answer"]);
    let allowed: Vec<&str> = VerdictId::ALL.iter().filter(|id| id.allows_reach_out()).map(|id| id.id()).collect();
    assert_eq!(allowed, ["reach-out-gently", "extra-care"]);
}

#[test]
fn own_thresholds_rule_the_quiet_as_well_and_are_not_the_guides_word() {
    let own = Thresholds::new(30, 3).unwrap();
    let mut facts = ready(|facts| (facts.breakup, facts.run_since) = (Some(day("2026-10-01")), Some(day("2026-10-10"))));
    facts.thresholds = own;
    // 1 October and 30 days are the 31st; 10 October and 30 days are 9 November; 1 October and 3 months are 1 January.
    for (today, id) in [
        ("2026-10-30", VerdictId::Wait),
        ("2026-11-08", VerdictId::GiveSpace),
        ("2026-11-09", VerdictId::ReachOutGently),
        ("2027-01-02", VerdictId::ExtraCare),
    ] {
        facts.today = day(today);
        let verdict = advise(&facts);
        assert_eq!((verdict.id(), verdict.earliest), (id, Some(day("2026-11-09"))), "{today}");
        if id != VerdictId::GiveSpace {
            let says = |words: &str| verdict.reasons().any(|reason| !reason.is_stated() && reason.text.contains(words));
            assert!(says("your own setting") && !says("our reading"), "{today}");
            assert!(!verdict.reasons().any(|reason| reason.step == 1 && reason.is_stated()), "{today}");
        }
    }
}

#[test]
fn a_sentence_with_a_condition_is_said_where_it_holds_and_not_beside_it() {
    let own = Thresholds::new(20, 5).unwrap();
    let months_7_to_12 = |f: &mut Facts| f.breakup = Some(day("2025-11-24"));
    let a_year = |f: &mut Facts| f.breakup = Some(day("2025-11-23"));
    let order = |f: &mut Facts| (f.boundary, f.order) = (Some(BoundaryKind::Order), Some(Protects::Both));
    let order_for_me = |f: &mut Facts| (f.boundary, f.order) = (Some(BoundaryKind::Order), Some(Protects::Me));
    // Words of the sentence; facts that get it; the nearest facts that don't.
    let table = [
        ("exact bounds", ready(|_| ()), ready(|f| (f.thresholds, f.breakup) = (own, Some(day("2026-07-01"))))),
        ("isn't an invitation", ready(|f| f.boundary_ran_out = Some(day("2026-06-10"))), ready(|_| ())),
        ("your own setting", ready(|f| f.thresholds = own), ready(|_| ())),
        ("after 3 weeks", ready(|f| f.breakup = Some(day("2026-11-20"))), ready(|_| ())),
        ("months 7 to 12", ready(months_7_to_12), ready(a_year)),
        ("After a long time apart", ready(a_year), ready(months_7_to_12)),
        ("By now they may", ready(months_7_to_12), ready(a_year)),
        ("what you had mattered", ready(a_year), ready(months_7_to_12)),
        ("limit is ours", ready(|f| f.tries = 2), ready(|f| f.answer = Some(Answer::NotNow))),
        ("reached out twice", ready(|f| f.tries = 2), ready(|f| f.tries = 3)),
        ("several times", ready(|f| f.tries = 3), ready(|f| f.reach_out = ReachOut::Waiting)),
        ("You wrote", ready(|f| f.reach_out = ReachOut::Waiting), ready(|f| f.answer = Some(Answer::NotNow))),
        ("They said not now", ready(|f| f.answer = Some(Answer::NotNow)), ready(|f| f.tries = 2)),
        ("ready or willing", ready(|f| f.answer = Some(Answer::NotNow)), ready(|f| f.tries = 2)),
        ("in touch again", ready(|f| f.in_touch = Some(f.today)), ready(|f| f.reach_out = ReachOut::Answered)),
        ("They wrote back", ready(|f| f.reach_out = ReachOut::Answered), ready(|f| f.in_touch = Some(f.today))),
        ("open to it", ready(|f| f.in_touch = Some(f.today)), ready(|f| f.answer = Some(Answer::Yes))),
        ("A court order is in force", ready(order), ready(|f| f.order = Some(Protects::Both))),
        ("There was a court order", ready(|f| f.order = Some(Protects::Them)), ready(order)),
        ("If the order protects you", ready(order), ready(|f| f.order = Some(Protects::Them))),
        ("order protects you. You", ready(order_for_me), ready(|f| f.order = Some(Protects::Me))),
        ("order protected you", ready(|f| f.order = Some(Protects::Me)), ready(order)),
        ("Don't contact them", ready(order), ready(order_for_me)),
        ("You asked for distance", ready(|f| f.boundary = Some(BoundaryKind::Own)), ready(order)),
        ("They blocked you", ready(|f| f.boundary = Some(BoundaryKind::Blocked)), ready(order)),
        ("They asked for space", ready(|f| f.boundary = Some(BoundaryKind::Space)), ready(order)),
        ("shows maturity", ready(|f| f.boundary = Some(BoundaryKind::Space)), ready(order)),
        ("isn't your fault", ready(|f| f.unwanted = true), ready(|f| f.aim = Some(Aim::Closure))),
        ("You closed your count", quiet(|f| (f.run_since, f.run_closed) = (None, true)), quiet(|f| f.run_since = None)),
        ("No count is running", quiet(|f| f.run_since = None), quiet(|_| ())),
        ("you kept before still count", quiet(|f| f.slipped = true), quiet(|_| ())),
    ];
    for (words, said, unsaid) in table {
        let says = |facts: &Facts| {
            let verdict = advise(facts);
            verdict.says().contains(words) || verdict.reasons().any(|reason| reason.text.contains(words))
        };
        assert!(says(&said), "`{words}` is missing");
        assert!(!says(&unsaid), "`{words}` does not belong there");
    }
}

/// In the second window, but quiet for two weeks only.
fn quiet(change: impl FnOnce(&mut Facts)) -> Facts {
    let mut facts = ready(|facts| facts.run_since = Some(day("2026-11-09")));
    change(&mut facts);
    facts
}

prop_compose! {
    /// Any combination of facts, also those that no life leads to.
    fn any_facts()(
        (breakup, run_since, last_try, ran_out) in (dates(), dates(), dates(), dates()),
        own in prop::bool::weighted(0.3),
        boundary in prop::option::weighted(0.1, prop::sample::select(BoundaryKind::ALL)),
        order in prop::option::weighted(0.1, prop::sample::select(Protects::ALL)),
        (unwanted, unread, answer_is_past, in_touch) in (prop::bool::weighted(0.1), prop::bool::weighted(0.1), any::<bool>(), prop::bool::weighted(0.2)),
        answer in prop::option::weighted(0.3, prop::sample::select(Answer::ALL)),
        aim in prop::option::weighted(0.2, prop::sample::select(Aim::ALL)),
        reach_out in prop::sample::select(&[ReachOut::Idle, ReachOut::Idle, ReachOut::Waiting, ReachOut::Answered]),
        unanswered in prop_oneof![3 => 0_u32..2, 1 => 2_u32..5],
        (prepared, run_closed, slipped) in any::<(bool, bool, bool)>(),
    ) -> Facts {
        facts("2026-11-23", |facts| {
            (facts.breakup, facts.run_since, facts.last_try, facts.boundary_ran_out) = (breakup, run_since, last_try, ran_out.map(|last| last - Days::new(1)));
            if own { facts.thresholds = Thresholds::new(30, 4).unwrap(); }
            (facts.boundary, facts.order, facts.answer, facts.aim) = (boundary, order, answer, aim);
            if boundary == Some(BoundaryKind::Order) { facts.order = Some(order.unwrap_or(Protects::Both)); }
            (facts.unwanted, facts.unread, facts.answer_is_past) = (unwanted, unread, answer_is_past);
            facts.in_touch = in_touch.then_some(facts.today).filter(|_| !facts.stands_against_touch());
            (facts.reach_out, facts.tries, facts.prepared) = (reach_out, unanswered, prepared);
            (facts.run_closed, facts.slipped) = (run_closed && run_since.is_none(), slipped && run_since.is_some());
        })
    }
}

fn dates() -> impl Strategy<Value = Option<NaiveDate>> {
    let back =
        prop_oneof![0_u64..60, 150_u64..230, 350_u64..380, 0_u64..3_650].prop_map(|back| day("2026-11-23") - Days::new(back));
    prop::option::weighted(0.8, back)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn any_facts_have_reasons_and_time_alone_leads_down_the_table(facts in any_facts(), later in 0_u64..1_000) {
        let verdict = advise(&facts);
        if against_contact(&facts) {
            assert_silent(&facts);
        }
        let texts: Vec<_> = verdict.reasons().map(|reason| reason.text).collect();
        prop_assert!(!texts.is_empty() && (1..texts.len()).all(|at| !texts[..at].contains(&texts[at])), "a reason twice");
        if verdict.id().allows_reach_out() {
            prop_assert!(verdict.earliest.unwrap() <= facts.today, "the date and the verdict agree");
        }
        // Time alone passes the rows from `wait` down in order, and moves no date.
        let mut then = facts;
        then.today = facts.today + Days::new(later);
        prop_assert_eq!(advise(&then).earliest, verdict.earliest);
        prop_assert!(verdict.id() <= advise(&then).id());
    }
}
