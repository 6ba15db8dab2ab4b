//! `history`: runs and contacts, newest first; or months as a grid.

use chrono::NaiveDate;

use super::{Output, status};
use crate::args::HistoryArgs;
use crate::diary::lines::Wanted;
use crate::diary::{Book, What};
use crate::error::Result;
use crate::render::calendar::{self, Span};
use crate::render::history::{ContactLine, History, csv, human, json};
use crate::session::Session;

/// How many months the grid shows unless it is said.
const MONTHS: u32 = 3;

/// Runs it.
pub fn run(args: &HistoryArgs, session: &Session<'_>) -> Result<Output> {
    // The calendar marks urges, which nothing else here is about.
    let book = session.book(if args.calendar { Wanted::Everything } else { Wanted::Contacts })?;
    let today = session.clock().today();
    if args.json {
        return Ok(Output::long(move |out| json(&of(&book, today), out)));
    }
    let history = of(&book, today);
    Ok(Output::text(if args.calendar {
        let settings = &session.config.settings;
        // Months that were asked for are shown, empty or not.
        let span = args.months.map_or(Span::AtMost(MONTHS), Span::Exactly);
        calendar::months(&days(&book, session), span, settings.week_starts, session.page(), session.paint)
    } else if args.csv {
        csv(&history)?
    } else {
        human(&history, status::numbers(&book, session), args.limit, session.page())
    }))
}

fn of(book: &Book, today: NaiveDate) -> History<'_> {
    let contacts = book.told.iter().rev().filter_map(|told| match told.entry.what() {
        What::Contact(fields) => Some(ContactLine { told, fields }),
        _ => None,
    });
    let mut runs: Vec<_> = book.all_runs().collect();
    runs.reverse();
    History { today, runs, contacts: contacts.collect() }
}

/// What every day of the calendar is marked with.
fn days(book: &Book, session: &Session<'_>) -> calendar::Days {
    let mut days = calendar::Days::new(session.clock().today(), book.all_runs().collect());
    for told in &book.told {
        match told.entry.what() {
            What::Contact(fields) => days.contact(told.moment.day, fields.who),
            What::Urge { .. } => days.urge(told.moment.day),
            _ => {}
        }
    }
    days
}
