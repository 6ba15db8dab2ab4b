//! The two current dates: how a breakup or a start is recorded, and what is refused. Commands and hand edits obey the same rules.

use std::collections::HashSet;

use chrono::NaiveDate;
use reconnect::date::{Clock, LongDate};
use reconnect::{BoundaryKind, Ending, Moment, Run};

use crate::error::{Failure, Result};
use crate::store::diary::{BoundaryChange, CurrentBreakup, DatedRecord, Draft, EventDate, Id, RecordKind, Snapshot};
use crate::store::falls::beaten_by;
use crate::words::spoken;

pub fn refuse_future(moment: Moment, clock: &Clock) -> Result<()> {
    let is_tomorrow = moment.day > clock.today();
    let reason = match moment.at {
        // A time that has passed may have a date that hasn't begun here.
        Some(at) if at <= clock.now => return Ok(()),
        Some(at) if !is_tomorrow => format!("it isn't {} yet", at.format("%H:%M")),
        None if !is_tomorrow => return Ok(()),
        None if moment.day == clock.local().date() => {
            let (day, edge) = (LongDate(moment.day), clock.day_starts_at.format("%H:%M"));
            return Err(Failure::new(format!("{day} is in the future: your days begin at {edge}"))
                .hint(format!("say a time, or {}", LongDate(clock.today()))));
        }
        _ => format!("{} is in the future", LongDate(moment.day)),
    };
    Err(Failure::new(reason).hint("check the date, and the clock of this computer"))
}

/// What is before the breakup doesn't count. `said` is a breakup that is about to be recorded. Where today is before it, the clock is
/// behind.
pub fn refuse_before_breakup(what: &str, day: NaiveDate, before: &Snapshot, said: Option<NaiveDate>) -> Result<()> {
    match said.or(before.breakup.as_ref().map(|breakup| breakup.day)).filter(|breakup| day < *breakup) {
        Some(breakup) => Err(Failure::new(format!("{what}, {}, is before the breakup, {}", LongDate(day), LongDate(breakup)))
            .hint(if before.today() < breakup {
                "check the clock of this computer; here the breakup is still to come"
            } else {
                "`reconnect breakup WHEN` corrects the breakup date"
            })),
        None => Ok(()),
    }
}

/// The record of a start. `breakup` is one that is recorded with it. With a run open, `replace` corrects where that run began.
pub fn start_draft(before: &Snapshot, breakup: Option<NaiveDate>, on: EventDate, start: Moment, replace: bool) -> Result<Draft> {
    refuse_before_breakup("your last contact", start.day, before, breakup)?;
    let is_earlier = |other: &Moment| start.at.zip(other.at).map_or(start.day < other.day, |(start, other)| start < other);
    if let Some(since) = before.timeline.in_touch().filter(is_earlier) {
        return Err(Failure::new(format!("you're in touch again since {}, so a count can't start earlier", spoken(since)))
            .hint("`reconnect start-no-contact` counts from today"));
    }
    let Some(open) = before.timeline.runs().open() else { return Ok(Draft::new(on, RecordKind::Start { moves: false })) };
    let contact = before.timeline.runs().opened_by_contact();
    let is_opener = before.opener.as_ref().is_some_and(|opener| matches!(opener.kind(), RecordKind::Contact(_)));
    if let Some(day) = contact.filter(|day| start.day < *day || is_opener && is_earlier(&open)) {
        return Err(Failure::new(format!("your count began after the contact of {}, so it can't start earlier", LongDate(day)))
            .hint("if that contact is a mistake, `reconnect history` shows its id and `reconnect undo ID` takes it back"));
    }
    if !replace {
        return Err(Failure::new(format!("a count is already running, since {}", spoken(open)))
            .hint("was there contact? `reconnect log-contact me WHEN` records it; the days you kept still count")
            .hint("is the start wrong? `reconnect start-no-contact WHEN --replace` corrects it"));
    }
    let opener = before.opener.as_ref().filter(|opener| matches!(opener.kind(), RecordKind::Start { .. }));
    let replaces = opener.map(|opener| opener.id().clone());
    Ok(Draft { replaces, ..Draft::new(on, RecordKind::Start { moves: contact.is_some() }) })
}

pub fn check_start(before: &Snapshot, after: &Snapshot, start: Moment) -> Result<()> {
    let known: HashSet<&Id> = before.records.iter().map(|dated| dated.record.id()).collect();
    let is_new = |dated: &&DatedRecord| !known.contains(dated.record.id());
    let at = after.records.iter().filter(is_new).map(|dated| dated.record.recorded_at()).max();
    let is_later = |dated: &&DatedRecord| at.is_some_and(|at| dated.record.recorded_at() > at) && dated.moment.day >= start.day;
    let mut ends = after.records.iter().filter(|dated| matches!(dated.record.kind(), RecordKind::End));
    if let Some(end) = ends.find(is_later).filter(|_| after.timeline.runs().open().is_none()) {
        return Err(beaten_by(&end.record, ""));
    }
    // It may also go on after a contact that came later.
    let by_contact = || after.opener.as_ref().is_some_and(|opener| matches!(opener.kind(), RecordKind::Contact(_)));
    let begins_there = after.timeline.runs().open().is_some_and(|open| open == start || by_contact());
    let in_the_way = match changed_run(before, after) {
        Some(run) => Some(run),
        None if begins_there => return Ok(()),
        None => after.closed_runs().into_iter().rev().find(|run| run.end.is_some_and(|(end, _)| end.day >= start.day)),
    };
    let Some((run, (end, ending))) = in_the_way.and_then(|run| Some((run, run.end?))) else {
        return Err(Failure::new("no count would be running after this").hint(AFTER_IT));
    };
    let is_its_end = |dated: &&DatedRecord| {
        dated.moment == end
            && match dated.record.kind() {
                RecordKind::End => ending == Ending::Closed,
                RecordKind::Contact(known) => ending == Ending::Contact || ending == Ending::InTouch && known.contact.in_touch,
                RecordKind::Answer { in_touch, .. } => *in_touch && ending == Ending::InTouch,
                RecordKind::Breakup { again } => *again && ending == Ending::Chapter,
                _ => false,
            }
    };
    let undo = after.records.iter().find(is_its_end).map(|dated| format!("`reconnect undo {}`", dated.record.line_id().short()));
    // What the count would have been was never a count.
    let is_known = ending != Ending::InTouch || before.closed_runs().contains(&run);
    let (failure, what) = if is_known {
        let message = format!("you already have a count on those days: {}", dates_of(&run));
        (Failure::new(message).hint(AFTER_IT), "its end")
    } else {
        (Failure::new(format!("you noted being in touch again on {}", LongDate(end.day))), "that")
    };
    let hint = undo.map(|undo| format!("is {what} a mistake? {undo} takes it back"));
    Err(hint.into_iter().fold(failure, Failure::hint))
}

const AFTER_IT: &str = "start after that count ended; for the same day, give a time: `yesterday 21:30`";

/// The records of a breakup. A correction is one of every breakup of this chapter: two machines may each have recorded a first one.
pub fn breakup_drafts(before: &Snapshot, day: NaiveDate, again: bool) -> Result<Vec<Draft>> {
    let draft = |again| Draft::new(EventDate::Day(day), RecordKind::Breakup { again });
    let Some(current) = &before.breakup else {
        if again {
            return Err(Failure::new("there is no first breakup yet").hint("`reconnect breakup WHEN` records it"));
        }
        refuse_before_events(before, day)?;
        return Ok(vec![draft(false)]);
    };
    if again {
        if day <= current.day {
            let message = format!("another breakup comes after the last one, which was on {}", LongDate(current.day));
            return Err(Failure::new(message).hint("without `--again` the date of that one is corrected"));
        }
        return Ok(vec![draft(true)]);
    }
    let is_elsewhere = |dated: &&DatedRecord| matches!(dated.record.kind(), RecordKind::Breakup { .. }) && dated.moment.day != day;
    let mut ids: Vec<&Id> = before.chapter().iter().filter(is_elsewhere).map(|dated| dated.record.id()).collect();
    if !ids.is_empty() {
        refuse_before_events(before, day)?;
    }
    // What the command says is the correction of the current one.
    ids.sort_by_key(|id| *id != current.record.id());
    let breakups = ids.into_iter().map(|id| Draft { replaces: Some(id.clone()), ..draft(current.again) });
    Ok(breakups.chain(asked_with(before, current, day)).collect())
}

/// What holds from the day of a second breakup on, as what was asked for anew with it does, goes with its date.
fn asked_with(before: &Snapshot, current: &CurrentBreakup, day: NaiveDate) -> impl Iterator<Item = Draft> {
    let is_with = move |dated: &&DatedRecord| {
        let is_its_day = dated.moment.day == current.day || dated.record.with() == Some(current.record.id());
        current.again && is_its_day && dated.moment.day < day
    };
    before.chapter().iter().filter(is_with).filter_map(move |dated| {
        let RecordKind::Boundary { boundary: BoundaryChange::Set { kind, .. }, .. } = dated.record.kind() else { return None };
        let mut in_force = before.timeline.boundaries_in_force(before.today());
        let holds = *kind != BoundaryKind::Order && in_force.any(|known| (known.kind, known.from) == (*kind, dated.moment.day));
        let moved = || Draft::new(EventDate::Day(day), dated.record.kind().clone());
        holds.then(|| Draft { replaces: Some(dated.record.id().clone()), ..moved() })
    })
}

/// A breakup comes before the starts and contacts of its chapter.
fn refuse_before_events(before: &Snapshot, day: NaiveDate) -> Result<()> {
    let is_event = |kind: &RecordKind| matches!(kind, RecordKind::Start { .. } | RecordKind::Contact(_));
    let first = before.chapter().iter().find(|dated| is_event(dated.record.kind()) && dated.moment.day < day);
    let Some(first) = first else { return Ok(()) };
    let what = if matches!(first.record.kind(), RecordKind::Start { .. }) { "your count started" } else { "there was a contact" };
    Err(Failure::new(format!("{what} earlier, on {}", LongDate(first.moment.day)))
        .hint("was it another breakup? `reconnect breakup WHEN --again` records it")
        .hint("is that entry wrong? `reconnect undo ID` takes it back; `reconnect history` shows the ids"))
}

/// Refuses a breakup that is not the current one afterwards, or that joins or splits chapters unasked.
pub fn check_breakup(before: &Snapshot, after: &Snapshot, day: NaiveDate, again: bool) -> Result<()> {
    let is_breakup = |dated: &&DatedRecord| matches!(dated.record.kind(), RecordKind::Breakup { .. });
    let in_the_way = match &after.breakup {
        Some(breakup) if breakup.day != day => Some((breakup.day, &breakup.record)),
        _ if after.chapters() == before.chapters() + usize::from(again) => return Ok(()),
        _ => after.records.iter().rev().find(is_breakup).map(|dated| (dated.moment.day, &dated.record)),
    };
    let Some((other, record)) = in_the_way else { return Err(Failure::new("that breakup would not count")) };
    Err(Failure::new(format!("you already noted another breakup, on {}", LongDate(other)))
        .hint("the current breakup has to come after the one before it")
        .hint(format!("is that one wrong? `reconnect undo {}` takes it back", record.line_id().short())))
}

pub fn check_closed_runs(before: &Snapshot, after: &Snapshot) -> Result<()> {
    match changed_run(before, after) {
        Some(run) => Err(Failure::new(format!("that date would change a count that is over: {}", dates_of(&run)))),
        None => Ok(()),
    }
}

fn dates_of(run: &Run) -> String {
    let end = run.end.map(|(end, _)| format!(" to {}", spoken(end))).unwrap_or_default();
    format!("{}{end}", spoken(run.start))
}

/// The first run that was over before a change and isn't the same after it.
fn changed_run(before: &Snapshot, after: &Snapshot) -> Option<Run> {
    let closed = after.closed_runs();
    before.closed_runs().into_iter().find(|run| !closed.contains(run))
}
