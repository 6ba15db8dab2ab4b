//! `aim`: what the user is here for.

use super::{Output, record};
use crate::cli::AimArgs;
use crate::context::Context;
use crate::error::Result;
use crate::store::diary::{EventDate, RecordKind};
use crate::view::recorded;

pub fn run(args: AimArgs, ctx: &Context<'_>) -> Result<Output> {
    let Some(aim) = args.aim else {
        let known = ctx.snapshot()?.facts().aim;
        return Ok(if args.json {
            Output::json(serde_json::json!({ "aim": known }))
        } else {
            Output::text(recorded::aim_is(known))
        });
    };
    let changed = record(ctx, EventDate::Day(ctx.clock().today()), &RecordKind::Aim(aim))?;
    Ok(Output::recorded(ctx.say(&recorded::aimed(aim)), changed.notes))
}
