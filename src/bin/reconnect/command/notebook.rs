//! `notebook`: issues, plans and proof (step 2), obstacles (step 5), what the user truly wants, notes.

use reconnect::when::Spoken;

use super::Output;
use crate::cli::{ListArgs, NotebookArgs, NotebookCommand};
use crate::context::Context;
use crate::date_args;
use crate::diary::jotting::{Jotting, Kind, Sort};
use crate::diary::lines::Wanted;
use crate::diary::notebook::{Leaf, Notebook};
use crate::diary::numbers::Numbered;
use crate::diary::{Draft, On, Snapshot, What};
use crate::error::{Failure, Result};
use crate::input::{self, Ask, Input};
use crate::view::{json, notebook as render};
use crate::words::{self, fill};

/// Runs it.
pub fn run(args: &NotebookArgs, ctx: &Context<'_>) -> Result<Output> {
    let list = NotebookCommand::List(ListArgs::default());
    match args.command.as_ref().unwrap_or(&list) {
        NotebookCommand::Issue { on_paper: true } => on_paper(ctx),
        NotebookCommand::Issue { on_paper: false } => new(ctx, Kind::Issue, None, words::ABOUT_ISSUE),
        NotebookCommand::Obstacle { practical, .. } => {
            new(ctx, Kind::Obstacle, Some(if *practical { Sort::Practical } else { Sort::Emotional }), words::ABOUT_OBSTACLE)
        }
        NotebookCommand::Want => new(ctx, Kind::Want, None, words::ABOUT_WANT),
        NotebookCommand::Note => new(ctx, Kind::Note, None, words::ABOUT_NOTE),
        NotebookCommand::Plan { n } => below(ctx, n, Kind::Plan, now(ctx)),
        NotebookCommand::Evidence { n, when } => {
            let on = if when.is_empty() { now(ctx) } else { ctx.on(ctx.parse(&when.join(" "))?) };
            date_args::refuse_future(ctx, on.moment(&ctx.clock()), "evidence")?;
            below(ctx, n, Kind::Evidence, on)
        }
        NotebookCommand::Done { n } => done(ctx, n),
        NotebookCommand::Edit { n } => edit(ctx, n),
        NotebookCommand::Show { n } => {
            let snapshot = ctx.snapshot(Wanted::Everything)?;
            let notebook = Notebook::of(&snapshot);
            Ok(Output::text(render::whole(&notebook, notebook.find(n)?, ctx.page())))
        }
        NotebookCommand::List(args) => list_of(ctx, *args),
    }
}

fn now(ctx: &Context<'_>) -> On {
    ctx.on(ctx.this_minute())
}

fn list_of(ctx: &Context<'_>, args: ListArgs) -> Result<Output> {
    let snapshot = ctx.snapshot(Wanted::Everything)?;
    let notebook = Notebook::of(&snapshot);
    Ok(Output::text(if args.json {
        json::line(&render::json(&notebook, args.open, args.all))
    } else {
        render::list(&notebook, args.open, args.all, ctx.page())
    }))
}

/// An entry that belongs to no other.
fn new(ctx: &Context<'_>, kind: Kind, sort: Option<Sort>, about: &str) -> Result<Output> {
    let typed = read(ctx, kind, about, "")?;
    let on = now(ctx);
    let template = match kind {
        Kind::Issue => words::ISSUE_NOTED,
        Kind::Obstacle => words::OBSTACLE_NOTED,
        _ => words::ENTRY_NOTED,
    };
    save(ctx, typed, |text, snapshot| {
        let jotting = Jotting { n: Some(next(snapshot)), sort, text: text.to_owned(), ..Jotting::default() };
        Ok(Draft::new(on, What::entry(kind, jotting)))
    })
    .map(|saved| saved.say(ctx, |n| fill(template, &[("n", &n)])))
}

/// What is on paper needs no words here; it counts as an issue with its plan.
fn on_paper(ctx: &Context<'_>) -> Result<Output> {
    let on = now(ctx);
    let decide = |snapshot: &Snapshot| {
        Ok(vec![Draft::new(on, What::Issue(Jotting { n: Some(next(snapshot)), paper: true, ..Jotting::default() }))])
    };
    let changed = ctx.change(decide)?;
    Ok(Saved::of(changed).say(ctx, |n| fill(words::PAPER_NOTED, &[("n", &n)])))
}

/// A plan or evidence.
fn below(ctx: &Context<'_>, n: &str, kind: Kind, on: On) -> Result<Output> {
    // Before anybody types: what would be refused needs no words.
    let snapshot = ctx.snapshot(Wanted::Everything)?;
    let of = {
        let notebook = Notebook::of(&snapshot);
        let above = notebook.find(n)?;
        refuse_misplaced(&notebook, above, kind)?;
        (above.id().clone(), notebook.label(above))
    };
    let about = if kind == Kind::Plan { words::ABOUT_PLAN } else { words::ABOUT_EVIDENCE };
    let typed = read(ctx, kind, about, "")?;
    let saved = save(ctx, typed, |text, snapshot| {
        let notebook = Notebook::of(snapshot);
        refuse_misplaced(&notebook, notebook.get(&of.0)?, kind)?;
        let jotting = Jotting { n: Some(next(snapshot)), of: Some(of.0.clone()), text: text.to_owned(), ..Jotting::default() };
        Ok(Draft::new(on, What::entry(kind, jotting)))
    })?;
    let template = if kind == Kind::Plan { words::PLAN_NOTED } else { words::EVIDENCE_NOTED };
    let when = Spoken(on.moment(&ctx.clock()).day);
    Ok(saved.say(ctx, |n| fill(template, &[("n", &n), ("of", &of.1), ("when", &when)])))
}

/// A plan belongs to an issue or obstacle, evidence to a plan or issue, both to one of this chapter.
fn refuse_misplaced(notebook: &Notebook<'_>, above: &Leaf<'_>, kind: Kind) -> Result<()> {
    let label = notebook.label(above);
    let (fits, where_to) = match kind {
        Kind::Plan => (matches!(above.kind, Kind::Issue | Kind::Obstacle), "a plan belongs to an issue or an obstacle"),
        _ => {
            (matches!(above.kind, Kind::Plan | Kind::Issue | Kind::Obstacle), "evidence belongs to a plan, an issue or an obstacle")
        }
    };
    if !fits {
        return Err(Failure::new(format!("`{label}` is of the kind `{}`", above.kind.word())).hint(where_to));
    }
    if above.chapter != notebook.chapter {
        return Err(Failure::new(format!("`{label}` belongs to an earlier chapter, which is closed"))
            .hint("`reconnect notebook list` shows this chapter"));
    }
    Ok(())
}

fn done(ctx: &Context<'_>, n: &str) -> Result<Output> {
    let snapshot = ctx.snapshot(Wanted::Everything)?;
    let notebook = Notebook::of(&snapshot);
    let leaf = notebook.find(n)?;
    let label = notebook.label(leaf);
    if !leaf.kind.can_be_done() {
        return Err(Failure::new(format!("`{label}` is of the kind `{}`, which is never done", leaf.kind.word()))
            .hint("issues, plans and obstacles can be dealt with"));
    }
    if leaf.done {
        return Ok(Output::text(said(ctx, &fill(words::DONE_ALREADY, &[("n", &label)]))));
    }
    let of = leaf.id().clone();
    let on = now(ctx);
    let changed = ctx.change(|_| Ok(vec![Draft::new(on, What::Done { of: of.clone() })]))?;
    Ok(Output::recorded(said(ctx, &fill(words::DONE_NOTED, &[("n", &label)])), changed.notes))
}

/// New words for an entry: a record that replaces it, with its date and its place.
fn edit(ctx: &Context<'_>, n: &str) -> Result<Output> {
    let snapshot = ctx.snapshot(Wanted::Everything)?;
    let notebook = Notebook::of(&snapshot);
    let leaf = notebook.find(n)?;
    if leaf.jotting.paper {
        return Err(Failure::new(format!("`{}` is on paper; there are no words here to change", notebook.label(leaf))));
    }
    let typed = read(ctx, leaf.kind, about(leaf.kind), &leaf.jotting.text)?;
    if typed.text() == leaf.jotting.text {
        typed.discard();
        return Ok(Output::text(said(ctx, words::EDIT_SAME)));
    }
    let label = notebook.label(leaf);
    let id = leaf.id().clone();
    let saved = save(ctx, typed, |text, snapshot| {
        let notebook = Notebook::of(snapshot);
        let leaf = notebook.get(&id)?;
        let what = What::entry(leaf.kind, Jotting { text: text.to_owned(), ..leaf.jotting.clone() });
        Ok(Draft { replaces: Some(id.clone()), ..Draft::new(leaf.told.entry.on(), what) })
    })?;
    Ok(Output::recorded(said(ctx, &fill(words::EDIT_NOTED, &[("n", &label)])), saved.changed.notes))
}

const fn about(kind: Kind) -> &'static str {
    match kind {
        Kind::Issue => words::ABOUT_ISSUE,
        Kind::Plan => words::ABOUT_PLAN,
        Kind::Evidence => words::ABOUT_EVIDENCE,
        Kind::Obstacle => words::ABOUT_OBSTACLE,
        Kind::Want => words::ABOUT_WANT,
        Kind::Note => words::ABOUT_NOTE,
    }
}

fn next(snapshot: &Snapshot) -> u32 {
    snapshot.numbers.notebook.saturating_add(1)
}

fn read(ctx: &Context<'_>, kind: Kind, about: &str, before: &str) -> Result<Input> {
    ctx.refuse_looking_ahead()?;
    input::read(ctx.env, &ctx.paths, Ask { name: kind.word(), about, before })
}

/// What was recorded.
struct Saved {
    changed: crate::diary::change::Changed,
}

impl Saved {
    const fn of(changed: crate::diary::change::Changed) -> Self {
        Self { changed }
    }

    /// The sentence about it, given the new entry's number.
    fn say(self, ctx: &Context<'_>, sentence: impl Fn(String) -> String) -> Output {
        let notebook = Notebook::of(&self.changed.snapshot);
        let id = self.changed.ids.last();
        let label = notebook.leaves.iter().find(|leaf| Some(leaf.id()) == id).map(|leaf| notebook.label(leaf));
        Output::recorded(said(ctx, &sentence(label.unwrap_or_default())), self.changed.notes)
    }
}

fn save(ctx: &Context<'_>, typed: Input, draft: impl Fn(&str, &Snapshot) -> Result<Draft>) -> Result<Saved> {
    match ctx.change(|snapshot| Ok(vec![draft(typed.text(), snapshot)?])) {
        Ok(changed) => {
            typed.discard();
            Ok(Saved::of(changed))
        }
        Err(failure) => Err(typed.keep(failure, &ctx.paths)),
    }
}

fn said(ctx: &Context<'_>, sentence: &str) -> String {
    let mut page = ctx.page();
    page.sentences(&[sentence.to_owned()]);
    page.finish()
}
