//! The guide's windows. Every bound was worked out on a paper calendar, none by the program.

use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;
use reconnect::{Error, Facts, Thresholds, WindowId, a_year_has_passed, classify};

use crate::{day, facts};

/// Breakup; last day of `days`; first and last day of `weeks-to-6-months`; first day of `years`; the day a year has passed.
const BOUNDS: &[[&str; 6]] = &[
    // The two examples of the design.
    ["2026-10-24", "2026-11-13", "2026-11-14", "2027-04-24", "2027-04-25", "2027-10-24"],
    ["2025-08-31", "2025-09-20", "2025-09-21", "2026-02-28", "2026-03-01", "2026-08-31"],
    // Six months after the 29th, 30th and 31st of August, before and in a leap year.
    ["2023-08-31", "2023-09-20", "2023-09-21", "2024-02-29", "2024-03-01", "2024-08-31"],
    ["2024-08-29", "2024-09-18", "2024-09-19", "2025-02-28", "2025-03-01", "2025-08-29"],
    // A 29 February: the year after has none.
    ["2024-02-29", "2024-03-20", "2024-03-21", "2024-08-29", "2024-08-30", "2025-02-28"],
    // Three weeks over the end of February, with and without a 29th.
    ["2024-02-10", "2024-03-01", "2024-03-02", "2024-08-10", "2024-08-11", "2025-02-10"],
    // Month ends that meet a shorter month six months on, and one that does not.
    ["2026-03-31", "2026-04-20", "2026-04-21", "2026-09-30", "2026-10-01", "2027-03-31"],
    ["2026-11-30", "2026-12-20", "2026-12-21", "2027-05-30", "2027-05-31", "2027-11-30"],
    // Over the new year, a century's end, and two centuries' years that are not leap years.
    ["2025-12-15", "2026-01-04", "2026-01-05", "2026-06-15", "2026-06-16", "2026-12-15"],
    ["1999-12-31", "2000-01-20", "2000-01-21", "2000-06-30", "2000-07-01", "2000-12-31"],
    ["2099-08-31", "2099-09-20", "2099-09-21", "2100-02-28", "2100-03-01", "2100-08-31"],
];

#[test]
fn both_ends_of_each_window_are_inside_it_and_the_guide_speaks_of_years_from_a_year_on() {
    for [breakup, days_last, weeks_first, weeks_last, years_first, year] in BOUNDS {
        let eve = &*day(year).pred_opt().unwrap().to_string();
        let (days, weeks) = ((day(breakup), Some(day(days_last))), (day(weeks_first), Some(day(weeks_last))));
        let years = (day(years_first), None);
        // The guide speaks of years only from a year on.
        let expected = [
            (*breakup, WindowId::Days, days, true),
            (days_last, WindowId::Days, days, true),
            (weeks_first, WindowId::WeeksTo6Months, weeks, true),
            (weeks_last, WindowId::WeeksTo6Months, weeks, true),
            (years_first, WindowId::Years, years, false),
            (eve, WindowId::Years, years, false),
            (year, WindowId::Years, years, true),
        ];
        for (today, id, bounds, stated) in expected {
            let window = classify(day(breakup), day(today), Thresholds::DEFAULT).unwrap();
            let found = (window.id, (window.from, window.through), window.stated);
            assert_eq!(found, (id, bounds, stated), "breakup {breakup}, today {today}");
        }
        assert!(!a_year_has_passed(day(breakup), day(eve)) && a_year_has_passed(day(breakup), day(year)), "{breakup}");
    }
}

#[test]
fn a_date_before_the_breakup_is_an_error_that_names_both_and_a_breakup_ahead_of_the_clock_is_day_0() {
    let error = classify(day("2026-10-24"), day("2026-10-23"), Thresholds::DEFAULT).unwrap_err();
    assert_eq!(error, Error::BeforeBreakup { date: day("2026-10-23"), breakup: day("2026-10-24") });
    assert_eq!(error.to_string(), "Fri 23 Oct 2026 is before the breakup on Sat 24 Oct 2026");
    assert_eq!(error.hint(), None, "what to do depends on which of the two is wrong");
    // Where the breakup itself lies ahead of the clock, it is day 0.
    let ahead = facts("2026-11-23", |facts| facts.breakup = Some(day("2026-11-24")));
    let window = ahead.window().unwrap();
    assert_eq!((window.id, window.from, window.through), (WindowId::Days, day("2026-11-24"), Some(day("2026-12-14"))));
    assert_eq!(Facts::on(day("2026-11-23")).window(), None, "no breakup, no window");
}

#[test]
fn own_thresholds_move_the_bounds() {
    // (days, months), breakup, first and last day of the second window.
    let table: [((i64, i64), &str, &str, &str); 5] = [
        ((30, 6), "2026-01-31", "2026-03-02", "2026-07-31"),
        // The tightest pair: February leaves a second window of two days.
        ((27, 1), "2026-01-31", "2026-02-27", "2026-02-28"),
        // 180 days after 1 February 2026 are 27 + 31 + 30 + 31 + 30 + 31 = 31 July.
        ((180, 6), "2026-02-01", "2026-07-31", "2026-08-01"),
        ((21, 48), "2024-02-29", "2024-03-21", "2028-02-29"),
        ((21, 120), "2016-02-29", "2016-03-21", "2026-02-28"),
    ];
    for ((days, months), breakup, first, last) in table {
        let thresholds = Thresholds::new(days, months).unwrap();
        assert_eq!((i64::from(thresholds.few_weeks_days()), i64::from(thresholds.golden_months())), (days, months));
        let window = |today: NaiveDate| classify(day(breakup), today, thresholds).unwrap();
        let (before, after) = (day(first).pred_opt().unwrap(), day(last).succ_opt().unwrap());
        assert_eq!((window(before).id, window(before).through), (WindowId::Days, Some(before)), "{breakup} {days} {months}");
        for today in [day(first), day(last)] {
            let window = window(today);
            assert_eq!((window.id, window.from, window.through), (WindowId::WeeksTo6Months, day(first), Some(day(last))));
        }
        assert_eq!((window(after).id, window(after).from), (WindowId::Years, after), "{breakup} {days} {months}");
    }
}

#[test]
fn a_threshold_outside_its_range_is_refused_by_name() {
    // The values that a narrowing cast would fold into the range are among them.
    for days in [13, 181, 0, -1, -21, 65_536 + 21, i64::MIN, i64::MAX] {
        let error = Thresholds::new(days, 6).unwrap_err();
        assert_eq!(error, Error::FewWeeksOutOfRange(days));
        assert_eq!(error.to_string(), format!("the few weeks can't be {days} days: 14 to 180 are possible"));
        assert_eq!(error.hint().as_deref(), Some("the default is 21 days"));
    }
    for months in [0, 121, -1, -6, 65_536 + 6, i64::MIN, i64::MAX] {
        let error = Thresholds::new(21, months).unwrap_err();
        assert_eq!(error, Error::GoldenMonthsOutOfRange(months));
        assert_eq!(error.to_string(), format!("the window can't last {months} months: 1 to 120 are possible"));
        assert_eq!(error.hint().as_deref(), Some("the default is 6 months, as the guide says"));
    }
    // One less than the least days that so many months can span: 28, 59, 89, 120 and 150, all over a February.
    for (months, longest_allowed) in [(1, 27), (2, 58), (3, 88), (4, 119), (5, 149)] {
        assert!(Thresholds::new(longest_allowed, months).is_ok(), "{longest_allowed} days, {months} months");
        let error = Thresholds::new(longest_allowed + 1, months).unwrap_err();
        assert!(matches!(error, Error::WindowsOverlap { .. }), "{months}: {error}");
        assert!(error.to_string().contains(&format!("before {months} months do")), "{error}");
        assert!(error.hint().is_some());
    }
    assert!(Thresholds::new(14, 1).is_ok() && Thresholds::new(180, 120).is_ok());
}

/// Any date, month ends and the years around now more often; an age in days, the bounds more often; any thresholds.
fn any_day() -> impl Strategy<Value = (NaiveDate, NaiveDate, Thresholds)> {
    let near = day("1990-01-01");
    let breakup = prop_oneof![
        4 => (0_u64..36_500).prop_map(move |days| near + Days::new(days)),
        2 => (0_u64..36_500).prop_map(move |days| (near + Days::new(days)).with_day(1).unwrap() - Days::new(1)),
        1 => (0_u64..3_000_000).prop_map(|days| day("0001-01-01") + Days::new(days)),
    ];
    let age = prop_oneof![0_u64..5_000, 15_u64..26, 178_u64..188, 363_u64..369];
    let thresholds = prop_oneof![
        Just(Thresholds::DEFAULT),
        (14_i64..=180, 1_i64..=120).prop_filter_map("overlap", |(days, months)| Thresholds::new(days, months).ok()),
    ];
    (breakup, age, thresholds).prop_map(|(breakup, age, thresholds)| (breakup, breakup + Days::new(age), thresholds))
}

proptest! {
    #[test]
    fn every_day_has_one_window_and_the_windows_follow_each_other_without_a_gap((breakup, today, t) in any_day()) {
        let window = classify(breakup, today, t).unwrap();
        prop_assert!(window.from <= today && window.through.is_none_or(|last| today <= last), "{:?}", window);
        prop_assert_eq!(window.through.is_none(), window.id == WindowId::Years);
        let weeks = classify(breakup, classify(breakup, breakup, t).unwrap().through.unwrap() + Days::new(1), t).unwrap();
        let years = classify(breakup, weeks.through.unwrap() + Days::new(1), t).unwrap();
        prop_assert_eq!([weeks.id, years.id], [WindowId::WeeksTo6Months, WindowId::Years]);
        prop_assert_eq!(weeks.from, breakup + Days::new(u64::from(t.few_weeks_days())));
        prop_assert!(weeks.from < weeks.through.unwrap(), "the second window has more than one day");
        prop_assert!(t.is_default() || !window.stated);
        prop_assert!(classify(breakup, breakup - Days::new(1), t).is_err());
    }
}
