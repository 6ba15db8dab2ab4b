//! What a line of the diary records.
//!
//! A new kind of record: a variant of [`RecordKind`], its name and what it means for counts and verdicts here, and its fields in
//! `line.rs`.

use std::fmt;
use std::rc::Rc;

use chrono::{DateTime, FixedOffset, NaiveDate};
use reconnect::{Aim, Answer, BoundaryKind, Contact, EventKind, Protects, ids};
use serde::{Deserialize, Serialize};

use super::EventDate;

pub const ID_PREFIX_LEN: usize = 4;

/// A record's id: 128 random bits in hexadecimal. Other programs' ids are kept as they are. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(Rc<str>);

impl Id {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first eight characters: what people are shown, and can type. Not escaped.
    pub fn short(&self) -> String {
        self.0.chars().take(8).collect()
    }

    pub fn starts_with(&self, typed: &str) -> bool {
        self.0.to_lowercase().starts_with(&typed.to_lowercase())
    }
}

impl<T: Into<Rc<str>>> From<T> for Id {
    fn from(text: T) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a command wants to record. The append adds the id and the instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub on: EventDate,
    pub replaces: Option<Id>,
    /// The id to use, where a file already goes by it.
    pub id: Option<Id>,
    /// The first record of the command, where that one stands in the diary already.
    pub with: Option<Id>,
    pub kind: RecordKind,
}

impl Draft {
    pub fn new(on: EventDate, kind: RecordKind) -> Self {
        Self { on, replaces: None, id: None, with: None, kind }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    pub id: Id,
    pub on: EventDate,
    pub recorded_at: DateTime<FixedOffset>,
    pub replaces: Option<Id>,
    /// The first record of the command that recorded this one, unless it is the first itself.
    pub with: Option<Id>,
    pub kind: RecordKind,
    /// Its text was erased for good.
    pub erased: bool,
}

/// What happened.
///
/// A start that `moves` corrects where the open run began, although a contact had opened it. A breakup `again` opens a new chapter.
/// The `until` of a boundary is its last day, that of a letter the first day on which it can be opened; a letter's text is in a file
/// of its own, never here. An unknown kind is kept and skipped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordKind {
    Start { moves: bool },
    End,
    Breakup { again: bool },
    Contact(ContactRecord),
    Boundary { boundary: BoundaryChange, until: Option<NaiveDate> },
    Answer { answer: Answer, in_touch: bool },
    Aim(Aim),
    Notebook(NotebookText),
    Done { of: Id },
    Letter { n: Option<u32>, until: NaiveDate },
    LetterOpened { of: Id, still_true: Option<bool> },
    LetterErased { of: Id },
    Urge { outcome: Outcome, minutes: Option<u32>, trigger: Option<Trigger>, strength: Option<u8> },
    Checkin { mood: u8, note: Option<String> },
    Retract { retracts: Id },
    Unknown,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactRecord {
    pub contact: Contact,
    pub note: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoundaryChange {
    /// Whom an order protects is always said; of other kinds never.
    Set { kind: BoundaryKind, protects: Option<Protects> },
    /// `own`: of what is in force, the user's own alone.
    Clear { own: bool },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotebookText {
    pub kind: EntryKind,
    pub n: Option<u32>,
    /// The entry it belongs to: a plan to its issue or obstacle, evidence to its plan.
    pub of: Option<Id>,
    pub obstacle: Option<ObstacleKind>,
    pub paper: bool,
    pub text: String,
}

impl BoundaryChange {
    pub const fn word(self) -> &'static str {
        match self {
            Self::Set { kind, .. } => kind.id(),
            Self::Clear { .. } => CLEAR,
        }
    }
}

pub const CLEAR: &str = "clear";

impl RecordKind {
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Start { .. } => "start",
            Self::End => "end",
            Self::Breakup { .. } => "breakup",
            Self::Contact(_) => "contact",
            Self::Boundary { .. } => "boundary",
            Self::Answer { .. } => "answer",
            Self::Aim(_) => "aim",
            Self::Notebook(entry) => entry.kind.id(),
            Self::Done { .. } => "done",
            Self::Letter { .. } => "letter",
            Self::LetterOpened { .. } => "letter-opened",
            Self::LetterErased { .. } => "letter-erased",
            Self::Urge { .. } => "urge",
            Self::Checkin { .. } => "checkin",
            Self::Retract { .. } => "retract",
            Self::Unknown => "unknown",
        }
    }

    /// What a record means for counts and verdicts; `None` where it means nothing there, or where more than one record decides.
    pub const fn event(&self) -> Option<EventKind> {
        Some(match self {
            Self::Start { moves } => EventKind::Start { moves: *moves },
            Self::End => EventKind::End,
            Self::Breakup { again } => EventKind::Breakup { again: *again },
            Self::Contact(record) => EventKind::Contact(record.contact),
            Self::Boundary { boundary: BoundaryChange::Set { kind, protects }, until } => {
                EventKind::Boundary { kind: *kind, through: *until, protects: *protects }
            }
            Self::Boundary { boundary: BoundaryChange::Clear { own }, .. } => EventKind::BoundaryCleared { own: *own },
            Self::Answer { answer, in_touch } => EventKind::Answer { answer: *answer, in_touch: *in_touch },
            Self::Aim(aim) => EventKind::Aim(*aim),
            Self::Notebook(_)
            | Self::Done { .. }
            | Self::Letter { .. }
            | Self::LetterOpened { .. }
            | Self::LetterErased { .. }
            | Self::Urge { .. }
            | Self::Checkin { .. }
            | Self::Retract { .. }
            | Self::Unknown => return None,
        })
    }

    /// Whether it is an event by which a bare date of its day finds its place. An aim or a note moves nothing.
    pub const fn is_event_of_a_day(&self) -> bool {
        !matches!(self.event(), None | Some(EventKind::Aim(_)))
    }

    /// The user's own words in it.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Notebook(entry) => Some(entry.text.as_str()).filter(|text| !text.is_empty()),
            Self::Contact(ContactRecord { note, .. }) | Self::Checkin { note, .. } => note.as_deref(),
            _ => None,
        }
    }

    /// The same with other words, where it can hold any.
    pub fn with_text(mut self, text: Option<&str>) -> Self {
        match &mut self {
            Self::Notebook(entry) => text.unwrap_or_default().clone_into(&mut entry.text),
            Self::Contact(ContactRecord { note, .. }) | Self::Checkin { note, .. } => *note = text.map(str::to_owned),
            _ => {}
        }
        self
    }

    pub const fn notebook(&self) -> Option<&NotebookText> {
        match self {
            Self::Notebook(entry) => Some(entry),
            _ => None,
        }
    }
}

ids! {
    pub enum EntryKind: "a kind of notebook entry" {
        Issue = "issue",
        Plan = "plan",
        Evidence = "evidence",
        Obstacle = "obstacle",
        Want = "want",
        IfThen = "if-then",
        Note = "note",
    }
}

ids! {
    pub enum ObstacleKind: "a kind of obstacle" {
        Practical = "practical",
        Emotional = "emotional",
    }
}

ids! {
    pub enum Outcome: "an outcome" {
        SatOut = "sat-out",
        Wrote = "wrote",
        NeedsFriend = "needs-friend",
    }
}

ids! {
    pub enum Trigger: "a trigger" {
        Memory = "memory",
        Lonely = "lonely",
        SocialMedia = "social-media",
        Alcohol = "alcohol",
        Place = "place",
        Song = "song",
        Date = "date",
        TheyWrote = "they-wrote",
        Other = "other",
    }
}

impl EntryKind {
    pub const fn can_be_done(self) -> bool {
        matches!(self, Self::Issue | Self::Plan | Self::Obstacle)
    }
}
