//! `history`: counts and contacts, newest first; urges; or months as a calendar.

use super::Output;
use crate::cli::HistoryArgs;
use crate::context::Context;
use crate::error::Result;
use crate::model::urges::UrgeStats;
use crate::view::calendar::{self, MarkedDays};
use crate::view::history::{human, json, to_csv};
use crate::view::urges;

pub fn run(args: &HistoryArgs, ctx: &Context<'_>) -> Result<Output> {
    let snapshot = ctx.snapshot()?;
    let today = snapshot.today();
    let week_starts = ctx.config.settings.week_starts;
    if args.calendar {
        let days = MarkedDays::of(&snapshot, None);
        return Ok(Output::text(calendar::months(&days, args.months, week_starts, ctx.page(), ctx.styler)));
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
