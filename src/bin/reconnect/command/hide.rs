//! `hide`: silences the prompt and the reminders. The count goes on.

use reconnect::date::LongDate;

use super::Output;
use crate::cli::HideArgs;
use crate::context::{Context, Known};
use crate::error::{Failure, Result};
use crate::store::hidden::Hidden;
use crate::store::paths::Paths;
use crate::store::transact::{Addition, Permission, transact};

pub fn run(args: &HideArgs, ctx: &Context<'_>) -> Result<Output> {
    let today = ctx.clock().today();
    let known = ctx.known()?;
    if known.snapshot.is_empty() && !known.diary.is_all_damage() && Hidden::read(&ctx.paths, today).is_none() {
        return Ok(Output::text("Nothing is set up here yet, so there is nothing to hide.\n"));
    }
    if args.off {
        let was_hidden = Hidden::read(&ctx.paths, today).is_some();
        let text = if was_hidden { "The prompt and reminders show again.\n" } else { "Nothing was hidden.\n" };
        return change(ctx, Hidden::forget, None, text);
    }
    let last = match args.until.as_slice() {
        [] => None,
        words => Some(ctx.parse_until(&words.join(" "), today)?),
    };
    if let Some(last) = last.filter(|last| *last < today) {
        return Err(Failure::new(format!("{} is over already", LongDate(last))).hint("`--until` takes the last hidden day"));
    }
    let hidden = last.map_or(Hidden::UntilShown, Hidden::Through);
    let goes_on = |before| {
        if known.snapshot.timeline.runs().open().is_some() { format!("{before}Your count goes on.") } else { String::new() }
    };
    let text = match last {
        None => format!("The prompt and reminders are hidden.{}\nTo show them again: reconnect hide --off\n", goes_on(" ")),
        Some(last) => format!("The prompt and reminders are hidden through {}.{}\n", LongDate(last), goes_on("\n")),
    };
    change(ctx, |paths| hidden.save(paths), Some(hidden), text)
}

/// Changes the state file, and reads it again before anything is said of it.
fn change(
    ctx: &Context<'_>,
    save: impl Fn(&Paths) -> Result<()>,
    wanted: Option<Hidden>,
    text: impl Into<String>,
) -> Result<Output> {
    let save = &save;
    let file = |_: &Known| Ok(Addition { file: Some(Box::new(move || save(&ctx.paths))), ..Addition::default() });
    transact(ctx, file, Permission::Refuse, |_| Ok(()))?;
    if Hidden::read(&ctx.paths, ctx.clock().today()) != wanted {
        return Err(Failure::new("another command changed this at the same moment").hint("say it again"));
    }
    Ok(Output::recorded(text))
}
