//! The text of a diary line: its fields, and reading and writing them.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, SecondsFormat};
use reconnect::{Aim, Answer, BoundaryKind, Contact, Overrule, Protects, Via, Who};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::record::CLEAR;
use super::{BoundaryChange, ContactRecord, Id, NotebookText, ObstacleKind, Outcome, Record, RecordKind, Trigger};

/// The newest version of the format that this program reads and writes. Lines of a newer one are kept and skipped.
const VERSION: u32 = 2;

/// A line of the file: every field that any kind has, each named once, in the order in which it is written.
#[derive(Default, Deserialize, Serialize)]
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
    #[serde(skip_serializing_if = "is_unset")]
    moves: bool,
    #[serde(skip_serializing_if = "is_unset")]
    again: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    who: Option<Who>,
    #[serde(skip_serializing_if = "Option::is_none")]
    via: Option<Via>,
    #[serde(skip_serializing_if = "is_unset")]
    reply: bool,
    #[serde(skip_serializing_if = "is_unset")]
    logistics: bool,
    #[serde(skip_serializing_if = "is_unset")]
    unwanted: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    overrule: Option<Overrule>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    boundary: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    protects: Option<Protects>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    clears: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<Answer>,
    #[serde(skip_serializing_if = "is_unset")]
    in_touch: bool,
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
    sort: Option<ObstacleKind>,
    #[serde(skip_serializing_if = "is_unset")]
    paper: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<Outcome>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes: Option<u32>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    trigger: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    strength: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mood: Option<u8>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    text: Option<Text<'a>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    note: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    retracts: Option<Id>,
    /// The text was erased for good.
    #[serde(skip_serializing_if = "is_unset")]
    erased: bool,
}

/// A text that is copied only where it holds escapes: serde borrows no `Option<Cow>`.
#[derive(Default, Deserialize, Serialize)]
#[serde(transparent)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'a> From<&'a str> for Text<'a> {
    fn from(text: &'a str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_unset(flag: &bool) -> bool {
    !*flag
}

/// What a line of JSON turns out to be, made where serde has it: to hand the line on takes longer than to read a field.
#[derive(Deserialize)]
#[serde(from = "Line<'_>")]
struct Parsed(Result<Record, String>);

impl From<Line<'_>> for Parsed {
    fn from(mut line: Line<'_>) -> Self {
        Self(Record::read(&mut line))
    }
}

/// All that is asked of a line that is no record of this version.
#[derive(Deserialize)]
struct Head<'a> {
    #[serde(default)]
    v: u32,
    #[serde(borrow, default)]
    kind: Cow<'a, str>,
}

fn is_newer(text: &str) -> bool {
    serde_json::from_str(text).is_ok_and(|Head { v, kind }| {
        v > VERSION || RecordKind::read(&mut Line { kind, ..Line::default() }) == Ok(RecordKind::Unknown)
    })
}

fn needed<T>(field: &str, value: Option<T>) -> Result<T, String> {
    value.ok_or_else(|| format!("missing field `{field}`"))
}

fn parsed<T>(field: &str, text: &str, read: impl Fn(&str) -> Option<T>) -> Result<T, String> {
    let text = needed(field, Some(text).filter(|text| !text.is_empty()))?;
    read(text).ok_or_else(|| format!("can't read `{field}`: `{}`", text.chars().take(60).collect::<String>()))
}

impl Record {
    /// Reads a line; `None` for one of a newer version, or of a kind whose fields this version can't read. An error says what is
    /// wrong.
    pub fn parse(text: &str) -> Result<Option<Self>, String> {
        match serde_json::from_str(text) {
            Ok(Parsed(Ok(record))) => Ok(Some(record)),
            _ if is_newer(text) => Ok(None),
            Ok(Parsed(Err(error))) => Err(error),
            // Without serde's line, which is always 1.
            Err(error) => Err(error.to_string().replace(" at line 1 column ", " at column ")),
        }
    }

    fn read(line: &mut Line<'_>) -> Result<Self, String> {
        if line.v > VERSION {
            return Err("a newer version".to_owned());
        }
        Ok(Self {
            id: parsed("id", &line.id, |id| Some(Id::from(id)))?,
            on: parsed("on", &line.on, |on| on.parse().ok())?,
            recorded_at: parsed("at", &line.at, |at| DateTime::parse_from_rfc3339(at).ok())?,
            kind: RecordKind::read(line)?,
            replaces: line.replaces.take(),
            with: line.with.take(),
            erased: line.erased,
        })
    }

    /// The line, without its newline.
    pub fn to_line(&self) -> String {
        serde_json::to_string(&self.line()).unwrap_or_default()
    }

    /// The fields of its line.
    pub fn fields(&self) -> Map<String, Value> {
        if let Ok(Value::Object(fields)) = serde_json::to_value(self.line()) { fields } else { Map::new() }
    }

    /// A field without a value is left out.
    fn line(&self) -> Line<'_> {
        let mut line = self.kind.line();
        line.v = self.kind.version();
        line.id = Cow::Borrowed(self.id.as_str());
        line.on = Cow::Owned(self.on.to_string());
        // Microseconds keep the order of what was recorded within one second.
        line.at = Cow::Owned(self.recorded_at.to_rfc3339_opts(SecondsFormat::AutoSi, false));
        (line.replaces, line.with, line.erased) = (self.replaces.clone(), self.with.clone(), self.erased);
        line
    }
}

fn one_to_five(field: &str, number: u8) -> Result<u8, String> {
    if (1..=5).contains(&number) { Ok(number) } else { Err(format!("`{field}` is {number}, not 1 to 5")) }
}

impl RecordKind {
    /// The lowest version that can say it: an older program keeps and skips what it can't understand.
    fn version(&self) -> u32 {
        let is_second = match self {
            Self::Contact(ContactRecord { contact, .. }) => contact.via == Via::Reaction || contact.unwanted || contact.in_touch,
            Self::Answer { in_touch, .. } => *in_touch,
            Self::Boundary { boundary, .. } => {
                matches!(boundary, BoundaryChange::Set { kind: BoundaryKind::Own, .. } | BoundaryChange::Clear { own: true })
            }
            _ => false,
        };
        if is_second { VERSION } else { 1 }
    }

    fn read(line: &mut Line<'_>) -> Result<Self, String> {
        let own = |text: Option<Text<'_>>| text.map(|text| text.0.into_owned());
        Ok(match &*line.kind {
            "" => return Err("missing field `kind`".to_owned()),
            "start" => Self::Start { moves: line.moves },
            "end" => Self::End,
            "breakup" => Self::Breakup { again: line.again },
            "contact" => {
                let mut contact = Contact::new(needed("who", line.who)?, needed("via", line.via)?);
                (contact.reply, contact.logistics, contact.overrule) = (line.reply, line.logistics, line.overrule);
                (contact.unwanted, contact.in_touch) = (line.unwanted, line.in_touch);
                Self::Contact(ContactRecord { contact, note: own(line.note.take()) })
            }
            "boundary" => {
                let word = needed("boundary", line.boundary.as_ref())?;
                let boundary = if word.0 == CLEAR {
                    let own = line
                        .clears
                        .as_ref()
                        .map(|word| parsed("clears", &word.0, |word| (word == BoundaryKind::Own.id()).then_some(())));
                    BoundaryChange::Clear { own: own.transpose()?.is_some() }
                } else {
                    let kind = parsed("boundary", &word.0, |word| word.parse().ok())?;
                    let protects = (kind == BoundaryKind::Order).then(|| line.protects.unwrap_or(Protects::Both));
                    BoundaryChange::Set { kind, protects }
                };
                Self::Boundary { boundary, until: line.until }
            }
            "answer" => Self::Answer { answer: needed("answer", line.answer)?, in_touch: line.in_touch },
            "aim" => Self::Aim(needed("aim", line.aim)?),
            "done" => Self::Done { of: needed("of", line.of.take())? },
            "letter" => Self::Letter { n: line.n, until: needed("until", line.until)? },
            "letter-opened" => Self::LetterOpened { of: needed("of", line.of.take())?, still_true: line.still_true },
            "letter-erased" => Self::LetterErased { of: needed("of", line.of.take())? },
            "urge" => Self::Urge {
                outcome: needed("outcome", line.outcome)?,
                minutes: line.minutes,
                // A trigger of a newer version is no reason to lose the urge.
                trigger: line.trigger.as_ref().map(|word| word.0.parse().unwrap_or(Trigger::Other)),
                strength: line.strength.map(|strength| one_to_five("strength", strength)).transpose()?,
            },
            "checkin" => Self::Checkin { mood: one_to_five("mood", needed("mood", line.mood)?)?, note: own(line.note.take()) },
            "retract" => Self::Retract { retracts: needed("retracts", line.retracts.take())? },
            name => match name.parse() {
                Err(_) => Self::Unknown,
                Ok(kind) => Self::Notebook(NotebookText {
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

    /// The line of it, without what every record has.
    fn line(&self) -> Line<'_> {
        let line = Line { kind: Cow::Borrowed(self.name()), ..Line::default() };
        match self {
            Self::Start { moves } => Line { moves: *moves, ..line },
            Self::Breakup { again } => Line { again: *again, ..line },
            Self::Contact(ContactRecord { contact, note }) => Line {
                who: Some(contact.who),
                via: Some(contact.via),
                reply: contact.reply,
                logistics: contact.logistics,
                unwanted: contact.unwanted,
                in_touch: contact.in_touch,
                overrule: contact.overrule,
                note: note.as_deref().map(Text::from),
                ..line
            },
            Self::Boundary { boundary, until } => {
                let boundary_line = Line { boundary: Some(boundary.word().into()), until: *until, ..line };
                match boundary {
                    // Not said means both, as in every line of older versions.
                    BoundaryChange::Set { protects, .. } => {
                        Line { protects: protects.filter(|whom| *whom != Protects::Both), ..boundary_line }
                    }
                    BoundaryChange::Clear { own } => Line { clears: own.then(|| BoundaryKind::Own.id().into()), ..boundary_line },
                }
            }
            Self::Answer { answer, in_touch } => Line { answer: Some(*answer), in_touch: *in_touch, ..line },
            Self::Aim(aim) => Line { aim: Some(*aim), ..line },
            Self::Notebook(NotebookText { n, of, obstacle, paper, text, .. }) => {
                let text = Some(text.as_str()).filter(|text| !text.is_empty()).map(Text::from);
                Line { n: *n, of: of.clone(), sort: *obstacle, paper: *paper, text, ..line }
            }
            Self::Done { of } | Self::LetterErased { of } => Line { of: Some(of.clone()), ..line },
            Self::Letter { n, until } => Line { n: *n, until: Some(*until), ..line },
            Self::LetterOpened { of, still_true } => Line { of: Some(of.clone()), still_true: *still_true, ..line },
            Self::Urge { outcome, minutes, trigger, strength } => Line {
                outcome: Some(*outcome),
                minutes: *minutes,
                trigger: trigger.map(|trigger| trigger.id().into()),
                strength: *strength,
                ..line
            },
            Self::Checkin { mood, note } => Line { mood: Some(*mood), note: note.as_deref().map(Text::from), ..line },
            Self::Retract { retracts } => Line { retracts: Some(retracts.clone()), ..line },
            Self::End | Self::Unknown => line,
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
        r#""kind":"contact","who":"them","via":"reaction","unwanted":true"#,
        r#""kind":"contact","who":"them","via":"text","in_touch":true"#,
        r#""kind":"boundary","boundary":"order","protects":"me""#,
        r#""kind":"boundary","boundary":"own""#,
        r#""kind":"boundary","boundary":"clear","clears":"own""#,
        r#""kind":"answer","answer":"yes","in_touch":true"#,
        r#""kind":"note","n":3,"erased":true"#,
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
    fn every_kind_is_written_as_the_contract_says_and_read_back() {
        for rest in LINES {
            let is_second = ["reaction", "unwanted", "in_touch", "\"own\""].iter().any(|word| rest.contains(word));
            let v = if is_second { 2 } else { 1 };
            for links in ["", r#""replaces":"ef","#, r#""with":"ef","#] {
                let head = format!(r#""v":{v},"id":"ab","on":"2026-11-10T21:30:00+01:00","at":"2026-11-10T21:31:00.000001+01:00""#);
                let line = format!("{{{head},{links}{rest}}}");
                let record = Record::parse(&line).unwrap().unwrap();
                assert_ne!(record.kind, RecordKind::Unknown, "{line}");
                assert_eq!(record.to_line(), line);
            }
        }
    }

    #[test]
    fn newer_versions_and_unknown_kinds_are_skipped_and_damage_is_named() {
        let base = r#""id":"ab","on":"2026-11-10","at":"2026-11-10T21:31:00Z""#;
        let comet = format!(r#"{{"v":1,{base},"kind":"comet","tail":[1,2]}}"#);
        let parse = |text: &str| Record::parse(text).map(|record| record.map(|record| record.kind));
        for (text, expected) in [
            (r#"{"v":3,"on":["then"]}"#, Ok(None)),
            (r#"{"v":1,"id":"a","on":"2026-11-10","at":"x","kind":"comet","text":[1]}"#, Ok(None)),
            (&comet, Ok(Some(RecordKind::Unknown))),
            ("nonsense", Err("expected ident at column 2")),
            (r#"{"v":1,"id":"ab","on":"2026-11-10"}"#, Err("missing field `at`")),
            (r#"{"id":"ab","on":"a day","at":"2026-11-10T21:31:00Z","kind":"end"}"#, Err("can't read `on`: `a day`")),
            (&format!(r#"{{{base},"kind":"contact","who":"me"}}"#), Err("missing field `via`")),
            (r#"{"id":"a","on":"2026-11-10","at":"x","kind":"comet"}"#, Ok(None)),
            (&format!(r#"{{{base},"kind":"checkin","mood":6}}"#), Err("`mood` is 6, not 1 to 5")),
        ] {
            assert_eq!(parse(text), expected.map_err(str::to_owned), "{text}");
        }
    }
}
