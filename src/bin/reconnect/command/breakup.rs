//! `breakup`: shows or sets the date that the guide's windows are counted from.

use chrono::NaiveDate;
use reconnect::date::ParsedDate;
use reconnect::{Boundary, BoundaryKind};

use super::{Output, nothing_recorded, status};
use crate::cli::BreakupArgs;
use crate::context::{Context, Known};
use crate::error::Result;
use crate::store::current_dates::{breakup_drafts, check_breakup, refuse_future};
use crate::store::diary::{BoundaryChange, Draft, EventDate, RecordKind, Snapshot};
use crate::store::transact::{Permission, transact};
use crate::terminal::ask::{Choice, yes_no};
use crate::view::{json, questions, recorded};

pub fn run(args: &BreakupArgs, ctx: &Context<'_>) -> Result<Output> {
    let today = ctx.clock().today();
    if args.when.is_empty() {
        let day = ctx.snapshot().breakup.as_ref().map(|breakup| breakup.day);
        let fields = || serde_json::json!({ "today": today, "breakup": day.map(|day| json::breakup(day, today)) });
        return Ok(Output::shown(args.json, fields, || ctx.say(&[recorded::breakup_is(day, today)])));
    }
    let day = checked(ctx, ctx.parse(&args.when.join(" "))?)?;
    let mut held = Vec::new();
    for boundary in asked_again(&ctx.snapshot(), day).filter(|_| args.again) {
        let question = format!("{}.\nDoes it still hold?", recorded::boundary_line(&boundary, today));
        let keys = yes_no("yes", "no", true);
        let ask = || Choice { question: &question, keys: &keys }.offer(ctx.env);
        match if ctx.env.can_ask { ask()? } else { Some(true) } {
            None => return Ok(nothing_recorded(ctx)),
            Some(holds) => held.extend(holds.then_some(boundary)),
        }
    }
    let plan = |known: &Known| {
        let mut drafts = breakup_drafts(&known.snapshot, day, args.again)?;
        drafts.extend(held.iter().map(|held| {
            let boundary = BoundaryChange::Set { kind: held.kind, protects: held.protects };
            Draft::new(EventDate::Day(day), RecordKind::Boundary { boundary, until: held.through })
        }));
        Ok(drafts.into())
    };
    transact(ctx, plan, Permission::Ask(&questions::ask_ended), |changed| {
        check_breakup(&changed.before, &changed.after, day, args.again)?;
        let said = ctx.say(&recorded::breakup_set(day, args.again, changed));
        Ok(Output::recorded(format!("{said}\n{}", status::page(&changed.after, ctx))))
    })
}

/// Space or a block of theirs that is in force is asked for in the new chapter, too.
fn asked_again(before: &Snapshot, day: NaiveDate) -> impl Iterator<Item = Boundary> {
    let is_theirs = |boundary: &Boundary| matches!(boundary.kind, BoundaryKind::Space | BoundaryKind::Blocked);
    before.timeline.boundaries_in_force(before.today()).filter(is_theirs).filter(move |known| known.from < day)
}

pub fn checked(ctx: &Context<'_>, date: ParsedDate) -> Result<NaiveDate> {
    let moment = ctx.moment(date);
    refuse_future(moment, &ctx.clock())?;
    // A passed time may have a date that hasn't begun here.
    Ok(moment.day.min(ctx.clock().today()))
}
