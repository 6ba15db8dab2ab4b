//! `log-contact`: somebody got in touch. What is said is gentle, true, and different for each kind.

use reconnect::when::Spoken;
use reconnect::{Effect, Overrule, Via, Who};

use super::{Output, status};
use crate::cli::LogContactArgs;
use crate::context::Context;
use crate::date_args;
use crate::diary::lines::Wanted;
use crate::diary::record::ContactFields;
use crate::diary::{Draft, Snapshot, What};
use crate::error::{Failure, Result};
use crate::input::{self, Ask, Input};
use crate::view::event;
use crate::view::status::spoken;
use crate::words::{self, fill};

/// Runs it.
pub fn run(args: &LogContactArgs, ctx: &Context<'_>) -> Result<Output> {
    let when = if args.when.is_empty() { ctx.this_minute() } else { ctx.parse(&args.when.join(" "))? };
    let on = ctx.on(when);
    let moment = on.moment(&ctx.clock());
    date_args::refuse_future(ctx, moment, "a contact")?;
    let mut fields = ContactFields {
        who: args.who,
        via: args.via,
        reply: args.reply,
        logistics: args.logistics,
        overrule: if args.keep { Some(Overrule::Keep) } else { args.restart.then_some(Overrule::Restart) },
        note: None,
    };
    let decide = |fields: &ContactFields| {
        let fields = fields.clone();
        move |snapshot: &Snapshot| match &snapshot.breakup {
            Some((breakup, _)) if moment.day < *breakup => Err(Failure::new(format!(
                "a contact before the breakup does not count: {} is before {}",
                Spoken(moment.day),
                Spoken(*breakup)
            ))
            .hint("`reconnect breakup WHEN` corrects the breakup date")),
            _ => Ok(vec![Draft::new(on, What::Contact(fields.clone()))]),
        }
    };
    let typed = if args.note.is_some() {
        // Before anybody types: a contact that would be refused needs no note.
        ctx.refuse_looking_ahead()?;
        decide(&fields)(&ctx.snapshot(Wanted::Facts)?)?;
        Some(input::read(ctx.env, &ctx.paths, Ask { name: "note", about: words::ABOUT_NOTE, before: "" })?)
    } else {
        None
    };
    fields.note = typed.as_ref().map(|typed| typed.text().to_owned());
    let changed = match (ctx.change_knowing(Wanted::FactsToRecord, decide(&fields)), typed) {
        (Ok(changed), typed) => {
            typed.into_iter().for_each(Input::discard);
            changed
        }
        (Err(failure), Some(typed)) => return Err(typed.keep(failure, &ctx.paths)),
        (Err(failure), None) => return Err(failure),
    };
    let effect = changed.effect_of_last();
    let mut lines = vec![fill(words::CONTACT_NOTED, &[("contact", &event::contact(&fields)), ("when", &spoken(moment))])];
    let runs = changed.snapshot.life.runs();
    let open = runs.open();
    lines.push(gently(&fields, effect, open.is_some(), runs.all().next().is_some()).to_owned());
    if let Some(since) = open.filter(|_| effect.ended_run) {
        lines.push(fill(words::COUNT_ANEW, &[("when", &spoken(since))]));
    }
    lines.extend(status::numbers(&changed.snapshot, ctx));
    let mut page = ctx.page();
    page.sentences(&lines);
    Ok(Output::recorded(page.finish(), changed.notes))
}

/// The one sentence that fits.
fn gently(fields: &ContactFields, effect: Effect, is_open: bool, was_ever_open: bool) -> &'static str {
    let contact = fields.contact();
    match fields.who {
        Who::Them => words::AFTER_THEIRS,
        Who::Me if effect.reach_out && effect.allowed => words::AFTER_REACH_OUT,
        Who::Me if effect.reach_out => words::AFTER_SECOND,
        Who::Me if !was_ever_open => words::AFTER_BEFORE_ANY,
        Who::Me if !is_open => words::AFTER_CLOSED,
        Who::Me if contact.overrule == Some(Overrule::Keep) => words::AFTER_KEEP,
        Who::Me if fields.logistics => words::AFTER_LOGISTICS,
        Who::Me if fields.via == Via::Looked => words::AFTER_LOOK,
        Who::Me if fields.reply => words::AFTER_REPLY,
        Who::Me => match fields.via {
            Via::Text => words::AFTER_TEXT,
            Via::Call => words::AFTER_CALL,
            Via::InPerson => words::AFTER_MEETING,
            _ => words::AFTER_OTHER,
        },
    }
}
