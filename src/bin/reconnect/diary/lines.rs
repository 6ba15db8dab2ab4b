//! The diary's files, read as bytes and line by line, each line decoded by itself: a damaged one costs only itself.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fs;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use reconnect::{Overrule, Via, Who};
use serde::Deserialize;

use super::on::read_at;
use super::record::{ContactFields, Record, VERSION, What};
use super::{Id, On};
use crate::error::{Failure, Result};
use crate::files;

/// A line longer than this is damaged: no note is so long.
const LONGEST: usize = 4 << 20;

/// A contact as this program writes it. Where a line only looks like one, it is read as any other.
const CONTACT: &str = "\"kind\":\"contact\"";

/// Where a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// Which of [`Lines::files`].
    pub file: usize,
    /// Its line, from 1.
    pub line: usize,
}

/// What all files hold, each id once.
#[derive(Debug, Default)]
pub struct Lines {
    /// The files, sorted by name.
    pub files: Vec<PathBuf>,
    /// The records with where they stand.
    pub records: Vec<(Record, Source)>,
    /// Lines that are no record, with what is wrong.
    pub damaged: Vec<(Source, String)>,
    /// Lines of a newer version, or of a kind that this one does not know.
    pub newer: Vec<Source>,
    /// Files that could not be read, with what the system said.
    pub unreadable: Vec<(PathBuf, String)>,
}

/// What every record has.
#[derive(Deserialize)]
struct Head {
    v: u32,
    id: Id,
    on: On,
    #[serde(deserialize_with = "read_at")]
    at: DateTime<FixedOffset>,
    #[serde(default)]
    replaces: Option<Id>,
}

/// A contact, by far the commonest record: all of it in one go, without the detour by the tag.
#[derive(Deserialize)]
struct ContactLine<'a> {
    v: u32,
    id: Id,
    on: On,
    #[serde(deserialize_with = "read_at")]
    at: DateTime<FixedOffset>,
    #[serde(default)]
    replaces: Option<Id>,
    #[serde(borrow)]
    kind: Cow<'a, str>,
    who: Who,
    via: Via,
    #[serde(default)]
    reply: bool,
    #[serde(default)]
    logistics: bool,
    #[serde(default)]
    overrule: Option<Overrule>,
    #[serde(default)]
    note: Option<String>,
}

impl ContactLine<'_> {
    fn record(self) -> Option<Record> {
        let Self { v, id, on, at, replaces, kind, who, via, reply, logistics, overrule, note } = self;
        let what = What::Contact(ContactFields { who, via, reply, logistics, overrule, note });
        (v <= VERSION && kind == "contact").then_some(Record { v, id, on, at, replaces, what })
    }
}

/// All that is asked of a line that is no record of this version.
#[derive(Deserialize)]
struct Version {
    v: u32,
}

impl Lines {
    /// Reads every `*.jsonl` of the folder, sync-conflict copies included. No folder is an empty diary.
    ///
    /// # Errors
    /// If the folder is there and cannot be listed.
    pub fn read(dir: &Path) -> Result<Self> {
        let files = list(dir).map_err(|error| Failure::file("could not read the diary in", dir, &error))?;
        let mut lines = Self { files, ..Self::default() };
        for file in 0..lines.files.len() {
            if let Err(error) = lines.read_file(file) {
                let path = lines.files.get(file).cloned().unwrap_or_default();
                lines.unreadable.push((path, error.to_string()));
            }
        }
        lines.unite();
        Ok(lines)
    }

    fn read_file(&mut self, file: usize) -> io::Result<()> {
        let Some(path) = self.files.get(file) else { return Ok(()) };
        let Some(open) = files::open_regular(path)? else { return Ok(()) };
        let mut reader = BufReader::with_capacity(64 << 10, open);
        let mut bytes = Vec::new();
        for line in 1.. {
            bytes.clear();
            if reader.by_ref().take(LONGEST as u64 + 1).read_until(b'\n', &mut bytes)? == 0 {
                break;
            }
            let source = Source { file, line };
            if bytes.len() > LONGEST {
                reader.skip_until(b'\n')?;
                self.damaged.push((source, format!("longer than {LONGEST} bytes")));
                continue;
            }
            self.line(bytes.trim_ascii(), source);
        }
        Ok(())
    }

    fn line(&mut self, bytes: &[u8], source: Source) {
        if bytes.is_empty() {
            return;
        }
        match decode(bytes) {
            Ok(Some(record)) => {
                if record.what == What::Unknown {
                    self.newer.push(source);
                }
                self.records.push((record, source));
            }
            Ok(None) => self.newer.push(source),
            Err(error) => self.damaged.push((source, error)),
        }
    }

    /// Keeps each id once. Of two different lines with one id every machine takes the same: the greater as it would be written.
    fn unite(&mut self) {
        let mut first: HashMap<&Id, usize> = HashMap::with_capacity(self.records.len());
        let mut double = Vec::new();
        for (index, (record, _)) in self.records.iter().enumerate() {
            match first.entry(&record.id) {
                Entry::Vacant(vacant) => drop(vacant.insert(index)),
                Entry::Occupied(mut taken) => {
                    let written =
                        |index: usize| self.records.get(index).map(|(record, _)| serde_json::to_string(record).unwrap_or_default());
                    let (kept, other) =
                        if written(index) > written(*taken.get()) { (index, *taken.get()) } else { (*taken.get(), index) };
                    taken.insert(kept);
                    double.push(other);
                }
            }
        }
        double.sort_unstable();
        for index in double.into_iter().rev() {
            self.records.remove(index);
        }
    }

    /// `file:line`, the file by its name.
    pub fn name(&self, source: &Source) -> String {
        let file = self.files.get(source.file).and_then(|path| path.file_name()).unwrap_or_default();
        format!("{}:{}", crate::render::inert::inert(&file.to_string_lossy()), source.line)
    }
}

/// A record; `None` for one of a newer version, whatever else it holds.
///
/// # Errors
/// What is wrong with the line.
pub fn decode(bytes: &[u8]) -> Result<Option<Record>, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| format!("not UTF-8 at byte {}", error.valid_up_to() + 1))?;
    if text.contains(CONTACT)
        && let Ok(contact) = serde_json::from_str::<ContactLine<'_>>(text)
        && let Some(record) = contact.record()
    {
        return Ok(Some(record));
    }
    match serde_json::from_str::<Head>(text) {
        Ok(Head { v, id, on, at, replaces }) if v <= VERSION => {
            let what = serde_json::from_str(text).map_err(|error| reason(&error))?;
            Ok(Some(Record { v, id, on, at, replaces, what }))
        }
        Ok(_) => Ok(None),
        Err(error) => match serde_json::from_str::<Version>(text) {
            Ok(version) if version.v > VERSION => Ok(None),
            _ => Err(reason(&error)),
        },
    }
}

/// serde's message without its line, which is always 1.
fn reason(error: &serde_json::Error) -> String {
    error.to_string().replace(" at line 1 column ", " at column ")
}

pub(super) fn list(dir: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut files = entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "jsonl"));
    files.sort();
    Ok(files)
}
