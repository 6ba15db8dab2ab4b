//! `hide`: silences the prompt and the reminders. The count goes on.

use reconnect::when::Spoken;

use super::Output;
use crate::cli::HideArgs;
use crate::context::Context;
use crate::date_args;
use crate::error::{Failure, Result};
use crate::hidden::Hidden;
use crate::prompt;

pub fn run(args: &HideArgs, ctx: &Context<'_>) -> Result<Output> {
    ctx.refuse_looking_ahead()?;
    let today = ctx.clock().today();
    let text = if args.off {
        let was_hidden = Hidden::read(&ctx.paths, today).is_some();
        Hidden::forget(&ctx.paths)?;
        if was_hidden { "The prompt and reminders show again.\n" } else { "Nothing was hidden.\n" }.to_owned()
    } else {
        let (until, rest) = date_args::leading(ctx, &args.until)?;
        if let Some(word) = rest.first() {
            return Err(Failure::new(format!("`{word}` isn't part of a date")).hint("`reconnect hide --until friday`"));
        }
        let last = until.map(|when| ctx.moment(when).day);
        if let Some(last) = last.filter(|last| *last < today) {
            return Err(Failure::new(format!("{} is over already", Spoken(last))).hint("`--until` takes the last hidden day"));
        }
        let hidden = last.map_or(Hidden::Open, Hidden::Through);
        hidden.save(&ctx.paths)?;
        match last {
            Some(last) => {
                format!("The prompt and reminders are hidden through {}.\nYour count goes on.\n", Spoken(last))
            }
            None => {
                "The prompt and reminders are hidden. Your count goes on.\nTo show them again: reconnect hide --off\n".to_owned()
            }
        }
    };
    prompt::renew(ctx);
    Ok(Output::recorded(text, Vec::new()))
}
