//! Single turns of a life: what one contact did, and what follows from it.

use reconnect::{BoundaryKind, VerdictId};

use crate::{day, live, told};

/// Broken up and quiet since 1 June, prepared: from 22 June through 1 December one message is all right.
pub const READY: [&str; 3] = ["2026-06-01 breakup", "2026-06-01 start", "2026-06-10 prepared"];

#[test]
fn what_a_contact_does_follows_from_what_came_before() {
    // After READY; whether the last contact ended the run, was a reach-out, and how many are unanswered then.
    type Case = (&'static [&'static str], (bool, bool, u32));
    let table: &[Case] = &[
        (&["2026-06-21 me"], (true, false, 1)),
        (&["2026-06-22 me"], (true, true, 1)),
        (&["2026-06-22 me in-person"], (true, true, 1)),
        (&["2026-06-22 me reply"], (true, false, 0)),
        (&["2026-06-22 me looked"], (true, false, 0)),
        (&["2026-06-22 me logistics"], (false, false, 0)),
        (&["2026-06-22 them"], (false, false, 0)),
        // The user's own decision about the run changes nothing else.
        (&["2026-06-22 me keep"], (false, true, 1)),
        (&["2026-06-22 me logistics restart"], (true, false, 0)),
        // Two in the first weeks; what doesn't count between them; a word between them.
        (&["2026-06-05 me", "2026-06-06 me"], (true, false, 2)),
        (&["2026-06-05 me", "2026-06-06 me looked", "2026-06-07 me logistics", "2026-06-08 me reply"], (true, false, 1)),
        (&["2026-06-05 me", "2026-06-06 them", "2026-06-07 me"], (true, false, 1)),
        (&["2026-06-05 me", "2026-06-06 them logistics", "2026-06-07 me"], (true, false, 2)),
        (&["2026-06-05 me", "2026-06-06 not-now", "2026-06-07 me"], (true, false, 1)),
        // A reach-out starts the number again at one, and a message after it makes two.
        (&["2026-06-05 me", "2026-06-26 me"], (true, true, 1)),
        (&["2026-06-05 me", "2026-06-26 me", "2026-06-27 me"], (true, false, 2)),
        // Bubbles of one hour, or of one day without a time, are one try; a reach-out's are all the reach-out.
        (&["2026-06-22 me", "2026-06-22 me"], (true, true, 1)),
        (&["2026-06-22T10:00 me", "2026-06-22T10:20 me", "2026-06-22T11:00 me"], (true, true, 1)),
        (&["2026-06-22T10:00 me", "2026-06-22T11:01 me"], (true, false, 2)),
        (&["2026-06-05T10:00 me", "2026-06-05 me", "2026-06-05T12:00 me"], (true, false, 2)),
        (&["2026-06-22T10:00 me", "2026-06-22T10:20 them", "2026-06-22T10:30 me"], (true, false, 1)),
        // A reaction is a try, and never a reach-out; theirs is no word, and neither is a look.
        (&["2026-06-22 me reaction"], (true, false, 1)),
        (&["2026-06-05 me", "2026-06-06 them reaction", "2026-06-07 them looked", "2026-06-08 me"], (true, false, 2)),
        (&["2026-06-05 me", "2026-06-06 them unwanted", "2026-06-08 me"], (true, false, 2)),
        // In touch, no contact ends a run; a meeting is no try, and a word is a word whoever made it.
        (&["2026-06-22 me", "2026-06-23 them in-touch", "2026-06-24 me in-person"], (false, false, 0)),
        (&["2026-06-23 them in-touch", "2026-06-24 me", "2026-06-25 me"], (false, false, 2)),
        (&["2026-06-05 me", "2026-06-06 me in-touch", "2026-06-07 me restart"], (false, false, 1)),
        // Where something stands against it, the words don't count.
        (&["2026-06-20 space", "2026-06-21 me in-touch"], (true, false, 1)),
        // Without a run nothing ends.
        (&["2026-06-05 end", "2026-06-06 me", "2026-06-07 me"], (false, false, 2)),
        // The earlier chapter's messages don't count.
        (&["2026-06-05 me", "2026-06-06 again", "2026-06-06 start", "2026-06-07 me"], (true, false, 1)),
        // After a no, or with closure as the aim, no message is a reach-out.
        (&["2026-06-20 closure", "2026-07-07 me"], (true, false, 1)),
    ];
    for (after, (ended_run, reach_out, unanswered)) in table.iter().copied() {
        let outcome = live(&[&READY[..], after].concat()).1;
        assert_eq!((outcome.ended_run, outcome.reach_out, outcome.tries), (ended_run, reach_out, unanswered), "{after:?}");
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
