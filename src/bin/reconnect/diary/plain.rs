//! A line as this program writes it, read without a JSON parser: the fields in their order, at most a space behind a colon or a
//! comma, and no escape in any text. Most of a reading's time went into parsing such lines. A line of any other form is left to
//! serde; what is taken here, serde reads alike.

use chrono::{DateTime, FixedOffset, NaiveDate};
use reconnect::Contact;
use reconnect::when::Clock;

use super::on::instant;
use super::record::{ContactFields, Record, VERSION, What};
use super::{Id, On};

/// Kinds that no count and no verdict asks for.
const NO_FACT: [&str; 5] = ["note", "letter", "letter-opened", "letter-erased", "urge"];

/// A line in that form.
pub struct Plain<'a> {
    id: &'a str,
    on: &'a str,
    at: &'a str,
    replaces: Option<&'a str>,
    kind: &'a str,
    /// What a contact's line says of it.
    contact: Option<Fields<'a>>,
}

/// The fields of a contact.
struct Fields<'a> {
    contact: Contact,
    note: Option<&'a str>,
}

/// What a line means for counts and verdicts, where that is little. None of these corrects another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bearing {
    /// No contact, and nothing.
    None,
    /// A contact by the user that ends no run and can be no reach-out.
    Idle,
    /// A contact by them that ends no run. Of those a verdict asks only whether there was one between two other events.
    Word,
}

impl<'a> Plain<'a> {
    /// The line, if it has that form.
    pub fn of(line: &'a str) -> Option<Self> {
        let rest = value(line.strip_prefix('{')?, "\"v\":")?.strip_prefix('1')?;
        let (id, rest) = text(rest, "\"id\":")?;
        let (on, rest) = text(rest, "\"on\":")?;
        let (at, rest) = text(rest, "\"at\":")?;
        let (replaces, rest) = optional(rest, "\"replaces\":");
        let (kind, rest) = text(rest, "\"kind\":")?;
        let contact = if kind == "contact" { Fields::of(rest) } else { None };
        Some(Self { id, on, at, replaces, kind, contact })
    }

    /// The contact on this line; `None` where it is anything else.
    pub fn contact(&self) -> Option<Record> {
        let Fields { contact: Contact { who, via, reply, logistics, overrule }, note } = *self.contact.as_ref()?;
        let what = What::Contact(ContactFields { who, via, reply, logistics, overrule, note: note.map(str::to_owned) });
        let (on, at) = (self.on.parse().ok()?, self.at()?);
        Some(Record { v: VERSION, id: Id::from(self.id), on, at, replaces: self.replaces.map(Id::from), what })
    }

    /// The bearing of this line, as far as it can be told at a glance.
    pub fn bearing(&self) -> Option<Bearing> {
        match self.contact.as_ref().map(|fields| fields.contact) {
            _ if self.replaces.is_some() => None,
            None => NO_FACT.contains(&self.kind).then_some(Bearing::None),
            Some(contact) if contact.ends_run() || contact.can_reach_out() => None,
            Some(contact) if contact.is_their_word() => Some(Bearing::Word),
            Some(_) => Some(Bearing::Idle),
        }
    }

    /// Its id.
    pub fn id(&self) -> Id {
        Id::from(self.id)
    }

    /// The day that it counts for.
    pub fn day(&self, clock: &Clock) -> Option<NaiveDate> {
        self.on.parse::<On>().ok().map(|on| on.moment(clock).day)
    }

    /// When it was recorded.
    pub fn at(&self) -> Option<DateTime<FixedOffset>> {
        instant(self.at).ok()
    }
}

impl<'a> Fields<'a> {
    fn of(rest: &'a str) -> Option<Self> {
        let (who, rest) = text(rest, "\"who\":")?;
        let (via, rest) = text(rest, "\"via\":")?;
        let (reply, rest) = flag(rest, "\"reply\":");
        let (logistics, rest) = flag(rest, "\"logistics\":");
        let (overrule, rest) = optional(rest, "\"overrule\":");
        let (note, rest) = optional(rest, "\"note\":");
        let overrule = overrule.map(str::parse).transpose().ok()?;
        let contact = Contact { who: who.parse().ok()?, via: via.parse().ok()?, reply, logistics, overrule };
        (rest == "}").then_some(Self { contact, note })
    }
}

/// What stands behind a key, which is given as it is written.
#[inline(always)]
#[expect(clippy::inline_always, reason = "a key that is known where it is compared costs an instruction or two")]
fn value<'a>(fields: &'a str, key: &str) -> Option<&'a str> {
    let fields = fields.strip_prefix(',').map_or(fields, |more| more.strip_prefix(' ').unwrap_or(more));
    let behind = fields.strip_prefix(key)?;
    Some(behind.strip_prefix(' ').unwrap_or(behind))
}

/// A text, and the fields behind it.
#[inline(always)]
#[expect(clippy::inline_always, reason = "as for a value")]
fn text<'a>(fields: &'a str, key: &str) -> Option<(&'a str, &'a str)> {
    let text = value(fields, key)?.strip_prefix('"')?;
    let (text, behind) = text.split_at_checked(end(text.as_bytes())?)?;
    Some((text, behind.get(1..)?))
}

/// Where a text ends: at the next quote; `None` where an escape or a control character comes first. Eight bytes are looked at as one
/// number. The lowest byte that is marked is one of the three; above it, borrowing may mark others.
fn end(text: &[u8]) -> Option<usize> {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    let below = |eight: u64, byte: u8| eight.wrapping_sub(ONES * u64::from(byte)) & !eight & (ONES << 7);
    let same = |eight: u64, byte: u8| below(eight ^ (ONES * u64::from(byte)), 1);
    let (eights, rest) = text.as_chunks();
    let marked = eights.iter().enumerate().find_map(|(index, eight)| {
        let eight = u64::from_le_bytes(*eight);
        let marks = below(eight, b' ') | same(eight, b'"') | same(eight, b'\\');
        (marks != 0).then(|| index * 8 + marks.trailing_zeros() as usize / 8)
    });
    let is_marked = |byte: &u8| *byte < b' ' || matches!(byte, b'"' | b'\\');
    let at = marked.or_else(|| Some(eights.len() * 8 + rest.iter().position(is_marked)?))?;
    (text.get(at) == Some(&b'"')).then_some(at)
}

/// A text that is written only where there is one; and the fields behind it.
#[inline]
fn optional<'a>(fields: &'a str, key: &str) -> (Option<&'a str>, &'a str) {
    text(fields, key).map_or((None, fields), |(text, rest)| (Some(text), rest))
}

/// A flag, which is written only where it holds; and the fields behind it.
#[inline]
fn flag<'a>(fields: &'a str, key: &str) -> (bool, &'a str) {
    value(fields, key).and_then(|value| value.strip_prefix("true")).map_or((false, fields), |rest| (true, rest))
}

#[cfg(test)]
mod tests {
    use super::super::record::Record;
    use super::*;

    const HEAD: &str = r#"{"v":1,"id":"00112233445566778899aabbccddeeff","on":"2026-11-10T21:30:00+01:00","at":"2026-11-10T21:31:00.000001+01:00","#;

    fn contact(line: &str) -> Option<Record> {
        Plain::of(line)?.contact()
    }

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
    fn a_text_ends_at_its_quote_and_holds_no_escape_and_no_control_character() {
        for length in 0..40 {
            let before = "é".repeat(length / 2) + &"a".repeat(length % 2);
            let ends = |behind: &str| end(format!("{before}{behind}").as_bytes());
            let quote = Some(before.len());
            for behind in ["\"", "\"b\"", "\"\n", "\"\\ and more behind it", "\"\u{1f}"] {
                assert_eq!(ends(behind), quote, "{length} {behind:?}");
            }
            for behind in ["", "b", "\\\"", "\n\"", "\u{1f}\"", "\0\"", "\\\"           \""] {
                assert_eq!(ends(behind), None, "{length} {behind:?}");
            }
            assert_eq!(ends("\u{7f} !#[]~\u{80}\""), Some(before.len() + 9), "{length}");
            assert_eq!(ends(" \""), Some(before.len() + 1), "{length}");
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
        let of = |line: &str| Plain::of(line).and_then(|line| line.bearing());
        assert_eq!(of(&line(r#""kind":"contact","who":"them","via":"call"}"#)), Some(Bearing::Word));
        assert_eq!(of(&line(r#""kind":"contact","who":"them","via":"call","overrule":"keep"}"#)), Some(Bearing::Word));
        assert_eq!(of(&line(r#""kind":"contact","who":"me","via":"call","logistics":true}"#)), Some(Bearing::Idle));
        assert_eq!(of(&line(r#""kind":"urge","outcome":"sat-out"}"#)), Some(Bearing::None));
        for fields in [
            r#""kind":"contact","who":"me","via":"call"}"#,
            r#""kind":"contact","who":"me","via":"looked"}"#,
            r#""kind":"contact","who":"me","via":"call","overrule":"keep"}"#,
            r#""kind":"contact","who":"me","via":"call","logistics":true,"overrule":"restart"}"#,
            r#""kind":"contact","who":"them","via":"call","overrule":"restart"}"#,
            r#""replaces":"ab","kind":"note","text":"calm"}"#,
            r#""replaces":"ab","kind":"contact","who":"them","via":"call"}"#,
            r#""kind":"start"}"#,
            r#""kind":"want","text":"calm"}"#,
        ] {
            assert_eq!(of(&line(fields)), None, "{fields}");
        }
    }
}
