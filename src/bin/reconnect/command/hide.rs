//! `hide`: silences the prompt and the reminders. The count goes on.

use reconnect::date::LongDate;

use super::{Output, if_said};
use crate::context::{Context, Known};
use crate::error::{Failure, Result};
use crate::store::hidden::Hidden;
use crate::store::transact::{Addition, Permission, transact};

pub fn run(until: &[String], off: bool, ctx: &Context<'_>) -> Result<Output> {
    let today = ctx.clock().today();
    let known = ctx.known();
    let was_hidden = Hidden::read(&ctx.paths, today).is_some();
    if known.snapshot.is_empty() && !known.diary.is_all_damage() && !was_hidden {
        return Ok(Output::text("Nothing is set up here yet, so there is nothing to hide.\n"));
    }
    let last = if_said(until, |words| ctx.parse_until(words, today))?;
    if let Some(last) = last.filter(|last| *last < today) {
        return Err(Failure::new(format!("{} has passed already", LongDate(last))).hint("`--until` takes the last hidden day"));
    }
    let hidden = (!off).then(|| last.map_or(Hidden::UntilShown, Hidden::Through));
    let goes_on = |before: &str| {
        if known.snapshot.timeline.runs().open().is_some() { format!("{before}Your count goes on.") } else { String::new() }
    };
    let text = match hidden {
        None if was_hidden => "The prompt and reminders show again.\n".to_owned(),
        None => "Nothing was hidden.\n".to_owned(),
        Some(Hidden::UntilShown) => {
            format!("The prompt and reminders are hidden.{}\nTo show them again: reconnect hide --off\n", goes_on(" "))
        }
        Some(Hidden::Through(last)) => {
            format!("The prompt and reminders are hidden through {}.{}\n", LongDate(last), goes_on("\n"))
        }
    };
    let file = |_: &Known| Ok(Addition { file: Some(Box::new(|| Hidden::save(hidden, &ctx.paths))), ..Addition::default() });
    transact(ctx, file, Permission::Refuse, |_| Ok(()))?;
    // The file is read again before anything is said of it.
    if Hidden::read(&ctx.paths, today) != hidden {
        return Err(Failure::new("another command changed this at the same moment").hint("run the command again"));
    }
    Ok(Output::recorded(text))
}
