//! The notebook for people and programs.

use reconnect::when::Spoken;
use serde_json::{Value, json};

use super::event;
use super::json::SCHEMA;
use crate::diary::jotting::{Kind, Sort};
use crate::diary::notebook::{Leaf, Notebook};
use crate::diary::numbers::Numbered;
use crate::text::page::Page;
use crate::text::style::Style;
use crate::text::wrap::first_line;
use crate::words::{self, fill};

/// So deep lies evidence under a plan under an issue. A damaged diary could lead in circles.
const DEEPEST: usize = 2;

/// This chapter's entries, or all; `open`: only what is not dealt with.
pub fn list(notebook: &Notebook<'_>, open: bool, all: bool, mut page: Page) -> String {
    let shown = |leaf: &&Leaf<'_>| !open || (leaf.kind.can_be_done() && !leaf.done);
    let mut empty = true;
    let mut section = |head: &str, leaves: Vec<&Leaf<'_>>, page: &mut Page| {
        if !leaves.is_empty() {
            page.paragraph(Style::Strong, head);
            empty = false;
        }
        for leaf in leaves {
            tree(notebook, leaf, open, 0, page);
        }
    };
    for (head, kind) in [
        (words::HEAD_ISSUES, Kind::Issue),
        (words::HEAD_OBSTACLES, Kind::Obstacle),
        (words::HEAD_WANTS, Kind::Want),
        (words::HEAD_NOTES, Kind::Note),
    ] {
        section(head, notebook.now().filter(|leaf| leaf.kind == kind).filter(shown).collect(), &mut page);
    }
    let loose = |leaf: &&Leaf<'_>| matches!(leaf.kind, Kind::Plan | Kind::Evidence) && notebook.above(leaf).is_none();
    section(words::HEAD_LOOSE, notebook.now().filter(loose).filter(shown).collect(), &mut page);
    let earlier: Vec<&Leaf<'_>> = notebook.leaves.iter().filter(|leaf| leaf.chapter != notebook.chapter).filter(shown).collect();
    if all {
        let roots = earlier.iter().copied().filter(|leaf| notebook.above(leaf).is_none()).collect();
        section(words::HEAD_EARLIER, roots, &mut page);
    }
    if empty {
        page.paragraph(Style::Plain, if open { words::NOTEBOOK_NONE_OPEN } else { words::NOTEBOOK_EMPTY });
    }
    if !all && !earlier.is_empty() {
        let count = if earlier.len() == 1 { "1 entry".to_owned() } else { format!("{} entries", earlier.len()) };
        page.paragraph(Style::Quiet, &fill(words::NOTEBOOK_EARLIER, &[("count", &count)]));
    }
    page.finish()
}

fn tree(notebook: &Notebook<'_>, leaf: &Leaf<'_>, open: bool, depth: usize, page: &mut Page) {
    let tone = if leaf.done { Style::Quiet } else { Style::Plain };
    let words = named(leaf, &first_line(&leaf.jotting.text), depth > 0);
    page.user_text(tone, 2 + 4 * depth, &format!("{}  ", notebook.label(leaf)), &words);
    if depth < DEEPEST {
        for below in notebook.below(leaf).filter(|below| !open || !below.done) {
            tree(notebook, below, open, depth + 1, page);
        }
    }
}

/// An entry's words with what kind it is, where its place does not say it.
fn named(leaf: &Leaf<'_>, text: &str, below: bool) -> String {
    let when = Spoken(leaf.told.moment.day);
    let template = match (leaf.kind, leaf.jotting.sort) {
        (Kind::Issue, _) if leaf.jotting.paper => words::ON_PAPER,
        (Kind::Plan, _) => words::PLAN_IS,
        (Kind::Evidence, _) => words::EVIDENCE_IS,
        (Kind::Obstacle, Some(Sort::Practical)) if !below => words::PRACTICAL_IS,
        (Kind::Obstacle, Some(Sort::Emotional)) if !below => words::EMOTIONAL_IS,
        _ => "{text}",
    };
    // The user's words are put in last, so that braces in them mean nothing.
    let words = fill(template, &[("when", &when), ("text", &text)]);
    if leaf.done { words::DEALT_WITH.replace("{text}", &words) } else { words }
}

/// One entry, whole, with what belongs to it.
pub fn whole(notebook: &Notebook<'_>, leaf: &Leaf<'_>, mut page: Page) -> String {
    let entry = &leaf.told.entry;
    let kind = match leaf.jotting.sort {
        Some(Sort::Practical) => "practical obstacle",
        Some(Sort::Emotional) => "emotional obstacle",
        None => leaf.kind.word(),
    };
    let head = fill(
        words::ENTRY_HEAD,
        &[("n", &notebook.label(leaf)), ("kind", &kind), ("when", &event::when(entry.on())), ("id", &entry.id().short())],
    );
    page.paragraph(Style::Strong, &if leaf.done { words::DEALT_WITH.replace("{text}", &head) } else { head });
    page.user_text(Style::Plain, 2, "", if leaf.jotting.paper { words::ON_PAPER } else { &leaf.jotting.text });
    let mut below = notebook.below(leaf).peekable();
    if below.peek().is_some() {
        page.gap();
    }
    for leaf in below {
        tree(notebook, leaf, false, 1, &mut page);
    }
    page.finish()
}

/// For programs.
pub fn json(notebook: &Notebook<'_>, open: bool, all: bool) -> Value {
    let leaves = notebook.leaves.iter().filter(|leaf| all || leaf.chapter == notebook.chapter);
    let entries: Vec<Value> = leaves
        .filter(|leaf| !open || (leaf.kind.can_be_done() && !leaf.done))
        .map(|leaf| {
            json!({
                "n": leaf.n(),
                "id": leaf.id(),
                "kind": leaf.kind.word(),
                "on": leaf.told.entry.on(),
                "of": leaf.jotting.of,
                "sort": leaf.jotting.sort,
                "paper": leaf.jotting.paper,
                "text": leaf.jotting.text,
                "done": leaf.done,
                "chapter": leaf.chapter,
            })
        })
        .collect();
    json!({ "schema": SCHEMA, "chapter": notebook.chapter, "entries": entries })
}
