//! Everything in one file: what `export` prints and `import` takes in. Every line of the diary is in it byte for byte, those of
//! newer versions and damaged ones, too; and an end, so that half of it is not taken for the whole.

use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};

use crate::config::Config;
use crate::error::{Failure, Result};
use crate::fs;

/// The version of this form.
const SCHEMA: u32 = 1;

/// What tells it from other JSON.
const KIND: &str = "reconnect-export";

/// More than a life's diary.
const LARGEST: u64 = 1 << 30;

/// A letter's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// Its id, which is the name of its file.
    pub id: String,
    /// What it says.
    pub text: String,
}

/// A line that is no JSON.
#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum Damaged {
    Text(String),
    Bytes { hex: String },
}

/// What an export holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Archive {
    /// The configuration's text.
    pub config: Option<String>,
    /// The diary's lines.
    pub lines: Vec<Vec<u8>>,
    /// The letters, where they were asked for.
    pub letters: Option<Vec<Letter>>,
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
    /// As it is printed: one line a record, so that two exports can be compared. The settings are there for other programs.
    pub fn print(&self, now: &str, settings: &Config) -> String {
        let settings: Map<String, Value> = settings
            .shown()
            .into_iter()
            .filter(|(table, ..)| !table.is_empty())
            .map(|(table, key, value, _)| (format!("{table}.{key}"), serde_json::from_str(&value).unwrap_or(Value::String(value))))
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

    /// Reads one, whole or not at all.
    ///
    /// # Errors
    /// If it cannot be read, is something else, is of a newer version, or is not whole.
    pub fn read(path: &Path) -> Result<Self> {
        let bytes = fs::read(path, LARGEST)
            .map_err(|error| Failure::file("could not read", path, &error))?
            .ok_or_else(|| Failure::new(format!("there is no file `{}`", path.display())))?;
        Self::parse(&bytes).map_err(|failure| failure.hint("nothing was changed"))
    }

    fn parse(bytes: &[u8]) -> Result<Self> {
        let not_whole = |why: &dyn std::fmt::Display| {
            Failure::new("this is not a whole export")
                .because(why)
                .hint("`reconnect export >FILE` makes one; the copy may have been cut short")
        };
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let head: Head = serde_json::from_slice(bytes).map_err(|error| not_whole(&error))?;
        if head.kind != KIND {
            return Err(Failure::new(format!("this is not an export of reconnect, but `{}`", head.kind)));
        }
        if head.schema > SCHEMA {
            return Err(
                Failure::new("this export was made by a newer version of reconnect").hint("update reconnect, then import it")
            );
        }
        let document: Document<'_> = serde_json::from_slice(bytes).map_err(|error| not_whole(&error))?;
        let found = document.records.len() + document.damaged.len();
        if found != document.count || !document.end {
            return Err(not_whole(&format!("it says that it holds {}, and holds {found}", document.count)));
        }
        let records = document.records.into_iter().map(one_line);
        let damaged = document.damaged.iter().map(Damaged::bytes);
        let lines: Vec<Vec<u8>> =
            records.chain(damaged).collect::<Option<_>>().ok_or_else(|| not_whole(&"a line in it is no line"))?;
        let letters = document.letters;
        let is_name =
            |id: &String| !id.is_empty() && id.len() <= 64 && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if letters.iter().flatten().any(|letter| !is_name(&letter.id)) {
            return Err(not_whole(&"the name of a letter in it is no name"));
        }
        Ok(Self { config: document.config, lines, letters })
    }
}

/// A record on one line: its own bytes, unless another program has spread it over several.
fn one_line(raw: &RawValue) -> Option<Vec<u8>> {
    let text = raw.get();
    if text.contains('\n') {
        return serde_json::from_str::<Value>(text).ok().map(|value| value.to_string().into_bytes());
    }
    Some(text.as_bytes().to_vec())
}

fn hex_digit(half: u8) -> char {
    char::from_digit(half.into(), 16).unwrap_or('0')
}

impl Damaged {
    fn new(line: &[u8]) -> Self {
        match std::str::from_utf8(line) {
            Ok(text) => Self::Text(text.to_owned()),
            Err(_) => Self::Bytes { hex: line.iter().flat_map(|byte| [byte >> 4, byte & 15].map(hex_digit)).collect() },
        }
    }

    fn bytes(&self) -> Option<Vec<u8>> {
        let bytes = match self {
            Self::Text(text) => text.as_bytes().to_vec(),
            Self::Bytes { hex } => {
                let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
                let pair = |pair: &[u8]| match pair {
                    [high, low] => Some(digit(*high)? << 4 | digit(*low)?),
                    _ => None,
                };
                hex.as_bytes().chunks(2).map(pair).collect::<Option<_>>()?
            }
        };
        (!bytes.contains(&b'\n') && !bytes.trim_ascii().is_empty()).then_some(bytes)
    }
}
