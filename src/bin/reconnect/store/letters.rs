//! Letters: what the diary knows of them, which is everything but their text. The text is in `letters/<id>.md`, so that erasing
//! a letter erases it.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use chrono::NaiveDate;
use reconnect::Moment;

use crate::error::{Failure, Result};
use crate::model::labels;
use crate::store::diary::load::PlacedRecord;
use crate::store::diary::resolve::{ActiveRecord, resolve};
use crate::store::diary::{DatedRecord, Diary, Id, Record, RecordKind, Snapshot};
use crate::store::fs;
use crate::store::paths::Paths;

const LARGEST: u64 = 1 << 20;

#[derive(Debug, Clone)]
pub struct Letter {
    pub id: Id,
    pub n: Option<u32>,
    pub written: Moment,
    pub until: NaiveDate,
    pub opened: Option<(Moment, Option<bool>)>,
    pub erased: Option<Moment>,
}

/// The letters that weren't taken back, in the order in which they were written.
pub fn letters(snapshot: &Snapshot) -> Vec<Letter> {
    let (mut opened, mut erased) = (HashMap::new(), HashMap::new());
    for dated in &snapshot.records {
        match dated.record.kind() {
            RecordKind::LetterOpened { of, still_true } => drop(opened.insert(of, (dated.moment, *still_true))),
            RecordKind::LetterErased { of } => drop(erased.insert(of, dated.moment)),
            _ => {}
        }
    }
    let letter = |dated: &DatedRecord| {
        let RecordKind::Letter { n, until } = *dated.record.kind() else { return None };
        let id = dated.record.id();
        let (opened, erased) = (opened.get(id).copied(), erased.get(id).copied());
        Some(Letter { id: id.clone(), n, written: dated.moment, until, opened, erased })
    };
    snapshot.records.iter().filter_map(letter).collect()
}

/// The letters that another machine wrote.
pub fn of_others(diary: &Diary) -> HashSet<Id> {
    let is_letter = |placed: &&PlacedRecord| matches!(placed.record.kind, RecordKind::Letter { .. });
    diary.placed().filter(is_letter).filter(|placed| diary.is_others(placed)).map(|placed| placed.record.id.clone()).collect()
}

/// The letters whose text was erased once, also where the erasing was taken back: that brings no text back.
pub fn were_erased(diary: &Diary) -> HashSet<Id> {
    let erased = |record: &Rc<Record>| match &record.kind {
        RecordKind::LetterErased { of } => Some(of.clone()),
        _ => None,
    };
    diary.iter().filter_map(erased).collect()
}

pub fn find<'a>(letters: &'a [Letter], typed: &str) -> Result<&'a Letter> {
    labels::find(letters, |letter| (letter.n, &letter.id), typed, "letter", "letter list")
}

/// Where the text of a letter is. An id from another machine is a file name only if it holds nothing but letters, digits and `-`.
pub fn path(paths: &Paths, id: &Id) -> Result<PathBuf> {
    let name = id.as_str();
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return Err(Failure::new(format!("`{}` can't be the id of a letter", id.short())));
    }
    Ok(paths.letters().join(format!("{name}.md")))
}

pub fn save(paths: &Paths, id: &Id, text: &str) -> Result<()> {
    fs::replace(&path(paths, id)?, format!("{text}\n").as_bytes())
}

/// The text. Where only a copy of a sync tool is left, that copy.
pub fn read(paths: &Paths, id: &Id) -> Result<String> {
    let texts = texts(paths, id)?;
    let own = texts.iter().find(|path| path.exists()).or(texts.first()).cloned().unwrap_or_default();
    let bytes = fs::read(&own, LARGEST).map_err(|error| Failure::file("could not read", &own, &error))?;
    let bytes = bytes.ok_or_else(|| {
        Failure::new(format!("the text of this letter isn't on this computer: there is no `{}`", own.display()))
            .hint("if you wrote it on another computer, copy its folder `letters` too")
    })?;
    String::from_utf8(bytes).map_err(|_| Failure::new(format!("`{}` isn't UTF-8", own.display())))
}

/// Removes the text, and the copies that a sync tool made of it. That it is gone already is fine.
pub fn erase(paths: &Paths, id: &Id) -> Result<()> {
    texts(paths, id)?.iter().try_for_each(|path| fs::remove(path))
}

/// Whether the text, or a copy of it, is on this computer. What can't be looked at may be there.
pub fn are_here(paths: &Paths, id: &Id) -> bool {
    texts(paths, id).is_ok_and(|texts| texts.iter().any(|path| path.try_exists().unwrap_or(true)))
}

/// Where the text belongs, there or not, and the copies that a sync tool made of it, sorted by name.
fn texts(paths: &Paths, id: &Id) -> Result<Vec<PathBuf>> {
    let own = path(paths, id)?;
    let copies = files(paths).into_iter().filter(|(of, path)| of == id && *path != own).map(|(_, path)| path).collect();
    Ok([vec![own], copies].concat())
}

/// The letter that a file belongs to by its name: `<id>.md`, or a copy that a sync tool made of it, such as
/// `<id>.sync-conflict-20261101-101010-ABCDEFG.md` or `<id> (conflicted copy).md`.
pub fn id_of(name: &str) -> Option<Id> {
    let (id, rest) = name.split_at_checked(ID_LEN)?;
    let is_text = Path::new(name).extension().is_some_and(|found| found == "md");
    let is_id = id.bytes().all(|byte| byte.is_ascii_hexdigit()) && !rest.starts_with(|c: char| c.is_ascii_alphanumeric());
    (is_text && is_id).then(|| Id::from(id))
}

const ID_LEN: usize = 32;

/// The files of texts on this computer, each with the letter it belongs to, sorted by name.
pub fn files(paths: &Paths) -> Vec<(Id, PathBuf)> {
    let entries = fs::entries(&paths.letters()).unwrap_or_default().into_iter();
    entries.filter_map(|path| Some((id_of(&path.file_name()?.to_string_lossy())?, path))).collect()
}

/// The texts of no letter: a crash left them, or their letters were taken back. A line that this version can't read may be their letter; then there are none.
pub fn loose(paths: &Paths, diary: &Diary) -> Vec<(Id, PathBuf)> {
    if !diary.unreadable.is_empty() || !diary.newer.is_empty() || !diary.damaged.is_empty() {
        return Vec::new();
    }
    let records: Vec<_> = diary.iter().cloned().collect();
    let is_letter = |record: &ActiveRecord| matches!(record.kind(), RecordKind::Letter { .. });
    let mut known: HashSet<Id> = resolve(&records).filter(|record| is_letter(record)).map(|letter| letter.id().clone()).collect();
    files(paths).into_iter().filter(|(id, _)| known.insert(id.clone())).collect()
}
