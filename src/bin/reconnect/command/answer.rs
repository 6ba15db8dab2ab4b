//! `answer`: what they answered to a second chance. The decision is theirs.

use reconnect::Answer;

use super::log_contact::{ask_in_touch, refuse_in_touch};
use super::{Output, count_again, nothing_recorded};
use crate::cli::AnswerArgs;
use crate::context::{Context, Known};
use crate::error::{Failure, Result};
use crate::store::current_dates::{refuse_before_breakup, refuse_future};
use crate::store::diary::{Draft, EventDate, RecordKind};
use crate::store::falls::Fall;
use crate::store::transact::{Permission, transact};
use crate::view::json;
use crate::view::recorded;

pub fn run(args: &AnswerArgs, ctx: &Context<'_>) -> Result<Output> {
    let before = ctx.snapshot()?;
    let Some(answer) = args.answer else {
        let known = before.timeline.answer();
        return Ok(if args.json {
            Output::json(serde_json::json!({ "answer": json::answer(known) }))
        } else {
            Output::text(recorded::answer_is(known))
        });
    };
    let on = match args.when.as_slice() {
        [] => EventDate::Day(ctx.clock().today()),
        words => ctx.event_date(ctx.parse(&words.join(" "))?),
    };
    let moment = on.moment(&ctx.clock());
    refuse_future(moment, &ctx.clock())?;
    refuse_before_breakup("an answer", &before, moment.day)?;
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
            let Some(said) = ask_in_touch(ctx, &standing)? else {
                return Ok(nothing_recorded(ctx));
            };
            in_touch = said;
        }
    }
    let question = |falls: &[Fall]| recorded::ask_ended(falls);
    let draft = |_: &Known| Ok(Draft::new(on, RecordKind::Answer { answer, in_touch }).into());
    let (lines, may_count_again) = transact(ctx, draft, Permission::Ask(&question), |changed| {
        let lines = recorded::answered(answer, moment.day, changed, &ctx.config.settings.call);
        Ok((lines, count_again::is_due(changed)))
    })?;
    if may_count_again { count_again::offer(ctx, &lines) } else { Ok(Output::recorded(ctx.say(&lines))) }
}
