//! Dates that were edited by hand in the configuration: they stand in for the latest record of their kind, until a change
//! records them.

use std::rc::Rc;

use chrono::NaiveDate;
use reconnect::Runs;

use super::item::{Item, Present};
use super::lines::Lines;
use super::record::{Draft, Record, VERSION, What};
use super::resolve::Entry;
use super::{Id, On};
use crate::config::{Dated, Written};

/// A date that no record of its kind holds is an edit by hand; one that an outdated or retracted record holds is an old mirror.
pub fn edited<'c>(
    dated: Option<&'c Dated>,
    present: &Present<'_>,
    lines: &Lines,
    kind: fn(&What) -> bool,
) -> Option<(On, &'c Dated)> {
    let dated = dated?;
    let on = match dated.written {
        Written::Day(day) => On::Day(day),
        Written::Local(local) => On::Time(present.env.resolve(local)),
        Written::Exact(time) => On::Time(time),
    };
    let held = lines.records.iter().any(|line| kind(&line.record.what) && line.record.on == on);
    (!held).then_some((on, dated))
}

/// Whether the date in the configuration may be this record's: what begins a run, or ends one so that the next begins.
pub fn opens_runs(what: &What) -> bool {
    match what {
        What::Start { .. } => true,
        What::Contact(fields) => fields.contact().ends_run(),
        _ => false,
    }
}

/// The latest item of a kind; the items are in their order.
pub fn latest(items: &[Item], kind: fn(&What) -> bool) -> Option<usize> {
    items.iter().rposition(|item| kind(item.entry.what()))
}

/// What an edited start corrects: the latest start; but where a contact or an end came after it and the new date does not lie
/// before that, the earlier run stays as it was. `start_opened`: the open run was opened by a start.
pub fn start_edit(items: &[Item], day: NaiveDate, runs: &Runs, start_opened: bool) -> (Option<usize>, What) {
    let start = latest(items, |what| matches!(what, What::Start { .. }));
    match runs.open() {
        Some(_) if start_opened => (start, What::Start { moves: false }),
        Some(open) if day >= open.day => (None, What::Start { moves: true }),
        None if runs.all().last().and_then(|run| run.end).is_some_and(|(end, _)| day >= end.day) => {
            (None, What::Start { moves: false })
        }
        _ => (start, What::Start { moves: false }),
    }
}

/// What an edit by hand is called that no record stands for yet: a command may correct it in the same breath.
fn by_hand(what: &What) -> Id {
    Id::from(if matches!(what, What::Breakup { .. }) { "by hand breakup" } else { "by hand start" })
}

/// Puts an edit in the place of the item it corrects, or beside the others; and says what is to be recorded.
pub fn put(items: &mut Vec<Item>, present: &Present<'_>, on: On, target: Option<usize>, what: What) -> Draft {
    if let Some(item) = target.and_then(|index| items.get_mut(index)) {
        let what = item.entry.what().clone();
        let replaces = Some(item.entry.id().clone());
        let record =
            Record { v: VERSION, id: item.entry.line().clone(), on, at: item.entry.at(), replaces: None, what: what.clone() };
        *item = Item::new(item.entry.corrected(record), present, true);
        return Draft { replaces, ..Draft::new(on, what) };
    }
    let id = by_hand(&what);
    let record = Record { v: VERSION, id: id.clone(), on, at: present.now, replaces: None, what: what.clone() };
    items.push(Item::new(Entry::new(Rc::new(record)), present, true));
    Draft { stands_for: Some(id), ..Draft::new(on, what) }
}
