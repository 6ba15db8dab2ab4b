//! `log-contact`: somebody got in touch. What is said is gentle, true, and different for each kind.

use reconnect::when::{Spoken, When};
use reconnect::{Effect, Overrule, Via, Who};

use super::{Output, status};
use crate::args::LogContactArgs;
use crate::diary::record::ContactFields;
use crate::diary::{Book, Draft, What};
use crate::error::{Failure, Result};
use crate::phrase;
use crate::render::event;
use crate::render::status::spoken;
use crate::session::Session;
use crate::words::{self, fill};

/// Runs it.
pub fn run(args: &LogContactArgs, session: &Session<'_>) -> Result<Output> {
    let when = if args.when.is_empty() { now(session) } else { session.parse(&args.when.join(" "))? };
    let on = session.on(when);
    let moment = on.moment(&session.clock());
    phrase::refuse_future(session, moment, "a contact")?;
    let mut fields = ContactFields {
        who: args.who,
        via: args.via,
        reply: args.reply,
        logistics: args.logistics,
        overrule: if args.keep { Some(Overrule::Keep) } else { args.restart.then_some(Overrule::Restart) },
        note: None,
    };
    let decide = |fields: &ContactFields| {
        let fields = fields.clone();
        move |book: &Book| match &book.breakup {
            Some((breakup, _)) if moment.day < *breakup => Err(Failure::new(format!(
                "a contact before the breakup does not count: {} is before {}",
                Spoken(moment.day),
                Spoken(*breakup)
            ))
            .hint("`reconnect breakup WHEN` corrects the breakup date")),
            _ => Ok(vec![Draft::new(on, What::Contact(fields.clone()))]),
        }
    };
    if let Some(source) = &args.note {
        // Before anybody types: a contact that would be refused needs no note.
        decide(&fields)(&session.book()?)?;
        fields.note = note(session, source)?;
    }
    let changed = session.change(decide(&fields))?;
    let effect = changed.effect_of_last();
    let mut lines = vec![fill(words::CONTACT_NOTED, &[("contact", &event::contact(&fields)), ("when", &spoken(moment))])];
    lines.push(gently(&fields, effect));
    if let Some(since) = changed.book.life.runs().open().filter(|_| effect.ended_run) {
        lines.push(fill(words::COUNT_ANEW, &[("when", &spoken(since))]));
    }
    lines.extend(status::numbers(&changed.book, session));
    let mut page = session.page();
    page.sentences(&lines);
    Ok(Output::recorded(page.finish(), changed.notes))
}

/// This minute, with its time.
pub fn now(session: &Session<'_>) -> When {
    let now = session.now;
    When { date: now.date_naive(), time: Some(now.time()), offset: Some(*now.offset()) }
}

fn note(session: &Session<'_>, source: &str) -> Result<Option<String>> {
    let text = if source == "-" || !session.world.can_ask() { session.world.read_all()? } else { String::new() };
    Ok(Some(text.trim().to_owned()).filter(|text| !text.is_empty()))
}

/// The one sentence that fits.
fn gently(fields: &ContactFields, effect: Effect) -> String {
    let contact = fields.contact();
    let template = match fields.who {
        Who::Them => words::AFTER_THEIRS,
        Who::Me if effect.reach_out && effect.allowed => words::AFTER_REACH_OUT,
        Who::Me if effect.reach_out => words::AFTER_SECOND,
        Who::Me if contact.overrule == Some(Overrule::Keep) => words::AFTER_KEEP,
        Who::Me if fields.logistics => words::AFTER_LOGISTICS,
        Who::Me if fields.via == Via::Looked => words::AFTER_LOOK,
        Who::Me if fields.reply => words::AFTER_REPLY,
        Who::Me => match fields.via {
            Via::Text => words::AFTER_TEXT,
            Via::Call => words::AFTER_CALL,
            Via::InPerson => words::AFTER_MEETING,
            _ => words::AFTER_OTHER,
        },
    };
    template.to_owned()
}
