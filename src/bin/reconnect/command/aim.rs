//! `aim`: what the user is here for.

use super::Output;
use crate::cli::AimArgs;
use crate::context::Context;
use crate::diary::{Draft, EventDate, RecordKind};
use crate::error::Result;
use crate::view::{json, recorded};

/// Shows the aim, or records it.
///
/// # Errors
/// If it can't be recorded.
pub fn run(args: AimArgs, ctx: &Context<'_>) -> Result<Output> {
    let Some(aim) = args.aim else {
        let known = ctx.snapshot()?.facts().aim;
        return Ok(Output::text(if args.json { json::aim_only(known) } else { recorded::aim_is(known) }));
    };
    let today = ctx.clock().today();
    let changed = ctx.change(|_| Ok(vec![Draft::new(EventDate::Day(today), RecordKind::Aim(aim))]), |_| Ok(()))?;
    let mut page = ctx.page();
    page.sentences(&recorded::aimed(aim));
    Ok(Output::recorded(page.finish(), changed.notes))
}
