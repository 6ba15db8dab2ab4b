//! Entries in the order in which they count, and whether they have happened by now.

use std::cmp::Ordering;

use chrono::{DateTime, FixedOffset, NaiveDateTime};
use reconnect::Moment;
use reconnect::when::Clock;

use super::record::What;
use super::standing::Entry;
use crate::world::World;

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
pub struct Item {
    /// The record that stands.
    pub entry: Entry,
    /// When, as it counts.
    pub moment: Moment,
    /// Local time, as far as the order within a day can be known.
    local: Option<NaiveDateTime>,
    /// Whether it has happened by now.
    pub happened: bool,
}

impl Item {
    /// An entry as it counts now; what was edited by hand stands whenever it is dated.
    pub fn new(entry: Entry, present: &Present<'_>, by_hand: bool) -> Self {
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
    pub fn order(&self, other: &Self) -> Ordering {
        let key = |item: &Self| (item.moment.day, item.local, item.entry.at());
        key(self).cmp(&key(other)).then_with(|| self.entry.id().cmp(other.entry.id()))
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
