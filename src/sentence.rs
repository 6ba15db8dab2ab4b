//! What the library says: each sentence with its source, and when it belongs.

use crate::boundary::{Aim, Answer, BoundaryKind};
use crate::facts::{Facts, ReachOut};
use crate::window::{WindowId, a_year_has_passed};

/// Whose word a sentence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Source {
    /// The guide says it; the id of the statement, such as `3.2`. 0 is the guide's opening, 1 to 6 its steps, 7 its closing.
    Guide(&'static str),
    /// This library adds it.
    Ours,
}

impl Source {
    /// The id of the guide's statement; `None` for what this library adds.
    pub const fn id(self) -> Option<&'static str> {
        match self {
            Self::Guide(id) => Some(id),
            Self::Ours => None,
        }
    }
}

/// One or two short sentences. Serialized, it has `step`, `stated`, `source` and `text`.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Sentence {
    /// The step of the guide that it belongs to, 1 to 6.
    pub step: u8,
    /// The words.
    pub text: &'static str,
    /// Whose they are.
    pub source: Source,
    /// Whether it is about getting in touch, or gives hope of it.
    pub about_contact: bool,
    /// Whether it speaks to somebody who may press, or looks for their part. It is no word to somebody who needs the distance.
    pub own_part: bool,
    pub(crate) when: fn(&Facts) -> bool,
}

impl Sentence {
    /// Whether the guide says it; otherwise this library adds it.
    pub const fn is_stated(&self) -> bool {
        matches!(self.source, Source::Guide(_))
    }

    pub(crate) const fn contact(self) -> Self {
        Self { about_contact: true, ..self }
    }

    pub(crate) const fn own_part(self) -> Self {
        Self { own_part: true, ..self }
    }

    pub(crate) const fn at(self, step: u8) -> Self {
        Self { step, ..self }
    }

    pub(crate) const fn when(self, when: fn(&Facts) -> bool) -> Self {
        Self { when, ..self }
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Sentence {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut fields = serializer.serialize_struct("Sentence", 4)?;
        fields.serialize_field("step", &self.step)?;
        fields.serialize_field("stated", &self.is_stated())?;
        fields.serialize_field("source", &self.source.id())?;
        fields.serialize_field("text", self.text)?;
        fields.end()
    }
}

/// What the guide states under this id. The opening stands before step 1, the closing behind step 6.
pub(crate) const fn says(id: &'static str, text: &'static str) -> Sentence {
    let step = match id.as_bytes() {
        [b'0', ..] => 1,
        [digit @ b'1'..=b'5', ..] => *digit - b'0',
        _ => 6,
    };
    Sentence { step, text, source: Source::Guide(id), about_contact: false, own_part: false, when: |_| true }
}

/// What this library adds to a step.
pub(crate) const fn ours(step: u8, text: &'static str) -> Sentence {
    Sentence { step, text, source: Source::Ours, about_contact: false, own_part: false, when: |_| true }
}

/// The first that belongs.
pub(crate) fn first(sentences: &[Sentence], facts: &Facts) -> Option<Sentence> {
    sentences.iter().find(|sentence| (sentence.when)(facts)).copied()
}

// When a sentence belongs.

pub(crate) fn own_thresholds(facts: &Facts) -> bool {
    !facts.thresholds.is_default()
}

/// The guide speaks of its own windows, so with the user's bounds these are not its word.
pub(crate) fn default_thresholds(facts: &Facts) -> bool {
    facts.thresholds.is_default()
}

pub(crate) fn ordered(facts: &Facts) -> bool {
    facts.order.is_some() || facts.boundary == Some(BoundaryKind::Order)
}

/// They have decided, or the user needs the distance or lets go: nothing is left to wait for.
pub(crate) fn is_over(facts: &Facts) -> bool {
    ordered(facts) || facts.answer == Some(Answer::No) || facts.aim == Some(Aim::Closure) || facts.needs_distance()
}

pub(crate) fn is_open(facts: &Facts) -> bool {
    !is_over(facts)
}

pub(crate) fn own(facts: &Facts) -> bool {
    facts.boundary == Some(BoundaryKind::Own)
}

pub(crate) fn blocked(facts: &Facts) -> bool {
    facts.boundary == Some(BoundaryKind::Blocked)
}

pub(crate) fn said_not_now(facts: &Facts) -> bool {
    facts.answer == Some(Answer::NotNow)
}

pub(crate) fn said_yes(facts: &Facts) -> bool {
    facts.answer == Some(Answer::Yes) && !facts.answer_is_past
}

pub(crate) fn before_yes(facts: &Facts) -> bool {
    !said_yes(facts)
}

pub(crate) fn in_touch(facts: &Facts) -> bool {
    facts.in_touch.is_some()
}

/// The two are in touch again, or they wrote back; they have not answered.
pub(crate) fn in_second_half(facts: &Facts) -> bool {
    before_yes(facts) && (in_touch(facts) || facts.reach_out == ReachOut::Answered && facts.answer.is_none())
}

pub(crate) fn in_window(facts: &Facts, id: WindowId) -> bool {
    facts.window().is_some_and(|window| window.id == id)
}

pub(crate) fn before_a_year(facts: &Facts) -> bool {
    facts.breakup.is_some_and(|breakup| !a_year_has_passed(breakup, facts.today))
}
