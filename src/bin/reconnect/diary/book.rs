//! The diary and the configuration, joined: what has happened by now, in order, and what the library makes of it.

use std::cmp::Ordering;
use std::rc::Rc;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};
use reconnect::when::{Clock, Spoken};
use reconnect::{Effect, Event, Happening, Life, Moment, Run};

use super::lines::Lines;
use super::numbers::Numbers;
use super::preparing::Preparing;
use super::record::{Draft, Record, VERSION, What};
use super::standing::{Entry, retracted, standing};
use super::{Id, On};
use crate::config::{Config, Dated, Written};
use crate::error::{Failure, Result};
use crate::world::World;

/// A record that stands and has happened, with what it turned out to be.
#[derive(Debug, Clone)]
pub struct Told {
    /// The record.
    pub entry: Entry,
    /// When, as it counts.
    pub moment: Moment,
    /// What a contact turned out to be.
    pub effect: Effect,
    /// Whether it is a second breakup, with which a new chapter begins.
    pub opens_chapter: bool,
}

/// Everything that is known now.
#[derive(Debug)]
pub struct Book {
    /// What happened, folded.
    pub life: Life,
    /// What happened, in order.
    pub told: Vec<Told>,
    /// How many records were not asked for.
    pub passed_over: usize,
    /// Edits by hand that the diary does not hold yet.
    pub corrections: Vec<Draft>,
    /// The breakup of this chapter, with its record's id.
    pub breakup: Option<(NaiveDate, Id)>,
    /// The record that opened the current run, if it was a start.
    pub opener: Option<Id>,
    /// The highest numbers ever given to entries and letters.
    pub numbers: Numbers,
}

/// When it is, and how local times are read.
#[derive(Debug, Clone, Copy)]
pub struct Present<'a> {
    /// The zone.
    pub world: &'a World,
    /// Now.
    pub now: DateTime<FixedOffset>,
    /// Today.
    pub clock: Clock,
}

/// An event on its way to the fold.
#[derive(Debug, Clone)]
struct Item {
    entry: Entry,
    moment: Moment,
    /// Local time, as far as the order within a day can be known.
    local: Option<NaiveDateTime>,
    happened: bool,
}

impl Item {
    fn new(entry: Entry, present: &Present<'_>, by_hand: bool) -> Self {
        let moment = entry.on().moment(&present.clock);
        let instant = moment.at.unwrap_or(entry.at());
        let recorded = entry.at().naive_local();
        let local =
            moment.at.map(|at| at.naive_local()).or_else(|| (present.clock.day_of(recorded) == moment.day).then_some(recorded));
        // A day ahead that has an instant behind us is travel, not future.
        let travelled = local.is_some() && instant <= present.now;
        let happened = by_hand || moment.day <= present.clock.today() || travelled;
        Self { entry, moment, local, happened }
    }

    /// The order of events: by day; within it by the time that is known, a bare date recorded on its own day by the time of
    /// recording, other bare dates first; then by recording; then by id.
    fn order(&self, other: &Self) -> Ordering {
        let key = |item: &Self| (item.moment.day, item.local, item.entry.at());
        key(self).cmp(&key(other)).then_with(|| self.entry.id().cmp(other.entry.id()))
    }
}

impl Book {
    /// Joins and folds.
    ///
    /// # Errors
    /// If a date edited by hand contradicts the other one.
    pub fn new(lines: &Lines, config: &Config, present: &Present<'_>) -> Result<Self> {
        let mut items = items(lines, present);
        let mut corrections = Vec::new();

        let breakup_edit = edited(config.breakup.as_ref(), present, lines, |what| matches!(what, What::Breakup { .. }));
        if let Some((on, _)) = breakup_edit {
            sort(&mut items);
            let latest = latest(&items, |what| matches!(what, What::Breakup { .. }));
            corrections.push(put(&mut items, present, on, latest, What::Breakup { again: false }));
        }
        let since_edit = edited(config.since.as_ref(), present, lines, opens_runs);
        if let Some((on, _)) = since_edit {
            sort(&mut items);
            let (target, what) = start_edit(&items, on, config, present);
            corrections.push(put(&mut items, present, on, target, what));
        }
        let book = Self { corrections, ..Self::of(lines, items, config, present) };
        for dated in [since_edit, breakup_edit].into_iter().flatten().map(|(_, dated)| dated) {
            book.check_order(dated)?;
        }
        Ok(book)
    }

    /// The same where the diary holds all there is: whatever dates the configuration shows.
    pub fn settled(lines: &Lines, config: &Config, present: &Present<'_>) -> Self {
        Self::of(lines, items(lines, present), config, present)
    }

    fn of(lines: &Lines, mut items: Vec<Item>, config: &Config, present: &Present<'_>) -> Self {
        sort(&mut items);
        let words = their_words(lines, &items, present);
        if !words.is_empty() {
            items.extend(words);
            sort(&mut items);
        }
        Self { numbers: Numbers::given(lines), passed_over: lines.passed_over + lines.words, ..Self::fold(items, config) }
    }

    /// Takes the items in their order.
    fn fold(mut items: Vec<Item>, config: &Config) -> Self {
        admit_the_first(&mut items);
        let mut book = Self {
            life: Life::new(config.settings.thresholds),
            told: Vec::with_capacity(items.len()),
            passed_over: 0,
            corrections: Vec::new(),
            breakup: None,
            opener: None,
            numbers: Numbers::default(),
        };
        let mut preparing = Preparing::default();
        for item in items.into_iter().filter(|item| item.happened) {
            let opens_chapter = matches!(item.entry.what(), What::Breakup { again: true }) && book.breakup.is_some();
            let prepared = preparing.happening(&item.entry, opens_chapter);
            let effect = match item.entry.what().happening().or(prepared) {
                Some(what) => book.apply(&item, what),
                None => Effect::default(),
            };
            book.told.push(Told { entry: item.entry, moment: item.moment, effect, opens_chapter });
        }
        book
    }

    fn apply(&mut self, item: &Item, what: Happening) -> Effect {
        let id = item.entry.id();
        if matches!(what, Happening::Breakup { .. }) {
            self.breakup = Some((item.moment.day, id.clone()));
        }
        let before = self.life.runs().open();
        let effect = self.life.apply(&Event { moment: item.moment, what });
        match what {
            Happening::Start { .. } if self.life.runs().open() != before => self.opener = Some(id.clone()),
            _ if self.life.runs().open() != before => self.opener = None,
            _ => {}
        }
        effect
    }

    /// A start before the breakup is an error where one of them was edited by hand; in a merged diary `doctor` names it.
    fn check_order(&self, dated: &Dated) -> Result<()> {
        match (self.breakup.as_ref(), self.life.runs().open()) {
            (Some((breakup, _)), Some(start)) if start.day < *breakup => Err(Failure::new(format!(
                "no contact cannot start before the breakup: {} is before {}",
                Spoken(start.day),
                Spoken(*breakup)
            ))
            .at(dated.place.clone())
            .hint("correct one of the two dates in the file")),
            _ => Ok(()),
        }
    }

    /// The runs of every chapter, in order.
    pub fn all_runs(&self) -> impl Iterator<Item = Run> + '_ {
        self.life.earlier_runs().iter().copied().chain(self.life.runs().all())
    }
}

fn items(lines: &Lines, present: &Present<'_>) -> Vec<Item> {
    standing(&lines.records).into_iter().map(|entry| Item::new(entry, present, false)).collect()
}

/// Stable, which is fast on what is mostly in order.
fn sort(items: &mut [Item]) {
    items.sort_by(Item::order);
}

/// Of the contacts by them that were passed over, one from each gap between two other events: a verdict asks for no more.
fn their_words(lines: &Lines, items: &[Item], present: &Present<'_>) -> Vec<Item> {
    if lines.words == 0 || !lines.words_matter() {
        return Vec::new();
    }
    let retracted = retracted(&lines.records);
    let mut gaps: Vec<Option<Item>> = vec![None; items.len() + 1];
    lines.their_words(|record| {
        let is_retracted = retracted.contains(&record.id);
        let word = Item::new(Entry::new(Rc::new(record)), present, false);
        let gap = gaps.get_mut(items.partition_point(|item| item.order(&word).is_lt()));
        if let Some(gap) = gap.filter(|gap| gap.is_none() && word.happened && !is_retracted) {
            *gap = Some(word);
        }
    });
    gaps.into_iter().flatten().collect()
}

/// Where the clock lies before everything that is stored, it is the clock that is wrong, or the user looks back too far: the
/// first dates stand, and their counts stop at 0.
fn admit_the_first(items: &mut [Item]) {
    let is_breakup = |item: &Item| matches!(item.entry.what(), What::Breakup { .. });
    let is_start = |item: &Item| matches!(item.entry.what(), What::Start { .. });
    if items.iter().any(|item| item.happened && (is_breakup(item) || is_start(item))) {
        return;
    }
    if let Some(first) = items.iter_mut().find(|item| is_breakup(item)) {
        first.happened = true;
    }
    if let Some(first) = items.iter_mut().find(|item| is_start(item)) {
        first.happened = true;
    }
}

/// A date that no record of its kind holds is an edit by hand; one that an outdated or retracted record holds is an old mirror.
fn edited<'c>(dated: Option<&'c Dated>, present: &Present<'_>, lines: &Lines, kind: fn(&What) -> bool) -> Option<(On, &'c Dated)> {
    let dated = dated?;
    let on = match dated.written {
        Written::Day(day) => On::Day(day),
        Written::Local(local) => On::Time(present.world.resolve(local)),
        Written::Exact(time) => On::Time(time),
    };
    let held = lines.records.iter().any(|line| kind(&line.record.what) && line.record.on == on);
    (!held).then_some((on, dated))
}

/// Whether the date in the configuration may be this record's: what begins a run, or ends one so that the next begins.
fn opens_runs(what: &What) -> bool {
    match what {
        What::Start { .. } => true,
        What::Contact(fields) => fields.contact().ends_run(),
        _ => false,
    }
}

fn latest(items: &[Item], kind: fn(&What) -> bool) -> Option<usize> {
    items.iter().rposition(|item| kind(item.entry.what()))
}

/// What an edited start corrects: the latest start; but where a contact or an end came after it and the new date does not lie
/// before that, the earlier run stays as it was.
fn start_edit(items: &[Item], on: On, config: &Config, present: &Present<'_>) -> (Option<usize>, What) {
    let start = latest(items, |what| matches!(what, What::Start { .. }));
    let book = Book::fold(items.to_vec(), config);
    let day = on.moment(&present.clock).day;
    let runs = book.life.runs();
    match runs.open() {
        Some(_) if book.opener.is_some() => (start, What::Start { moves: false }),
        Some(open) if day >= open.day => (None, What::Start { moves: true }),
        None if runs.all().last().and_then(|run| run.end).is_some_and(|(end, _)| day >= end.day) => {
            (None, What::Start { moves: false })
        }
        _ => (start, What::Start { moves: false }),
    }
}

/// What an edit by hand is called that no record stands for yet: a command may correct it in the same breath.
fn by_hand(what: &What) -> Id {
    Id::from(if matches!(what, What::Breakup { .. }) { "by hand breakup" } else { "by hand start" })
}

/// Puts an edit in the place of the item it corrects, or beside the others; and says what is to be recorded.
fn put(items: &mut Vec<Item>, present: &Present<'_>, on: On, target: Option<usize>, what: What) -> Draft {
    if let Some(item) = target.and_then(|index| items.get_mut(index)) {
        let what = item.entry.what().clone();
        let replaces = Some(item.entry.id().clone());
        let record =
            Record { v: VERSION, id: item.entry.line().clone(), on, at: item.entry.at(), replaces: None, what: what.clone() };
        *item = Item::new(item.entry.corrected(record), present, true);
        return Draft { replaces, ..Draft::new(on, what) };
    }
    let id = by_hand(&what);
    let record = Record { v: VERSION, id: id.clone(), on, at: present.now, replaces: None, what: what.clone() };
    items.push(Item::new(Entry::new(Rc::new(record)), present, true));
    Draft { stands_for: Some(id), ..Draft::new(on, what) }
}
