//! The enums that have one word a variant in the diary, the arguments and JSON.

use serde::{Deserialize, Serialize};

macro_rules! words {
    ($(pub enum $name:ident { $($variant:ident = $word:literal,)+ })+) => {$(
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
        pub enum $name { $(#[serde(rename = $word)] $variant,)+ }

        #[allow(dead_code, reason = "not every enum is listed or read by its word")]
        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.word() == word)
            }
        }
    )+};
}

words! {
    pub enum EntryKind {
        Issue = "issue",
        Plan = "plan",
        Evidence = "evidence",
        Obstacle = "obstacle",
        Want = "want",
        IfThen = "if-then",
        Note = "note",
    }

    pub enum ObstacleKind {
        Practical = "practical",
        Emotional = "emotional",
    }

    pub enum Outcome {
        SatOut = "sat-out",
        Wrote = "wrote",
        NeedsFriend = "needs-friend",
    }

    pub enum Trigger {
        Memory = "memory",
        Lonely = "lonely",
        SocialMedia = "social-media",
        Alcohol = "alcohol",
        Place = "place",
        Song = "song",
        Date = "date",
        TheyWrote = "they-wrote",
        Other = "other",
    }
}

impl EntryKind {
    pub const fn can_be_done(self) -> bool {
        matches!(self, Self::Issue | Self::Plan | Self::Obstacle)
    }
}
