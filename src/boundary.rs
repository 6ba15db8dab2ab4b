//! What the other person asked for and answered (steps 3 and 6), which comes before every timer; and what the user is here for.

use chrono::NaiveDate;

use crate::ids::ids;

ids! {
    /// What kind of boundary, the strictest last.
    #[non_exhaustive]
    pub enum BoundaryKind: "a boundary" {
        /// They asked for space.
        Space = "space",
        /// They blocked the user. It counts as asking for space.
        Blocked = "blocked",
        /// A legal order.
        Order = "order",
    }
}

ids! {
    /// Their answer to a second chance.
    pub enum Answer: "an answer" {
        /// They are willing.
        Yes = "yes",
        /// They are not ready. If and when is up to them.
        NotNow = "not-now",
        /// They are not willing.
        No = "no",
    }
}

ids! {
    /// What the user is here for.
    pub enum Aim: "an aim" {
        /// Perhaps a second chance.
        SecondChance = "second-chance",
        /// To heal and let go.
        Closure = "closure",
    }
}

/// A boundary that the other person (or a court) set. Several can be in force at once; the strictest rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Boundary {
    /// Space, a block, or an order.
    pub kind: BoundaryKind,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day, inclusive; `None`: until they say otherwise.
    pub through: Option<NaiveDate>,
}

impl Boundary {
    /// Whether a recorded boundary holds on `day`: its last day has not passed. The first day is not asked for, because a boundary
    /// that was recorded further east, where it was tomorrow already, holds here too.
    pub fn in_force(&self, day: NaiveDate) -> bool {
        self.through.is_none_or(|last| day <= last)
    }
}
