//! The face of the program, whole screens: what is true in each case, in which words, and never wider than the terminal.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

#[path = "support/screens.rs"]
mod screens;
mod support;

use screens::{having, screen};
use support::Home;

#[test]
fn a_fresh_home_is_told_how_to_begin() {
    let home = Home::new();
    assert_eq!(
        screen(&home, "2026-11-23T18:00", 80),
        "\
Nothing is set up, and nothing has been written.

Two dates are enough: your last contact, and the breakup.
  reconnect start-no-contact 3 weeks ago --breakup a month ago

Put your own two there, in words or as `2026-10-24` or `24 Oct 2026`. Everything
stays on this machine.
"
    );
    assert_eq!(std::fs::read_dir(home.path("")).unwrap().count(), 0, "a look must leave nothing behind");
}

#[test]
fn the_contracts_example_at_80_and_at_40_columns() {
    let home = having(&["start-no-contact", "2026-11-01T21:30", "--breakup", "2026-10-24"], "");
    assert_eq!(
        screen(&home, "2026-11-23T18:00", 80),
        "\
No contact  22 days, since Sun 1 Nov 2026 21:30
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
        screen(&home, "2026-11-23T18:00", 40),
        "\
No contact
  22 days, since Sun 1 Nov 2026 21:30
  longest 22 days, 23 of 23 days kept

The guide
  A few weeks to 6 months: 30 days since
  Sat 24 Oct 2026
  ├━━●─────────────────────────────────┤
  Sat 14 Nov 2026 through Sat 24 Apr
  2027, in our reading of the guide

Now
  Step 2 comes before anything else:
  `reconnect notebook issue`, then a
  plan for it.
  Step 2 A notebook with the key issues,
  and for each a specific way to do it
  better. It is for you as much as for
  them.
  Step 2* That this list comes before
  any message is our reading.

Open
  Step 1: what you truly want is not
  written down yet

Next
  30 days on Tue 1 Dec 2026

* our reading; the guide does not say it
in these words
"
    );
}

#[test]
fn without_a_breakup_date_it_asks_for_one() {
    let home = having(&["start-no-contact", "2026-11-01"], "");
    assert_eq!(
        screen(&home, "2026-11-23T18:00", 80),
        "\
No contact  22 days, since Sun 1 Nov 2026
            longest 22 days, 23 of 23 days kept

The guide   No breakup date is known.

Now         Tell me when it ended: `reconnect breakup WHEN`.
            Step 1 The guide's windows are counted from the breakup.

Next        30 days on Tue 1 Dec 2026
"
    );
}

#[test]
fn without_a_run_it_says_how_to_begin_one() {
    let home = having(&["breakup", "2026-10-24"], "");
    assert_eq!(
        screen(&home, "2026-11-23T18:00", 80),
        "\
No contact  No count is running.

The guide   A few weeks to 6 months: 30 days since Sat 24 Oct 2026
            ├━━━●────────────────────────────────────────────┤
            Sat 14 Nov 2026 through Sat 24 Apr 2027, in our reading of the guide

Now         A few weeks of quiet first. No count is running:
            `reconnect start-no-contact WHEN` begins it at the last contact.
            Step 3 No texts, no calls, no looking at their profile for a while.
            It is not giving up; it lets both of you heal.
            Step 3* The few weeks are counted from the start of the current run
            too, and anew after each.

* our reading; the guide does not say it in these words
"
    );
}

#[test]
fn on_day_0_both_have_just_begun() {
    let home = having(&["start-no-contact", "2026-10-24", "--breakup", "2026-10-24"], "");
    assert_eq!(
        screen(&home, "2026-10-24T18:00", 80),
        "\
No contact  Day 0. It began today, Sat 24 Oct 2026.

The guide   The first days: the breakup was today, Sat 24 Oct 2026
            ├●───────────────────────────────────────────────┤
            Sat 24 Oct 2026 through Fri 13 Nov 2026, in our reading of the guide

Now         Not yet. Let the dust settle, for both of you.
            Step 1 In the first days emotions are raw. Both of you need room to
            breathe.
            Step 1* That these days last 3 weeks is our reading.
            Earliest, by the guide's convention: Sat 14 Nov 2026. Not a promise.

Next        1 day on Sun 25 Oct 2026

* our reading; the guide does not say it in these words
"
    );
}

#[test]
fn thresholds_of_ones_own_are_called_that() {
    let home = having(
        &["start-no-contact", "2026-11-01T21:30", "--breakup", "2026-10-24"],
        "[windows]\nfew_weeks_days = 30\ngolden_months = 2\n",
    );
    assert_eq!(
        screen(&home, "2026-11-23T18:00", 80),
        "\
No contact  22 days, since Sun 1 Nov 2026 21:30
            longest 22 days, 23 of 23 days kept

The guide   A few weeks to 2 months: 30 days since Sat 24 Oct 2026
            ├●───────────────────────────────────────────────┤
            Mon 23 Nov 2026 through Thu 24 Dec 2026, by your own setting

Now         A few weeks of quiet first.
            Step 3 No texts, no calls, no looking at their profile for a while.
            It is not giving up; it lets both of you heal.
            Step 3* The few weeks are counted from the start of the current run
            too, and anew after each.
            Earliest, by the guide's convention: Tue 1 Dec 2026. Not a promise.

Open        Step 1: what you truly want is not written down yet
            Step 2: no issue noted yet

Next        30 days on Tue 1 Dec 2026

* our reading; the guide does not say it in these words
"
    );
}

#[test]
fn no_screen_is_wider_than_its_terminal_on_any_day() {
    let home = having(&["start-no-contact", "2026-11-01T21:30", "--breakup", "2026-10-24"], "");
    for columns in [30, 40, 55, 56, 57, 80, 200] {
        for now in ["2026-10-01", "2026-10-28", "2026-11-01", "2026-11-14", "2027-04-24", "2027-04-25", "2027-10-24", "2046-11-01"]
        {
            screen(&home, now, columns);
        }
    }
}

#[test]
fn beyond_80_columns_the_page_gets_no_wider() {
    let home = having(&["start-no-contact", "2026-11-01T21:30", "--breakup", "2026-10-24"], "");
    assert_eq!(screen(&home, "2026-11-23T18:00", 200), screen(&home, "2026-11-23T18:00", 80));
}
