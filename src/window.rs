//! The guide's windows (step 1): where the age of a breakup falls, and what the guide says of that stretch.
//!
//! The guide speaks of "a few days", "a few weeks to 6 months" and "years". The exact bounds are this library's
//! reading of it, and can be set otherwise with [`Thresholds`].

use chrono::{Datelike, Days, NaiveDate};

use crate::Error;
use crate::ids::ids;

ids! {
    /// One of the three windows of the guide's step 1.
    pub enum WindowId: "a window" {
        /// "A few days": emotions are raw; let the dust settle.
        Days = "days",
        /// "A few weeks to 6 months": the guide's good window.
        WeeksTo6Months = "weeks-to-6-months",
        /// "Years": not impossible, with extra care and patience.
        Years = "years",
    }
}

/// Where one window ends and the next begins. Both bounds are conventions (the guide gives none).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Thresholds {
    few_weeks_days: u16,
    golden_months: u16,
}

/// The least number of days that 1, 2, 3, 4 and 5 calendar months can span (31 January + 1 month is 28 days).
const SHORTEST_MONTHS: [u16; 5] = [28, 59, 89, 120, 150];

impl Thresholds {
    /// 21 days and 6 calendar months.
    pub const DEFAULT: Self = Self { few_weeks_days: 21, golden_months: 6 };

    /// Checks and keeps a pair of thresholds: days from the breakup to the first day of the second window, and
    /// calendar months from the breakup through its last day.
    ///
    /// # Errors
    /// If `few_weeks_days` is not 14 to 180, `golden_months` not 1 to 120, or the first would not end before the
    /// second whatever the breakup's date.
    ///
    /// ```
    /// use reconnect::Thresholds;
    /// assert_eq!(Thresholds::new(21, 6), Ok(Thresholds::DEFAULT));
    /// assert!(Thresholds::new(13, 6).is_err());
    /// assert!(Thresholds::new(59, 2).is_err());
    /// ```
    pub fn new(few_weeks_days: i64, golden_months: i64) -> Result<Self, Error> {
        let Ok(days @ 14..=180) = u16::try_from(few_weeks_days) else { return Err(Error::FewWeeksOutOfRange(few_weeks_days)) };
        let Ok(months @ 1..=120) = u16::try_from(golden_months) else { return Err(Error::GoldenMonthsOutOfRange(golden_months)) };
        match SHORTEST_MONTHS.get(usize::from(months - 1)) {
            Some(&shortest) if days >= shortest => Err(Error::WindowsOverlap { few_weeks_days: days, golden_months: months }),
            _ => Ok(Self { few_weeks_days: days, golden_months: months }),
        }
    }

    /// Days from the breakup to the first day of the second window; also the few weeks of quiet asked of a run.
    pub const fn few_weeks_days(self) -> u16 {
        self.few_weeks_days
    }

    /// Calendar months from the breakup through the last day of the second window.
    pub const fn golden_months(self) -> u16 {
        self.golden_months
    }

    /// Whether these are the library's own; otherwise nothing is `stated` and the text says "your own setting".
    pub fn is_default(self) -> bool {
        self == Self::DEFAULT
    }

    /// `date` and the few weeks after it.
    pub fn after_few_weeks(self, date: NaiveDate) -> NaiveDate {
        date.checked_add_days(Days::new(u64::from(self.few_weeks_days))).unwrap_or(NaiveDate::MAX)
    }
}

impl Default for Thresholds {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// A window around one date: which, from when through when, and whether the guide itself speaks of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Window {
    /// Which of the three.
    pub id: WindowId,
    /// Its first day, inclusive.
    pub from: NaiveDate,
    /// Its last day, inclusive; open for [`WindowId::Years`].
    pub through: Option<NaiveDate>,
    /// Whether the guide speaks of this stretch. Never with the user's own thresholds; between 6 months and a year not either.
    pub stated: bool,
}

/// `date` and so many calendar months, clamped to the month's end. Saturates at the end of the calendar.
pub(crate) fn add_months(date: NaiveDate, months: u32) -> NaiveDate {
    // What chrono's own function gives, as a test holds; but it is asked for every date, and this is a third faster.
    let month = date.month0() + months;
    let year = date.year() + (month / 12).cast_signed();
    let leap = u32::from(year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    let days_before = |month: u32| {
        let days = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365].get(month as usize);
        days.map_or(0, |days| days + if month > 1 { leap } else { 0 })
    };
    let month = month % 12;
    let ordinal = (days_before(month) + date.day()).min(days_before(month + 1));
    NaiveDate::from_yo_opt(year, ordinal).unwrap_or(NaiveDate::MAX)
}

/// Whether a year has passed since `breakup` (calendar year, 29 February clamped), `today` included.
pub fn a_year_has_passed(breakup: NaiveDate, today: NaiveDate) -> bool {
    // Compared, and not computed, because this is asked for every date.
    match today.year() - breakup.year() {
        1 => {
            // A year after 29 February is the 28th.
            let day = if breakup.month() == 2 { breakup.day().min(28) } else { breakup.day() };
            (today.month(), today.day()) >= (breakup.month(), day)
        }
        years => years > 1,
    }
}

/// The window that `today` falls in. Total for `today >= breakup`; allocates nothing. (Step 1.)
///
/// # Errors
/// [`Error::BeforeBreakup`] if `today` lies before `breakup`.
///
/// ```
/// use chrono::NaiveDate;
/// use reconnect::{Thresholds, WindowId, classify};
/// let date = |text: &str| text.parse::<NaiveDate>().unwrap();
///
/// let window = classify(date("2025-08-31"), date("2026-02-28"), Thresholds::DEFAULT)?;
/// assert_eq!(window.id, WindowId::WeeksTo6Months);
/// assert_eq!(window.from, date("2025-09-21"));
/// assert_eq!(window.through, Some(date("2026-02-28")));
/// assert!(window.stated);
/// # Ok::<(), reconnect::Error>(())
/// ```
pub fn classify(breakup: NaiveDate, today: NaiveDate, thresholds: Thresholds) -> Result<Window, Error> {
    if today < breakup {
        return Err(Error::BeforeBreakup { date: today, breakup });
    }
    let stated = thresholds.is_default();
    let weeks_through = add_months(breakup, u32::from(thresholds.golden_months));
    if today > weeks_through {
        let from = weeks_through.succ_opt().unwrap_or(NaiveDate::MAX);
        return Ok(Window { id: WindowId::Years, from, through: None, stated: stated && a_year_has_passed(breakup, today) });
    }
    let weeks_from = thresholds.after_few_weeks(breakup);
    Ok(if today < weeks_from {
        Window { id: WindowId::Days, from: breakup, through: weeks_from.pred_opt(), stated }
    } else {
        Window { id: WindowId::WeeksTo6Months, from: weeks_from, through: Some(weeks_through), stated }
    })
}

#[cfg(test)]
mod tests {
    use chrono::Months;

    use super::*;

    #[test]
    fn months_are_added_as_chrono_adds_them() {
        // Every day around a century without a leap day and one with it, and the calendar's end.
        for (first, days) in [("1896-01-01", 3_650), ("1996-01-01", 3_650), ("9996-01-01", 1_500)] {
            let first: NaiveDate = first.parse().unwrap();
            for date in (0..days).map(|days| first + Days::new(days)) {
                for months in [0, 1, 2, 6, 11, 12, 13, 24, 119, 120] {
                    assert_eq!(add_months(date, months), date + Months::new(months), "{date} {months}");
                }
            }
        }
        assert_eq!(add_months(NaiveDate::MAX, 1), NaiveDate::MAX);
    }
}
