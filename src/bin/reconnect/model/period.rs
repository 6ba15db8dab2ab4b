//! What happened in a period: the one read model of history and export. Each format is a small renderer over it.

use chrono::{NaiveDate, Weekday};
use reconnect::{InTouch, Moment, Run, Totals, Who};
use serde::Serialize;

use crate::model::notebook::{Notebook, NotebookEntry};
use crate::model::urges::UrgeStats;
use crate::store::diary::{ContactRecord, DatedRecord, EntryKind, Id, RecordKind, Snapshot};

#[derive(Debug)]
pub struct Period<'s> {
    pub snapshot: &'s Snapshot,
    pub today: NaiveDate,
    /// The first day that it shows; `None` for everything.
    pub since: Option<NaiveDate>,
    /// Whose contacts it is about; `None` for everything.
    pub who: Option<Who>,
    pub open: Option<Moment>,
    pub totals: Totals,
    /// Those that reach into the period.
    pub runs: Vec<Run>,
    /// Those too; as with counts, none that began and ended on one day.
    pub in_touch: Vec<InTouch>,
    pub records: Vec<&'s DatedRecord>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Checkin<'s> {
    pub id: &'s Id,
    #[serde(rename = "on")]
    pub day: NaiveDate,
    pub mood: u8,
    pub note: Option<&'s str>,
}

/// The check-ins of a week; there is at least one.
#[derive(Debug)]
pub struct Week {
    pub first: NaiveDate,
    pub moods: Vec<u8>,
}

/// What the user wrote, and what belongs to it.
#[derive(Debug)]
pub struct Words {
    pub name: String,
    pub text: String,
    pub below: Vec<Words>,
}

impl<'s> Period<'s> {
    pub fn all(snapshot: &'s Snapshot) -> Self {
        Self::of(snapshot, None, None)
    }

    pub fn of(snapshot: &'s Snapshot, since: Option<NaiveDate>, who: Option<Who>) -> Self {
        let today = snapshot.today();
        let is_shown = |day: NaiveDate| since.is_none_or(|first| day >= first);
        let reaches = |end: Option<NaiveDate>| who.is_none() && end.is_none_or(is_shown);
        let is_wanted = |dated: &&DatedRecord| {
            is_shown(dated.moment.day) && who.is_none_or(|who| contact(dated).is_some_and(|record| record.contact.who == who))
        };
        let runs = snapshot.timeline.runs();
        Self {
            snapshot,
            today,
            since,
            who,
            open: runs.open().filter(|_| who.is_none()),
            totals: if who.is_none() { runs.totals(today) } else { Totals::default() },
            runs: snapshot.all_runs().filter(|run| reaches(run.end.map(|(end, _)| end.day))).collect(),
            in_touch: snapshot
                .timeline
                .stretches_in_touch()
                .filter(|(begun, ended)| *ended != Some(*begun) && reaches(*ended))
                .collect(),
            records: counting(snapshot).into_iter().filter(is_wanted).collect(),
        }
    }

    pub fn contacts(&self) -> impl DoubleEndedIterator<Item = (&'s DatedRecord, &'s ContactRecord)> {
        self.records.iter().filter_map(|dated| Some((*dated, contact(dated)?)))
    }

    /// Those that count, the oldest first.
    pub fn checkins(&self) -> Vec<Checkin<'s>> {
        self.records.iter().filter_map(|dated| checkin(dated)).collect()
    }

    pub fn urges(&self) -> UrgeStats<'s> {
        if self.who.is_some() { UrgeStats::default() } else { UrgeStats::since(self.snapshot, self.since) }
    }

    /// The notebook's entries; notes only if asked for.
    pub fn notebook(&self, with_notes: bool) -> Vec<Words> {
        let notebook = Notebook::of(self.snapshot);
        let roots = notebook.entries.iter().filter(|entry| self.who.is_none() && notebook.parent(entry).is_none());
        roots.flat_map(|entry| self.words(&notebook, entry, with_notes, 0)).collect()
    }

    /// An entry with what belongs to it. Entries refer to earlier ones, but a line from another program may not: a circle ends at a
    /// depth that nobody writes.
    fn words(&self, notebook: &Notebook<'_>, entry: &NotebookEntry<'_>, with_notes: bool, depth: usize) -> Vec<Words> {
        let children = notebook.children(entry).filter(|_| depth < 5);
        let below = children.flat_map(|child| self.words(notebook, child, with_notes, depth + 1)).collect();
        let is_left_out = self.since.is_some_and(|first| entry.dated.moment.day < first);
        if is_left_out || entry.kind() == EntryKind::Note && !with_notes {
            return below;
        }
        let done = if entry.done { ", done" } else { "" };
        let text = if entry.text.paper { "on paper" } else { &entry.text.text };
        vec![Words { name: format!("{} {}{done}", entry.kind().id(), notebook.label(entry)), text: text.to_owned(), below }]
    }
}

/// By the first day of their week, the oldest first.
pub fn weeks(checkins: &[Checkin<'_>], week_starts: Weekday) -> Vec<Week> {
    let first = |checkin: &Checkin<'_>| checkin.day.week(week_starts).first_day();
    let weeks = checkins.chunk_by(|one, next| first(one) == first(next));
    let week =
        |week: &[Checkin<'_>]| Some(Week { first: first(week.first()?), moods: week.iter().map(|checkin| checkin.mood).collect() });
    weeks.filter_map(week).collect()
}

impl Week {
    pub fn mean(&self) -> String {
        let (sum, count) = self.moods.iter().fold((0.0, 0.0), |(sum, count), mood| (sum + f64::from(*mood), count + 1.0));
        format!("{:.1}", sum / count)
    }
}

/// The records in order. Two computers may each have a check-in of one day: the later one counts.
fn counting(snapshot: &Snapshot) -> Vec<&DatedRecord> {
    let mut day_of_later = None;
    let counts = |dated: &&DatedRecord| {
        let day = checkin(dated).map(|checkin| checkin.day);
        let is_earlier = day.is_some() && day == day_of_later;
        day_of_later = day.or(day_of_later);
        !is_earlier
    };
    let mut records: Vec<_> = snapshot.records.iter().rev().filter(counts).collect();
    records.reverse();
    records
}

fn checkin(dated: &DatedRecord) -> Option<Checkin<'_>> {
    let RecordKind::Checkin { mood, note } = dated.record.kind() else { return None };
    Some(Checkin { id: dated.record.id(), day: dated.moment.day, mood: *mood, note: note.as_deref() })
}

pub fn contact(dated: &DatedRecord) -> Option<&ContactRecord> {
    if let RecordKind::Contact(record) = dated.record.kind() { Some(record) } else { None }
}
