//! `boundary`: what they asked for. It comes before every timer.

use chrono::NaiveDate;
use reconnect::date::LongDate;
use reconnect::{Boundary, BoundaryKind};
use serde_json::json;

use super::{Output, is_yes};
use crate::cli::{BoundaryArgs, BoundaryWord};
use crate::context::{Context, Known};
use crate::error::{Failure, Result};
use crate::store::diary::{BoundaryChange, Draft, EventDate, Id, RecordKind, Snapshot};
use crate::store::transact::{Fall, Permission, transact};
use crate::view::recorded;

pub fn run(args: &BoundaryArgs, ctx: &Context<'_>) -> Result<Output> {
    let kind = match args.kind {
        None => return show(args, ctx),
        Some(BoundaryWord::Clear) => return clear(args, ctx),
        Some(BoundaryWord::Space) => BoundaryKind::Space,
        Some(BoundaryWord::Blocked) => BoundaryKind::Blocked,
        Some(BoundaryWord::Order) => BoundaryKind::Order,
    };
    let today = ctx.clock().today();
    let (from, through) = dates(args, ctx)?;
    let mut boundary = Boundary::new(kind, from);
    boundary.through = through;
    let is_over = through.is_some_and(|last| last < today);
    let before = ctx.snapshot()?;
    let replaces = match same_kind(&before, kind, today).filter(|_| ctx.env.can_ask) {
        Some((id, known)) => {
            let question = format!("{}. Does the new one replace it? [y/N] ", recorded::boundary_line(&known));
            is_yes(&ctx.env.ask(&question)?).then_some(id)
        }
        None => None,
    };
    let decide = |_: &Known| {
        let set = BoundaryChange::Set { kind, protects: boundary.protects };
        let record = RecordKind::Boundary { boundary: set, until: through };
        Ok(Draft { replaces: replaces.clone(), ..Draft::new(EventDate::Day(from), record) }.into())
    };
    let question = |falls: &[Fall]| recorded::ask_lifted(falls);
    transact(ctx, decide, Permission::Ask(&question), |changed| {
        let holds = changed.after.timeline.boundaries_in_force(today).any(|known| known == boundary);
        if holds || is_over || from > today {
            return Ok(Output::recorded(ctx.say(&recorded::boundary_set(&boundary, is_over))));
        }
        Err(Failure::new(format!("from {} it would not hold today", LongDate(from)))
            .hint("a later entry lifted it, or a second breakup came after it; leave `--from` out"))
    })
}

/// The first and the last day. Without a year, the last day is the first such day on or after the first.
fn dates(args: &BoundaryArgs, ctx: &Context<'_>) -> Result<(NaiveDate, Option<NaiveDate>)> {
    let from = match args.from.as_slice() {
        [] => ctx.clock().today(),
        words => ctx.moment(ctx.parse(&words.join(" "))?).day,
    };
    let until = match args.until.as_slice() {
        [] => None,
        words => Some(ctx.parse_until(&words.join(" "), from)?),
    };
    let Some(last) = until.filter(|last| *last < from) else { return Ok((from, until)) };
    Err(if args.from.is_empty() {
        let hint = "to record one that is over, say when it began: `--from WHEN --until WHEN`";
        Failure::new(format!("{} has passed already", LongDate(last))).hint(hint)
    } else {
        Failure::new(format!("the last day, {}, is before the first, {}", LongDate(last), LongDate(from)))
            .hint("`--until` is the last day, included")
    })
}

fn show(args: &BoundaryArgs, ctx: &Context<'_>) -> Result<Output> {
    let snapshot = ctx.snapshot()?;
    let in_force: Vec<Boundary> = snapshot.timeline.boundaries_in_force(snapshot.today()).collect();
    let order_recorded = snapshot.facts().order.is_some();
    Ok(if args.json {
        Output::json(json!({ "boundaries": in_force, "order_recorded": order_recorded }))
    } else {
        Output::text(ctx.say(&recorded::boundaries_are(&in_force, order_recorded)))
    })
}

fn clear(args: &BoundaryArgs, ctx: &Context<'_>) -> Result<Output> {
    if !(args.from.is_empty() && args.until.is_empty()) {
        return Err(Failure::new("`clear` counts from today").hint("`reconnect boundary clear`"));
    }
    let today = ctx.clock().today();
    let before = ctx.snapshot()?;
    let in_force: Vec<Boundary> = before.timeline.boundaries_in_force(today).collect();
    if in_force.is_empty() {
        return show(args, ctx);
    }
    let (orders, others): (Vec<Boundary>, Vec<Boundary>) =
        in_force.iter().copied().partition(|boundary| boundary.kind == BoundaryKind::Order);
    let had_order = !orders.is_empty();
    let mut kept = Vec::new();
    if had_order {
        // The court lifts its order, and nothing that they asked for themselves.
        for boundary in others {
            let question = format!("{}.\n{}", recorded::boundary_line(&boundary), recorded::ASK_THEMSELVES);
            if !ctx.env.ask_if_there(&question)?.is_some_and(|answer| answer.eq_ignore_ascii_case("yes")) {
                kept.push(boundary);
            }
        }
    }
    let record = |on, boundary, until| Draft::new(EventDate::Day(on), RecordKind::Boundary { boundary, until });
    let question = |falls: &[Fall]| recorded::ask_lifted(falls);
    transact(
        ctx,
        |_| {
            let set = |held: &Boundary| BoundaryChange::Set { kind: held.kind, protects: held.protects };
            let again = kept.iter().map(|held| record(held.from, set(held), held.through));
            Ok([record(today, BoundaryChange::Clear { own: false }, None)].into_iter().chain(again).collect::<Vec<_>>().into())
        },
        Permission::Ask(&question),
        |changed| match changed.after.timeline.boundaries_in_force(today).find(|boundary| !kept.contains(boundary)) {
            None => Ok(Output::recorded(ctx.say(&recorded::boundaries_cleared(had_order, &kept)))),
            Some(boundary) => Err(Failure::new(format!("this would not end it: {}", recorded::boundary_line(&boundary)))
                .hint("`reconnect undo ID` takes back an entry that was a mistake")),
        },
    )
}

fn same_kind(snapshot: &Snapshot, kind: BoundaryKind, today: NaiveDate) -> Option<(Id, Boundary)> {
    let known = snapshot.timeline.boundaries_in_force(today).filter(|boundary| boundary.kind == kind).last()?;
    let is_kind = |of: &RecordKind| matches!(of, RecordKind::Boundary { boundary: BoundaryChange::Set { kind: set, .. }, .. } if *set == kind);
    let mut latest = snapshot.records.iter().rev();
    let record = latest.find(|dated| dated.moment.day == known.from && is_kind(dated.record.kind()))?;
    Some((record.record.id().clone(), known))
}
