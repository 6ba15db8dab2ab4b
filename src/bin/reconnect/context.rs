//! What a command gets: the door to the outside, the folders, the config, and the one `now` that everything computes from.

use std::cell::{Cell, RefCell};
use std::path::PathBuf;
use std::rc::Rc;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime};
use reconnect::date::{self, Clock, Direction, ParsedDate, Refusal, Zone};
use reconnect::{Boundary, BoundaryKind, ContactOutcome, Moment};

use crate::env::{Env, Stream};
use crate::error::{Failure, Note, Result};
use crate::store::config::{Config, Unknown};
use crate::store::diary::{Diary, Draft, EventDate, Id, Record, Snapshot, append};
use crate::store::fs::{self, Lock};
use crate::store::mirror::{self, Reading};
use crate::store::paths::Paths;
use crate::terminal::page::Page;
use crate::terminal::style::Styler;

#[derive(Debug)]
pub struct Context<'e> {
    pub env: &'e Env,
    pub paths: Paths,
    pub config: Config,
    pub now: DateTime<FixedOffset>,
    pub styler: Styler,
    /// What came up on the way and belongs on stderr.
    notes: RefCell<Vec<Note>>,
    order_may_fall: Cell<bool>,
}

#[derive(Debug)]
pub struct Known {
    pub diary: Diary,
    pub reading: Reading,
    pub snapshot: Snapshot,
}

#[derive(Debug)]
pub struct Changed {
    pub before: Snapshot,
    pub after: Snapshot,
    pub ids: Vec<Id>,
    pub notes: Vec<Note>,
}

impl Changed {
    /// What the first new record turned out to be, if it is a contact.
    pub fn outcome(&self) -> ContactOutcome {
        self.ids.first().and_then(|id| self.after.get(id)).map(|dated| dated.outcome).unwrap_or_default()
    }

    /// Whether a court order rules less after the change than before it.
    pub fn ends_an_order(&self) -> bool {
        let orders = |snapshot: &Snapshot| -> Vec<Boundary> {
            let in_force = snapshot.timeline.boundaries_in_force(snapshot.today());
            in_force.filter(|boundary| boundary.kind == BoundaryKind::Order).collect()
        };
        let (before, after) = (orders(&self.before), orders(&self.after));
        let falls = self.before.facts().order_recorded && !self.after.facts().order_recorded;
        let ends_earlier = |order: &Boundary| {
            let last = |order: &Boundary| order.through.unwrap_or(NaiveDate::MAX);
            !after.iter().any(|other| last(other) >= last(order))
        };
        falls || before.iter().any(ends_earlier)
    }
}

impl<'e> Context<'e> {
    fn new(env: &'e Env, paths: Paths, styler: Styler) -> Result<Self> {
        let config = Config::read(&paths.config_file())?;
        Ok(Self::with_config(env, paths, styler, config))
    }

    fn with_config(env: &'e Env, paths: Paths, styler: Styler, config: Config) -> Self {
        let notes = RefCell::new(config.unknown.iter().flat_map(Unknown::warnings).collect());
        Self { env, paths, config, now: env.now(), styler, notes, order_may_fall: Cell::new(false) }
    }

    /// For a bad moment, which can't wait until a config is mended: with one that can't be read, everything has its default.
    pub fn begin_anyhow(env: &'e Env, at: Option<&str>, styler: Styler) -> Result<Self> {
        let paths = Paths::find(env)?;
        let Err(failure) = Config::read(&paths.config_file()) else { return Self::begin(env, at, styler) };
        let config = Config::none(&paths.config_file())?;
        let ctx = Self::with_config(env, paths, styler, config);
        ctx.note(failure.warning());
        Ok(ctx)
    }

    pub fn begin(env: &'e Env, at: Option<&str>, styler: Styler) -> Result<Self> {
        let mut ctx = Self::new(env, Paths::find(env)?, styler)?;
        if let Some(phrase) = at {
            let parsed = ctx.parse(phrase)?;
            // A bare date means noon, or the time at which that day begins.
            let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default().max(ctx.config.settings.day_starts_at);
            let at = ctx.exact(ParsedDate { time: parsed.time.or(Some(noon)), ..parsed }).unwrap_or(ctx.now);
            // An offset names the instant; the day is the one it is then in the user's zone.
            ctx.now = env.zoned(at.to_utc());
            if !(1..=9999).contains(&ctx.clock().today().year()) || ctx.now.year() > 9999 {
                return Err(reconnect::Error::Phrase { text: phrase.to_owned(), why: Refusal::OutsideCalendar }.into());
            }
        }
        Ok(ctx)
    }

    #[cfg(test)]
    pub fn for_test(env: &'e Env, paths: Paths, now: DateTime<FixedOffset>) -> Result<Self> {
        Ok(Self { now, ..Self::new(env, paths, env.styler(Some(false)))? })
    }

    pub fn clock(&self) -> Clock {
        self.clock_at(self.now)
    }

    fn clock_at(&self, now: DateTime<FixedOffset>) -> Clock {
        Clock { now, day_starts_at: self.config.settings.day_starts_at }
    }

    /// A phrase for something that happened.
    pub fn parse(&self, phrase: &str) -> Result<ParsedDate> {
        let clock = self.clock();
        Ok(date::parse_from(phrase, &clock, Direction::Past, clock.today(), self.env)?)
    }

    /// A phrase for the last day of something that begins on `from`.
    pub fn parse_until(&self, phrase: &str, from: NaiveDate) -> Result<NaiveDate> {
        Ok(date::parse_from(phrase, &self.clock(), Direction::Ahead, from, self.env)?.date)
    }

    /// Now, to the second: when something happened if nothing else is said.
    pub fn this_moment(&self) -> ParsedDate {
        ParsedDate { date: self.now.date_naive(), time: Some(self.now.time()), offset: Some(*self.now.offset()) }
    }

    /// A phrase's date, as it is recorded: an offset that was said stays.
    pub fn event_date(&self, parsed: ParsedDate) -> EventDate {
        self.exact(parsed).map_or(EventDate::Day(parsed.date), EventDate::Time)
    }

    pub fn moment(&self, parsed: ParsedDate) -> Moment {
        self.event_date(parsed).moment(&self.clock())
    }

    fn exact(&self, parsed: ParsedDate) -> Option<DateTime<FixedOffset>> {
        let local = parsed.date.and_time(parsed.time?);
        Some(match parsed.offset {
            Some(offset) => DateTime::from_naive_utc_and_offset(local - offset, offset),
            None => self.env.resolve(local),
        })
    }

    pub fn snapshot(&self) -> Result<Snapshot> {
        Ok(self.known()?.snapshot)
    }

    pub fn known(&self) -> Result<Known> {
        let known = self.read(&self.config)?;
        for (path, error) in &known.diary.unreadable {
            self.note(Note::Warning(format!("can't read `{}`: {error}", path.display())));
        }
        for (_, failure) in &known.reading.refused {
            self.note(failure.warning());
        }
        Ok(known)
    }

    fn read(&self, config: &Config) -> Result<Known> {
        self.known_from(Diary::read(&self.paths.diary())?, config)
    }

    pub fn known_from(&self, diary: Diary, config: &Config) -> Result<Known> {
        // Edits are judged by the later of the two clocks, so that looking back calls no edit a mistake.
        let judged_at = self.clock_at(self.now.max(self.env.now()));
        let reading = mirror::read(&diary, config, &judged_at, &|local| self.env.resolve(local))?;
        let snapshot = reading.snapshot(config, &self.clock());
        Ok(Known { diary, reading, snapshot })
    }

    /// Records what `decide` makes of what is known. Before anything is written, the change is folded in and shown to `check`,
    /// which refuses it if the command would say what isn't so. Edits by hand are recorded with it.
    pub fn change(&self, decide: impl Fn(&Known) -> Result<Vec<Draft>>, check: impl Fn(&Changed) -> Result<()>) -> Result<Changed> {
        self.refuse_looking_ahead()?;
        if !self.paths.lock().exists() {
            // A refused first command leaves no trace, not even a lock.
            self.plan(&self.config, &decide, &check)?;
        }
        let _lock = Lock::take(&self.paths.lock())?;
        let config = Config::read(&self.paths.config_file())?;
        let Plan { mut known, records, mut changed } = self.plan(&config, &decide, &check)?;
        let edits: Vec<Rc<Record>> = known.reading.edits.iter().map(|(_, record)| Rc::clone(record)).collect();
        if records.is_empty() && edits.is_empty() {
            return Ok(changed);
        }
        let own = append::own_file(&self.paths.diary(), &self.paths.machine())?;
        append::append(&own, edits.iter().chain(&records))?;
        // From here on nothing may deny what was recorded.
        known.reading.records.extend(records.iter().cloned());
        known.diary.add(edits.iter().chain(&records));
        changed.notes.extend(self.mirror(&known, &config));
        Ok(changed)
    }

    /// What a change would lead to. Nothing is written, and a court order may fall.
    pub fn preview(&self, decide: impl Fn(&Known) -> Result<Vec<Draft>>) -> Result<Changed> {
        let before = self.order_may_fall.replace(true);
        let plan = self.plan(&self.config, &decide, &|_| Ok(()));
        self.order_may_fall.set(before);
        plan.map(|plan| plan.changed)
    }

    pub fn let_order_fall(&self) {
        self.order_may_fall.set(true);
    }

    fn plan(
        &self,
        config: &Config,
        decide: &impl Fn(&Known) -> Result<Vec<Draft>>,
        check: &impl Fn(&Changed) -> Result<()>,
    ) -> Result<Plan> {
        let known = self.read(config)?;
        self.refuse_half_read(&known.diary)?;
        let drafts = decide(&known)?;
        let latest = self.own_file()?.and_then(|own| append::latest_in(&known.diary, &own));
        let edited = known.reading.edits.iter().map(|(_, record)| record.recorded_at).max();
        let records = append::records(drafts, self.now, latest.max(edited))?;
        let all: Vec<_> = known.reading.records.iter().chain(&records).cloned().collect();
        let after = Snapshot::new(&all, config.settings.thresholds, &self.clock());
        let ids = records.iter().map(|record| record.id.clone()).collect();
        let changed = Changed { before: known.snapshot.clone(), after, ids, notes: Vec::new() };
        check(&changed)?;
        if changed.ends_an_order() && !self.order_may_fall.get() {
            return Err(Failure::new("this would end a court order; nothing was changed")
                .hint("if the court has lifted it: `reconnect boundary clear`"));
        }
        Ok(Plan { known, records, changed })
    }

    /// Mirrors the two current dates as of the real clock, and tells every terminal that something changed. An edit by hand that was
    /// refused stays, unless it would now count against what was just recorded.
    pub fn mirror(&self, known: &Known, config: &Config) -> Vec<Note> {
        let clock = self.clock_at(self.env.now());
        let snapshot = known.reading.snapshot(config, &clock);
        let refused = mirror::read(&known.diary, config, &clock, &|local| self.env.resolve(local)).map(|reading| reading.refused);
        let mut notes = Vec::new();
        if let Err(failure) = refused.and_then(|mut refused| {
            refused.retain(|(key, _)| known.reading.refused.iter().any(|(before, _)| before == key));
            // Said once, also where the command has looked before.
            for (_, failure) in &refused {
                self.note(failure.warning());
            }
            known.reading.write(config, &snapshot, &refused)
        }) {
            notes.push(Note::Warning("it is recorded, but the dates in the config could not be updated".to_owned()));
            notes.push(Note::Hint(failure.brief()));
        }
        self.touch_changed();
        notes
    }

    /// Renews the token that shell hooks compare. Without it the prompts of open terminals follow within a minute.
    pub fn touch_changed(&self) {
        if let Ok(token) = append::new_id() {
            let _ = fs::replace(&self.paths.changed(), format!("{token}\n").as_bytes());
        }
    }

    /// What lies ahead of the clock can be looked at, not recorded.
    pub fn refuse_looking_ahead(&self) -> Result<()> {
        if self.now <= self.env.now() {
            return Ok(());
        }
        Err(Failure::new("`--at` lies ahead of the clock, so nothing can be recorded there")
            .hint("`status`, `history`, `check` and `window` can look ahead"))
    }

    pub fn own_file(&self) -> Result<Option<PathBuf>> {
        Ok(append::known_machine(&self.paths.machine())?.map(|id| self.paths.diary().join(format!("{id}.jsonl"))))
    }

    /// Without all that this machine has recorded, a correction would correct nothing and numbers would be given twice.
    fn refuse_half_read(&self, diary: &Diary) -> Result<()> {
        let own = self.own_file()?;
        match diary.unreadable.iter().find(|(path, _)| Some(path) == own.as_ref()) {
            Some((path, error)) => Err(Failure::new(format!("can't read `{}`, so nothing was changed", path.display()))
                .because(error)
                .hint("`reconnect doctor` looks at every file")),
            None => Ok(()),
        }
    }

    /// Keeps something to be said on stderr, once.
    pub fn note(&self, note: Note) {
        let mut notes = self.notes.borrow_mut();
        if !notes.contains(&note) {
            notes.push(note);
        }
    }

    pub fn notes(&self) -> Vec<Note> {
        self.notes.take()
    }

    pub fn page(&self) -> Page {
        Page::new(self.env.width(), self.styler).linear(self.is_accessible())
    }

    pub fn is_accessible(&self) -> bool {
        self.config.settings.accessible || self.env.is_accessible()
    }

    pub fn say(&self, sentences: &[String]) -> String {
        let mut page = self.page();
        page.sentences(sentences);
        page.finish()
    }

    /// Prints now, before the command is over.
    pub fn show(&self, text: &str) -> Result<()> {
        let text = self.env.readable(text.to_owned());
        self.env.write(Stream::Out, &text).map_err(|error| Failure::new("could not print").because(error))
    }
}

struct Plan {
    known: Known,
    records: Vec<Rc<Record>>,
    changed: Changed,
}
