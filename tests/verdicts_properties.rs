//! Whatever the facts: one verdict, the first row that holds; and nothing invites contact against their word.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use chrono::{Days, Months, NaiveDate};
use proptest::prelude::*;
use reconnect::{Answer, Facts, ReachOut, TABLE, Thresholds, VerdictId, advise};

const THE_DAY: &str = "2026-11-23";

/// A date from ten years before today to half a year after it (a clock set back), near ones more often.
fn dates() -> impl Strategy<Value = NaiveDate> {
    let today: NaiveDate = THE_DAY.parse().unwrap();
    prop_oneof![0_u64..60, 150_u64..230, 350_u64..380, 0_u64..3_650]
        .prop_flat_map(|back| prop_oneof![9 => Just((back, 0)), 1 => Just((0, back % 180))])
        .prop_map(move |(back, ahead)| today.checked_sub_days(Days::new(back)).unwrap().checked_add_days(Days::new(ahead)).unwrap())
}

prop_compose! {
    /// Any combination at all, also those that no life leads to.
    fn any_facts()(
        breakup in prop::option::weighted(0.9, dates()),
        run_since in prop::option::weighted(0.8, dates()),
        thresholds in prop_oneof![
            Just(Thresholds::DEFAULT),
            (14_i64..=180, 1_i64..=120).prop_filter_map("overlap", |(days, months)| Thresholds::new(days, months).ok()),
        ],
        run_closed in any::<bool>(),
        boundary_in_force in prop::bool::weighted(0.1),
        order_recorded in prop::bool::weighted(0.1),
        answer in prop::option::weighted(0.3, prop::sample::select(Answer::ALL)),
        reach_out in prop_oneof![
            4 => Just(ReachOut::None),
            1 => Just(ReachOut::Waiting),
            1 => Just(ReachOut::WaitingAfterTwo),
            1 => Just(ReachOut::Answered),
        ],
        prepared in any::<bool>(),
    ) -> Facts {
        let today = THE_DAY.parse().unwrap();
        Facts { today, breakup, thresholds, run_since, run_closed, boundary_in_force, order_recorded, answer, reach_out, prepared }
    }
}

/// Section 5 once more, from the contract's text and not from the table.
fn by_the_contract(facts: &Facts) -> VerdictId {
    let few_weeks = Days::new(u64::from(facts.thresholds.few_weeks_days()));
    let months = Months::new(u32::from(facts.thresholds.golden_months()));
    if facts.boundary_in_force || facts.order_recorded {
        return VerdictId::RespectBoundary;
    }
    match (facts.answer, facts.reach_out) {
        (Some(Answer::No), _) => return VerdictId::AcceptAnswer,
        (Some(Answer::Yes), _) => return VerdictId::BuildNew,
        (Some(Answer::NotNow), _) | (None, ReachOut::Waiting | ReachOut::WaitingAfterTwo) => return VerdictId::AwaitAnswer,
        (None, ReachOut::Answered) => return VerdictId::ActionsNotWords,
        (None, ReachOut::None) => {}
    }
    let Some(breakup) = facts.breakup else { return VerdictId::Unknown };
    if facts.today < breakup + few_weeks {
        return VerdictId::Wait;
    }
    if facts.run_since.is_none_or(|start| facts.today < start + few_weeks) {
        return VerdictId::GiveSpace;
    }
    match (facts.prepared, facts.today <= breakup + months) {
        (false, _) => VerdictId::Prepare,
        (true, true) => VerdictId::ReachOutGently,
        (true, false) => VerdictId::ExtraCare,
    }
}

/// Whether the other person's word, or a court's, stands against contact.
fn against_contact(facts: &Facts) -> bool {
    facts.boundary_in_force || facts.order_recorded || matches!(facts.answer, Some(Answer::No | Answer::NotNow))
}

/// Words that would invite contact, and everything that could be a date or a count of days.
fn invites(text: &str) -> bool {
    let text = text.to_lowercase();
    let words =
        ["you may", "you can", "gently", "possible", "coffee", "walk", "first contact", "message", "write", "earliest", "soon"];
    let dates =
        ["day of", "days", "weeks", "months", "until", "jan", "feb", "april", "june", "july", "aug", "sept", "oct", "nov", "dec"];
    words.iter().chain(&dates).any(|word| text.contains(word)) || text.contains(|c: char| c.is_ascii_digit())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn any_facts_get_the_verdict_of_the_first_row_that_holds(facts in any_facts()) {
        let first = TABLE.iter().find(|row| (row.holds)(&facts)).map(|row| row.id);
        prop_assert_eq!(Some(advise(&facts).id()), first, "the last row holds for everybody");
        prop_assert_eq!(advise(&facts).id(), by_the_contract(&facts));
    }

    #[test]
    fn every_verdict_says_what_and_why(facts in any_facts()) {
        let verdict = advise(&facts);
        prop_assert!(!verdict.says().is_empty());
        prop_assert!(verdict.reasons().next().is_some());
        let texts: Vec<_> = verdict.reasons().map(|reason| reason.text).collect();
        prop_assert!((1..texts.len()).all(|at| !texts[..at].contains(&texts[at])), "no reason twice");
    }

    #[test]
    fn nothing_invites_contact_against_their_word(facts in any_facts()) {
        let verdict = advise(&facts);
        if against_contact(&facts) {
            prop_assert_eq!(verdict.earliest, None);
            prop_assert!(!verdict.id().allows_reach_out());
            prop_assert!(!invites(verdict.says()), "{}", verdict.says());
            for reason in verdict.reasons() {
                prop_assert!(!invites(reason.text), "{}", reason.text);
            }
        }
    }

    #[test]
    fn a_reach_out_is_allowed_only_where_everything_that_protects_them_is_silent(facts in any_facts()) {
        if advise(&facts).id().allows_reach_out() {
            prop_assert!(!against_contact(&facts) && facts.answer.is_none() && facts.reach_out == ReachOut::None && facts.prepared);
            let few_weeks = i64::from(facts.thresholds.few_weeks_days());
            prop_assert!((facts.today - facts.breakup.unwrap()).num_days() >= few_weeks);
            prop_assert!((facts.today - facts.run_since.unwrap()).num_days() >= few_weeks);
            prop_assert!(advise(&facts).earliest.unwrap() <= facts.today, "the date and the verdict agree");
        }
    }

    #[test]
    fn earliest_is_the_later_of_two_sums_and_only_where_time_is_what_rules(facts in any_facts()) {
        let verdict = advise(&facts);
        let from_wait_down = TABLE.iter().skip_while(|row| row.id != VerdictId::Wait).any(|row| row.id == verdict.id());
        let few_weeks = Days::new(u64::from(facts.thresholds.few_weeks_days()));
        let expected = match (facts.breakup, facts.run_since) {
            (Some(breakup), Some(start)) if from_wait_down => Some((breakup + few_weeks).max(start + few_weeks)),
            _ => None,
        };
        prop_assert_eq!(verdict.earliest, expected);
    }

    #[test]
    fn time_alone_never_takes_a_permission_back_and_never_gives_one_against_their_word(facts in any_facts(), later in 0_u64..1_000) {
        let then = Facts { today: facts.today + Days::new(later), ..facts };
        let (now, then) = (advise(&facts), advise(&then));
        prop_assert_eq!(now.earliest, then.earliest, "a date that moves as one comes nearer would be a lie");
        prop_assert!(now.id() <= then.id(), "the rows from `wait` down are passed in order, the others stay");
    }
}

#[test]
fn the_check_for_invitations_can_fail() {
    for id in [VerdictId::ReachOutGently, VerdictId::ExtraCare, VerdictId::ActionsNotWords, VerdictId::Wait] {
        let row = TABLE.iter().find(|row| row.id == id).unwrap();
        assert!(row.says.iter().map(|line| line.text).chain(row.reasons.iter().map(|r| r.text.text)).any(invites), "{id}");
    }
}
