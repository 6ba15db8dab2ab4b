//! Facts in, a verdict out; and which steps of the guide matter under it. The table itself is in `table.rs`.

use chrono::NaiveDate;

use crate::facts::Facts;
use crate::guide::{CLOSING, OPENING, STEP_BACK, STEPS, Step};
use crate::sentence::{Sentence, first};
use crate::table::{Row, TABLE, decide};
use crate::verdict::VerdictId;
use crate::warm::{ideas_for_two, of_day, ways_to_use_the_time};

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

/// The one verdict that follows from `facts`: the first row of the table that applies. Any facts have one.
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
    /// The row of the table that applies.
    pub fn id(&self) -> VerdictId {
        self.row.id
    }

    /// What it says: a few short sentences, at most two lines.
    pub fn says(&self) -> &'static str {
        first(self.row.says, &self.facts).map_or("", |sentence| sentence.text)
    }

    /// Why: the guide's sentences and this library's, in reading order.
    pub fn reasons(&self) -> impl Iterator<Item = Sentence> + '_ {
        self.row.reasons.iter().filter(|reason| (reason.when)(&self.facts)).copied()
    }

    /// The one or two steps of the guide that matter now, the most important first.
    pub fn steps(&self) -> impl Iterator<Item = &'static Step> + use<> {
        self.row.steps.iter().filter_map(|number| STEPS.iter().find(|step| step.number == *number))
    }

    /// Why those steps matter now, in a sentence or two.
    pub fn because(&self) -> &'static str {
        first(self.row.because, &self.facts).map_or("", |sentence| sentence.text)
    }

    /// One line for the moment before a message. Never an invitation to send it.
    pub fn pause(&self) -> Sentence {
        first(self.row.pause, &self.facts).unwrap_or(STEP_BACK)
    }

    /// Whether nothing may be said about getting in touch, nor a date for it: the verdict is about their word or about letting go, or
    /// the user wrote more than once without a word back.
    pub fn forbids_contact_talk(&self) -> bool {
        self.id().forbids_contact_talk()
    }

    /// Whether a sentence of the guide may be shown now.
    ///
    /// ```
    /// use reconnect::{BoundaryKind, Facts, STEPS, Step, advise};
    /// let mut facts = Facts::on("2026-11-23".parse().unwrap());
    /// facts.boundary = Some(BoundaryKind::Space);
    /// let verdict = advise(&facts);
    /// let mut shown = STEPS.iter().flat_map(Step::sentences).filter(|sentence| verdict.admits(sentence));
    /// assert!(shown.all(|sentence| !sentence.about_contact));
    /// ```
    pub fn admits(&self, sentence: &Sentence) -> bool {
        (sentence.when)(&self.facts) && !(sentence.about_contact && self.forbids_contact_talk())
    }

    /// Whether a sentence is also a word to this person: nobody who needs the distance is asked for their part.
    pub fn suits(&self, sentence: &Sentence) -> bool {
        self.admits(sentence) && !(sentence.own_part && self.facts.needs_distance())
    }

    /// One of the guide's [`CLOSING`] sentences that suit, another each day.
    pub fn closing_of_the_day(&self) -> &'static str {
        let suiting = CLOSING.iter().filter(|sentence| self.suits(sentence));
        of_day(suiting, self.facts.today).map_or("", |sentence| sentence.text)
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

/// Every sentence that a verdict, the guide or a day can say. Where [`Verdict::forbids_contact_talk`] holds, none that is about contact
/// is said.
pub fn sentences() -> impl Iterator<Item = Sentence> {
    let table = TABLE.iter().flat_map(|row| [row.says, row.reasons, row.because, row.pause]).flatten();
    let steps = STEPS.iter().flat_map(|step| step.paragraphs).flat_map(|paragraph| paragraph.sentences);
    OPENING.iter().chain(steps).chain(CLOSING).chain(table).copied().chain(ways_to_use_the_time()).chain(ideas_for_two())
}
