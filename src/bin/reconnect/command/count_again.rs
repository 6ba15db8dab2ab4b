//! After their word, or the user's own, has ended being in touch: the offer to count again.

use super::{Output, record};
use crate::context::Context;
use crate::error::{Note, Result};
use crate::store::current_dates::check_start;
use crate::store::diary::{EventDate, RecordKind};
use crate::store::transact::Changed;
use crate::terminal::ask::Choice;
use crate::view::recorded;

const FROM_TODAY: Choice<'_, bool> =
    Choice { question: "Start to count from today?", keys: &[("", "yes", &["y", "yes"], true), ("n", "no", &[], false)] };

/// Whether a change ended being in touch or a count, and neither goes on.
pub fn is_due(changed: &Changed) -> bool {
    let goes_on = |timeline: &reconnect::Timeline| timeline.in_touch().is_some() || timeline.runs().open().is_some();
    goes_on(&changed.before.timeline) && !goes_on(&changed.after.timeline)
}

/// Says what was recorded, then offers if that is due. What was recorded is on disk, so Ctrl-D declines the offer alone.
pub fn offer(ctx: &Context<'_>, (lines, is_due): (Vec<String>, bool)) -> Result<Output> {
    let said = ctx.say(&lines);
    if !is_due {
        return Ok(Output::recorded(said));
    }
    if !ctx.env.can_ask {
        ctx.note(Note::Hint("`reconnect start-no-contact` starts to count from today".to_owned()));
        return Ok(Output::recorded(said));
    }
    ctx.show(&said)?;
    if FROM_TODAY.offer(ctx.env)? != Some(true) {
        return Ok(Output::recorded(""));
    }
    let start = EventDate::Day(ctx.clock().today());
    let moment = start.moment(&ctx.clock());
    record(ctx, start, &RecordKind::Start { moves: false }, |changed| {
        check_start(&changed.before, &changed.after, moment)?;
        Ok(Output::recorded(ctx.say(&recorded::started(moment, changed))))
    })
}
