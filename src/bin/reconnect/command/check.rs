//! `check`: a silent predicate for scripts.

use reconnect::{advise, days_between};

use super::Output;
use crate::cli::CheckArgs;
use crate::context::Context;

/// True if everything that was asked holds. What isn't known doesn't hold.
pub fn run(args: &CheckArgs, ctx: &Context<'_>) -> Output {
    let snapshot = ctx.snapshot();
    let facts = snapshot.facts();
    let days = facts.run_since.map(|start| days_between(start, facts.today));
    let holds = [
        args.window.is_none_or(|id| facts.window().is_some_and(|window| window.id == id)),
        args.verdict.is_none_or(|id| !snapshot.is_empty() && advise(&facts).id() == id),
        args.days_at_least.is_none_or(|least| days.is_some_and(|days| days >= least)),
        !args.active || facts.run_since.is_some(),
        !args.boundary || facts.boundary.is_some(),
        !args.in_touch || facts.in_touch.is_some(),
    ];
    Output { is_false: holds.contains(&false), ..Output::default() }
}
