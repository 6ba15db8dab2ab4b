//! The names of the verdicts, in the order of the table.

use crate::ids::ids;

ids! {
    /// What follows from the facts.
    pub enum VerdictId: "a verdict" {
        /// They asked for space or blocked the user, or an order was ever recorded.
        RespectBoundary = "respect-boundary",
        /// Their last answer is no.
        AcceptAnswer = "accept-answer",
        /// The user is here to heal and let go.
        Heal = "heal",
        /// Something that could not be read may hold a boundary or an answer.
        Unread = "unread",
        /// Their last answer is yes.
        BuildNew = "build-new",
        /// The user wrote; it is up to them now. Or they said not now.
        AwaitAnswer = "await-answer",
        /// The two are in touch again, or they wrote back after a reach-out.
        ActionsNotWords = "actions-not-words",
        /// No breakup date is known.
        Unknown = "unknown",
        /// The first window: the few weeks after the breakup are not over.
        Wait = "wait",
        /// The few weeks of quiet are not over, or not begun.
        GiveSpace = "give-space",
        /// Step 2 is still to be done.
        Prepare = "prepare",
        /// The guide's good window: one message is all right.
        ReachOutGently = "reach-out-gently",
        /// After the good window: possible, with extra care.
        ExtraCare = "extra-care",
    }
}

impl VerdictId {
    /// Whether one message is all right on a day with this verdict.
    pub const fn allows_reach_out(self) -> bool {
        matches!(self, Self::ReachOutGently | Self::ExtraCare)
    }

    /// Whether nothing may be said about getting in touch, nor a date for it. A new verdict forbids it until somebody decides.
    pub const fn forbids_contact_talk(self) -> bool {
        !(self.has_earliest() || matches!(self, Self::BuildNew | Self::ActionsNotWords | Self::Unknown))
    }

    /// Whether the row is about time, so that an `earliest` can belong to it.
    pub(crate) const fn has_earliest(self) -> bool {
        matches!(self, Self::Wait | Self::GiveSpace | Self::Prepare | Self::ReachOutGently | Self::ExtraCare)
    }
}
