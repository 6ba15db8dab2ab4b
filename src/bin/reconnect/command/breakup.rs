//! `breakup`: shows or sets the date that the guide's windows are counted from.

use chrono::NaiveDate;
use reconnect::Moment;
use reconnect::when::{Spoken, When};

use super::{Output, status};
use crate::args::BreakupArgs;
use crate::diary::lines::Wanted;
use crate::diary::{Book, Draft, On, What};
use crate::error::{Failure, Result};
use crate::phrase;
use crate::render::status::echoed;
use crate::session::Session;
use crate::words::{self, fill};

/// Runs it.
pub fn run(args: &BreakupArgs, session: &Session<'_>) -> Result<Output> {
    let today = session.clock().today();
    let said = |template, date| fill(template, &[("when", &echoed(Moment::day(date), today))]);
    if args.when.is_empty() {
        return Ok(Output::text(match session.book(Wanted::Facts)?.breakup {
            Some((date, _)) => format!("{}\n", said(words::BREAKUP_IS, date)),
            None => format!("{}\n", words::BREAKUP_UNKNOWN),
        }));
    }
    let date = checked(session, session.parse(&args.when.join(" "))?)?;
    let changed = session.change(|book| if args.again { again(book, date) } else { set(book, date) })?;
    let template = match (args.again, changed.book.life.facts(today).order_recorded) {
        (true, true) => words::BREAKUP_AGAIN_ORDER,
        (true, false) => words::BREAKUP_AGAIN,
        (false, _) => words::BREAKUP_SET,
    };
    let mut page = session.page();
    page.sentences(&[said(template, date)]);
    Ok(Output::recorded(format!("{}\n{}", page.finish(), status::page(&changed.book, session)), changed.notes))
}

/// The civil date of a breakup, which cannot lie ahead.
pub fn checked(session: &Session<'_>, when: When) -> Result<NaiveDate> {
    let moment = session.moment(when);
    phrase::refuse_future(session, moment, "a breakup")?;
    Ok(moment.day)
}

/// Sets the date of this chapter's breakup, or corrects it.
pub fn draft(book: &Book, date: NaiveDate) -> Draft {
    let replaces = book.breakup.as_ref().map(|(_, id)| id.clone());
    let again = replaces.as_ref().is_some_and(|id| {
        book.told.iter().any(|told| told.entry.id() == id && *told.entry.what() == What::Breakup { again: true })
    });
    Draft { replaces, ..Draft::new(On::Day(date), What::Breakup { again }) }
}

fn set(book: &Book, date: NaiveDate) -> Result<Vec<Draft>> {
    if let Some(start) = book.life.runs().all().next().filter(|run| run.start.day < date) {
        return Err(Failure::new(format!("no contact started before that, on {}", Spoken(start.start.day)))
            .hint("a breakup comes before its no contact; `reconnect breakup WHEN --again` records a second one"));
    }
    if book.breakup.as_ref().is_some_and(|(known, _)| *known == date) {
        return Ok(Vec::new());
    }
    Ok(vec![draft(book, date)])
}

fn again(book: &Book, date: NaiveDate) -> Result<Vec<Draft>> {
    match &book.breakup {
        None => Err(Failure::new("no first breakup is known").hint("`reconnect breakup WHEN` records it")),
        Some((first, _)) if date <= *first => {
            Err(Failure::new(format!("a second breakup comes after the first, which was on {}", Spoken(*first)))
                .hint("without `--again` the date is corrected"))
        }
        Some(_) => Ok(vec![Draft::new(On::Day(date), What::Breakup { again: true })]),
    }
}
