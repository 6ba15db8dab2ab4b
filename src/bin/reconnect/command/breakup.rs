//! `breakup`: shows or sets the date that the guide's windows are counted from.

use chrono::NaiveDate;
use reconnect::date::ParsedDate;

use super::{Output, status};
use crate::cli::BreakupArgs;
use crate::context::Context;
use crate::error::Result;
use crate::store::current_dates::{breakup_draft, check_breakup, refuse_future};
use crate::view::json;
use crate::view::recorded;

pub fn run(args: &BreakupArgs, ctx: &Context<'_>) -> Result<Output> {
    let today = ctx.clock().today();
    if args.when.is_empty() {
        let day = ctx.snapshot()?.breakup.as_ref().map(|breakup| breakup.day);
        let known = || day.map(|day| json::breakup(day, today));
        return Ok(if args.json {
            Output::json(serde_json::json!({ "today": today, "breakup": known() }))
        } else {
            Output::text(recorded::breakup_is(day, today))
        });
    }
    let day = checked(ctx, ctx.parse(&args.when.join(" "))?)?;
    let changed = ctx.change(
        |known| match &known.snapshot.breakup {
            Some(breakup) if breakup.day == day && !args.again => Ok(Vec::new()),
            _ => Ok(vec![breakup_draft(&known.snapshot, day, args.again)?]),
        },
        |changed| check_breakup(&changed.before, &changed.after, day, args.again),
    )?;
    let said = ctx.say(&recorded::breakup_set(day, today, args.again, changed.after.facts().order_recorded));
    Ok(Output::recorded(format!("{said}\n{}", status::page(&changed.after, ctx)), changed.notes))
}

pub fn checked(ctx: &Context<'_>, date: ParsedDate) -> Result<NaiveDate> {
    let moment = ctx.moment(date);
    refuse_future(moment, &ctx.clock(), "a breakup")?;
    // A passed time may have a date that hasn't begun here.
    Ok(moment.day.min(ctx.clock().today()))
}
