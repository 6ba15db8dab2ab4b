//! `undo`: takes back what one command recorded, by adding entries that do so. It can itself be undone.

use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::Rc;

use super::{Output, WHERE_IDS_ARE, record_by_id};
use crate::context::{Context, Known};
use crate::error::{Failure, Result};
use crate::store::config::Config;
use crate::store::diary::resolve::{resolve, retracted};
use crate::store::diary::{BoundaryChange, Draft, EventDate, Id, Record, RecordKind, Snapshot};
use crate::store::falls::Fall;
use crate::store::fs::Lock;
use crate::store::letters::are_here;
use crate::store::transact::{Changed, Permission, mirror_dates, transact};
use crate::terminal::escape::escape_controls;
use crate::view::{questions, recorded};
use crate::words;

pub fn run(id: Option<&str>, ctx: &Context<'_>) -> Result<Output> {
    if id.is_none()
        && let Some(output) = undo_hand_edits(ctx)?
    {
        return Ok(output);
    }
    // What was taken back is told from the entries that were chosen under the lock.
    let chosen = RefCell::new(Vec::new());
    let decide = |known: &Known| {
        let group = id.map_or_else(|| last(known), |prefix| named(known, prefix))?;
        let retract = |record: &Rc<Record>| {
            Draft::new(EventDate::Day(ctx.clock().today()), RecordKind::Retract { retracts: record.id.clone() })
        };
        let drafts: Vec<Draft> = group.iter().map(retract).collect();
        *chosen.borrow_mut() = group.into_iter().map(|record| target(known, record)).collect();
        Ok(drafts.into())
    };
    let question = |falls: &[Fall], today| {
        let is_brought_back = chosen.borrow().iter().any(|(_, is_brought_back)| *is_brought_back);
        if is_brought_back { questions::ask_ended(falls, today) } else { questions::ask_mistake(falls, today) }
    };
    transact(ctx, decide, Permission::Ask(&question), |changed| {
        Ok(Output::recorded(ctx.say(&told(&chosen.borrow(), changed, ctx))))
    })
}

/// An entry that the undo is about, and whether it is brought back.
fn target(known: &Known, record: Rc<Record>) -> (Rc<Record>, bool) {
    match &record.kind {
        // Where that entry isn't here, the undo itself is all that can be named.
        RecordKind::Retract { retracts } => {
            (known.diary.get(retracts).map_or(record.clone(), |placed| placed.record.clone()), true)
        }
        _ => (record, false),
    }
}

fn told(targets: &[(Rc<Record>, bool)], changed: &Changed, ctx: &Context<'_>) -> Vec<String> {
    let undo_id = changed.id().map(Id::short).unwrap_or_default();
    let active = |record: &Record| {
        let is_it = |id: &Id, line_id: &Id| *id == record.id || *line_id == record.id;
        changed.after.records.iter().any(|dated| is_it(dated.record.id(), dated.record.line_id()))
            || changed.after.ahead.iter().any(|ahead| is_it(ahead.id(), ahead.line_id()))
    };
    let mut lines = Vec::new();
    for (record, is_brought_back) in targets {
        // What another breakup had asked for anew holds as before.
        if targets.len() > 1 && !is_brought_back && still_holds(&record.kind, &changed.after) {
            continue;
        }
        let (what, id) = (words::line(&record.kind, record.on), escape_controls(&record.id.short()).into_owned());
        lines.push(match (is_brought_back, active(record)) {
            (true, _) if matches!(record.kind, RecordKind::Retract { .. }) => {
                "Taken back: the undo of an entry that isn't on this computer.".to_owned()
            }
            (true, true) => format!("Counts again: {what}."),
            (true, false) => format!("Another undo still takes this back: {what}."),
            (false, _) if record.replaces.is_some() => format!("Taken back: the correction to {what}."),
            (false, _) => format!("Taken back: {what}."),
        });
        lines.extend(match &record.kind {
            _ if *is_brought_back => None,
            RecordKind::LetterErased { of } if !are_here(&ctx.paths, of) => {
                Some("The text is gone; only the entry is back.".to_owned())
            }
            RecordKind::Letter { .. } if are_here(&ctx.paths, &record.id) => {
                Some(format!("Its text is still on this computer; `reconnect letter erase {id}` removes it."))
            }
            kind if kind.text().is_some() => {
                Some(format!("The text is still in the diary file; `reconnect erase {id}` removes it for good."))
            }
            _ => None,
        });
    }
    lines.extend(recorded::count_is(changed));
    lines.push(format!("`reconnect undo {}` reverses this.", escape_controls(&undo_id)));
    lines
}

fn still_holds(kind: &RecordKind, after: &Snapshot) -> bool {
    let RecordKind::Boundary { boundary: BoundaryChange::Set { kind, .. }, until } = kind else { return false };
    let mut in_force = after.timeline.boundaries_in_force(after.today());
    in_force.any(|known| (known.kind, known.through) == (*kind, *until))
}

/// An edit by hand that is not recorded yet is what `undo` takes back first: the file shows the diary's dates again. Where the diary
/// has no such date, the file is the only copy; then the edits are recorded and taken back like any other entry.
fn undo_hand_edits(ctx: &Context<'_>) -> Result<Option<Output>> {
    if ctx.known().reading.edits.is_empty() {
        return Ok(None);
    }
    ctx.refuse_looking_ahead()?;
    let _lock = Lock::take(&ctx.paths.lock())?;
    let config = Config::read(&ctx.paths.config_file())?;
    let mut known = ctx.read(&config);
    let edits = std::mem::take(&mut known.reading.edits);
    if edits.is_empty() {
        return Ok(None);
    }
    // The config of version 0.1.0 is the only copy of its dates.
    if known.diary.iter().len() == 0 {
        return Err(Failure::new("there is nothing in the diary yet to take back, and nothing was changed")
            .hint("`reconnect breakup WHEN` and `reconnect start-no-contact WHEN --replace` correct the two dates"));
    }
    let is_edit = |record: &Rc<Record>| edits.iter().any(|(_, edit)| edit.id == record.id);
    known.reading.records.retain(|record| !is_edit(record));
    let mut names: Vec<String> = edits.iter().map(|(key, _)| format!("`{}`", key.name())).collect();
    names.dedup();
    let snapshot = known.reading.snapshot(&config, &ctx.view_now());
    if edits.iter().any(|(key, _)| key.date_in(&snapshot).is_none()) {
        return Ok(None);
    }
    mirror_dates(ctx, &known, &config, &snapshot)?;
    ctx.touch_changed();
    let said = format!("Taken back: your edit of {} in the config.", names.join(" and "));
    Ok(Some(Output::recorded(ctx.say(&[said, "The file shows the diary's date again.".to_owned()]))))
}

/// The edits by hand, if any wait; else what the last command of this machine recorded, as far as it still counts. Imported lines are
/// in files of their own.
fn last(known: &Known) -> Result<Vec<Rc<Record>>> {
    if !known.reading.edits.is_empty() {
        return Ok(known.reading.edits.iter().map(|(_, edit)| Rc::clone(edit)).collect());
    }
    let records: Vec<Rc<Record>> = known.diary.iter().cloned().collect();
    let effective: HashSet<Id> = resolve(&records).flat_map(|active| [active.id().clone(), active.line_id().clone()]).collect();
    let candidates = || {
        let own = known.diary.placed().filter(|placed| known.diary.is_own(placed));
        own.filter(|placed| effective.contains(&placed.record.id))
    };
    let last = candidates().max_by_key(|placed| known.diary.written(placed)).ok_or_else(|| {
        Failure::new("there is nothing left here to take back")
            .hint("`reconnect undo ID` takes back an entry of another computer, or an imported one")
            .hint(WHERE_IDS_ARE)
    })?;
    let group = group_of(&last.record);
    Ok(candidates().filter(|placed| group_of(&placed.record) == group).map(|placed| Rc::clone(&placed.record)).collect())
}

/// What one command recorded goes by its first record.
fn group_of(record: &Record) -> Id {
    record.with.clone().unwrap_or_else(|| record.id.clone())
}

/// The entry with an id, and what the same command recorded with it.
fn named(known: &Known, prefix: &str) -> Result<Vec<Rc<Record>>> {
    let records: Vec<Rc<Record>> = known.diary.iter().cloned().collect();
    let gone = retracted(&records);
    let record = record_by_id(&known.diary, prefix)?;
    if gone.contains(&record.id) {
        let takes_it_back = |other: &Record| matches!(&other.kind, RecordKind::Retract { retracts } if *retracts == record.id);
        let by = records.iter().find(|other| takes_it_back(other) && !gone.contains(&other.id));
        let hint = by.map(|by| format!("`reconnect undo {}` brings it back", by.id.short()));
        return Err(hint.into_iter().fold(Failure::new("that entry is taken back already"), Failure::hint));
    }
    let group = group_of(&record);
    let is_retract = |record: &Record| matches!(record.kind, RecordKind::Retract { .. });
    let belongs =
        |other: &&Rc<Record>| group_of(other) == group && !gone.contains(&other.id) && is_retract(other) == is_retract(&record);
    Ok(records.iter().filter(belongs).cloned().collect())
}
