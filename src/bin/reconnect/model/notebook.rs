//! The notebook as it is read: the entries of each chapter, and what belongs to what.

use std::collections::{HashMap, HashSet};

use crate::error::Result;
use crate::model::labels::{self, Labels};
use crate::store::diary::{DatedRecord, EntryKind, Id, NotebookText, RecordKind, Snapshot};

#[derive(Debug, Clone, Copy)]
pub struct NotebookEntry<'s> {
    pub dated: &'s DatedRecord,
    pub text: &'s NotebookText,
    pub chapter: usize,
    pub done: bool,
}

impl NotebookEntry<'_> {
    pub const fn kind(&self) -> EntryKind {
        self.text.kind
    }

    pub fn id(&self) -> &Id {
        self.dated.record.id()
    }
}

#[derive(Debug)]
pub struct Notebook<'s> {
    /// The entries of every chapter, in the order in which they were recorded.
    pub entries: Vec<NotebookEntry<'s>>,
    pub chapter: usize,
    pub labels: Labels,
    /// The entries by the id of their parent, as indexes.
    children: HashMap<&'s Id, Vec<usize>>,
    by_id: HashMap<&'s Id, usize>,
}

impl<'s> Notebook<'s> {
    pub fn of(snapshot: &'s Snapshot) -> Self {
        let (mut chapter, mut entries, mut done) = (1, Vec::new(), HashSet::new());
        for dated in &snapshot.records {
            chapter += usize::from(dated.opens_chapter);
            match dated.record.kind() {
                RecordKind::Done { of } => drop(done.insert(of)),
                RecordKind::Notebook(text) => entries.push(NotebookEntry { dated, text, chapter, done: false }),
                _ => {}
            }
        }
        for entry in &mut entries {
            entry.done = done.contains(entry.dated.record.id());
        }
        entries.sort_by_key(|entry| entry.dated.record.recorded_at());
        let (mut children, mut by_id) = (HashMap::new(), HashMap::new());
        for (index, entry) in entries.iter().enumerate() {
            by_id.insert(entry.dated.record.id(), index);
            if let Some(parent) = &entry.text.of {
                children.entry(parent).or_insert_with(Vec::new).push(index);
            }
        }
        Self { labels: Labels::of(entries.iter().map(|entry| entry.text.n)), entries, chapter, children, by_id }
    }

    pub fn current(&self) -> impl Iterator<Item = &NotebookEntry<'s>> {
        self.entries.iter().filter(|entry| entry.chapter == self.chapter)
    }

    pub fn children(&self, entry: &NotebookEntry<'s>) -> impl Iterator<Item = &NotebookEntry<'s>> {
        let id = entry.dated.record.id();
        let indexes = self.children.get(id).into_iter().flatten();
        indexes.filter_map(|index| self.entries.get(*index)).filter(move |child| child.dated.record.id() != id)
    }

    pub fn parent(&self, entry: &NotebookEntry<'s>) -> Option<&NotebookEntry<'s>> {
        self.get(entry.text.of.as_ref()?)
    }

    pub fn get(&self, id: &Id) -> Option<&NotebookEntry<'s>> {
        self.by_id.get(id).and_then(|index| self.entries.get(*index))
    }

    pub fn find(&self, typed: &str) -> Result<&NotebookEntry<'s>> {
        labels::find(&self.entries, |entry| (entry.text.n, entry.id()), typed, "entry", "notebook list")
    }

    pub fn label(&self, entry: &NotebookEntry<'s>) -> String {
        self.labels.label(entry.text.n, entry.id())
    }
}
