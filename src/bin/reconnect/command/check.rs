//! `check`: a silent predicate for scripts.

use reconnect::advise;

use super::{Ending, Output};
use crate::cli::CheckArgs;
use crate::context::Context;
use crate::diary::lines::Wanted;
use crate::error::Result;

/// Runs it: true if all that was asked holds. What is not known does not hold.
pub fn run(args: &CheckArgs, ctx: &Context<'_>) -> Result<Output> {
    let snapshot = ctx.snapshot(Wanted::Facts)?;
    let facts = ctx.facts(&snapshot);
    let days = facts.run_since.map(|start| reconnect::days_between(start, facts.today));
    let known = facts.breakup.is_some() || facts.run_since.is_some() || facts.boundary_in_force || facts.answer.is_some();
    let holds = [
        args.window.is_none_or(|id| facts.window().is_some_and(|window| window.id == id)),
        args.verdict.is_none_or(|id| (known || facts.order_recorded) && advise(&facts).id() == id),
        args.days_at_least.is_none_or(|least| days.is_some_and(|days| days >= i64::from(least))),
        !args.active || facts.run_since.is_some(),
        !args.boundary || facts.boundary_in_force,
    ];
    let ending = if holds.contains(&false) { Ending::False } else { Ending::Done };
    Ok(Output { ending, ..Output::default() })
}
