//! `remind`: prints what has become due since it last ran, else nothing. Made for cron.

use std::io::ErrorKind;

use reconnect::Answer;

use super::Output;
use crate::cli::RemindArgs;
use crate::context::Context;
use crate::env::Stream;
use crate::error::{Failure, Note, Result};
use crate::store::fs::Lock;
use crate::store::hidden::Hidden;
use crate::store::reminders::{ReminderState, due};
use crate::view::json;
use crate::view::remind::{self, Due};

/// Prints the milestone that is due, then saves the state: a crash between the two repeats a line, and loses none. Two at once say a
/// thing once; where no lock can be had, one is better said twice than not.
pub fn run(args: &RemindArgs, ctx: &Context<'_>) -> Result<Output> {
    let today = ctx.clock().today();
    let known = ctx.known();
    let open = known.snapshot.timeline.runs().open();
    let nothing_due = || if args.json { Output::json(remind::json(open, None, ctx.now, today)) } else { Output::default() };
    if known.snapshot.is_empty() && !known.diary.is_all_damage() {
        // For cron, which often runs without the variables of a terminal.
        let folder = ctx.paths.data.display();
        ctx.note(Note::Hint(format!(
            "nothing is set up in `{folder}`; RECONNECT_DATA_DIR, RECONNECT_CONFIG_DIR and RECONNECT_STATE_DIR name other folders"
        )));
        return Ok(nothing_due());
    }
    let is_looking = args.dry_run || ctx.now > ctx.env.now();
    let _lock = (!is_looking).then(|| Lock::take(&ctx.paths.lock()).ok());
    let yesterday = today.pred_opt().unwrap_or(today);
    if Hidden::read(&ctx.paths, today).is_some() {
        // What falls due meanwhile is said afterwards, so the state stays as it is. Without one it begins here.
        if !is_looking && ReminderState::read(&ctx.paths).is_ok_and(|state| state.is_none()) {
            let _ = ReminderState::after(None, yesterday, None).save(&ctx.paths);
        }
        return Ok(nothing_due());
    }
    let state = ReminderState::read(&ctx.paths)?;
    // After a yes no day is counted against it.
    let speaks = ctx.config.settings.remind_milestones && known.snapshot.facts().answer != Some(Answer::Yes);
    let found = open.filter(|_| speaks).and_then(|start| {
        let milestone = due(state.as_ref(), start.day, today)?;
        Some(Due { start, milestone, today, first_day: ctx.config.settings.first_day })
    });
    let text = match &found {
        due if args.json => json::line(remind::json(open, due.as_ref(), ctx.now, today)),
        None => String::new(),
        Some(due) => remind::line(due, args.plain),
    };
    // Looking ahead by `--at` says what will be due, and leaves it to be said then.
    if is_looking {
        return Ok(Output { is_data: args.json, ..Output::text(text) });
    }
    let checked_through = match &state {
        _ if known.diary.unreadable.is_empty() => today,
        Some(state) => state.checked_through(today),
        None => yesterday,
    };
    let after = ReminderState::after(state.as_ref(), checked_through, found.as_ref().map(|due| (due.start.day, &due.milestone)));
    if found.is_none() {
        // Nothing was said, so a state that can't be saved does no harm.
        if state.as_ref() != Some(&after) {
            let _ = after.save(&ctx.paths);
        }
        return Ok(nothing_due());
    }
    match ctx.env.write(Stream::Out, &text) {
        Ok(()) => after.save(&ctx.paths).map(|()| Output::default()),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(Output::default()),
        Err(error) => Err(Failure::new("could not print; it will be said again").because(error)),
    }
}
