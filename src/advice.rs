//! Facts in, a verdict out: ONE ordered table, the first row that holds wins.
//!
//! Every reason carries its step of the guide, and whether the guide states it or this library infers it. Everything
//! that makes contact likelier is a convention and said as one; everything that protects the other person is firm.

use chrono::NaiveDate;

use crate::boundary::Answer;
use crate::facts::{Facts, ReachOut};
use crate::ids::ids;
use crate::window::{WindowId, a_year_has_passed};

ids! {
    /// What follows from the facts.
    pub enum VerdictId: "a verdict" {
        /// They asked for distance, or an order was ever recorded.
        RespectBoundary = "respect-boundary",
        /// Their last answer is no.
        AcceptAnswer = "accept-answer",
        /// Their last answer is yes.
        BuildNew = "build-new",
        /// It is theirs to answer.
        AwaitAnswer = "await-answer",
        /// They answered a reach-out with a word.
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
    /// Whether a contact on a day with this verdict is a reach-out that the guide allows.
    pub const fn allows_reach_out(self) -> bool {
        matches!(self, Self::ReachOutGently | Self::ExtraCare)
    }

    /// Whether nothing may be said about getting in touch, nor when a window ends: they asked for space, or it is theirs to
    /// answer, or they have answered no. Without a wildcard: whoever adds a verdict has to decide.
    pub const fn is_theirs(self) -> bool {
        match self {
            Self::RespectBoundary | Self::AcceptAnswer | Self::AwaitAnswer => true,
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

    /// Whether the row speaks of time at all, so that an `earliest` can belong to it.
    const fn has_earliest(self) -> bool {
        matches!(self, Self::Wait | Self::GiveSpace | Self::Prepare | Self::ReachOutGently | Self::ExtraCare)
    }
}

/// One reason of a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Reason {
    /// The guide's step, 1 to 6.
    pub step: u8,
    /// Whether the guide says it, or it is inferred.
    pub stated: bool,
    /// The sentence.
    pub text: &'static str,
}

/// Text that belongs to a row where its condition holds.
#[derive(Debug)]
pub struct When<T> {
    /// The condition, within its row.
    pub holds: fn(&Facts) -> bool,
    /// What it is for, in words, for whoever reads all sentences at once.
    pub case: &'static str,
    /// The text.
    pub text: T,
}

/// A row of the table.
#[derive(Debug)]
pub struct Row {
    /// The verdict.
    pub id: VerdictId,
    /// When the row holds, if no row above it does.
    pub holds: fn(&Facts) -> bool,
    /// What it says: the first whose condition holds. The last one always does.
    pub says: &'static [When<&'static str>],
    /// Why: each whose condition holds, in this order.
    pub reasons: &'static [When<Reason>],
}

const fn always(_: &Facts) -> bool {
    true
}

const fn says(text: &'static str) -> When<&'static str> {
    When { holds: always, case: "", text }
}

const fn stated(step: u8, text: &'static str) -> When<Reason> {
    When { holds: always, case: "", text: Reason { step, stated: true, text } }
}

const fn inferred(step: u8, text: &'static str) -> When<Reason> {
    When { holds: always, case: "", text: Reason { step, stated: false, text } }
}

impl<T: Copy> When<T> {
    const fn only(self, case: &'static str, holds: fn(&Facts) -> bool) -> Self {
        Self { holds, case, text: self.text }
    }
}

fn own_thresholds(facts: &Facts) -> bool {
    !facts.thresholds.is_default()
}

fn our_thresholds(facts: &Facts) -> bool {
    facts.thresholds.is_default()
}

fn no_run(facts: &Facts) -> bool {
    facts.run_since.is_none()
}

fn not_now(facts: &Facts) -> bool {
    facts.answer == Some(Answer::NotNow)
}

fn waiting(facts: &Facts) -> bool {
    matches!(facts.reach_out, ReachOut::Waiting | ReachOut::WaitingAfterTwo)
}

fn in_window(facts: &Facts, id: WindowId) -> bool {
    facts.window().is_some_and(|window| window.id == id)
}

fn before_a_year(facts: &Facts) -> bool {
    facts.breakup.is_some_and(|breakup| !a_year_has_passed(breakup, facts.today))
}

fn quiet_too_short(facts: &Facts) -> bool {
    facts.run_since.is_none_or(|start| facts.today < facts.thresholds.after_few_weeks(start))
}

const OWN_BOUNDS: When<Reason> =
    inferred(1, "Where this window begins and ends is your own setting.").only("own thresholds", own_thresholds);

/// The table, read from the top. Whatever the facts, one row holds: the last one holds always.
pub const TABLE: [Row; 11] = [
    Row {
        id: VerdictId::RespectBoundary,
        holds: |facts| facts.boundary_in_force || facts.order_recorded,
        says: &[
            says("There is an order. Whether it runs or has ended, it is no invitation.")
                .only("an order was recorded", |facts| facts.order_recorded),
            says("They asked for space, and it stands."),
        ],
        reasons: &[
            stated(3, "When somebody asks for space, honouring it is what shows respect.")
                .only("a boundary is in force", |facts| facts.boundary_in_force),
            inferred(3, "A legal order stands above every timer here, also after its last day.")
                .only("an order was recorded", |facts| facts.order_recorded),
        ],
    },
    Row {
        id: VerdictId::AcceptAnswer,
        holds: |facts| facts.answer == Some(Answer::No),
        says: &[says("They have answered, and that is to be respected.")],
        reasons: &[
            stated(6, "It doesn't mean that you aren't worthy of love. This chapter may be closed."),
            stated(6, "Letting go and growing can be the healthiest choice."),
        ],
    },
    Row {
        id: VerdictId::BuildNew,
        holds: |facts| facts.answer == Some(Answer::Yes),
        says: &[says("Build something new, rather than going back to what was.")],
        reasons: &[
            stated(6, "Something new takes the pressure off them, and off you."),
            stated(5, "Trust comes back with time and small steady actions, not with big promises."),
        ],
    },
    Row {
        id: VerdictId::AwaitAnswer,
        holds: |facts| not_now(facts) || waiting(facts),
        says: &[
            says("Not now, they said. When and whether is theirs to say.").only("they said not now", not_now),
            says("You have reached out. It is theirs to answer."),
        ],
        reasons: &[
            stated(6, "They are not ready, and that is respected.").only("they said not now", not_now),
            stated(6, "No pressure, and no pushing for an answer."),
            inferred(6, "Two contacts without a word back count here as having reached out.")
                .only("two contacts had no word back", |facts| facts.reach_out == ReachOut::WaitingAfterTwo),
            inferred(6, "The guide knows no second try, so none is suggested."),
        ],
    },
    Row {
        id: VerdictId::ActionsNotWords,
        holds: |facts| facts.reach_out == ReachOut::Answered,
        says: &[says("They have sent a word back. Keep it light, and show rather than tell.")],
        reasons: &[
            stated(4, "A coffee or a walk, nothing heavy; not the relationship, unless they bring it up."),
            stated(5, "Small steady actions, no big promises, and no announcing of the effort."),
            inferred(4, "That a word from them opens this step is our reading."),
        ],
    },
    Row {
        id: VerdictId::Unknown,
        holds: |facts| facts.breakup.is_none(),
        says: &[says("Tell me when it ended: `reconnect breakup WHEN`.")],
        reasons: &[stated(1, "The guide's windows are counted from the breakup.")],
    },
    Row {
        id: VerdictId::Wait,
        holds: |facts| in_window(facts, WindowId::Days),
        says: &[says("Not yet. Let the dust settle, for both of you.")],
        reasons: &[
            stated(1, "In the first days emotions are raw. Both of you need room to breathe."),
            inferred(1, "That these days last 3 weeks is our reading.").only("our thresholds", our_thresholds),
            OWN_BOUNDS,
        ],
    },
    Row {
        id: VerdictId::GiveSpace,
        holds: quiet_too_short,
        says: &[
            says("The guide asks for a few weeks of quiet first. Your count is closed, and that is all right.")
                .only("the user closed the run", |facts| facts.run_closed),
            says(
                "A few weeks of quiet first. No count is running: `reconnect start-no-contact WHEN` begins it at the last contact.",
            )
            .only("no run is open", no_run),
            says("A few weeks of quiet first."),
        ],
        reasons: &[
            stated(
                3,
                "No texts, no calls, no looking at their profile for a while. It is not giving up; it lets both of you heal.",
            ),
            inferred(3, "The few weeks are counted from the start of the current run too, and anew after each."),
        ],
    },
    Row {
        id: VerdictId::Prepare,
        holds: |facts| !facts.prepared,
        says: &[says("Step 2 comes before anything else: `reconnect notebook issue`, then a plan for it.")],
        reasons: &[
            stated(
                2,
                "A notebook with the key issues, and for each a specific way to do it better. It is for you as much as for them.",
            ),
            inferred(2, "That this list comes before any message is our reading."),
        ],
    },
    Row {
        id: VerdictId::ReachOutGently,
        holds: |facts| in_window(facts, WindowId::WeeksTo6Months),
        says: &[says("You may reach out, gently: casual, positive, no pressure. Theirs is the last word.")],
        reasons: &[
            stated(1, "Emotions have cooled, and there was room to reflect."),
            stated(4, "A first contact is light: something funny, something you look forward to, a happy memory."),
            stated(6, "Let them know that you are open to it, without making them feel that they have to choose you."),
            inferred(1, "The exact bounds of this window are our reading.").only("our thresholds", our_thresholds),
            OWN_BOUNDS,
        ],
    },
    Row {
        id: VerdictId::ExtraCare,
        // The last row holds always, so that every set of facts has a verdict; what it is about is the window `years`.
        holds: always,
        says: &[says(
            "Possible if the bond was meaningful, with extra care and patience. They may have moved on, and that is all right.",
        )],
        reasons: &[
            stated(1, "After a long time apart, trust is rebuilt with effort and patience.")
                .only("a year has passed", |facts| !before_a_year(facts)),
            inferred(1, "The guide does not speak of the time between this window and years; we take its caution for \"years\".")
                .only("a year has not passed, our thresholds", |facts| before_a_year(facts) && our_thresholds(facts)),
            stated(4, "A first contact is light and positive; no old mistakes, no heavy talk."),
            stated(6, "Theirs is the last word."),
            OWN_BOUNDS,
        ],
    },
];

/// What follows from a set of facts.
#[derive(Debug, Clone, Copy)]
pub struct Verdict {
    row: &'static Row,
    facts: Facts,
    /// The first day on which the guide's few weeks are over, for the breakup and for the current run. A convention, not a
    /// promise; `None` wherever a date would be out of place.
    pub earliest: Option<NaiveDate>,
}

impl Verdict {
    /// Which.
    pub fn id(&self) -> VerdictId {
        self.row.id
    }

    /// The sentence or two that say it.
    pub fn says(&self) -> &'static str {
        self.row.says.iter().find(|line| (line.holds)(&self.facts)).map_or("", |line| line.text)
    }

    /// Why, in the order in which it is to be read.
    pub fn reasons(&self) -> impl Iterator<Item = Reason> + '_ {
        self.row.reasons.iter().filter(|reason| (reason.holds)(&self.facts)).map(|reason| reason.text)
    }
}

/// The one verdict that follows from `facts`. Total; allocates nothing.
///
/// ```
/// use reconnect::{Answer, Facts, VerdictId, advise};
/// let mut facts = Facts::on("2026-11-23".parse().unwrap());
/// assert_eq!(advise(&facts).id(), VerdictId::Unknown);
/// facts.answer = Some(Answer::No);
/// assert_eq!(advise(&facts).id(), VerdictId::AcceptAnswer);
/// assert_eq!(advise(&facts).earliest, None);
/// ```
pub fn advise(facts: &Facts) -> Verdict {
    let [.., last] = &TABLE;
    let row = TABLE.iter().find(|row| (row.holds)(facts)).unwrap_or(last);
    let earliest = match (facts.breakup, facts.run_since) {
        (Some(breakup), Some(start)) if row.id.has_earliest() => {
            Some(facts.thresholds.after_few_weeks(breakup).max(facts.thresholds.after_few_weeks(start)))
        }
        _ => None,
    };
    Verdict { row, facts: *facts, earliest }
}
