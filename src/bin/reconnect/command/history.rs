//! `history`: counts and contacts, newest first; urges; or months as a calendar.

use super::Output;
use crate::cli::HistoryArgs;
use crate::context::Context;
use crate::error::Result;
use crate::urges::UrgeStats;
use crate::view::calendar::{self, MarkedDays, Span};
use crate::view::history::{human, json, to_csv};
use crate::view::urges;

const MONTHS: u32 = 3;

pub fn run(args: &HistoryArgs, ctx: &Context<'_>) -> Result<Output> {
    let snapshot = ctx.snapshot()?;
    let today = snapshot.today();
    let week_starts = ctx.config.settings.week_starts;
    if args.calendar {
        // Months that were asked for are shown, empty or not.
        let span = args.months.map_or(Span::AtMost(MONTHS), Span::Exactly);
        return Ok(Output::text(calendar::months(&MarkedDays::of(&snapshot, None), span, week_starts, ctx.page(), ctx.styler)));
    }
    if args.urges {
        let stats = UrgeStats::of(&snapshot);
        return Ok(match (args.json, args.csv) {
            (true, _) => Output::json(urges::json(&stats, today)),
            (_, true) => Output::data(urges::csv(&stats)?),
            _ => Output::text(urges::human(&stats, week_starts, ctx.page(), ctx.styler)),
        });
    }
    Ok(match (args.json, args.csv) {
        (true, _) => Output::json(json(&snapshot)),
        (_, true) => Output::data(to_csv(&snapshot)?),
        _ => Output::text(human(&snapshot, week_starts, args.limit, ctx.page())),
    })
}
