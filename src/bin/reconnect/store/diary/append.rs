//! Recording: one append to this machine's own file, in one write.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::{Draft, Id, Record};
use crate::error::{Failure, Result};
use crate::store::fs;

const TICK: TimeDelta = TimeDelta::microseconds(1);

/// The next instant of recording: the clock's, or just after the latest of `known`, if that lies at most a day ahead. What is recorded
/// after something was read stands behind it on every machine.
pub fn next<'r>(now: DateTime<FixedOffset>, known: impl Iterator<Item = &'r Rc<Record>>) -> DateTime<FixedOffset> {
    let bound = now.checked_add_signed(TimeDelta::days(1)).unwrap_or(now);
    let latest = known.map(|record| record.recorded_at).filter(|at| (now..=bound).contains(at)).max();
    latest.map_or(now, |latest| (latest + TICK).with_timezone(&now.timezone()))
}

pub fn record(draft: Draft, recorded_at: DateTime<FixedOffset>) -> Result<Record> {
    let id = draft.id.map_or_else(new_id, Ok)?;
    Ok(Record { id, on: draft.on, recorded_at, replaces: draft.replaces, with: draft.with, kind: draft.kind, erased: false })
}

/// Turns what one command records into records, the first recorded at `at`.
pub fn records(drafts: Vec<Draft>, mut at: DateTime<FixedOffset>) -> Result<Vec<Rc<Record>>> {
    let mut records: Vec<Rc<Record>> = Vec::new();
    for draft in drafts {
        let with = records.first().map(|first| first.id.clone()).or_else(|| draft.with.clone());
        records.push(Rc::new(Record { with, ..record(draft, at)? }));
        at += TICK;
    }
    Ok(records)
}

/// Appends the records' lines to a file of the diary, in one write, synced.
pub fn append<'r>(file: &Path, records: impl IntoIterator<Item = &'r Rc<Record>>) -> Result<()> {
    let lines: String = records.into_iter().flat_map(|record| [record.to_line(), "\n".to_owned()]).collect();
    fs::append(file, lines)
}

/// A new id of 128 random bits.
pub fn new_id() -> Result<Id> {
    let failed = |error: getrandom::Error| Failure::new("the system gave no random bits for an id").because(error);
    Ok(Id::from(format!("{:016x}{:016x}", getrandom::u64().map_err(failed)?, getrandom::u64().map_err(failed)?)))
}

pub fn known_machine(file: &Path) -> Result<Option<String>> {
    let bytes = fs::read(file, 256).map_err(|error| Failure::file("could not read", file, &error))?;
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
    let id = text.trim();
    let is_usable = !id.is_empty() && id.len() <= 64 && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    Ok(is_usable.then(|| id.to_owned()))
}

/// This machine's file of the diary. Its id is made on the first change, and again if it is lost.
pub fn own_file(folder: &Path, machine: &Path) -> Result<PathBuf> {
    let id = if let Some(id) = known_machine(machine)? {
        id
    } else {
        let id: String = new_id()?.as_str().chars().take(16).collect();
        fs::replace(machine, format!("{id}\n").as_bytes())?;
        id
    };
    Ok(folder.join(format!("{id}.jsonl")))
}
