//! The one way to change something. Lock, read, plan, fold, prove, append, mirror.
//!
//! A command says what it adds and what it proves. The proof sees what the change leads to, before anything is written, and returns
//! what the command prints: so nothing can be said that isn't so.

use std::path::PathBuf;
use std::rc::Rc;

use chrono::NaiveDate;
use reconnect::{Contact, ContactOutcome};

use crate::context::{Context, Known};
use crate::error::{Failure, Note, Result};
use crate::store::config::Config;
use crate::store::diary::{Diary, Draft, IMPORT_PREFIX, Id, Record, RecordKind, Snapshot, append};
use crate::store::erase::{self, Erasing};
use crate::store::falls::{Fall, Later, falls, later};
use crate::store::fs::{self, Lock};
use crate::store::mirror;
use crate::terminal::ask;

/// What a command adds.
#[derive(Default)]
pub struct Addition<'a> {
    /// Records for this machine's own file.
    pub drafts: Vec<Draft>,
    /// Lines from elsewhere, byte for byte, for a file of their own.
    pub lines: Vec<&'a [u8]>,
    /// A config that came with them, where there is none.
    pub config: Option<&'a str>,
    /// A change of files: of a letter, or of lines whose texts go for good. It comes before the diary says so.
    pub file: Option<Box<dyn Fn() -> Result<()> + 'a>>,
    /// What lines of the diary say after that change.
    pub rewritten: Vec<String>,
}

impl From<Vec<Draft>> for Addition<'_> {
    fn from(drafts: Vec<Draft>) -> Self {
        Self { drafts, ..Self::default() }
    }
}

impl From<Draft> for Addition<'_> {
    fn from(draft: Draft) -> Self {
        vec![draft].into()
    }
}

/// What a change leads to.
#[derive(Debug)]
pub struct Changed {
    pub before: Snapshot,
    pub after: Snapshot,
    pub ids: Vec<Id>,
    /// How many lines come from elsewhere.
    pub lines: usize,
    /// What another clock recorded later, and what ends something that protects and was recorded now.
    pub later: Option<Later>,
}

impl Changed {
    /// The id of the first new record.
    pub fn id(&self) -> Option<&Id> {
        self.ids.first()
    }

    /// What the first new contact of this kind turned out to be.
    pub fn outcome(&self, is_it: impl Fn(&Contact) -> bool) -> ContactOutcome {
        let new = self.ids.iter().filter_map(|id| self.after.get(id));
        let mut contacts = new.filter(|dated| matches!(dated.record.kind(), RecordKind::Contact(known) if is_it(&known.contact)));
        contacts.next().map(|dated| dated.outcome).unwrap_or_default()
    }
}

/// Whether something that protects may fall.
#[derive(Clone, Copy)]
pub enum Permission<'p> {
    /// This command is not about that.
    Refuse,
    /// Only by a typed yes. The question names what falls.
    Ask(&'p dyn Fn(&[Fall], NaiveDate) -> String),
}

/// Makes a change, or refuses it. Edits by hand are recorded with it.
pub fn transact<'a, T>(
    ctx: &Context<'_>,
    addition: impl Fn(&Known) -> Result<Addition<'a>>,
    permission: Permission<'_>,
    proof: impl Fn(&Changed) -> Result<T>,
) -> Result<T> {
    ctx.refuse_looking_ahead()?;
    let mut permitted = Vec::new();
    loop {
        if !ctx.paths.lock().exists() {
            // A refused first command leaves no trace, not even a lock.
            let plan = Plan::new(ctx, &ctx.config, &addition)?;
            proof(&plan.changed)?;
        }
        let lock = Lock::take(&ctx.paths.lock())?;
        let config = Config::read(&ctx.paths.config_file())?;
        let plan = Plan::new(ctx, &config, &addition)?;
        let said = proof(&plan.changed)?;
        let falls = plan.falls();
        if falls.iter().all(|fall| permitted.contains(fall)) {
            let warning = plan.changed.later.as_ref().map(Later::warning);
            plan.write(ctx)?;
            if let Some(warning) = warning {
                ctx.note(warning);
            }
            return Ok(said);
        }
        // Nobody waits for the lock while the user thinks.
        drop(lock);
        let Permission::Ask(question) = permission else {
            return Err(Failure::new("this would lift something that protects; nothing was changed")
                .hint("`reconnect boundary clear` and `reconnect answer` record what they, or a court, lifted themselves"));
        };
        ask::typed_yes(ctx.env, &question(&falls, ctx.clock().today()))?;
        permitted = falls;
    }
}

/// What a change would lead to. Nothing is written.
pub fn preview<'a>(ctx: &Context<'_>, addition: impl Fn(&Known) -> Result<Addition<'a>>) -> Result<Changed> {
    Ok(Plan::new(ctx, &ctx.config, &addition)?.changed)
}

/// All that a change would write, and what it would lead to.
struct Plan<'a> {
    known: Known,
    records: Vec<Rc<Record>>,
    addition: Addition<'a>,
    config: Config,
    changed: Changed,
    /// The same on the real clock, where `--at` names another.
    changed_now: Option<(Snapshot, Snapshot)>,
}

impl<'a> Plan<'a> {
    fn new(ctx: &Context<'_>, config: &Config, addition: &impl Fn(&Known) -> Result<Addition<'a>>) -> Result<Self> {
        let mut known = ctx.read(config);
        let mut addition = addition(&known)?;
        if addition.file.is_none() || !addition.drafts.is_empty() {
            refuse_half_read(&known.diary)?;
        }
        addition.config = addition.config.filter(|_| !config.path().exists());
        let config = addition.config.map_or_else(|| Ok(config.clone()), |text| Config::check(config.path(), text))?;
        let view_now = ctx.world.at.map(|_| ctx.view_now());
        let before_now = view_now.map(|view| known.reading.snapshot(&config, &view));
        let before = known.snapshot.clone();
        let rewritten = addition.rewritten.iter().map(String::as_bytes);
        let lines: Vec<&[u8]> = addition.lines.iter().copied().chain(rewritten).collect();
        if !lines.is_empty() || addition.config.is_some() {
            known = ctx.known_from(known.diary.with_lines(PathBuf::new(), &lines), &config);
        }
        let at = append::next(ctx.now, known.reading.records.iter());
        let records = append::records(std::mem::take(&mut addition.drafts), at)?;
        known.reading.records.extend(records.iter().cloned());
        let mut after = if records.is_empty() {
            known.snapshot.clone()
        } else if known.reading.foreign.is_empty() {
            known.reading.snapshot(&config, &ctx.view())
        } else {
            // Whether a foreign date counts depends on what stands beside it.
            let mut diary = known.diary.clone();
            diary.add(&records);
            ctx.known_from(diary, &config).snapshot
        };
        after.unread = known.snapshot.unread;
        let changed_now = before_now.zip(view_now.map(|view| known.reading.snapshot(&config, &view)));
        let ids = records.iter().map(|record| record.id.clone()).collect();
        let later = records.last().and_then(|last| later(&before, &after, last.recorded_at, &ctx.view()));
        let changed = Changed { before, after, ids, lines: addition.lines.len(), later };
        Ok(Self { known, records, addition, config, changed, changed_now })
    }

    /// What protects less afterwards: at the moment that `--at` names, and now.
    fn falls(&self) -> Vec<Fall> {
        let then = falls(&self.changed.before, &self.changed.after);
        let now = self.changed_now.iter().flat_map(|(before, after)| falls(before, after));
        let now = now.filter(|fall| !then.contains(fall)).collect();
        [then, now].concat()
    }

    /// Files first, then the diary, then what follows from it: a kill at any instant leaves nothing that says more than is so.
    fn write(mut self, ctx: &Context<'_>) -> Result<()> {
        let Addition { lines, config, file, .. } = &self.addition;
        if let Some(file) = file {
            file()?;
        }
        if !lines.is_empty() {
            let own = append::own_file(&ctx.paths.diary(), &ctx.paths.machine())?;
            let name = format!("{IMPORT_PREFIX}{}", own.file_name().unwrap_or_default().to_string_lossy());
            fs::append(&own.with_file_name(name), [lines.join(&b'\n'), vec![b'\n']].concat())?;
        }
        if let Some(text) = config {
            fs::replace(self.config.path(), text.as_bytes()).map_err(|failure| failure.hint(HALF_IMPORTED))?;
        }
        // With a change that records nothing itself, a hand edit waits for the next one that does.
        let is_elsewhere = !lines.is_empty() || file.is_some();
        let edits = &self.known.reading.edits;
        let waits = !edits.is_empty() && self.records.is_empty() && is_elsewhere;
        let edits = edits.iter().filter(|_| !waits).map(|(_, record)| record);
        let recorded: Vec<Rc<Record>> = edits.chain(&self.records).cloned().collect();
        if !recorded.is_empty() {
            append::append(&append::own_file(&ctx.paths.diary(), &ctx.paths.machine())?, &recorded)?;
        } else if config.is_none() && !is_elsewhere {
            return Ok(());
        }
        // From here on nothing may deny what was recorded.
        if !waits {
            self.known.diary.add(&recorded);
            let after_now = self.changed_now.as_ref().map_or(&self.changed.after, |(_, after)| after);
            if let Err(failure) = mirror_dates(ctx, &self.known, &self.config, after_now) {
                ctx.note(Note::Warning("it is recorded, but the dates in the config could not be updated".to_owned()));
                ctx.note(Note::Hint(failure.brief()));
            }
        }
        strip_what_came_back(ctx, &self.known.diary);
        ctx.touch_changed();
        Ok(())
    }
}

/// A copy, a merge or an import may have brought an erased text back into this machine's files. What was erased elsewhere goes here,
/// too, and is remembered.
fn strip_what_came_back(ctx: &Context<'_>, known: &Diary) {
    if !known.iter().any(|record| record.erased) {
        return;
    }
    let strip = |diary: Diary| {
        let erasing = Erasing::erased(&diary);
        erase::remember(&ctx.paths.erased(), &erasing.ids)?;
        erasing.strip(&diary)
    };
    match strip(ctx.diary()) {
        Ok(0) => {}
        Ok(_) => ctx.note(Note::Hint("a file of this computer still held an erased text; it is gone now".to_owned())),
        Err(failure) => {
            ctx.note(Note::Warning("a file of this computer may still hold an erased text".to_owned()));
            ctx.note(Note::Hint(failure.brief()));
        }
    }
}

/// What comes after the records couldn't be saved.
pub const HALF_IMPORTED: &str = "the diary's records are imported; run it again for the rest";

/// Mirrors the two current dates of a snapshot on the real clock. An edit by hand that was refused stays, unless it would now count
/// against what was just recorded of that date.
pub fn mirror_dates(ctx: &Context<'_>, known: &Known, config: &Config, snapshot: &Snapshot) -> Result<()> {
    let mut users = Vec::new();
    if !known.reading.refused.is_empty() {
        let refused = mirror::read(&known.diary, config, &ctx.view_now(), ctx.now, ctx.env).refused;
        for (key, _) in &known.reading.refused {
            let still = refused.iter().find(|(refused, _)| refused == key);
            // Said once, also where the command has looked before.
            if let Some((_, failure)) = still {
                ctx.note(failure.warning());
            }
            if still.is_some() || key.date_in(snapshot) == key.date_in(&known.snapshot) {
                users.push(*key);
            }
        }
    }
    known.reading.write(config, snapshot, &users)
}

/// Without all that this machine has recorded, a correction would correct nothing and numbers would be given twice.
fn refuse_half_read(diary: &Diary) -> Result<()> {
    match diary.unreadable_own() {
        Some((path, error)) => Err(Failure::new(format!("can't read `{}`, so nothing was changed", path.display()))
            .because(error)
            .hint("`reconnect doctor` looks at every file")),
        None => Ok(()),
    }
}
