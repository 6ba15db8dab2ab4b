//! `guide`: the six steps; without a number the ones that matter now come first.

use reconnect::{Now, STEPS, advise};

use super::Output;
use crate::args::GuideArgs;
use crate::diary::lines::Wanted;
use crate::error::Result;
use crate::render::guide;
use crate::session::Session;

/// Runs it.
pub fn run(args: GuideArgs, session: &Session<'_>) -> Result<Output> {
    let now = Now::under(advise(&session.facts(&session.book(Wanted::Facts)?)).id());
    let step = args.step.and_then(|number| STEPS.iter().find(|step| step.number == number));
    Ok(Output::text(match step {
        Some(step) => guide::whole(step, now, session.page()),
        None => guide::now(now, session.page()),
    }))
}
