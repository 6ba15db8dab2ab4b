//! A contact as this program writes it, read without a JSON parser: most lines are one, and most of a reading's time went into
//! parsing them. A line of any other form is left to serde; what is taken here, serde reads alike.

use super::on::instant;
use super::record::{ContactFields, Record, VERSION, What};
use super::{Id, On};

/// How a contact by them ends that says nothing but the way it took: before that way, and after.
const THEIR_WORD: (&str, &str) = ("\"kind\":\"contact\",\"who\":\"them\",\"via\":\"", "\"}");

/// Kinds that no count and no verdict asks for.
const NO_FACT: [&str; 5] = ["note", "letter", "letter-opened", "letter-erased", "urge"];

/// Whether a long diary need not be held for this line, as far as can be told at a glance.
pub fn tells_no_fact(line: &str) -> bool {
    is_their_word(line) || kind(line).is_some_and(|kind| NO_FACT.contains(&kind))
}

/// Whether this is a contact by them that corrects nothing and overrules nothing. Of those a verdict asks only whether there was
/// one between two other events.
pub fn is_their_word(line: &str) -> bool {
    let (before, after) = THEIR_WORD;
    let Some(rest) = line.strip_suffix(after) else { return false };
    let head = rest.trim_end_matches(|c: char| c.is_ascii_lowercase() || c == '-');
    head.ends_with(before) && !head.contains("\"replaces\"")
}

/// The kind of a line that begins as this program begins it.
fn kind(line: &str) -> Option<&str> {
    let mut rest = line.strip_prefix('{')?;
    loop {
        let (key, value, behind) = field(rest)?;
        match (key, value) {
            ("kind", Value::Text(kind)) => return Some(kind),
            ("v" | "id" | "on" | "at" | "replaces", _) => rest = behind.strip_prefix(',')?,
            _ => return None,
        }
    }
}

/// The contact on this line; `None` where it is anything else, or written in any other way.
pub fn contact(line: &str) -> Option<Record> {
    // With no escape and no control character anywhere, the next quote ends a text.
    if line.bytes().fold(false, |odd, byte| odd | (byte < b' ') | (byte == b'\\')) {
        return None;
    }
    let (mut v, mut id, mut on, mut at, mut replaces) = (None, None, None, None, None);
    let (mut kind, mut who, mut via, mut overrule, mut note) = (None, None, None, None, None);
    let (mut reply, mut logistics) = (None, None);
    let mut rest = line.strip_prefix('{')?.strip_suffix('}')?;
    while !rest.is_empty() {
        let (key, value, behind) = field(rest)?;
        match (key, value) {
            ("v", Value::Bare("1")) => once(&mut v, VERSION)?,
            ("id", Value::Text(text)) => once(&mut id, Id::from(text))?,
            ("on", Value::Text(text)) => once(&mut on, text.parse::<On>().ok()?)?,
            ("at", Value::Text(text)) => once(&mut at, instant(text).ok()?)?,
            ("replaces", Value::Text(text)) => once(&mut replaces, Id::from(text))?,
            ("kind", Value::Text(text)) => once(&mut kind, text)?,
            ("who", Value::Text(text)) => once(&mut who, text.parse().ok()?)?,
            ("via", Value::Text(text)) => once(&mut via, text.parse().ok()?)?,
            ("overrule", Value::Text(text)) => once(&mut overrule, text.parse().ok()?)?,
            ("note", Value::Text(text)) => once(&mut note, text.to_owned())?,
            ("reply", Value::Bare(flag)) => once(&mut reply, flag.parse().ok()?)?,
            ("logistics", Value::Bare(flag)) => once(&mut logistics, flag.parse().ok()?)?,
            _ => return None,
        }
        rest = match behind.strip_prefix(',') {
            // A comma that nothing follows is an error of JSON.
            Some(more) => Some(more).filter(|more| !more.is_empty())?,
            None => Some(behind).filter(|end| end.is_empty())?,
        };
    }
    let fields = ContactFields {
        who: who?,
        via: via?,
        reply: reply.unwrap_or(false),
        logistics: logistics.unwrap_or(false),
        overrule,
        note,
    };
    (kind? == "contact").then_some(Record { v: v?, id: id?, on: on?, at: at?, replaces, what: What::Contact(fields) })
}

enum Value<'a> {
    Text(&'a str),
    Bare(&'a str),
}

/// A key, its value, and what is behind it: a text ends at the next quote, anything else before the next comma.
fn field(text: &str) -> Option<(&str, Value<'_>, &str)> {
    let (key, behind) = before(text.strip_prefix('"')?, b'"')?;
    let behind = behind.strip_prefix("\":")?;
    if let Some(text) = behind.strip_prefix('"') {
        let (text, behind) = before(text, b'"')?;
        return Some((key, Value::Text(text), behind.strip_prefix('"')?));
    }
    let (bare, behind) = before(behind, b',').unwrap_or((behind, ""));
    Some((key, Value::Bare(bare), behind))
}

/// What stands before a character, and the rest from it on. The texts are so short that a plain loop finds it soonest.
fn before(text: &str, mark: u8) -> Option<(&str, &str)> {
    text.split_at_checked(text.bytes().position(|byte| byte == mark)?)
}

/// A field that is there twice is for serde to refuse.
fn once<T>(slot: &mut Option<T>, value: T) -> Option<()> {
    slot.replace(value).is_none().then_some(())
}
