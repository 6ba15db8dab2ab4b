//! `history`: runs and contacts, newest first; or months as a grid.

use std::io;

use super::{Output, status};
use crate::args::HistoryArgs;
use crate::diary::contacts::Contacts;
use crate::diary::lines::Wanted;
use crate::diary::{Book, What};
use crate::error::{Failure, Result};
use crate::render::calendar::{self, Span};
use crate::render::history::{History, csv, human, json};
use crate::session::Session;

/// How many months the grid shows unless it is said.
const MONTHS: u32 = 3;

/// Runs it.
pub fn run(args: &HistoryArgs, session: &Session<'_>) -> Result<Output> {
    if args.calendar {
        return calendar(args, session);
    }
    let lines = session.lines(Wanted::Contacts(Some(session.clock())))?;
    let book = Book::new(&lines, &session.config, &session.present())?;
    let mut runs: Vec<_> = book.all_runs().collect();
    runs.reverse();
    let numbers = status::numbers(&book, session);
    let history = History { today: session.clock().today(), runs, contacts: Contacts::new(lines, book, &session.present()) };
    Ok(if args.json {
        Output::long(move |out| json(&history, out))
    } else if args.csv {
        Output::long(move |out| csv(&history, out))
    } else {
        let again = |error: io::Error| Failure::new("could not read the diary a second time").because(&error);
        Output::text(human(&history, numbers, args.limit, session.page()).map_err(again)?)
    })
}

fn calendar(args: &HistoryArgs, session: &Session<'_>) -> Result<Output> {
    // It marks urges, which nothing else here is about.
    let book = session.book(Wanted::Everything)?;
    // Months that were asked for are shown, empty or not.
    let span = args.months.map_or(Span::AtMost(MONTHS), Span::Exactly);
    let week_starts = session.config.settings.week_starts;
    Ok(Output::text(calendar::months(&days(&book, session), span, week_starts, session.page(), session.paint)))
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
