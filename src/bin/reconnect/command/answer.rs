//! `answer`: what they answered to a second chance. The decision is theirs.

use super::Output;
use crate::cli::AnswerArgs;
use crate::context::{Context, Known};
use crate::error::Result;
use crate::store::diary::{Draft, EventDate, RecordKind};
use crate::store::transact::{Fall, Permission, transact};
use crate::view::json;
use crate::view::recorded;

pub fn run(args: AnswerArgs, ctx: &Context<'_>) -> Result<Output> {
    let before = ctx.snapshot()?;
    let Some(answer) = args.answer else {
        let known = before.timeline.answer();
        return Ok(if args.json {
            Output::json(serde_json::json!({ "answer": json::answer(known) }))
        } else {
            Output::text(recorded::answer_is(known))
        });
    };
    let on = EventDate::Day(ctx.clock().today());
    let question = |falls: &[Fall]| recorded::ask_since(falls);
    let draft = |_: &Known| Ok(Draft::new(on, RecordKind::Answer { answer, in_touch: false }).into());
    transact(ctx, draft, Permission::Ask(&question), |changed| {
        Ok(Output::recorded(ctx.say(&recorded::answered(answer, on.day(), &changed.after))))
    })
}
