//! Changing the diary: decide on what is there, append once, then mirror the two dates and renew the prompt.

use std::path::PathBuf;
use std::rc::Rc;

use chrono::TimeDelta;
use reconnect::Effect;

use super::Id;
use super::lines::{Line, Lines, Source, Wanted};
use super::record::{Draft, Record, VERSION};
use super::snapshot::Snapshot;
use crate::config::{Config, Written};
use crate::context::Context;
use crate::error::{Failure, Note, Result};
use crate::fs;
use crate::fs::Lock;
use crate::paths::Paths;
use crate::{prompt, words};

/// What a changing command gets back.
#[derive(Debug)]
pub struct Changed {
    /// Everything that is known after the change.
    pub snapshot: Snapshot,
    /// The ids of the new records, in the order of the drafts.
    pub ids: Vec<Id>,
    /// What could not be done beside it.
    pub notes: Vec<Note>,
}

impl Changed {
    /// What the last new record turned out to be.
    pub fn effect_of_last(&self) -> Effect {
        let id = self.ids.last();
        self.snapshot.told.iter().find(|told| Some(told.entry.id()) == id).map(|told| told.effect).unwrap_or_default()
    }
}

impl Context<'_> {
    /// Records what `decide` makes of what is known. It is asked before anything is made on disk, so that a refused command
    /// leaves no trace, and again under the lock if something may have changed in between.
    ///
    /// # Errors
    /// What `decide` refuses, and every failure up to the moment when the records are safely on disk.
    pub fn change(&self, decide: impl Fn(&Snapshot) -> Result<Vec<Draft>>) -> Result<Changed> {
        self.change_knowing(Wanted::Everything, decide)
    }

    /// The same for what can be decided on less than everything.
    ///
    /// # Errors
    /// As [`Context::change`].
    pub fn change_knowing(&self, wanted: Wanted, decide: impl Fn(&Snapshot) -> Result<Vec<Draft>>) -> Result<Changed> {
        self.refuse_looking_ahead()?;
        if !self.paths.lock().exists() {
            decide(&self.book_to_change(wanted)?)?;
        }
        let _lock = Lock::take(&self.paths.lock())?;
        let config = Config::read(&self.paths.config_file())?;
        let mut lines = self.lines(wanted)?;
        self.refuse_half_read(&lines)?;
        let snapshot = Snapshot::new(&lines, &config, &self.present())?;
        let mut drafts = decide(&snapshot)?;
        let own = drafts.len();
        if drafts.is_empty() && snapshot.corrections.is_empty() {
            return Ok(Changed { snapshot, ids: Vec::new(), notes: Vec::new() });
        }
        drafts.splice(0..0, snapshot.corrections.iter().filter(|edit| !superseded(edit, &drafts)).cloned().collect::<Vec<_>>());
        let mut ids = self.append(&mut lines, drafts)?;
        let ids = ids.split_off(ids.len().saturating_sub(own));

        // From here on nothing may deny what was recorded. Every edit by hand is in the diary now, or was superseded.
        let real = Snapshot::settled(&lines, &config, &self.present_now());
        let notes = match mirror(&real, &config) {
            Ok(()) => Vec::new(),
            Err(failure) => vec![Note::Warning(words::MIRROR_FAILED.to_owned()), Note::Hint(failure.brief())],
        };
        prompt::renew_from(self, &real);
        let snapshot = if self.now == self.env.now() { real } else { Snapshot::settled(&lines, &config, &self.present()) };
        Ok(Changed { snapshot, ids, notes })
    }

    /// What lies ahead of the clock can be looked at, not recorded.
    ///
    /// # Errors
    /// If `--at` does.
    pub fn refuse_looking_ahead(&self) -> Result<()> {
        if self.now <= self.env.now() {
            return Ok(());
        }
        Err(Failure::new("`--at` lies ahead of the clock, where nothing has happened yet")
            .hint("look ahead with `status`, `history`, `check` or `window`; record with the time of the event as WHEN"))
    }

    /// What is known now, for somebody who is about to change it.
    ///
    /// # Errors
    /// As [`Context::snapshot`], and if this machine's own file cannot be read.
    pub fn book_to_change(&self, wanted: Wanted) -> Result<Snapshot> {
        let lines = self.lines(wanted)?;
        self.refuse_half_read(&lines)?;
        Snapshot::new(&lines, &self.config, &self.present())
    }

    /// A decision needs all that this machine has recorded: without it a correction would correct nothing, and numbers would be
    /// given twice.
    fn refuse_half_read(&self, lines: &Lines) -> Result<()> {
        let own = self.own_file()?;
        match lines.unreadable.iter().find(|(path, _)| Some(path) == own.as_ref()) {
            Some((path, error)) => Err(Failure::new(format!("could not read `{}`, so nothing was changed", path.display()))
                .because(error)
                .hint("`reconnect doctor` looks at every file")),
            None => Ok(()),
        }
    }

    /// One write for all of it. Returns the new ids.
    fn append(&self, lines: &mut Lines, drafts: Vec<Draft>) -> Result<Vec<Id>> {
        let machine = self.machine()?;
        let path = self.paths.diary().join(format!("{machine}.jsonl"));
        fs::make_private_dir(&self.paths.diary())?;
        let file = lines.files.iter().position(|known| *known == path);
        let mut at = self.now;
        // What is recorded later is later, whatever the clock says: corrections go by it.
        let latest = file.and_then(|file| lines.latest_of(file));
        if let Some(last) = latest.filter(|last| *last >= at) {
            at = (last + TimeDelta::microseconds(1)).with_timezone(&self.now.timezone());
        }
        let (mut text, mut ids) = (String::new(), Vec::new());
        let mut named: Vec<(Id, Id)> = Vec::new();
        for draft in drafts {
            let id = match draft.what.chosen_id() {
                Some(id) => id.clone(),
                None => new_id()?,
            };
            let real = |name: Id| named.iter().find(|(known, _)| *known == name).map_or(name, |(_, id)| id.clone());
            let replaces = draft.replaces.map(real);
            named.extend(draft.stands_for.map(|name| (name, id.clone())));
            let record = Record { v: VERSION, id: id.clone(), on: draft.on, at, replaces, what: draft.what };
            text.push_str(
                &serde_json::to_string(&record).map_err(|error| Failure::new("could not write a record").because(error))?,
            );
            text.push('\n');
            let source = Source { file: file.unwrap_or(lines.files.len()), line: 0 };
            lines.records.push(Line { record: Rc::new(record), source });
            ids.push(id);
            at += TimeDelta::microseconds(1);
        }
        fs::append(&path, &text)?;
        Ok(ids)
    }

    /// This machine's file of the diary; `None` if the machine has no id yet.
    ///
    /// # Errors
    /// If there is an id that cannot be read.
    pub fn own_file(&self) -> Result<Option<PathBuf>> {
        Ok(known_machine(&self.paths)?.map(|machine| self.paths.diary().join(format!("{machine}.jsonl"))))
    }

    /// This machine's id; made on the first change, and again if it is lost.
    pub(super) fn machine(&self) -> Result<String> {
        if let Some(id) = known_machine(&self.paths)? {
            return Ok(id);
        }
        let id = new_id()?.to_string();
        let id = id.chars().take(16).collect::<String>();
        fs::replace(&self.paths.machine(), format!("{id}\n").as_bytes())?;
        Ok(id)
    }
}

/// The config shows the two current dates as of the real clock, whatever `--at` looks at.
pub(super) fn mirror(snapshot: &Snapshot, config: &Config) -> Result<()> {
    let since = snapshot.life.runs().open().map(|start| start.at.map_or(Written::Day(start.day), Written::Exact));
    config.mirror(snapshot.breakup.as_ref().map(|(day, _)| Written::Day(*day)), since)
}

/// This machine's id, if it has one.
///
/// # Errors
/// If there is a file for it that cannot be read: a second id would split this machine's diary in two.
pub fn known_machine(paths: &Paths) -> Result<Option<String>> {
    let path = paths.machine();
    let bytes = fs::read(&path, 256).map_err(|error| Failure::file("could not read", &path, &error))?;
    let known = bytes.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
    let id = known.trim();
    let usable = !id.is_empty() && id.len() <= 64 && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    Ok(usable.then(|| id.to_owned()))
}

/// A new id.
///
/// # Errors
/// If the system has no random bits to give.
pub fn new_id() -> Result<Id> {
    Id::random().map_err(|error| Failure::new("the system gave no random bits for an id").because(error))
}

/// A hand edit whose record the command itself corrects need not be recorded.
fn superseded(edit: &Draft, drafts: &[Draft]) -> bool {
    edit.replaces.is_some() && drafts.iter().any(|draft| draft.replaces == edit.replaces)
}
