//! After their word, or the user's own, has ended being in touch: the offer to count again.

use super::Output;
use crate::context::{Context, Known};
use crate::error::{Note, Result};
use crate::store::current_dates::check_start;
use crate::store::diary::{Draft, EventDate, Id, RecordKind};
use crate::store::transact::{Changed, Permission, transact};
use crate::terminal::ask::{Choice, yes_no};
use crate::view::recorded;

const FROM_TODAY: Choice<'_, bool> = Choice { question: "Start to count from today?", keys: &yes_no("yes", "no", true) };

/// The first record of a change that ended being in touch or a count, where neither goes on.
pub fn due(changed: &Changed) -> Option<Id> {
    let goes_on = |timeline: &reconnect::Timeline| timeline.in_touch().is_some() || timeline.runs().open().is_some();
    let is_due = goes_on(&changed.before.timeline) && !goes_on(&changed.after.timeline);
    changed.id().filter(|_| is_due).cloned()
}

/// Says what was recorded, then offers if that is due. What was recorded is on disk, so Ctrl-D declines the offer alone.
pub fn offer(ctx: &Context<'_>, (lines, due): (Vec<String>, Option<Id>)) -> Result<Output> {
    let said = ctx.say(&lines);
    if due.is_none() {
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
    // One `undo` takes both back.
    let draft = |_: &Known| Ok(Draft { with: due.clone(), ..Draft::new(start, RecordKind::Start { moves: false }) }.into());
    transact(ctx, draft, Permission::Refuse, |changed| {
        check_start(&changed.before, &changed.after, moment)?;
        Ok(Output::recorded(ctx.say(&recorded::started(moment, changed))))
    })
}
