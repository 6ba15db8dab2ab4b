//! What was asked for and answered (steps 3 and 6), which comes before every timer; and what the user is here for.

use chrono::NaiveDate;

use crate::ids::ids;

ids! {
    /// What kind of boundary, the strictest last. Their word speaks before the user's own.
    pub enum BoundaryKind: "a boundary" {
        /// The user asked for no contact, or blocked the other person.
        Own = "own",
        /// They asked for space.
        Space = "space",
        /// They blocked the user. It counts as asking for space.
        Blocked = "blocked",
        /// A court order, or another legal one. It rules even after its end.
        Order = "order",
    }
}

ids! {
    /// Whom a legal order protects.
    pub enum Protects: "somebody whom an order protects" {
        /// The user.
        Me = "me",
        /// The other person.
        Them = "them",
        /// Both, or not said.
        Both = "both",
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

/// A boundary that the other person, a court or the user set. Several can be in force at once; the strictest rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Boundary {
    /// Space, a block, the user's own, or an order.
    pub kind: BoundaryKind,
    /// Its first day, inclusive.
    pub from: NaiveDate,
    /// Its last day, inclusive; `None`: until they say otherwise.
    pub through: Option<NaiveDate>,
    /// Whom an order protects; `None` for every other kind.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub protects: Option<Protects>,
}

impl Boundary {
    /// A boundary that starts on a day and has no last day. An order protects both.
    pub fn new(kind: BoundaryKind, from: NaiveDate) -> Self {
        Self { kind, from, through: None, protects: (kind == BoundaryKind::Order).then_some(Protects::Both) }
    }

    /// Whether a recorded boundary holds on `day`: its last day has not passed. The first day is not asked for, because a boundary
    /// that was recorded further east, where it was tomorrow already, holds here too.
    pub fn in_force(&self, day: NaiveDate) -> bool {
        self.through.is_none_or(|last| day <= last)
    }
}
