//! Which records stand: retraction wins, of two corrections the later, and undoing can itself be undone.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, FixedOffset};

use super::record::{Record, What};
use super::{Id, On};

/// A record that stands, with the correction that speaks for it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The id of the record that was first there: what others refer to.
    pub id: Id,
    /// The line that speaks for it: itself, or its latest correction.
    pub line: Id,
    /// When it happened.
    pub on: On,
    /// When it was first recorded.
    pub at: DateTime<FixedOffset>,
    /// What happened.
    pub what: What,
}

impl Entry {
    fn of(root: &Record, speaks: &Record) -> Self {
        Self { id: root.id.clone(), line: speaks.id.clone(), on: speaks.on, at: root.at, what: speaks.what.clone() }
    }
}

/// The records that stand, in no particular order.
pub fn standing(records: &[&Record]) -> Vec<Entry> {
    let corrects = |record: &&Record| record.replaces.is_some() || matches!(record.what, What::Retract { .. });
    if !records.iter().any(corrects) {
        return records.iter().map(|record| Entry::of(record, record)).collect();
    }
    let retracted = retracted(records);
    let ids: HashSet<&Id> = records.iter().map(|record| &record.id).collect();
    let stands = |record: &Record| !retracted.contains(&record.id);

    let by_id: HashMap<&Id, &Record> = records.iter().map(|record| (&record.id, *record)).collect();
    let mut latest: HashMap<&Id, &Record> = HashMap::new();
    let mut roots: Vec<&Record> = Vec::new();
    for record in records.iter().filter(|record| !matches!(record.what, What::Retract { .. })) {
        match record.replaces.as_ref().filter(|id| ids.contains(id)) {
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
    roots
        .into_iter()
        .filter(|record| stands(record))
        .map(|root| {
            let speaks = latest.get(&root.id).copied().unwrap_or(root);
            Entry::of(root, speaks)
        })
        .collect()
}

/// The record that a chain of corrections leads back to; `None` where it runs in a circle.
fn root<'a>(record: &'a Record, by_id: &HashMap<&'a Id, &'a Record>) -> Option<&'a Id> {
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
pub fn retracted(records: &[&Record]) -> HashSet<Id> {
    let retractions: HashMap<&Id, &Id> = records
        .iter()
        .filter_map(|record| match &record.what {
            What::Retract { retracts } => Some((&record.id, retracts)),
            _ => None,
        })
        .collect();
    let mut open: HashMap<&Id, usize> = retractions.keys().map(|id| (*id, 0)).collect();
    for target in retractions.values() {
        if let Some(count) = open.get_mut(*target) {
            *count += 1;
        }
    }
    // From those that nothing takes back towards what they take back.
    let mut ready: Vec<&Id> = open.iter().filter(|(_, count)| **count == 0).map(|(id, _)| *id).collect();
    let (mut gone, mut decided): (HashSet<&Id>, HashSet<&Id>) = (HashSet::new(), HashSet::new());
    while let Some(id) = ready.pop() {
        decided.insert(id);
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
    let circle = retractions.iter().filter(|(id, _)| !decided.contains(**id) && !gone.contains(**id)).map(|(_, target)| *target);
    let circle: Vec<&Id> = circle.collect();
    gone.extend(circle.into_iter().filter(|target| !retractions.contains_key(target)));
    gone.into_iter().cloned().collect()
}
