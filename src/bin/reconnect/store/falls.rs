//! What protects, and what makes it fall: a change, or an entry of a clock that is ahead.

use chrono::{DateTime, FixedOffset, NaiveDate};
use reconnect::date::LongDate;
use reconnect::{Answer, Boundary, BoundaryKind, Protects};

use crate::error::{Failure, Note};
use crate::store::diary::resolve::ActiveRecord;
use crate::store::diary::{BoundaryChange, DatedRecord, RecordKind, Snapshot, View};
use crate::words;

/// Something that protects, and that counts less after a change than before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fall {
    Order,
    /// The order stays, and protects the user alone from now on.
    OrderProtects,
    Boundary(Boundary),
    Answer(Answer, NaiveDate),
    /// An answer of a chapter that a second breakup ends.
    EarlierAnswer(Answer, NaiveDate),
}

/// What counts less after a change than before it: an order, a boundary of theirs, an answer no or not now. The user's own boundary
/// falls unasked.
pub fn falls(before: &Snapshot, after: &Snapshot) -> Vec<Fall> {
    let is_own = |fall: &Fall| matches!(fall, Fall::Boundary(boundary) if boundary.kind == BoundaryKind::Own);
    lost(before, after).into_iter().filter(|fall| !is_own(fall)).collect()
}

fn lost(before: &Snapshot, after: &Snapshot) -> Vec<Fall> {
    let mut falls = Vec::new();
    let (was, is) = (before.facts(), after.facts());
    match (was.order, is.order) {
        (Some(_), None) => falls.push(Fall::Order),
        (Some(Protects::Them | Protects::Both), Some(Protects::Me)) => falls.push(Fall::OrderProtects),
        _ => {}
    }
    let after_all = boundaries(after);
    let last = |boundary: &Boundary| boundary.through.unwrap_or(NaiveDate::MAX);
    for boundary in boundaries(before) {
        let first = boundary.from.max(before.today());
        // A block also asks for space; an order is the court's word, not theirs.
        let covers = |kind: BoundaryKind| kind == boundary.kind || kind > boundary.kind && kind != BoundaryKind::Order;
        let holds = |other: &Boundary| covers(other.kind) && last(other) >= last(&boundary) && other.from <= first;
        if !after_all.iter().any(holds) {
            falls.push(if boundary.kind == BoundaryKind::Order { Fall::Order } else { Fall::Boundary(boundary) });
        }
    }
    falls.dedup();
    let rank = |answer: Option<Answer>| match answer {
        Some(Answer::No) => 2,
        Some(Answer::NotNow) => 1,
        Some(Answer::Yes) | None => 0,
    };
    if let Some((answer, on)) = before.timeline.answer().filter(|_| rank(is.answer) < rank(was.answer)) {
        let is_earlier = after.breakup.as_ref().is_some_and(|breakup| breakup.again && on < breakup.day);
        falls.push(if is_earlier { Fall::EarlierAnswer(answer, on) } else { Fall::Answer(answer, on) });
    }
    falls
}

/// What was asked for and holds, or is yet to begin.
fn boundaries(snapshot: &Snapshot) -> Vec<Boundary> {
    let in_force = snapshot.timeline.boundaries_in_force(snapshot.today());
    let ahead = snapshot.ahead.iter().filter_map(|record| match record.kind() {
        RecordKind::Boundary { boundary: BoundaryChange::Set { kind, protects }, until } => {
            let mut boundary = Boundary::new(*kind, record.on().day());
            (boundary.through, boundary.protects) = (*until, *protects);
            Some(boundary)
        }
        _ => None,
    });
    in_force.chain(ahead).collect()
}

/// An entry that stands behind what is recorded now, and ends something in it that protects.
#[derive(Debug)]
pub struct Later {
    record: ActiveRecord,
    /// Whether it counts already, so that what was recorded doesn't.
    pub counts: bool,
    /// Whether its clock was ahead, and not only its date.
    has_later_clock: bool,
}

impl Later {
    pub fn warning(&self) -> Note {
        let ends = if self.counts { ", and stands against this" } else { ", and would end this then" };
        if self.has_later_clock {
            return beaten_by(&self.record, ends).warning();
        }
        let (day, id) = (LongDate(self.record.on().day()), self.record.line_id().short());
        Failure::new(format!("another entry is dated later, on {day}{ends}: {}", words::named(self.record.kind())))
            .hint(format!("`reconnect undo {id}` takes that entry back"))
            .warning()
    }
}

/// What is recorded now loses to an entry that another clock dated further ahead.
pub fn beaten_by(other: &ActiveRecord, ends: &str) -> Failure {
    let at = LongDate(other.recorded_at().date_naive());
    Failure::new(format!("another entry counts as recorded later, on {at}{ends}: {}", words::line(other.kind(), other.on())))
        .hint("check the clock of the computer that recorded it")
        .hint(format!("`reconnect undo {}` takes that entry back", other.line_id().short()))
}

/// The first entry, recorded after `at` or dated after today, that ends something that protects and that a change has brought.
/// Without those entries the change holds; with that one it doesn't.
pub fn later(before: &Snapshot, after: &Snapshot, at: DateTime<FixedOffset>, view: &View) -> Option<Later> {
    let is_later = |dated: &DatedRecord| {
        let can_end = match dated.record.kind() {
            RecordKind::Boundary { boundary: BoundaryChange::Clear { .. }, .. } | RecordKind::Answer { .. } => true,
            RecordKind::Breakup { again } => *again,
            _ => false,
        };
        can_end && (dated.record.recorded_at() > at || dated.moment.day > after.today() && before.holds(dated.record.line_id()))
    };
    let all = || after.records.iter().cloned().chain(after.ahead.iter().map(|record| DatedRecord::new(record.clone(), view)));
    let candidates: Vec<DatedRecord> = all().filter(is_later).collect();
    if candidates.is_empty() {
        return None;
    }
    let with = |snapshot: &Snapshot, other: Option<&DatedRecord>| {
        snapshot.if_only(view, |dated| match other {
            Some(other) if other.record.id() == dated.record.id() => true,
            _ => !is_later(dated) && (dated.happened || !before.holds(dated.record.line_id())),
        })
    };
    // What is said a second time is a thing of its own, too.
    let says_now = |fall: &Fall| {
        let mut new = all().filter(|dated| !before.holds(dated.record.line_id()));
        new.any(|dated| match (dated.record.kind(), *fall) {
            (RecordKind::Boundary { boundary: BoundaryChange::Set { kind, .. }, .. }, Fall::Boundary(known)) => {
                (*kind, dated.moment.day) == (known.kind, known.from)
            }
            (RecordKind::Boundary { boundary: BoundaryChange::Set { kind, .. }, .. }, Fall::Order) => *kind == BoundaryKind::Order,
            (RecordKind::Answer { answer, .. }, Fall::Answer(known, on) | Fall::EarlierAnswer(known, on)) => {
                (*answer, dated.moment.day) == (known, on)
            }
            _ => false,
        })
    };
    let (without_before, without) = (with(before, None), with(after, None));
    candidates.into_iter().find_map(|other| {
        let known = lost(&without_before, &with(before, Some(&other)));
        let is_lost = lost(&without, &with(after, Some(&other))).iter().any(|fall| says_now(fall) || !known.contains(fall));
        is_lost.then(|| Later { counts: other.happened, has_later_clock: other.record.recorded_at() > at, record: other.record })
    })
}
