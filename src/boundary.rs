//! What the other person asked for, and what they answered (steps 3 and 6). Both outrank every timer.

use chrono::NaiveDate;

use crate::ids::ids;

ids! {
    /// What kind of distance was asked for.
    pub enum BoundaryKind: "a boundary" {
        /// They asked for space.
        Space = "space",
        /// A legal order.
        Order = "order",
    }
}

ids! {
    /// Their answer to a second chance.
    pub enum Answer: "an answer" {
        /// They are willing.
        Yes = "yes",
        /// Not ready now. Nothing more is asked of them.
        NotNow = "not-now",
        /// They are not willing. It is respected.
        No = "no",
    }
}

/// A boundary of the other person's. Several can stand at once; the strictest rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Boundary {
    /// Space, or an order.
    pub kind: BoundaryKind,
    /// Its first day, inclusive.
    pub from: NaiveDate,
    /// Its last day, inclusive; `None`: until they say otherwise.
    pub through: Option<NaiveDate>,
}

impl Boundary {
    /// Whether it is in force on `day`, both ends counted.
    ///
    /// ```
    /// use reconnect::{Boundary, BoundaryKind};
    /// let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
    /// let space = Boundary { kind: BoundaryKind::Space, from: day("2026-02-11"), through: Some(day("2026-05-01")) };
    /// assert!(space.in_force(day("2026-05-01")));
    /// assert!(!space.in_force(day("2026-05-02")));
    /// ```
    pub fn in_force(&self, day: NaiveDate) -> bool {
        self.from <= day && self.through.is_none_or(|last| day <= last)
    }
}
