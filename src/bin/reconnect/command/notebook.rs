//! `notebook`: issues, plans and evidence, obstacles, wants, if-then plans, notes.

use reconnect::NOT_AFTER_VIOLENCE;
use reconnect::date::LongDate;

use super::{Output, happened, nothing_written, record, save_or_keep, this_moment, typed};
use crate::cli::{ListArgs, NotebookArgs, NotebookCommand, TypedText, how_to_give};
use crate::context::{Context, Known};
use crate::error::{Failure, Result};
use crate::model::notebook::{Notebook, NotebookEntry};
use crate::store::diary::{Draft, EntryKind, EventDate, NotebookText, ObstacleKind, RecordKind};
use crate::store::falls::beaten_by;
use crate::store::transact::{Permission, transact};
use crate::terminal::write::{Ask, Input};
use crate::view::notebook as view;

/// Said once beside a text that is about to be written: for some people writing makes it worse.
pub const LEAVE_IT: &str = "If writing makes it heavier, leave it. That's fine.";

pub fn run(args: &NotebookArgs, ctx: &Context<'_>) -> Result<Output> {
    let snapshot = ctx.snapshot();
    let notebook = &Notebook::of(&snapshot);
    let empty = |kind| NotebookText { kind, n: None, of: None, obstacle: None, paper: false, text: String::new() };
    let alone = |kind, typed: &TypedText| add(ctx, notebook, &empty(kind), this_moment(ctx), typed.editor);
    let below = |kind, n: &str, on, editor| {
        let of = Some(notebook.find(n)?.id().clone());
        add(ctx, notebook, &NotebookText { of, ..empty(kind) }, on, editor)
    };
    match args.command.as_ref().unwrap_or(&NotebookCommand::List(args.list)) {
        NotebookCommand::Issue { on_paper, typed } => {
            let issue = NotebookText { paper: *on_paper, ..empty(EntryKind::Issue) };
            add(ctx, notebook, &issue, this_moment(ctx), typed.editor)
        }
        NotebookCommand::Obstacle { practical, typed, .. } => {
            let obstacle = Some(if *practical { ObstacleKind::Practical } else { ObstacleKind::Emotional });
            add(ctx, notebook, &NotebookText { obstacle, ..empty(EntryKind::Obstacle) }, this_moment(ctx), typed.editor)
        }
        NotebookCommand::Want(typed) => alone(EntryKind::Want, typed),
        NotebookCommand::IfThen(typed) => alone(EntryKind::IfThen, typed),
        NotebookCommand::Note(typed) => alone(EntryKind::Note, typed),
        NotebookCommand::Plan { n, typed } => below(EntryKind::Plan, n, this_moment(ctx), typed.editor),
        NotebookCommand::Evidence { n, when, editor } => {
            let happened = happened(ctx, when, this_moment(ctx));
            let (on, _) = happened.map_err(|failure| failure.hint(how_to_give("reconnect notebook evidence N")))?;
            below(EntryKind::Evidence, n, on, *editor)
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

/// A new entry: all of it but its text and its number. Issues on paper need no text here; they count as an issue with its plan.
fn add(ctx: &Context<'_>, notebook: &Notebook<'_>, new: &NotebookText, on: EventDate, editor: bool) -> Result<Output> {
    let parent = new.of.as_ref().and_then(|id| notebook.get(id));
    // Before anybody types: what would be refused needs no text.
    parent.map_or(Ok(()), |parent| refuse_misplaced(notebook, parent, new.kind))?;
    let of = parent.map(|parent| notebook.label(parent)).unwrap_or_default();
    let input = if new.paper { None } else { read(ctx, new.kind, "", editor)? };
    if input.is_none() && !new.paper {
        return Ok(nothing_written(ctx));
    }
    let draft = |known: &Known| {
        let notebook = Notebook::of(&known.snapshot);
        if let Some(id) = &new.of {
            refuse_misplaced(&notebook, notebook.get(id).ok_or_else(|| gone(&of))?, new.kind)?;
        }
        let n = Some(known.snapshot.numbers.notebook.saturating_add(1));
        let text = input.as_ref().map(|input| input.text().to_owned()).unwrap_or_default();
        Ok(Draft::new(on, RecordKind::Notebook(NotebookText { n, text, ..new.clone() })).into())
    };
    let day = LongDate(on.moment(&ctx.clock()).day);
    let said = transact(ctx, draft, Permission::Refuse, |changed| {
        let notebook = Notebook::of(&changed.after);
        let entry = changed.id().and_then(|id| notebook.get(id));
        let n = notebook.label(entry.ok_or_else(|| Failure::new("that entry would not be in the notebook"))?);
        let said = match new.kind {
            EntryKind::Issue if new.paper => ": your issues and plans are on paper. That counts just as well.".to_owned(),
            EntryKind::Issue => format!(". Next, one thing you will do about it: `reconnect notebook plan {n}`."),
            EntryKind::Obstacle => format!(". A real step on it: `reconnect notebook plan {n}`."),
            EntryKind::IfThen => ". `reconnect urge` shows it to you in a bad moment.".to_owned(),
            EntryKind::Plan => format!(", a plan for {of}. Once you've done it: `reconnect notebook evidence {n}`."),
            EntryKind::Evidence => format!(", evidence for {of}, on {day}. Read it when you doubt yourself."),
            EntryKind::Want | EntryKind::Note => ".".to_owned(),
        };
        Ok(first_says(ctx, format!("Noted as {n}{said}"), notebook.entries.len()))
    });
    save_or_keep(said, input, ctx)
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
    let id = entry.id();
    let draft = |known: &Known| {
        let known = Notebook::of(&known.snapshot);
        let entry = known.get(id).ok_or_else(|| gone(&label))?;
        let kind = RecordKind::Notebook(NotebookText { text: input.text().to_owned(), ..entry.text.clone() });
        Ok(Draft { replaces: Some(id.clone()), ..Draft::new(entry.dated.record.on(), kind) }.into())
    };
    let said = transact(ctx, draft, Permission::Refuse, |changed| match Notebook::of(&changed.after).get(id) {
        Some(entry) if entry.text.text == input.text() => {
            Ok(Output::recorded(ctx.say(&[format!("{label} has a new text. The earlier one stays in the diary.")])))
        }
        Some(entry) => Err(beaten_by(&entry.dated.record, "")),
        None => Err(gone(&label)),
    });
    save_or_keep(said, Some(input), ctx)
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

fn read(ctx: &Context<'_>, kind: EntryKind, before: &str, editor: bool) -> Result<Option<Input>> {
    let first = if kind == EntryKind::Issue { format!("{NOT_AFTER_VIOLENCE}\n") } else { String::new() };
    let about = format!("{first}{}\n{LEAVE_IT}", about(kind));
    typed(ctx, Ask { name: kind.id(), about: &about, before, editor, ..Ask::default() })
}

/// The sentence about a text, and what is said once to somebody who has seen no question.
pub fn first_says(ctx: &Context<'_>, sentence: String, texts: usize) -> Output {
    let leave_it = (texts == 1 && !ctx.env.reads_terminal()).then(|| LEAVE_IT.to_owned());
    Output::recorded(ctx.say(&[sentence].into_iter().chain(leave_it).collect::<Vec<_>>()))
}
