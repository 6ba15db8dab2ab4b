//! `history`: counts and contacts, newest first; urges; everything; or months as a calendar.

use super::Output;
use crate::cli::HistoryArgs;
use crate::context::{Context, Known};
use crate::error::Result;
use crate::model::days::Days;
use crate::model::labels::Labels;
use crate::model::period::Period;
use crate::model::urges::UrgeStats;
use crate::store::diary::RecordKind;
use crate::store::letters;
use crate::view::everything::{Asked, Everything};
use crate::view::history::{History, human};
use crate::view::urges::{self, Urges};
use crate::view::{calendar, tables};

const LIMIT: usize = 20;

pub fn run(args: &HistoryArgs, ctx: &Context<'_>) -> Result<Output> {
    let known = ctx.known();
    let snapshot = &known.snapshot;
    let holds_nothing = snapshot.records.is_empty() && snapshot.ahead.is_empty();
    let was_taken_back = holds_nothing && known.diary.iter().any(|record| matches!(record.kind, RecordKind::Retract { .. }));
    let week_starts = ctx.config.settings.week_starts;
    if args.calendar {
        let days = Days::of(snapshot, None);
        return Ok(Output::text(calendar::months(&days, args.months, week_starts, ctx.page(), ctx.styler)));
    }
    if args.urges {
        return Ok(match (args.json, args.csv) {
            (true, _) => Output::json(Urges::of(snapshot)),
            (_, true) => Output::data(tables::urges(&UrgeStats::of(snapshot))?),
            _ => Output::text(urges::human(&UrgeStats::of(snapshot), ctx.page())),
        });
    }
    if args.all || args.find.is_some() {
        let asked = asked(args, &known, ctx);
        let all = Everything::of(snapshot, &asked);
        let page = || all.human(args.find.as_deref(), args.limit.unwrap_or(usize::MAX), was_taken_back, ctx.page());
        return Ok(Output::shown(args.json, || &all, page));
    }
    let period = Period::all(snapshot);
    Ok(match (args.json, args.csv) {
        (true, _) => Output::json(History::of(&period)),
        (_, true) => Output::data(tables::history(&period)?),
        _ => Output::text(human(&period, week_starts, args.limit.unwrap_or(LIMIT), was_taken_back, ctx.page())),
    })
}

/// With the texts of letters that were opened. Sealed ones stay sealed.
fn asked(args: &HistoryArgs, known: &Known, ctx: &Context<'_>) -> Asked {
    let all = letters::letters(&known.snapshot);
    let labels = Labels::of(all.iter().map(|letter| letter.n));
    let letters = all.into_iter().map(|letter| {
        let is_open = letter.opened.is_some() && letter.erased.is_none();
        // A text that isn't on this computer has no first words here.
        let text = is_open.then(|| letters::read(&ctx.paths, &letter.id).ok()).flatten();
        (letter.id.clone(), (letter, text))
    });
    let ids = known.snapshot.records.iter().map(|dated| dated.record.id());
    let unrecorded = ids.filter(|id| known.diary.get(id).is_none()).cloned().collect();
    Asked { find: args.find.clone(), notes: args.notes, letters: letters.collect(), labels, unrecorded }
}
