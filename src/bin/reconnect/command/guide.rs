//! `guide`: the step that matters now, one of the six, or all of them.

use reconnect::{STEPS, advise};

use super::Output;
use crate::cli::GuideArgs;
use crate::context::Context;
use crate::view::guide::{self, Guide};

pub fn run(args: GuideArgs, ctx: &Context<'_>) -> Output {
    let facts = ctx.snapshot().facts();
    let guide = Guide { verdict: advise(&facts), facts, call: &ctx.config.settings.call };
    let step = args.step.and_then(|number| STEPS.iter().find(|step| step.number == number));
    match step {
        _ if args.json => Output::json(guide::json(&guide, step)),
        Some(step) => Output::text(guide::one(&guide, step, args.studies, ctx.page())),
        None if args.all => Output::text(guide::all(&guide, args.studies, ctx.page())),
        None if args.studies => Output::text(guide::all_studies(&guide, ctx.page())),
        None => Output::text(guide::now(&guide, ctx.page())),
    }
}
