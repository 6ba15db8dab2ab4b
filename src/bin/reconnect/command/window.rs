//! `window`: which of the guide's windows a breakup's date is in. Writes nothing.

use reconnect::{Facts, classify};
use serde_json::json;

use super::Output;
use crate::cli::WindowArgs;
use crate::context::Context;
use crate::date_args;
use crate::error::Result;
use crate::view::json;
use crate::view::status::guide_page;

/// Runs it.
pub fn run(args: &WindowArgs, ctx: &Context<'_>) -> Result<Output> {
    let moment = ctx.moment(ctx.parse(&args.when.join(" "))?);
    date_args::refuse_future(ctx, moment, "a breakup")?;
    let today = ctx.clock().today();
    let thresholds = ctx.config.settings.thresholds;
    let window = classify(moment.day, today, thresholds)?;
    if args.json {
        return Ok(Output::text(json::line(&json!({
            "schema": json::SCHEMA,
            "today": today,
            "breakup": json::breakup(moment.day, today),
            "window": json::window(Some(window)),
        }))));
    }
    let facts = Facts { breakup: Some(moment.day), thresholds, ..Facts::on(today) };
    Ok(Output::text(guide_page(facts, ctx.page())))
}
