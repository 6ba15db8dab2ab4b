//! What a verdict is: its id, its sentence, its reasons, and the row of the table that they stand in. Which one follows is the
//! table's to say, in `advice.rs`.

use chrono::NaiveDate;

use crate::facts::Facts;
use crate::ids::ids;

ids! {
    /// What follows from the facts.
    pub enum VerdictId: "a verdict" {
        /// They asked for distance, or an order was ever recorded.
        RespectBoundary = "respect-boundary",
        /// Their last answer is no.
        AcceptAnswer = "accept-answer",
        /// Their last answer is yes.
        BuildNew = "build-new",
        /// It is theirs to answer.
        AwaitAnswer = "await-answer",
        /// They answered a reach-out with a word.
        ActionsNotWords = "actions-not-words",
        /// No breakup date is known.
        Unknown = "unknown",
        /// The first days.
        Wait = "wait",
        /// The few weeks of quiet are not over, or not begun.
        GiveSpace = "give-space",
        /// Step 2 is still to be done.
        Prepare = "prepare",
        /// The guide's good window.
        ReachOutGently = "reach-out-gently",
        /// After it.
        ExtraCare = "extra-care",
    }
}

impl VerdictId {
    /// Whether a contact on a day with this verdict is a reach-out that the guide allows.
    pub const fn allows_reach_out(self) -> bool {
        matches!(self, Self::ReachOutGently | Self::ExtraCare)
    }

    /// Whether nothing may be said about getting in touch, nor when a window ends: they asked for space, or it is theirs to
    /// answer, or they have answered no. Without a wildcard: whoever adds a verdict has to decide.
    pub const fn is_theirs(self) -> bool {
        match self {
            Self::RespectBoundary | Self::AcceptAnswer | Self::AwaitAnswer => true,
            Self::BuildNew
            | Self::ActionsNotWords
            | Self::Unknown
            | Self::Wait
            | Self::GiveSpace
            | Self::Prepare
            | Self::ReachOutGently
            | Self::ExtraCare => false,
        }
    }

    /// Whether the row speaks of time at all, so that an `earliest` can belong to it.
    pub(crate) const fn has_earliest(self) -> bool {
        matches!(self, Self::Wait | Self::GiveSpace | Self::Prepare | Self::ReachOutGently | Self::ExtraCare)
    }
}

/// One reason of a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Reason {
    /// The guide's step, 1 to 6.
    pub step: u8,
    /// Whether the guide says it, or it is inferred.
    pub stated: bool,
    /// The sentence.
    pub text: &'static str,
}

/// Text that belongs to a row where its condition holds.
#[derive(Debug)]
pub struct When<T> {
    /// The condition, within its row.
    pub holds: fn(&Facts) -> bool,
    /// What it is for, in words, for whoever reads all sentences at once.
    pub case: &'static str,
    /// The text.
    pub text: T,
}

/// A row of the table.
#[derive(Debug)]
pub struct Row {
    /// The verdict.
    pub id: VerdictId,
    /// When the row holds, if no row above it does.
    pub holds: fn(&Facts) -> bool,
    /// What it says: the first whose condition holds. The last one always does.
    pub says: &'static [When<&'static str>],
    /// Why: each whose condition holds, in this order.
    pub reasons: &'static [When<Reason>],
}

/// What follows from a set of facts.
#[derive(Debug, Clone, Copy)]
pub struct Verdict {
    pub(crate) row: &'static Row,
    pub(crate) facts: Facts,
    /// The first day on which the guide's few weeks are over, for the breakup and for the current run. A convention, not a
    /// promise; `None` wherever a date would be out of place.
    pub earliest: Option<NaiveDate>,
}

impl Verdict {
    /// Which.
    pub fn id(&self) -> VerdictId {
        self.row.id
    }

    /// The sentence or two that say it.
    pub fn says(&self) -> &'static str {
        self.row.says.iter().find(|line| (line.holds)(&self.facts)).map_or("", |line| line.text)
    }

    /// Why, in the order in which it is to be read.
    pub fn reasons(&self) -> impl Iterator<Item = Reason> + '_ {
        self.row.reasons.iter().filter(|reason| (reason.holds)(&self.facts)).map(|reason| reason.text)
    }
}
