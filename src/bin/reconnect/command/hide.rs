//! `hide`: silences the prompt and the reminders. The count goes on.

use reconnect::date::LongDate;

use super::Output;
use crate::cli::HideArgs;
use crate::context::Context;
use crate::error::{Failure, Result};
use crate::store::hidden::Hidden;

pub fn run(args: &HideArgs, ctx: &Context<'_>) -> Result<Output> {
    ctx.refuse_looking_ahead()?;
    let today = ctx.clock().today();
    let known = ctx.known()?;
    if known.snapshot.is_empty() && !known.diary.is_all_damage() && Hidden::read(&ctx.paths, today).is_none() {
        return Ok(Output::text("Nothing is set up here yet, so there is nothing to hide.\n"));
    }
    let text = if args.off {
        let was_hidden = Hidden::read(&ctx.paths, today).is_some();
        Hidden::forget(&ctx.paths)?;
        if was_hidden { "The prompt and reminders show again.\n" } else { "Nothing was hidden.\n" }.to_owned()
    } else {
        let last = match args.until.as_slice() {
            [] => None,
            words => Some(ctx.parse_until(&words.join(" "), today)?),
        };
        if let Some(last) = last.filter(|last| *last < today) {
            return Err(Failure::new(format!("{} is over already", LongDate(last))).hint("`--until` takes the last hidden day"));
        }
        last.map_or(Hidden::Open, Hidden::Through).save(&ctx.paths)?;
        let open = "The prompt and reminders are hidden. Your count goes on.\nTo show them again: reconnect hide --off\n";
        let through = |last| format!("The prompt and reminders are hidden through {}.\nYour count goes on.\n", LongDate(last));
        last.map_or(open.to_owned(), through)
    };
    ctx.touch_changed();
    Ok(Output::recorded(text, Vec::new()))
}
