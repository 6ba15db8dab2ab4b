//! `start-no-contact`: opens a run, and records the breakup and the aim with it.

use chrono::NaiveDate;
use reconnect::date::{LongDate, ParsedDate};
use reconnect::{Aim, BoundaryKind, Moment};

use super::boundary::ask_protects;
use super::{Output, THEY_SAID_NO, asked_for, breakup, if_said, nothing_recorded, status};
use crate::cli::StartArgs;
use crate::context::{Context, Known};
use crate::env::Stream;
use crate::error::{Failure, Result};
use crate::store::current_dates::{breakup_drafts, check_breakup, check_start, refuse_before_breakup, refuse_future, start_draft};
use crate::store::diary::{BoundaryChange, Draft, EventDate, RecordKind, Snapshot};
use crate::store::transact::{Permission, transact};
use crate::terminal::ask::{self, Choice};
use crate::terminal::wrap::wrap;
use crate::view::recorded;
use crate::words::{self, aim_words, echoed, spoken};

struct Start {
    on: EventDate,
    breakup: Option<NaiveDate>,
    aim: Option<Aim>,
    /// That they asked for space, blocked the user, or said no.
    their_word: Option<RecordKind>,
}

pub fn run(args: &StartArgs, ctx: &Context<'_>) -> Result<Output> {
    // `--breakup 24 Oct 2026 yesterday`: the words of the option end where its date does.
    let is_date = |end: &usize| ctx.parse(&args.breakup.split_at(*end).0.join(" ")).is_ok();
    let end = (1..=args.breakup.len()).rev().find(is_date).unwrap_or(args.breakup.len());
    let (breakup, rest) = args.breakup.split_at(end);
    let words: Vec<String> = args.when.iter().chain(rest).cloned().collect();
    let breakup = if_said(breakup, |words| breakup::checked(ctx, ctx.parse(words)?))?;
    let typed = if_said(&words, |words| ctx.parse(words))?;
    let Some(start) = ask(ctx, args, typed, breakup)? else {
        return Ok(nothing_recorded(ctx));
    };
    let moment = start.on.moment(&ctx.clock());
    refuse_future(moment, &ctx.clock())?;

    let plan = |known: &Known| Ok(drafts(known, &start, moment, args.replace)?.into());
    transact(ctx, plan, Permission::Refuse, |changed| {
        check_start(&changed.before, &changed.after, moment)?;
        start.breakup.map_or(Ok(()), |day| check_breakup(&changed.before, &changed.after, day, false))?;
        let mut lines = recorded::started(moment, changed);
        lines.extend(start.their_word.as_ref().map(|kind| format!("Also noted: {}.", words::named(kind))));
        let (said, page) = (ctx.say(&lines), status::page(&changed.after, ctx));
        // After a no the kind words of the page come first.
        let is_no = matches!(start.their_word, Some(RecordKind::Answer { .. }));
        let (first, then) = if is_no { (page, said) } else { (said, page) };
        Ok(Output::recorded(format!("{first}\n{then}")))
    })
}

fn drafts(known: &Known, start: &Start, moment: Moment, replace: bool) -> Result<Vec<Draft>> {
    let before = &known.snapshot;
    if replace && before.timeline.runs().open().is_none() {
        let why = if before.facts().in_touch.is_some() { "you're in touch again" } else { "no count is running" };
        let ended = before.timeline.runs().last_closed().and_then(|run| run.end).filter(|(end, _)| moment.day < end.day);
        let after = ended.map(|(end, _)| format!(" after the last one ended, {}", spoken(end))).unwrap_or_default();
        return Err(Failure::new(format!("{why}, so there is no start to correct"))
            .hint(format!("without `--replace` a new count begins{after}")));
    }
    let mut drafts = Vec::new();
    // A breakup said with the start is the one that the start has to follow.
    if let Some(day) = start.breakup
        && before.breakup.as_ref().map(|breakup| breakup.day) != Some(day)
    {
        drafts.extend(breakup_drafts(before, day, false)?);
    }
    drafts.push(start_draft(before, start.breakup, start.on, moment, replace)?);
    let today = [start.aim.map(RecordKind::Aim), start.their_word.clone()];
    drafts.extend(today.into_iter().flatten().map(|kind| Draft::new(EventDate::Day(before.today()), kind)));
    Ok(drafts)
}

const AIM: Choice<'_, Option<Aim>> = Choice {
    question: "What are you here for?",
    keys: &[
        ("h", "healing and moving on", &["healing", "heal", "closure", "let go"], Some(Aim::Closure)),
        ("s", "maybe a second chance", &["second chance", "second-chance", "second"], Some(Aim::SecondChance)),
        ("", "not sure", &[], None),
    ],
};

const THEIR_WORD: Choice<'_, Option<RecordKind>> = Choice {
    question: "Did they ask for space, block you, or say no?",
    keys: &[
        ("", "none of these", &["none"], None),
        ("s", "they asked for space", &["space"], Some(asked_for(BoundaryKind::Space))),
        ("b", "they blocked me", &["blocked"], Some(asked_for(BoundaryKind::Blocked))),
        ("o", "a court order", &["order", "court order"], Some(asked_for(BoundaryKind::Order))),
        ("n", "they said no", &["no"], Some(THEY_SAID_NO)),
    ],
};

/// On a terminal it asks for what it doesn't know; elsewhere the last contact is today if nothing is said. `None` after Ctrl-D.
fn ask(ctx: &Context<'_>, args: &StartArgs, mut typed: Option<ParsedDate>, said: Option<NaiveDate>) -> Result<Option<Start>> {
    let today = ParsedDate::from(ctx.clock().today());
    let before = ctx.snapshot();
    let runs = before.timeline.runs();
    let mut start = Start { on: ctx.event_date(typed.unwrap_or(today)), breakup: said, aim: None, their_word: None };
    if !ctx.env.can_ask || args.replace || runs.open().is_some() {
        return Ok(Some(start));
    }
    let known = said.or(before.breakup.as_ref().map(|breakup| breakup.day));
    let (asks_aim, is_first) = (before.facts().aim.is_none(), runs.all().next().is_none());
    if typed.is_some() && known.is_some() && !asks_aim && !is_first {
        return Ok(Some(start));
    }
    tell(ctx, GREETING);
    loop {
        let asked = || ask::offer(ctx.env, LAST_CONTACT, |answer| last_contact(ctx, answer, &before, said));
        let Some(when) = typed.take().map_or_else(asked, |when| Ok(Some(when)))? else { return Ok(None) };
        start.on = ctx.event_date(when);
        let moment = start.on.moment(&ctx.clock());
        tell(ctx, &format!("Last contact: {}.\n", echoed(moment, today.date)));
        if known.is_some() {
            break;
        }
        match ask::offer(ctx.env, BREAKUP, |answer| breakup_day(ctx, answer, moment))? {
            None => return Ok(None),
            Some(Breakup::ContactWasWrong) => {}
            Some(Breakup::Skipped) => break,
            Some(Breakup::Day(day)) => {
                tell(ctx, &format!("Breakup: {}.\n", echoed(Moment::day(day), today.date)));
                start.breakup = Some(day);
                break;
            }
        }
    }
    if asks_aim {
        let Some(aim) = AIM.offer(ctx.env)? else { return Ok(None) };
        tell(ctx, &format!("You're here for: {}.\n", aim.map_or("not sure yet", aim_words)));
        start.aim = aim;
    }
    if is_first && before.facts().boundary.is_none() && before.facts().answer.is_none() {
        let Some(their_word) = THEIR_WORD.offer(ctx.env)? else { return Ok(None) };
        start.their_word = their_word;
        if let Some(RecordKind::Boundary { boundary: BoundaryChange::Set { kind: BoundaryKind::Order, protects }, .. }) =
            &mut start.their_word
        {
            let Some(whom) = ask_protects(ctx, None)? else { return Ok(None) };
            *protects = Some(whom);
        }
    }
    tell(ctx, "\n");
    Ok(Some(start))
}

const GREETING: &str = "I'm sorry you're going through this. A few questions; Enter is always fine.\n\
    Does somebody check this computer? `reconnect help privacy` first.\n\n";
const LAST_CONTACT: &str = "When was your last contact? For example `3 weeks ago`.\n[Enter] today: ";
const BREAKUP: &str = "When was the breakup?  [Enter] skip  [c] change the last contact: ";

enum Breakup {
    Day(NaiveDate),
    Skipped,
    ContactWasWrong,
}

fn last_contact(ctx: &Context<'_>, answer: &str, before: &Snapshot, said: Option<NaiveDate>) -> Result<ParsedDate> {
    let today = ParsedDate::from(ctx.clock().today());
    let when = if answer.is_empty() { today } else { ctx.parse(answer)? };
    let moment = ctx.moment(when);
    refuse_future(moment, &ctx.clock())?;
    refuse_before_breakup("your last contact", moment.day, before, said)?;
    Ok(when)
}

fn breakup_day(ctx: &Context<'_>, answer: &str, last_contact: Moment) -> Result<Breakup> {
    match answer.to_lowercase().as_str() {
        "" | "skip" => return Ok(Breakup::Skipped),
        "c" | "change" | "change the last contact" => return Ok(Breakup::ContactWasWrong),
        _ => {}
    }
    let day = breakup::checked(ctx, ctx.parse(answer)?)?;
    if day <= last_contact.day {
        return Ok(Breakup::Day(day));
    }
    Err(Failure::new(format!("your last contact, {}, is before the breakup, {}", LongDate(last_contact.day), LongDate(day)))
        .hint(format!("both right? Then change the last contact to {}: the count begins with the breakup", LongDate(day))))
}

/// Beside the questions, on stderr.
fn tell(ctx: &Context<'_>, text: &str) {
    let lines = if ctx.env.width() < 80 { wrap(text, ctx.env.width()).join("\n") } else { text.to_owned() };
    let _ = ctx.env.write(Stream::Err, &ctx.env.readable(lines));
}
