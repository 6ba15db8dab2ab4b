//! What `erase` lists. Paths stand on lines of their own, unbroken, so that they can be copied.

use std::path::PathBuf;

use serde::Serialize;

use crate::store::footprint::{Traces, shown};
use crate::terminal::page::Page;
use crate::terminal::style::Style;

pub const ASK: &str = "This can't be undone. Type erase to remove the files listed above: ";
pub const ASK_OTHERS: &str = "Type others to remove the files of other machines here too (Enter: keep them): ";

/// Whoever has to fear the next look at this computer needs a plan first.
const CHECKED: &str = "Does somebody check this computer? Ask a helpline before you remove anything.";

#[derive(Debug, Serialize)]
pub struct Listing {
    pub files: Vec<String>,
    pub others: Vec<String>,
    pub stays: Vec<String>,
    pub mentions: Vec<String>,
    #[serde(rename = "shared")]
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
        self.files.is_empty() && self.others.is_empty()
    }

    pub fn show(&self, page: &mut Page) {
        page.paragraph(Style::Strong, CHECKED);
        if self.is_empty() {
            page.paragraph(Style::Plain, "There is nothing to remove.");
        }
        for (head, lines) in [
            ("To be removed", &self.files),
            ("Files of other machines, removed only if you say so", &self.others),
            ("These stay: they aren't reconnect's own", &self.stays),
            ("The program, and what mentions it; you can remove them", &self.mentions),
        ] {
            section(head, lines, page);
        }
        let sync = if self.is_shared {
            "other machines that share this folder, and its git history: a file can come back from there; remove it there too, \
             before the next sync"
        } else {
            "other machines and git history, if you sync these folders: a file can come back from there"
        };
        let lines = [
            "your shell's history, which may hold every command you typed, with its dates",
            "what your editor keeps: swap and undo files, backups, lists of recent files",
            "backups and snapshots, and what a terminal or clipboard still holds",
            "the blocks of the disk: a removed file can be found until something else is written over it",
            "what you exported, printed or saved elsewhere",
            sync,
        ];
        page.list(Style::Strong, OUT_OF_REACH, 0, lines);
    }

    pub fn left(self, page: &mut Page) {
        section("Left", &[self.files, self.others, self.stays, self.mentions].concat(), page);
    }
}

pub fn unreadable(traces: &Traces) -> Vec<String> {
    traces.unreadable.iter().map(|(path, error)| format!("{} (can't be read: {error})", shown(path))).collect()
}

/// Over what stays after the program has done its part.
const OUT_OF_REACH: &str = "Out of reach from here";

/// What is asked before a text goes. `theirs` are files that hold what another computer wrote.
pub fn question(what: &str, drafts: &[PathBuf], theirs: &[PathBuf], is_ours: bool) -> String {
    let whose = if is_ours { "Another computer's files here hold it, too:" } else { "Another computer wrote it. It is in:" };
    let mut lines = vec![format!("This erases the text of {what}, with all its earlier versions.")];
    for (head, paths) in [("Unsaved drafts with the same words go, too:", drafts), (whose, theirs)] {
        if !paths.is_empty() {
            lines.push(head.to_owned());
            lines.extend(paths.iter().map(|path| format!("  {}", shown(path))));
        }
    }
    let ask = match (is_ours, theirs.is_empty()) {
        (true, true) => "Type yes to erase it: ",
        (true, false) => "Type yes to erase it here, or gone if the other computer is gone for good: ",
        (false, _) => "Is that computer gone for good? Type gone to erase the text here: ",
    };
    lines.extend(["Nothing can bring it back.", ask].map(str::to_owned));
    lines.join("\n")
}

pub fn erased(what: &str, beyond: &[PathBuf], mut page: Page) -> String {
    page.paragraph(Style::Plain, &format!("Erased: the text of {what}. The entry stays, and so does every number."));
    let beyond: Vec<String> = beyond.iter().map(|path| shown(path)).collect();
    section("Another computer's files, until it has synced and next records something", &beyond, &mut page);
    let lines = [
        "your other computers: sync, then record something there; update version 0.2.0 first",
        "git's history: delete `.git` on every computer and begin anew",
        "backups, snapshots, old versions that a sync tool keeps: delete those that hold the diary",
        "what you exported, printed or saved elsewhere: delete each",
        "what a terminal still shows: close its window, in tmux after `tmux clear-history`",
        "what your editor keeps: look for swap, undo and backup files in its folders",
        "the blocks of the disk: the words can be found until something else is written over them",
    ];
    page.list(Style::Strong, OUT_OF_REACH, 0, lines);
    page.finish()
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
