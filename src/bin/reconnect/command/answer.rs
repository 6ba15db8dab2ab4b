//! `answer`: what they answered to a second chance. The last word is theirs.

use reconnect::when::Spoken;
use reconnect::{Facts, VerdictId, advise};

use super::{Output, status};
use crate::args::AnswerArgs;
use crate::diary::lines::Wanted;
use crate::diary::{Draft, On, What};
use crate::error::Result;
use crate::render::event;
use crate::session::Session;
use crate::words::{self, fill};

/// Runs it.
pub fn run(args: AnswerArgs, session: &Session<'_>) -> Result<Output> {
    let Some(answer) = args.answer else { return show(session) };
    let today = session.clock().today();
    let changed = session.change(|_| Ok(vec![Draft::new(On::Day(today), What::Answer { answer })]))?;
    // What is said is about the answer, also where a boundary rules; that it does is said after it.
    let verdict = advise(&Facts { answer: Some(answer), ..Facts::on(today) });
    let mut lines = vec![fill(words::ANSWER_NOTED, &[("answer", &event::answer(answer))]), verdict.says().to_owned()];
    lines.extend(verdict.reasons().filter(|reason| reason.stated).map(|reason| reason.text.to_owned()));
    let ruling = advise(&session.facts(&changed.book));
    if ruling.id() == VerdictId::RespectBoundary {
        lines.push(ruling.says().to_owned());
    }
    let mut page = session.page();
    page.sentences(&lines);
    Ok(Output::recorded(page.finish(), changed.notes))
}

fn show(session: &Session<'_>) -> Result<Output> {
    let answer = status::of(&session.book(Wanted::Facts)?, session).answer;
    Ok(Output::text(match answer {
        Some((answer, on)) => format!("{}\n", fill(words::ANSWER_IS, &[("answer", &event::answer(answer)), ("when", &Spoken(on))])),
        None => format!("{}\n", words::NO_ANSWER),
    }))
}
