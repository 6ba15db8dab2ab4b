//! The notebook: what its records hold, what follows from them for the verdict, and the entries of each chapter.

use std::collections::BTreeSet;

use reconnect::Happening;
use serde::{Deserialize, Serialize};

use super::Id;
use super::book::{Book, Told};
use super::numbers::{self, Numbered};
use super::record::What;
use super::standing::Entry;
use crate::error::{Failure, Result};

/// What an entry's line holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Jotting {
    /// Its number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<u32>,
    /// What it belongs to: a plan to its issue or obstacle, evidence to its plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Id>,
    /// What kind of obstacle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<Sort>,
    /// Issues and their plans are kept on paper.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub paper: bool,
    /// The user's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// The two kinds of obstacle (step 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// Distance, schedules, work, family.
    Practical,
    /// Trust, above all.
    Emotional,
}

/// What became of an urge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It passed.
    SatOut,
    /// They wrote.
    Wrote,
    /// It is better not to be alone with it.
    NeedsFriend,
}

/// The kinds of entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A key issue.
    Issue,
    /// What to do about it.
    Plan,
    /// Proof that it was done.
    Evidence,
    /// What stands in the way.
    Obstacle,
    /// What the user truly wants.
    Want,
    /// Anything else.
    Note,
}

impl Kind {
    /// The word for it: what is typed, and what JSON says.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Issue => "issue",
            Self::Plan => "plan",
            Self::Evidence => "evidence",
            Self::Obstacle => "obstacle",
            Self::Want => "want",
            Self::Note => "note",
        }
    }

    /// The record of one.
    pub const fn record(self, jotting: Jotting) -> What {
        match self {
            Self::Issue => What::Issue(jotting),
            Self::Plan => What::Plan(jotting),
            Self::Evidence => What::Evidence(jotting),
            Self::Obstacle => What::Obstacle(jotting),
            Self::Want => What::Want(jotting),
            Self::Note => What::Note(jotting),
        }
    }

    /// Whether it is something that can be dealt with.
    pub const fn can_be_done(self) -> bool {
        matches!(self, Self::Issue | Self::Plan | Self::Obstacle)
    }
}

impl What {
    /// The entry, if it is one of the notebook's.
    pub const fn jotting(&self) -> Option<(Kind, &Jotting)> {
        Some(match self {
            Self::Issue(jotting) => (Kind::Issue, jotting),
            Self::Plan(jotting) => (Kind::Plan, jotting),
            Self::Evidence(jotting) => (Kind::Evidence, jotting),
            Self::Obstacle(jotting) => (Kind::Obstacle, jotting),
            Self::Want(jotting) => (Kind::Want, jotting),
            Self::Note(jotting) => (Kind::Note, jotting),
            _ => return None,
        })
    }

    /// The id that a record must get, because something already goes by it.
    pub const fn chosen_id(&self) -> Option<&Id> {
        match self {
            Self::Letter { id, .. } => id.as_ref(),
            _ => None,
        }
    }
}

/// Finds the moment when this chapter's notebook has an issue with a plan. Fed with every entry, in order.
#[derive(Debug, Default)]
pub struct Preparing {
    issues: BTreeSet<Id>,
    /// What plans belong to whose issue has not come yet: another machine's clock was behind.
    early: BTreeSet<Id>,
}

impl Preparing {
    /// What an entry means for the verdict. `again` where it opened a new chapter: its notebook is empty.
    pub fn happening(&mut self, entry: &Entry, again: bool) -> Option<Happening> {
        if again {
            *self = Self::default();
        }
        let (kind, jotting) = entry.what().jotting()?;
        let prepared = match (kind, &jotting.of) {
            (Kind::Issue, _) => {
                self.issues.insert(entry.id().clone());
                jotting.paper || self.early.contains(entry.id())
            }
            (Kind::Plan, Some(of)) => {
                self.early.insert(of.clone());
                self.issues.contains(of)
            }
            _ => false,
        };
        prepared.then_some(Happening::Prepared)
    }
}

/// One entry.
#[derive(Debug, Clone, Copy)]
pub struct Leaf<'b> {
    /// The record, and its day.
    pub told: &'b Told,
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
    /// Reads it from a book.
    pub fn of(book: &'b Book) -> Self {
        let done: BTreeSet<&Id> = book
            .told
            .iter()
            .filter_map(|told| match told.entry.what() {
                What::Done { of } => Some(of),
                _ => None,
            })
            .collect();
        let (mut chapter, mut leaves) = (1, Vec::new());
        for told in &book.told {
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
