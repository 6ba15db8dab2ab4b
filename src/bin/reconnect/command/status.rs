//! `status`: the answer to the three questions.

use reconnect::advise;

use super::Output;
use crate::cli::StatusArgs;
use crate::context::Context;
use crate::diary::lines::Wanted;
use crate::diary::notebook::Notebook;
use crate::diary::{Snapshot, What};
use crate::error::{Failure, Result};
use crate::text::escape::escape_controls;
use crate::view::status::{self as render, Status, human, short, values};
use crate::view::{json, lacks};

/// Runs it.
pub fn run(args: &StatusArgs, ctx: &Context<'_>) -> Result<Output> {
    let status = of(&ctx.snapshot(Wanted::Facts)?, ctx);
    Ok(Output::text(match &args.format {
        _ if args.json => json::line(&json::status(&status, ctx.now)),
        _ if args.short => short(&status),
        Some(template) => format!("{}\n", filled(template, &status)?),
        None => human(&status, ctx.page()),
    }))
}

/// What a snapshot's status is today.
pub fn of(snapshot: &Snapshot, ctx: &Context<'_>) -> Status {
    let facts = ctx.facts(snapshot);
    let answered = snapshot.told.iter().rev().find_map(|told| match told.entry.what() {
        What::Answer { answer } => Some((*answer, told.moment.day)),
        _ => None,
    });
    let verdict = advise(&facts);
    Status {
        lacks: lacks::lines(&Notebook::of(snapshot), verdict.id(), &facts),
        verdict,
        since: snapshot.life.runs().open(),
        last_run: snapshot.life.runs().all().last(),
        record: snapshot.life.runs().record(facts.today),
        boundaries: snapshot.life.boundaries_in_force(facts.today).collect(),
        answer: answered.filter(|(answer, _)| facts.answer == Some(*answer)),
        first_day: ctx.config.settings.first_day,
        is_fresh: snapshot.told.is_empty() && snapshot.passed_over == 0,
        facts,
    }
}

/// The three honest numbers after a change.
pub fn numbers(snapshot: &Snapshot, ctx: &Context<'_>) -> Option<String> {
    let status = of(snapshot, ctx);
    render::numbers(status.record, status.shown_run())
}

/// The page that a changing command ends with.
pub fn page(snapshot: &Snapshot, ctx: &Context<'_>) -> String {
    human(&of(snapshot, ctx), ctx.page())
}

fn filled(template: &str, status: &Status) -> Result<String> {
    let values = values(status);
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (name, behind) = after.split_once('}').ok_or_else(|| Failure::new("a `{` in the template is never closed"))?;
        let Some((_, value)) = values.iter().find(|(known, _)| *known == name) else {
            let known: Vec<_> = values.iter().map(|(name, _)| format!("{{{name}}}")).collect();
            return Err(Failure::new(format!("`{{{name}}}` is nothing that a template can hold"))
                .hint(format!("it can hold {}", known.join(", "))));
        };
        text.push_str(value);
        rest = behind;
    }
    text.push_str(rest);
    Ok(escape_controls(&text).into_owned())
}
