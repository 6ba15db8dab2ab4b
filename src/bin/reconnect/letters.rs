//! Letters: what the diary knows of them, which is everything but their words. Those are in `letters/<id>.md`, so that
//! erasing them erases them.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use reconnect::Moment;

use crate::diary::resolve::resolve;
use crate::diary::{DatedRecord, Diary, Id, RecordKind, Snapshot};
use crate::error::{Failure, Result};
use crate::fs;
use crate::labels::{self, HasNumber};
use crate::paths::Paths;

/// More than this nobody types.
const LARGEST: u64 = 1 << 20;

/// A letter.
#[derive(Debug, Clone)]
pub struct Letter {
    /// Its id.
    pub id: Id,
    /// Its number.
    pub n: Option<u32>,
    /// When it was written.
    pub written: Moment,
    /// The day on which it can be opened.
    pub until: NaiveDate,
    /// When it was last opened, and whether it was still true then.
    pub opened: Option<(Moment, Option<bool>)>,
    /// When its words were erased.
    pub erased: Option<Moment>,
}

impl HasNumber for Letter {
    fn id(&self) -> &Id {
        &self.id
    }

    fn n(&self) -> Option<u32> {
        self.n
    }
}

/// The letters that stand, in the order in which they were written.
pub fn letters(snapshot: &Snapshot) -> Vec<Letter> {
    let written = |dated: &DatedRecord| match dated.record.kind() {
        RecordKind::Letter { n, until, .. } => {
            Some(Letter { id: dated.record.id().clone(), n: *n, written: dated.moment, until: *until, opened: None, erased: None })
        }
        _ => None,
    };
    let mut letters: Vec<Letter> = snapshot.records.iter().filter_map(written).collect();
    for dated in &snapshot.records {
        match dated.record.kind() {
            RecordKind::LetterOpened { of, still_true } => {
                letters
                    .iter_mut()
                    .filter(|letter| letter.id == *of)
                    .for_each(|letter| letter.opened = Some((dated.moment, *still_true)));
            }
            RecordKind::LetterErased { of } => {
                letters.iter_mut().filter(|letter| letter.id == *of).for_each(|letter| letter.erased = Some(dated.moment));
            }
            _ => {}
        }
    }
    letters
}

/// The letter that is meant.
///
/// # Errors
/// If there is none, or more than one.
pub fn find<'a>(letters: &'a [Letter], typed: &str) -> Result<&'a Letter> {
    labels::find(letters, typed, "letter", "letter list")
}

/// Where the words of a letter are. An id from another machine is a name only if it holds nothing but letters and digits.
///
/// # Errors
/// If it does.
pub fn path(paths: &Paths, id: &Id) -> Result<PathBuf> {
    let name = id.as_str().to_owned();
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return Err(Failure::new(format!("`{}` cannot be the id of a letter", id.short())));
    }
    Ok(paths.letters().join(format!("{name}.md")))
}

/// Puts the words on disk.
///
/// # Errors
/// If they cannot be saved.
pub fn save(paths: &Paths, id: &Id, text: &str) -> Result<()> {
    fs::make_private_dir(&paths.letters())?;
    fs::replace(&path(paths, id)?, format!("{text}\n").as_bytes())
}

/// The words.
///
/// # Errors
/// If they are not there, or cannot be read.
pub fn read(paths: &Paths, id: &Id) -> Result<String> {
    let path = path(paths, id)?;
    let bytes = fs::read(&path, LARGEST).map_err(|error| Failure::file("could not read", &path, &error))?;
    let bytes = bytes.ok_or_else(|| {
        Failure::new(format!("the words of this letter are not here: there is no `{}`", path.display()))
            .hint("if the letter was written on another machine, its folder `letters` has to come along")
    })?;
    String::from_utf8(bytes).map_err(|_| Failure::new(format!("`{}` is not UTF-8", path.display())))
}

/// Removes the words, and the copies that a sync tool made of them; that they are gone already is fine.
///
/// # Errors
/// If they cannot be removed.
pub fn erase(paths: &Paths, id: &Id) -> Result<()> {
    let copies = files(paths).into_iter().filter(|(of, _)| of == id).map(|(_, path)| path);
    [path(paths, id)?]
        .into_iter()
        .chain(copies)
        .try_for_each(|path| fs::remove(&path).map_err(|error| Failure::file("could not remove", &path, &error)))
}

/// Whether the words are on this machine. What cannot be looked at may be there.
pub fn are_here(paths: &Paths, id: &Id) -> bool {
    path(paths, id).is_ok_and(|path| path.try_exists().unwrap_or(true))
}

/// The letter that a file's name is of: `<id>.md`, and the copies that a sync tool makes of it.
pub fn id_of(name: &str) -> Option<Id> {
    let id = name.split('.').next().unwrap_or_default();
    let is_words = Path::new(name).extension().is_some_and(|found| found == "md");
    (is_words && id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit())).then(|| Id::from(id))
}

/// Words that no letter has: a crash left them, or their letter was taken back.
#[derive(Debug)]
pub struct Loose {
    /// The id that their letter would have.
    pub id: Id,
    /// Where they are.
    pub path: PathBuf,
}

impl HasNumber for Loose {
    fn id(&self) -> &Id {
        &self.id
    }

    fn n(&self) -> Option<u32> {
        None
    }
}

/// The words of no letter. What this version cannot read may hold theirs; then there are none.
pub fn loose(paths: &Paths, diary: &Diary) -> Vec<Loose> {
    if !diary.unreadable.is_empty() || !diary.newer.is_empty() || !diary.damaged.is_empty() {
        return Vec::new();
    }
    let records: Vec<_> = diary.iter().cloned().collect();
    let active = resolve(&records);
    let letters: HashSet<&Id> =
        active.iter().filter(|record| matches!(record.kind(), RecordKind::Letter { .. })).map(|record| record.id()).collect();
    let has_letter = |id: &Id| letters.contains(id);
    let mut loose: Vec<Loose> = Vec::new();
    for (id, path) in files(paths) {
        if !has_letter(&id) && loose.iter().all(|known| known.id != id) {
            loose.push(Loose { id, path });
        }
    }
    loose
}

/// The files of words, sorted by name, each with its id.
fn files(paths: &Paths) -> Vec<(Id, PathBuf)> {
    let entries = std::fs::read_dir(paths.letters()).into_iter().flatten().flatten();
    let mut files: Vec<_> =
        entries.filter_map(|entry| Some((id_of(&entry.file_name().to_string_lossy())?, entry.path()))).collect();
    files.sort_by(|one, other| one.1.cmp(&other.1));
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_by_the_id_of_their_letter() {
        let id = "0123456789abcdef0123456789abcdef";
        for name in [format!("{id}.md"), format!("{id}.sync-conflict-20261101-101010-ABCDEFG.md")] {
            assert_eq!(id_of(&name), Some(Id::from(id)), "{name}");
        }
        for name in ["README.md", &format!("{id}.txt"), &format!("{id}0.md"), id] {
            assert_eq!(id_of(name), None, "{name}");
        }
    }
}
