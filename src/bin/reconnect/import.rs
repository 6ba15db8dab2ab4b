//! Taking in lines that another home wrote: one append to this machine's own file, the lines unchanged.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::Value;

use super::change::mirror;
use super::lines::Wanted;
use super::{Snapshot, raw};
use crate::config::Config;
use crate::context::Context;
use crate::error::{Note, Result};
use crate::fs;
use crate::fs::Lock;
use crate::{prompt, words};

#[derive(Deserialize)]
struct Identified {
    id: String,
}

impl Context<'_> {
    /// Which of the lines this home does not have. A line is the same if its bytes are, or if its id and its content are.
    ///
    /// # Errors
    /// If the diary cannot be read.
    pub fn missing<'a>(&self, lines: &'a [Vec<u8>]) -> Result<Vec<&'a [u8]>> {
        let present = raw::lines(&self.paths.diary())?;
        let exact: BTreeSet<&[u8]> = present.iter().map(Vec::as_slice).collect();
        let mut by_id: BTreeMap<String, Vec<&[u8]>> = BTreeMap::new();
        for line in &present {
            if let Ok(Identified { id }) = serde_json::from_slice(line) {
                by_id.entry(id).or_default().push(line);
            }
        }
        let value = |line: &[u8]| serde_json::from_slice::<Value>(line).ok();
        let is_there = |line: &[u8]| {
            exact.contains(line)
                || serde_json::from_slice::<Identified>(line).is_ok_and(|Identified { id }| {
                    by_id.get(&id).is_some_and(|known| known.iter().any(|known| value(known) == value(line)))
                })
        };
        let mut seen = BTreeSet::new();
        Ok(lines.iter().map(Vec::as_slice).filter(|line| !is_there(line) && seen.insert(*line)).collect())
    }

    /// Appends what is missing; puts the configuration in its place where there is none; then mirrors and renews as every change.
    ///
    /// # Errors
    /// If `--at` lies ahead, or anything up to the append fails: then nothing was changed. If the configuration cannot be put in
    /// its place: then the lines are there.
    pub fn adopt(&self, lines: &[Vec<u8>], config: Option<&str>) -> Result<Vec<Note>> {
        self.refuse_looking_ahead()?;
        let _lock = Lock::take(&self.paths.lock())?;
        let missing = self.missing(lines)?;
        if !missing.is_empty() {
            let machine = self.machine()?;
            fs::make_private_dir(&self.paths.diary())?;
            let mut content = missing.join(&b'\n');
            content.push(b'\n');
            fs::append(&self.paths.diary().join(format!("{machine}.jsonl")), content)?;
        }
        let path = self.paths.config_file();
        if let Some(text) = config.filter(|_| !path.exists()) {
            let placed = fs::make_private_dir(&self.paths.config).and_then(|()| fs::replace(&path, text.as_bytes()));
            placed.map_err(|failure| failure.hint(words::IMPORT_HALF))?;
        }
        let mirrored = Config::read(&path).and_then(|config| {
            // An edit by hand that no record holds yet came with the configuration; it waits for the next change, as it did.
            let is_edited = !self.really_now()?.snapshot(Wanted::Everything)?.corrections.is_empty();
            if is_edited {
                return Ok(());
            }
            mirror(&Snapshot::settled(&self.lines(Wanted::Everything)?, &config, &self.present_now()), &config)
        });
        prompt::renew(self);
        Ok(match mirrored {
            Ok(()) => Vec::new(),
            Err(failure) => vec![Note::Warning(words::MIRROR_FAILED.to_owned()), Note::Hint(failure.finding())],
        })
    }
}
