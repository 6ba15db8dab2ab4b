//! `window`: which of the guide's windows a breakup's date is in. Writes nothing.

use reconnect::{Facts, classify};

use super::Output;
use crate::cli::WindowArgs;
use crate::context::Context;
use crate::error::Result;
use crate::store::current_dates::refuse_future;
use crate::view::window;

pub fn run(args: &WindowArgs, ctx: &Context<'_>) -> Result<Output> {
    let moment = ctx.moment(ctx.parse(&args.when.join(" "))?);
    refuse_future(moment, &ctx.clock(), "a breakup")?;
    let today = ctx.clock().today();
    let thresholds = ctx.config.settings.thresholds;
    let found = classify(moment.day, today, thresholds)?;
    if args.json {
        return Ok(Output::json(window::json(today, moment.day, found)));
    }
    let mut facts = Facts::on(today);
    (facts.breakup, facts.thresholds) = (Some(moment.day), thresholds);
    Ok(Output::text(window::human(&facts, found, &ctx.snapshot()?.facts(), ctx.page())))
}
