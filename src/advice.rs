//! Facts in, a verdict out; and which steps of the guide matter under it. The table itself is in `table.rs`.

use chrono::NaiveDate;

use crate::facts::Facts;
use crate::guide::{Point, STEPS, Sentence, Step, stated};
use crate::table::{Reason, Row, TABLE, VerdictId, decide};

/// What follows from a set of facts.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Verdict {
    row: &'static Row,
    facts: Facts,
    /// The first day on which the few weeks are over, both since the breakup and in the current run, and any time that they asked for
    /// has passed. Our number, not a permission; `None` wherever a date would be out of place.
    pub earliest: Option<NaiveDate>,
}

/// The one verdict that follows from `facts`. Any facts have one.
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
    let row = decide(TABLE, facts);
    let earliest = match (facts.breakup, facts.quiet_since()) {
        (Some(breakup), Some(start)) if row.id.has_earliest() => {
            let few_weeks = facts.thresholds.after_few_weeks(breakup).max(facts.thresholds.after_few_weeks(start));
            let after_boundary = facts.boundary_ran_out.and_then(|last| last.succ_opt());
            Some(few_weeks.max(after_boundary.unwrap_or(few_weeks)))
        }
        _ => None,
    };
    Verdict { row, facts: *facts, earliest }
}

impl Verdict {
    /// Which one.
    pub fn id(&self) -> VerdictId {
        self.row.id
    }

    /// What it says: a few short sentences, at most two lines.
    pub fn says(&self) -> &'static str {
        self.row.says.iter().find(|line| (line.holds)(&self.facts)).map_or("", |line| line.text)
    }

    /// Why, in reading order.
    pub fn reasons(&self) -> impl Iterator<Item = Reason> + '_ {
        self.row.reasons.iter().filter(|reason| (reason.holds)(&self.facts)).map(|reason| reason.text)
    }

    /// Whether nothing may be said about getting in touch, nor a date for it: the verdict is about their word or about letting go, or
    /// the user wrote more than once without a word back.
    pub fn forbids_contact_talk(&self) -> bool {
        self.id().forbids_contact_talk() || self.facts.pressed()
    }

    /// Whether a sentence of the guide may be shown.
    ///
    /// ```
    /// use reconnect::{Answer, Facts, STEPS, advise};
    /// let mut facts = Facts::on("2026-11-23".parse().unwrap());
    /// facts.answer = Some(Answer::No);
    /// let verdict = advise(&facts);
    /// assert!(STEPS.iter().flat_map(|step| step.sentences()).all(|sentence| !(verdict.admits(&sentence) && sentence.about_contact)));
    /// ```
    pub fn admits(&self, sentence: &Sentence) -> bool {
        let at_this_point = match sentence.point {
            Point::Always => true,
            Point::UntilYes => self.id() != VerdictId::BuildNew,
            Point::WroteBack => self.id() == VerdictId::ActionsNotWords,
        };
        at_this_point && !(sentence.about_contact && self.forbids_contact_talk())
    }

    /// Which steps of the guide matter now.
    pub fn focus(&self) -> &'static StepFocus {
        StepFocus::under(self.id())
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Verdict {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut fields = serializer.serialize_struct("Verdict", 4)?;
        fields.serialize_field("id", &self.id())?;
        fields.serialize_field("says", self.says())?;
        fields.serialize_field("earliest", &self.earliest)?;
        fields.serialize_field("reasons", &self.reasons().collect::<Vec<_>>())?;
        fields.end()
    }
}

/// Which steps of the guide matter under a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct StepFocus {
    /// The verdict.
    pub verdict: VerdictId,
    /// The one or two steps, the most important first.
    pub steps: &'static [u8],
    /// Why those.
    pub because: &'static str,
    /// One line for the moment before a message. Never an invitation to send it.
    pub pause: Sentence,
}

const fn focus(verdict: VerdictId, steps: &'static [u8], because: &'static str, pause: &'static str) -> StepFocus {
    StepFocus { verdict, steps, because, pause: stated(pause) }
}

const TIME_TO_HEAL: &str = "It isn't giving up. The quiet gives both of you time to heal.";
const NO_PRESSURE: &str = "No pressure, no pushing for an answer. The decision is theirs.";

/// What matters, a row for each verdict in the order of [`VerdictId::ALL`].
pub const FOCUS: &[StepFocus] = &[
    focus(
        VerdictId::RespectBoundary,
        &[3, 6],
        "Keeping your distance comes before every other step.",
        "Keeping the distance shows maturity. It's what is best for both of you.",
    ),
    focus(
        VerdictId::AcceptAnswer,
        &[6, 3],
        "They said no. What is left of the guide is the part about you.",
        "A no doesn't mean that you aren't worthy of love. Letting go can be the healthiest choice.",
    ),
    focus(
        VerdictId::Heal,
        &[3, 6],
        "This time is for you. These two steps are about healing and letting go.",
        "Letting go and growing can be the healthiest choice.",
    ),
    focus(
        VerdictId::BuildNew,
        &[6, 5],
        "They said yes. Something new grows by small steady actions.",
        "Small steady actions, no big promises.",
    ),
    focus(VerdictId::AwaitAnswer, &[6, 3], "It's up to them now, and it may take time.", NO_PRESSURE),
    focus(
        VerdictId::ActionsNotWords,
        &[4, 5],
        "They wrote back. From now on show it; don't tell it.",
        "No pouring out your heart. What counts is what you do.",
    ),
    focus(VerdictId::Unknown, &[1, 3], "You haven't told me when it ended. So begin at the beginning.", TIME_TO_HEAL),
    focus(VerdictId::Wait, &[1, 3], "These are the first days, and they are raw.", TIME_TO_HEAL),
    focus(VerdictId::GiveSpace, &[3, 2], "A few quiet weeks come first. They are a good time for step 2.", TIME_TO_HEAL),
    focus(
        VerdictId::Prepare,
        &[2],
        "The quiet weeks are over. Now look at your own part.",
        "Pouring out your heart, or arguing with logic, doesn't reach a feeling.",
    ),
    focus(VerdictId::ReachOutGently, &[4, 6], "You are in the guide's window, and prepared. The decision is theirs.", NO_PRESSURE),
    focus(
        VerdictId::ExtraCare,
        &[6, 4],
        "After a long time it takes extra care. They may have moved on.",
        "They may have moved on, and that's all right.",
    ),
];

impl StepFocus {
    /// The row of [`FOCUS`] for a verdict.
    ///
    /// ```
    /// use reconnect::{StepFocus, VerdictId};
    /// assert_eq!(StepFocus::under(VerdictId::Heal).steps, [3, 6]);
    /// ```
    pub fn under(verdict: VerdictId) -> &'static Self {
        static QUIET: StepFocus = focus(VerdictId::Wait, &[3], "The quiet comes first.", TIME_TO_HEAL);
        FOCUS.iter().find(|focus| focus.verdict == verdict).unwrap_or(&QUIET)
    }

    /// The steps that matter, the most important first.
    pub fn steps(&self) -> impl Iterator<Item = &'static Step> + '_ {
        self.steps.iter().filter_map(|number| STEPS.iter().find(|step| step.number == *number))
    }
}
