//! One command's view: the env, the settings, and the one `now` that everything computes from.

use std::cell::RefCell;

use chrono::{DateTime, FixedOffset, NaiveTime};
use reconnect::when::{self, Clock, When};
use reconnect::{Facts, Moment};

use crate::config::{Config, Unknown};
use crate::diary::item::Present;
use crate::diary::lines::{Lines, Wanted};
use crate::diary::{On, Snapshot};
use crate::env::Env;
use crate::error::{Note, Result};
use crate::paths::Paths;
use crate::text::page::Page;
use crate::text::style::Styler;

/// What every command is given.
#[derive(Debug)]
pub struct Context<'w> {
    /// The door to the outside.
    pub env: &'w Env,
    /// Where things are.
    pub paths: Paths,
    /// The settings and the two mirrored dates.
    pub config: Config,
    /// Now, or what `--at` says.
    pub now: DateTime<FixedOffset>,
    /// Colours, or none.
    pub styler: Styler,
    /// What came up on the way and belongs on stderr.
    notes: RefCell<Vec<Note>>,
}

impl<'w> Context<'w> {
    /// Reads the configuration and settles what now is.
    ///
    /// # Errors
    /// If the configuration cannot be read, or `at` is no date.
    pub fn begin(env: &'w Env, at: Option<&str>, styler: Styler) -> Result<Self> {
        let paths = Paths::find(env)?;
        let config = Config::read(&paths.config_file())?;
        let unknown = config.unknown.iter().flat_map(Unknown::warnings).collect();
        let mut ctx = Self { env, paths, config, now: env.now(), styler, notes: RefCell::new(unknown) };
        if let Some(phrase) = at {
            let when = ctx.parse(phrase)?;
            let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
            ctx.now = ctx.exact(When { time: when.time.or(Some(noon)), ..when }).unwrap_or(env.now());
        }
        Ok(ctx)
    }

    /// The clock that phrases and days are counted from.
    pub fn clock(&self) -> Clock {
        self.clock_at(self.now)
    }

    /// The same for another now.
    pub fn clock_at(&self, now: DateTime<FixedOffset>) -> Clock {
        Clock { now: now.naive_local(), day_starts_at: self.config.settings.day_starts_at }
    }

    /// Now and today, for the fold.
    pub fn present(&self) -> Present<'_> {
        Present { env: self.env, now: self.now, clock: self.clock() }
    }

    /// The same as of the real clock, whatever `--at` looks at.
    pub fn present_now(&self) -> Present<'_> {
        Present { now: self.env.now(), clock: self.clock_at(self.env.now()), ..self.present() }
    }

    /// Reads a date phrase.
    ///
    /// # Errors
    /// As [`when::parse`].
    pub fn parse(&self, phrase: &str) -> Result<When> {
        Ok(when::parse(phrase, &self.clock())?)
    }

    /// Now, as it would be typed with its time: when something happened unless said.
    pub fn this_minute(&self) -> When {
        When { date: self.now.date_naive(), time: Some(self.now.time()), offset: Some(*self.now.offset()) }
    }

    /// A phrase's date, as it is recorded.
    pub fn on(&self, when: When) -> On {
        self.exact(when).map_or(On::Day(when.date), On::Time)
    }

    /// The moment that a phrase counts for.
    pub fn moment(&self, when: When) -> Moment {
        self.on(when).moment(&self.clock())
    }

    /// The exact time, where one was said.
    fn exact(&self, when: When) -> Option<DateTime<FixedOffset>> {
        let local = when.date.and_time(when.time?);
        Some(match when.offset {
            Some(offset) => DateTime::from_naive_utc_and_offset(local - offset, offset),
            None => self.env.resolve(local),
        })
    }

    /// What is known now: all of it, or no more than counts and verdicts need.
    ///
    /// # Errors
    /// If the diary cannot be read, or a date edited by hand contradicts the other.
    pub fn snapshot(&self, wanted: Wanted) -> Result<Snapshot> {
        Snapshot::new(&self.lines(wanted)?, &self.config, &self.present())
    }

    /// The diary's lines. What a file that cannot be read holds is missing from every count, so that is said.
    ///
    /// # Errors
    /// If the diary cannot be listed.
    pub fn lines(&self, wanted: Wanted) -> Result<Lines> {
        let lines = Lines::read(&self.paths.diary(), wanted)?;
        for (path, error) in &lines.unreadable {
            self.note(Note::Warning(format!("could not read `{}`: {error}", path.display())));
        }
        Ok(lines)
    }

    /// Keeps something to be said on stderr, once.
    pub fn note(&self, note: Note) {
        let mut notes = self.notes.borrow_mut();
        if !notes.contains(&note) {
            notes.push(note);
        }
    }

    /// What came up.
    pub fn notes(&self) -> Vec<Note> {
        self.notes.take()
    }

    /// The same ctx at the real now, with the configuration as it is on disk.
    ///
    /// # Errors
    /// If the configuration cannot be read.
    pub fn really_now(&self) -> Result<Context<'w>> {
        Context::begin(self.env, None, self.styler)
    }

    /// The facts of a snapshot today.
    pub fn facts(&self, snapshot: &Snapshot) -> Facts {
        snapshot.life.facts(self.clock().today())
    }

    /// An empty page of the terminal's width.
    pub fn page(&self) -> Page {
        Page::new(self.env.width(), self.styler)
    }
}
