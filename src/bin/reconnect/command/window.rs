//! `window`: which of the guide's windows a breakup's date is in. Writes nothing.

use reconnect::{Facts, classify};

use super::{Output, breakup};
use crate::cli::WindowArgs;
use crate::context::Context;
use crate::error::Result;
use crate::view::window;

pub fn run(args: &WindowArgs, ctx: &Context<'_>) -> Result<Output> {
    let breakup = breakup::checked(ctx, ctx.parse(&args.when.join(" "))?)?;
    let today = ctx.clock().today();
    let thresholds = ctx.config.settings.thresholds;
    let found = classify(breakup, today, thresholds)?;
    if args.json {
        return Ok(Output::json(window::json(today, breakup, found)));
    }
    let mut facts = Facts::on(today);
    (facts.breakup, facts.thresholds) = (Some(breakup), thresholds);
    Ok(Output::text(window::human(&facts, found, &ctx.snapshot()?.facts(), ctx.page())))
}
