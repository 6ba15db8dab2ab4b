//! The text of a diary line: its fields, and reading and writing them.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate};
use reconnect::{Aim, Answer, Overrule, Protects, Via, Who};
use serde::{Deserialize, Serialize};

use super::words::{ObstacleKind, Outcome};
use super::{Id, Record, RecordKind};

/// The newest version of the format that this program reads and writes. Lines of a newer one are kept and skipped.
pub const VERSION: u32 = 2;

/// A line of the file: every field that any kind has, each named once, in the order in which it is written.
#[derive(Default, Deserialize, Serialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a field of the file")]
pub struct Line<'a> {
    pub v: u32,
    #[serde(borrow)]
    pub id: Cow<'a, str>,
    #[serde(borrow)]
    pub on: Cow<'a, str>,
    #[serde(borrow)]
    pub at: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaces: Option<Id>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub with: Option<Id>,
    #[serde(borrow)]
    pub kind: Cow<'a, str>,
    #[serde(skip_serializing_if = "is_unset")]
    pub moves: bool,
    #[serde(skip_serializing_if = "is_unset")]
    pub again: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<Who>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub via: Option<Via>,
    #[serde(skip_serializing_if = "is_unset")]
    pub reply: bool,
    #[serde(skip_serializing_if = "is_unset")]
    pub logistics: bool,
    #[serde(skip_serializing_if = "is_unset")]
    pub unwanted: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overrule: Option<Overrule>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub boundary: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub protects: Option<Protects>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub clears: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
    #[serde(skip_serializing_if = "is_unset")]
    pub in_touch: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aim: Option<Aim>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub n: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<Id>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub still_true: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<ObstacleKind>,
    #[serde(skip_serializing_if = "is_unset")]
    pub paper: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub trigger: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strength: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mood: Option<u8>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text<'a>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retracts: Option<Id>,
    /// The text was erased for good.
    #[serde(skip_serializing_if = "is_unset")]
    pub erased: bool,
}

/// A text that is copied only where it holds escapes: serde borrows no `Option<Cow>`.
#[derive(Default, Deserialize, Serialize)]
#[serde(transparent)]
pub struct Text<'a>(#[serde(borrow)] pub Cow<'a, str>);

impl<'a> From<&'a str> for Text<'a> {
    fn from(text: &'a str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_unset(flag: &bool) -> bool {
    !*flag
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

/// Whether a line that can't be read may hold a boundary or an answer: its kind says so, also where the line is torn; or its kind
/// can't be told, and one of their words stands in it.
pub fn may_hold_their_word(line: &[u8]) -> bool {
    const THEIRS: [&str; 2] = ["boundary", "answer"];
    let text = String::from_utf8_lossy(line);
    let kind =
        text.split_once("\"kind\"").and_then(|(_, rest)| rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"'));
    match kind.map(|rest| rest.split_once('"').map_or((rest, true), |(kind, _)| (kind, false))) {
        Some((kind, true)) => THEIRS.iter().any(|word| word.starts_with(kind)),
        Some((kind, false)) => THEIRS.contains(&kind),
        None => ["boundary", "answer", "order"].iter().any(|word| text.contains(word)),
    }
}

pub fn needed<T>(field: &str, value: Option<T>) -> Result<T, String> {
    value.ok_or_else(|| format!("missing field `{field}`"))
}

pub fn parsed<T>(field: &str, text: &str, read: impl Fn(&str) -> Option<T>) -> Result<T, String> {
    let text = needed(field, Some(text).filter(|text| !text.is_empty()))?;
    read(text).ok_or_else(|| format!("can't read `{field}`: `{}`", text.chars().take(60).collect::<String>()))
}

impl Record {
    /// Reads a line; `None` for one of a newer version, or of a kind whose fields this version can't read. An error says what is
    /// wrong.
    pub fn parse(text: &str) -> Result<Option<Self>, String> {
        match Self::read(text) {
            Err(_) if is_newer(text) => Ok(None),
            read => read.map(Some),
        }
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
            erased: line.erased,
        })
    }

    /// The line, without its newline. A field without a value is left out.
    pub fn to_line(&self) -> String {
        let mut line = self.kind.line();
        line.v = self.kind.version();
        line.id = Cow::Borrowed(self.id.as_str());
        line.on = Cow::Owned(self.on.to_string());
        // Microseconds keep the order of what was recorded within one second.
        line.at = Cow::Owned(self.recorded_at.format("%Y-%m-%dT%H:%M:%S%.f%:z").to_string());
        (line.replaces, line.with, line.erased) = (self.replaces.clone(), self.with.clone(), self.erased);
        serde_json::to_string(&line).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_can_t_be_read_may_hold_their_word() {
        for (line, expected) in [
            (r#"{"v":1,"kind":"boundary","boundary":"moat"}"#, true),
            (r#"{"v":9, "kind" : "answer"}"#, true),
            (r#"{"v":1,"id":"a","kind":"boun"#, true),
            (r#"{"v":1,"id":"a","kind":"contact","who":"an order of \"boundary\""#, false),
            (r#"{"v":1,"id":"a","kind":"bound"}"#, false),
            (r#"{"v":1,"boundary":"spa"#, true),
            ("order", true),
            (r#"{"v":1,"id":"torn"#, false),
            ("", false),
        ] {
            assert_eq!(may_hold_their_word(line.as_bytes()), expected, "{line}");
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
