//! `aim`: what the user is here for.

use reconnect::Aim;

use super::{Output, record};
use crate::context::Context;
use crate::error::{Failure, Result};
use crate::store::diary::{DatedRecord, EventDate, RecordKind};
use crate::store::falls::beaten_by;
use crate::view::recorded;

pub fn run(aim: Option<Aim>, json: bool, ctx: &Context<'_>) -> Result<Output> {
    let Some(aim) = aim else {
        let known = ctx.snapshot().facts().aim;
        return Ok(Output::shown(json, || serde_json::json!({ "aim": known }), || ctx.say(&[recorded::aim_is(known)])));
    };
    record(ctx, EventDate::Day(ctx.clock().today()), &RecordKind::Aim(aim), |changed| {
        if changed.after.facts().aim == Some(aim) {
            return Ok(Output::recorded(ctx.say(&recorded::aimed(aim, &changed.after.facts()))));
        }
        let later = |dated: &&DatedRecord| matches!(dated.record.kind(), RecordKind::Aim(_));
        let other = changed.after.records.iter().filter(later).max_by_key(|dated| dated.record.recorded_at());
        Err(other.map_or_else(|| Failure::new("that aim would not count"), |other| beaten_by(&other.record, "")))
    })
}
