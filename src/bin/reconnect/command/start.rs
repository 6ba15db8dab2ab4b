//! `start-no-contact`: opens a run, and stores both dates.

use reconnect::Moment;
use reconnect::when::{Spoken, When};

use super::{Output, breakup, status};
use crate::cli::StartArgs;
use crate::context::Context;
use crate::date_args;
use crate::diary::lines::Wanted;
use crate::diary::{Draft, On, Snapshot, What};
use crate::error::{Failure, Result};
use crate::view::status::{echoed, spoken};
use crate::words::{self, fill};

/// Runs it.
pub fn run(args: &StartArgs, ctx: &Context<'_>) -> Result<Output> {
    let today = ctx.clock().today();
    // `--breakup 24 Oct 2026 yesterday`: the words of the option end where its date does.
    let (breakup, rest) = date_args::leading(ctx, &args.breakup)?;
    let words: Vec<String> = args.when.iter().cloned().chain(rest).collect();
    let when = if words.is_empty() { ask(ctx, args)? } else { ctx.parse(&words.join(" "))? };
    let on = ctx.on(when);
    let start = on.moment(&ctx.clock());
    date_args::refuse_future(ctx, start, "a start")?;
    let breakup = breakup.map(|when| breakup::checked(ctx, when)).transpose()?;

    let changed = ctx.change(|snapshot| {
        let mut drafts = Vec::new();
        if let Some(date) = breakup
            && snapshot.breakup.as_ref().map(|(day, _)| *day) != Some(date)
        {
            drafts.push(breakup::draft(snapshot, date));
        }
        if let Some(date) = breakup.or(snapshot.breakup.as_ref().map(|(day, _)| *day))
            && start.day < date
        {
            return Err(Failure::new(format!(
                "no contact cannot start before the breakup: {} is before {}",
                Spoken(start.day),
                Spoken(date)
            ))
            .hint("`--breakup WHEN` corrects the breakup date"));
        }
        drafts.push(draft(snapshot, on, start, args.replace)?);
        Ok(drafts)
    })?;
    // Whoever logged a contact before the first start has it already: then the count begins there.
    let later = changed.snapshot.life.runs().open().filter(|since| *since != start);
    let said = match later {
        _ if args.replace => words::START_MOVED,
        Some(_) => words::STARTED_BEFORE_CONTACT,
        None => words::STARTED,
    };
    let since = later.map(spoken).unwrap_or_default();
    let mut page = ctx.page();
    page.sentences(&[fill(said, &[("when", &echoed(start, today)), ("since", &since)])]);
    Ok(Output::recorded(format!("{}\n{}", page.finish(), status::page(&changed.snapshot, ctx)), changed.notes))
}

/// On a terminal the last contact is asked for; elsewhere it is today.
fn ask(ctx: &Context<'_>, args: &StartArgs) -> Result<When> {
    let today = When::from(ctx.clock().today());
    if !ctx.env.can_ask() {
        return Ok(today);
    }
    if !args.replace && ctx.snapshot(Wanted::Facts)?.life.runs().open().is_some() {
        return Ok(today);
    }
    let answer = ctx.env.ask(words::ASK_LAST_CONTACT)?;
    if answer.is_empty() { Ok(today) } else { ctx.parse(&answer) }
}

fn draft(snapshot: &Snapshot, on: On, start: Moment, replace: bool) -> Result<Draft> {
    let Some(open) = snapshot.life.runs().open() else { return Ok(Draft::new(on, What::Start { moves: false })) };
    if !replace {
        return Err(Failure::new(format!("no contact is already running, since {}", spoken(open)))
            .hint("if there was contact, `reconnect log-contact me WHEN` records it; the count begins anew, what was kept still counts")
            .hint("if the start is wrong, `reconnect start-no-contact WHEN --replace` corrects it"));
    }
    let contact = snapshot.life.runs().opened_by_contact();
    if let Some(day) = contact.filter(|day| start.day < *day) {
        return Err(Failure::new(format!("this run began with the contact of {}; it cannot start before that", Spoken(day))).hint(
            "if that contact was recorded by mistake, `reconnect history` shows its id and `reconnect undo ID` takes it back",
        ));
    }
    Ok(Draft { replaces: snapshot.opener.clone(), ..Draft::new(on, What::Start { moves: contact.is_some() }) })
}
