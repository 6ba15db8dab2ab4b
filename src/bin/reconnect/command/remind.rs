//! `remind`: what has become due since it last ran, else nothing at all. Made for cron. It speaks only of the user's own count,
//! so that no boundary and no answer has to silence it; and it names no date that lies ahead.

use std::io::ErrorKind;

use reconnect::when::Spoken;
use reconnect::{Count, Milestone, Moment};
use serde_json::json;

use super::Output;
use crate::cli::RemindArgs;
use crate::context::Context;
use crate::diary::Snapshot;
use crate::diary::lines::Wanted;
use crate::env::Stream;
use crate::error::{Failure, Result};
use crate::fs::Lock;
use crate::reminder::{Mark, due};
use crate::view::json;
use crate::view::status::{counted, spoken};
use crate::words::{self, fill};

/// Runs it. What is due is marked as said only once it was, so that no crash loses it; and first it is made sure that it can be
/// marked, since otherwise it would be said again and again.
pub fn run(args: &RemindArgs, ctx: &Context<'_>) -> Result<Output> {
    let today = ctx.clock().today();
    let lines = ctx.lines(Wanted::Facts)?;
    let start = Snapshot::new(&lines, &ctx.config, &ctx.present())?.life.runs().open();
    let speaks = ctx.config.settings.remind_milestones;
    let look = |mark: Option<&Mark>| start.filter(|_| speaks).and_then(|start| Some((start, due(mark, start.day, today)?)));
    let mark = Mark::read(&ctx.paths)?;
    // What a file that cannot be read holds has not been looked at.
    let through = |mark: Option<&Mark>| match mark {
        _ if lines.unreadable.is_empty() => today,
        None => today.pred_opt().unwrap_or(today),
        Some(mark) => mark.through().min(today),
    };

    let Some(found) = look(mark.as_ref()) else {
        let after = Mark::after(mark.as_ref(), through(mark.as_ref()), None);
        // Nothing was said, so nothing depends on this; and a home where nothing is set up stays empty.
        if leaves_a_mark(args, ctx) && ctx.paths.state.exists() && mark != Some(after.clone()) {
            let _ = after.save(&ctx.paths);
        }
        return Ok(Output::default());
    };
    if !leaves_a_mark(args, ctx) {
        return Ok(said(args, ctx, found));
    }
    // Two that run at once speak once.
    let _lock = Lock::take(&ctx.paths.lock())?;
    let mark = Mark::read(&ctx.paths)?;
    let Some((start, milestone)) = look(mark.as_ref()) else { return Ok(Output::default()) };
    let after = Mark::after(mark.as_ref(), through(mark.as_ref()), Some((start.day, &milestone)));
    match ctx.env.write(Stream::Out, &said(args, ctx, (start, milestone)).text) {
        Ok(()) => after.save(&ctx.paths).map(|()| Output::default()),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(Output::default()),
        Err(error) => Err(Failure::new("could not print; it will be said again").because(error)),
    }
}

/// Looking ahead by `--at` says what will be due, and leaves it to be said then.
fn leaves_a_mark(args: &RemindArgs, ctx: &Context<'_>) -> bool {
    !args.dry_run && ctx.now <= ctx.env.now()
}

fn said(args: &RemindArgs, ctx: &Context<'_>, (start, milestone): (Moment, Milestone)) -> Output {
    let today = ctx.clock().today();
    if args.json {
        return Output::text(json::line(&json!({
            "schema": json::SCHEMA,
            "now": json::time(ctx.now),
            "today": today,
            "milestone": { "id": milestone.id(), "date": milestone.date },
            "no_contact": { "since": start.to_string(), "days": reconnect::days_between(start.day, today) },
        })));
    }
    let is_today = milestone.date == today;
    let template = match (args.plain, is_today) {
        (false, true) => words::REMIND,
        (false, false) => words::REMIND_LATE,
        (true, true) => words::REMIND_PLAIN,
        (true, false) => words::REMIND_PLAIN_LATE,
    };
    let count = counted(milestone.count);
    let name = name(milestone.count, ctx.config.settings.first_day);
    let values: [(&str, &dyn std::fmt::Display); 4] =
        [("count", &count), ("name", &name), ("date", &Spoken(milestone.date)), ("since", &spoken(start))];
    Output::text(format!("{}\n", fill(template, &values)))
}

/// A milestone's name that tells a bystander nothing: `Day 30`. Where the first day is called 1, the count is said instead,
/// because that day is called 31.
pub fn name(count: Count, first_day: i64) -> String {
    match count {
        Count::Days(days) if first_day == 0 => format!("Day {days}"),
        count => counted(count),
    }
}
