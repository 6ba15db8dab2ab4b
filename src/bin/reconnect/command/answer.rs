//! `answer`: what they answered to a second chance. The last word is theirs.

use reconnect::when::Spoken;
use reconnect::{Facts, VerdictId, advise};

use super::{Output, status};
use crate::cli::AnswerArgs;
use crate::context::Context;
use crate::diary::lines::Wanted;
use crate::diary::{Draft, On, What};
use crate::error::Result;
use crate::view::event;
use crate::words::{self, fill};

/// Runs it.
pub fn run(args: AnswerArgs, ctx: &Context<'_>) -> Result<Output> {
    let Some(answer) = args.answer else { return show(ctx) };
    let today = ctx.clock().today();
    let changed = ctx.change(|_| Ok(vec![Draft::new(On::Day(today), What::Answer { answer })]))?;
    // What is said is about the answer, also where a boundary rules; that it does is said after it.
    let verdict = advise(&Facts { answer: Some(answer), ..Facts::on(today) });
    let mut lines = vec![fill(words::ANSWER_NOTED, &[("answer", &event::answer(answer))]), verdict.says().to_owned()];
    lines.extend(verdict.reasons().filter(|reason| reason.stated).map(|reason| reason.text.to_owned()));
    let ruling = advise(&ctx.facts(&changed.snapshot));
    if ruling.id() == VerdictId::RespectBoundary {
        lines.push(ruling.says().to_owned());
    }
    let mut page = ctx.page();
    page.sentences(&lines);
    Ok(Output::recorded(page.finish(), changed.notes))
}

fn show(ctx: &Context<'_>) -> Result<Output> {
    let answer = status::of(&ctx.snapshot(Wanted::Facts)?, ctx).answer;
    Ok(Output::text(match answer {
        Some((answer, on)) => format!("{}\n", fill(words::ANSWER_IS, &[("answer", &event::answer(answer)), ("when", &Spoken(on))])),
        None => format!("{}\n", words::NO_ANSWER),
    }))
}
