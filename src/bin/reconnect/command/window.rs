//! `window`: which of the guide's windows a breakup's date is in. Writes nothing.

use reconnect::{Facts, classify};

use super::{Output, breakup};
use crate::context::Context;
use crate::error::Result;
use crate::view::window;

pub fn run(when: &[String], json: bool, ctx: &Context<'_>) -> Result<Output> {
    let breakup = breakup::checked(ctx, ctx.parse(&when.join(" "))?)?;
    let today = ctx.clock().today();
    let thresholds = ctx.config.settings.thresholds;
    let found = classify(breakup, today, thresholds)?;
    let mut facts = Facts::on(today);
    (facts.breakup, facts.thresholds) = (Some(breakup), thresholds);
    let known = ctx.snapshot().facts();
    Ok(Output::shown(json, || window::json(today, breakup, found), || window::human(&facts, found, &known, ctx.page())))
}
