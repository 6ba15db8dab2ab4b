//! `status`: how long it has been, how long the user has kept their distance, and what the guide says about now.

use reconnect::advise;
use reconnect::date::LongDate;

use super::Output;
use crate::cli::StatusArgs;
use crate::context::Context;
use crate::error::{Failure, Result};
use crate::model::notebook::Notebook;
use crate::store::diary::Snapshot;
use crate::store::hidden::Hidden;
use crate::terminal::escape::escape_controls;
use crate::view::short::{short, values};
use crate::view::status::{Status, human};
use crate::view::{json, why};

pub fn run(args: &StatusArgs, ctx: &Context<'_>) -> Result<Output> {
    let known = ctx.known();
    let (is_all_damage, holds_lines) = (known.diary.is_all_damage(), known.diary.iter().len() > 0);
    let status = Status { is_all_damage, holds_lines, ..of(&known.snapshot, ctx) };
    Ok(match &args.format {
        _ if args.json => Output::json(json::status(&status, ctx.now)),
        _ if args.short => Output::text(short(&status)),
        Some(template) => Output::text(format!("{}\n", filled(template, &status)?)),
        None if args.why => Output::text(why::human(&status, &Notebook::of(&known.snapshot), ctx.page())),
        None => Output::text(human(&status, ctx.page())),
    })
}

fn of<'s>(snapshot: &'s Snapshot, ctx: &'s Context<'_>) -> Status<'s> {
    let facts = snapshot.facts();
    let hidden = Hidden::read(&ctx.paths, facts.today).map(|hidden| match hidden {
        Hidden::Through(last) => format!("through {}", LongDate(last)),
        Hidden::UntilShown => "until you say `reconnect hide --off`".to_owned(),
    });
    let first_day = ctx.config.settings.first_day;
    let (verdict, call) = (advise(&facts), ctx.config.settings.call.as_slice());
    Status { snapshot, verdict, first_day, hidden, is_all_damage: false, holds_lines: true, call, facts }
}

pub fn page(snapshot: &Snapshot, ctx: &Context<'_>) -> String {
    human(&of(snapshot, ctx), ctx.page())
}

fn filled(template: &str, status: &Status<'_>) -> Result<String> {
    let values: Vec<_> = values(status).into_iter().map(|(name, value)| (format!("{{{name}}}"), value)).collect();
    let text = values.iter().fold(template.to_owned(), |text, (name, value)| text.replace(name, value));
    let Some(unknown) = text.split_inclusive('}').find_map(|part| part.get(part.find('{')?..)) else {
        return Ok(escape_controls(&text).into_owned());
    };
    if !unknown.ends_with('}') {
        return Err(Failure::new("a `{` in the template is never closed"));
    }
    let known: Vec<_> = values.iter().map(|(name, _)| name.as_str()).collect();
    Err(Failure::new(format!("a template can't hold `{unknown}`")).hint(format!("it can hold {}", known.join(", "))))
}
