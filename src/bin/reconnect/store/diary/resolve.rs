//! Which records are active: a retraction wins, of two corrections the later, and an undo can itself be undone.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use chrono::{DateTime, FixedOffset};

use super::{EventDate, Id, Record, RecordKind};

/// A record that no retraction took back, with the correction that counts now.
#[derive(Debug, Clone)]
pub struct ActiveRecord {
    original: Rc<Record>,
    current: Rc<Record>,
    erased: bool,
}

/// Shown where a text was erased.
const ERASED: &str = "(erased)";

impl ActiveRecord {
    /// The id of the first record: what others refer to.
    pub fn id(&self) -> &Id {
        &self.original.id
    }

    /// The id of the line that counts now: the record itself, or its latest correction.
    pub fn line_id(&self) -> &Id {
        &self.current.id
    }

    /// Whether its text was erased: then no later correction of it shows one.
    pub fn is_erased(&self) -> bool {
        self.erased
    }

    /// The first record of the command that recorded it, where that is another.
    pub fn with(&self) -> Option<&Id> {
        self.original.with.as_ref()
    }

    pub fn on(&self) -> EventDate {
        self.current.on
    }

    pub fn recorded_at(&self) -> DateTime<FixedOffset> {
        self.original.recorded_at
    }

    pub fn kind(&self) -> &RecordKind {
        &self.current.kind
    }
}

/// The active records, in the order in which they were given.
pub fn resolve(records: &[Rc<Record>]) -> impl Iterator<Item = ActiveRecord> {
    let retracted = retracted(records);
    // Only what a correction names is looked up, and most diaries have few.
    let corrected: HashSet<&Id> = records.iter().filter_map(|record| record.replaces.as_ref()).collect();
    let named = records.iter().filter(|record| corrected.contains(&record.id));
    let index: HashMap<&Id, &Rc<Record>> = named.map(|record| (&record.id, record)).collect();
    let mut roots = HashMap::new();
    let mut latest: HashMap<&Id, &Rc<Record>> = HashMap::new();
    for record in records.iter().filter(|record| is_correction(record, &index) && !retracted.contains(&record.id)) {
        let Some(root) = root(record, &index, &mut roots) else { continue };
        let known = latest.entry(root).or_insert(record);
        if (record.recorded_at, &record.id) > (known.recorded_at, &known.id) {
            *known = record;
        }
    }
    let erased: HashSet<&Id> =
        records.iter().filter(|record| record.erased).filter_map(|record| root(record, &index, &mut roots)).collect();
    let is_original = move |record: &&Rc<Record>| {
        !matches!(record.kind, RecordKind::Retract { .. } | RecordKind::Unknown)
            && !retracted.contains(&record.id)
            && !is_correction(record, &index)
    };
    let active = move |original: &Rc<Record>| {
        let current = latest.get(&original.id).copied().unwrap_or(original);
        let erased = erased.contains(&original.id);
        let without_text = || Record { kind: current.kind.clone().with_text(Some(ERASED)), ..Record::clone(current) };
        let current = if erased { Rc::new(without_text()) } else { Rc::clone(current) };
        ActiveRecord { original: Rc::clone(original), current, erased }
    };
    records.iter().filter(is_original).map(active)
}

/// The records in every chain of corrections that holds one of these, those that were taken back too.
pub fn chains_of(records: &[Rc<Record>], is_named: impl Fn(&Record) -> bool) -> HashSet<Id> {
    if !records.iter().any(|record| is_named(record)) {
        return HashSet::new();
    }
    let index: HashMap<&Id, &Rc<Record>> = records.iter().map(|record| (&record.id, record)).collect();
    let mut roots = HashMap::new();
    let firsts: Vec<&Id> = records.iter().map(|record| root(record, &index, &mut roots).unwrap_or(&record.id)).collect();
    let with_first = || records.iter().zip(&firsts);
    let named: HashSet<&Id> = with_first().filter(|(record, _)| is_named(record)).map(|(_, first)| *first).collect();
    with_first().filter(|(_, first)| named.contains(**first)).map(|(record, _)| record.id.clone()).collect()
}

/// Whether a record corrects another that is here. A kind that this version doesn't know corrects nothing, and a correction
/// whose original is not here yet stands for itself.
fn is_correction(record: &Record, index: &HashMap<&Id, &Rc<Record>>) -> bool {
    let is_known = !matches!(record.kind, RecordKind::Retract { .. } | RecordKind::Unknown);
    is_known && record.replaces.as_ref().is_some_and(|id| index.contains_key(id))
}

/// The record that a chain of corrections leads back to; `None` where the chain is a circle. What was found is kept in `roots`,
/// so that a long chain is walked once.
fn root<'a>(
    record: &'a Record,
    index: &HashMap<&'a Id, &'a Rc<Record>>,
    roots: &mut HashMap<&'a Id, Option<&'a Id>>,
) -> Option<&'a Id> {
    let (mut here, mut path) = (record, Vec::new());
    let found = loop {
        if let Some(known) = roots.get(&here.id) {
            break *known;
        }
        // Until the walk is over, its own records count as a circle.
        roots.insert(&here.id, None);
        path.push(&here.id);
        match here.replaces.as_ref().and_then(|id| index.get(id)) {
            Some(before) => here = before,
            None => break Some(&here.id),
        }
    };
    for id in path {
        roots.insert(id, found);
    }
    found
}

/// The ids that retractions take back. A retraction holds unless another that holds takes it back; those that take each other
/// back in a circle all hold, so that every machine decides alike.
pub fn retracted(records: &[Rc<Record>]) -> HashSet<Id> {
    let retractions: HashMap<&Id, &Id> = records
        .iter()
        .filter_map(|record| match &record.kind {
            RecordKind::Retract { retracts } => Some((&record.id, retracts)),
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
    let mut gone: HashSet<&Id> = HashSet::new();
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
