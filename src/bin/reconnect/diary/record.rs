//! One line of the diary, and the one record it holds.
//!
//! A new kind of record: a variant of [`RecordKind`], its name and fields in [`RecordKind::read`] and
//! [`RecordKind::fields`]. What it means for counts and verdicts is said in `snapshot.rs`.

use std::borrow::{Borrow, Cow};
use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate};
use reconnect::{Aim, Answer, BoundaryKind, Contact};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use super::words::{EntryKind, ObstacleKind, Outcome, Trigger};
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
    Answer(Answer),
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
    Set(BoundaryKind),
    Clear,
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

/// The fields of a line as they are written. A field is read only for a kind that has it, so that no other field damages a record.
struct Line<'a>(BTreeMap<Text<'a>, &'a RawValue>);

/// A text that is copied only where it holds escapes.
#[derive(PartialEq, Eq, PartialOrd, Ord, Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

impl Borrow<str> for Text<'_> {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl<'a> Line<'a> {
    fn optional<T: Deserialize<'a>>(&self, field: &str) -> Result<Option<T>, String> {
        let Some(raw) = self.0.get(field) else { return Ok(None) };
        serde_json::from_str(raw.get()).map_err(|_| unreadable(field, raw.get()))
    }

    fn needed<T: Deserialize<'a>>(&self, field: &str) -> Result<T, String> {
        self.optional(field)?.ok_or_else(|| format!("missing field `{field}`"))
    }

    fn flag(&self, field: &str) -> Result<bool, String> {
        Ok(self.optional(field)?.unwrap_or_default())
    }

    fn parsed<T>(&self, field: &str, read: impl Fn(&str) -> Option<T>) -> Result<T, String> {
        match self.needed::<Text<'_>>(field)?.0 {
            text if text.is_empty() => Err(format!("missing field `{field}`")),
            text => read(&text).ok_or_else(|| unreadable(field, &text)),
        }
    }

    fn one_to_five(&self, field: &str) -> Result<Option<u8>, String> {
        match self.optional(field)? {
            Some(number) if !(1..=5).contains(&number) => Err(format!("`{field}` is {number}, not 1 to 5")),
            number => Ok(number),
        }
    }
}

fn unreadable(field: &str, found: &str) -> String {
    format!("can't read `{field}`: `{}`", found.chars().take(60).collect::<String>())
}

impl Record {
    /// Reads a line; `None` for one of a newer version, or of a kind whose fields this version can't read. An error says what is
    /// wrong.
    pub fn parse(text: &str) -> Result<Option<Self>, String> {
        // Without serde's line, which is always 1.
        let without_line = |error: serde_json::Error| error.to_string().replace(" at line 1 column ", " at column ");
        let line = Line(serde_json::from_str(text).map_err(without_line)?);
        if line.optional("v")?.unwrap_or(0) > VERSION {
            return Ok(None);
        }
        let head = (|| {
            Ok((
                line.parsed("id", |id| Some(Id::from(id)))?,
                line.parsed("on", |on| on.parse().ok())?,
                line.parsed("at", |at| DateTime::parse_from_rfc3339(at).ok())?,
                line.optional("replaces")?,
                line.optional("with")?,
            ))
        })();
        let kind = line.parsed("kind", |kind| Some(kind.to_owned())).and_then(|kind| RecordKind::read(&kind, &line));
        match (head, kind) {
            (Ok((id, on, recorded_at, replaces, with)), Ok(kind)) => Ok(Some(Self { id, on, recorded_at, replaces, with, kind })),
            (Err(_), Ok(RecordKind::Unknown)) => Ok(None),
            (Err(error), _) | (_, Err(error)) => Err(error),
        }
    }

    /// The line, without its newline. A field without a value is left out.
    pub fn to_line(&self) -> String {
        // Microseconds keep the order of what was recorded within one second.
        let (on, at) = (self.on.to_string(), self.recorded_at.format("%Y-%m-%dT%H:%M:%S%.f%:z").to_string());
        let (id, replaces, with, kind) = (&self.id, &self.replaces, &self.with, self.kind.name());
        let mut line = json!({ "v": VERSION, "id": id, "on": on, "at": at, "replaces": replaces, "with": with, "kind": kind });
        if let (Value::Object(line), Value::Object(fields)) = (&mut line, self.kind.fields()) {
            line.extend(fields);
            line.retain(|_, value| !value.is_null());
        }
        line.to_string()
    }
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

    fn read(name: &str, line: &Line<'_>) -> Result<Self, String> {
        Ok(match name {
            "start" => Self::Start { moves: line.flag("moves")? },
            "end" => Self::End,
            "breakup" => Self::Breakup { again: line.flag("again")? },
            "contact" => {
                let mut contact = Contact::new(line.needed("who")?, line.needed("via")?);
                contact.reply = line.flag("reply")?;
                contact.logistics = line.flag("logistics")?;
                contact.overrule = line.optional("overrule")?;
                Self::Contact(ContactRecord { contact, note: line.optional("note")? })
            }
            "boundary" => {
                Self::Boundary { boundary: line.parsed("boundary", BoundaryChange::from_word)?, until: line.optional("until")? }
            }
            "answer" => Self::Answer(line.needed("answer")?),
            "aim" => Self::Aim(line.needed("aim")?),
            "done" => Self::Done { of: line.needed("of")? },
            "letter" => Self::Letter { n: line.optional("n")?, until: line.needed("until")? },
            "letter-opened" => Self::LetterOpened { of: line.needed("of")?, still_true: line.optional("still_true")? },
            "letter-erased" => Self::LetterErased { of: line.needed("of")? },
            "urge" => Self::Urge {
                outcome: line.needed("outcome")?,
                minutes: line.optional("minutes")?,
                // A trigger of a newer version is no reason to lose the urge.
                trigger: line.optional("trigger")?.map(|word: String| Trigger::from_word(&word).unwrap_or(Trigger::Other)),
                strength: line.one_to_five("strength")?,
            },
            "checkin" => {
                let mood = line.one_to_five("mood")?.ok_or("missing field `mood`")?;
                Self::Checkin { mood, note: line.optional("note")? }
            }
            "retract" => Self::Retract { retracts: line.needed("retracts")? },
            _ => match EntryKind::from_word(name) {
                None => Self::Unknown,
                Some(kind) => Self::Notebook(NotebookText {
                    kind,
                    n: line.optional("n")?,
                    of: line.optional("of")?,
                    obstacle: line.optional("sort")?,
                    paper: line.flag("paper")?,
                    text: line.optional("text")?.unwrap_or_default(),
                }),
            },
        })
    }

    /// The fields beside those that every record has, in the order in which they are written.
    fn fields(&self) -> Value {
        let flag = |yes: &bool| yes.then_some(true);
        match self {
            Self::Start { moves } => json!({ "moves": flag(moves) }),
            Self::Breakup { again } => json!({ "again": flag(again) }),
            Self::Contact(ContactRecord { contact, note }) => json!({
                "who": contact.who,
                "via": contact.via,
                "reply": flag(&contact.reply),
                "logistics": flag(&contact.logistics),
                "overrule": contact.overrule,
                "note": note,
            }),
            Self::Boundary { boundary, until } => json!({ "boundary": boundary.word(), "until": until }),
            Self::Answer(answer) => json!({ "answer": answer }),
            Self::Aim(aim) => json!({ "aim": aim }),
            Self::Notebook(NotebookText { n, of, obstacle, paper, text, .. }) => {
                let (sort, text) = (obstacle.map(ObstacleKind::word), Some(text).filter(|text| !text.is_empty()));
                json!({ "n": n, "of": of, "sort": sort, "paper": flag(paper), "text": text })
            }
            Self::Done { of } | Self::LetterErased { of } => json!({ "of": of }),
            Self::Letter { n, until } => json!({ "n": n, "until": until }),
            Self::LetterOpened { of, still_true } => json!({ "of": of, "still_true": still_true }),
            Self::Urge { outcome, minutes, trigger, strength } => {
                json!({ "outcome": outcome.word(), "minutes": minutes, "trigger": trigger.map(Trigger::word), "strength": strength })
            }
            Self::Checkin { mood, note } => json!({ "mood": mood, "note": note }),
            Self::Retract { retracts } => json!({ "retracts": retracts }),
            Self::End | Self::Unknown => json!({}),
        }
    }

    pub const fn notebook(&self) -> Option<&NotebookText> {
        match self {
            Self::Notebook(entry) => Some(entry),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line of each kind with all its fields, and the names of those that it may have and hasn't.
    const LINES: &[(&str, &str)] = &[
        (r#""kind":"start""#, "moves"),
        (r#""kind":"start","moves":true"#, ""),
        (r#""kind":"end""#, ""),
        (r#""kind":"breakup","again":true"#, ""),
        (r#""kind":"contact","who":"me","via":"in-person","reply":true,"logistics":true,"overrule":"keep","note":"é""#, ""),
        (r#""kind":"boundary","boundary":"blocked""#, "until"),
        (r#""kind":"boundary","boundary":"order","until":"2027-01-01""#, ""),
        (r#""kind":"boundary","boundary":"clear""#, "until"),
        (r#""kind":"answer","answer":"not-now""#, ""),
        (r#""kind":"aim","aim":"closure""#, ""),
        (r#""kind":"issue","n":1,"paper":true"#, "of sort text"),
        (r#""kind":"plan","n":2,"of":"cd","text":"listen""#, "sort paper"),
        (r#""kind":"evidence","n":5,"of":"cd","text":"listened""#, "sort paper"),
        (r#""kind":"obstacle","n":3,"sort":"practical","text":"distance""#, "of paper"),
        (r#""kind":"want","n":4,"text":"rest""#, "of sort paper"),
        (r#""kind":"if-then","n":7,"text":"if late, I call Ana""#, "of sort paper"),
        (r#""kind":"note","n":8,"text":"x""#, "of sort paper"),
        (r#""kind":"done","of":"cd""#, ""),
        (r#""kind":"letter","n":1,"until":"2026-12-01""#, ""),
        (r#""kind":"letter-opened","of":"cd","still_true":false"#, ""),
        (r#""kind":"letter-erased","of":"cd""#, ""),
        (r#""kind":"urge","outcome":"sat-out","minutes":2,"trigger":"lonely","strength":4"#, ""),
        (r#""kind":"checkin","mood":3,"note":"so so""#, ""),
        (r#""kind":"retract","retracts":"cd""#, ""),
    ];

    const FIELDS: &str = "moves again who via reply logistics overrule note boundary until answer aim n of sort paper text \
                          still_true outcome minutes trigger strength mood retracts tail";

    #[test]
    fn every_kind_is_written_as_the_contract_says_and_read_back_whatever_other_fields_hold() {
        for (rest, optional) in LINES {
            for links in ["", r#""replaces":"ef","#, r#""with":"ef","#] {
                let head = r#""v":1,"id":"ab","on":"2026-11-10T21:30:00+01:00","at":"2026-11-10T21:31:00.000001+01:00""#;
                let line = format!("{{{head},{links}{rest}}}");
                let record = Record::parse(&line).unwrap().unwrap();
                assert_ne!(record.kind, RecordKind::Unknown, "{line}");
                assert_eq!(record.to_line(), line);
                let is_other =
                    |name: &&str| !rest.contains(&format!("\"{name}\":")) && !optional.split(' ').any(|own| own == *name);
                let other = |name: &str| format!(r#","{name}":[{{}}]"#);
                let others: Vec<String> = FIELDS.split_whitespace().filter(is_other).map(other).collect();
                let others = others.concat();
                let with_others = format!("{{{head},{links}{rest}{others}}}");
                assert_eq!(Record::parse(&with_others), Ok(Some(record)), "{with_others}");
            }
        }
    }

    #[test]
    fn newer_versions_and_unknown_kinds_are_skipped_and_damage_is_named() {
        let base = r#""id":"ab","on":"2026-11-10","at":"2026-11-10T21:31:00Z""#;
        let comet = format!(r#"{{"v":1,{base},"kind":"comet","tail":[1,2]}}"#);
        let parse = |text: &str| Record::parse(text).map(|record| record.map(|record| record.kind));
        for (text, expected) in [
            (r#"{"v":2,"on":["then"]}"#, Ok(None)),
            (r#"{"v":1,"id":"a","on":"2026-11-10","at":"x","kind":"comet","text":[1]}"#, Ok(None)),
            (&comet, Ok(Some(RecordKind::Unknown))),
            ("nonsense", Err("expected ident at column 2")),
            (r#"{"v":1,"id":"ab","on":"2026-11-10"}"#, Err("missing field `at`")),
            (r#"{"id":"ab","on":"a day","at":"2026-11-10T21:31:00Z","kind":"end"}"#, Err("can't read `on`: `a day`")),
            (&format!(r#"{{{base},"kind":"contact","who":"me"}}"#), Err("missing field `via`")),
            (&format!(r#"{{{base},"kind":"contact","who":1,"via":"text"}}"#), Err("can't read `who`: `1`")),
            (&format!(r#"{{{base},"kind":"checkin","mood":6}}"#), Err("`mood` is 6, not 1 to 5")),
        ] {
            assert_eq!(parse(text), expected.map_err(str::to_owned), "{text}");
        }
    }
}
