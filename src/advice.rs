//! Facts in, a verdict out: ONE ordered table, the first row that holds wins.
//!
//! Every reason carries its step of the guide, and whether the guide states it or this library infers it. Everything
//! that makes contact likelier is a convention and said as one; everything that protects the other person is firm.

use crate::boundary::Answer;
use crate::facts::{Facts, ReachOut};
use crate::verdict::{Reason, Row, Verdict, VerdictId, When};
use crate::window::{WindowId, a_year_has_passed};

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

const OUR: &str = "our thresholds";
const OWN: &str = "own thresholds";

const OWN_BOUNDS: When<Reason> = inferred(1, "Where this window begins and ends is your own setting.").only(OWN, own_thresholds);

// What the guide says of a window is its word of the guide's window, not of one that the user has set.
const FIRST_DAYS: &str = "In the first days emotions are raw. Both of you need room to breathe.";
const COOLED: &str = "Emotions have cooled, and there was room to reflect.";
const LONG_APART: &str = "After a long time apart, trust is rebuilt with effort and patience.";

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
            stated(1, FIRST_DAYS).only(OUR, our_thresholds),
            inferred(1, FIRST_DAYS).only(OWN, own_thresholds),
            inferred(1, "That these days last 3 weeks is our reading.").only(OUR, our_thresholds),
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
            stated(1, COOLED).only(OUR, our_thresholds),
            inferred(1, COOLED).only(OWN, own_thresholds),
            stated(4, "A first contact is light: something funny, something you look forward to, a happy memory."),
            stated(6, "Let them know that you are open to it, without making them feel that they have to choose you."),
            inferred(1, "The exact bounds of this window are our reading.").only(OUR, our_thresholds),
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
            stated(1, LONG_APART).only("a year has passed, our thresholds", |facts| !before_a_year(facts) && our_thresholds(facts)),
            inferred(1, LONG_APART)
                .only("a year has passed, own thresholds", |facts| !before_a_year(facts) && own_thresholds(facts)),
            inferred(1, "The guide does not speak of the time between this window and years; we take its caution for \"years\".")
                .only("a year has not passed, our thresholds", |facts| before_a_year(facts) && our_thresholds(facts)),
            stated(4, "A first contact is light and positive; no old mistakes, no heavy talk."),
            stated(6, "Theirs is the last word."),
            OWN_BOUNDS,
        ],
    },
];

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
