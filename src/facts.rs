//! What is known on a day, as plain values: all that a verdict follows from.

use chrono::NaiveDate;

use crate::boundary::Answer;
use crate::window::{Thresholds, Window, classify};

/// How the latest reach-out stands (steps 4 and 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ReachOut {
    /// There has been none in this chapter.
    #[default]
    None,
    /// It has had no word from them since.
    Waiting,
    /// The same, and it is one only because two contacts in a row had no word back.
    WaitingAfterTwo,
    /// They have answered it with a word.
    Answered,
}

/// All that a verdict follows from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Facts {
    /// The civil date it is.
    pub today: NaiveDate,
    /// The breakup that opened this chapter.
    pub breakup: Option<NaiveDate>,
    /// Where the windows begin and end.
    pub thresholds: Thresholds,
    /// The day the current run started; `None` where none is open.
    pub run_since: Option<NaiveDate>,
    /// Whether the user has closed the latest run and opened none since.
    pub run_closed: bool,
    /// Whether a boundary is in force today.
    pub boundary_in_force: bool,
    /// Whether an order was ever recorded, in any chapter.
    pub order_recorded: bool,
    /// Their last answer in this chapter.
    pub answer: Option<Answer>,
    /// How the latest reach-out of this chapter stands.
    pub reach_out: ReachOut,
    /// Whether the notebook of this chapter has an issue with a plan.
    pub prepared: bool,
}

impl Facts {
    /// Nothing but the date.
    pub const fn on(today: NaiveDate) -> Self {
        Self {
            today,
            breakup: None,
            thresholds: Thresholds::DEFAULT,
            run_since: None,
            run_closed: false,
            boundary_in_force: false,
            order_recorded: false,
            answer: None,
            reach_out: ReachOut::None,
            prepared: false,
        }
    }

    /// The guide's window today. A breakup ahead of the clock counts as day 0.
    pub fn window(&self) -> Option<Window> {
        let breakup = self.breakup?;
        classify(breakup, self.today.max(breakup), self.thresholds).ok()
    }
}
