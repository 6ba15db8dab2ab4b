//! What can happen, and what it does: the input and the answers of a [`Timeline`](crate::Timeline).

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::boundary::{Aim, Answer, BoundaryKind, Protects};
use crate::contact::Contact;
use crate::run::Moment;

/// What happened, as far as it has consequences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum EventKind {
    /// A breakup: the date of this chapter, or the beginning of the next.
    Breakup {
        /// Whether it is a second breakup: dated after the current one, it opens a new chapter.
        again: bool,
    },
    /// A run opens.
    Start {
        /// Whether it corrects the start of a run that a contact opened.
        moves: bool,
    },
    /// The user closes the run.
    End,
    /// Somebody reached out.
    Contact(Contact),
    /// A boundary; the event's day is its first.
    Boundary {
        /// Space, a block, the user's own, or an order.
        kind: BoundaryKind,
        /// Its last day, inclusive; `None`: until they say otherwise.
        through: Option<NaiveDate>,
        /// Whom an order protects.
        protects: Option<Protects>,
    },
    /// Boundaries that have begun by then are lifted. A lifted order stays on record.
    BoundaryCleared {
        /// `true`: only the user's own boundary. `false`: what they asked for, or the user's own where that is all there is.
        own: bool,
    },
    /// They answered.
    Answer {
        /// Yes, no, or not now.
        answer: Answer,
        /// Whether the user said with it that the two are in touch again.
        in_touch: bool,
    },
    /// The user said what this time is for. The one recorded last counts.
    Aim(Aim),
    /// The notebook has an issue with a plan.
    Prepared,
}

/// Something that happened, when, and when it was recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Event {
    /// When it happened.
    pub moment: Moment,
    /// When it was recorded. Without it the event counts as recorded before all others.
    pub recorded_at: Option<DateTime<FixedOffset>>,
    /// What happened.
    pub kind: EventKind,
    /// A contact by them that is known by the user's answer to it: whoever answers it didn't find it unwelcome.
    #[cfg_attr(feature = "serde", serde(default))]
    pub is_answered: bool,
}

impl Event {
    /// An event without [`Self::recorded_at`].
    pub const fn new(moment: Moment, kind: EventKind) -> Self {
        Self { moment, recorded_at: None, kind, is_answered: false }
    }
}

/// What an event did to the runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RunChange {
    /// Nothing.
    #[default]
    Unchanged,
    /// It opened a run, perhaps after closing another.
    Opened,
    /// It moved the start of the open run.
    Moved,
    /// It closed the open run and opened none.
    Closed,
}

/// What one contact did, given everything before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ContactOutcome {
    /// It ended the run, or moved its start on the first day.
    pub ended_run: bool,
    /// It was a reach-out, or a further message of one: the verdict just before allowed one.
    pub reach_out: bool,
    /// It counts as unwanted: the user marked it, or an order for the user, their own boundary or their aim `closure` makes it so.
    pub unwanted: bool,
    /// It began or continued being in touch.
    pub in_touch: bool,
    /// Tries by the user without a word back, this one included ([`Facts::tries`](crate::Facts::tries)).
    pub tries: u32,
}

/// What one event did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Effect {
    /// What it did to the runs.
    pub run: RunChange,
    /// A breakup: whether its day is the current breakup's now.
    pub sets_breakup: bool,
    /// A breakup: whether it opened a new chapter.
    pub opens_chapter: bool,
    /// A contact: what it did. An answer: whether it began or continued being in touch.
    pub contact: ContactOutcome,
}
