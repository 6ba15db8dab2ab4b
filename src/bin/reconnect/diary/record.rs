//! One line of the diary, and the one record it holds.
//!
//! A new kind of record: a variant of [`RecordKind`], its name and fields in [`RecordKind::read`] and
//! [`RecordKind::write`]. What it means for counts and verdicts is said in `snapshot.rs`.

use std::borrow::Cow;

use chrono::{DateTime, FixedOffset, NaiveDate};
use reconnect::{Aim, Answer, BoundaryKind, Contact, Overrule, Via, Who};
use serde::{Deserialize, Serialize};

use super::event_date::{format_timestamp, parse_timestamp};
use super::{EventDate, Id};

/// The version of the format that this program writes. Lines of a newer one are kept and skipped.
const VERSION: u32 = 1;

/// What a command wants to record. The append adds the id and the instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub on: EventDate,
    pub replaces: Option<Id>,
    /// The id to use, where a file already goes by it.
    pub id: Option<Id>,
    pub kind: RecordKind,
}

impl Draft {
    pub fn new(on: EventDate, kind: RecordKind) -> Self {
        Self { on, replaces: None, id: None, kind }
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
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordKind {
    /// No contact begins. `moves` corrects where the open run began, although a contact had opened it.
    Start {
        moves: bool,
    },
    End,
    /// The breakup. `again` opens a new chapter.
    Breakup {
        again: bool,
    },
    Contact(ContactRecord),
    /// They asked for distance, or lifted what they had asked for; through a last day or until they say otherwise.
    Boundary {
        boundary: BoundaryChange,
        /// The last day, inclusive.
        until: Option<NaiveDate>,
    },
    Answer(Answer),
    Aim(Aim),
    Notebook(NotebookText),
    Done {
        of: Id,
    },
    /// An unsent letter was sealed. Its text is in a file of its own, never here.
    Letter {
        n: Option<u32>,
        /// The first day on which it can be opened.
        until: NaiveDate,
    },
    LetterOpened {
        of: Id,
        still_true: Option<bool>,
    },
    LetterErased {
        of: Id,
    },
    Urge {
        outcome: Outcome,
        /// Whole minutes of the pause.
        minutes: Option<u32>,
        trigger: Option<Trigger>,
        /// How strong it was, 1 to 5.
        strength: Option<u8>,
    },
    Checkin {
        mood: u8,
        note: Option<String>,
    },
    Retract {
        retracts: Id,
    },
    /// A kind that this version does not know: kept and skipped.
    Unknown,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactRecord {
    pub contact: Contact,
    pub note: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoundaryChange {
    /// They asked for it.
    Set(BoundaryKind),
    /// They lifted what they had asked for.
    Clear,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotebookText {
    pub kind: EntryKind,
    pub n: Option<u32>,
    /// The entry it belongs to: a plan to its issue or obstacle, evidence to its plan.
    pub of: Option<Id>,
    pub obstacle: Option<ObstacleKind>,
    /// Whether issues and plans are kept on paper.
    pub paper: bool,
    pub text: String,
}

/// Declares an enum whose variants have one word each in the diary, the arguments and JSON.
macro_rules! words {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// Every variant, in the order in which it is documented.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];
            pub const WORDS: &'static [&'static str] = &[$($word,)+];

            /// The word that the diary, arguments and JSON use.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.word() == word)
            }
        }
    };
}

words! {
    pub enum EntryKind {
        Issue = "issue",
        Plan = "plan",
        Evidence = "evidence",
        Obstacle = "obstacle",
        Want = "want",
        IfThen = "if-then",
        Note = "note",
    }
}

words! {
    pub enum ObstacleKind {
        /// Distance, schedules, work, family.
        Practical = "practical",
        /// Trust, above all.
        Emotional = "emotional",
    }
}

words! {
    pub enum Outcome {
        SatOut = "sat-out",
        Wrote = "wrote",
        /// It is better not to be alone with it.
        NeedsFriend = "needs-friend",
    }
}

words! {
    pub enum Trigger {
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

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde calls")]
fn is_false(flag: &bool) -> bool {
    !flag
}

/// Every field that any line has, in the order in which they are written. Read and written by serde, here and nowhere else.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Line<'a> {
    v: u32,
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    on: Cow<'a, str>,
    #[serde(borrow)]
    at: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    replaces: Option<Id>,
    #[serde(skip_serializing_if = "Option::is_none")]
    with: Option<Id>,
    #[serde(borrow)]
    kind: Cow<'a, str>,
    #[serde(skip_serializing_if = "is_false")]
    moves: bool,
    #[serde(skip_serializing_if = "is_false")]
    again: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    who: Option<Who>,
    #[serde(skip_serializing_if = "Option::is_none")]
    via: Option<Via>,
    #[serde(skip_serializing_if = "is_false")]
    reply: bool,
    #[serde(skip_serializing_if = "is_false")]
    logistics: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    overrule: Option<Overrule>,
    #[serde(skip_serializing_if = "Option::is_none")]
    boundary: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<Answer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    aim: Option<Aim>,
    #[serde(skip_serializing_if = "Option::is_none")]
    n: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<Id>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    still_true: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sort: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "is_false")]
    paper: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trigger: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    strength: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mood: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    retracts: Option<Id>,
}

/// All that is asked of a line that is no record of this version.
#[derive(Deserialize)]
struct Head<'a> {
    v: u32,
    #[serde(borrow)]
    kind: Option<Cow<'a, str>>,
}

const KINDS: &[&str] = &[
    "start",
    "end",
    "breakup",
    "contact",
    "boundary",
    "answer",
    "aim",
    "issue",
    "plan",
    "evidence",
    "obstacle",
    "want",
    "if-then",
    "note",
    "done",
    "letter",
    "letter-opened",
    "letter-erased",
    "urge",
    "checkin",
    "retract",
];

impl Record {
    /// Reads a line; `None` for one of a newer version, or of a kind whose fields this version can't read.
    pub fn parse(text: &str) -> Result<Option<Self>, String> {
        let line = match serde_json::from_str::<Line<'_>>(text) {
            Ok(line) => line,
            Err(error) => {
                return match serde_json::from_str::<Head<'_>>(text) {
                    Ok(head) if head.v > VERSION || head.kind.as_ref().is_some_and(|kind| !KINDS.contains(&kind.as_ref())) => {
                        Ok(None)
                    }
                    // Without serde's line, which is always 1.
                    _ => Err(error.to_string().replace(" at line 1 column ", " at column ")),
                };
            }
        };
        if line.v > VERSION { Ok(None) } else { Self::try_from(line).map(Some) }
    }

    pub fn to_line(&self) -> serde_json::Result<String> {
        let mut line = Line {
            v: VERSION,
            id: self.id.as_str().into(),
            on: self.on.to_string().into(),
            at: format_timestamp(&self.recorded_at).into(),
            replaces: self.replaces.clone(),
            with: self.with.clone(),
            kind: self.kind.name().into(),
            ..Line::default()
        };
        self.kind.write(&mut line);
        serde_json::to_string(&line)
    }
}

impl TryFrom<Line<'_>> for Record {
    type Error = String;

    fn try_from(line: Line<'_>) -> Result<Self, String> {
        for (field, text) in [("id", &line.id), ("on", &line.on), ("at", &line.at), ("kind", &line.kind)] {
            if text.is_empty() {
                return Err(format!("missing field `{field}`"));
            }
        }
        Ok(Self {
            id: Id::from(line.id.as_ref()),
            on: line.on.parse().map_err(|_| format!("can't read `on`: `{}`", line.on))?,
            recorded_at: parse_timestamp(&line.at).map_err(|_| format!("can't read `at`: `{}`", line.at))?,
            kind: RecordKind::read(&line)?,
            replaces: line.replaces,
            with: line.with,
        })
    }
}

fn needed<T>(field: &str, value: Option<T>) -> Result<T, String> {
    value.ok_or_else(|| format!("missing field `{field}`"))
}

fn word<T>(field: &str, text: Option<&Cow<'_, str>>, read: fn(&str) -> Option<T>) -> Result<Option<T>, String> {
    text.map(|text| read(text).ok_or_else(|| format!("can't read `{field}`: `{text}`"))).transpose()
}

fn one_to_five(field: &str, number: u8) -> Result<u8, String> {
    if (1..=5).contains(&number) { Ok(number) } else { Err(format!("`{field}` is {number}, not 1 to 5")) }
}

impl BoundaryChange {
    fn from_word(word: &str) -> Option<Self> {
        if word == "clear" { Some(Self::Clear) } else { word.parse().ok().map(Self::Set) }
    }

    pub const fn word(self) -> &'static str {
        match self {
            Self::Set(kind) => kind.id(),
            Self::Clear => "clear",
        }
    }
}

impl RecordKind {
    /// The name that lines carry in `kind`.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Start { .. } => "start",
            Self::End => "end",
            Self::Breakup { .. } => "breakup",
            Self::Contact(_) => "contact",
            Self::Boundary { .. } => "boundary",
            Self::Answer(_) => "answer",
            Self::Aim(_) => "aim",
            Self::Notebook(entry) => entry.kind.word(),
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

    fn read(line: &Line<'_>) -> Result<Self, String> {
        let text = |text: &Option<Cow<'_, str>>| text.as_ref().map(|text| text.clone().into_owned());
        Ok(match line.kind.as_ref() {
            "start" => Self::Start { moves: line.moves },
            "end" => Self::End,
            "breakup" => Self::Breakup { again: line.again },
            "contact" => {
                let mut contact = Contact::new(needed("who", line.who)?, needed("via", line.via)?);
                contact.reply = line.reply;
                contact.logistics = line.logistics;
                contact.overrule = line.overrule;
                Self::Contact(ContactRecord { contact, note: text(&line.note) })
            }
            "boundary" => Self::Boundary {
                boundary: needed("boundary", word("boundary", line.boundary.as_ref(), BoundaryChange::from_word)?)?,
                until: line.until,
            },
            "answer" => Self::Answer(needed("answer", line.answer)?),
            "aim" => Self::Aim(needed("aim", line.aim)?),
            "done" => Self::Done { of: needed("of", line.of.clone())? },
            "letter" => Self::Letter { n: line.n, until: needed("until", line.until)? },
            "letter-opened" => Self::LetterOpened { of: needed("of", line.of.clone())?, still_true: line.still_true },
            "letter-erased" => Self::LetterErased { of: needed("of", line.of.clone())? },
            "urge" => Self::Urge {
                outcome: needed("outcome", word("outcome", line.outcome.as_ref(), Outcome::from_word)?)?,
                minutes: line.minutes,
                // A trigger of a newer version is no reason to lose the urge.
                trigger: line.trigger.as_ref().map(|word| Trigger::from_word(word).unwrap_or(Trigger::Other)),
                strength: line.strength.map(|strength| one_to_five("strength", strength)).transpose()?,
            },
            "checkin" => Self::Checkin { mood: one_to_five("mood", needed("mood", line.mood)?)?, note: text(&line.note) },
            "retract" => Self::Retract { retracts: needed("retracts", line.retracts.clone())? },
            name => match EntryKind::from_word(name) {
                None => Self::Unknown,
                Some(kind) => Self::Notebook(NotebookText {
                    kind,
                    n: line.n,
                    of: line.of.clone(),
                    obstacle: word("sort", line.sort.as_ref(), ObstacleKind::from_word)?,
                    paper: line.paper,
                    text: text(&line.text).unwrap_or_default(),
                }),
            },
        })
    }

    fn write<'a>(&'a self, line: &mut Line<'a>) {
        match self {
            Self::Start { moves } => line.moves = *moves,
            Self::Breakup { again } => line.again = *again,
            Self::Contact(ContactRecord { contact, note }) => {
                (line.who, line.via) = (Some(contact.who), Some(contact.via));
                (line.reply, line.logistics, line.overrule) = (contact.reply, contact.logistics, contact.overrule);
                line.note = note.as_deref().map(Cow::from);
            }
            Self::Boundary { boundary, until } => (line.boundary, line.until) = (Some(boundary.word().into()), *until),
            Self::Answer(answer) => line.answer = Some(*answer),
            Self::Aim(aim) => line.aim = Some(*aim),
            Self::Notebook(entry) => {
                (line.n, line.of, line.paper) = (entry.n, entry.of.clone(), entry.paper);
                line.sort = entry.obstacle.map(|kind| kind.word().into());
                line.text = Some(entry.text.as_str()).filter(|text| !text.is_empty()).map(Cow::from);
            }
            Self::Done { of } | Self::LetterErased { of } => line.of = Some(of.clone()),
            Self::Letter { n, until } => (line.n, line.until) = (*n, Some(*until)),
            Self::LetterOpened { of, still_true } => (line.of, line.still_true) = (Some(of.clone()), *still_true),
            Self::Urge { outcome, minutes, trigger, strength } => {
                (line.outcome, line.minutes, line.strength) = (Some(outcome.word().into()), *minutes, *strength);
                line.trigger = trigger.map(|trigger| trigger.word().into());
            }
            Self::Checkin { mood, note } => (line.mood, line.note) = (Some(*mood), note.as_deref().map(Cow::from)),
            Self::Retract { retracts } => line.retracts = Some(retracts.clone()),
            Self::End | Self::Unknown => {}
        }
    }

    pub const fn notebook(&self) -> Option<&NotebookText> {
        match self {
            Self::Notebook(entry) => Some(entry),
            _ => None,
        }
    }

    pub const fn is_order(&self) -> bool {
        matches!(self, Self::Boundary { boundary: BoundaryChange::Set(BoundaryKind::Order), .. })
    }

    /// Whether a run can begin with it: a start, or a contact that ends a run.
    pub fn opens_runs(&self) -> bool {
        match self {
            Self::Start { .. } => true,
            Self::Contact(record) => record.contact.ends_run(),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_written_as_the_contract_says_and_read_back() {
        for rest in [
            r#""kind":"start""#,
            r#""kind":"start","moves":true"#,
            r#""kind":"end""#,
            r#""kind":"breakup","again":true"#,
            r#""kind":"contact","who":"me","via":"in-person","reply":true,"logistics":true,"overrule":"keep","note":"é""#,
            r#""kind":"boundary","boundary":"blocked""#,
            r#""kind":"boundary","boundary":"order","until":"2027-01-01""#,
            r#""kind":"boundary","boundary":"clear""#,
            r#""kind":"answer","answer":"not-now""#,
            r#""kind":"aim","aim":"closure""#,
            r#""kind":"issue","n":1,"paper":true"#,
            r#""kind":"plan","n":2,"of":"cd","text":"listen""#,
            r#""kind":"obstacle","n":3,"sort":"practical","text":"distance""#,
            r#""kind":"if-then","n":7,"text":"if late, I call Ana""#,
            r#""kind":"done","of":"cd""#,
            r#""kind":"letter","n":1,"until":"2026-12-01""#,
            r#""kind":"letter-opened","of":"cd","still_true":false"#,
            r#""kind":"letter-erased","of":"cd""#,
            r#""kind":"urge","outcome":"sat-out","minutes":2,"trigger":"lonely","strength":4"#,
            r#""kind":"checkin","mood":3,"note":"so so""#,
            r#""kind":"retract","retracts":"cd""#,
        ] {
            for links in ["", r#""replaces":"ef","#, r#""with":"ef","#] {
                let line = format!(
                    r#"{{"v":1,"id":"ab","on":"2026-11-10T21:30:00+01:00","at":"2026-11-10T21:31:00.000001+01:00",{links}{rest}}}"#
                );
                let record = Record::parse(&line).unwrap().unwrap();
                assert_ne!(record.kind, RecordKind::Unknown, "{line}");
                assert_eq!(record.to_line().unwrap(), line);
            }
        }
    }

    #[test]
    fn every_kind_of_a_line_is_known_by_its_name() {
        for kind in KINDS {
            let line = format!(r#"{{"v":1,"id":"a","on":"2026-11-10","at":"2026-11-10T21:31:00Z","kind":"{kind}"}}"#);
            assert_ne!(
                Record::parse(&line).map(|record| record.map(|record| record.kind)),
                Ok(Some(RecordKind::Unknown)),
                "{kind}"
            );
        }
    }

    #[test]
    fn newer_versions_and_unknown_kinds_are_skipped_and_damage_is_named() {
        let parse = |text: &str| Record::parse(text).map(|record| record.map(|record| record.kind));
        assert_eq!(parse(r#"{"v":2,"on":["then"]}"#), Ok(None));
        assert_eq!(parse(r#"{"v":1,"id":"a","on":"2026-11-10","at":"x","kind":"comet","text":[1]}"#), Ok(None));
        let comet = r#"{"v":1,"id":"ab","on":"2026-11-10","at":"2026-11-10T21:31:00Z","kind":"comet","tail":[1,2]}"#;
        assert_eq!(parse(comet), Ok(Some(RecordKind::Unknown)));
        let end = r#"{"v":1,"id":"ab","on":"2026-11-10","at":"2026-11-10T21:31:00Z","kind":"end","tail":"calm"}"#;
        assert_eq!(parse(end), Ok(Some(RecordKind::End)));
        assert_eq!(parse("nonsense").unwrap_err(), "expected ident at column 2");
        assert_eq!(parse(r#"{"v":1,"id":"ab","on":"2026-11-10"}"#).unwrap_err(), "missing field `at`");
        assert_eq!(
            parse(r#"{"v":1,"id":"ab","on":"a day","at":"2026-11-10T21:31:00Z","kind":"end"}"#).unwrap_err(),
            "can't read `on`: `a day`"
        );
    }
}
