//! `status`: the answer to the three questions.

use reconnect::advise;

use super::Output;
use crate::args::StatusArgs;
use crate::diary::lines::Wanted;
use crate::diary::notebook::Notebook;
use crate::diary::{Book, What};
use crate::error::{Failure, Result};
use crate::render::status::{self as render, Status, human, short, values};
use crate::render::{inert::inert, json, lacks};
use crate::session::Session;

/// Runs it.
pub fn run(args: &StatusArgs, session: &Session<'_>) -> Result<Output> {
    let status = of(&session.book(Wanted::Facts)?, session);
    Ok(Output::text(match &args.format {
        _ if args.json => json::line(&json::status(&status, session.now)),
        _ if args.short => short(&status),
        Some(template) => format!("{}\n", filled(template, &status)?),
        None => human(&status, session.page()),
    }))
}

/// What a book's status is today.
pub fn of(book: &Book, session: &Session<'_>) -> Status {
    let facts = session.facts(book);
    let answered = book.told.iter().rev().find_map(|told| match told.entry.what() {
        What::Answer { answer } => Some((*answer, told.moment.day)),
        _ => None,
    });
    let verdict = advise(&facts);
    Status {
        lacks: lacks::lines(&Notebook::of(book), verdict.id(), &facts),
        verdict,
        since: book.life.runs().open(),
        last_run: book.life.runs().all().last(),
        record: book.life.runs().record(facts.today),
        boundaries: book.life.boundaries_in_force(facts.today).collect(),
        answer: answered.filter(|(answer, _)| facts.answer == Some(*answer)),
        first_day: session.config.settings.first_day,
        is_fresh: book.told.is_empty() && book.passed_over == 0,
        facts,
    }
}

/// The three honest numbers after a change.
pub fn numbers(book: &Book, session: &Session<'_>) -> Option<String> {
    let status = of(book, session);
    render::numbers(status.record, status.shown_run())
}

/// The page that a changing command ends with.
pub fn page(book: &Book, session: &Session<'_>) -> String {
    human(&of(book, session), session.page())
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
    Ok(inert(&text).into_owned())
}
