//! What is known at one moment: the active records in order, and the library's timeline of them.

use std::collections::{BTreeSet, HashSet};
use std::rc::Rc;

use chrono::NaiveDate;
use reconnect::{Event, EventKind, Facts, Moment, Run, RunChange, Thresholds, Timeline, Who};

use super::order::{DatedRecord, View, keep_first_if_clock_is_behind, put_in_order};
use super::resolve::{ActiveRecord, resolve};
use super::{EntryKind, Id, Record, RecordKind};

#[derive(Debug, Clone)]
pub struct CurrentBreakup {
    pub day: NaiveDate,
    pub record: ActiveRecord,
    pub again: bool,
}

/// The highest numbers ever given, to entries and letters that were taken back too.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Numbers {
    pub notebook: u32,
    pub letters: u32,
}

#[derive(Debug, Clone)]
pub struct Snapshot {
    pub timeline: Timeline,
    pub records: Vec<DatedRecord>,
    pub breakup: Option<CurrentBreakup>,
    /// The start or the contact that the open run began with.
    pub opener: Option<ActiveRecord>,
    /// The start of every run with the id of the record that opened it. A corrected start keeps its id.
    pub openers: Vec<(Moment, Id)>,
    pub numbers: Numbers,
    pub ahead: Vec<ActiveRecord>,
    /// Whether something that could not be read may hold a boundary or an answer.
    pub unread: bool,
    today: NaiveDate,
}

impl Snapshot {
    pub fn new(records: &[Rc<Record>], thresholds: Thresholds, view: &View) -> Self {
        let mut dated = Vec::with_capacity(records.len());
        dated.extend(resolve(records).map(|record| DatedRecord::new(record, view)));
        put_in_order(&mut dated);
        keep_first_if_clock_is_behind(&mut dated);
        let ahead = dated.extract_if(.., |dated| !dated.happened).map(|dated| dated.record).collect();
        Self { ahead, numbers: numbers(records), ..Self::fold(dated, thresholds, view.clock.today()) }
    }

    /// What would be so if only these had happened, of what has and of what lies ahead.
    pub fn if_only(&self, view: &View, happens: impl Fn(&DatedRecord) -> bool) -> Self {
        let ahead = self.ahead.iter().map(|record| DatedRecord::new(record.clone(), view));
        let mut records: Vec<_> = self.records.iter().cloned().chain(ahead).filter(happens).collect();
        put_in_order(&mut records);
        Self::fold(records, self.facts().thresholds, self.today)
    }

    fn fold(mut dated: Vec<DatedRecord>, thresholds: Thresholds, today: NaiveDate) -> Self {
        let mut snapshot = Self {
            timeline: Timeline::new(thresholds),
            records: Vec::new(),
            breakup: None,
            opener: None,
            openers: Vec::new(),
            numbers: Numbers::default(),
            ahead: Vec::new(),
            unread: false,
            today,
        };
        let mut preparation = PreparationTracker::default();
        let answered = dated.iter().filter(|dated| is_reply(dated.record.kind())).filter_map(|dated| dated.record.with());
        let answered: HashSet<Id> = answered.cloned().collect();
        for dated in &mut dated {
            snapshot.apply(dated, &mut preparation, &answered);
        }
        snapshot.records = dated;
        snapshot
    }

    fn apply(&mut self, dated: &mut DatedRecord, preparation: &mut PreparationTracker, answered: &HashSet<Id>) {
        let (record, moment) = (&dated.record, dated.moment);
        let Some(kind) = record.kind().event().or_else(|| preparation.event(record)) else { return };
        let mut event = Event::new(moment, kind);
        event.recorded_at = Some(record.recorded_at());
        event.is_answered = answered.contains(record.id());
        let effect = self.timeline.apply(&event);
        if effect.opens_chapter {
            *preparation = PreparationTracker::default();
        }
        let open = self.timeline.runs().open();
        match (effect.run, open) {
            (RunChange::Opened, Some(start)) => self.openers.push((start, record.id().clone())),
            (RunChange::Moved, Some(start)) => {
                if let Some((known, _)) = self.openers.last_mut() {
                    *known = start;
                }
            }
            _ => {}
        }
        // A breakup that moves the start leaves the run to the record that opened it.
        if effect.run != RunChange::Unchanged && !(effect.sets_breakup && effect.run == RunChange::Moved) {
            self.opener = open.map(|_| record.clone());
        }
        if effect.sets_breakup
            && let RecordKind::Breakup { again } = record.kind()
        {
            let again = *again || self.breakup.as_ref().is_some_and(|known| known.again);
            self.breakup = Some(CurrentBreakup { day: moment.day, record: record.clone(), again });
        }
        (dated.outcome, dated.opens_chapter) = (effect.contact, effect.opens_chapter);
    }

    pub fn today(&self) -> NaiveDate {
        self.today
    }

    pub fn facts(&self) -> Facts {
        let mut facts = self.timeline.facts(self.today);
        facts.unread = self.unread;
        facts
    }

    pub fn all_runs(&self) -> impl Iterator<Item = Run> + '_ {
        self.timeline.earlier_runs().iter().copied().chain(self.timeline.runs().all())
    }

    pub fn chapters(&self) -> usize {
        1 + self.records.iter().filter(|dated| dated.opens_chapter).count()
    }

    /// The records of this chapter.
    pub fn chapter(&self) -> &[DatedRecord] {
        let first = self.records.iter().rposition(|dated| dated.opens_chapter).unwrap_or(0);
        self.records.get(first..).unwrap_or_default()
    }

    pub fn closed_runs(&self) -> Vec<Run> {
        self.all_runs().filter(|run| run.end.is_some()).collect()
    }

    pub fn get(&self, id: &Id) -> Option<&DatedRecord> {
        self.records.iter().find(|dated| dated.record.id() == id)
    }

    /// Whether a line stands in it, happened or not.
    pub fn holds(&self, line: &Id) -> bool {
        self.records.iter().map(|dated| &dated.record).chain(&self.ahead).any(|record| record.line_id() == line)
    }

    pub fn is_empty(&self) -> bool {
        self.records.is_empty() && self.ahead.is_empty()
    }
}

fn is_reply(kind: &RecordKind) -> bool {
    matches!(kind, RecordKind::Contact(record) if record.contact.who == Who::Me && record.contact.reply)
}

/// Looks at every record, those that were corrected or taken back too, so that no number is given twice.
fn numbers(records: &[Rc<Record>]) -> Numbers {
    let mut numbers = Numbers::default();
    for record in records {
        match &record.kind {
            RecordKind::Letter { n, .. } => numbers.letters = numbers.letters.max(n.unwrap_or(0)),
            RecordKind::Notebook(entry) => numbers.notebook = numbers.notebook.max(entry.n.unwrap_or(0)),
            _ => {}
        }
    }
    numbers
}

/// Finds the moment when this chapter's notebook has an issue with a plan (step 2).
#[derive(Debug, Default)]
struct PreparationTracker {
    issues: BTreeSet<Id>,
    /// The issues of plans that came before their issue: another machine's clock was behind.
    awaited: BTreeSet<Id>,
}

impl PreparationTracker {
    /// What an entry means for the verdict.
    fn event(&mut self, record: &ActiveRecord) -> Option<EventKind> {
        let entry = record.kind().notebook()?;
        let is_prepared = match (entry.kind, &entry.of) {
            (EntryKind::Issue, _) => {
                self.issues.insert(record.id().clone());
                entry.paper || self.awaited.contains(record.id())
            }
            (EntryKind::Plan, Some(of)) => {
                self.awaited.insert(of.clone());
                self.issues.contains(of)
            }
            _ => false,
        };
        is_prepared.then_some(EventKind::Prepared)
    }
}
