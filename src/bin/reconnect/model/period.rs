//! The read model of the page to read or print: what happened, without letters, and with notes only if asked for.

use chrono::NaiveDate;
use reconnect::{Moment, Run, Totals};

use crate::model::notebook::{Notebook, NotebookEntry};
use crate::model::urges::{Urge, UrgeStats};
use crate::store::diary::{DatedRecord, EntryKind, RecordKind, Snapshot};

#[derive(Debug)]
pub struct Report<'s> {
    pub today: NaiveDate,
    /// The first day that it shows; `None` for everything.
    pub since: Option<NaiveDate>,
    pub open: Option<Moment>,
    pub totals: Totals,
    pub runs: Vec<Run>,
    pub events: Vec<Event>,
    pub urges: UrgeStats<'s>,
    pub checkins: Vec<Checkin>,
    pub notebook: Vec<Entry>,
    pub calendar: (NaiveDate, NaiveDate),
}

#[derive(Debug)]
pub struct Event {
    pub moment: Moment,
    pub kind: RecordKind,
    pub ended_run: bool,
    pub note: Option<String>,
}

#[derive(Debug)]
pub struct Checkin {
    pub day: NaiveDate,
    pub mood: u8,
    pub note: Option<String>,
}

#[derive(Debug)]
pub struct Entry {
    pub depth: usize,
    pub name: String,
    pub done: bool,
    pub text: String,
}

impl<'s> Report<'s> {
    pub fn of(snapshot: &'s Snapshot, since: Option<NaiveDate>, with_notes: bool) -> Self {
        let today = snapshot.today();
        let is_shown = |day: NaiveDate| since.is_none_or(|first| day >= first);
        let note = |note: &Option<String>| note.clone().filter(|_| with_notes);
        let shown: Vec<&DatedRecord> = snapshot.records.iter().filter(|dated| is_shown(dated.moment.day)).collect();
        let events = shown.iter().filter(|dated| is_event(dated.record.kind())).map(|dated| Event {
            moment: dated.moment,
            kind: dated.record.kind().clone(),
            ended_run: dated.outcome.ended_run,
            note: match dated.record.kind() {
                RecordKind::Contact(contact) => note(&contact.note),
                _ => None,
            },
        });
        let checkins = shown.iter().filter_map(|dated| match dated.record.kind() {
            RecordKind::Checkin { mood, note: text } => Some(Checkin { day: dated.moment.day, mood: *mood, note: note(text) }),
            _ => None,
        });
        let reaches = |run: &Run| run.end.is_none_or(|(end, _)| is_shown(end.day));
        let first = snapshot.records.first().map_or(today, |dated| dated.moment.day);
        Self {
            today,
            since,
            open: snapshot.timeline.runs().open(),
            totals: snapshot.timeline.runs().totals(today),
            runs: snapshot.all_runs().filter(reaches).collect(),
            urges: UrgeStats::of(snapshot),
            checkins: checkins.collect(),
            notebook: notebook(snapshot, since, with_notes),
            calendar: (since.unwrap_or(first).max(first).min(today), today),
            events: events.collect(),
        }
    }
}

impl Report<'_> {
    pub fn shown_urges(&self) -> impl Iterator<Item = &Urge<'_>> {
        self.urges.urges.iter().filter(|urge| self.since.is_none_or(|first| urge.dated.moment.day >= first))
    }
}

/// Whether a record stands in the list of what happened. Letters never do; the rest has a part of its own.
fn is_event(kind: &RecordKind) -> bool {
    matches!(
        kind,
        RecordKind::Start { .. }
            | RecordKind::End
            | RecordKind::Breakup { .. }
            | RecordKind::Contact(_)
            | RecordKind::Boundary { .. }
            | RecordKind::Answer { .. }
            | RecordKind::Aim(_)
    )
}

/// The entries, each followed by those that belong to it.
fn notebook(snapshot: &Snapshot, since: Option<NaiveDate>, with_notes: bool) -> Vec<Entry> {
    let notebook = Notebook::of(snapshot);
    let mut entries = Vec::new();
    for entry in notebook.entries.iter().filter(|entry| notebook.parent(entry).is_none()) {
        add(&notebook, entry, 0, &mut entries);
    }
    let shown = entries.into_iter().filter(|(entry, _)| {
        let is_note = entry.kind() == EntryKind::Note;
        since.is_none_or(|first| entry.dated.moment.day >= first) && (with_notes || !is_note)
    });
    let named = |(entry, depth): (&NotebookEntry<'_>, usize)| Entry {
        depth,
        name: format!("{} {}", entry.kind().word(), notebook.label(entry)),
        done: entry.done,
        text: if entry.text.paper { "on paper".to_owned() } else { entry.text.text.clone() },
    };
    shown.map(named).collect()
}

/// Entries refer to earlier ones, but a line from another program may not: a circle ends at a depth that nobody writes.
fn add<'n, 's>(
    notebook: &'n Notebook<'s>,
    entry: &'n NotebookEntry<'s>,
    depth: usize,
    entries: &mut Vec<(&'n NotebookEntry<'s>, usize)>,
) {
    entries.push((entry, depth));
    for child in notebook.children(entry).filter(|_| depth < 5) {
        add(notebook, child, depth + 1, entries);
    }
}
