//! `answer`: what they answered to a second chance. The decision is theirs.

use reconnect::Answer;

use super::log_contact::{ask_in_touch, refuse_in_touch};
use super::{Output, count_again, happened, nothing_recorded};
use crate::cli::AnswerArgs;
use crate::context::{Context, Known};
use crate::error::{Failure, Result};
use crate::store::current_dates::refuse_before_breakup;
use crate::store::diary::{Draft, EventDate, RecordKind};
use crate::store::transact::{Permission, transact};
use crate::view::{json, questions, recorded};

pub fn run(args: &AnswerArgs, ctx: &Context<'_>) -> Result<Output> {
    let before = ctx.snapshot();
    let Some(answer) = args.answer else {
        let fields = || serde_json::json!({ "answer": json::answer(before.timeline.answer()) });
        return Ok(Output::shown(args.json, fields, || ctx.say(&recorded::answer_is(&before))));
    };
    let (on, moment) = happened(ctx, &args.when, EventDate::Day(ctx.clock().today()))?;
    refuse_before_breakup("that answer", moment.day, &before, None)?;
    let mut in_touch = args.in_touch;
    if in_touch && answer != Answer::Yes {
        return Err(
            Failure::new("`--in-touch` goes with a yes").hint("`reconnect log-contact them --in-touch` says it with a contact")
        );
    }
    if answer == Answer::Yes {
        // What this yes ends doesn't stand against being in touch.
        let mut standing = before.facts();
        standing.answer = None;
        let is_asked = !in_touch && !standing.unwanted;
        standing.unwanted = false;
        refuse_in_touch(in_touch, &standing)?;
        if is_asked {
            let Some(said) = ask_in_touch(ctx, &standing)? else { return Ok(nothing_recorded(ctx)) };
            in_touch = said;
        }
    }
    let draft = |_: &Known| Ok(Draft::new(on, RecordKind::Answer { answer, in_touch }).into());
    let told = transact(ctx, draft, Permission::Ask(&questions::ask_ended), |changed| {
        let lines = recorded::answered(answer, moment.day, changed, &ctx.config.settings.call);
        Ok((lines, count_again::due(changed)))
    })?;
    count_again::offer(ctx, told)
}
