//! `breakup`: shows or sets the date that the guide's windows are counted from.

use chrono::NaiveDate;
use reconnect::date::ParsedDate;
use reconnect::{Boundary, BoundaryKind};

use super::{Output, status};
use crate::cli::BreakupArgs;
use crate::context::Context;
use crate::error::Result;
use crate::store::current_dates::{breakup_draft, check_breakup, refuse_future};
use crate::store::diary::{BoundaryChange, Draft, EventDate, RecordKind, Snapshot};
use crate::store::transact::{Addition, Fall, Permission, transact};
use crate::view::json;
use crate::view::recorded;

pub fn run(args: &BreakupArgs, ctx: &Context<'_>) -> Result<Output> {
    let today = ctx.clock().today();
    if args.when.is_empty() {
        let day = ctx.snapshot()?.breakup.as_ref().map(|breakup| breakup.day);
        let known = || day.map(|day| json::breakup(day, today));
        return Ok(if args.json {
            Output::json(serde_json::json!({ "today": today, "breakup": known() }))
        } else {
            Output::text(recorded::breakup_is(day, today))
        });
    }
    let day = checked(ctx, ctx.parse(&args.when.join(" "))?)?;
    let question = |falls: &[Fall]| recorded::ask_again(falls);
    transact(
        ctx,
        |known| match &known.snapshot.breakup {
            Some(breakup) if breakup.day == day && !args.again => Ok(Addition::default()),
            _ => {
                let mut drafts = vec![breakup_draft(&known.snapshot, day, args.again)?];
                if args.again {
                    drafts.extend(asked_again(&known.snapshot, day));
                }
                Ok(drafts.into())
            }
        },
        Permission::Ask(&question),
        |changed| {
            check_breakup(&changed.before, &changed.after, day, args.again)?;
            let said = ctx.say(&recorded::breakup_set(day, today, args.again, &changed.after));
            Ok(Output::recorded(format!("{said}\n{}", status::page(&changed.after, ctx))))
        },
    )
}

/// Space or a block of theirs that is in force is asked for in the new chapter, too.
fn asked_again(before: &Snapshot, day: NaiveDate) -> impl Iterator<Item = Draft> {
    let is_theirs = |boundary: &Boundary| matches!(boundary.kind, BoundaryKind::Space | BoundaryKind::Blocked);
    let in_force = before.timeline.boundaries_in_force(before.today()).filter(is_theirs).filter(move |known| known.from < day);
    in_force.map(move |known| {
        let boundary = BoundaryChange::Set { kind: known.kind, protects: known.protects };
        Draft::new(EventDate::Day(day), RecordKind::Boundary { boundary, until: known.through })
    })
}

pub fn checked(ctx: &Context<'_>, date: ParsedDate) -> Result<NaiveDate> {
    let moment = ctx.moment(date);
    refuse_future(moment, &ctx.clock(), "a breakup")?;
    // A passed time may have a date that hasn't begun here.
    Ok(moment.day.min(ctx.clock().today()))
}
