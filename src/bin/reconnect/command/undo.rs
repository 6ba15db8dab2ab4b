//! `undo`: takes a diary entry back by adding one, and can itself be undone.

use std::collections::BTreeSet;

use super::Output;
use crate::cli::UndoArgs;
use crate::confirm;
use crate::context::Context;
use crate::diary::letters;
use crate::diary::lines::{Line, Lines, Wanted};
use crate::diary::record::BoundaryWord;
use crate::diary::resolve::retracted;
use crate::diary::{Draft, Id, On, Record, What};
use crate::error::{Failure, Result};
use crate::view::event;
use crate::words::{self, fill};

/// The history names contacts alone.
const WHERE_IDS_ARE: &str = "`reconnect history` shows the ids of contacts, `reconnect export --format csv` those of everything";

/// Runs it.
pub fn run(args: &UndoArgs, ctx: &Context<'_>) -> Result<Output> {
    let lines = ctx.lines(Wanted::Everything)?;
    let gone = retracted(&lines.records);
    let records: Vec<&Record> = lines.records.iter().map(|line| &*line.record).collect();
    let target = match &args.id {
        Some(prefix) => named(&records, prefix, &gone)?,
        None => last(ctx, &lines, &gone)?,
    };
    if takes_back_an_order(target, &records) {
        confirm::typed_yes(ctx.env, words::ASK_UNDO_ORDER)?;
    }
    let today = ctx.clock().today();
    let retracts = target.id.clone();
    let changed = ctx.change(|_| Ok(vec![Draft::new(On::Day(today), What::Retract { retracts: retracts.clone() })]))?;
    let back = match &target.what {
        What::Retract { retracts } => records.iter().find(|record| record.id == *retracts).copied(),
        _ => None,
    };
    let template = if back.is_some() { words::STANDS_AGAIN } else { words::TAKEN_BACK };
    let id = changed.ids.last().map(Id::short).unwrap_or_default();
    let what = event::line(&back.unwrap_or(target).what, back.unwrap_or(target).on);
    let mut said = vec![fill(template, &[("entry", &what), ("id", &id)])];
    if matches!(target.what, What::Letter { .. }) && letters::are_here(&ctx.paths, &target.id) {
        said.push(fill(words::LETTER_TAKEN_BACK, &[("id", &target.id.short())]));
    }
    let mut page = ctx.page();
    page.sentences(&said);
    Ok(Output::recorded(page.finish(), changed.notes))
}

/// The last entry of this machine that still stands; what takes others back is passed over.
fn last<'a>(ctx: &Context<'_>, lines: &'a Lines, gone: &BTreeSet<Id>) -> Result<&'a Record> {
    let own = ctx.own_file()?;
    let of_this_machine = |file: usize| lines.files.get(file).is_some_and(|path| Some(path) == own.as_ref());
    let candidates = lines.records.iter().filter(|Line { record, source }| {
        of_this_machine(source.file) && !matches!(record.what, What::Retract { .. } | What::Unknown) && !gone.contains(&record.id)
    });
    candidates.max_by_key(|line| line.source.line).map(|line| &*line.record).ok_or_else(|| {
        Failure::new("there is no entry of this machine left to take back")
            .hint("`reconnect undo ID` takes back any entry")
            .hint(WHERE_IDS_ARE)
    })
}

fn named<'a>(records: &[&'a Record], prefix: &str, gone: &BTreeSet<Id>) -> Result<&'a Record> {
    let mut found = records.iter().filter(|record| !prefix.is_empty() && record.id.starts_with(prefix));
    let record =
        *found.next().ok_or_else(|| Failure::new(format!("no entry has an id that begins with `{prefix}`")).hint(WHERE_IDS_ARE))?;
    if found.next().is_some() {
        return Err(Failure::new(format!("several ids begin with `{prefix}`")).hint("type more of it"));
    }
    if gone.contains(&record.id) {
        let by = records
            .iter()
            .find(|other| matches!(&other.what, What::Retract { retracts } if *retracts == record.id) && !gone.contains(&other.id));
        let failure = Failure::new("that entry was taken back already");
        return Err(match by {
            Some(by) => failure.hint(format!("`reconnect undo {}` brings it back", by.id.short())),
            None => failure,
        });
    }
    Ok(record)
}

/// Whether an order falls by it: its record, or the taking back of what had cleared nothing else.
fn takes_back_an_order(target: &Record, records: &[&Record]) -> bool {
    let is_order = |record: &Record| matches!(record.what, What::Boundary { boundary: BoundaryWord::Order, .. });
    match &target.what {
        // Bringing a `clear` back ends what it had ended.
        What::Retract { retracts } => {
            records
                .iter()
                .any(|record| record.id == *retracts && matches!(record.what, What::Boundary { boundary: BoundaryWord::Clear, .. }))
                && records.iter().any(|record| is_order(record))
        }
        _ => is_order(target),
    }
}
