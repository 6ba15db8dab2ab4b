//! The diary's files, read as bytes and line by line, each line decoded by itself: a damaged one costs only itself.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fs;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::record::{Id, Record, VERSION, What};
use crate::error::{Failure, Result};
use crate::files;

/// A line longer than this is damaged: no note is so long.
const LONGEST: usize = 4 << 20;

/// Where a line stands.
#[derive(Debug, Clone, PartialEq, Eq)]
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
        let mut lines = Self::default();
        let mut seen: HashMap<Id, (usize, Vec<u8>)> = HashMap::new();
        lines.files = list(dir).map_err(|error| Failure::file("could not read the diary in", dir, &error))?;
        for file in 0..lines.files.len() {
            if let Err(error) = lines.read_file(file, &mut seen) {
                let path = lines.files.get(file).cloned().unwrap_or_default();
                lines.unreadable.push((path, error.to_string()));
            }
        }
        Ok(lines)
    }

    fn read_file(&mut self, file: usize, seen: &mut HashMap<Id, (usize, Vec<u8>)>) -> io::Result<()> {
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
            self.line(bytes.trim_ascii(), source, seen);
        }
        Ok(())
    }

    fn line(&mut self, bytes: &[u8], source: Source, seen: &mut HashMap<Id, (usize, Vec<u8>)>) {
        if bytes.is_empty() {
            return;
        }
        let record = match decode(bytes) {
            Ok(Some(record)) => record,
            Ok(None) => return self.newer.push(source),
            Err(error) => return self.damaged.push((source, error)),
        };
        if record.what == What::Unknown {
            self.newer.push(source.clone());
        }
        // Of two different lines with one id every machine takes the same: the one that is greater as bytes.
        match seen.entry(record.id.clone()) {
            Entry::Vacant(vacant) => {
                vacant.insert((self.records.len(), bytes.to_vec()));
                self.records.push((record, source));
            }
            Entry::Occupied(mut taken) => {
                let (index, before) = taken.get_mut();
                if bytes > before.as_slice() {
                    bytes.clone_into(before);
                    if let Some(slot) = self.records.get_mut(*index) {
                        *slot = (record, source);
                    }
                }
            }
        }
    }

    /// `file:line`, the file by its name.
    pub fn name(&self, source: &Source) -> String {
        let file = self.files.get(source.file).and_then(|path| path.file_name()).unwrap_or_default();
        format!("{}:{}", file.to_string_lossy(), source.line)
    }
}

/// A record; `None` for one of a newer version, whatever else it holds.
fn decode(bytes: &[u8]) -> Result<Option<Record>, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| format!("not UTF-8 at byte {}", error.valid_up_to() + 1))?;
    let version: Version = serde_json::from_str(text).map_err(|error| reason(&error))?;
    if version.v > VERSION {
        return Ok(None);
    }
    serde_json::from_str(text).map(Some).map_err(|error| reason(&error))
}

/// serde's message without its line, which is always 1.
fn reason(error: &serde_json::Error) -> String {
    error.to_string().replace(" at line 1 column ", " at column ")
}

fn list(dir: &Path) -> io::Result<Vec<PathBuf>> {
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
