//! Everything that a verdict follows from.

use chrono::NaiveDate;

use crate::boundary::{Aim, Answer, BoundaryKind};
use crate::window::{Thresholds, Window, classify};

/// Where the one reach-out of a chapter stands (steps 4 and 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum ReachOut {
    /// There is none, or the one that was made led nowhere.
    #[default]
    NotYet,
    /// It waits for a word from them.
    Waiting,
    /// They wrote back, and step 4 is open.
    Answered,
}

/// Everything that a verdict follows from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[non_exhaustive]
pub struct Facts {
    /// The civil date it is.
    pub today: NaiveDate,
    /// The breakup that opened this chapter.
    pub breakup: Option<NaiveDate>,
    /// Where the windows begin and end.
    pub thresholds: Thresholds,
    /// The day on which the current run started; `None` where none is open.
    pub run_since: Option<NaiveDate>,
    /// Whether the user closed the latest run and opened none since.
    pub run_closed: bool,
    /// Whether a contact opened the current run, and there are kept days before it.
    pub slipped: bool,
    /// The strictest boundary in force today.
    pub boundary: Option<BoundaryKind>,
    /// The latest last day of the boundaries of this chapter that ran out by themselves.
    pub boundary_ran_out: Option<NaiveDate>,
    /// Whether an order was ever recorded, in any chapter.
    pub order_recorded: bool,
    /// Their last answer in this chapter.
    pub answer: Option<Answer>,
    /// What the user is here for, if they said.
    pub aim: Option<Aim>,
    /// Where the reach-out of this chapter stands.
    pub reach_out: ReachOut,
    /// Contacts by the user that count ([`Contact::counts`](crate::Contact::counts)) since the last word from them; a reach-out starts again at one.
    pub unanswered: u32,
    /// The day of the latest reach-out, or of the latest contact while pressed. The quiet weeks count from it at the earliest, even
    /// if the user kept the run.
    pub last_try: Option<NaiveDate>,
    /// Whether the notebook of this chapter has an issue with a plan.
    pub prepared: bool,
}

impl Facts {
    /// Nothing is known but the date.
    pub fn on(today: NaiveDate) -> Self {
        Self { today, ..Self::default() }
    }

    /// The guide's window today. A breakup ahead of the clock counts as day 0.
    pub fn window(&self) -> Option<Window> {
        let breakup = self.breakup?;
        classify(breakup, self.today.max(breakup), self.thresholds).ok()
    }

    /// Whether the user wrote twice or more without a word back.
    pub const fn pressed(&self) -> bool {
        self.unanswered >= 2
    }

    /// The day from which the quiet weeks count; `None` where no run is open.
    pub fn quiet_since(&self) -> Option<NaiveDate> {
        self.run_since.map(|start| start.max(self.last_try.unwrap_or(start)))
    }
}
