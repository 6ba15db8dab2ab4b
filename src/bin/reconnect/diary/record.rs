//! One line of the diary. A new kind is added here: a variant of [`What`], and what it means in [`What::happening`].

use chrono::{DateTime, FixedOffset, NaiveDate};
use reconnect::{Answer, BoundaryKind, Contact, Happening, Overrule, Via, Who};
use serde::{Deserialize, Serialize};

use super::jotting::{Jotting, Kind, Outcome};
use super::on::{read_at, write_at};
use super::{Id, On};

/// The version of the format that this program writes. Lines of a newer one are kept and skipped.
pub const VERSION: u32 = 1;

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde calls")]
fn is_false(flag: &bool) -> bool {
    !flag
}

/// What is about to be recorded: everything but the id and the instant, which belong to the append.
#[derive(Debug, Clone)]
pub struct Draft {
    /// When it happened.
    pub on: On,
    /// The record that it corrects.
    pub replaces: Option<Id>,
    /// What drafts behind it call it by, for an edit by hand that has no id before it is recorded.
    pub stands_for: Option<Id>,
    /// What happened.
    pub what: What,
}

impl Draft {
    /// A record of its own.
    pub fn new(on: On, what: What) -> Self {
        Self { on, replaces: None, stands_for: None, what }
    }
}

/// A whole record, as one line holds it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Record {
    /// The format's version.
    pub v: u32,
    /// Its id.
    pub id: Id,
    /// When it happened.
    pub on: On,
    /// When it was recorded.
    #[serde(serialize_with = "write_at", deserialize_with = "read_at")]
    pub at: DateTime<FixedOffset>,
    /// The record that this one corrects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<Id>,
    /// What happened.
    #[serde(flatten)]
    pub what: What,
}

/// What happened: the kinds of record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum What {
    /// No contact begins.
    Start {
        /// It corrects where the open run began, although a contact had opened that run.
        #[serde(default, skip_serializing_if = "is_false")]
        moves: bool,
    },
    /// The run is closed by the user.
    End,
    /// The breakup.
    Breakup {
        /// It opens a new chapter.
        #[serde(default, skip_serializing_if = "is_false")]
        again: bool,
    },
    /// Somebody reached out.
    Contact(ContactFields),
    /// They asked for a distance, or lifted it.
    Boundary {
        /// `space`, `order` or `clear`.
        boundary: BoundaryWord,
        /// The last day, inclusive.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<NaiveDate>,
    },
    /// They answered.
    Answer {
        /// Their answer.
        answer: Answer,
    },
    /// A key issue; with a plan it is what the guide's step 2 asks for.
    Issue(Jotting),
    /// What to do about an issue or an obstacle.
    Plan(Jotting),
    /// Proof that a plan was followed.
    Evidence(Jotting),
    /// What stands in the way.
    Obstacle(Jotting),
    /// What the user truly wants.
    Want(Jotting),
    /// Anything else.
    Note(Jotting),
    /// An entry of the notebook is dealt with.
    Done {
        /// Which.
        of: Id,
    },
    /// An unsent letter was sealed. Its text is in a file of its own, never here.
    Letter {
        /// The id of this record, which the text's file already has when the record is drafted.
        #[serde(skip)]
        id: Option<Id>,
        /// Its number.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        n: Option<u32>,
        /// The day on which it can be opened.
        until: NaiveDate,
    },
    /// A letter was opened.
    LetterOpened {
        /// Which.
        of: Id,
        /// Whether it is still true.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        still_true: Option<bool>,
    },
    /// A letter's text was erased.
    LetterErased {
        /// Which.
        of: Id,
    },
    /// A wish to write, and what became of it.
    Urge {
        /// What became of it.
        outcome: Outcome,
        /// Whole minutes that were sat.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        minutes: Option<u32>,
    },
    /// Takes another record back.
    Retract {
        /// Which.
        retracts: Id,
    },
    /// A kind that this version does not know: kept and skipped.
    #[serde(other)]
    Unknown,
}

/// A contact's fields in a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactFields {
    /// Who reached out.
    pub who: Who,
    /// How.
    pub via: Via,
    /// It answered them.
    #[serde(default, skip_serializing_if = "is_false")]
    pub reply: bool,
    /// It had to be said anyway.
    #[serde(default, skip_serializing_if = "is_false")]
    pub logistics: bool,
    /// The user's word on whether it ends the run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overrule: Option<Overrule>,
    /// A note in the user's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl ContactFields {
    /// The library's contact: all but the note.
    pub fn contact(&self) -> Contact {
        let Self { who, via, reply, logistics, overrule, .. } = *self;
        Contact { who, via, reply, logistics, overrule }
    }
}

/// What a boundary record says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BoundaryWord {
    /// They asked for space.
    Space,
    /// A legal order.
    Order,
    /// They lifted what they had asked for.
    Clear,
}

impl What {
    /// What it means for runs and verdicts; `None` where it means nothing there.
    pub fn happening(&self) -> Option<Happening> {
        Some(match self {
            Self::Start { moves } => Happening::Start { moves: *moves },
            Self::End => Happening::End,
            Self::Breakup { again } => Happening::Breakup { again: *again },
            Self::Contact(fields) => Happening::Contact(fields.contact()),
            Self::Boundary { boundary, until } => match boundary {
                BoundaryWord::Space => Happening::Boundary { kind: BoundaryKind::Space, through: *until },
                BoundaryWord::Order => Happening::Boundary { kind: BoundaryKind::Order, through: *until },
                BoundaryWord::Clear => Happening::BoundaryCleared,
            },
            Self::Answer { answer } => Happening::Answer(*answer),
            // The notebook's consequence depends on more than one record: preparing.rs.
            Self::Issue(_)
            | Self::Plan(_)
            | Self::Evidence(_)
            | Self::Obstacle(_)
            | Self::Want(_)
            | Self::Note(_)
            | Self::Done { .. }
            | Self::Letter { .. }
            | Self::LetterOpened { .. }
            | Self::LetterErased { .. }
            | Self::Urge { .. }
            | Self::Retract { .. }
            | Self::Unknown => return None,
        })
    }

    /// An entry of the notebook.
    pub const fn entry(kind: Kind, jotting: Jotting) -> Self {
        match kind {
            Kind::Issue => Self::Issue(jotting),
            Kind::Plan => Self::Plan(jotting),
            Kind::Evidence => Self::Evidence(jotting),
            Kind::Obstacle => Self::Obstacle(jotting),
            Kind::Want => Self::Want(jotting),
            Kind::Note => Self::Note(jotting),
        }
    }

    /// The entry, if it is one of the notebook's.
    pub const fn jotting(&self) -> Option<(Kind, &Jotting)> {
        Some(match self {
            Self::Issue(jotting) => (Kind::Issue, jotting),
            Self::Plan(jotting) => (Kind::Plan, jotting),
            Self::Evidence(jotting) => (Kind::Evidence, jotting),
            Self::Obstacle(jotting) => (Kind::Obstacle, jotting),
            Self::Want(jotting) => (Kind::Want, jotting),
            Self::Note(jotting) => (Kind::Note, jotting),
            _ => return None,
        })
    }

    /// The id that a record must get, because something already goes by it.
    pub const fn chosen_id(&self) -> Option<&Id> {
        match self {
            Self::Letter { id, .. } => id.as_ref(),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_written_and_read_as_the_contract_says() {
        let line = r#"{"v":1,"id":"ab","on":"2026-11-10T21:30:00+01:00","at":"2026-11-10T21:31:00.000001+01:00","kind":"contact","who":"me","via":"in-person","overrule":"keep"}"#;
        let record: Record = serde_json::from_str(line).unwrap();
        assert_eq!(serde_json::to_string(&record).unwrap(), line);
    }

    #[test]
    fn every_id_is_written_as_it_was_read() {
        for text in [
            "",
            "a",
            "0123456789abcdef0123456789abcdef",
            "0123456789ABCDEF0123456789abcdef",
            "00000000000000000000000000000000",
            "é",
        ] {
            assert_eq!(Id::from(text).to_string(), text);
        }
        assert!(Id::from("0123456789abcdef0123456789abcdef") < Id::from("1123456789abcdef0123456789abcdef"));
    }

    #[test]
    fn unknown_fields_and_kinds_are_no_error() {
        let line = r#"{"v":1,"id":"ab","on":"2026-11-10","at":"2026-11-10T21:31:00Z","kind":"comet","tail":[1,2]}"#;
        assert_eq!(serde_json::from_str::<Record>(line).unwrap().what, What::Unknown);
        let line = r#"{"v":1,"id":"ab","on":"2026-11-10","at":"2026-11-10T21:31:00Z","kind":"end","mood":"calm"}"#;
        assert_eq!(serde_json::from_str::<Record>(line).unwrap().what, What::End);
    }
}
