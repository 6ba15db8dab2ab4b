//! `end-no-contact`: closes the run and opens none.

use reconnect::Ending;

use super::{Output, happened, no_count_in_touch, this_moment};
use crate::context::{Context, Known};
use crate::error::{Failure, Result};
use crate::store::diary::{Draft, RecordKind};
use crate::store::transact::{Permission, transact};
use crate::view::recorded;
use crate::words::spoken;

pub fn run(when: &[String], ctx: &Context<'_>) -> Result<Output> {
    let (on, end) = happened(ctx, when, this_moment(ctx))?;
    let close = |known: &Known| match known.snapshot.timeline.runs().open() {
        None if known.snapshot.facts().in_touch.is_some() => Err(no_count_in_touch()),
        None => Err(Failure::new("no count is running, so there is none to close")
            .hint("`reconnect start-no-contact WHEN` begins one; `reconnect history` shows earlier ones")),
        Some(start) if end.day < start.day => Err(Failure::new(format!("your count started later, on {}", spoken(start)))
            .hint("`reconnect end-no-contact` closes it now; `reconnect start-no-contact WHEN --replace` corrects its start")),
        Some(_) => Ok(Draft::new(on, RecordKind::End).into()),
    };
    transact(ctx, close, Permission::Refuse, |changed| {
        let before = changed.before.timeline.runs().open();
        let runs = changed.after.timeline.runs();
        let is_closed = runs.open().is_none()
            && runs.last_closed().is_some_and(|run| Some(run.start) == before && run.end == Some((end, Ending::Closed)));
        if is_closed {
            let days = before.map_or(0, |start| reconnect::days_between(start.day, end.day));
            return Ok(Output::recorded(ctx.say(&recorded::ended(end, days, ctx.clock().today()))));
        }
        let since = before.map(spoken).unwrap_or_default();
        Err(Failure::new(format!("your count since {since} would go on"))
            .hint("give a time after its start: `reconnect end-no-contact yesterday 21:30`"))
    })
}
