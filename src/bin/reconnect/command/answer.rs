//! `answer`: what they answered to a second chance. The decision is theirs.

use reconnect::Answer;

use super::Output;
use crate::cli::AnswerArgs;
use crate::confirm;
use crate::context::Context;
use crate::diary::{Draft, EventDate, RecordKind};
use crate::error::Result;
use crate::view::{json, recorded};

/// Shows their answer, or records it.
///
/// # Errors
/// If a yes after a no is not confirmed.
pub fn run(args: AnswerArgs, ctx: &Context<'_>) -> Result<Output> {
    let before = ctx.snapshot()?;
    let Some(answer) = args.answer else {
        let known = before.timeline.answer();
        return Ok(Output::text(if args.json { json::answer_only(known) } else { recorded::answer_is(known) }));
    };
    if answer == Answer::Yes && before.facts().answer == Some(Answer::No) && ctx.env.can_ask {
        confirm::typed_yes(ctx.env, recorded::ASK_THEMSELVES)?;
    }
    let today = ctx.clock().today();
    let changed = ctx.change(|_| Ok(vec![Draft::new(EventDate::Day(today), RecordKind::Answer(answer))]), |_| Ok(()))?;
    let mut page = ctx.page();
    page.sentences(&recorded::answered(answer, &changed.after.facts()));
    Ok(Output::recorded(page.finish(), changed.notes))
}
