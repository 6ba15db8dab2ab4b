//! The diary's files, read as bytes and line by line, each line decoded by itself: a damaged one costs only itself.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use chrono::{DateTime, FixedOffset};
use reconnect::when::Clock;

use super::Id;
use super::contacts::InOrder;
use super::decode::decode;
use super::plain::{Bearing, Plain};
use super::reading::{LONGEST, each_line};
use super::record::{Record, What};
use crate::error::{Failure, Result};

/// A diary up to this size is held whole as soon as it matters when they wrote.
const SMALL: u64 = 1 << 20;

/// What a question needs of the diary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Every record.
    Everything,
    /// Runs and contacts. With a clock, contacts that stand in their file day after day may be passed over if a verdict does without
    /// them, since [`Contacts`](super::contacts::Contacts) reads those again; without one, every contact is held.
    Contacts(Option<Clock>),
    /// What counts and verdicts depend on. The rest is passed over, logistics among it, and so is each contact by them: they matter
    /// only where the user reached out, and of a long diary [`Lines::their_words`] then reads them again, one by one.
    Facts,
    /// The same, to record something behind it: it is noted when what is passed over was recorded.
    FactsToRecord,
}

/// Where a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// Which of [`Lines::files`].
    pub file: usize,
    /// Its line, from 1.
    pub line: usize,
}

/// A record with where it stands.
#[derive(Debug)]
pub struct Line {
    /// What it says.
    pub record: Rc<Record>,
    /// Its place.
    pub source: Source,
}

/// What all files hold, each id once.
#[derive(Debug, Default)]
pub struct Lines {
    /// The files, sorted by name.
    pub files: Vec<PathBuf>,
    /// The records, in the order of files and lines.
    pub records: Vec<Line>,
    /// How many lines were passed over, as nothing that was asked depends on them.
    pub passed_over: usize,
    /// How many contacts by them were passed over.
    pub words: usize,
    /// When the latest of those was recorded, by file, for who wants to record.
    passed_at: BTreeMap<usize, DateTime<FixedOffset>>,
    /// The contacts that were passed over because they stand in order.
    pub in_order: InOrder,
    /// Lines that are no record, with what is wrong.
    pub damaged: Vec<(Source, String)>,
    /// Lines of a newer version, or of a kind that this one does not know.
    pub newer: Vec<Source>,
    /// Files that could not be read, with what the system said.
    pub unreadable: Vec<(PathBuf, String)>,
}

impl Lines {
    /// Reads every `*.jsonl` of the folder, sync-conflict copies included. No folder is an empty diary.
    ///
    /// # Errors
    /// If the folder is there and cannot be listed.
    pub fn read(dir: &Path, wanted: Wanted) -> Result<Self> {
        let files = list(dir).map_err(|error| Failure::file("could not read the diary in", dir, &error))?;
        let mut lines = Self::default();
        for (file, path) in files.iter().enumerate() {
            if let Err(error) = each_line(path, LONGEST, |line, bytes| lines.take_in(bytes, Source { file, line }, wanted)) {
                lines.unreadable.push((path.clone(), error.to_string()));
            }
        }
        lines.files = files;
        lines.unite();
        let more = match wanted {
            _ if lines.lacks_what_was_passed_over() => Wanted::Everything,
            _ if lines.in_order.has_doubles(&lines.records) => Wanted::Contacts(None),
            _ => return Ok(lines),
        };
        drop(lines);
        Self::read(dir, more)
    }

    fn take_in(&mut self, bytes: Option<&[u8]>, source: Source, wanted: Wanted) {
        let Some(bytes) = bytes else {
            self.damaged.push((source, format!("longer than {LONGEST} bytes")));
            return;
        };
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                self.damaged.push((source, format!("not UTF-8 at byte {}", error.valid_up_to() + 1)));
                return;
            }
        };
        let plain = Plain::of(text);
        if let Some(plain) = &plain
            && self.passes_over(plain, source, wanted)
        {
            return;
        }
        match plain.and_then(|plain| plain.contact()).map_or_else(|| decode(text), |contact| Ok(Some(contact))) {
            Ok(Some(record)) => {
                if record.what == What::Unknown {
                    self.newer.push(source);
                }
                self.records.push(Line { record: Rc::new(record), source });
            }
            Ok(None) => self.newer.push(source),
            Err(error) => self.damaged.push((source, error)),
        }
    }

    /// Counts a line that nothing which was asked depends on, and says whether it is one.
    fn passes_over(&mut self, plain: &Plain<'_>, source: Source, wanted: Wanted) -> bool {
        let Some(bearing) = plain.bearing() else { return false };
        let may_pass = match (wanted, bearing) {
            (Wanted::Everything, _) => false,
            (Wanted::Contacts(clock), Bearing::Idle | Bearing::Word) => {
                clock.is_some_and(|clock| self.in_order.takes(plain, source.file, &clock))
            }
            _ => true,
        };
        if !may_pass {
            return false;
        }
        *(if bearing == Bearing::Word { &mut self.words } else { &mut self.passed_over }) += 1;
        if wanted == Wanted::FactsToRecord
            && let Some(at) = plain.at()
        {
            let latest = self.passed_at.entry(source.file).or_insert(at);
            *latest = at.max(*latest);
        }
        true
    }

    /// Whether a word from them may matter and the diary is small enough to hold; or a correction is of what was passed over, so
    /// that what it says can only be known with that.
    fn lacks_what_was_passed_over(&self) -> bool {
        let size = |path: &PathBuf| std::fs::metadata(path).map_or(0, |file| file.len());
        let is_small = || self.files.iter().map(size).sum::<u64>() <= SMALL;
        let corrected = || self.records.iter().filter_map(|line| line.record.replaces.as_ref());
        let are_all_here = || {
            let ids: BTreeSet<&Id> = self.records.iter().map(|line| &line.record.id).collect();
            corrected().all(|id| ids.contains(id))
        };
        (self.words > 0 && self.words_matter() && is_small())
            || (self.words + self.passed_over > 0 && corrected().next().is_some() && !are_all_here())
    }

    /// Whether there is anything that could wait for a word from them.
    pub fn words_matter(&self) -> bool {
        let waits = |line: &Line| matches!(&line.record.what, What::Contact(fields) if fields.contact().can_reach_out());
        self.records.iter().any(waits)
    }

    /// The contacts that are held.
    pub fn contacts(&self) -> BTreeSet<&Id> {
        let contacts = self.records.iter().filter(|line| matches!(line.record.what, What::Contact(_)));
        contacts.map(|line| &line.record.id).collect()
    }

    /// When the latest record of a file was recorded, for who wants to record.
    pub fn latest_of(&self, file: usize) -> Option<DateTime<FixedOffset>> {
        let held = self.records.iter().filter(|line| line.source.file == file).map(|line| line.record.at);
        held.chain(self.passed_at.get(&file).copied()).max()
    }

    /// Every contact by them that was passed over. A file that cannot be read any more holds none.
    pub fn their_words(&self, mut each: impl FnMut(Record)) {
        let held = self.contacts();
        let mut each = |word: Record| {
            if !held.contains(&word.id) {
                each(word);
            }
        };
        for path in self.files.iter().filter(|_| self.words > 0) {
            let _ = each_line(path, LONGEST, |_, line| {
                let plain = line.and_then(|line| std::str::from_utf8(line).ok()).and_then(Plain::of);
                let word = plain.filter(|plain| plain.bearing() == Some(Bearing::Word)).and_then(|plain| plain.contact());
                word.into_iter().for_each(&mut each);
            });
        }
    }

    /// Keeps each id once. Of two different lines with one id every machine takes the same: the greater as it would be written.
    fn unite(&mut self) {
        // DatedRecord apart by a number first, which needs no look at the records: nearly all of them are alone.
        let mut numbers: Vec<_> = self.records.iter().enumerate().map(|(index, line)| (line.record.id.number(), index)).collect();
        numbers.sort_unstable();
        let groups = numbers.chunk_by(|one, other| one.0 == other.0).filter(|group| group.len() > 1);
        let found = groups.flatten().filter_map(|(_, index)| Some((&self.records.get(*index)?.record.id, *index)));
        let mut by_id: Vec<(&Id, usize)> = found.collect();
        by_id.sort_unstable();
        let written = |index: usize| self.records.get(index).and_then(|line| serde_json::to_string(&*line.record).ok());
        let mut double = Vec::new();
        for same in by_id.chunk_by(|one, other| one.0 == other.0).filter(|same| same.len() > 1) {
            let indices = || same.iter().map(|(_, index)| *index);
            let kept = indices().rev().max_by_key(|index| written(*index));
            double.extend(indices().filter(|index| Some(*index) != kept));
        }
        if double.is_empty() {
            return;
        }
        double.sort_unstable();
        let mut index = 0..;
        self.records.retain(|_| index.next().is_none_or(|index| double.binary_search(&index).is_err()));
    }

    /// `file:line`, the file by its name.
    pub fn name(&self, source: &Source) -> String {
        let file = self.files.get(source.file).and_then(|path| path.file_name()).unwrap_or_default();
        format!("{}:{}", crate::text::escape::escape_controls(&file.to_string_lossy()), source.line)
    }
}

pub(super) fn list(dir: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = match std::fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut files = entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "jsonl"));
    files.sort();
    Ok(files)
}
