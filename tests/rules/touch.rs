//! Being in touch again: what begins it, what it leaves out of the days, and what ends it.

use reconnect::{Ending, VerdictId};

use crate::turns::READY;
use crate::{day, live, told};

#[test]
fn the_days_in_touch_are_neither_kept_nor_lost() {
    // A run of 1 to 22 June; in touch until space is asked for on 2 July; a new start on 5 July.
    let story = ["2026-06-22 me", "2026-06-22 them in-touch", "2026-07-02 space", "2026-07-05 start"];
    let timeline = live(&[&READY[..], &story].concat()).0;
    let runs: Vec<_> = timeline.runs().all().map(|run| (run.start.day, run.end.map(|(end, ending)| (end.day, ending)))).collect();
    assert_eq!(
        runs,
        [
            // The message of the 22nd was a slip: that day is not kept.
            (day("2026-06-01"), Some((day("2026-06-22"), Ending::Contact))),
            (day("2026-07-05"), None)
        ]
    );
    // 1 to 21 June and 5 to 10 July are kept: 21 + 6. Of 40 days since 1 June, 23 June to 1 July (9 days) don't count.
    let totals = timeline.runs().totals(day("2026-07-10"));
    assert_eq!((totals.kept_days, totals.total_days), (27, 31));
    assert_eq!(timeline.stretches_in_touch().collect::<Vec<_>>(), [(day("2026-06-22"), Some(day("2026-07-02")))]);
}

#[test]
fn a_run_closed_in_touch_keeps_its_last_day_and_today_counts_as_in_touch() {
    let timeline = live(&[&READY[..], &["2026-06-22 them in-touch"]].concat()).0;
    let run = timeline.runs().last_closed().unwrap();
    assert_eq!(run.end.map(|(end, ending)| (end.day, ending)), Some((day("2026-06-22"), Ending::InTouch)));
    let totals = timeline.runs().totals(day("2026-06-30"));
    assert_eq!((totals.kept_days, totals.total_days, totals.longest_days), (22, 22, 21));
    assert_eq!(told(&timeline, "2026-06-30"), (VerdictId::ActionsNotWords, String::new()));
}

#[test]
fn only_a_start_or_their_word_against_it_ends_being_in_touch() {
    for (then, is_in_touch) in [
        ("2026-07-01 me", true),
        ("2026-07-01 them", true),
        ("2026-07-01 end", true),
        ("2026-07-01 yes", true),
        ("2026-07-01 closure", true),
        ("2026-07-01 clear", true),
        ("2026-07-01 breakup", true),
        ("2026-07-01 start", false),
        ("2026-07-01 no", false),
        ("2026-07-01 not-now", false),
        ("2026-07-01 own", false),
        ("2026-07-01 order protects me", false),
        ("2026-07-01 them unwanted", false),
        ("2026-07-01 again", false),
    ] {
        let timeline = live(&[&READY[..], &["2026-06-22 yes in-touch", then]].concat()).0;
        assert_eq!(timeline.in_touch().is_some(), is_in_touch, "{then}");
    }
}

#[test]
fn nothing_said_against_their_word_is_in_touch() {
    for before in
        ["2026-06-21 space", "2026-06-21 own", "2026-06-21 no", "2026-06-21 order until 2026-06-21", "2026-06-21 them unwanted"]
    {
        let timeline = live(&[&READY[..], &[before, "2026-06-22 me in-touch"]].concat()).0;
        assert!(timeline.in_touch().is_none(), "{before}");
    }
    // A yes takes the place of the no before it, and a word of theirs ends what was unwanted.
    for story in [["2026-06-21 no", "2026-06-22 yes in-touch"], ["2026-06-21 them unwanted", "2026-06-22 them in-touch"]] {
        assert!(live(&[&READY[..], &story].concat()).0.in_touch().is_some(), "{story:?}");
    }
}

#[test]
fn unwelcome_contact_is_no_word_where_distance_was_asked_for() {
    for (before, contacts, is_unwanted) in [
        ("2026-06-02 own", vec!["2026-06-10 them"], false),
        ("2026-06-02 own", vec!["2026-06-10 them", "2026-06-24 them"], true),
        ("2026-06-02 own", vec!["2026-06-10 them", "2026-06-25 them"], false),
        ("2026-06-02 own", vec!["2026-06-10 them in-person"], true),
        ("2026-06-02 closure", vec!["2026-06-10 them logistics", "2026-06-12 them"], false),
        ("2026-06-02 order protects me", vec!["2026-06-10 them", "2026-06-12 them"], true),
        ("2026-06-02 order protects both", vec!["2026-06-10 them in-person"], false),
        ("2026-06-02 space", vec!["2026-06-10 them in-person"], false),
    ] {
        let story = [&READY[..], &[before], &contacts].concat();
        assert_eq!(live(&story).1.unwanted, is_unwanted, "{before} {contacts:?}");
    }
}
