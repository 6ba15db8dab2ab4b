//! Facts in, a verdict out; and which steps of the guide matter under it. The table itself is in `table.rs`.

use chrono::NaiveDate;

use crate::facts::Facts;
use crate::guide::{Point, STEPS, Sentence, Step};
use crate::studies::STUDIES;
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
    pub fn admits(&self, sentence: &Sentence) -> bool {
        let at_this_point = match sentence.point {
            Point::Always => true,
            Point::UntilYes => self.id() != VerdictId::BuildNew,
            Point::WroteBack => self.id() == VerdictId::ActionsNotWords,
        };
        at_this_point && !(sentence.about_contact && self.forbids_contact_talk())
    }

    /// The row that it comes from, for the steps of the guide that matter now.
    pub fn focus(&self) -> &'static Row {
        self.row
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

/// Every sentence about getting in touch that the library knows. None may be shown where [`Verdict::forbids_contact_talk`] holds.
pub fn contact_sentences() -> impl Iterator<Item = &'static str> {
    let says = TABLE.iter().flat_map(|row| row.says).filter(|says| says.about_contact).map(|says| says.text);
    let reasons = TABLE.iter().flat_map(|row| row.reasons).filter(|reason| reason.about_contact).map(|reason| reason.text.text);
    let steps = STEPS.iter().flat_map(Step::sentences).filter(|sentence| sentence.about_contact).map(|sentence| sentence.text);
    let studies = STUDIES.iter().filter(|study| study.about_contact).map(|study| study.finding);
    says.chain(reasons).chain(steps).chain(studies)
}
