//! Everything that a verdict follows from.

use chrono::NaiveDate;

use crate::boundary::{Aim, Answer, BoundaryKind, Protects};
use crate::window::{Thresholds, Window, classify};

/// Where the one reach-out of a chapter stands (steps 4 and 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum ReachOut {
    /// None waits: there was none, or it led nowhere.
    #[default]
    Idle,
    /// It waits for a word from them.
    Waiting,
    /// They got back to the user, and step 4 is open.
    Answered,
}

/// Everything that a verdict follows from. [`Facts::on`] makes one in which only the date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Facts {
    /// The civil date it is.
    pub today: NaiveDate,
    /// The breakup that opened this chapter.
    pub breakup: Option<NaiveDate>,
    /// Where the windows begin and end.
    #[cfg_attr(feature = "serde", serde(default))]
    pub thresholds: Thresholds,
    /// The day on which the current run started; `None` where none is open.
    pub run_since: Option<NaiveDate>,
    /// Whether the user closed the latest run and opened none since.
    #[cfg_attr(feature = "serde", serde(default))]
    pub run_closed: bool,
    /// Whether a contact opened the current run, and there are kept days before it.
    #[cfg_attr(feature = "serde", serde(default))]
    pub slipped: bool,
    /// The strictest boundary in force today.
    pub boundary: Option<BoundaryKind>,
    /// The latest last day of what they had asked for in this chapter, if it ran out by itself and nothing is in force today.
    pub boundary_ran_out: Option<NaiveDate>,
    /// Whom the orders ever recorded protect, in any chapter; `None` where there was none. Orders for different people: both.
    pub order: Option<Protects>,
    /// Their last answer in this chapter.
    pub answer: Option<Answer>,
    /// Whether a start, a boundary or an unwanted contact came after their last answer. Then a yes no longer rules.
    #[cfg_attr(feature = "serde", serde(default))]
    pub answer_is_past: bool,
    /// What the user is here for, if they said.
    pub aim: Option<Aim>,
    /// Whether an unwanted contact came after their last word.
    #[cfg_attr(feature = "serde", serde(default))]
    pub unwanted: bool,
    /// Since when the two are in touch again, if the user said so (step 4).
    pub in_touch: Option<NaiveDate>,
    /// Where the reach-out of this chapter stands.
    #[cfg_attr(feature = "serde", serde(default))]
    pub reach_out: ReachOut,
    /// Tries by the user since the last word from them ([`Timeline`](crate::Timeline)); a reach-out starts again at one.
    #[cfg_attr(feature = "serde", serde(default))]
    pub tries: u32,
    /// The day of the latest reach-out, or of the latest try while pressed. The quiet weeks count from it at the earliest, even
    /// if the user kept the run.
    pub last_try: Option<NaiveDate>,
    /// Whether the notebook of this chapter has an issue with a plan.
    #[cfg_attr(feature = "serde", serde(default))]
    pub prepared: bool,
    /// Whether something that could not be read may hold a boundary or an answer. [`Timeline`](crate::Timeline) never sets it.
    #[cfg_attr(feature = "serde", serde(default))]
    pub unread: bool,
}

impl Facts {
    /// Nothing is known but the date.
    pub const fn on(today: NaiveDate) -> Self {
        Self {
            today,
            breakup: None,
            thresholds: Thresholds::DEFAULT,
            run_since: None,
            run_closed: false,
            slipped: false,
            boundary: None,
            boundary_ran_out: None,
            order: None,
            answer: None,
            answer_is_past: false,
            aim: None,
            unwanted: false,
            in_touch: None,
            reach_out: ReachOut::Idle,
            tries: 0,
            last_try: None,
            prepared: false,
            unread: false,
        }
    }

    /// The guide's window today; `None` without a breakup. A breakup ahead of the clock counts as day 0.
    pub fn window(&self) -> Option<Window> {
        let breakup = self.breakup?;
        classify(breakup, self.today.max(breakup), self.thresholds).ok()
    }

    /// Whether the user reached out twice or more without a word back.
    pub const fn pressed(&self) -> bool {
        self.tries >= 2
    }

    /// Whether every order on record protects the user alone.
    pub fn order_protects_me(&self) -> bool {
        self.order == Some(Protects::Me)
    }

    /// Whether the user needs distance from the other person: an order protects the user alone, the user asked for distance, or didn't
    /// want a contact.
    pub fn needs_distance(&self) -> bool {
        self.order_protects_me() || self.boundary == Some(BoundaryKind::Own) || self.unwanted
    }

    /// Whether their word, an order or an unwanted contact stands against being in touch.
    pub fn stands_against_touch(&self) -> bool {
        self.boundary.is_some() || self.order.is_some() || self.answer == Some(Answer::No) || self.unwanted
    }

    /// The day from which the quiet weeks count; `None` where no run is open.
    pub fn quiet_since(&self) -> Option<NaiveDate> {
        self.run_since.map(|start| start.max(self.last_try.unwrap_or(start)))
    }
}
