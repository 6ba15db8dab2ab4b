//! What `erase` lists. Paths stand on lines of their own, unbroken, so that they can be copied.

use serde_json::{Value, json};

use crate::store::footprint::{Traces, shown};
use crate::terminal::page::Page;
use crate::terminal::style::Style;

pub const ASK: &str = "This can't be undone. Type erase to remove the files listed above: ";
pub const ASK_OTHERS: &str = "Type others to remove the diary files of other machines here too (Enter: keep them): ";

#[derive(Debug, Default)]
pub struct Listing {
    pub own: Vec<String>,
    pub others: Vec<String>,
    pub strangers: Vec<String>,
    pub mentions: Vec<String>,
    pub is_shared: bool,
}

impl Listing {
    /// What stays in the folders. Files that aren't ours are named only if everything goes.
    pub fn staying(traces: &Traces, everything: bool) -> Vec<String> {
        let strangers = traces.strangers.iter().filter(|_| everything).map(|path| shown(path));
        let links = traces.links.iter().map(|(link, target)| format!("{}, where the link {} leads", shown(target), shown(link)));
        strangers.chain(links).chain(unreadable(traces)).collect()
    }

    pub fn is_empty(&self) -> bool {
        self.own.is_empty() && self.others.is_empty()
    }

    pub fn show(&self, page: &mut Page) {
        if self.is_empty() {
            page.paragraph(Style::Plain, "There is nothing to remove.");
        }
        for (head, lines) in [
            ("To be removed", &self.own),
            ("Diary files of other machines, removed only if you say so", &self.others),
            ("These stay: they aren't reconnect's own", &self.strangers),
            ("These mention reconnect; you can remove them", &self.mentions),
        ] {
            section(head, lines, page);
        }
        let sync = if self.is_shared {
            "other machines that share this folder, and its git history: a file can come back from there; remove it there too, \
             before the next sync"
        } else {
            "other machines and git history, if you sync these folders: a file can come back from there"
        };
        page.paragraph(Style::Strong, "Out of reach from here");
        for line in [
            "your shell's history, which may hold every command you typed, with its dates",
            "what your editor keeps: swap and undo files, backups, lists of recent files",
            "backups and snapshots, and what a terminal or clipboard still holds",
            "the blocks of the disk: a removed file can be found until something else is written over it",
            "what you exported, printed or saved elsewhere",
            sync,
        ] {
            page.item(Style::Plain, 0, "- ", line);
        }
    }

    pub fn json(&self) -> Value {
        json!({
            "files": self.own,
            "others": self.others,
            "stays": self.strangers,
            "mentions": self.mentions,
            "shared": self.is_shared,
        })
    }

    pub fn left(self, page: &mut Page) {
        section("Left", &[self.own, self.others, self.strangers, self.mentions].concat(), page);
    }
}

pub fn unreadable(traces: &Traces) -> Vec<String> {
    traces.unreadable.iter().map(|(path, error)| format!("{} (can't be read: {error})", shown(path))).collect()
}

/// Lines below a head; nothing where there are none.
fn section(head: &str, lines: &[String], page: &mut Page) {
    if lines.is_empty() {
        return;
    }
    page.paragraph(Style::Strong, head);
    for line in lines {
        page.raw(&format!("  {line}\n"));
    }
}
