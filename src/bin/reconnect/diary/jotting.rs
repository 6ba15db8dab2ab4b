//! What the notebook's records hold.

use serde::{Deserialize, Serialize};

use super::Id;

/// What an entry's line holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Jotting {
    /// Its number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<u32>,
    /// What it belongs to: a plan to its issue or obstacle, evidence to its plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Id>,
    /// What kind of obstacle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<Sort>,
    /// Issues and their plans are kept on paper.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub paper: bool,
    /// The user's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// The two kinds of obstacle (step 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// Distance, schedules, work, family.
    Practical,
    /// Trust, above all.
    Emotional,
}

/// What became of an urge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It passed.
    SatOut,
    /// They wrote.
    Wrote,
    /// It is better not to be alone with it.
    NeedsFriend,
}

/// The kinds of entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A key issue.
    Issue,
    /// What to do about it.
    Plan,
    /// Proof that it was done.
    Evidence,
    /// What stands in the way.
    Obstacle,
    /// What the user truly wants.
    Want,
    /// Anything else.
    Note,
}

impl Kind {
    /// The word for it: what is typed, and what JSON says.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Issue => "issue",
            Self::Plan => "plan",
            Self::Evidence => "evidence",
            Self::Obstacle => "obstacle",
            Self::Want => "want",
            Self::Note => "note",
        }
    }

    /// Whether it is something that can be dealt with.
    pub const fn can_be_done(self) -> bool {
        matches!(self, Self::Issue | Self::Plan | Self::Obstacle)
    }
}
