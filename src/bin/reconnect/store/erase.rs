//! Erasing texts for good: a line is replaced by the same line without its text. Each machine does that in its own files; of two
//! lines of one record the erased one counts everywhere.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use serde_json::value::RawValue;

use crate::error::{Failure, Result};
use crate::store::diary::load::{LARGEST_FILE, parted};
use crate::store::diary::resolve::chains_of;
use crate::store::diary::{Diary, IMPORT_PREFIX, Id, Owner, Record, RecordKind};
use crate::store::fs;

/// Records whose texts go for good.
#[derive(Debug)]
pub struct Erasing {
    pub ids: HashSet<Id>,
    /// In the files of other machines too: the one that wrote the text is no more.
    pub is_orphaned: bool,
}

/// What the files hold of texts that are to go.
#[derive(Debug, Default)]
pub struct Found {
    /// Files of which these are the new contents.
    pub files: Vec<(PathBuf, Vec<u8>)>,
    /// Files that only another machine may change.
    pub beyond: Vec<PathBuf>,
    pub texts: Vec<String>,
}

impl Erasing {
    /// A record with all its corrections.
    pub fn of(diary: &Diary, id: &Id, is_orphaned: bool) -> Self {
        Self { ids: chains(diary, |record| record.id == *id), is_orphaned }
    }

    /// What was erased before, here or elsewhere.
    pub fn erased(diary: &Diary) -> Self {
        Self { ids: chains(diary, |record| record.erased), is_orphaned: false }
    }

    /// Whether this machine wrote one of the lines.
    pub fn is_ours(&self, diary: &Diary) -> bool {
        diary.placed().any(|placed| self.ids.contains(&placed.record.id) && diary.is_own(placed))
    }

    /// The lines of the records as they will be.
    pub fn lines(&self, diary: &Diary) -> Vec<String> {
        let records = diary.iter().filter(|record| self.ids.contains(&record.id)).map(Rc::as_ref);
        let line = |record: &Record| Record { kind: record.kind.clone().with_text(None), erased: true, ..record.clone() }.to_line();
        records.map(line).collect()
    }

    /// Looks into every file of the folder. This machine may change its own files, and copies of them whatever they are called.
    pub fn find(&self, diary: &Diary) -> Result<Found> {
        let own = diary.placed().filter(|placed| diary.is_own(placed)).map(|placed| &placed.record.id);
        let own: HashSet<&Id> = own.filter(|id| self.ids.contains(*id)).collect();
        let mut found = Found::default();
        for (owner, path) in diary.files_by_owner() {
            let is_ours = self.is_orphaned || owner != Owner::Other;
            let bytes = match fs::read(path, LARGEST_FILE) {
                Err(error) if is_ours => return Err(Failure::file("could not read", path, &error)),
                bytes => bytes.ok().flatten().unwrap_or_default(),
            };
            let is_import = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(IMPORT_PREFIX));
            let is_reached = |id: &Id| is_ours || !is_import && own.contains(id);
            if let Some(new) = rewritten(&bytes, |id| self.ids.contains(id) && is_reached(id), &mut found.texts) {
                found.files.push((path.to_owned(), new));
            }
            if rewritten(&bytes, |id| self.ids.contains(id) && !is_reached(id), &mut found.texts).is_some() {
                found.beyond.push(path.to_owned());
            }
        }
        Ok(found)
    }

    /// Whether a file, also one that isn't read, still holds one of the texts.
    pub fn is_held_by(&self, path: &Path) -> bool {
        let bytes = fs::read(path, LARGEST_FILE).ok().flatten().unwrap_or_default();
        rewritten(&bytes, |id| self.ids.contains(id), &mut Vec::new()).is_some()
    }

    /// Replaces the lines in every file that this machine may change, each file whole or not at all. How many files that were.
    pub fn strip(&self, diary: &Diary) -> Result<usize> {
        let found = self.find(diary)?;
        found.files.iter().try_for_each(|(path, bytes)| fs::replace(path, bytes))?;
        Ok(found.files.len())
    }

    /// The lines of an export: what was erased stays erased, and of two lines that say the same one is enough.
    pub fn applied_to(&self, lines: Vec<Vec<u8>>) -> Vec<Vec<u8>> {
        let mut seen = HashSet::new();
        let strip = |line: Vec<u8>| without_text(&line, |id| self.ids.contains(id)).map_or(line, |(line, _)| line.into_bytes());
        lines.into_iter().map(strip).filter(|line| seen.insert(line.clone())).collect()
    }
}

fn chains(diary: &Diary, is_named: impl Fn(&Record) -> bool) -> HashSet<Id> {
    chains_of(&diary.iter().cloned().collect::<Vec<_>>(), is_named)
}

/// The bytes of a file with its lines erased, everything else as it was; `None` where nothing changes.
fn rewritten(bytes: &[u8], is_named: impl Fn(&Id) -> bool, texts: &mut Vec<String>) -> Option<Vec<u8>> {
    let (mut new, mut is_changed) = (Vec::with_capacity(bytes.len()), false);
    for whole in bytes.split_inclusive(|byte| *byte == b'\n') {
        let (marks, line, end) = parted(whole);
        match without_text(line, &is_named) {
            Some((erased, text)) => {
                is_changed = true;
                texts.extend(text);
                new.extend([marks, erased.as_bytes(), end].concat());
            }
            None => new.extend(whole),
        }
    }
    is_changed.then_some(new)
}

/// A line without its text, and the text; `None` for another record's line, one that is erased, and one that can't be read.
fn without_text(line: &[u8], is_named: impl Fn(&Id) -> bool) -> Option<(String, Option<String>)> {
    let text = std::str::from_utf8(line).ok()?;
    let record = Record::parse(text).ok()??;
    if record.kind == RecordKind::Unknown || !is_named(&record.id) {
        return None;
    }
    // Values are slices of the line, so their places say in which order they stand in it.
    let mut fields: Vec<(String, &RawValue)> = serde_json::from_str::<HashMap<_, _>>(text).ok()?.into_iter().collect();
    fields.sort_by_key(|(_, value)| value.get().as_ptr());
    let is_words = |name: &str| matches!(name, "text" | "note");
    if record.erased && !fields.iter().any(|(name, _)| is_words(name)) {
        return None;
    }
    let kept = fields.iter().filter(|(name, _)| !is_words(name) && name != "erased");
    let kept: Vec<String> = kept.map(|(name, value)| format!("{}:{value}", serde_json::Value::from(name.as_str()))).collect();
    Some((format!("{{{},\"erased\":true}}", kept.join(",")), record.kind.text().map(str::to_owned)))
}

/// The records whose texts were erased on this machine.
pub fn remembered(file: &Path) -> HashSet<Id> {
    fs::text(file, LARGEST_FILE).lines().map(Id::from).collect()
}

/// Remembers the records, so that an old copy in place of the file is known for one.
pub fn remember(file: &Path, ids: &HashSet<Id>) -> Result<()> {
    let known = remembered(file);
    let mut new: Vec<&str> = ids.difference(&known).map(Id::as_str).collect();
    new.sort_unstable();
    if new.is_empty() { Ok(()) } else { fs::append(file, new.join("\n") + "\n") }
}

/// Whether a temporary that a crash left may hold one of the records: their ids stand before their texts.
pub fn may_hold(path: &Path, ids: &HashSet<Id>) -> bool {
    let text = fs::text(path, LARGEST_FILE);
    ids.iter().any(|id| text.contains(id.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_loses_its_text_and_everything_around_it_stays_byte_for_byte() {
        let base = r#""on":"2026-11-10","at":"2026-11-10T21:31:00Z""#;
        let file = |gone: &str, odd: &str| {
            format!(
                "\u{feff}{{\"id\":\"a\",{base},\"kind\":\"note\"{gone}}}\r\n\u{feff}\u{feff}{{\"id\":\"b\",{base},\"kind\":\"note\",\"text\":\"x\"}}\n\n{{torn\n\
                {{\"v\":3,\"id\":\"a\",{base},\"kind\":\"note\",\"text\":\"x\"}}\n{odd}"
            )
        };
        let before = file(
            r#","text":"secret""#,
            &format!(r#"{{ "v" : 1, "id":"a",{base}, "kind":"note","note":"","text":"a\"b","new" : [1.10, 2e3]}}"#),
        );
        let after =
            file(r#","erased":true"#, &format!(r#"{{"v":1,"id":"a",{base},"kind":"note","new":[1.10, 2e3],"erased":true}}"#));
        let erased = |text: &str| rewritten(text.as_bytes(), |id| id.as_str() == "a", &mut Vec::new());
        assert_eq!(String::from_utf8(erased(&before).unwrap()).unwrap(), after);
        assert_eq!(erased(&after), None);
    }
}
