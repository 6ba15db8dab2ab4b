//! `start-no-contact`: opens a run, and stores both dates.

use reconnect::Moment;
use reconnect::when::{Spoken, When};

use super::{Output, breakup, status};
use crate::args::StartArgs;
use crate::diary::lines::Wanted;
use crate::diary::{Book, Draft, On, What};
use crate::error::{Failure, Result};
use crate::phrase;
use crate::render::status::{echoed, spoken};
use crate::session::Session;
use crate::words::{self, fill};

/// Runs it.
pub fn run(args: &StartArgs, session: &Session<'_>) -> Result<Output> {
    let today = session.clock().today();
    // `--breakup 24 Oct 2026 yesterday`: the words of the option end where its date does.
    let (breakup, rest) = phrase::leading(session, &args.breakup)?;
    let words: Vec<String> = args.when.iter().cloned().chain(rest).collect();
    let when = if words.is_empty() { ask(session, args)? } else { session.parse(&words.join(" "))? };
    let on = session.on(when);
    let start = on.moment(&session.clock());
    phrase::refuse_future(session, start, "a start")?;
    let breakup = breakup.map(|when| breakup::checked(session, when)).transpose()?;

    let changed = session.change(|book| {
        let mut drafts = Vec::new();
        if let Some(date) = breakup
            && book.breakup.as_ref().map(|(day, _)| *day) != Some(date)
        {
            drafts.push(breakup::draft(book, date));
        }
        if let Some(date) = breakup.or(book.breakup.as_ref().map(|(day, _)| *day))
            && start.day < date
        {
            return Err(Failure::new(format!(
                "no contact cannot start before the breakup: {} is before {}",
                Spoken(start.day),
                Spoken(date)
            ))
            .hint("`--breakup WHEN` corrects the breakup date"));
        }
        drafts.push(draft(book, on, start, args.replace)?);
        Ok(drafts)
    })?;
    // Whoever logged a contact before the first start has it already: then the count begins there.
    let later = changed.book.life.runs().open().filter(|since| *since != start);
    let said = match later {
        _ if args.replace => words::START_MOVED,
        Some(_) => words::STARTED_BEFORE_CONTACT,
        None => words::STARTED,
    };
    let since = later.map(spoken).unwrap_or_default();
    let mut page = session.page();
    page.sentences(&[fill(said, &[("when", &echoed(start, today)), ("since", &since)])]);
    Ok(Output::recorded(format!("{}\n{}", page.finish(), status::page(&changed.book, session)), changed.notes))
}

/// On a terminal the last contact is asked for; elsewhere it is today.
fn ask(session: &Session<'_>, args: &StartArgs) -> Result<When> {
    let today = When::from(session.clock().today());
    if !session.world.can_ask() {
        return Ok(today);
    }
    if !args.replace && session.book(Wanted::Facts)?.life.runs().open().is_some() {
        return Ok(today);
    }
    let answer = session.world.ask(words::ASK_LAST_CONTACT)?;
    if answer.is_empty() { Ok(today) } else { session.parse(&answer) }
}

fn draft(book: &Book, on: On, start: Moment, replace: bool) -> Result<Draft> {
    let Some(open) = book.life.runs().open() else { return Ok(Draft::new(on, What::Start { moves: false })) };
    if !replace {
        return Err(Failure::new(format!("no contact is already running, since {}", spoken(open)))
            .hint("if there was contact, `reconnect log-contact me WHEN` records it; the count begins anew, what was kept still counts")
            .hint("if the start is wrong, `reconnect start-no-contact WHEN --replace` corrects it"));
    }
    let contact = book.life.runs().opened_by_contact();
    if let Some(day) = contact.filter(|day| start.day < *day) {
        return Err(Failure::new(format!("this run began with the contact of {}; it cannot start before that", Spoken(day))).hint(
            "if that contact was recorded by mistake, `reconnect history` shows its id and `reconnect undo ID` takes it back",
        ));
    }
    Ok(Draft { replaces: book.opener.clone(), ..Draft::new(on, What::Start { moves: contact.is_some() }) })
}
