//! Everything in one file: what `export` prints and `import` reads. It holds every diary line byte for byte, also damaged lines and
//! lines of newer versions. It has an end mark, so that half a file isn't taken for the whole.

use std::borrow::Cow;
use std::collections::HashSet;
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};

use crate::error::{Failure, Result};
use crate::store::config::Config;
use crate::store::diary::Record;
use crate::store::diary::resolve::ActiveRecord;
use crate::store::fs;
use crate::store::letters;

const SCHEMA: u32 = 1;

const KIND: &str = "reconnect-export";

const LARGEST: u64 = 1 << 30;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// The name of its file without `.md`: the letter's id, or the name that a sync tool gave to a copy.
    pub id: String,
    pub text: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum Damaged {
    Text(String),
    Bytes { hex: String },
}

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Archive {
    pub config: Option<String>,
    pub lines: Vec<Vec<u8>>,
    pub letters: Option<Vec<Letter>>,
    /// Names of texts that are no letters. Version 0.1.0 exported every `*.md` file.
    pub strangers: Vec<String>,
}

#[derive(Deserialize)]
struct Head {
    schema: u32,
    kind: String,
}

#[derive(Deserialize)]
struct Document<'a> {
    config: Option<String>,
    letters: Option<Vec<Letter>>,
    #[serde(borrow)]
    records: Vec<&'a RawValue>,
    damaged: Vec<Damaged>,
    count: usize,
    end: bool,
}

impl Archive {
    /// The text of the export: one record a line, so that two exports can be compared. The settings are for other programs.
    pub fn to_text(&self, now: &str, settings: &Config) -> String {
        let settings: Map<String, Value> = settings
            .shown()
            .into_iter()
            .filter(|(setting, ..)| !setting.is_date())
            .map(|(setting, value, _)| (setting.name.to_owned(), value))
            .collect();
        let head = json!({ "schema": SCHEMA, "kind": KIND, "exported": now, "settings": settings, "config": self.config, "letters": self.letters });
        let (mut records, mut damaged) = (Vec::new(), Vec::new());
        for line in &self.lines {
            match serde_json::from_slice::<&RawValue>(line) {
                Ok(raw) => records.push(raw.get()),
                Err(_) => damaged.push(Damaged::new(line)),
            }
        }
        let head = head.to_string();
        let records = if records.is_empty() { String::new() } else { format!("\n{}\n", records.join(",\n")) };
        let damaged = json!(damaged);
        let count = self.lines.len();
        let head = head.trim_end_matches('}');
        format!("{head},\n\"records\":[{records}],\n\"damaged\":{damaged},\n\"count\":{count},\"end\":true}}\n")
    }

    /// Reads an export, whole or not at all.
    pub fn read(path: &Path) -> Result<Self> {
        let bytes =
            fs::read(path, LARGEST).map_err(|error| Failure::file("could not read", path, &error))?.ok_or_else(|| no_file(path))?;
        Self::parse(&bytes).map_err(|failure| failure.hint("nothing was changed"))
    }

    fn parse(bytes: &[u8]) -> Result<Self> {
        let incomplete = |why: &dyn std::fmt::Display| {
            Failure::new("this isn't a complete export")
                .because(why)
                .hint("`reconnect export >FILE` makes one; this copy may have been cut short")
        };
        let utf8 = utf8(bytes);
        let bytes = utf8.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&utf8);
        let begins_as_one = bytes.windows(KIND.len()).take(BEGINNING).any(|window| window == KIND.as_bytes());
        let head: Head = match serde_json::from_slice(bytes) {
            Err(error) if begins_as_one => return Err(incomplete(&error)),
            Err(_) => return Err(no_export(what(bytes))),
            Ok(head) => head,
        };
        if head.kind != KIND {
            return Err(no_export("other JSON"));
        }
        if head.schema > SCHEMA {
            return Err(
                Failure::new("this export comes from a newer version of reconnect").hint("update reconnect, then import it")
            );
        }
        let document: Document<'_> = serde_json::from_slice(bytes).map_err(|error| incomplete(&error))?;
        let found = document.records.len() + document.damaged.len();
        if found != document.count || !document.end {
            return Err(incomplete(&format!("it should hold {} lines, but holds {found}", document.count)));
        }
        let records = document.records.into_iter().map(one_line);
        let damaged = document.damaged.iter().map(Damaged::bytes);
        let lines: Option<Vec<_>> = records.chain(damaged).collect();
        let lines = lines.ok_or_else(|| incomplete(&"one of its lines can't be a line of a diary"))?;
        let mut strangers = Vec::new();
        let letters = document.letters.map(|letters| {
            let (letters, others): (Vec<_>, Vec<_>) = letters.into_iter().partition(|letter| is_letter_name(&letter.id));
            strangers = others.into_iter().map(|other| other.id).collect();
            letters
        });
        Ok(Self { config: document.config, lines, letters, strangers })
    }
}

fn no_file(path: &Path) -> Failure {
    let failure = Failure::new(format!("there is no file `{}`", path.display()));
    if path != Path::new("-") {
        return failure;
    }
    failure.hint("`import` may ask you, so it doesn't read stdin: save the export first, then `reconnect import FILE`")
}

/// How far into a file its kind is looked for.
const BEGINNING: usize = 200;

/// What a Windows shell's `>` makes of an export is UTF-16 with a byte-order mark.
fn utf8(bytes: &[u8]) -> Cow<'_, [u8]> {
    let unit = match bytes {
        [0xff, 0xfe, ..] => u16::from_le_bytes,
        [0xfe, 0xff, ..] => u16::from_be_bytes,
        _ => return Cow::Borrowed(bytes),
    };
    let (pairs, _) = bytes.as_chunks();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    String::from_utf16(&units).map_or(Cow::Borrowed(bytes), |text| Cow::Owned(text.into_bytes()))
}

/// What a file is that is no export, by its first bytes; where nothing fits, something else.
fn what(bytes: &[u8]) -> &'static str {
    const KINDS: [(&str, &str); 11] = [
        ("{\"v\":", "a file of a diary, as in the folder `diary`"),
        ("{", "other JSON, or a part of it"),
        ("[", "other JSON, or a part of it"),
        ("BEGIN:VCALENDAR", "a calendar (`export --format ics`)"),
        ("<!DOCTYPE html", "a page to print (`export --format html`)"),
        ("# ", "text to read (`export --format md`)"),
        ("on,", "a table (`export --format csv`)"),
        ("date,", "a table (`export --format csv`)"),
        ("PK\u{3}\u{4}", "a zip archive"),
        ("%PDF", "a PDF"),
        ("SQLite", "a database"),
    ];
    let bytes = bytes.trim_ascii_start();
    match KINDS.iter().find(|(beginning, _)| bytes.starts_with(beginning.as_bytes())) {
        _ if bytes.is_empty() => "empty",
        Some((_, what)) => what,
        None => "something else",
    }
}

fn no_export(what: &str) -> Failure {
    Failure::new(format!("this file isn't an export of reconnect: it is {what}"))
        .hint("`reconnect export >FILE` makes one that `import` reads")
}

/// A record as it stands now, on one line of its own: under its first id, with its latest correction.
pub fn standing(record: &ActiveRecord) -> Record {
    Record {
        id: record.id().clone(),
        on: record.on(),
        recorded_at: record.recorded_at(),
        replaces: None,
        with: None,
        kind: record.kind().clone(),
        erased: record.is_erased(),
    }
}

/// The lines of an export that aren't present: neither their bytes, nor the same content, nor their record erased. They go,
/// unchanged, into a diary file of their own, so that `undo` never takes one of them for this machine's last entry.
pub fn missing<'a>(present: &[Vec<u8>], lines: &'a [Vec<u8>]) -> Vec<&'a [u8]> {
    let read = |line: &[u8]| {
        let mut value: Value = serde_json::from_slice(line).ok()?;
        // Then the same content is the same text.
        value.sort_all_objects();
        Some(value)
    };
    let id = |value: &Value| value.get("id").and_then(Value::as_str).map(str::to_owned);
    let (mut known, mut erased) = (HashSet::new(), HashSet::new());
    for value in present.iter().filter_map(|line| read(line)) {
        if value.get("erased") == Some(&Value::Bool(true)) {
            erased.extend(id(&value));
        }
        known.insert(value.to_string());
    }
    let mut seen: HashSet<&[u8]> = present.iter().map(Vec::as_slice).collect();
    let is_known = |value: Value| known.contains(&value.to_string()) || id(&value).is_some_and(|id| erased.contains(&id));
    lines.iter().map(Vec::as_slice).filter(|line| !read(line).is_some_and(is_known) && seen.insert(line)).collect()
}

/// Whether a file without `.md` can be a letter's: an id, or an id with the mark of a sync tool. It never leads out of the folder.
fn is_letter_name(name: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_ .()".contains(c);
    let is_id = !name.is_empty() && name.len() <= 64 && name.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    name.chars().all(is_plain) && (is_id || letters::id_of(&format!("{name}.md")).is_some())
}

/// A record's own bytes. If another program spread the record over several lines, it is put back on one.
fn one_line(raw: &RawValue) -> Option<Vec<u8>> {
    let text = raw.get();
    if text.contains('\n') {
        return serde_json::from_str::<Value>(text).ok().map(|value| value.to_string().into_bytes());
    }
    Some(text.as_bytes().to_vec())
}

impl Damaged {
    fn new(line: &[u8]) -> Self {
        match std::str::from_utf8(line) {
            Ok(text) => Self::Text(text.to_owned()),
            Err(_) => Self::Bytes { hex: line.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}")) },
        }
    }

    fn bytes(&self) -> Option<Vec<u8>> {
        let bytes = match self {
            Self::Text(text) => text.as_bytes().to_vec(),
            Self::Bytes { hex } => {
                let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok().filter(|_| pair.len() == 2);
                hex.as_bytes().chunks(2).map(byte).collect::<Option<_>>()?
            }
        };
        (!bytes.contains(&b'\n') && !bytes.trim_ascii().is_empty()).then_some(bytes)
    }
}
