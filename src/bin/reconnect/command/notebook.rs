//! `notebook`: issues, plans and evidence, obstacles, wants, if-then plans, notes.

use reconnect::NOT_AFTER_VIOLENCE;
use reconnect::date::LongDate;

use super::{Output, happened, nothing_written, record, save_or_keep, this_moment, typed};
use crate::cli::{ListArgs, NotebookArgs, NotebookCommand, how_to_give};
use crate::context::{Context, Known};
use crate::error::{Failure, Result};
use crate::model::labels::HasNumber;
use crate::model::notebook::{Notebook, NotebookEntry};
use crate::store::diary::{Draft, EntryKind, EventDate, NotebookText, ObstacleKind, RecordKind, Snapshot};
use crate::store::falls::beaten_by;
use crate::store::transact::{Changed, Permission, transact};
use crate::terminal::write::{Ask, Input};
use crate::view::notebook as view;

/// Said once beside a text that is about to be written: for some people writing makes it worse.
pub const LEAVE_IT: &str = "If writing makes it heavier, leave it. That's fine.";

pub fn run(args: &NotebookArgs, ctx: &Context<'_>) -> Result<Output> {
    let snapshot = ctx.snapshot()?;
    let notebook = &Notebook::of(&snapshot);
    match args.command.as_ref().unwrap_or(&NotebookCommand::List(args.list)) {
        NotebookCommand::Issue { on_paper: true, .. } => on_paper(ctx),
        NotebookCommand::Issue { typed, .. } => new(ctx, EntryKind::Issue, None, typed.editor),
        NotebookCommand::Obstacle { practical, typed, .. } => {
            let kind = if *practical { ObstacleKind::Practical } else { ObstacleKind::Emotional };
            new(ctx, EntryKind::Obstacle, Some(kind), typed.editor)
        }
        NotebookCommand::Want(typed) => new(ctx, EntryKind::Want, None, typed.editor),
        NotebookCommand::IfThen(typed) => new(ctx, EntryKind::IfThen, None, typed.editor),
        NotebookCommand::Note(typed) => new(ctx, EntryKind::Note, None, typed.editor),
        NotebookCommand::Plan { n, typed } => {
            child(ctx, notebook, notebook.find(n)?, EntryKind::Plan, this_moment(ctx), typed.editor)
        }
        NotebookCommand::Evidence { n, when, editor } => {
            let happened = happened(ctx, when, this_moment(ctx));
            let (on, _) = happened.map_err(|failure| failure.hint(how_to_give("reconnect notebook evidence N")))?;
            child(ctx, notebook, notebook.find(n)?, EntryKind::Evidence, on, *editor)
        }
        NotebookCommand::Done(entry) => done(ctx, notebook, notebook.find(&entry.n)?),
        NotebookCommand::Edit { n, typed } => edit(ctx, notebook, notebook.find(n)?, typed.editor),
        NotebookCommand::Show(entry) => Ok(Output::text(view::whole(notebook, notebook.find(&entry.n)?, ctx.page()))),
        NotebookCommand::List(ListArgs { open, all, json }) => {
            let page = || view::list(notebook, *open, *all, ctx.page());
            Ok(Output::shown(*json, || view::json(notebook, *open, *all), page))
        }
    }
}

fn new(ctx: &Context<'_>, kind: EntryKind, obstacle: Option<ObstacleKind>, editor: bool) -> Result<Output> {
    let Some(input) = read(ctx, kind, "", editor)? else { return Ok(nothing_written(ctx)) };
    let on = this_moment(ctx);
    let draft = |text: &str, snapshot: &Snapshot| {
        Ok(Draft::new(on, RecordKind::Notebook(NotebookText { kind, obstacle, ..entry(text, snapshot) })))
    };
    save(ctx, input, draft, |changed| {
        told(ctx, changed, |n| match kind {
            EntryKind::Issue => format!("Noted as {n}. Next, one thing you will do about it: `reconnect notebook plan {n}`."),
            EntryKind::Obstacle => format!("Noted as {n}. A real step on it: `reconnect notebook plan {n}`."),
            EntryKind::IfThen => format!("Noted as {n}. `reconnect urge` shows it to you in a bad moment."),
            _ => format!("Noted as {n}."),
        })
    })
}

/// Issues on paper need no text here. They count as an issue with its plan.
fn on_paper(ctx: &Context<'_>) -> Result<Output> {
    let on = this_moment(ctx);
    let draft = |known: &Known| {
        let text = NotebookText { paper: true, ..entry("", &known.snapshot) };
        Ok(Draft::new(on, RecordKind::Notebook(text)).into())
    };
    let said = |n: &str| format!("Noted as {n}: your issues and plans are on paper. That counts just as well.");
    transact(ctx, draft, Permission::Refuse, |changed| told(ctx, changed, said))
}

fn child(
    ctx: &Context<'_>,
    notebook: &Notebook<'_>,
    parent: &NotebookEntry<'_>,
    kind: EntryKind,
    on: EventDate,
    editor: bool,
) -> Result<Output> {
    // Before anybody types: what would be refused needs no text.
    refuse_misplaced(notebook, parent, kind)?;
    let (of, label) = (parent.id().clone(), notebook.label(parent));
    let Some(input) = read(ctx, kind, "", editor)? else { return Ok(nothing_written(ctx)) };
    let draft = |text: &str, snapshot: &Snapshot| {
        let notebook = Notebook::of(snapshot);
        let parent = notebook.get(&of).ok_or_else(|| gone(&label))?;
        refuse_misplaced(&notebook, parent, kind)?;
        Ok(Draft::new(on, RecordKind::Notebook(NotebookText { kind, of: Some(of.clone()), ..entry(text, snapshot) })))
    };
    let day = LongDate(on.moment(&ctx.clock()).day);
    save(ctx, input, draft, |changed| {
        told(ctx, changed, |n| match kind {
            EntryKind::Plan => format!("Noted as {n}, a plan for {label}. Once you've done it: `reconnect notebook evidence {n}`."),
            _ => format!("Noted as {n}, evidence for {label}, on {day}. Read it when you doubt yourself."),
        })
    })
}

/// A plan belongs to an issue or an obstacle; evidence to one of these, or to a plan. All of them to this chapter.
fn refuse_misplaced(notebook: &Notebook<'_>, parent: &NotebookEntry<'_>, kind: EntryKind) -> Result<()> {
    let label = notebook.label(parent);
    let is_root = matches!(parent.kind(), EntryKind::Issue | EntryKind::Obstacle);
    let (fits, hint) = match kind {
        EntryKind::Plan => (is_root, "a plan belongs to an issue or an obstacle"),
        _ => (is_root || parent.kind() == EntryKind::Plan, "evidence belongs to a plan, an issue or an obstacle"),
    };
    if !fits {
        return Err(Failure::new(format!("entry {label} is {}", view::a_kind(parent.kind()))).hint(hint));
    }
    if parent.chapter != notebook.chapter {
        return Err(Failure::new(format!("entry {label} is from before the second breakup, and that chapter is closed"))
            .hint("`reconnect notebook list` shows the entries since then"));
    }
    Ok(())
}

fn done(ctx: &Context<'_>, notebook: &Notebook<'_>, entry: &NotebookEntry<'_>) -> Result<Output> {
    let label = notebook.label(entry);
    if !entry.kind().can_be_done() {
        return Err(Failure::new(format!("entry {label} stays open: it's {}", view::a_kind(entry.kind())))
            .hint("issues, plans and obstacles can be done"));
    }
    if entry.done {
        return Ok(Output::text(ctx.say(&[format!("{label} was done already.")])));
    }
    record(ctx, this_moment(ctx), &RecordKind::Done { of: entry.id().clone() }, |changed| {
        if Notebook::of(&changed.after).get(entry.id()).is_some_and(|entry| entry.done) {
            return Ok(Output::recorded(ctx.say(&[format!("{label} is done. It stays in the notebook.")])));
        }
        Err(gone(&label))
    })
}

fn gone(label: &str) -> Failure {
    Failure::new(format!("entry {label} was taken back in the meantime"))
}

/// A new text for an entry: a record that replaces it, with its date and its place.
fn edit(ctx: &Context<'_>, notebook: &Notebook<'_>, entry: &NotebookEntry<'_>, editor: bool) -> Result<Output> {
    let label = notebook.label(entry);
    if entry.text.paper {
        return Err(Failure::new(format!("entry {label} is on paper; there is no text here to change")));
    }
    if entry.dated.record.is_erased() {
        return Err(Failure::new(format!("the text of entry {label} was erased")).hint("a new entry can say it in other words"));
    }
    let Some(input) = read(ctx, entry.kind(), &entry.text.text, editor)? else { return Ok(nothing_written(ctx)) };
    if input.text() == entry.text.text {
        input.discard();
        return Ok(Output::text(ctx.say(&["Nothing changed.".to_owned()])));
    }
    let id = entry.id().clone();
    let text = input.text().to_owned();
    let draft = |text: &str, snapshot: &Snapshot| {
        let known = Notebook::of(snapshot);
        let entry = known.get(&id).ok_or_else(|| gone(&label))?;
        let kind = RecordKind::Notebook(NotebookText { text: text.to_owned(), ..entry.text.clone() });
        Ok(Draft { replaces: Some(id.clone()), ..Draft::new(entry.dated.record.on(), kind) })
    };
    save(ctx, input, draft, |changed| {
        let notebook = Notebook::of(&changed.after);
        match notebook.get(&id) {
            Some(entry) if entry.text.text == text => {
                let said = format!("{label} has a new text. The earlier one stays in the diary.");
                Ok(Output::recorded(ctx.say(&[said])))
            }
            Some(entry) => Err(beaten_by(&entry.dated.record, "")),
            None => Err(gone(&label)),
        }
    })
}

const fn about(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Issue => {
            "One thing that went wrong. Your own part in it: what could I do differently?\n\
             Did I neglect their needs? Did talking break down?\nWas trust hurt? Did small things grow into big ones?"
        }
        EntryKind::Plan => "One thing you will do, small enough for this week. What, and when?",
        EntryKind::Evidence => "What did I do, and how did it go? Small things count.",
        EntryKind::Obstacle => "What stood between us?",
        EntryKind::Want => "What do I truly want, for myself, whatever comes of this?",
        EntryKind::IfThen => {
            "A plan for a bad moment: if ..., then I ...\nFor example: if I want to write at night, then I call Ana."
        }
        EntryKind::Note => "Anything. It is for you.",
    }
}

fn entry(text: &str, snapshot: &Snapshot) -> NotebookText {
    let n = Some(snapshot.numbers.notebook.saturating_add(1));
    NotebookText { kind: EntryKind::Issue, n, of: None, obstacle: None, paper: false, text: text.to_owned() }
}

fn read(ctx: &Context<'_>, kind: EntryKind, before: &str, editor: bool) -> Result<Option<Input>> {
    let first = if kind == EntryKind::Issue { format!("{NOT_AFTER_VIOLENCE}\n") } else { String::new() };
    let about = format!("{first}{}\n{LEAVE_IT}", about(kind));
    typed(ctx, Ask { name: kind.id(), about: &about, before, editor, ..Ask::default() })
}

fn save(
    ctx: &Context<'_>,
    input: Input,
    draft: impl Fn(&str, &Snapshot) -> Result<Draft>,
    proof: impl Fn(&Changed) -> Result<Output>,
) -> Result<Output> {
    let said = transact(ctx, |known| Ok(draft(input.text(), &known.snapshot)?.into()), Permission::Refuse, proof);
    save_or_keep(said, Some(input), ctx)
}

/// The sentence about a text, and what is said once to somebody who has seen no question.
pub fn first_says(ctx: &Context<'_>, sentence: String, texts: usize) -> Output {
    let leave_it = (texts == 1 && !ctx.env.reads_terminal()).then(|| LEAVE_IT.to_owned());
    Output::recorded(ctx.say(&[sentence].into_iter().chain(leave_it).collect::<Vec<_>>()))
}

/// The sentence about a new entry, given its number.
fn told(ctx: &Context<'_>, changed: &Changed, sentence: impl Fn(&str) -> String) -> Result<Output> {
    let notebook = Notebook::of(&changed.after);
    let entry = changed.id().and_then(|id| notebook.get(id));
    let entry = entry.ok_or_else(|| Failure::new("that entry would not be in the notebook"))?;
    Ok(first_says(ctx, sentence(&notebook.label(entry)), notebook.entries.len()))
}
