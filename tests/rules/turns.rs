//! Single turns of a life: what one contact did, and what follows from it.

use reconnect::{BoundaryKind, Ending, VerdictId};

use crate::{day, live, told};

/// Broken up and quiet since 1 June, prepared: from 22 June through 1 December one message is all right.
pub const READY: [&str; 3] = ["2026-06-01 breakup", "2026-06-01 start", "2026-06-10 prepared"];

#[test]
fn what_a_contact_does_follows_from_what_came_before() {
    for row in include_str!("turns.txt").lines().filter(|line| !line.starts_with('#')) {
        let (after, expected) = row.split_once(" = ").unwrap();
        let (timeline, outcome) = live(&READY.into_iter().chain(after.split(", ")).collect::<Vec<_>>());
        let done = [("ended ", outcome.ended_run), ("reach-out ", outcome.reach_out), ("unwanted ", outcome.unwanted)];
        let done = done.into_iter().chain([("in-touch ", timeline.in_touch().is_some())]).filter(|(_, is_so)| *is_so);
        let words: String = done.map(|(word, _)| word).collect();
        assert_eq!(format!("{words}{}", outcome.tries), expected, "{after}");
    }
}

#[test]
fn the_boundaries_in_force_are_listed_in_the_order_of_recording() {
    let timeline = live(&["2026-02-11 space until 2026-05-01", "2026-03-01 order", "2026-04-01 blocked"]).0;
    let kinds = |today: &str| timeline.boundaries_in_force(day(today)).map(|boundary| boundary.kind.id()).collect::<Vec<_>>();
    assert_eq!(kinds("2026-05-01"), ["space", "order", "blocked"]);
    assert_eq!(kinds("2026-05-02"), ["order", "blocked"]);
    assert_eq!(timeline.facts(day("2026-05-02")).boundary, Some(BoundaryKind::Order), "the strictest rules");
    assert_eq!(timeline.facts(day("2026-05-02")).boundary_ran_out, None, "while another is in force nothing has ended");
    let alone = live(&["2026-02-11 space until 2026-05-01"]).0;
    assert_eq!(alone.facts(day("2026-05-02")).boundary_ran_out, Some(day("2026-05-01")));
}

#[test]
fn a_second_breakup_opens_a_chapter_once() {
    let story = ["2026-07-01 me", "2026-08-01 no", "2026-09-01 again", "2026-09-01 start", "2026-09-01 again"];
    let timeline = live(&[&READY[..], &story].concat()).0;
    assert_eq!(timeline.runs().open().map(|start| start.day), Some(day("2026-09-01")), "the second record changes nothing");
    // 1 June to 1 July, and to 1 September.
    let earlier: Vec<_> = timeline.earlier_runs().iter().map(|run| run.days(day("2026-12-01"))).collect();
    assert_eq!(earlier, [30, 62]);
    // The earlier notebook no longer counts: 1 September and 21 days are the 22nd.
    assert_eq!(told(&timeline, "2026-09-22"), (VerdictId::Prepare, "2026-09-22".to_owned()));
    // One dated before the current breakup opens none, and neither does a correction.
    for story in [["2026-05-20 again"], ["2026-07-05 breakup"]] {
        let timeline = live(&[&READY[..], &story].concat()).0;
        assert!(timeline.earlier_runs().is_empty(), "{story:?}");
    }
}

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
