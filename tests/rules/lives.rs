//! Whole lives, each a table: what happened, and after each turn what the program has to say on which day.
//! Every life is somebody's. The dates were worked out by hand, in the comments.

use reconnect::VerdictId;

use crate::turns::READY;
use crate::{live, told};

/// In each line first what happens, then behind `=` a day, its verdict, and `earliest` if there is one.
fn walk(life: &[&str]) {
    let mut story = Vec::new();
    for line in life {
        let (events, days) = line.split_once("= ").unwrap_or((line, ""));
        story.extend(events.split(", ").map(str::trim).filter(|event| !event.is_empty()));
        for expected in days.split(", ").filter(|day| !day.is_empty()) {
            let words: Vec<&str> = expected.split(' ').collect();
            let id = words[1].parse::<VerdictId>().unwrap();
            let earliest = words.get(2).copied().unwrap_or_default().to_owned();
            assert_eq!(told(&live(&story).0, words[0]), (id, earliest), "{expected}, after {story:#?}");
        }
    }
}

/// The same for somebody who is [`READY`].
fn ready(life: &[&str]) {
    walk(&[&READY[..], life].concat());
}

#[test]
fn five_messages_in_a_night_and_an_angry_word_open_nothing() {
    walk(&[
        "2026-11-01 breakup, 2026-11-01 start = 2026-11-02 wait 2026-11-22",
        "2026-11-03 me = 2026-11-03 wait 2026-11-24",
        "2026-11-03 me = 2026-11-03 await-answer",
        "2026-11-03 me, 2026-11-03 me, 2026-11-03 me",
        // "Leave me alone": the waiting is over, and no step 4. 3 November and 21 days are the 24th.
        "2026-11-04 them = 2026-11-04 wait 2026-11-24, 2026-11-22 give-space 2026-11-24, 2026-11-24 prepare 2026-11-24",
    ]);
}

#[test]
fn messages_after_a_good_reach_out_close_what_it_might_have_opened() {
    ready(&[
        "= 2026-07-01 reach-out-gently 2026-06-22",
        "2026-07-01 me, 2026-07-01 me = 2026-07-02 await-answer",
        "2026-07-02 them",
        // Only quiet weeks, counted anew: 1 July and 21 days are the 22nd.
        "= 2026-07-02 give-space 2026-07-22, 2026-07-22 reach-out-gently 2026-07-22",
    ]);
}

#[test]
fn somebody_who_keeps_the_run_while_pressing_waits_the_quiet_weeks_all_the_same() {
    ready(&[
        "2026-07-01 me keep, 2026-07-05 me call keep",
        "= 2026-07-05 await-answer",
        "2026-07-06 them",
        // 5 July and 21 days are the 26th, although the run is 55 days old by then.
        "= 2026-07-25 give-space 2026-07-26, 2026-07-26 reach-out-gently 2026-07-26",
    ]);
}

#[test]
fn parents_who_talk_about_the_children_are_neither_answered_nor_pressing() {
    walk(&[
        "2026-06-01 breakup, 2026-06-01 start, 2026-06-02 me logistics, 2026-06-03 me logistics",
        "2026-06-04 them logistics = 2026-06-04 wait 2026-06-22",
        "2026-06-10 prepared, 2026-06-22 me = 2026-06-22 await-answer",
        "2026-06-23 them logistics = 2026-06-23 await-answer",
        "2026-06-24 them = 2026-06-24 actions-not-words",
        "2026-06-25 me logistics = 2026-06-25 actions-not-words",
    ]);
}

#[test]
fn their_handover_message_does_not_end_the_waiting_of_somebody_who_pressed() {
    walk(&[
        "2026-06-01 breakup, 2026-06-01 start, 2026-06-05 me, 2026-06-06 me call, 2026-06-07 them logistics",
        "= 2026-09-01 await-answer",
        "2026-09-02 them",
        // 6 June and 21 days.
        "= 2026-09-02 prepare 2026-06-27",
    ]);
}

#[test]
fn their_message_that_they_want_space_is_a_boundary_and_opens_no_step_4() {
    for message in ["2026-07-02 them, 2026-07-02 space until 2026-08-31", "2026-07-02 space until 2026-08-31, 2026-07-02 them"] {
        // The day after its last day; the end is no invitation (the reasons say so).
        ready(&["2026-07-01 me", message, "= 2026-08-31 respect-boundary, 2026-09-01 reach-out-gently 2026-09-01"]);
    }
}

#[test]
fn their_no_comes_with_a_message_and_a_text_after_it_is_no_reach_out() {
    ready(&[
        "2026-07-01 me, 2026-07-02 them",
        "2026-07-02 no = 2026-07-02 accept-answer",
        "2026-08-01 me = 2026-08-01 accept-answer",
        "2026-08-02 them = 2028-01-01 accept-answer",
    ]);
}

#[test]
fn an_order_rules_while_it_runs_after_its_end_and_in_the_next_chapter() {
    walk(&[
        "2025-01-10 breakup, 2025-01-10 start, 2025-01-20 prepared, 2025-02-01 order until 2025-08-01",
        "= 2025-08-01 respect-boundary, 2025-08-02 respect-boundary",
        "2025-09-01 them, 2025-09-02 yes = 2025-09-02 respect-boundary",
        "2026-03-01 again, 2026-03-01 start = 2026-06-01 respect-boundary",
    ]);
}

#[test]
fn a_past_order_that_is_recorded_late_rules_and_so_does_a_lifted_one() {
    walk(&[
        // Recorded today, but it ran before this breakup.
        "2020-05-01 order until 2021-05-01, 2026-06-01 breakup, 2026-06-01 start = 2026-06-01 respect-boundary",
    ]);
    walk(&["2026-06-01 breakup, 2026-06-05 order, 2026-07-01 clear, 2026-07-01 closure = 2027-07-01 respect-boundary"]);
}

#[test]
fn somebody_who_was_blocked_stops_and_somebody_who_was_unblocked_starts_where_they_were() {
    ready(&[
        "2026-06-12 blocked = 2026-06-12 respect-boundary",
        "= 2036-06-12 respect-boundary",
        "2026-07-10 clear",
        // Lifted, so it moves no date.
        "= 2026-07-10 reach-out-gently 2026-06-22",
    ]);
}

#[test]
fn a_block_after_they_wrote_back_closes_step_4_also_when_it_is_over() {
    ready(&[
        "2026-07-01 me, 2026-07-02 them",
        "= 2026-07-03 actions-not-words",
        "2026-07-04 blocked until 2026-07-10 = 2026-07-10 respect-boundary",
        // 1 July and 21 days are later than the day after the block.
        "= 2026-07-11 give-space 2026-07-22",
    ]);
}

#[test]
fn space_asked_for_on_the_day_of_a_second_breakup_rules_and_an_earlier_one_does_not() {
    ready(&["2026-08-31 space, 2026-09-01 again, 2026-09-01 start = 2026-09-02 wait 2026-09-22"]);
    ready(&["2026-09-01 again, 2026-09-01 space, 2026-09-01 start = 2026-09-02 respect-boundary"]);
}

#[test]
fn who_came_to_heal_is_never_told_to_write_and_may_change_their_mind() {
    walk(&[
        "2026-06-01 breakup, 2026-06-01 start, 2026-06-01 closure = 2026-06-01 heal, 2026-06-21 heal",
        "= 2026-07-31 heal",
        "2026-08-01 prepared, 2026-08-01 me = 2026-08-01 heal",
        "2026-08-02 them",
        // Not a reach-out, so their word opens nothing: 1 August and 21 days are the 22nd.
        "2026-08-10 second-chance = 2026-08-10 give-space 2026-08-22, 2026-08-22 reach-out-gently 2026-08-22",
    ]);
}

#[test]
fn closure_goes_on_in_the_next_chapter_and_yields_to_a_no_and_to_space() {
    walk(&[
        "2026-06-01 breakup, 2026-06-02 closure, 2026-07-01 no = 2026-07-01 accept-answer",
        "2026-09-01 again = 2026-09-01 heal",
        "2026-09-05 space until 2026-09-10 = 2026-09-10 respect-boundary, 2026-09-11 heal",
    ]);
}

#[test]
fn after_a_yes_texts_are_no_reach_outs_and_not_now_after_it_rules() {
    ready(&[
        "2026-07-01 me, 2026-07-02 them",
        "2026-07-02 yes, 2026-07-03 me, 2026-07-04 me = 2026-07-04 build-new",
        "2026-08-01 not-now = 2026-08-01 await-answer, 2027-08-01 await-answer",
    ]);
}

#[test]
fn a_coffee_is_no_answer_and_a_year_of_silence_after_it_changes_nothing() {
    ready(&[
        "= 2026-12-02 extra-care 2026-06-22",
        "2026-12-02 me, 2026-12-05 them = 2026-12-05 actions-not-words",
        "2026-12-20 me in-person = 2027-12-20 actions-not-words",
    ]);
}

#[test]
fn a_look_at_their_profile_starts_the_quiet_weeks_anew_and_is_no_message() {
    ready(&[
        "2026-06-20 me looked, 2026-06-20 me looked",
        // 20 June and 21 days are 11 July.
        "= 2026-06-22 give-space 2026-07-11, 2026-07-11 reach-out-gently 2026-07-11",
        // After the message a look stands between it and their word.
        "2026-07-11 me, 2026-07-12 me looked, 2026-07-13 them = 2026-07-13 give-space 2026-08-02",
    ]);
}
