//! What holds for every breakup, every day and every pair of thresholds that is accepted.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;
use reconnect::{Facts, Thresholds, WindowId, classify, days_between};

/// Any date of the years that can be written, nearer ones and month ends more often.
fn dates() -> impl Strategy<Value = NaiveDate> {
    let from = |year, days| NaiveDate::from_ymd_opt(year, 1, 1).unwrap().checked_add_days(Days::new(days)).unwrap();
    let month_end = |date: NaiveDate| {
        let first = date.with_day(1).unwrap();
        first.checked_add_months(chrono::Months::new(1)).unwrap().pred_opt().unwrap()
    };
    prop_oneof![
        4 => (0_u64..36_500).prop_map(move |days| from(1990, days)),
        2 => (0_u64..36_500).prop_map(move |days| month_end(from(1990, days))),
        1 => (0_u64..3_500_000).prop_map(move |days| from(1, days)),
    ]
}

fn thresholds() -> impl Strategy<Value = Thresholds> {
    prop_oneof![
        Just(Thresholds::DEFAULT),
        (14_i64..=180, 1_i64..=120).prop_filter_map("overlap", |(days, months)| Thresholds::new(days, months).ok()),
    ]
}

/// Ages in days, the neighbourhood of the default bounds more often.
fn ages() -> impl Strategy<Value = u64> {
    prop_oneof![0_u64..5_000, 15_u64..26, 178_u64..188, 363_u64..369]
}

proptest! {
    #[test]
    fn every_day_from_the_breakup_on_has_a_window_that_contains_it(b in dates(), age in ages(), t in thresholds()) {
        let today = b.checked_add_days(Days::new(age)).unwrap();
        let window = classify(b, today, t).unwrap();
        prop_assert!(window.from <= today && window.through.is_none_or(|last| today <= last), "{:?}", window);
        prop_assert_eq!(window.through.is_none(), window.id == WindowId::Years);
        prop_assert!(window.from >= b);
    }

    #[test]
    fn every_day_before_the_breakup_is_an_error(b in dates(), before in 1_u64..10_000, t in thresholds()) {
        let today = b.checked_sub_days(Days::new(before)).unwrap();
        prop_assert!(classify(b, today, t).is_err());
        // What the program asks instead counts as day 0.
        let facts = Facts { breakup: Some(b), thresholds: t, ..Facts::on(today) };
        prop_assert_eq!(facts.window().unwrap().id, WindowId::Days);
    }

    #[test]
    fn the_windows_follow_each_other_without_gap_or_overlap(b in dates(), t in thresholds()) {
        let days = classify(b, b, t).unwrap();
        let second = days.through.unwrap().succ_opt().unwrap();
        let weeks = classify(b, second, t).unwrap();
        let third = weeks.through.unwrap().succ_opt().unwrap();
        let years = classify(b, third, t).unwrap();
        prop_assert_eq!([days.id, weeks.id, years.id], [WindowId::Days, WindowId::WeeksTo6Months, WindowId::Years]);
        prop_assert_eq!([days.from, weeks.from, years.from], [b, second, third]);
        prop_assert_eq!(second - b, chrono::TimeDelta::days(i64::from(t.few_weeks_days())));
        prop_assert!(weeks.from < weeks.through.unwrap(), "the second window has more than one day");
    }

    #[test]
    fn time_never_leads_back_to_an_earlier_window(b in dates(), age in ages(), later in 0_u64..400, t in thresholds()) {
        let today = b.checked_add_days(Days::new(age)).unwrap();
        let later = today.checked_add_days(Days::new(later)).unwrap();
        let (now, then) = (classify(b, today, t).unwrap(), classify(b, later, t).unwrap());
        prop_assert!(now.id <= then.id && now.from <= then.from);
        prop_assert_eq!(now.id == then.id, (now.from, now.through) == (then.from, then.through), "one window, one pair of bounds");
        // Silence of the guide is one stretch too: once it speaks of "years", it goes on.
        prop_assert!(!(now.id == WindowId::Years && now.stated && !then.stated));
    }

    #[test]
    fn an_own_threshold_is_never_stated_and_the_default_is_silent_for_half_a_year(b in dates(), age in ages(), t in thresholds()) {
        let today = b.checked_add_days(Days::new(age)).unwrap();
        let window = classify(b, today, t).unwrap();
        if !t.is_default() {
            prop_assert!(!window.stated);
        } else if !window.stated {
            // After 6 months, which are 181 to 184 days, and before a year, which is 365 or 366.
            prop_assert!((182..=365).contains(&age), "{}", age);
        }
    }

    #[test]
    fn days_are_never_negative_and_add_up(a in dates(), first in 0_u64..5_000, then in 0_u64..5_000) {
        let b = a.checked_add_days(Days::new(first)).unwrap();
        let c = b.checked_add_days(Days::new(then)).unwrap();
        prop_assert_eq!(days_between(a, c), i64::try_from(first + then).unwrap());
        prop_assert_eq!(days_between(a, b) + days_between(b, c), days_between(a, c));
        prop_assert_eq!(days_between(c, a) > 0, false);
    }
}

#[test]
fn the_calendars_last_days_make_nobody_panic() {
    for back in 0..400 {
        let b = NaiveDate::MAX.checked_sub_days(Days::new(back)).unwrap();
        for today in [b, NaiveDate::MAX] {
            assert!(classify(b, today, Thresholds::DEFAULT).unwrap().from <= today, "{b} {today}");
        }
    }
}
