//! `history`: runs and contacts, newest first; or months as a grid.

use std::io;

use super::{Output, status};
use crate::cli::HistoryArgs;
use crate::context::Context;
use crate::diary::contacts::Contacts;
use crate::diary::lines::Wanted;
use crate::diary::{Snapshot, What};
use crate::error::{Failure, Result};
use crate::view::calendar::{self, Span};
use crate::view::history::{History, csv, human, json};

/// How many months the grid shows unless it is said.
const MONTHS: u32 = 3;

/// Runs it.
pub fn run(args: &HistoryArgs, ctx: &Context<'_>) -> Result<Output> {
    if args.calendar {
        return calendar(args, ctx);
    }
    let lines = ctx.lines(Wanted::Contacts(Some(ctx.clock())))?;
    let snapshot = Snapshot::new(&lines, &ctx.config, &ctx.present())?;
    let mut runs: Vec<_> = snapshot.all_runs().collect();
    runs.reverse();
    let numbers = status::numbers(&snapshot, ctx);
    let history = History { today: ctx.clock().today(), runs, contacts: Contacts::new(lines, snapshot, &ctx.present()) };
    Ok(if args.json {
        Output::long(move |out| json(&history, out))
    } else if args.csv {
        Output::long(move |out| csv(&history, out))
    } else {
        let again = |error: io::Error| Failure::new("could not read the diary a second time").because(&error);
        Output::text(human(&history, numbers, args.limit, ctx.page()).map_err(again)?)
    })
}

fn calendar(args: &HistoryArgs, ctx: &Context<'_>) -> Result<Output> {
    // It marks urges, which nothing else here is about.
    let snapshot = ctx.snapshot(Wanted::Everything)?;
    // Months that were asked for are shown, empty or not.
    let span = args.months.map_or(Span::AtMost(MONTHS), Span::Exactly);
    let week_starts = ctx.config.settings.week_starts;
    Ok(Output::text(calendar::months(&days(&snapshot, ctx), span, week_starts, ctx.page(), ctx.styler)))
}

/// What every day of the calendar is marked with.
fn days(snapshot: &Snapshot, ctx: &Context<'_>) -> calendar::Days {
    let mut days = calendar::Days::new(ctx.clock().today(), snapshot.all_runs().collect());
    for told in &snapshot.told {
        match told.entry.what() {
            What::Contact(fields) => days.contact(told.moment.day, fields.who),
            What::Urge { .. } => days.urge(told.moment.day),
            _ => {}
        }
    }
    days
}
