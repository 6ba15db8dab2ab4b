//! The order of events, and which of them have happened.

use chrono::{DateTime, FixedOffset};
use reconnect::date::Clock;
use reconnect::{Answer, BoundaryKind, ContactOutcome, Moment};

use super::resolve::ActiveRecord;
use super::{BoundaryChange, ContactRecord, Id, RecordKind};

/// Whose eyes see the diary: the clock, and when the user looks back with `--at`, the instant by which a record was made.
#[derive(Debug, Clone, Copy)]
pub struct View {
    pub clock: Clock,
    pub looks_back_to: Option<DateTime<FixedOffset>>,
}

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
    pub fn new(record: ActiveRecord, view: &View) -> Self {
        let moment = record.on().moment(&view.clock);
        let happened = has_happened(&record, moment, view);
        Self { record, moment, happened, outcome: ContactOutcome::default(), opens_chapter: false }
    }

    /// What it records, with what counted: something may stand against being in touch, and a contact be unwanted by rule.
    pub fn counted(&self) -> RecordKind {
        let mut kind = self.record.kind().clone();
        match &mut kind {
            RecordKind::Contact(ContactRecord { contact, .. }) => {
                (contact.in_touch, contact.unwanted) = (self.outcome.in_touch, self.outcome.unwanted);
            }
            RecordKind::Answer { in_touch, .. } => *in_touch = self.outcome.in_touch,
            _ => {}
        }
        kind
    }

    fn is_breakup(&self) -> bool {
        matches!(self.record.kind(), RecordKind::Breakup { .. })
    }

    fn recorded(&self) -> (DateTime<FixedOffset>, &Id) {
        (self.record.recorded_at(), self.record.id())
    }

    /// Breakups come first on their day, then by the instant; of two that are equal, the one recorded first.
    fn sort_key(&self) -> (bool, Option<DateTime<FixedOffset>>, DateTime<FixedOffset>, &Id) {
        (!self.is_breakup(), self.moment.at, self.record.recorded_at(), self.record.id())
    }
}

/// What is dated after today has not happened, unless its instant has passed, or it was recorded on that very date: the user has
/// travelled west. Nothing that protects waits for a clock that is wrong, and the aim is no event of a day.
fn has_happened(record: &ActiveRecord, moment: Moment, view: &View) -> bool {
    let clock = &view.clock;
    if moment.day <= clock.today() {
        return true;
    }
    let recorded_at = record.recorded_at();
    // Records of one second differ by microseconds, which the clock does not have.
    let is_recorded = view.looks_back_to.is_none_or(|now| recorded_at.timestamp() <= now.timestamp());
    // The edge of the day may have been another one then, or be another one on the machine that recorded it.
    let days = [clock.day_of(recorded_at.naive_local()), recorded_at.date_naive()];
    match record.kind() {
        RecordKind::Boundary { boundary: BoundaryChange::Set { kind: BoundaryKind::Order, .. }, .. } | RecordKind::Aim(_) => {
            is_recorded
        }
        RecordKind::Boundary { boundary: BoundaryChange::Set { .. }, .. } | RecordKind::Answer { answer: Answer::No, .. }
            if days.iter().any(|day| *day >= moment.day) =>
        {
            is_recorded
        }
        _ => {
            let has_passed = recorded_at.timestamp() <= clock.now.timestamp();
            let was_recorded_that_day = days.contains(&moment.day) && has_passed;
            moment.at.map_or(was_recorded_that_day, |at| at <= clock.now)
        }
    }
}

/// Puts entries in their order: by civil day, and within a day as [`order_day`] says.
pub fn put_in_order(entries: &mut [DatedRecord]) {
    entries.sort_by_key(|entry| entry.moment.day);
    entries.chunk_by_mut(|one, other| one.moment.day == other.moment.day).for_each(order_day);
}

/// Breakups, then by the instant. A bare date stands behind whatever event of its day was recorded before it.
fn order_day(entries: &mut [DatedRecord]) {
    let is_bare = |entry: &DatedRecord| !entry.is_breakup() && entry.moment.at.is_none();
    entries.sort_by(|one, other| (is_bare(one), one.sort_key()).cmp(&(is_bare(other), other.sort_key())));
    let first_bare = entries.iter().position(is_bare).unwrap_or(entries.len());
    let (timed, bare) = entries.split_at(first_bare);
    if timed.is_empty() || bare.is_empty() {
        return;
    }
    // Each bare date gets the number of the last event that it stands behind.
    let mut events: Vec<_> = timed.iter().enumerate().filter(|(_, entry)| entry.record.kind().is_event_of_a_day()).collect();
    events.sort_by_key(|(_, entry)| entry.recorded());
    let mut events = events.into_iter().peekable();
    let mut behind = timed.iter().rposition(DatedRecord::is_breakup).map_or(0, |index| index + 1);
    let places: Vec<usize> = bare
        .iter()
        .map(|entry| {
            while let Some((index, _)) = events.next_if(|(_, event)| event.recorded() < entry.recorded()) {
                behind = behind.max(index + 1);
            }
            behind
        })
        .collect();
    let mut keyed: Vec<_> = (0..first_bare).map(|index| (index + 1, 0, index)).collect();
    keyed.extend(places.into_iter().enumerate().map(|(index, place)| (place, 1, first_bare + index)));
    keyed.sort_unstable();
    let sorted: Vec<DatedRecord> = keyed.iter().filter_map(|(_, _, index)| entries.get(*index).cloned()).collect();
    entries.clone_from_slice(&sorted);
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
