//! Entries in the order in which they count, and whether they have happened by now.

use std::cmp::Ordering;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};
use reconnect::Moment;
use reconnect::when::Clock;

use super::record::What;
use super::resolve::Entry;
use crate::env::Env;

/// When it is, and how local times are read.
#[derive(Debug, Clone, Copy)]
pub struct Present<'a> {
    /// The zone.
    pub env: &'a Env,
    /// Now.
    pub now: DateTime<FixedOffset>,
    /// Today.
    pub clock: Clock,
}

/// Where an event stands among the others: by day; within it by the time that is known, a bare date recorded on its own day by the
/// time of recording, other bare dates first; then by recording. Of two that stand alike the ids decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    day: NaiveDate,
    /// As far as the order within a day can be known.
    local: Option<NaiveDateTime>,
    recorded: DateTime<FixedOffset>,
}

impl Position {
    /// The position of what counts for a moment and was recorded then.
    pub fn of(Moment { day, at }: Moment, recorded: DateTime<FixedOffset>, clock: &Clock) -> Self {
        let here = recorded.naive_local();
        let local = at.map(|at| at.naive_local()).or_else(|| (clock.day_of(here) == day).then_some(here));
        Self { day, local, recorded }
    }

    /// Whether that moment has come. A day ahead that has an instant behind us is travel, not future.
    pub fn has_come(&self, moment: Moment, clock: &Clock, now: DateTime<FixedOffset>) -> bool {
        self.day <= clock.today() || (self.local.is_some() && moment.at.unwrap_or(self.recorded) <= now)
    }
}

/// An event on its way to the fold.
#[derive(Debug, Clone)]
pub struct Item {
    /// The record that stands.
    pub entry: Entry,
    /// When, as it counts.
    pub moment: Moment,
    position: Position,
    /// Whether it has happened by now.
    pub happened: bool,
}

impl Item {
    /// An entry as it counts now; what was edited by hand stands whenever it is dated.
    pub fn new(entry: Entry, present: &Present<'_>, by_hand: bool) -> Self {
        let moment = entry.on().moment(&present.clock);
        let position = Position::of(moment, entry.at(), &present.clock);
        let happened = by_hand || position.has_come(moment, &present.clock, present.now);
        Self { entry, moment, position, happened }
    }

    /// The order of events.
    pub fn order(&self, other: &Self) -> Ordering {
        (self.position, self.entry.id()).cmp(&(other.position, other.entry.id()))
    }
}

/// Puts items in their order. Stable, which is fast on what is mostly in order.
pub fn sort(items: &mut [Item]) {
    items.sort_by(Item::order);
}

/// Where the clock lies before everything that is stored, it is the clock that is wrong, or the user looks back too far: the
/// first dates stand, and their counts stop at 0.
pub fn admit_the_first(items: &mut [Item]) {
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
