//! The diary's files, read whole and decoded line by line: a damaged line costs only itself.

use std::collections::HashSet;
use std::io::{self, BufRead};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use foldhash::fast::RandomState;
use indexmap::IndexMap;
use indexmap::map::Entry;
use memchr::memchr;

use super::{Id, Record, RecordKind};
use crate::error::{Failure, Result};
use crate::store::fs;

type Reader = io::BufReader<io::Take<std::fs::File>>;

/// A life's diary has some 3 MB. A file larger than this is not read.
pub const LARGEST_FILE: u64 = 1 << 30;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub file: usize,
    pub line: usize,
}

#[derive(Debug, Clone)]
pub struct PlacedRecord {
    pub record: Rc<Record>,
    pub place: Place,
}

/// Whose a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    /// The file that this machine writes.
    This,
    /// A copy of it, made by a sync tool or by hand.
    ThisCopy,
    /// Lines that this machine imported. The records are another machine's.
    Imported,
    /// Another machine's file.
    Other,
}

/// The names of files with imported lines begin with this. The id of the machine that imported them follows.
pub const IMPORT_PREFIX: &str = "import-";

/// Everything that the files hold. Each id is there once.
#[derive(Debug, Clone, Default)]
pub struct Diary {
    pub files: Vec<PathBuf>,
    owners: Vec<Owner>,
    records: IndexMap<Id, PlacedRecord, RandomState>,
    pub damaged: Vec<(Place, String)>,
    pub newer: Vec<Place>,
    pub unreadable: Vec<(PathBuf, String)>,
    /// Names that a sync tool left in place of files that are not here.
    pub placeholders: Vec<PathBuf>,
    /// Files beside them that look like copies of theirs, under names that aren't read.
    pub other_copies: Vec<PathBuf>,
    /// Lines that could not be read, and may hold a boundary or an answer.
    pub may_hold_their_word: Vec<Place>,
    is_file_missing: bool,
}

impl Diary {
    /// Reads every `*.jsonl` of the folder, sync-conflict copies included. No folder is an empty diary. `machine` is the id of this
    /// machine, if it has one yet.
    pub fn read(folder: &Path, machine: Option<&str>) -> Self {
        let mut diary = Self::default();
        let Names { files, placeholders, other_copies } = list(folder).unwrap_or_else(|error| {
            diary.is_file_missing = true;
            diary.unreadable.push((folder.to_owned(), error.to_string()));
            Names::default()
        });
        diary.owners = files.iter().map(|path| owner(path, machine)).collect();
        for (file, path) in files.iter().enumerate() {
            let there = fs::reader(path, LARGEST_FILE).and_then(|reader| {
                reader.ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, "the file it links to is missing"))
            });
            if let Err(error) = there.and_then(|reader| diary.take(reader, file)) {
                // What is no file holds no word of theirs.
                diary.is_file_missing |= error.kind() != io::ErrorKind::InvalidInput;
                diary.unreadable.push((path.clone(), error.to_string()));
            }
        }
        (diary.files, diary.placeholders, diary.other_copies) = (files, placeholders, other_copies);
        diary
    }

    pub fn with_lines(&self, file: PathBuf, lines: &[&[u8]]) -> Self {
        let mut diary = self.clone();
        diary.files.push(file);
        diary.owners.push(Owner::Other);
        for (index, line) in lines.iter().enumerate() {
            diary.take_line(line, Place { file: self.files.len(), line: index + 1 });
        }
        diary
    }

    fn take(&mut self, reader: Reader, file: usize) -> io::Result<()> {
        // A line has some 150 bytes. To make room once is faster than to move what is there again and again.
        let lines = usize::try_from(reader.get_ref().limit() / 128).unwrap_or(0);
        self.records.reserve(lines);
        for_each_line(reader, |line, text| self.take_line(text, Place { file, line }))
    }

    fn take_line(&mut self, line: &[u8], place: Place) {
        match std::str::from_utf8(line).map(Record::parse) {
            Ok(Ok(Some(record))) => return self.unite(record, place),
            Ok(Ok(None)) => self.newer.push(place),
            Ok(Err(error)) => self.damaged.push((place, error)),
            Err(error) => self.damaged.push((place, format!("not UTF-8 at byte {}", error.valid_up_to() + 1))),
        }
        if may_hold_their_word(line) {
            self.may_hold_their_word.push(place);
        }
    }

    /// Takes one record of each id. Where two differ, every machine keeps the same one; an erased one wins. The record belongs to the
    /// machine that wrote it, whichever file was read first.
    fn unite(&mut self, record: Record, place: Place) {
        if record.kind == RecordKind::Unknown {
            self.newer.push(place);
        }
        match self.records.entry(record.id.clone()) {
            Entry::Vacant(free) => {
                free.insert(PlacedRecord { record: Rc::new(record), place });
            }
            Entry::Occupied(mut known) => {
                let known = known.get_mut();
                if *known.record != record && (!record.erased, record.to_line()) < (!known.record.erased, known.record.to_line()) {
                    known.record = Rc::new(record);
                }
                if self.owners.get(place.file) < self.owners.get(known.place.file) {
                    known.place = place;
                }
            }
        }
    }

    /// Whether this machine wrote the record, and not another whose lines were synced or imported.
    pub fn is_own(&self, placed: &PlacedRecord) -> bool {
        self.owners.get(placed.place.file).is_some_and(|owner| *owner <= Owner::ThisCopy)
    }

    /// Whether no file of this machine holds it, nor one that it imported.
    pub fn is_others(&self, placed: &PlacedRecord) -> bool {
        self.owners.get(placed.place.file).is_none_or(|owner| *owner == Owner::Other)
    }

    /// The files, this machine's own first.
    pub fn files_by_owner(&self) -> Vec<(Owner, &Path)> {
        let mut files: Vec<_> = self.owners.iter().copied().zip(self.files.iter().map(PathBuf::as_path)).collect();
        files.sort();
        files
    }

    pub fn mark_erased(&mut self, ids: &HashSet<Id>) {
        for placed in self.records.values_mut().filter(|placed| ids.contains(&placed.record.id)) {
            placed.record = Rc::new(Record { erased: true, ..Record::clone(&placed.record) });
        }
    }

    /// This machine's own file, or the folder, if it can't be read.
    pub fn unreadable_own(&self) -> Option<&(PathBuf, String)> {
        let owner = |path: &Path| self.files.iter().zip(&self.owners).find(|(file, _)| *file == path).map(|(_, owner)| *owner);
        self.unreadable.iter().find(|(path, _)| owner(path).is_none_or(|owner| owner == Owner::This))
    }

    /// How late this machine wrote the record: its own file's lines stand behind those that only a copy holds.
    pub fn written(&self, placed: &PlacedRecord) -> (bool, usize) {
        (self.owners.get(placed.place.file) == Some(&Owner::This), placed.place.line)
    }

    /// Whether something that could not be read may hold a boundary or an answer.
    pub fn may_hide_their_word(&self) -> bool {
        self.is_file_missing || !self.may_hold_their_word.is_empty() || !self.placeholders.is_empty()
    }

    pub fn get(&self, id: &Id) -> Option<&PlacedRecord> {
        self.records.get(id)
    }

    pub fn add<'r>(&mut self, records: impl IntoIterator<Item = &'r Rc<Record>>) {
        let place = Place { file: self.files.len(), line: 0 };
        let placed = |record: &Rc<Record>| (record.id.clone(), PlacedRecord { record: Rc::clone(record), place });
        self.records.extend(records.into_iter().map(placed));
    }

    /// In the order of files and lines.
    pub fn placed(&self) -> impl ExactSizeIterator<Item = &PlacedRecord> {
        self.records.values()
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Rc<Record>> {
        self.placed().map(|placed| &placed.record)
    }

    /// Whether no line at all could be read, although there are some.
    pub fn is_all_damage(&self) -> bool {
        self.records.is_empty() && !(self.damaged.is_empty() && self.newer.is_empty() && self.unreadable.is_empty())
    }

    pub fn name(&self, place: Place) -> String {
        let path = self.files.get(place.file).map(|path| path.display().to_string()).unwrap_or_default();
        format!("{path}:{}", place.line)
    }
}

/// Every line that is not blank, byte for byte, in the order of files and lines, each once: what an export holds.
pub fn raw_lines(folder: &Path) -> Result<Vec<Vec<u8>>> {
    let Names { files, .. } = list(folder).map_err(|error| Failure::file("could not read the diary in", folder, &error))?;
    let mut seen = HashSet::new();
    let mut all = Vec::new();
    for path in files {
        let take = |_, line: &[u8]| {
            if seen.insert(line.to_vec()) {
                all.push(line.to_vec());
            }
        };
        fs::reader(&path, LARGEST_FILE)
            .and_then(|reader| reader.map_or(Ok(()), |reader| for_each_line(reader, take)))
            .map_err(|error| Failure::file("could not read", &path, &error))?;
    }
    Ok(all)
}

/// Hands over the lines that are not blank, each with its number. A byte-order mark and carriage returns belong to no line; where
/// files were joined, a mark can stand before any line.
fn for_each_line(mut reader: Reader, mut take: impl FnMut(usize, &[u8])) -> io::Result<()> {
    // What a piece before began; a line that lies whole in one piece is handed over where it lies.
    let (mut begun, mut number) = (Vec::new(), 1);
    loop {
        let piece = match reader.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            piece => piece?,
        };
        let end = memchr(b'\n', piece);
        let there = end.map_or(piece, |end| piece.get(..=end).unwrap_or_default());
        let taken = there.len();
        if end.is_none() || !begun.is_empty() {
            begun.extend_from_slice(there);
        }
        let line = if begun.is_empty() { there } else { &begun };
        if line.is_empty() {
            return Ok(());
        }
        if end.is_some() || taken == 0 {
            let (_, bare, _) = parted(line);
            if !bare.trim_ascii().is_empty() {
                take(number, bare);
            }
            begun.clear();
            number += 1;
        }
        reader.consume(taken);
    }
}

/// The byte-order marks before a line, the line, and its end.
pub fn parted(line: &[u8]) -> (&[u8], &[u8], &[u8]) {
    const MARK: &[u8] = "\u{feff}".as_bytes();
    let mut start = 0;
    while line.get(start..).is_some_and(|rest| rest.starts_with(MARK)) {
        start += MARK.len();
    }
    let (marks, rest) = line.split_at(start);
    let bare = rest.strip_suffix(b"\n").unwrap_or(rest);
    let bare = bare.strip_suffix(b"\r").unwrap_or(bare);
    (marks, bare, rest.get(bare.len()..).unwrap_or_default())
}

/// Whose a file of the diary is. This machine's file goes by its id; a sync tool puts its mark behind it, as in
/// `id (conflicted copy).jsonl`. An id that only begins like this one is another machine's.
pub fn owner(path: &Path, machine: Option<&str>) -> Owner {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let Some(id) = machine else { return Owner::Other };
    let is_mark = |rest: &&str| rest.starts_with(['.', ' ', '-', '_', '~', '(']);
    let behind_id = |name: &str| name.strip_prefix(id).filter(is_mark).map(|rest| rest == ".jsonl");
    match (behind_id(&name), name.strip_prefix(IMPORT_PREFIX).and_then(behind_id)) {
        (Some(true), _) => Owner::This,
        (Some(false), _) => Owner::ThisCopy,
        (None, Some(_)) => Owner::Imported,
        (None, None) => Owner::Other,
    }
}

#[derive(Default)]
struct Names {
    files: Vec<PathBuf>,
    placeholders: Vec<PathBuf>,
    other_copies: Vec<PathBuf>,
}

fn is_broken_link(path: &Path) -> bool {
    path.is_symlink() && !path.exists()
}

/// No folder is an empty one; a broken link leads to something that isn't here.
fn list(folder: &Path) -> io::Result<Names> {
    let mut names = Names::default();
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound && !folder.ancestors().any(is_broken_link) => return Ok(names),
        entries => entries?,
    };
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".jsonl.icloud") {
            names.placeholders.push(path);
        } else if name.ends_with(".jsonl") && !name.starts_with("._") {
            // macOS keeps attributes in `._` files, which hold no lines.
            names.files.push(path);
        } else if name.contains(".jsonl") && !name.starts_with('.') {
            names.other_copies.push(path);
        }
    }
    names.files.sort();
    names.placeholders.sort();
    names.other_copies.sort();
    Ok(names)
}

/// Whether a line that can't be read may hold a boundary or an answer: its kind says so, also where the line is torn; or its kind
/// can't be told, and one of their words stands in it.
fn may_hold_their_word(line: &[u8]) -> bool {
    const THEIRS: [&str; 2] = ["boundary", "answer"];
    // In UTF-16, every second byte of their words is 0.
    let text = String::from_utf8_lossy(line).replace('\0', "");
    let kind =
        text.split_once("\"kind\"").and_then(|(_, rest)| rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"'));
    match kind.map(|rest| rest.split_once('"').map_or((rest, true), |(kind, _)| (kind, false))) {
        Some((kind, true)) if !kind.is_empty() => THEIRS.iter().any(|word| word.starts_with(kind)),
        Some((kind, false)) => THEIRS.contains(&kind),
        _ => ["boundary", "answer", "order"].iter().any(|word| text.contains(word)),
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
            ("\u{1}{\0\"\0k\0i\0n\0d\0\"\0:\0\"\0a\0n\0s\0w\0e\0r\0\"\0,\0", true),
            (r#"{"v":1,"id":"torn"#, false),
            (r#"{"v":1,"id":"torn","kind":""#, false),
            ("", false),
        ] {
            assert_eq!(may_hold_their_word(line.as_bytes()), expected, "{line}");
        }
    }
}
