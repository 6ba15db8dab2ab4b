//! The order of events, and which of them have happened.

use chrono::{DateTime, FixedOffset};
use reconnect::date::Clock;
use reconnect::{BoundaryKind, ContactOutcome, Moment};

use super::resolve::ActiveRecord;
use super::{BoundaryChange, Id, RecordKind};

#[derive(Debug, Clone)]
pub struct DatedRecord {
    pub record: ActiveRecord,
    pub moment: Moment,
    /// Always so for the records of a snapshot.
    pub happened: bool,
    pub outcome: ContactOutcome,
    pub opens_chapter: bool,
}

impl DatedRecord {
    pub fn new(record: ActiveRecord, clock: &Clock) -> Self {
        let moment = record.on().moment(clock);
        let happened = has_happened(&record, moment, clock);
        Self { record, moment, happened, outcome: ContactOutcome::default(), opens_chapter: false }
    }

    fn is_breakup(&self) -> bool {
        matches!(self.record.kind(), RecordKind::Breakup { .. })
    }

    /// Breakups come first on their day, then by the instant; of two that are equal, the one recorded first.
    fn sort_key(&self) -> (bool, Option<DateTime<FixedOffset>>, DateTime<FixedOffset>, &Id) {
        (!self.is_breakup(), self.moment.at, self.record.recorded_at(), self.record.id())
    }
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
        _ if matches!(record.kind(), RecordKind::Boundary { boundary: BoundaryChange::Set(BoundaryKind::Order), .. }) => {
            is_recorded
        }
        Some(at) => at <= clock.now,
        None => clock.day_of(recorded_at.naive_local()) == moment.day && is_recorded,
    }
}

/// Puts entries in their order: by civil day, and within a day as [`order_day`] says. They stay where they are in memory, because
/// a fresh page costs more than what is written on it.
pub fn put_in_order(entries: &mut [DatedRecord]) {
    entries.sort_by_key(|entry| entry.moment.day);
    entries.chunk_by_mut(|one, other| one.moment.day == other.moment.day).for_each(order_day);
}

/// Breakups, then by the instant. A bare date stands behind whatever of its day was recorded before it.
fn order_day(entries: &mut [DatedRecord]) {
    let is_bare = |entry: &DatedRecord| !entry.is_breakup() && entry.moment.at.is_none();
    entries.sort_by(|one, other| (is_bare(one), one.sort_key()).cmp(&(is_bare(other), other.sort_key())));
    let first_bare = entries.iter().position(is_bare).unwrap_or(entries.len());
    for end in first_bare..entries.len() {
        let Some((entry, before)) = entries.get(..=end).and_then(<[_]>::split_last) else { continue };
        let is_before = |other: &DatedRecord| {
            other.is_breakup() || (other.record.recorded_at(), other.record.id()) < (entry.record.recorded_at(), entry.record.id())
        };
        let at = before.iter().rposition(is_before).map_or(0, |index| index + 1);
        if let Some(moved) = entries.get_mut(at..=end) {
            moved.rotate_right(1);
        }
    }
}

/// Where the clock lies before everything that is stored, the clock is wrong, or the user looks back too far: the first dates
/// count all the same, and their counts stop at 0.
pub fn keep_first_if_clock_is_behind(entries: &mut [DatedRecord]) {
    let is_start = |entry: &DatedRecord| matches!(entry.record.kind(), RecordKind::Start { .. });
    if entries.iter().any(|entry| entry.happened && (entry.is_breakup() || is_start(entry))) {
        return;
    }
    for is_first in [&DatedRecord::is_breakup as &dyn Fn(&DatedRecord) -> bool, &is_start] {
        if let Some(first) = entries.iter_mut().find(|entry| is_first(entry)) {
            first.happened = true;
        }
    }
}
