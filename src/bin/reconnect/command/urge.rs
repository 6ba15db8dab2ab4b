//! `urge`: the moment before a message. A page to read, a rhythm to breathe to, and a question at the end.
//!
//! The terminal stays as it is: no raw mode, no hidden cursor, no echo turned off. So Ctrl-C, a closed window and even a
//! killed program leave nothing to put back. A line is redrawn once a second, and Enter ends the countdown early.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use reconnect::{Now, Via, Who};

use super::{Output, log_contact, status};
use crate::cli::{LogContactArgs, UrgeArgs};
use crate::context::Context;
use crate::diary::jotting::{Kind, Outcome};
use crate::diary::lines::Wanted;
use crate::diary::notebook::Notebook;
use crate::diary::{Draft, Snapshot, What};
use crate::env::Stream;
use crate::error::{Failure, Result};
use crate::view::urge::{self as render, Pause};
use crate::words;

/// So many of the user's own entries stand beside the countdown.
const OWN_ENTRIES: usize = 2;

/// So often the question is asked before it is left open.
const PATIENCE: usize = 3;

/// Runs it.
pub fn run(args: UrgeArgs, ctx: &Context<'_>) -> Result<Output> {
    if args.resisted {
        return record(ctx, Outcome::SatOut, None);
    }
    if args.wrote {
        let mut output = record(ctx, Outcome::Wrote, None)?;
        output.text.push_str(&sentence(ctx, words::URGE_LOG));
        return Ok(output);
    }
    let length = Duration::from_secs_f64(args.minutes * 60.0);
    let snapshot = ctx.snapshot(Wanted::Everything)?;
    let pause = of(&snapshot, ctx, length);
    if !(ctx.env.reads_terminal() && ctx.env.is_terminal(Stream::Out)) {
        return Ok(Output::text(render::text(&pause, ctx.page())));
    }
    ctx.refuse_looking_ahead()?;
    show(ctx, &render::page(&pause, ctx.page()))?;
    let typed = ctx.env.typed_lines();
    let sat = breathe(ctx, &typed, length)?;
    match ask(ctx, &typed)? {
        None => Ok(Output::text(sentence(ctx, words::URGE_OPEN))),
        Some(outcome) => {
            let minutes = u32::try_from((sat.as_secs() + 30) / 60).ok();
            let mut output = record(ctx, outcome, minutes)?;
            if outcome == Outcome::Wrote {
                offer_to_log(ctx, &typed, &mut output)?;
            }
            Ok(output)
        }
    }
}

/// What the page shows.
fn of(snapshot: &Snapshot, ctx: &Context<'_>, length: Duration) -> Pause {
    let status = status::of(snapshot, ctx);
    let notebook = Notebook::of(snapshot);
    let own = |kind| {
        let mut texts: Vec<String> = notebook
            .now()
            .filter(|leaf| leaf.kind == kind)
            .map(|leaf| leaf.jotting.text.clone())
            .filter(|text| !text.is_empty())
            .collect();
        texts.drain(..texts.len().saturating_sub(OWN_ENTRIES));
        texts
    };
    let is_sat_out = |what: &What| matches!(what, What::Urge { outcome: Outcome::SatOut, .. });
    Pause {
        length,
        days: status.days(),
        record: status.record,
        evidence: own(Kind::Evidence),
        plans: own(Kind::Plan),
        sat_out: snapshot.told.iter().filter(|told| is_sat_out(told.entry.what())).count(),
        guide: Now::under(status.verdict.id()).pause,
    }
}

/// Redraws one line a second until the time is over or a line is typed; how long it was.
fn breathe(ctx: &Context<'_>, typed: &Receiver<String>, length: Duration) -> Result<Duration> {
    let began = Instant::now();
    loop {
        let elapsed = began.elapsed();
        if elapsed >= length {
            break;
        }
        show(ctx, &render::breath(elapsed, length, ctx.styler))?;
        let next = Duration::from_secs(elapsed.as_secs() + 1).min(length);
        match typed.recv_timeout(next.saturating_sub(elapsed)) {
            Err(RecvTimeoutError::Timeout) => {}
            Ok(_) | Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    show(ctx, "\n\n")?;
    Ok(began.elapsed())
}

/// How it is now; `None` if that is left open.
fn ask(ctx: &Context<'_>, typed: &Receiver<String>) -> Result<Option<Outcome>> {
    let mut question = words::ASK_OUTCOME;
    for _ in 0..PATIENCE {
        show(ctx, question)?;
        let Ok(answer) = typed.recv() else { break };
        match answer.trim().to_lowercase().as_str() {
            "" => return Ok(None),
            "s" | "sat" | "sat out" | "sat it out" => return Ok(Some(Outcome::SatOut)),
            "w" | "wrote" => return Ok(Some(Outcome::Wrote)),
            "f" | "friend" | "need a friend" | "needs a friend" => return Ok(Some(Outcome::NeedsFriend)),
            _ => question = words::ASK_OUTCOME_AGAIN,
        }
    }
    Ok(None)
}

fn record(ctx: &Context<'_>, outcome: Outcome, minutes: Option<u32>) -> Result<Output> {
    let on = ctx.on(ctx.this_minute());
    let changed = ctx.change(|_| Ok(vec![Draft::new(on, What::Urge { outcome, minutes })]))?;
    let said: &[&str] = match outcome {
        Outcome::SatOut => &[words::URGE_SAT_OUT],
        Outcome::Wrote => &[words::URGE_WROTE],
        Outcome::NeedsFriend => &[words::URGE_FRIEND, words::HELP],
    };
    let text = said.iter().map(|said| sentence(ctx, said)).collect::<String>();
    Ok(Output::recorded(text, changed.notes))
}

/// The message is a contact too. Whether it is logged is the user's to say.
fn offer_to_log(ctx: &Context<'_>, typed: &Receiver<String>, output: &mut Output) -> Result<()> {
    show(ctx, words::ASK_LOG)?;
    let yes = typed.recv().is_ok_and(|answer| matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"));
    if !yes {
        output.text.push_str(&sentence(ctx, words::URGE_LOG));
        return Ok(());
    }
    let text = LogContactArgs {
        who: Who::Me,
        when: Vec::new(),
        via: Via::Text,
        reply: false,
        logistics: false,
        keep: false,
        restart: false,
        note: None,
    };
    let logged = log_contact::run(&text, ctx)?;
    *output = Output::recorded(logged.text, output.notes.drain(..).chain(logged.notes).collect());
    Ok(())
}

fn sentence(ctx: &Context<'_>, text: &str) -> String {
    let mut page = ctx.page();
    page.sentences(&[text.to_owned()]);
    page.finish()
}

fn show(ctx: &Context<'_>, text: &str) -> Result<()> {
    ctx.env.write(Stream::Out, text).map_err(|error| Failure::new("could not print").because(error))
}
