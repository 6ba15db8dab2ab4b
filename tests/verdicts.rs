//! The verdict table (section 5 of the contract), walked row by row, and every sentence in it.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use chrono::NaiveDate;
use reconnect::{Answer, Facts, ReachOut, TABLE, Thresholds, VerdictId, advise};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A life in which nothing stands in the way: broken up half a year ago but for a day, quiet since, prepared.
fn ready() -> Facts {
    Facts { breakup: Some(day("2026-05-24")), run_since: Some(day("2026-06-01")), prepared: true, ..Facts::on(day("2026-11-23")) }
}

/// For each row, in the table's order, facts that reach it: everything that a later row asks for holds as well.
fn walk() -> Vec<(VerdictId, Facts)> {
    let ready = ready();
    let years = Facts { breakup: Some(day("2024-11-23")), ..ready };
    vec![
        (VerdictId::RespectBoundary, Facts { boundary_in_force: true, answer: Some(Answer::No), ..ready }),
        (VerdictId::AcceptAnswer, Facts { answer: Some(Answer::No), reach_out: ReachOut::Waiting, ..ready }),
        (VerdictId::BuildNew, Facts { answer: Some(Answer::Yes), reach_out: ReachOut::Waiting, ..ready }),
        (VerdictId::AwaitAnswer, Facts { reach_out: ReachOut::Waiting, breakup: None, ..ready }),
        (VerdictId::ActionsNotWords, Facts { reach_out: ReachOut::Answered, breakup: None, ..ready }),
        (VerdictId::Unknown, Facts { breakup: None, run_since: None, ..ready }),
        (VerdictId::Wait, Facts { breakup: Some(day("2026-11-03")), run_since: None, prepared: false, ..ready }),
        (VerdictId::GiveSpace, Facts { run_since: Some(day("2026-11-03")), prepared: false, ..ready }),
        (VerdictId::Prepare, Facts { prepared: false, ..ready }),
        (VerdictId::ReachOutGently, ready),
        (VerdictId::ExtraCare, years),
    ]
}

#[test]
fn where_the_word_is_theirs_no_contact_is_allowed() {
    for row in TABLE.iter().filter(|row| row.id.is_theirs()) {
        assert!(!row.id.allows_reach_out(), "{:?}", row.id);
    }
    let theirs: Vec<_> = TABLE.iter().filter(|row| row.id.is_theirs()).map(|row| row.id.id()).collect();
    assert_eq!(theirs, ["respect-boundary", "accept-answer", "await-answer"]);
}

#[test]
fn every_row_is_reached_in_the_contracts_order() {
    let order = [
        "respect-boundary",
        "accept-answer",
        "build-new",
        "await-answer",
        "actions-not-words",
        "unknown",
        "wait",
        "give-space",
        "prepare",
        "reach-out-gently",
        "extra-care",
    ];
    assert_eq!(TABLE.iter().map(|row| row.id.id()).collect::<Vec<_>>(), order);
    assert_eq!(VerdictId::IDS, order);
    assert_eq!(walk().iter().map(|(id, _)| id.id()).collect::<Vec<_>>(), order);
    for (id, facts) in walk() {
        let verdict = advise(&facts);
        assert_eq!(verdict.id(), id, "{facts:?}");
        assert!(!verdict.says().is_empty() && verdict.reasons().next().is_some(), "{id}: a verdict says what and why");
        assert!(verdict.reasons().all(|reason| (1..=6).contains(&reason.step)), "{id}: the guide has six steps");
    }
}

#[test]
fn the_first_and_the_last_day_of_each_row_are_where_the_contract_puts_them() {
    use VerdictId::{ExtraCare, GiveSpace, ReachOutGently, Wait};

    let on = |breakup: &str, start: Option<&str>, today: &str| {
        let facts = Facts { breakup: Some(day(breakup)), run_since: start.map(day), prepared: true, ..Facts::on(day(today)) };
        let verdict = advise(&facts);
        (verdict.id(), verdict.earliest.map(|date| date.to_string()).unwrap_or_default())
    };
    // Breakup, start, today: verdict, earliest. 24 October and 21 days are 14 November; 1 November and 21 days the 22nd.
    let table = [
        ("2026-10-24", Some("2026-10-24"), "2026-10-24", Wait, "2026-11-14"),
        ("2026-10-24", Some("2026-10-24"), "2026-11-13", Wait, "2026-11-14"),
        ("2026-10-24", Some("2026-10-24"), "2026-11-14", ReachOutGently, "2026-11-14"),
        ("2026-10-24", Some("2026-11-01"), "2026-11-13", Wait, "2026-11-22"),
        ("2026-10-24", Some("2026-11-01"), "2026-11-14", GiveSpace, "2026-11-22"),
        ("2026-10-24", Some("2026-11-01"), "2026-11-21", GiveSpace, "2026-11-22"),
        ("2026-10-24", Some("2026-11-01"), "2026-11-22", ReachOutGently, "2026-11-22"),
        ("2026-10-24", Some("2026-11-01"), "2027-04-24", ReachOutGently, "2026-11-22"),
        ("2026-10-24", Some("2026-11-01"), "2027-04-25", ExtraCare, "2026-11-22"),
        // A slip at five and a half months: the quiet starts anew, and runs past the window's end.
        ("2026-10-24", Some("2027-04-10"), "2027-04-24", GiveSpace, "2027-05-01"),
        ("2026-10-24", Some("2027-04-10"), "2027-04-30", GiveSpace, "2027-05-01"),
        ("2026-10-24", Some("2027-04-10"), "2027-05-01", ExtraCare, "2027-05-01"),
        // None open: no date at all.
        ("2026-10-24", None, "2026-11-13", Wait, ""),
        ("2026-10-24", None, "2026-11-14", GiveSpace, ""),
        ("2026-10-24", None, "2036-11-14", GiveSpace, ""),
        // Two years of silence, recorded on the first day; and a run that began before a later breakup date.
        ("2024-11-23", Some("2024-11-23"), "2026-11-23", ExtraCare, "2024-12-14"),
        ("2026-10-24", Some("2026-10-01"), "2026-11-14", ReachOutGently, "2026-11-14"),
        // Dates ahead of the clock.
        ("2026-11-24", Some("2026-11-24"), "2026-11-23", Wait, "2026-12-15"),
        ("2026-10-24", Some("2026-11-24"), "2026-11-23", GiveSpace, "2026-12-15"),
    ];
    for (breakup, start, today, id, earliest) in table {
        assert_eq!(on(breakup, start, today), (id, earliest.to_owned()), "breakup {breakup}, start {start:?}, today {today}");
    }
}

#[test]
fn own_thresholds_rule_the_quiet_as_well_as_the_window() {
    let thresholds = Thresholds::new(30, 3).unwrap();
    let facts = |today: &str| Facts {
        breakup: Some(day("2026-10-01")),
        run_since: Some(day("2026-10-10")),
        thresholds,
        prepared: true,
        ..Facts::on(day(today))
    };
    // 1 October and 30 days are the 31st; 10 October and 30 days 9 November; 1 October and 3 months 1 January.
    let table = [
        ("2026-10-30", VerdictId::Wait),
        ("2026-10-31", VerdictId::GiveSpace),
        ("2026-11-08", VerdictId::GiveSpace),
        ("2026-11-09", VerdictId::ReachOutGently),
        ("2027-01-01", VerdictId::ReachOutGently),
        ("2027-01-02", VerdictId::ExtraCare),
    ];
    for (today, id) in table {
        let facts = facts(today);
        let verdict = advise(&facts);
        assert_eq!((verdict.id(), verdict.earliest), (id, Some(day("2026-11-09"))), "{today}");
        if matches!(id, VerdictId::Wait | VerdictId::ReachOutGently | VerdictId::ExtraCare) {
            let own = |text: &str| text.contains("your own setting");
            assert!(verdict.reasons().any(|reason| !reason.stated && own(reason.text)), "{today}: the setting is said");
            assert!(verdict.reasons().all(|reason| !reason.text.contains("is our reading")), "{today}: and is not ours");
        }
    }
}

#[test]
fn what_rests_on_own_thresholds_is_not_the_guides_word() {
    // 30 days and 4 months are nobody's reading but the user's.
    let own = Thresholds::new(30, 4).unwrap();
    let quiet = |breakup: &str| Facts { breakup: Some(day(breakup)), run_since: Some(day("2026-01-01")), ..ready() };
    for (breakup, id, count) in [
        ("2026-11-20", VerdictId::Wait, 1),
        ("2026-09-20", VerdictId::ReachOutGently, 1),
        ("2026-02-20", VerdictId::ExtraCare, 0),
        ("2024-02-20", VerdictId::ExtraCare, 1),
    ] {
        let stated = |facts: &Facts| {
            let verdict = advise(facts);
            assert_eq!(verdict.id(), id, "{breakup}");
            verdict.reasons().filter(|reason| reason.step == 1 && reason.stated).map(|reason| reason.text).collect::<Vec<_>>()
        };
        let ours = stated(&quiet(breakup));
        assert_eq!(ours.len(), count, "{breakup}: {ours:?}");
        let theirs = Facts { thresholds: own, ..quiet(breakup) };
        assert_eq!(stated(&theirs), Vec::<&str>::new(), "{breakup}");
        // It is said all the same, and beside it whose setting it is.
        let said: Vec<&str> = advise(&theirs).reasons().map(|reason| reason.text).collect();
        assert!(ours.iter().all(|text| said.contains(text)), "{breakup}: {said:?}");
        assert!(said.iter().any(|text| text.contains("your own setting")), "{breakup}: {said:?}");
    }
    // What does not depend on them stays what it was.
    let unknown = Facts { breakup: None, thresholds: own, ..ready() };
    assert!(advise(&unknown).reasons().all(|reason| reason.stated));
}

#[test]
fn every_sentence_of_the_table_is_said_to_somebody() {
    // Every combination of facts that sentences ask about; a sentence that none of them reaches is dead.
    let dates = [None, Some("2026-11-20"), Some("2026-10-24"), Some("2026-03-01"), Some("2020-01-01")].map(|date| date.map(day));
    let answers = [None, Some(Answer::Yes), Some(Answer::NotNow), Some(Answer::No)];
    let reach_outs = [ReachOut::None, ReachOut::Waiting, ReachOut::WaitingAfterTwo, ReachOut::Answered];
    let mut said = Vec::new();
    for breakup in dates {
        for run_since in dates {
            for (answer, reach_out) in answers.iter().flat_map(|answer| reach_outs.map(|reach_out| (*answer, reach_out))) {
                for flags in 0..32_u8 {
                    let on = |bit: u8| flags & bit != 0;
                    let thresholds = if on(8) { Thresholds::new(20, 5).unwrap() } else { Thresholds::DEFAULT };
                    let (boundary_in_force, order_recorded, prepared, run_closed) = (on(1), on(2), on(4), on(16));
                    let facts = Facts { breakup, run_since, answer, reach_out, thresholds, ..Facts::on(day("2026-11-23")) };
                    let facts = Facts { boundary_in_force, order_recorded, prepared, run_closed, ..facts };
                    let verdict = advise(&facts);
                    said.extend(std::iter::once(verdict.says()).chain(verdict.reasons().map(|reason| reason.text)));
                }
            }
        }
        said.sort_unstable();
        said.dedup();
    }
    for row in &TABLE {
        for text in row.says.iter().map(|line| line.text).chain(row.reasons.iter().map(|reason| reason.text.text)) {
            assert!(said.contains(&text), "{}: nobody is ever told: {text}", row.id);
        }
    }
}

#[test]
fn a_sentence_with_a_condition_is_said_where_it_holds_and_nowhere_else() {
    let own = Thresholds::new(20, 5).unwrap();
    let two = ReachOut::WaitingAfterTwo;
    let (before_a_year, a_year) = (Some(day("2025-11-24")), Some(day("2025-11-23")));
    let quiet = Facts { run_since: Some(day("2026-01-01")), ..ready() };
    let first_days = Facts { breakup: Some(day("2026-11-20")), ..ready() };
    let not_now = Facts { answer: Some(Answer::NotNow), ..ready() };
    // Words of the sentence, the facts that it is about, and the nearest ones that it is not about.
    let setting = "your own setting";
    let table: [(&str, &[Facts], &[Facts]); 9] = [
        (setting, &[Facts { thresholds: own, ..first_days }], &[first_days]),
        (setting, &[Facts { thresholds: own, ..quiet }], &[ready(), Facts { breakup: a_year, ..quiet }]),
        ("3 weeks is our reading", &[first_days], &[Facts { thresholds: own, ..first_days }]),
        ("exact bounds", &[ready()], &[Facts { thresholds: own, breakup: Some(day("2026-07-01")), ..ready() }]),
        (
            "After a long time apart",
            &[Facts { breakup: a_year, ..quiet }, Facts { breakup: a_year, thresholds: own, ..quiet }],
            &[Facts { breakup: before_a_year, ..quiet }],
        ),
        (
            "between this window and years",
            &[Facts { breakup: before_a_year, ..quiet }],
            &[Facts { breakup: a_year, ..quiet }, Facts { breakup: before_a_year, thresholds: own, ..quiet }],
        ),
        (
            "Two contacts without a word",
            &[Facts { reach_out: two, ..ready() }],
            &[Facts { reach_out: ReachOut::Waiting, ..ready() }, not_now],
        ),
        ("They are not ready", &[not_now], &[Facts { reach_out: ReachOut::Waiting, ..ready() }]),
        ("A legal order", &[Facts { order_recorded: true, ..ready() }], &[Facts { boundary_in_force: true, ..ready() }]),
    ];
    for (words, said, unsaid) in table {
        let says = |facts: &Facts| advise(facts).reasons().any(|reason| reason.text.contains(words));
        assert!(said.iter().all(says), "`{words}` is missing");
        assert!(!unsaid.iter().any(says), "`{words}` does not belong there");
    }
}

#[test]
fn what_is_inferred_is_never_passed_off_as_the_guides_word() {
    // The contract's list of what is inferred at least: a word that tells the sentence, and the row.
    let inferred = [
        ("exact bounds", VerdictId::ReachOutGently),
        ("3 weeks is our reading", VerdictId::Wait),
        ("start of the current run", VerdictId::GiveSpace),
        ("legal order", VerdictId::RespectBoundary),
        ("before any message", VerdictId::Prepare),
        ("Two contacts without a word", VerdictId::AwaitAnswer),
        ("no second try", VerdictId::AwaitAnswer),
        ("between this window and years", VerdictId::ExtraCare),
    ];
    for (words, id) in inferred {
        let row = TABLE.iter().find(|row| row.id == id).unwrap();
        let mut about = row.reasons.iter().filter(|reason| reason.text.text.contains(words)).peekable();
        assert!(about.peek().is_some(), "{id} says nothing about `{words}`");
        assert!(about.all(|reason| !reason.text.stated), "{id}: `{words}` is not the guide's word");
    }
    for reason in TABLE.iter().flat_map(|row| row.reasons) {
        let text = reason.text.text;
        let ours = text.split(|c: char| !c.is_alphanumeric()).any(|word| matches!(word, "our" | "ours" | "we"));
        assert!(!(reason.text.stated && ours), "said to be the guide's word, and ours: {text}");
    }
}

#[test]
fn no_sentence_counts_down_or_names_odds_or_scolds() {
    for row in &TABLE {
        for text in row.says.iter().map(|line| line.text).chain(row.reasons.iter().map(|reason| reason.text.text)) {
            for word in ["%", "chance", "odds", "likely", "days left", "only ", "fail", "relapse", "promise you", "ex ", "!"] {
                assert!(!text.contains(word), "{}: `{word}` in: {text}", row.id);
            }
        }
    }
}
