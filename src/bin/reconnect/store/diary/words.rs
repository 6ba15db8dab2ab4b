//! The enums that have one word a variant in the diary, the arguments and JSON.

use reconnect::ids;

ids! {
    pub enum EntryKind: "a kind of notebook entry" {
        Issue = "issue",
        Plan = "plan",
        Evidence = "evidence",
        Obstacle = "obstacle",
        Want = "want",
        IfThen = "if-then",
        Note = "note",
    }
}

ids! {
    pub enum ObstacleKind: "a kind of obstacle" {
        Practical = "practical",
        Emotional = "emotional",
    }
}

ids! {
    pub enum Outcome: "an outcome" {
        SatOut = "sat-out",
        Wrote = "wrote",
        NeedsFriend = "needs-friend",
    }
}

ids! {
    pub enum Trigger: "a trigger" {
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
