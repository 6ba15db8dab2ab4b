//! One line of the diary, and the one record it holds.
//!
//! A new kind of record: a variant of [`RecordKind`], its name and fields in [`RecordKind::read`] and
//! [`RecordKind::fields`]. What it means for counts and verdicts is said in `snapshot.rs`.

use std::borrow::Cow;

use chrono::{DateTime, FixedOffset, NaiveDate};
use reconnect::{Aim, Answer, BoundaryKind, Contact, Overrule, Via, Who};
use serde::Deserialize;
use serde_json::{Map, Value, json};

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

/// Every field that any line has: one pass over a line, and no text copied that a record doesn't keep.
#[derive(Default, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a field of the file")]
struct Line<'a> {
    v: u32,
    #[serde(borrow)]
    id: Text<'a>,
    on: Text<'a>,
    at: Text<'a>,
    replaces: Option<Id>,
    with: Option<Id>,
    kind: Text<'a>,
    moves: bool,
    again: bool,
    who: Option<Who>,
    via: Option<Via>,
    reply: bool,
    logistics: bool,
    overrule: Option<Overrule>,
    boundary: Option<Text<'a>>,
    answer: Option<Answer>,
    aim: Option<Aim>,
    n: Option<u32>,
    of: Option<Id>,
    until: Option<NaiveDate>,
    still_true: Option<bool>,
    sort: Option<ObstacleKind>,
    paper: bool,
    outcome: Option<Outcome>,
    minutes: Option<u32>,
    trigger: Option<Text<'a>>,
    strength: Option<u8>,
    mood: Option<u8>,
    text: Option<Text<'a>>,
    note: Option<Text<'a>>,
    retracts: Option<Id>,
}

/// A text that is copied only where it holds escapes.
#[derive(Default, Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

/// All that is asked of a line that is no record of this version.
#[derive(Deserialize)]
struct Head<'a> {
    #[serde(default)]
    v: u32,
    #[serde(borrow, default)]
    kind: Text<'a>,
}

fn is_newer(text: &str) -> bool {
    serde_json::from_str(text).is_ok_and(|Head { v, kind }| {
        v > VERSION || RecordKind::read(&mut Line { kind, ..Line::default() }) == Ok(RecordKind::Unknown)
    })
}

fn needed<T>(field: &str, value: Option<T>) -> Result<T, String> {
    value.ok_or_else(|| format!("missing field `{field}`"))
}

fn parsed<T>(field: &str, text: &Text<'_>, read: impl Fn(&str) -> Option<T>) -> Result<T, String> {
    let text = needed(field, Some(&*text.0).filter(|text| !text.is_empty()))?;
    read(text).ok_or_else(|| format!("can't read `{field}`: `{}`", text.chars().take(60).collect::<String>()))
}

fn one_to_five(field: &str, number: u8) -> Result<u8, String> {
    if (1..=5).contains(&number) { Ok(number) } else { Err(format!("`{field}` is {number}, not 1 to 5")) }
}

impl Record {
    /// Reads a line; `None` for one of a newer version, or of a kind whose fields this version can't read. An error says what is
    /// wrong.
    pub fn parse(text: &str) -> Result<Option<Self>, String> {
        match Self::read(text) {
            Err(_) if is_newer(text) => Ok(None),
            Err(error) => Self::read_own_fields(text).map(Some).ok_or(error),
            Ok(record) => Ok(Some(record)),
        }
    }

    /// Reads a line although a field that its kind doesn't have holds what no line of ours does.
    fn read_own_fields(text: &str) -> Option<Self> {
        let mut line: Map<String, Value> = serde_json::from_str(text).ok()?;
        let mut others = Vec::new();
        line.retain(|name, value| {
            let is_readable = serde_json::from_str::<Line<'_>>(&json!({ name: value }).to_string()).is_ok();
            others.extend(Some(name.clone()).filter(|_| !is_readable));
            is_readable
        });
        let record = Self::read(&Value::Object(line).to_string()).ok()?;
        let fields = record.kind.fields();
        others
            .iter()
            .all(|name| fields.get(name).is_none() && !["v", "replaces", "with"].contains(&name.as_str()))
            .then_some(record)
    }

    fn read(text: &str) -> Result<Self, String> {
        // Without serde's line, which is always 1.
        let without_line = |error: serde_json::Error| error.to_string().replace(" at line 1 column ", " at column ");
        let mut line: Line<'_> = serde_json::from_str(text).map_err(without_line)?;
        if line.v > VERSION {
            return Err("a newer version".to_owned());
        }
        Ok(Self {
            id: parsed("id", &line.id, |id| Some(Id::from(id)))?,
            on: parsed("on", &line.on, |on| on.parse().ok())?,
            recorded_at: parsed("at", &line.at, |at| DateTime::parse_from_rfc3339(at).ok())?,
            kind: RecordKind::read(&mut line)?,
            replaces: line.replaces,
            with: line.with,
        })
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

    fn read(line: &mut Line<'_>) -> Result<Self, String> {
        let own = |text: Option<Text<'_>>| text.map(|text| text.0.into_owned());
        Ok(match &*line.kind.0 {
            "" => return Err("missing field `kind`".to_owned()),
            "start" => Self::Start { moves: line.moves },
            "end" => Self::End,
            "breakup" => Self::Breakup { again: line.again },
            "contact" => {
                let mut contact = Contact::new(needed("who", line.who)?, needed("via", line.via)?);
                (contact.reply, contact.logistics, contact.overrule) = (line.reply, line.logistics, line.overrule);
                Self::Contact(ContactRecord { contact, note: own(line.note.take()) })
            }
            "boundary" => {
                let boundary = needed("boundary", line.boundary.as_ref())?;
                Self::Boundary { boundary: parsed("boundary", boundary, BoundaryChange::from_word)?, until: line.until }
            }
            "answer" => Self::Answer(needed("answer", line.answer)?),
            "aim" => Self::Aim(needed("aim", line.aim)?),
            "done" => Self::Done { of: needed("of", line.of.take())? },
            "letter" => Self::Letter { n: line.n, until: needed("until", line.until)? },
            "letter-opened" => Self::LetterOpened { of: needed("of", line.of.take())?, still_true: line.still_true },
            "letter-erased" => Self::LetterErased { of: needed("of", line.of.take())? },
            "urge" => Self::Urge {
                outcome: needed("outcome", line.outcome)?,
                minutes: line.minutes,
                // A trigger of a newer version is no reason to lose the urge.
                trigger: line.trigger.as_ref().map(|word| Trigger::from_word(&word.0).unwrap_or(Trigger::Other)),
                strength: line.strength.map(|strength| one_to_five("strength", strength)).transpose()?,
            },
            "checkin" => Self::Checkin { mood: one_to_five("mood", needed("mood", line.mood)?)?, note: own(line.note.take()) },
            "retract" => Self::Retract { retracts: needed("retracts", line.retracts.take())? },
            name => match EntryKind::from_word(name) {
                None => Self::Unknown,
                Some(kind) => Self::Notebook(NotebookText {
                    kind,
                    n: line.n,
                    of: line.of.take(),
                    obstacle: line.sort,
                    paper: line.paper,
                    text: own(line.text.take()).unwrap_or_default(),
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

    /// A line of each kind with all its fields.
    const LINES: &[&str] = &[
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
        r#""kind":"evidence","n":5,"of":"cd","text":"listened""#,
        r#""kind":"obstacle","n":3,"sort":"practical","text":"distance""#,
        r#""kind":"want","n":4,"text":"rest""#,
        r#""kind":"if-then","n":7,"text":"if late, I call Ana""#,
        r#""kind":"note","n":8,"text":"x""#,
        r#""kind":"done","of":"cd""#,
        r#""kind":"letter","n":1,"until":"2026-12-01""#,
        r#""kind":"letter-opened","of":"cd","still_true":false"#,
        r#""kind":"letter-erased","of":"cd""#,
        r#""kind":"urge","outcome":"sat-out","minutes":2,"trigger":"lonely","strength":4"#,
        r#""kind":"checkin","mood":3,"note":"so so""#,
        r#""kind":"retract","retracts":"cd""#,
    ];

    #[test]
    fn every_kind_is_written_as_the_contract_says_and_read_back_whatever_other_fields_hold() {
        let all = "moves again who via reply logistics overrule note boundary until answer aim n of sort paper text still_true outcome \
                   minutes trigger strength mood retracts tail";
        for rest in LINES {
            for links in ["", r#""replaces":"ef","#, r#""with":"ef","#] {
                let head = r#""v":1,"id":"ab","on":"2026-11-10T21:30:00+01:00","at":"2026-11-10T21:31:00.000001+01:00""#;
                let line = format!("{{{head},{links}{rest}}}");
                let record = Record::parse(&line).unwrap().unwrap();
                assert_ne!(record.kind, RecordKind::Unknown, "{line}");
                assert_eq!(record.to_line(), line);
                let fields = record.kind.fields();
                let others =
                    all.split_whitespace().filter(|name| fields.get(name).is_none()).map(|name| format!(r#","{name}":[{{}}]"#));
                let with_others = format!("{{{head},{links}{rest}{}}}", others.collect::<Vec<_>>().concat());
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
            (r#"{"id":"a","on":"2026-11-10","at":"x","kind":"comet"}"#, Ok(None)),
            (&format!(r#"{{{base},"kind":"checkin","mood":6}}"#), Err("`mood` is 6, not 1 to 5")),
            (&format!(r#"{{{base},"kind":"end","mood":"calm"}}"#), Ok(Some(RecordKind::End))),
        ] {
            assert_eq!(parse(text), expected.map_err(str::to_owned), "{text}");
        }
    }
}
