//! Which records stand: retraction wins, of two corrections the later, and undoing can itself be undone.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use chrono::{DateTime, FixedOffset};

use super::lines::Line;
use super::record::{Record, What};
use super::{Id, On};

/// A record that stands, with the correction that speaks for it.
#[derive(Debug, Clone)]
pub struct Entry {
    root: Rc<Record>,
    speaks: Rc<Record>,
}

impl Entry {
    /// What speaks for itself.
    pub fn new(record: Rc<Record>) -> Self {
        Self { speaks: Rc::clone(&record), root: record }
    }

    /// The same with another correction.
    pub fn corrected(&self, speaks: Record) -> Self {
        Self { root: Rc::clone(&self.root), speaks: Rc::new(speaks) }
    }

    /// The id of the record that was first there: what others refer to.
    pub fn id(&self) -> &Id {
        &self.root.id
    }

    /// The line that speaks for it: itself, or its latest correction.
    pub fn line(&self) -> &Id {
        &self.speaks.id
    }

    /// When it happened.
    pub fn on(&self) -> On {
        self.speaks.on
    }

    /// When it was first recorded.
    pub fn at(&self) -> DateTime<FixedOffset> {
        self.root.at
    }

    /// What happened.
    pub fn what(&self) -> &What {
        &self.speaks.what
    }
}

fn records(lines: &[Line]) -> impl Iterator<Item = &Rc<Record>> {
    lines.iter().map(|line| &line.record)
}

/// The records that stand, in no particular order.
pub fn standing(lines: &[Line]) -> Vec<Entry> {
    let corrects = |record: &Record| record.replaces.is_some() || matches!(record.what, What::Retract { .. });
    if !records(lines).any(|record| corrects(record)) {
        return records(lines).cloned().map(Entry::new).collect();
    }
    let retracted = retracted(lines);
    let by_id: BTreeMap<&Id, &Rc<Record>> = records(lines).map(|record| (&record.id, record)).collect();
    let stands = |record: &Record| !retracted.contains(&record.id);

    let mut latest: BTreeMap<&Id, &Rc<Record>> = BTreeMap::new();
    let mut roots: Vec<&Rc<Record>> = Vec::new();
    for record in records(lines).filter(|record| !matches!(record.what, What::Retract { .. })) {
        match record.replaces.as_ref().filter(|id| by_id.contains_key(id)) {
            None => roots.push(record),
            Some(_) if !stands(record) => {}
            Some(_) => {
                let Some(root) = root(record, &by_id) else { continue };
                let slot = latest.entry(root).or_insert(record);
                if (record.at, &record.id) > (slot.at, &slot.id) {
                    *slot = record;
                }
            }
        }
    }
    let entry = |root: &Rc<Record>| {
        let speaks = latest.get(&root.id).copied().unwrap_or(root);
        Entry { root: Rc::clone(root), speaks: Rc::clone(speaks) }
    };
    roots.into_iter().filter(|record| stands(record)).map(entry).collect()
}

/// The record that a chain of corrections leads back to; `None` where it runs in a circle.
fn root<'a>(record: &'a Record, by_id: &BTreeMap<&'a Id, &'a Rc<Record>>) -> Option<&'a Id> {
    let mut here = record;
    for _ in 0..by_id.len() {
        match here.replaces.as_ref().and_then(|id| by_id.get(id)) {
            Some(before) => here = before,
            None => return Some(&here.id),
        }
    }
    None
}

/// The ids that a standing retraction takes back. A retraction stands unless a standing retraction takes it back; those
/// that take each other back in a circle all stand, so that every machine decides alike.
pub fn retracted(lines: &[Line]) -> BTreeSet<Id> {
    let retractions: BTreeMap<&Id, &Id> = records(lines)
        .filter_map(|record| match &record.what {
            What::Retract { retracts } => Some((&record.id, retracts)),
            _ => None,
        })
        .collect();
    let mut open: BTreeMap<&Id, usize> = retractions.keys().map(|id| (*id, 0)).collect();
    for target in retractions.values() {
        if let Some(count) = open.get_mut(*target) {
            *count += 1;
        }
    }
    // From those that nothing takes back towards what they take back.
    let mut ready: Vec<&Id> = open.iter().filter(|(_, count)| **count == 0).map(|(id, _)| *id).collect();
    let mut gone: BTreeSet<&Id> = BTreeSet::new();
    while let Some(id) = ready.pop() {
        let Some(target) = retractions.get(id).copied() else { continue };
        if !gone.contains(id) {
            gone.insert(target);
        }
        if let Some(count) = open.get_mut(target) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                ready.push(target);
            }
        }
    }
    gone.into_iter().cloned().collect()
}
