//! The notebook as it is read: the entries of each chapter, and what belongs to what.

use std::collections::BTreeSet;

use super::Id;
use super::jotting::{Jotting, Kind};
use super::numbers::{self, Numbered};
use super::record::What;
use super::snapshot::{DatedRecord, Snapshot};
use crate::error::{Failure, Result};

/// One entry.
#[derive(Debug, Clone, Copy)]
pub struct Leaf<'b> {
    /// The record, and its day.
    pub told: &'b DatedRecord,
    /// Its kind.
    pub kind: Kind,
    /// What it holds.
    pub jotting: &'b Jotting,
    /// The chapter that it was written in, from 1.
    pub chapter: usize,
    /// Whether it is dealt with.
    pub done: bool,
}

impl Numbered for Leaf<'_> {
    fn id(&self) -> &Id {
        self.told.entry.id()
    }

    fn n(&self) -> Option<u32> {
        self.jotting.n
    }
}

/// Everything that was written in it and stands.
#[derive(Debug)]
pub struct Notebook<'b> {
    /// The entries of every chapter, in the order in which they were recorded.
    pub leaves: Vec<Leaf<'b>>,
    /// The chapter that it is now.
    pub chapter: usize,
}

impl<'b> Notebook<'b> {
    /// Reads it from a snapshot.
    pub fn of(snapshot: &'b Snapshot) -> Self {
        let done: BTreeSet<&Id> = snapshot
            .told
            .iter()
            .filter_map(|told| match told.entry.what() {
                What::Done { of } => Some(of),
                _ => None,
            })
            .collect();
        let (mut chapter, mut leaves) = (1, Vec::new());
        for told in &snapshot.told {
            chapter += usize::from(told.opens_chapter);
            if let Some((kind, jotting)) = told.entry.what().jotting() {
                leaves.push(Leaf { told, kind, jotting, chapter, done: done.contains(told.entry.id()) });
            }
        }
        leaves.sort_by_key(|leaf| leaf.told.entry.at());
        Self { leaves, chapter }
    }

    /// The entries of this chapter.
    pub fn now(&self) -> impl Iterator<Item = &Leaf<'b>> {
        self.leaves.iter().filter(|leaf| leaf.chapter == self.chapter)
    }

    /// What belongs to an entry.
    pub fn below<'s>(&'s self, leaf: &'s Leaf<'b>) -> impl Iterator<Item = &'s Leaf<'b>> {
        self.leaves.iter().filter(|other| other.jotting.of.as_ref() == Some(leaf.id()) && other.id() != leaf.id())
    }

    /// The entry that another belongs to, if it stands.
    pub fn above(&self, leaf: &Leaf<'b>) -> Option<&Leaf<'b>> {
        let of = leaf.jotting.of.as_ref()?;
        self.leaves.iter().find(|other| other.id() == of)
    }

    /// The entry with an id.
    ///
    /// # Errors
    /// If it no longer stands.
    pub fn get(&self, id: &Id) -> Result<&Leaf<'b>> {
        self.leaves.iter().find(|leaf| leaf.id() == id).ok_or_else(|| Failure::new("that entry no longer stands"))
    }

    /// The entry that is meant.
    ///
    /// # Errors
    /// If there is none, or more than one.
    pub fn find(&self, typed: &str) -> Result<&Leaf<'b>> {
        numbers::find(&self.leaves, typed, "entry", "notebook list")
    }

    /// What an entry is called.
    pub fn label(&self, leaf: &Leaf<'b>) -> String {
        numbers::label(&self.leaves, leaf)
    }
}
