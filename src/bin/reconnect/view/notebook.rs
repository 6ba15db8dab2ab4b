//! The notebook for people and programs.

use reconnect::date::LongDate;
use serde_json::{Value, json};

use crate::model::notebook::{Notebook, NotebookEntry};
use crate::store::diary::{EntryKind, ObstacleKind};
use crate::terminal::page::Page;
use crate::terminal::style::Style;
use crate::terminal::wrap::{TWO_LINES, first_line};
use crate::words::{self, entries};

/// Evidence hangs under a plan, and the plan under an issue. A damaged diary could lead in circles.
const DEEPEST: usize = 2;

/// The entries of this chapter, or of all; `open`: only those that can be done and aren't.
pub fn list(notebook: &Notebook<'_>, open: bool, all: bool, mut page: Page) -> String {
    let shown = |entry: &&NotebookEntry<'_>| is_shown(entry, open);
    let here: Vec<_> = notebook.current().filter(shown).collect();
    let earlier: Vec<_> = notebook.entries.iter().filter(|entry| entry.chapter != notebook.chapter).filter(shown).collect();
    let heads = [
        ("Issues", EntryKind::Issue),
        ("Obstacles", EntryKind::Obstacle),
        ("What I truly want", EntryKind::Want),
        ("If-then plans", EntryKind::IfThen),
        ("Notes", EntryKind::Note),
    ];
    let of_kind = |kind| here.iter().copied().filter(|entry| entry.kind() == kind).collect();
    let mut sections: Vec<(&str, Vec<&NotebookEntry<'_>>)> = heads.map(|(head, kind)| (head, of_kind(kind))).to_vec();
    let has_no_parent = |entry: &&NotebookEntry<'_>| notebook.parent(entry).is_none();
    let is_loose = |entry: &&NotebookEntry<'_>| matches!(entry.kind(), EntryKind::Plan | EntryKind::Evidence);
    let loose = here.iter().copied().filter(is_loose).filter(has_no_parent).collect();
    sections.push(("Their issue or plan was taken back", loose));
    if all {
        sections.push(("Before the second breakup", earlier.iter().copied().filter(has_no_parent).collect()));
    }
    sections.retain(|(_, entries)| !entries.is_empty());
    if sections.is_empty() {
        let empty = "The notebook is empty. `reconnect notebook issue` begins. Do you write by hand? Add `--on-paper`.";
        page.paragraph(Style::Plain, if open { "Everything in the notebook is done." } else { empty });
    }
    for (head, entries) in sections {
        page.paragraph(Style::Strong, head);
        for entry in entries {
            tree(notebook, entry, open, 0, &mut page);
        }
    }
    if !all && !earlier.is_empty() {
        let earlier = entries(earlier.len());
        page.paragraph(Style::Quiet, &format!("{earlier} from before the second breakup: `reconnect notebook list --all`."));
    }
    page.finish()
}

fn is_shown(entry: &NotebookEntry<'_>, open: bool) -> bool {
    !open || (entry.kind().can_be_done() && !entry.done)
}

fn tree(notebook: &Notebook<'_>, entry: &NotebookEntry<'_>, open: bool, depth: usize, page: &mut Page) {
    let style = if entry.done { Style::Quiet } else { Style::Plain };
    let indent = if page.is_linear() { 0 } else { 2 + 4 * depth };
    let line = named(notebook, entry, page.is_linear());
    page.user_text(style, indent, &format!("{}  ", notebook.label(entry)), &line);
    if depth < DEEPEST {
        for child in notebook.children(entry).filter(|child| !open || !child.done) {
            tree(notebook, child, open, depth + 1, page);
        }
    }
}

/// How an entry begins, with its kind where its place doesn't say it. Read aloud, it names its parent too.
fn named(notebook: &Notebook<'_>, entry: &NotebookEntry<'_>, is_linear: bool) -> String {
    let text = first_line(&entry.text.text, TWO_LINES);
    let parent = notebook.parent(entry).filter(|_| is_linear);
    let of = parent.map(|parent| format!(" for {}", notebook.label(parent))).unwrap_or_default();
    let line = match (entry.kind(), entry.text.obstacle) {
        (EntryKind::Issue, _) if entry.text.paper => "issues and plans, on paper".to_owned(),
        (EntryKind::Plan, _) => format!("plan{of}: {text}"),
        (EntryKind::Evidence, _) => format!("evidence{of}, {}: {text}", LongDate(entry.dated.moment.day)),
        (EntryKind::Obstacle, Some(kind)) => format!("{}: {text}", kind.id()),
        _ => text,
    };
    if entry.done { format!("{line} (done)") } else { line }
}

pub const fn a_kind(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Issue => "an issue",
        EntryKind::Plan => "a plan",
        EntryKind::Evidence => "evidence",
        EntryKind::Obstacle => "an obstacle",
        EntryKind::Want => "a want",
        EntryKind::IfThen => "an if-then plan",
        EntryKind::Note => "a note",
    }
}

pub fn whole(notebook: &Notebook<'_>, entry: &NotebookEntry<'_>, mut page: Page) -> String {
    let record = &entry.dated.record;
    let kind = match entry.text.obstacle {
        Some(ObstacleKind::Practical) => "a practical obstacle",
        Some(ObstacleKind::Emotional) => "an emotional obstacle",
        None => a_kind(entry.kind()),
    };
    let done = if entry.done { ", done" } else { "" };
    let head = format!("{}: {kind}{done}, {}, id {}", notebook.label(entry), words::when(record.on()), record.id().short());
    page.paragraph(Style::Strong, &head);
    page.user_text(
        Style::Plain,
        2,
        "",
        match entry.text.paper {
            true => "on paper",
            false if record.is_erased() => "The text was erased.",
            false => &entry.text.text,
        },
    );
    let mut children = notebook.children(entry).peekable();
    if children.peek().is_some() {
        page.gap();
    }
    for child in children {
        tree(notebook, child, false, 1, &mut page);
    }
    page.finish()
}

pub fn json(notebook: &Notebook<'_>, open: bool, all: bool) -> Value {
    let entry = |entry: &NotebookEntry<'_>| {
        json!({
            "n": entry.text.n,
            "id": entry.id(),
            "kind": entry.kind().id(),
            "on": entry.dated.record.on().to_string(),
            "of": entry.text.of,
            "sort": entry.text.obstacle.map(ObstacleKind::id),
            "paper": entry.text.paper,
            "text": entry.text.text,
            "erased": entry.dated.record.is_erased(),
            "done": entry.done,
            "chapter": entry.chapter,
        })
    };
    let in_chapter = notebook.entries.iter().filter(|entry| all || entry.chapter == notebook.chapter);
    let entries: Vec<Value> = in_chapter.filter(|entry| is_shown(entry, open)).map(entry).collect();
    json!({ "chapter": notebook.chapter, "entries": entries })
}
