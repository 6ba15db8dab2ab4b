//! When the notebook holds what the guide's step 2 asks for.

use std::collections::BTreeSet;

use reconnect::Happening;

use super::Id;
use super::jotting::Kind;
use super::resolve::Entry;

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
