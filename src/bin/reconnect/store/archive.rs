//! Everything in one file: what `export` prints and `import` reads. It holds every diary line byte for byte, also damaged lines and
//! lines of newer versions. It has an end mark, so that half a file isn't taken for the whole.

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
        let bytes = fs::read(path, LARGEST)
            .map_err(|error| Failure::file("could not read", path, &error))?
            .ok_or_else(|| Failure::new(format!("there is no file `{}`", path.display())))?;
        Self::parse(&bytes).map_err(|failure| failure.hint("nothing was changed"))
    }

    fn parse(bytes: &[u8]) -> Result<Self> {
        let incomplete = |why: &dyn std::fmt::Display| {
            Failure::new("this isn't a complete export")
                .because(why)
                .hint("`reconnect export >FILE` makes one; this copy may have been cut short")
        };
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let head: Head = serde_json::from_slice(bytes).map_err(|error| incomplete(&error))?;
        if head.kind != KIND {
            return Err(Failure::new(format!("this isn't an export of reconnect, but `{}`", head.kind)));
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
