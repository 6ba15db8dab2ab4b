//! What a command gets: the door to the outside, the folders, the config, and the one `now` that everything computes from.

use std::cell::RefCell;
use std::rc::Rc;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime};
use reconnect::Moment;
use reconnect::date::{self, Clock, Direction, ParsedDate, Refusal, Zone};

use crate::env::{Env, Stream};
use crate::error::{Failure, Note, Result};
use crate::store::config::{Config, Unknown};
use crate::store::diary::{Diary, EventDate, Record, Snapshot, View, append};
use crate::store::erase;
use crate::store::fs;
use crate::store::mirror::{self, Reading};
use crate::store::paths::Paths;
use crate::terminal::page::Page;
use crate::terminal::style::Styler;

/// What every command gets: the door to the outside, what was typed for all of them, and what belongs on stderr.
#[derive(Debug)]
pub struct World<'e> {
    pub env: &'e Env,
    pub at: Option<&'e str>,
    pub styler: Styler,
    notes: RefCell<Vec<Note>>,
    /// The records that were read last. They stay until the program ends, because freeing each of them takes time.
    kept: RefCell<Vec<Rc<Record>>>,
    #[cfg(test)]
    here: Option<(Paths, DateTime<FixedOffset>)>,
}

/// Folders, config and now, for commands that read or write the diary.
#[derive(Debug)]
pub struct Context<'w> {
    pub world: &'w World<'w>,
    pub env: &'w Env,
    pub paths: Paths,
    pub config: Config,
    pub now: DateTime<FixedOffset>,
    pub styler: Styler,
}

#[derive(Debug)]
pub struct Known {
    pub diary: Diary,
    pub reading: Reading,
    pub snapshot: Snapshot,
}

/// The diary in these folders. An old copy of a file brings no erased text back.
pub fn diary(paths: &Paths) -> Diary {
    // A change needs this machine's id, and says so then.
    let machine = append::known_machine(&paths.machine()).ok().flatten();
    let mut diary = Diary::read(&paths.diary(), machine.as_deref());
    diary.mark_erased(&erase::remembered(&paths.erased()));
    diary
}

impl<'e> World<'e> {
    pub fn new(env: &'e Env, at: Option<&'e str>, styler: Styler) -> Self {
        Self {
            env,
            at,
            styler,
            notes: RefCell::default(),
            kept: RefCell::default(),
            #[cfg(test)]
            here: None,
        }
    }

    #[cfg(test)]
    pub fn for_test(env: &'e Env, paths: Paths, now: DateTime<FixedOffset>) -> Self {
        Self { here: Some((paths, now)), ..Self::new(env, None, env.styler(Some(false))) }
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

    /// Keeps what comes up in between to itself.
    pub fn quietly<T>(&self, looks: impl FnOnce() -> T) -> T {
        let before = self.notes();
        let found = looks();
        self.notes.replace(before);
        found
    }

    pub fn paths(&self) -> Result<Paths> {
        #[cfg(test)]
        if let Some((paths, _)) = &self.here {
            return Ok(paths.clone());
        }
        Paths::find(self.env)
    }

    /// The same for what needs no diary: without a home, folders that hold nothing.
    pub fn paths_anyhow(&self) -> Paths {
        self.paths().unwrap_or_else(|failure| {
            self.note(failure.warning());
            Paths::nowhere()
        })
    }

    /// The folders, the config as it is now, and the moment that `--at` names.
    pub fn context(&'e self) -> Result<Context<'e>> {
        let config = self.paths().and_then(|paths| Config::read(&paths.config_file()));
        self.context_with(config.map_err(|failure| {
            failure.hint("in a bad moment, the pause of `reconnect urge` still works; it records your answer once this is mended")
        })?)
    }

    /// For what needs no diary, and for a bad moment, which can't wait until a config is mended: without one that can be read,
    /// everything has its default.
    pub fn context_anyhow(&'e self) -> Result<Context<'e>> {
        let file = self.paths_anyhow().config_file();
        let config = Config::read(&file).or_else(|failure| {
            self.note(failure.warning());
            Config::none(&file)
        });
        self.context_with(config?)
    }

    /// With another config than the file's.
    pub fn context_with(&'e self, config: Config) -> Result<Context<'e>> {
        config.unknown.iter().flat_map(Unknown::warnings).for_each(|note| self.note(note));
        let ctx =
            Context { world: self, env: self.env, paths: self.paths_anyhow(), config, now: self.env.now(), styler: self.styler };
        #[cfg(test)]
        let ctx = Context { now: self.here.as_ref().map_or(ctx.now, |(_, now)| *now), ..ctx };
        ctx.at_the_moment_named()
    }
}

impl Context<'_> {
    fn at_the_moment_named(mut self) -> Result<Self> {
        let Some(phrase) = self.world.at else { return Ok(self) };
        let parsed = self.parse(phrase)?;
        // A bare date means noon, or the time at which that day begins.
        let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default().max(self.config.settings.day_starts_at);
        let at = self.moment(ParsedDate { time: parsed.time.or(Some(noon)), ..parsed }).at.unwrap_or(self.now);
        // An offset names the instant; the day is the one it is then in the user's zone.
        self.now = self.env.zoned(at.to_utc());
        if !(1..=9999).contains(&self.clock().today().year()) || self.now.year() > 9999 {
            return Err(reconnect::Error::Phrase { text: phrase.to_owned(), why: Refusal::OutsideCalendar }.into());
        }
        Ok(self)
    }

    pub fn clock(&self) -> Clock {
        Clock { now: self.now, day_starts_at: self.config.settings.day_starts_at }
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

    /// A phrase's date, as it is recorded: an offset that was said stays.
    pub fn event_date(&self, parsed: ParsedDate) -> EventDate {
        mirror::event_date(parsed, self.env)
    }

    pub fn moment(&self, parsed: ParsedDate) -> Moment {
        self.event_date(parsed).moment(&self.clock())
    }

    /// What the user sees: the clock, and the instant to which `--at` looks back.
    pub fn view(&self) -> View {
        View { clock: self.clock(), looks_back_to: (self.world.at.is_some() && self.now < self.env.now()).then_some(self.now) }
    }

    /// The same on the real clock, whatever `--at` says.
    pub fn view_now(&self) -> View {
        View { clock: Clock { now: self.now.max(self.env.now()), ..self.clock() }, looks_back_to: None }
    }

    pub fn snapshot(&self) -> Snapshot {
        self.known().snapshot
    }

    pub fn known(&self) -> Known {
        let known = self.read(&self.config);
        for (path, error) in &known.diary.unreadable {
            self.note(Note::Warning(format!("can't read `{}`: {error}", path.display())));
        }
        for (_, failure) in &known.reading.refused {
            self.note(failure.warning());
        }
        self.world.kept.replace(known.reading.records.clone());
        known
    }

    pub fn diary(&self) -> Diary {
        diary(&self.paths)
    }

    pub fn read(&self, config: &Config) -> Known {
        self.known_from(self.diary(), config)
    }

    pub fn known_from(&self, diary: Diary, config: &Config) -> Known {
        // Edits are judged by the later of the two clocks, so that looking back calls no edit a mistake.
        let reading = mirror::read(&diary, config, &self.view_now(), self.now, self.env);
        let mut snapshot = reading.snapshot(config, &self.view());
        snapshot.unread = diary.may_hide_their_word() || reading.is_without_its_diary && diary.damaged.is_empty();
        Known { diary, reading, snapshot }
    }

    /// Renews the token that shell hooks compare. Without it the prompts of open terminals follow within a minute.
    pub fn touch_changed(&self) {
        if let Ok(token) = append::new_id() {
            let _ = fs::replace(&self.paths.changed(), format!("{token}\n").as_bytes());
        }
    }

    /// What is in the future can be looked at, not recorded.
    pub fn refuse_looking_ahead(&self) -> Result<()> {
        if self.now <= self.env.now() {
            return Ok(());
        }
        Err(Failure::new("`--at` is in the future, so nothing can be recorded there")
            .hint("`status`, `history`, `check` and `window` can look ahead"))
    }

    pub fn note(&self, note: Note) {
        self.world.note(note);
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
