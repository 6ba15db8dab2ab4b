//! Whole lives: what a contact turns out to be, and what follows from everything that happened, in order.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use chrono::NaiveDate;
use reconnect::{
    Answer, BoundaryKind, Contact, Effect, Event, Happening, Life, Moment, Overrule, Thresholds, VerdictId, Via, Who, advise,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// What a line of a story means: `me`, `me reply`, `them`, `start`, `order`, `no`, …
fn happening(what: &str) -> Happening {
    let me = Contact::new(Who::Me, Via::Text);
    match what {
        "breakup" => Happening::Breakup { again: false },
        "again" => Happening::Breakup { again: true },
        "start" => Happening::Start { moves: false },
        "moves" => Happening::Start { moves: true },
        "end" => Happening::End,
        "me" => Happening::Contact(me),
        "me keep" => Happening::Contact(Contact { overrule: Some(Overrule::Keep), ..me }),
        "me reply" => Happening::Contact(Contact { reply: true, ..me }),
        "me looked" => Happening::Contact(Contact { via: Via::Looked, ..me }),
        "me logistics" => Happening::Contact(Contact { logistics: true, ..me }),
        "them" => Happening::Contact(Contact::new(Who::Them, Via::Text)),
        "space" => Happening::Boundary { kind: BoundaryKind::Space, through: None },
        "order" => Happening::Boundary { kind: BoundaryKind::Order, through: None },
        "clear" => Happening::BoundaryCleared,
        "yes" => Happening::Answer(Answer::Yes),
        "not-now" => Happening::Answer(Answer::NotNow),
        "no" => Happening::Answer(Answer::No),
        "prepared" => Happening::Prepared,
        _ => match what.split_once(" until ").map(|(kind, last)| (kind.parse(), day(last))) {
            Some((Ok(kind), last)) => Happening::Boundary { kind, through: Some(last) },
            _ => panic!("{what}"),
        },
    }
}

/// Feeds `2026-10-24 breakup` and so on; the life, and what the last event turned out to be.
fn live(story: &[&str]) -> (Life, Effect) {
    let mut life = Life::new(Thresholds::DEFAULT);
    let mut effect = Effect::default();
    for line in story {
        let (on, what) = line.split_once(' ').unwrap();
        effect = life.apply(&Event { moment: Moment::day(day(on)), what: happening(what) });
    }
    (life, effect)
}

fn verdict(story: &[&str], today: &str) -> (VerdictId, Option<String>) {
    let verdict = advise(&live(story).0.facts(day(today)));
    (verdict.id(), verdict.earliest.map(|date| date.to_string()))
}

/// Broken up and quiet since the first of June, prepared: from 22 June through 1 December the verdict is to reach out gently.
const READY: [&str; 3] = ["2026-06-01 breakup", "2026-06-01 start", "2026-06-10 prepared"];

/// What happened after READY; whether the last of it ended the run, was a reach-out, and was allowed.
type Case = (&'static [&'static str], (bool, bool, bool));

#[test]
fn what_a_contact_turns_out_to_be_follows_from_what_came_before() {
    let table: [Case; 14] = [
        (&["2026-06-21 me"], (true, false, false)),
        (&["2026-06-22 me"], (true, true, true)),
        (&["2026-06-22 me reply"], (true, false, false)),
        (&["2026-06-22 me looked"], (true, false, false)),
        (&["2026-06-22 me logistics"], (false, false, false)),
        (&["2026-06-22 them"], (false, false, false)),
        // One word on the run is no word on what the contact was.
        (&["2026-06-22 me keep"], (false, true, true)),
        // Two in the first weeks that got no word back.
        (&["2026-06-05 me", "2026-06-06 me"], (true, true, false)),
        (&["2026-06-05 me", "2026-06-06 them", "2026-06-07 me"], (true, false, false)),
        (&["2026-06-05 me", "2026-06-06 me reply"], (true, false, false)),
        (&["2026-06-05 me", "2026-06-06 me looked", "2026-06-07 me logistics", "2026-06-08 me"], (true, true, false)),
        // Without a run nothing ends, but what it was stays what it was.
        (&["2026-06-05 end", "2026-06-06 me", "2026-06-07 me"], (false, true, false)),
        // An answer is not a contact by them, and no word that a message waited for.
        (&["2026-06-05 me", "2026-06-06 not-now", "2026-06-07 me"], (true, true, false)),
        // A second breakup: what came before it no longer counts.
        (&["2026-06-05 me", "2026-06-06 again", "2026-06-06 start", "2026-06-07 me"], (true, false, false)),
    ];
    for (after, (ended_run, reach_out, allowed)) in table {
        let effect = live(&[&READY[..], after].concat()).1;
        assert_eq!(effect, Effect { ended_run, reach_out, allowed }, "{after:?}");
    }
}

#[test]
fn what_follows_at_each_turn_of_a_life_is_what_the_contract_says() {
    // What happened after READY; today; the verdict, and earliest worked out by hand.
    let reach_out = "2026-07-01 me";
    let table: [(&[&str], &str, VerdictId, Option<&str>); 26] = [
        (&[], "2026-06-21", VerdictId::Wait, Some("2026-06-22")),
        (&[], "2026-06-22", VerdictId::ReachOutGently, Some("2026-06-22")),
        (&[], "2026-12-01", VerdictId::ReachOutGently, Some("2026-06-22")),
        (&[], "2026-12-02", VerdictId::ExtraCare, Some("2026-06-22")),
        // A slip in the first days: the quiet starts anew, 10 June and 21 days.
        (&["2026-06-10 me"], "2026-06-22", VerdictId::GiveSpace, Some("2026-07-01")),
        (&["2026-06-10 me"], "2026-07-01", VerdictId::ReachOutGently, Some("2026-07-01")),
        // A look at their profile is one; children's things are none; a word from them is none.
        (&["2026-06-10 me looked"], "2026-06-22", VerdictId::GiveSpace, Some("2026-07-01")),
        (&["2026-06-10 me logistics", "2026-06-11 them"], "2026-06-22", VerdictId::ReachOutGently, Some("2026-06-22")),
        (&["2026-06-10 end"], "2026-06-22", VerdictId::GiveSpace, None),
        // The one reach-out: then it is theirs, for ever, whether or not a run is open.
        (&[reach_out], "2026-07-01", VerdictId::AwaitAnswer, None),
        (&[reach_out], "2036-07-01", VerdictId::AwaitAnswer, None),
        (&[reach_out, "2026-07-02 end"], "2026-09-01", VerdictId::AwaitAnswer, None),
        (&[reach_out, "2026-07-02 them"], "2026-09-01", VerdictId::ActionsNotWords, None),
        // A word back, then two more into silence.
        (&[reach_out, "2026-07-02 them", "2026-07-05 me"], "2026-09-01", VerdictId::ActionsNotWords, None),
        (&[reach_out, "2026-07-02 them", "2026-07-05 me", "2026-07-09 me"], "2026-09-01", VerdictId::AwaitAnswer, None),
        // Their answers, of which the last rules.
        (&[reach_out, "2026-07-03 yes"], "2026-09-01", VerdictId::BuildNew, None),
        (&["2026-07-03 not-now"], "2027-09-01", VerdictId::AwaitAnswer, None),
        (&["2026-07-03 not-now", "2026-08-03 no"], "2027-09-01", VerdictId::AcceptAnswer, None),
        (&["2026-07-03 yes", "2026-08-03 no"], "2027-09-01", VerdictId::AcceptAnswer, None),
        // Space through its last day, included; lifted; and the stricter of two.
        (&["2026-07-03 space until 2026-08-01"], "2026-08-01", VerdictId::RespectBoundary, None),
        (&["2026-07-03 space until 2026-08-01"], "2026-08-02", VerdictId::ReachOutGently, Some("2026-06-22")),
        (&["2026-07-03 space", "2026-08-01 clear"], "2026-08-01", VerdictId::ReachOutGently, Some("2026-06-22")),
        (&["2026-07-03 space", "2026-07-04 space until 2026-08-01"], "2026-09-01", VerdictId::RespectBoundary, None),
        // An order that has ended, or was lifted, is no invitation; not in the next chapter either.
        (&["2026-07-03 order until 2026-08-01"], "2030-08-02", VerdictId::RespectBoundary, None),
        (&["2026-07-03 order", "2026-08-01 clear"], "2030-08-02", VerdictId::RespectBoundary, None),
        (&["2026-07-03 order until 2026-08-01", "2027-01-01 again"], "2030-08-02", VerdictId::RespectBoundary, None),
    ];
    for (after, today, id, earliest) in table {
        let story = [&READY[..], after].concat();
        assert_eq!(verdict(&story, today), (id, earliest.map(str::to_owned)), "{after:?} on {today}");
    }
}

#[test]
fn a_second_breakup_begins_a_new_chapter_in_which_only_an_order_still_rules() {
    let story = [&READY[..], &["2026-07-01 me", "2026-07-09 me", "2026-08-01 no", "2026-09-01 again"]].concat();
    let (life, _) = live(&story);
    assert_eq!(life.runs().open(), None, "the run ended with the chapter");
    assert_eq!(life.runs().all().count(), 0);
    let earlier: Vec<_> = life.earlier_runs().iter().map(|run| run.days(day("2026-12-01"))).collect();
    // 1 June to 1 July, to 9 July, to 1 September.
    assert_eq!(earlier, [30, 8, 54], "and stays in the history");
    assert_eq!(verdict(&story, "2026-09-21"), (VerdictId::Wait, None));
    assert_eq!(verdict(&story, "2026-09-22"), (VerdictId::GiveSpace, None), "the answer no longer rules");
    let story = [&story[..], &["2026-09-01 start"]].concat();
    // The notebook of the earlier chapter no longer counts: 1 September and 21 days are the 22nd.
    assert_eq!(verdict(&story, "2026-09-22"), (VerdictId::Prepare, Some("2026-09-22".to_owned())));
    let story = [&story[..], &["2026-09-23 prepared"]].concat();
    assert_eq!(verdict(&story, "2026-09-23").0, VerdictId::ReachOutGently, "a chapter has its own one reach-out");
}

#[test]
fn a_breakup_dated_anew_without_again_is_the_same_chapter() {
    let story = [&READY[..], &["2026-07-01 me", "2026-07-05 breakup"]].concat();
    let (life, _) = live(&story);
    assert_eq!(life.facts(day("2026-07-05")).breakup, Some(day("2026-07-05")));
    assert_eq!(life.earlier_runs(), []);
    assert_eq!(verdict(&story, "2026-09-01").0, VerdictId::AwaitAnswer, "the message still waits for a word");
}

#[test]
fn the_boundaries_in_force_are_listed_as_they_were_recorded() {
    let (life, _) = live(&["2026-02-11 space until 2026-05-01", "2026-03-01 order", "2026-04-01 space"]);
    let kinds = |today: &str| life.boundaries_in_force(day(today)).map(|b| (b.kind.id(), b.through)).collect::<Vec<_>>();
    assert_eq!(kinds("2026-05-01"), [("space", Some(day("2026-05-01"))), ("order", None), ("space", None)]);
    assert_eq!(kinds("2026-05-02"), [("order", None), ("space", None)]);
    assert_eq!(kinds("2026-02-10"), [], "before the first day of each");
    // What was asked for in the chapter before no longer rules, but for an order.
    let (life, _) = live(&["2026-02-01 breakup", "2026-02-11 space", "2026-03-01 order", "2026-04-01 again"]);
    assert_eq!(life.boundaries_in_force(day("2026-04-01")).map(|b| b.kind).collect::<Vec<_>>(), [BoundaryKind::Order]);
}
