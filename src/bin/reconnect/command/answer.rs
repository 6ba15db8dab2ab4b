//! `answer`: what they answered to a second chance. The decision is theirs.

use reconnect::Answer;

use super::{Output, record};
use crate::cli::AnswerArgs;
use crate::context::Context;
use crate::error::Result;
use crate::store::diary::{EventDate, RecordKind};
use crate::terminal::ask;
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
    if answer == Answer::Yes && before.facts().answer == Some(Answer::No) && ctx.env.can_ask {
        ask::typed_yes(ctx.env, recorded::ASK_THEMSELVES)?;
    }
    let changed = record(ctx, EventDate::Day(ctx.clock().today()), &RecordKind::Answer(answer))?;
    Ok(Output::recorded(ctx.say(&recorded::answered(answer, &changed.after.facts())), changed.notes))
}
