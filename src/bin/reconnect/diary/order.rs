//! The order of events, and which of them have happened.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate};
use reconnect::Moment;
use reconnect::date::Clock;

use super::RecordKind;
use super::resolve::ActiveRecord;

#[derive(Debug, Clone)]
pub struct TimelineEntry {
    pub record: ActiveRecord,
    pub moment: Moment,
    pub happened: bool,
}

impl TimelineEntry {
    pub fn new(record: ActiveRecord, clock: &Clock) -> Self {
        let moment = record.on().moment(clock);
        let happened = has_happened(&record, moment, clock);
        Self { record, moment, happened }
    }

    fn is_breakup(&self) -> bool {
        matches!(self.record.kind(), RecordKind::Breakup { .. })
    }

    /// Breakups come first on their day, then by the instant; of two that are equal, the one recorded first.
    fn sort_key(&self) -> SortKey<'_> {
        SortKey {
            later: !self.is_breakup(),
            at: self.moment.at,
            recorded_at: self.record.recorded_at(),
            id: self.record.id().as_str(),
        }
    }
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct SortKey<'a> {
    later: bool,
    at: Option<DateTime<FixedOffset>>,
    recorded_at: DateTime<FixedOffset>,
    id: &'a str,
}

/// What is dated after today has not happened, unless its instant has passed, or it was recorded on that very date: the user has
/// travelled west. An order rules from the moment it is recorded.
fn has_happened(record: &ActiveRecord, moment: Moment, clock: &Clock) -> bool {
    if moment.day <= clock.today() {
        return true;
    }
    let recorded_at = record.recorded_at();
    // Records of one second differ by microseconds, which the clock does not have.
    let is_recorded = recorded_at.timestamp() <= clock.now.timestamp();
    match moment.at {
        _ if record.kind().is_order() => is_recorded,
        Some(at) => at <= clock.now,
        None => clock.day_of(recorded_at.naive_local()) == moment.day && is_recorded,
    }
}

pub fn in_order(entries: Vec<TimelineEntry>) -> Vec<TimelineEntry> {
    let count = entries.len();
    let mut days: BTreeMap<NaiveDate, Vec<TimelineEntry>> = BTreeMap::new();
    for entry in entries {
        days.entry(entry.moment.day).or_default().push(entry);
    }
    let mut ordered = Vec::with_capacity(count);
    for entries in days.into_values() {
        ordered.extend(order_of_day(entries));
    }
    ordered
}

/// Breakups, then by the instant. A bare date stands behind whatever of its day was recorded before it.
fn order_of_day(entries: Vec<TimelineEntry>) -> Vec<TimelineEntry> {
    let (mut ordered, mut bare): (Vec<_>, Vec<_>) =
        entries.into_iter().partition(|entry| entry.is_breakup() || entry.moment.at.is_some());
    ordered.sort_by(|one, other| one.sort_key().cmp(&other.sort_key()));
    bare.sort_by(|one, other| one.sort_key().cmp(&other.sort_key()));
    for entry in bare {
        let is_before = |other: &TimelineEntry| {
            other.is_breakup() || (other.record.recorded_at(), other.record.id()) < (entry.record.recorded_at(), entry.record.id())
        };
        let at = ordered.iter().rposition(is_before).map_or(0, |index| index + 1);
        ordered.insert(at, entry);
    }
    ordered
}

/// Where the clock lies before everything that is stored, the clock is wrong, or the user looks back too far: the first dates
/// count all the same, and their counts stop at 0.
pub fn keep_first_if_clock_is_behind(entries: &mut [TimelineEntry]) {
    let is_start = |entry: &TimelineEntry| matches!(entry.record.kind(), RecordKind::Start { .. });
    if entries.iter().any(|entry| entry.happened && (entry.is_breakup() || is_start(entry))) {
        return;
    }
    if let Some(first) = entries.iter_mut().find(|entry| entry.is_breakup()) {
        first.happened = true;
    }
    if let Some(first) = entries.iter_mut().find(|entry| is_start(entry)) {
        first.happened = true;
    }
}
