//! The diary and the configuration, joined: what has happened by now, and what the library makes of it.

use std::rc::Rc;

use chrono::NaiveDate;
use reconnect::when::Spoken;
use reconnect::{Effect, Event, Happening, Life, Moment, Run};

use super::item::{Item, Present, admit_the_first, sort};
use super::lines::Lines;
use super::numbers::Numbers;
use super::preparing::Preparing;
use super::record::{Draft, What};
use super::resolve::{Entry, retracted, standing};
use super::{Id, edits};
use crate::config::{Config, Dated};
use crate::error::{Failure, Result};

/// A record that stands and has happened, with what it turned out to be.
#[derive(Debug, Clone)]
pub struct DatedRecord {
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
pub struct Snapshot {
    /// What happened, folded.
    pub life: Life,
    /// What happened, in order.
    pub told: Vec<DatedRecord>,
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

impl Snapshot {
    /// Joins and folds.
    ///
    /// # Errors
    /// If a date edited by hand contradicts the other one.
    pub fn new(lines: &Lines, config: &Config, present: &Present<'_>) -> Result<Self> {
        let mut items = items(lines, present);
        let mut corrections = Vec::new();

        let breakup_edit = edits::edited(config.breakup.as_ref(), present, lines, |what| matches!(what, What::Breakup { .. }));
        if let Some((on, _)) = breakup_edit {
            sort(&mut items);
            let latest = edits::latest(&items, |what| matches!(what, What::Breakup { .. }));
            corrections.push(edits::put(&mut items, present, on, latest, What::Breakup { again: false }));
        }
        let since_edit = edits::edited(config.since.as_ref(), present, lines, edits::opens_runs);
        if let Some((on, _)) = since_edit {
            sort(&mut items);
            let before = Self::fold(items.clone(), config);
            let day = on.moment(&present.clock).day;
            let (target, what) = edits::start_edit(&items, day, before.life.runs(), before.opener.is_some());
            corrections.push(edits::put(&mut items, present, on, target, what));
        }
        let snapshot = Self { corrections, ..Self::of(lines, items, config, present) };
        for dated in [since_edit, breakup_edit].into_iter().flatten().map(|(_, dated)| dated) {
            snapshot.check_order(dated)?;
        }
        Ok(snapshot)
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
        let mut snapshot = Self {
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
            let opens_chapter = matches!(item.entry.what(), What::Breakup { again: true }) && snapshot.breakup.is_some();
            let prepared = preparing.happening(&item.entry, opens_chapter);
            let effect = match item.entry.what().happening().or(prepared) {
                Some(what) => snapshot.apply(&item, what),
                None => Effect::default(),
            };
            snapshot.told.push(DatedRecord { entry: item.entry, moment: item.moment, effect, opens_chapter });
        }
        snapshot
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
