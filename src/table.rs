//! The verdict table: ONE ordered list, the first row that holds wins. Its order and its sentences are the library's heart.
//!
//! Each reason carries its step of the guide, and whether the guide states it or this library infers it. What makes contact likelier
//! is a convention and says so; what protects the other person is firm. No sentence promises, scolds or holds a date.

use crate::boundary::{Aim, Answer, BoundaryKind};
use crate::contact_talk as talk;
use crate::facts::{Facts, ReachOut};
use crate::guide::NOT_AFTER_VIOLENCE;
use crate::ids::ids;
use crate::window::{WindowId, a_year_has_passed};

ids! {
    /// What follows from the facts.
    #[non_exhaustive]
    pub enum VerdictId: "a verdict" {
        /// They asked for space or blocked the user, or an order was ever recorded.
        RespectBoundary = "respect-boundary",
        /// Their last answer is no.
        AcceptAnswer = "accept-answer",
        /// The user is here to heal and let go.
        Heal = "heal",
        /// Their last answer is yes.
        BuildNew = "build-new",
        /// The user wrote; it is up to them now. Or they said not now.
        AwaitAnswer = "await-answer",
        /// They wrote back after a reach-out.
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
    /// Whether one message is all right on a day with this verdict.
    pub const fn allows_reach_out(self) -> bool {
        matches!(self, Self::ReachOutGently | Self::ExtraCare)
    }

    /// Whether nothing may be said about getting in touch, nor a date for it. Ask [`Verdict::forbids_contact_talk`](crate::Verdict::forbids_contact_talk) where there is a
    /// verdict: it knows more. Without a wildcard, so that whoever adds a verdict has to decide.
    pub const fn forbids_contact_talk(self) -> bool {
        match self {
            Self::RespectBoundary | Self::AcceptAnswer | Self::Heal | Self::AwaitAnswer => true,
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

    /// Whether the row is about time, so that an `earliest` can belong to it.
    pub(crate) const fn has_earliest(self) -> bool {
        matches!(self, Self::Wait | Self::GiveSpace | Self::Prepare | Self::ReachOutGently | Self::ExtraCare)
    }
}

/// One reason of a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Reason {
    /// The guide's step, 1 to 6.
    pub step: u8,
    /// Whether the guide says it; otherwise this library infers it.
    pub stated: bool,
    /// The sentence.
    pub text: &'static str,
}

/// Something that is said where its condition holds.
#[derive(Debug)]
pub struct Conditional<T> {
    /// When, within its row.
    pub holds: fn(&Facts) -> bool,
    /// What is said.
    pub text: T,
}

/// A row of the table.
#[derive(Debug)]
#[non_exhaustive]
pub struct Row {
    /// The verdict.
    pub id: VerdictId,
    /// When the row holds, if none above it does.
    pub holds: fn(&Facts) -> bool,
    /// What it says: the first whose condition holds. The last one always does.
    pub says: &'static [Conditional<&'static str>],
    /// Why: each whose condition holds, in this order.
    pub reasons: &'static [Conditional<Reason>],
}

const fn says(text: &'static str) -> Conditional<&'static str> {
    Conditional { holds: |_| true, text }
}

const fn stated(step: u8, text: &'static str) -> Conditional<Reason> {
    Conditional { holds: |_| true, text: Reason { step, stated: true, text } }
}

const fn inferred(step: u8, text: &'static str) -> Conditional<Reason> {
    Conditional { holds: |_| true, text: Reason { step, stated: false, text } }
}

impl<T: Copy> Conditional<T> {
    const fn only(self, holds: fn(&Facts) -> bool) -> Self {
        Self { holds, text: self.text }
    }
}

fn own_thresholds(facts: &Facts) -> bool {
    !facts.thresholds.is_default()
}

fn default_thresholds(facts: &Facts) -> bool {
    facts.thresholds.is_default()
}

fn not_now(facts: &Facts) -> bool {
    facts.answer == Some(Answer::NotNow)
}

fn ordered(facts: &Facts) -> bool {
    facts.order_recorded || facts.boundary == Some(BoundaryKind::Order)
}

fn blocked(facts: &Facts) -> bool {
    facts.boundary == Some(BoundaryKind::Blocked)
}

fn asked_for_space(facts: &Facts) -> bool {
    facts.boundary.is_some_and(|kind| kind != BoundaryKind::Order)
}

fn space_ran_out(facts: &Facts) -> bool {
    facts.boundary_ran_out.is_some()
}

fn in_window(facts: &Facts, id: WindowId) -> bool {
    facts.window().is_some_and(|window| window.id == id)
}

fn before_a_year(facts: &Facts) -> bool {
    facts.breakup.is_some_and(|breakup| !a_year_has_passed(breakup, facts.today))
}

fn quiet_too_short(facts: &Facts) -> bool {
    facts.quiet_since().is_none_or(|start| facts.today < facts.thresholds.after_few_weeks(start))
}

/// Said once, wherever a window decides: whose numbers these are.
const OWN_BOUNDS: Conditional<Reason> = inferred(1, "Where this window begins and ends is your own setting.").only(own_thresholds);
const OUR_BOUNDS: Conditional<Reason> =
    inferred(1, "The guide gives no exact bounds. Where this window begins and ends is our reading.").only(default_thresholds);
const NO_INVITATION: Conditional<Reason> =
    inferred(3, "The end of the time they asked for isn't an invitation.").only(space_ran_out);

// The guide speaks of its own windows, so with the user's bounds these are not its word.
const FIRST_DAYS: &str = "In the first days emotions are raw. Both of you need room to breathe.";
const COOLED: &str = "By now emotions have usually cooled, and there was room to reflect.";
const LONG_APART: &str = "After a long time apart, trust is rebuilt with effort.";

const WAIT: Row = Row {
    id: VerdictId::Wait,
    holds: |facts| in_window(facts, WindowId::Days),
    says: &[says("Not yet. Let the dust settle, for both of you.")],
    reasons: &[
        stated(1, FIRST_DAYS).only(default_thresholds),
        inferred(1, FIRST_DAYS).only(own_thresholds),
        inferred(1, "The guide says \"a few days\". Where they end is our reading: after 3 weeks.").only(default_thresholds),
        OWN_BOUNDS,
    ],
};

/// What holds if no row does: whatever goes wrong, nobody is told to write.
static FALLBACK: Row = WAIT;

/// The first row of `table` that holds, else [`VerdictId::Wait`].
pub(crate) fn decide(table: &'static [Row], facts: &Facts) -> &'static Row {
    table.iter().find(|row| (row.holds)(facts)).unwrap_or(&FALLBACK)
}

/// The table, read from the top.
pub static TABLE: &[Row] = &[
    Row {
        id: VerdictId::RespectBoundary,
        holds: |facts| facts.boundary.is_some() || ordered(facts),
        says: &[
            says("A court order is in force. Don't contact them, not even after it ends.")
                .only(|facts| facts.boundary == Some(BoundaryKind::Order)),
            says("There was a court order. Don't contact them, not even now that it's over.").only(ordered),
            says("They blocked you. We take that as asking for space, and it comes first.").only(blocked),
            says("They asked for space. That comes first, for as long as they need."),
        ],
        reasons: &[
            inferred(3, "A court order comes before everything here, even after its end.").only(ordered),
            stated(3, "Honouring the space that they ask for shows maturity. It's best for both of you.").only(asked_for_space),
            inferred(3, "If they blocked you, we take it as asking for space.").only(blocked),
        ],
    },
    Row {
        id: VerdictId::AcceptAnswer,
        holds: |facts| facts.answer == Some(Answer::No),
        says: &[says("They said no. It hurts, and it's their decision. You are worthy of love; this chapter may be closed.")],
        reasons: &[
            stated(6, "If they aren't willing, respect that. It doesn't mean that you aren't worthy of love."),
            stated(6, "Letting go and growing can be the healthiest choice."),
        ],
    },
    Row {
        id: VerdictId::Heal,
        holds: |facts| facts.aim == Some(Aim::Closure),
        says: &[says("This time is for you. Heal at your own pace, and let go when you're ready.")],
        reasons: &[
            stated(6, "Wanting closure is as good a reason to be here as any."),
            stated(3, "Use the time for yourself. Growing is good for you, whatever comes."),
            inferred(6, "You came here to heal and let go. So steps 3 and 6 are what matters."),
        ],
    },
    Row {
        id: VerdictId::BuildNew,
        holds: |facts| facts.answer == Some(Answer::Yes),
        says: &[says("They said yes. Build something new; don't go back to what was.")],
        reasons: &[
            stated(6, "Building something new takes the pressure off, for both of you."),
            stated(5, "Trust takes time and small steady actions."),
        ],
    },
    Row {
        id: VerdictId::AwaitAnswer,
        holds: |facts| facts.pressed() || not_now(facts) || facts.reach_out == ReachOut::Waiting,
        says: &[
            says("Two messages, no reply noted here. It's up to them now; please don't write again.")
                .only(|facts| facts.unanswered == 2),
            says("Several messages, no reply noted here. It's up to them now; please don't write again.").only(Facts::pressed),
            says("They said not now. If and when is up to them.").only(not_now),
            says("You've reached out. It's up to them now; please don't write a second time."),
        ],
        reasons: &[
            stated(3, "Many messages usually backfire. They can come across as desperate.").only(Facts::pressed),
            stated(6, "They aren't ready. Respect that.").only(not_now),
            stated(6, "No pressure, and no pushing for an answer."),
            inferred(6, "Two messages without a word back are enough. That limit is ours.").only(Facts::pressed),
            inferred(6, "The guide knows no second try, and we suggest none."),
        ],
    },
    Row {
        id: VerdictId::ActionsNotWords,
        holds: |facts| facts.reach_out == ReachOut::Answered && facts.answer.is_none(),
        says: &[says(talk::WROTE_BACK)],
        reasons: &[
            stated(4, talk::LIGHT_MEETING),
            stated(5, talk::NO_ANNOUNCING),
            stated(6, talk::SAY_YOU_ARE_OPEN),
            inferred(4, talk::WORD_OPENS_STEP),
        ],
    },
    Row {
        id: VerdictId::Unknown,
        holds: |facts| facts.breakup.is_none(),
        says: &[says("Tell me when it ended. The guide counts from that day.")],
        reasons: &[stated(1, "The guide's windows are counted from the breakup.")],
    },
    WAIT,
    Row {
        id: VerdictId::GiveSpace,
        holds: quiet_too_short,
        says: &[
            says("A few quiet weeks first. You closed your count, and that's all right.").only(|facts| facts.run_closed),
            says("A few quiet weeks first. No count is running yet; it begins with your last contact.")
                .only(|facts| facts.run_since.is_none()),
            says("A few quiet weeks first. The days you kept before still count.").only(|facts| facts.slipped),
            says("A few quiet weeks first. They give both of you time to heal."),
        ],
        reasons: &[
            stated(3, "No texts, no calls, no looking at their profile for a while. It isn't giving up."),
            inferred(3, "We count the quiet weeks from your current run. After a contact by you they start anew."),
            inferred(3, "Messages about children, work or a lease don't end a run here. Replies do."),
        ],
    },
    Row {
        id: VerdictId::Prepare,
        holds: |facts| !facts.prepared,
        says: &[says("First, look at your own part. Write down one thing that went wrong, and one thing you will do about it.")],
        reasons: &[
            inferred(2, NOT_AFTER_VIOLENCE),
            stated(2, "List the key issues, and for each a specific way to improve. It's for you, too."),
            inferred(2, talk::BEFORE_ANY_MESSAGE),
        ],
    },
    Row {
        id: VerdictId::ReachOutGently,
        holds: |facts| in_window(facts, WindowId::WeeksTo6Months),
        says: &[says(talk::ONE_LIGHT_MESSAGE)],
        reasons: &[
            NO_INVITATION,
            stated(1, COOLED).only(default_thresholds),
            inferred(1, COOLED).only(own_thresholds),
            stated(4, talk::CASUAL_AND_POSITIVE),
            stated(6, "No pressure: the decision is theirs."),
            inferred(6, talk::ONE_AND_NO_SECOND),
            OUR_BOUNDS,
            OWN_BOUNDS,
        ],
    },
    Row {
        id: VerdictId::ExtraCare,
        holds: |facts| in_window(facts, WindowId::Years),
        says: &[says(talk::CARE_AFTER_MONTHS).only(before_a_year), says(talk::CARE_AND_PATIENCE)],
        reasons: &[
            NO_INVITATION,
            stated(1, LONG_APART).only(|facts| !before_a_year(facts) && default_thresholds(facts)),
            inferred(1, LONG_APART).only(|facts| !before_a_year(facts) && own_thresholds(facts)),
            inferred(1, "The guide doesn't speak of months 7 to 12. We take its caution for years.")
                .only(|facts| before_a_year(facts) && default_thresholds(facts)),
            stated(4, talk::NO_OLD_MISTAKES),
            stated(6, "No pressure: the decision is theirs."),
            inferred(6, talk::ONE_AND_NO_SECOND),
            OUR_BOUNDS,
            OWN_BOUNDS,
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_in_which_no_row_holds_falls_back_to_wait() {
        let facts = Facts::on("2026-11-23".parse().unwrap());
        assert_eq!(decide(&[], &facts).id, VerdictId::Wait);
    }
}
