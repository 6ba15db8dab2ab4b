//! A line as this program writes it, read without a JSON parser: the fields in their order, at most a space behind a colon or a
//! comma, and no escape in any text. Most of a reading's time went into parsing such lines. A line of any other form is left to
//! serde; what is taken here, serde reads alike.

use chrono::{DateTime, FixedOffset};
use memchr::memchr;
use reconnect::Who;

use super::on::instant;
use super::record::{ContactFields, Record, VERSION, What};
use super::{Id, On};

/// Kinds that no count and no verdict asks for.
const NO_FACT: [&str; 5] = ["note", "letter", "letter-opened", "letter-erased", "urge"];

/// The beginning that all records share, as it is written.
struct Head<'a> {
    id: &'a str,
    on: &'a str,
    at: &'a str,
    replaces: Option<&'a str>,
    kind: &'a str,
    /// The fields of the kind.
    rest: &'a str,
}

impl<'a> Head<'a> {
    fn of(line: &'a str) -> Option<Self> {
        // With no escape and no control character anywhere, the next quote ends a text.
        if memchr(b'\\', line.as_bytes()).is_some() || line.bytes().min() < Some(b' ') {
            return None;
        }
        let rest = value(line.strip_prefix('{')?, "v")?.strip_prefix('1')?;
        let (id, rest) = text(rest, "id")?;
        let (on, rest) = text(rest, "on")?;
        let (at, rest) = text(rest, "at")?;
        let (replaces, rest) = text(rest, "replaces").map_or((None, rest), |(id, rest)| (Some(id), rest));
        let (kind, rest) = text(rest, "kind")?;
        Some(Self { id, on, at, replaces, kind, rest })
    }

    fn contact(&self) -> Option<ContactFields> {
        if self.kind != "contact" {
            return None;
        }
        let (who, rest) = text(self.rest, "who")?;
        let (via, rest) = text(rest, "via")?;
        let (reply, rest) = flag(rest, "reply");
        let (logistics, rest) = flag(rest, "logistics");
        let (overrule, rest) = text(rest, "overrule").map_or((None, rest), |(word, rest)| (Some(word), rest));
        let (note, rest) = text(rest, "note").map_or((None, rest), |(note, rest)| (Some(note), rest));
        let overrule = overrule.map(str::parse).transpose().ok()?;
        let fields = ContactFields {
            who: who.parse().ok()?,
            via: via.parse().ok()?,
            reply,
            logistics,
            overrule,
            note: note.map(str::to_owned),
        };
        (rest == "}").then_some(fields)
    }
}

/// The contact on this line; `None` where it is anything else, or written in any other way.
pub fn contact(line: &str) -> Option<Record> {
    let head = Head::of(line)?;
    let what = What::Contact(head.contact()?);
    let on: On = head.on.parse().ok()?;
    Some(Record { v: VERSION, id: Id::from(head.id), on, at: instant(head.at).ok()?, replaces: head.replaces.map(Id::from), what })
}

/// What a line means for counts and verdicts, where that is little.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bearing {
    /// Nothing.
    None,
    /// It is a contact by them that corrects nothing and overrules nothing. Of those a verdict asks only whether there was one
    /// between two other events.
    Word,
}

/// The bearing of this line, as far as it can be told at a glance, and when it was recorded.
pub fn bearing(line: &str) -> Option<(Bearing, DateTime<FixedOffset>)> {
    let head = Head::of(line)?;
    let bearing = if NO_FACT.contains(&head.kind) { Some(Bearing::None) } else { is_word(&head).then_some(Bearing::Word) };
    Some((bearing?, instant(head.at).ok()?))
}

/// The contact of a line that is a [`Bearing::Word`].
pub fn their_word(line: &str) -> Option<Record> {
    is_word(&Head::of(line)?).then(|| contact(line))?
}

fn is_word(head: &Head<'_>) -> bool {
    head.replaces.is_none() && head.contact().is_some_and(|fields| fields.who == Who::Them && fields.overrule.is_none())
}

/// What stands behind a key.
fn value<'a>(fields: &'a str, key: &str) -> Option<&'a str> {
    let fields = fields.strip_prefix(',').map_or(fields, |more| more.strip_prefix(' ').unwrap_or(more));
    let behind = fields.strip_prefix('"')?.strip_prefix(key)?.strip_prefix("\":")?;
    Some(behind.strip_prefix(' ').unwrap_or(behind))
}

/// A text, and the fields behind it.
fn text<'a>(fields: &'a str, key: &str) -> Option<(&'a str, &'a str)> {
    let text = value(fields, key)?.strip_prefix('"')?;
    let (text, behind) = text.split_at_checked(memchr(b'"', text.as_bytes())?)?;
    Some((text, behind.strip_prefix('"')?))
}

/// A flag, which is written only where it holds; and the fields behind it.
fn flag<'a>(fields: &'a str, key: &str) -> (bool, &'a str) {
    value(fields, key).and_then(|value| value.strip_prefix("true")).map_or((false, fields), |rest| (true, rest))
}

#[cfg(test)]
mod tests {
    use super::super::record::Record;
    use super::*;

    const HEAD: &str = r#"{"v":1,"id":"00112233445566778899aabbccddeeff","on":"2026-11-10T21:30:00+01:00","at":"2026-11-10T21:31:00.000001+01:00","#;

    fn serde(line: &str) -> Option<Record> {
        serde_json::from_str(line).ok()
    }

    #[test]
    fn what_is_taken_serde_reads_alike() {
        for fields in [
            r#""kind":"contact","who":"them","via":"text"}"#,
            r#""kind":"contact","who":"me","via":"in-person","reply":true,"logistics":true,"overrule":"keep","note":"häppy"}"#,
            r#""replaces":"ab","kind":"contact","who":"me","via":"looked"}"#,
        ] {
            for line in [format!("{HEAD}{fields}"), format!("{HEAD}{fields}").replace(",\"", ", \"").replace("\":", "\": ")] {
                let taken = contact(&line).unwrap();
                assert_eq!(format!("{:?}", Some(&taken)), format!("{:?}", serde(&line).as_ref()), "{line}");
            }
        }
    }

    #[test]
    fn any_other_form_is_left_to_serde() {
        for fields in [
            r#""kind":"contact","via":"text","who":"them"}"#,
            r#""kind":"contact","who":"them"}"#,
            r#""kind":"contact","who":"them","via":"text"} "#,
            r#""kind":"contact","who":"them","via":"text","reply":false}"#,
            r#""kind":"contact","who":"them","via":"text","note":"a\nb"}"#,
            r#""kind":"contact","who":"them","via":"text","mood":"calm"}"#,
            r#""kind":"contact","who":"them","via":"text",}"#,
            r#""kind":"contact","who":"nobody","via":"text"}"#,
            r#""kind":"urge","outcome":"sat-out"}"#,
            r#""kind":"contact","kind":"contact","who":"them","via":"text"}"#,
        ] {
            assert!(contact(&format!("{HEAD}{fields}")).is_none(), "{fields}");
        }
        let whole = format!(r#"{HEAD}"kind":"contact","who":"them","via":"text"}}"#);
        for (from, to) in
            [("\"v\":1", "\"v\":2"), ("T21:30:00+01:00", "T21:30"), ("T21:31:00.000001", "T25:31:00"), ("\"v\":1", "\"v\":10")]
        {
            assert!(contact(&whole.replacen(from, to, 1)).is_none(), "{to}");
        }
    }

    #[test]
    fn a_verdict_does_without_their_words_and_what_nobody_counts() {
        let line = |fields: &str| format!("{HEAD}{fields}");
        let of = |line: &str| bearing(line).map(|(bearing, _)| bearing);
        assert_eq!(of(&line(r#""kind":"contact","who":"them","via":"call"}"#)), Some(Bearing::Word));
        assert_eq!(of(&line(r#""kind":"urge","outcome":"sat-out"}"#)), Some(Bearing::None));
        for fields in [
            r#""kind":"contact","who":"me","via":"call"}"#,
            r#""kind":"contact","who":"them","via":"call","overrule":"restart"}"#,
            r#""replaces":"ab","kind":"contact","who":"them","via":"call"}"#,
            r#""kind":"start"}"#,
            r#""kind":"want","text":"calm"}"#,
        ] {
            assert_eq!(of(&line(fields)), None, "{fields}");
        }
    }
}
