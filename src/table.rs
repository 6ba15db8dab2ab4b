//! The verdict table: ONE ordered list, the first row that holds wins. Its order and its sentences are the library's heart.
//!
//! Each reason carries its step of the guide, and whether the guide states it or this library infers it. What makes contact likelier
//! is a convention and says so; what protects the other person is firm. No sentence promises, scolds or holds a date.

use crate::boundary::{Aim, Answer, BoundaryKind};
use crate::facts::{Facts, ReachOut};
use crate::guide::{self, NOT_AFTER_VIOLENCE, STEPS, Sentence, Step};
use crate::ids::ids;
use crate::window::{WindowId, a_year_has_passed};

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

    /// Whether nothing may be said about getting in touch, nor a date for it. A new verdict forbids it until somebody decides. Ask
    /// [`Verdict::forbids_contact_talk`](crate::Verdict::forbids_contact_talk) where there is a verdict: it knows more.
    pub const fn forbids_contact_talk(self) -> bool {
        !(self.has_earliest() || matches!(self, Self::BuildNew | Self::ActionsNotWords | Self::Unknown))
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
    /// Whether it is about getting in touch with the other person.
    pub about_contact: bool,
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
    /// The one or two steps of the guide that matter now, the most important first.
    pub steps: &'static [u8],
    /// Why those.
    pub because: &'static str,
    /// One line for the moment before a message. Never an invitation to send it.
    pub pause: Sentence,
}

impl Row {
    /// The steps that matter, the most important first.
    pub fn steps(&self) -> impl Iterator<Item = &'static Step> + '_ {
        self.steps.iter().filter_map(|number| STEPS.iter().find(|step| step.number == *number))
    }
}

const fn says<T>(text: T) -> Conditional<T> {
    Conditional { holds: |_| true, text, about_contact: false }
}

const fn stated(step: u8, text: &'static str) -> Conditional<Reason> {
    says(Reason { step, stated: true, text })
}

const fn inferred(step: u8, text: &'static str) -> Conditional<Reason> {
    says(Reason { step, stated: false, text })
}

impl<T: Copy> Conditional<T> {
    const fn only(self, holds: fn(&Facts) -> bool) -> Self {
        Self { holds, ..self }
    }

    const fn contact(self) -> Self {
        Self { about_contact: true, ..self }
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
    facts.order.is_some() || facts.boundary == Some(BoundaryKind::Order)
}

fn own(facts: &Facts) -> bool {
    facts.boundary == Some(BoundaryKind::Own)
}

fn blocked(facts: &Facts) -> bool {
    facts.boundary == Some(BoundaryKind::Blocked)
}

fn in_window(facts: &Facts, id: WindowId) -> bool {
    facts.window().is_some_and(|window| window.id == id)
}

fn before_a_year(facts: &Facts) -> bool {
    facts.breakup.is_some_and(|breakup| !a_year_has_passed(breakup, facts.today))
}

const TIME_TO_HEAL: &str = "It isn't giving up. The quiet gives both of you time to heal.";
const NO_PRESSURE: &str = "No pressure, no pushing for an answer. The decision is theirs.";

/// Said once, wherever a window decides: whose numbers these are.
const OWN_BOUNDS: Conditional<Reason> = inferred(1, "Where this window begins and ends is your own setting.").only(own_thresholds);
const OUR_BOUNDS: Conditional<Reason> =
    inferred(1, "The guide gives no exact bounds. Where this window begins and ends is our reading.").only(default_thresholds);
const NO_INVITATION: Conditional<Reason> =
    inferred(3, "The end of the time they asked for isn't an invitation.").only(|facts| facts.boundary_ran_out.is_some());

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
    steps: &[1, 3],
    because: "These are the first days, and they are raw.",
    pause: guide::stated(TIME_TO_HEAL),
};

/// Two or more tries without a word from them. It comes before a yes of long ago.
const PRESSED: Row = Row {
    id: VerdictId::AwaitAnswer,
    holds: Facts::pressed,
    says: &[
        says("You reached out twice, and no answer is noted. That hurts. Please stop here.").only(|facts| facts.tries == 2),
        says("You reached out several times, and no answer is noted. That hurts. Please stop here."),
    ],
    reasons: &[
        stated(3, "Many messages usually backfire. They can come across as desperate."),
        stated(6, "No pressure, and no pushing for an answer."),
        inferred(6, "Two tries without an answer are enough. That limit is ours."),
    ],
    steps: &[6, 3],
    because: "It's up to them now, and it may take time.",
    pause: guide::stated(NO_PRESSURE),
};

/// The first row of `table` that holds, else [`VerdictId::Wait`]: whatever goes wrong, nobody is told to write.
pub(crate) fn decide(table: &'static [Row], facts: &Facts) -> &'static Row {
    table.iter().find(|row| (row.holds)(facts)).unwrap_or(&WAIT)
}

/// The table, read from the top.
pub static TABLE: &[Row] = &[
    Row {
        id: VerdictId::RespectBoundary,
        holds: |facts| facts.boundary.is_some() || ordered(facts),
        says: &[
            says("A court order protects you. You don't owe an answer.").only(Facts::order_protects_me),
            says("A court order is in force. Don't contact them, not even after it ends.")
                .only(|facts| facts.boundary == Some(BoundaryKind::Order)),
            says("There was a court order. Don't contact them, not even now that it's over.").only(ordered),
            says("You asked for distance, and it holds.").only(own),
            says("They blocked you. We take that as asking for space, and it comes first.").only(blocked),
            says("They asked for space. That comes first, for as long as they need."),
        ],
        reasons: &[
            inferred(3, "A court order comes before everything here, even after its end.").only(ordered),
            stated(3, "Honouring the space that they ask for shows maturity. It's best for both of you.")
                .only(|facts| matches!(facts.boundary, Some(BoundaryKind::Space | BoundaryKind::Blocked))),
            inferred(3, "You asked for distance yourself. That comes before every timer here.").only(own),
            inferred(3, "If they blocked you, we take it as asking for space.").only(blocked),
        ],
        steps: &[3, 6],
        because: "Keeping your distance comes before every other step.",
        pause: guide::stated("Keeping the distance shows maturity. It's what is best for both of you."),
    },
    Row {
        id: VerdictId::AcceptAnswer,
        holds: |facts| facts.answer == Some(Answer::No),
        says: &[says("They said no. It hurts, and it's their decision. You are worthy of love; this chapter may be closed.")],
        reasons: &[
            stated(6, "If they aren't willing, respect that. It doesn't mean that you aren't worthy of love."),
            stated(6, "Letting go and growing can be the healthiest choice."),
        ],
        steps: &[6, 3],
        because: "They said no. What is left of the guide is the part about you.",
        pause: guide::stated("A no doesn't mean that you aren't worthy of love. Letting go can be the healthiest choice."),
    },
    Row {
        id: VerdictId::Heal,
        holds: |facts| facts.aim == Some(Aim::Closure) || facts.unwanted,
        says: &[says("This time is for you. Heal at your own pace, and let go when you're ready.")],
        reasons: &[
            stated(6, "Wanting closure is as good a reason to be here as any."),
            stated(3, "Use the time for yourself. Growing is good for you, whatever comes."),
            inferred(6, "You came here to heal and let go. So steps 3 and 6 are what matters."),
        ],
        steps: &[3, 6],
        because: "This time is for you. These two steps are about healing and letting go.",
        pause: guide::stated("Letting go and growing can be the healthiest choice."),
    },
    Row {
        id: VerdictId::Unread,
        holds: |facts| facts.unread,
        says: &[says(
            "A line of your diary can't be read, and it may hold their word. Until it can, nothing here speaks of getting in touch.",
        )],
        reasons: &[inferred(3, "What they asked for comes first, also where a damaged line may hold it.")],
        steps: &[3, 6],
        because: "A part of your diary can't be read. Keep your distance until it can.",
        pause: guide::inferred("A line of your diary can't be read, and it may hold their word."),
    },
    PRESSED,
    Row {
        id: VerdictId::BuildNew,
        holds: |facts| facts.answer == Some(Answer::Yes) && !facts.answer_is_past,
        says: &[says("They said yes. Build something new; don't go back to what was.")],
        reasons: &[
            stated(6, "Building something new takes the pressure off, for both of you."),
            stated(5, "Trust takes time and small steady actions."),
        ],
        steps: &[6, 5],
        because: "They said yes. Something new grows by small steady actions.",
        pause: guide::stated("Small steady actions, no big promises."),
    },
    Row {
        id: VerdictId::AwaitAnswer,
        holds: |facts| not_now(facts) || facts.reach_out == ReachOut::Waiting,
        says: &[
            says("They said not now. If and when is up to them.").only(not_now),
            says("You've reached out. It's up to them now; please don't write a second time."),
        ],
        reasons: &[
            stated(6, "They aren't ready. Respect that.").only(not_now),
            stated(6, "No pressure, and no pushing for an answer."),
            inferred(6, "The guide knows no second try, and we suggest none."),
        ],
        steps: &[6, 3],
        because: "It's up to them now, and it may take time.",
        pause: guide::stated(NO_PRESSURE),
    },
    Row {
        id: VerdictId::ActionsNotWords,
        holds: |facts| facts.in_touch.is_some() || facts.reach_out == ReachOut::Answered && facts.answer.is_none(),
        says: &[
            says("You're in touch again. Keep it light, and show rather than tell.")
                .contact()
                .only(|facts| facts.in_touch.is_some()),
            says("They wrote back. Keep it light: a coffee or a walk. Show, rather than tell.").contact(),
        ],
        reasons: &[
            stated(4, "A coffee or a walk, nothing heavy. Don't bring up the relationship unless they do.").contact(),
            stated(5, "Take small steady steps. No big promises, and don't announce the effort.").contact(),
            stated(6, "If they raise it, say you're open to it, and that they needn't decide.").contact(),
            inferred(4, "A word back after one message opens this step. That's our rule.").contact(),
        ],
        steps: &[4, 5],
        because: "They wrote back. From now on show it; don't tell it.",
        pause: guide::stated("No pouring out your heart. What counts is what you do."),
    },
    Row {
        id: VerdictId::Unknown,
        holds: |facts| facts.breakup.is_none(),
        says: &[says("Tell me when it ended. The guide counts from that day.")],
        reasons: &[stated(1, "The guide's windows are counted from the breakup.")],
        steps: &[1, 3],
        because: "You haven't told me when it ended. So begin at the beginning.",
        pause: guide::stated(TIME_TO_HEAL),
    },
    WAIT,
    Row {
        id: VerdictId::GiveSpace,
        holds: |facts| facts.quiet_since().is_none_or(|start| facts.today < facts.thresholds.after_few_weeks(start)),
        says: &[
            says("A few quiet weeks first. You closed your count, and that's all right.").only(|facts| facts.run_closed),
            says("A few quiet weeks first. No count is running yet; it begins with your last contact.")
                .only(|facts| facts.run_since.is_none()),
            says("A few quiet weeks first. The days you kept before still count.").only(|facts| facts.slipped),
            says("A few quiet weeks first. They give both of you time to heal."),
        ],
        reasons: &[
            stated(3, "No texts, no calls, no looking at their profile for a while. It isn't giving up."),
            inferred(3, "We count the quiet weeks from your current run. After a contact of yours they start again."),
            inferred(3, "Messages about children, work or a lease don't end a run here. Replies do."),
        ],
        steps: &[3, 2],
        because: "A few quiet weeks come first. They are a good time for step 2.",
        pause: guide::stated(TIME_TO_HEAL),
    },
    Row {
        id: VerdictId::Prepare,
        holds: |facts| !facts.prepared,
        says: &[says("First, look at your own part. Write down one thing that went wrong, and one thing you will do about it.")],
        reasons: &[
            inferred(2, NOT_AFTER_VIOLENCE),
            stated(2, "List the key issues, and for each a specific way to improve. It's for you, too."),
            inferred(2, "Do this before any message.").contact(),
        ],
        steps: &[2],
        because: "The quiet weeks are over. Now look at your own part.",
        pause: guide::stated("Pouring out your heart, or arguing with logic, doesn't reach a feeling."),
    },
    Row {
        id: VerdictId::ReachOutGently,
        holds: |facts| in_window(facts, WindowId::WeeksTo6Months),
        says: &[says(
            "If you still want to, one light message is all right. So is not writing. \
                They may not answer; that is their decision.",
        )
        .contact()],
        reasons: &[
            NO_INVITATION,
            stated(1, COOLED).only(default_thresholds),
            inferred(1, COOLED).only(own_thresholds),
            stated(4, "A first message is casual and positive: a funny story, or a happy memory.").contact(),
            stated(6, "No pressure: the decision is theirs."),
            inferred(6, "One message at most, and no second one. That limit is ours.").contact(),
            OUR_BOUNDS,
            OWN_BOUNDS,
        ],
        steps: &[4, 6],
        because: "You are in the guide's window, and prepared. The decision is theirs.",
        pause: guide::stated(NO_PRESSURE),
    },
    Row {
        id: VerdictId::ExtraCare,
        holds: |facts| in_window(facts, WindowId::Years),
        says: &[
            says(
                "By now they may have moved on, and that's all right. If you still write, \
                do it once, with care. Letting go is a good choice too.",
            )
            .contact()
            .only(before_a_year),
            says(
                "They may have moved on, and that's all right. If what you had mattered, \
                 it takes extra care and patience. Letting go is a good choice too.",
            )
            .contact(),
        ],
        reasons: &[
            NO_INVITATION,
            stated(1, LONG_APART).only(|facts| !before_a_year(facts) && default_thresholds(facts)),
            inferred(1, LONG_APART).only(|facts| !before_a_year(facts) && own_thresholds(facts)),
            inferred(1, "The guide doesn't speak of months 7 to 12. We take its caution for years.")
                .only(|facts| before_a_year(facts) && default_thresholds(facts)),
            stated(4, "A first message is light and positive. No old mistakes, no heavy talk.").contact(),
            stated(6, "No pressure: the decision is theirs."),
            inferred(6, "One message at most, and no second one. That limit is ours.").contact(),
            OUR_BOUNDS,
            OWN_BOUNDS,
        ],
        steps: &[6, 4],
        because: "After a long time it takes extra care. They may have moved on.",
        pause: guide::stated("They may have moved on, and that's all right."),
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
