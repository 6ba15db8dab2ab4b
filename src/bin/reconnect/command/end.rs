//! `end-no-contact`: closes the run and opens none; prompt and reminders fall silent.

use reconnect::days_between;

use super::{Output, status};
use crate::cli::EndArgs;
use crate::context::Context;
use crate::date_args;
use crate::diary::lines::Wanted;
use crate::diary::{Draft, What};
use crate::error::{Failure, Result};
use crate::view::status::spoken;
use crate::words::{self, days, fill};

/// Runs it.
pub fn run(args: &EndArgs, ctx: &Context<'_>) -> Result<Output> {
    let when = if args.when.is_empty() { ctx.this_minute() } else { ctx.parse(&args.when.join(" "))? };
    let on = ctx.on(when);
    let end = on.moment(&ctx.clock());
    date_args::refuse_future(ctx, end, "an end")?;
    let open = ctx.snapshot(Wanted::Facts)?.life.runs().open();
    let changed = ctx.change(|snapshot| match snapshot.life.runs().open() {
        None => Err(Failure::new("no run of no contact is open, so there is none to close")
            .hint("`reconnect history` shows the runs; `reconnect start-no-contact WHEN` begins one")),
        Some(start) if end.day < start.day || (end.at < start.at && start.at.is_some() && end.at.is_some()) => {
            Err(Failure::new(format!("the run began after that, on {}", spoken(start))))
        }
        Some(_) => Ok(vec![Draft::new(on, What::End)]),
    })?;
    let length = open.map_or(0, |start| days_between(start.day, end.day));
    let mut page = ctx.page();
    let mut lines = vec![fill(words::ENDED, &[("when", &spoken(end)), ("days", &days(length))])];
    lines.extend(status::numbers(&changed.snapshot, ctx));
    lines.push(words::ENDED_SILENT.to_owned());
    page.sentences(&lines);
    Ok(Output::recorded(page.finish(), changed.notes))
}
