//! `boundary`: what they asked for. It stands above every timer.

use reconnect::when::Spoken;

use super::Output;
use crate::cli::{BoundaryArgs, BoundaryKind};
use crate::context::Context;
use crate::diary::lines::Wanted;
use crate::diary::record::BoundaryWord;
use crate::diary::{Draft, On, What};
use crate::error::{Failure, Result};
use crate::view::status::boundary_line;
use crate::words::{self, fill};
use crate::{confirm, date_args};

/// Runs it.
pub fn run(args: &BoundaryArgs, ctx: &Context<'_>) -> Result<Output> {
    let today = ctx.clock().today();
    let Some(kind) = args.kind else { return show(ctx) };
    let (until, rest) = date_args::leading(ctx, &args.until)?;
    if let Some(word) = rest.first() {
        return Err(Failure::new(format!("`{word}` is no part of a date")).hint("`reconnect boundary space --until 1 May 2026`"));
    }
    let until = until.map(|when| ctx.moment(when).day);
    if let Some(last) = until.filter(|last| *last < today) {
        return Err(Failure::new(format!("{} has passed already", Spoken(last))).hint("`--until` is the last day of it, included"));
    }
    let boundary = match kind {
        BoundaryKind::Space => BoundaryWord::Space,
        BoundaryKind::Order => BoundaryWord::Order,
        BoundaryKind::Clear => return clear(ctx),
    };
    let changed = ctx.change(|_| Ok(vec![Draft::new(On::Day(today), What::Boundary { boundary, until })]))?;
    let mut lines = Vec::new();
    lines.extend(
        changed
            .snapshot
            .life
            .boundaries_in_force(today)
            .last()
            .map(|boundary| fill(words::BOUNDARY_NOTED, &[("boundary", &boundary_line(&boundary))])),
    );
    lines.push(words::BOUNDARY_STANDS.to_owned());
    let mut page = ctx.page();
    page.sentences(&lines);
    Ok(Output::recorded(page.finish(), changed.notes))
}

fn show(ctx: &Context<'_>) -> Result<Output> {
    let snapshot = ctx.snapshot(Wanted::Facts)?;
    let today = ctx.clock().today();
    let mut lines: Vec<String> =
        snapshot.life.boundaries_in_force(today).map(|boundary| format!("{}.", boundary_line(&boundary))).collect();
    if lines.is_empty() {
        let ended = snapshot.life.facts(today).order_recorded;
        lines.push(if ended { words::ORDER_ENDED } else { words::NO_BOUNDARY }.to_owned());
    }
    let mut page = ctx.page();
    page.sentences(&lines);
    Ok(Output::text(page.finish()))
}

fn clear(ctx: &Context<'_>) -> Result<Output> {
    let today = ctx.clock().today();
    let in_force: Vec<_> = ctx.book_to_change(Wanted::Facts)?.life.boundaries_in_force(today).collect();
    if in_force.is_empty() {
        return show(ctx);
    }
    let has_order = in_force.iter().any(|boundary| boundary.kind == reconnect::BoundaryKind::Order);
    if has_order {
        confirm::typed_yes(ctx.env, words::ASK_CLEAR_ORDER)?;
    }
    let changed =
        ctx.change(|_| Ok(vec![Draft::new(On::Day(today), What::Boundary { boundary: BoundaryWord::Clear, until: None })]))?;
    let mut lines = vec![words::BOUNDARY_CLEARED.to_owned()];
    if has_order {
        lines.push(words::ORDER_ENDED.to_owned());
    }
    let mut page = ctx.page();
    page.sentences(&lines);
    Ok(Output::recorded(page.finish(), changed.notes))
}
