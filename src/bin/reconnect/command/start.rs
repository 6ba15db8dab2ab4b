//! `start-no-contact`: opens a run, and records the breakup and the aim with it.

use chrono::NaiveDate;
use reconnect::date::ParsedDate;
use reconnect::{Aim, Moment};

use super::{Output, breakup, status};
use crate::cli::StartArgs;
use crate::command::date_args;
use crate::context::{Context, Known};
use crate::error::{Failure, Result};
use crate::store::current_dates::{breakup_draft, check_breakup, check_start, refuse_future, start_draft};
use crate::store::diary::{Draft, EventDate, RecordKind};
use crate::store::transact::{Permission, transact};
use crate::view::recorded;

struct Start {
    on: EventDate,
    breakup: Option<NaiveDate>,
    aim: Option<Aim>,
}

pub fn run(args: &StartArgs, ctx: &Context<'_>) -> Result<Output> {
    // `--breakup 24 Oct 2026 yesterday`: the words of the option end where its date does.
    let (breakup, rest) = date_args::leading(ctx, &args.breakup)?;
    let words: Vec<String> = args.when.iter().cloned().chain(rest).collect();
    let breakup = breakup.map(|date| breakup::checked(ctx, date)).transpose()?;
    let typed = if words.is_empty() { None } else { Some(ctx.parse(&words.join(" "))?) };
    let start = ask(ctx, args, typed, breakup)?;
    let moment = start.on.moment(&ctx.clock());
    refuse_future(moment, &ctx.clock(), "a start")?;

    transact(
        ctx,
        |known| Ok(drafts(known, &start, moment, args.replace)?.into()),
        Permission::Refuse,
        |changed| {
            check_start(&changed.before, &changed.after, moment)?;
            start.breakup.map_or(Ok(()), |day| check_breakup(&changed.before, &changed.after, day, false))?;
            let was_open = changed.before.timeline.runs().open().is_some();
            let since = changed.after.timeline.runs().open();
            let said = ctx.say(&recorded::started(moment, since, was_open, ctx.clock().today()));
            Ok(Output::recorded(format!("{said}\n{}", status::page(&changed.after, ctx))))
        },
    )
}

fn drafts(known: &Known, start: &Start, moment: Moment, replace: bool) -> Result<Vec<Draft>> {
    let before = &known.snapshot;
    if replace && before.timeline.runs().open().is_none() {
        return Err(
            Failure::new("no count is running, so there is no start to correct").hint("without `--replace` a new count begins")
        );
    }
    let mut drafts = Vec::new();
    // A breakup said with the start is the one that the start has to follow.
    if let Some(day) = start.breakup
        && before.breakup.as_ref().map(|breakup| breakup.day) != Some(day)
    {
        drafts.push(breakup_draft(before, day, false)?);
    }
    let breakup = start.breakup.or(before.breakup.as_ref().map(|breakup| breakup.day));
    drafts.push(start_draft(before, breakup, start.on, moment, replace)?);
    drafts.extend(start.aim.map(|aim| Draft::new(EventDate::Day(before.today()), RecordKind::Aim(aim))));
    Ok(drafts)
}

/// On a terminal, three short questions, each of which Enter skips; elsewhere the last contact is today if nothing is said.
fn ask(ctx: &Context<'_>, args: &StartArgs, typed: Option<ParsedDate>, breakup: Option<NaiveDate>) -> Result<Start> {
    let today = ParsedDate { date: ctx.clock().today(), time: None, offset: None };
    let start = |when: ParsedDate, breakup, aim| Start { on: ctx.event_date(when), breakup, aim };
    if !ctx.env.can_ask || args.replace || typed.is_some() {
        return Ok(start(typed.unwrap_or(today), breakup, None));
    }
    let before = ctx.snapshot()?;
    if before.timeline.runs().open().is_some() {
        return Ok(start(today, breakup, None));
    }
    let when = ctx.env.ask_until(recorded::ASK_LAST_CONTACT, |answer| {
        let when = if answer.is_empty() { today } else { ctx.parse(answer)? };
        refuse_future(ctx.moment(when), &ctx.clock(), "a start").map(|()| when)
    })?;
    let breakup = match breakup {
        None if before.breakup.is_none() => ctx.env.ask_until(recorded::ASK_BREAKUP, |answer| match answer {
            "" => Ok(None),
            words => breakup::checked(ctx, ctx.parse(words)?).map(Some),
        })?,
        known => known,
    };
    let aim = match before.facts().aim {
        None => ctx.env.ask_until(recorded::ASK_AIM, recorded::aim_from_answer)?,
        Some(_) => None,
    };
    Ok(start(when, breakup, aim))
}
