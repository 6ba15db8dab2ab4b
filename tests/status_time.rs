//! The status as time goes by: last days, the stretch that the guide is silent about, years, and a clock set back.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

#[path = "support/screens.rs"]
mod screens;
mod support;

use screens::{having, screen};

#[test]
fn the_last_day_of_the_first_window_is_named() {
    let home = having(&["start-no-contact", "2026-10-24", "--breakup", "2026-10-24"], "");
    assert_eq!(
        screen(&home, "2026-11-13T18:00", 80),
        "\
No contact  20 days, since Sat 24 Oct 2026
            longest 20 days, 21 of 21 days kept

The guide   The first days: 20 days since Sat 24 Oct 2026
            ├━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━●┤
            Sat 24 Oct 2026 through Fri 13 Nov 2026, in our reading of the guide
            Today is the last day of this stretch.

Now         Not yet. Let the dust settle, for both of you.
            Step 1 In the first days emotions are raw. Both of you need room to
            breathe.
            Step 1* That these days last 3 weeks is our reading.
            Earliest, by the guide's convention: Sat 14 Nov 2026. Not a promise.

Next        21 days on Sat 14 Nov 2026

* our reading; the guide does not say it in these words
"
    );
}

#[test]
fn the_last_day_of_the_second_window_is_named_and_the_next_day_is_another_stretch() {
    let home = having(&["start-no-contact", "2026-11-01T21:30", "--breakup", "2026-10-24"], "");
    assert_eq!(
        screen(&home, "2027-04-24T18:00", 80),
        "\
No contact  174 days, since Sun 1 Nov 2026 21:30
            longest 174 days, 175 of 175 days kept

The guide   A few weeks to 6 months: 182 days since Sat 24 Oct 2026
            ├━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━●┤
            Sat 14 Nov 2026 through Sat 24 Apr 2027, in our reading of the guide
            Today is the last day of this stretch.

Now         Step 2 comes before anything else: `reconnect notebook issue`, then
            a plan for it.
            Step 2 A notebook with the key issues, and for each a specific way
            to do it better. It is for you as much as for them.
            Step 2* That this list comes before any message is our reading.

Open        Step 1: what you truly want is not written down yet

Next        180 days on Fri 30 Apr 2027

* our reading; the guide does not say it in these words
"
    );
    assert_eq!(
        screen(&home, "2027-04-25T18:00", 80),
        "\
No contact  175 days, since Sun 1 Nov 2026 21:30
            longest 175 days, 176 of 176 days kept

The guide   After 6 months: 183 days since Sat 24 Oct 2026
            ├●───────────────────────────────────────────────┄
            from Sun 25 Apr 2027 on, in our reading of the guide
            The guide itself does not speak of this stretch.

Now         Step 2 comes before anything else: `reconnect notebook issue`, then
            a plan for it.
            Step 2 A notebook with the key issues, and for each a specific way
            to do it better. It is for you as much as for them.
            Step 2* That this list comes before any message is our reading.

Open        Step 1: what you truly want is not written down yet

Next        180 days on Fri 30 Apr 2027

* our reading; the guide does not say it in these words
"
    );
}

#[test]
fn in_month_seven_the_guide_is_silent_and_it_says_so() {
    let home = having(&["start-no-contact", "2026-11-01T21:30", "--breakup", "2026-10-24"], "");
    assert_eq!(
        screen(&home, "2027-05-24T18:00", 80),
        "\
No contact  204 days, since Sun 1 Nov 2026 21:30
            longest 204 days, 205 of 205 days kept

The guide   After 6 months: 212 days since Sat 24 Oct 2026
            ├●───────────────────────────────────────────────┄
            from Sun 25 Apr 2027 on, in our reading of the guide
            The guide itself does not speak of this stretch.

Now         Step 2 comes before anything else: `reconnect notebook issue`, then
            a plan for it.
            Step 2 A notebook with the key issues, and for each a specific way
            to do it better. It is for you as much as for them.
            Step 2* That this list comes before any message is our reading.

Open        Step 1: what you truly want is not written down yet

Next        270 days on Thu 29 Jul 2027

* our reading; the guide does not say it in these words
"
    );
}

#[test]
fn in_year_three_the_window_is_years_and_the_next_milestone_too() {
    let home = having(&["start-no-contact", "2026-11-01T21:30", "--breakup", "2026-10-24"], "");
    assert_eq!(
        screen(&home, "2029-01-15T18:00", 80),
        "\
No contact  806 days, since Sun 1 Nov 2026 21:30
            longest 806 days, 807 of 807 days kept

The guide   Years: 814 days since Sat 24 Oct 2026
            ├━━━━━━━━●───────────────────────────────────────┄
            from Sun 25 Apr 2027 on, in our reading of the guide

Now         Step 2 comes before anything else: `reconnect notebook issue`, then
            a plan for it.
            Step 2 A notebook with the key issues, and for each a specific way
            to do it better. It is for you as much as for them.
            Step 2* That this list comes before any message is our reading.

Open        Step 1: what you truly want is not written down yet

Next        3 years on Thu 1 Nov 2029

* our reading; the guide does not say it in these words
"
    );
}

#[test]
fn a_clock_set_back_is_told_and_counts_stop_at_0() {
    let home = having(&["start-no-contact", "2026-11-01T21:30", "--breakup", "2026-10-24"], "");
    assert_eq!(
        screen(&home, "2026-10-01T18:00", 80),
        "\
No contact  Day 0. The start that is stored, Sun 1 Nov 2026 21:30, lies ahead of
            today.

The guide   The first days: the breakup that is stored, Sat 24 Oct 2026, lies
            ahead of today
            ├●───────────────────────────────────────────────┤
            Sat 24 Oct 2026 through Fri 13 Nov 2026, in our reading of the guide

Now         Not yet. Let the dust settle, for both of you.
            Step 1 In the first days emotions are raw. Both of you need room to
            breathe.
            Step 1* That these days last 3 weeks is our reading.
            Earliest, by the guide's convention: Sun 22 Nov 2026. Not a promise.

Next        1 day on Mon 2 Nov 2026

* our reading; the guide does not say it in these words
"
    );
}

#[test]
fn a_look_back_sees_the_past_as_it_was() {
    let home = having(&["start-no-contact", "2026-11-01T21:30", "--breakup", "2026-10-24"], "");
    assert_eq!(
        screen(&home, "2026-10-28T18:00", 80),
        "\
No contact  No count is running.

The guide   The first days: 4 days since Sat 24 Oct 2026
            ├━━━━━━━━━●──────────────────────────────────────┤
            Sat 24 Oct 2026 through Fri 13 Nov 2026, in our reading of the guide

Now         Not yet. Let the dust settle, for both of you.
            Step 1 In the first days emotions are raw. Both of you need room to
            breathe.
            Step 1* That these days last 3 weeks is our reading.

* our reading; the guide does not say it in these words
"
    );
}

#[test]
fn counted_from_day_1_the_run_is_a_days_number() {
    let home = having(&["start-no-contact", "2026-11-01T21:30", "--breakup", "2026-10-24"], "[count]\nfirst_day = 1\n");
    assert_eq!(
        screen(&home, "2026-11-23T18:00", 80),
        "\
No contact  Day 23, since Sun 1 Nov 2026 21:30
            longest 22 days, 23 of 23 days kept

The guide   A few weeks to 6 months: 30 days since Sat 24 Oct 2026
            ├━━━●────────────────────────────────────────────┤
            Sat 14 Nov 2026 through Sat 24 Apr 2027, in our reading of the guide

Now         Step 2 comes before anything else: `reconnect notebook issue`, then
            a plan for it.
            Step 2 A notebook with the key issues, and for each a specific way
            to do it better. It is for you as much as for them.
            Step 2* That this list comes before any message is our reading.

Open        Step 1: what you truly want is not written down yet

Next        30 days on Tue 1 Dec 2026

* our reading; the guide does not say it in these words
"
    );
    assert_eq!(
        screen(&home, "2026-11-01T23:00", 80),
        "\
No contact  Day 1. It began today, Sun 1 Nov 2026 21:30.

The guide   The first days: 8 days since Sat 24 Oct 2026
            ├━━━━━━━━━━━━━━━━━━━●────────────────────────────┤
            Sat 24 Oct 2026 through Fri 13 Nov 2026, in our reading of the guide

Now         Not yet. Let the dust settle, for both of you.
            Step 1 In the first days emotions are raw. Both of you need room to
            breathe.
            Step 1* That these days last 3 weeks is our reading.
            Earliest, by the guide's convention: Sun 22 Nov 2026. Not a promise.

Next        1 day on Mon 2 Nov 2026

* our reading; the guide does not say it in these words
"
    );
}
