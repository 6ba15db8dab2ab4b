//! One error for the whole library: what is wrong, and what to do about it.

use std::fmt;

use chrono::NaiveDate;

use crate::date::{LongDate, Refusal};

/// What the library refuses, with the values that a message needs. Its `Display` is lower case without a full stop;
/// [`Error::hint`] says what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// A date lies before the breakup, where the guide's windows do not reach.
    BeforeBreakup {
        /// The date that was asked about.
        date: NaiveDate,
        /// The breakup.
        breakup: NaiveDate,
    },
    /// The few weeks are not 14 to 180 days.
    FewWeeksOutOfRange(i64),
    /// The second window's months are not 1 to 120.
    GoldenMonthsOutOfRange(i64),
    /// The few weeks would not end before the months do.
    WindowsOverlap {
        /// The days as given.
        few_weeks_days: u16,
        /// The months as given.
        golden_months: u16,
    },
    /// A word that is not one of the known ids.
    UnknownId {
        /// What kind of id was expected, for people: "a window".
        what: &'static str,
        /// What was given.
        text: String,
        /// What there is.
        known: &'static [&'static str],
    },
    /// A date phrase outside the grammar of [`date`](crate::date).
    Phrase {
        /// The text as given.
        text: String,
        /// Why it is refused; [`Refusal::way_out`] is the hint.
        why: Refusal,
    },
}

impl Error {
    /// What to do about it, where there is something to say.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::BeforeBreakup { .. } => None,
            Self::FewWeeksOutOfRange(_) => Some("the default is 21 days".to_owned()),
            Self::GoldenMonthsOutOfRange(_) => Some("the default is 6 months, as the guide says".to_owned()),
            Self::WindowsOverlap { .. } => Some("choose fewer days or more months".to_owned()),
            Self::UnknownId { known, .. } => {
                let list: Vec<_> = known.iter().map(|id| format!("`{id}`")).collect();
                Some(format!("it can be {}", list.join(", ")))
            }
            Self::Phrase { why, .. } => Some(why.way_out().to_owned()),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BeforeBreakup { date, breakup } => {
                write!(f, "{} is before the breakup on {}", LongDate(*date), LongDate(*breakup))
            }
            Self::FewWeeksOutOfRange(days) => write!(f, "the few weeks can't be {days} days: 14 to 180 are possible"),
            Self::GoldenMonthsOutOfRange(months) => write!(f, "the window can't last {months} months: 1 to 120 are possible"),
            Self::WindowsOverlap { few_weeks_days, golden_months } => {
                write!(f, "{few_weeks_days} days don't end before {golden_months} months do")
            }
            Self::UnknownId { what, text, .. } => write!(f, "`{text}` isn't {what}"),
            Self::Phrase { text, why } => write!(f, "can't read `{text}` as a date: {why}"),
        }
    }
}

impl std::error::Error for Error {}
