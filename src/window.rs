//! The guide's windows (step 1): where the age of a breakup falls, and what the guide says of that stretch.
//!
//! The guide speaks of "a few days", "a few weeks to 6 months" and "years". The exact bounds are this library's
//! reading of it, and can be set otherwise with [`Thresholds`].

use chrono::{Days, Months, NaiveDate};

use crate::Error;
use crate::ids::ids;

ids! {
    /// One of the three windows of the guide's step 1.
    pub enum WindowId: "a window" {
        /// "A few days": from the breakup through 20 days after it. Emotions are raw; wait until both are calmer.
        Days = "days",
        /// "A few weeks to 6 months": from 21 days after the breakup through 6 calendar months after it. The guide's good window.
        WeeksTo6Months = "weeks-to-6-months",
        /// "Years": from the day after that, without an end. Not impossible, with extra care and patience.
        Years = "years",
    }
}

/// Where one window ends and the next begins. Both bounds are this library's: the guide gives none.
///
/// ```
/// use reconnect::Thresholds;
/// assert_eq!(Thresholds::DEFAULT, Thresholds::new(21, 6)?);
/// assert!(Thresholds::new(60, 1).is_err(), "the second window would begin after its end");
/// # Ok::<(), reconnect::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(try_from = "Unchecked"))]
pub struct Thresholds {
    few_weeks_days: u16,
    golden_months: u16,
}

/// Thresholds as they are read: deserialized values pass the same check as any others.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
struct Unchecked {
    few_weeks_days: i64,
    golden_months: i64,
}

#[cfg(feature = "serde")]
impl TryFrom<Unchecked> for Thresholds {
    type Error = Error;

    fn try_from(unchecked: Unchecked) -> Result<Self, Error> {
        Self::new(unchecked.few_weeks_days, unchecked.golden_months)
    }
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

    /// Whether these are [`Self::DEFAULT`]. Otherwise no window is `stated`, and the reasons say "your own setting".
    pub fn is_default(self) -> bool {
        self == Self::DEFAULT
    }

    /// The date that lies [`Self::few_weeks_days`] after `date`: the first on which the few weeks are over.
    pub fn after_few_weeks(self, date: NaiveDate) -> NaiveDate {
        before_year_10000(date, date.checked_add_days(Days::new(u64::from(self.few_weeks_days))))
    }
}

impl Default for Thresholds {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// A window around one date: which, from when through when, and whether the guide itself speaks of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Window {
    /// Which of the three.
    pub id: WindowId,
    /// Its first day, inclusive.
    pub from: NaiveDate,
    /// Its last day, inclusive; open for [`WindowId::Years`].
    pub through: Option<NaiveDate>,
    /// Whether the guide speaks of this stretch. It doesn't between 6 months and a year, nor with the user's own thresholds.
    pub stated: bool,
}

/// `date` and so many calendar months, clamped to the month's end.
fn add_months(date: NaiveDate, months: u16) -> NaiveDate {
    before_year_10000(date, date.checked_add_months(Months::new(u32::from(months))))
}

/// A day after `date`, but not after the last one whose year has four digits: what is printed can be read back.
fn before_year_10000(date: NaiveDate, later: Option<NaiveDate>) -> NaiveDate {
    let later = later.unwrap_or(NaiveDate::MAX);
    NaiveDate::from_ymd_opt(9999, 12, 31).map_or(later, |last| later.min(last.max(date)))
}

/// Whether a calendar year has passed since `breakup`: from the same date of the next year on, or 28 February after a 29th.
pub fn a_year_has_passed(breakup: NaiveDate, today: NaiveDate) -> bool {
    today >= add_months(breakup, 12)
}

/// The window of step 1 that `today` falls in. Every day from the breakup on has one, the breakup's day included.
///
/// # Errors
/// [`Error::BeforeBreakup`] if `today` lies before `breakup`.
pub fn classify(breakup: NaiveDate, today: NaiveDate, thresholds: Thresholds) -> Result<Window, Error> {
    if today < breakup {
        return Err(Error::BeforeBreakup { date: today, breakup });
    }
    let stated = thresholds.is_default();
    let weeks_through = add_months(breakup, thresholds.golden_months);
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
