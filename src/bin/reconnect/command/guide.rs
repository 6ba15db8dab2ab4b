//! `guide`: the six steps; without a number the ones that matter now come first.

use reconnect::{Now, STEPS, advise};

use super::Output;
use crate::cli::GuideArgs;
use crate::context::Context;
use crate::diary::lines::Wanted;
use crate::error::Result;
use crate::view::guide;

/// Runs it.
pub fn run(args: GuideArgs, ctx: &Context<'_>) -> Result<Output> {
    let now = Now::under(advise(&ctx.facts(&ctx.snapshot(Wanted::Facts)?)).id());
    let step = args.step.and_then(|number| STEPS.iter().find(|step| step.number == number));
    Ok(Output::text(match step {
        Some(step) => guide::whole(step, now, ctx.page()),
        None => guide::now(now, ctx.page()),
    }))
}
