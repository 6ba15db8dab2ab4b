//! Milestones: counts worth saying, and nothing that counts down to contact.

use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;
use reconnect::{Count, milestones};

use crate::day;

#[test]
fn every_milestone_of_one_run_has_its_id_and_its_date() {
    let by_hand = "day-1 2026-11-02, day-3 2026-11-04, day-7 2026-11-08, day-14 2026-11-15, day-21 2026-11-22, day-30 2026-12-01, \
        day-45 2026-12-16, day-60 2026-12-31, day-90 2027-01-30, day-120 2027-03-01, day-180 2027-04-30, day-270 2027-07-29, \
        year-1 2027-11-01, year-2 2028-11-01, year-3 2029-11-01";
    let said: Vec<_> = milestones(day("2026-11-01")).take(15).map(|m| format!("{} {}", m.id(), m.date)).collect();
    assert_eq!(said.join(", "), by_hand);
}

#[test]
fn days_are_counted_over_leap_days_and_years_without_end_until_the_calendar_ends() {
    // 1 February 2024 and 30 days are 28 + 2 days into March.
    for (start, id, date) in
        [("2024-02-01", "day-30", "2024-03-02"), ("2025-02-01", "day-30", "2025-03-03"), ("2026-11-01", "year-100", "2126-11-01")]
    {
        assert!(milestones(day(start)).any(|milestone| milestone.id() == id && milestone.date == day(date)), "{start}, {id}");
    }
    // A year that began on 29 February is over on 28 February, and in leap years on the 29th.
    let years: Vec<_> = milestones(day("2024-02-29")).skip(12).take(5).map(|m| m.date.to_string()).collect();
    assert_eq!(years, ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29", "2029-02-28"]);
    // 1900 was no leap year, although it divides by four.
    let fourth = milestones(day("1896-02-29")).find(|m| m.count == Count::Years(4)).unwrap();
    assert_eq!((fourth.id(), fourth.date), ("year-4".to_owned(), day("1900-02-28")));
    assert_eq!(milestones(NaiveDate::MAX).count(), 0, "nothing comes after the last day");
    // A year of five digits is no date that anybody can type.
    let last: Vec<_> = milestones(day("9999-12-27")).map(|m| m.id()).collect();
    assert_eq!(last, ["day-1", "day-3"]);
}

proptest! {
    #[test]
    fn milestones_ascend_and_years_keep_their_month(days in 0_u64..3_600_000) {
        let start = day("0001-01-01") + Days::new(days);
        let all: Vec<_> = milestones(start).take(40).collect();
        prop_assert_eq!(all.len(), 40);
        prop_assert!(start < all[0].date && all.windows(2).all(|pair| pair[0].date < pair[1].date));
        // Twelve counts of days come before the first year.
        for milestone in all.iter().skip(12) {
            prop_assert_eq!(milestone.date.month(), start.month());
        }
    }
}
