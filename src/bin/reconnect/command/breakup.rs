//! `breakup`: shows or sets the date that the guide's windows are counted from.

use chrono::NaiveDate;
use reconnect::Moment;
use reconnect::when::{Spoken, When};

use super::{Output, status};
use crate::cli::BreakupArgs;
use crate::context::Context;
use crate::date_args;
use crate::diary::lines::Wanted;
use crate::diary::{Draft, On, Snapshot, What};
use crate::error::{Failure, Result};
use crate::view::status::echoed;
use crate::words::{self, fill};

/// Runs it.
pub fn run(args: &BreakupArgs, ctx: &Context<'_>) -> Result<Output> {
    let today = ctx.clock().today();
    let said = |template, date| fill(template, &[("when", &echoed(Moment::day(date), today))]);
    if args.when.is_empty() {
        return Ok(Output::text(match ctx.snapshot(Wanted::Facts)?.breakup {
            Some((date, _)) => format!("{}\n", said(words::BREAKUP_IS, date)),
            None => format!("{}\n", words::BREAKUP_UNKNOWN),
        }));
    }
    let date = checked(ctx, ctx.parse(&args.when.join(" "))?)?;
    let changed = ctx.change(|snapshot| if args.again { again(snapshot, date) } else { set(snapshot, date) })?;
    let template = match (args.again, changed.snapshot.life.facts(today).order_recorded) {
        (true, true) => words::BREAKUP_AGAIN_ORDER,
        (true, false) => words::BREAKUP_AGAIN,
        (false, _) => words::BREAKUP_SET,
    };
    let mut page = ctx.page();
    page.sentences(&[said(template, date)]);
    Ok(Output::recorded(format!("{}\n{}", page.finish(), status::page(&changed.snapshot, ctx)), changed.notes))
}

/// The civil date of a breakup, which cannot lie ahead.
pub fn checked(ctx: &Context<'_>, when: When) -> Result<NaiveDate> {
    let moment = ctx.moment(when);
    date_args::refuse_future(ctx, moment, "a breakup")?;
    Ok(moment.day)
}

/// Sets the date of this chapter's breakup, or corrects it.
pub fn draft(snapshot: &Snapshot, date: NaiveDate) -> Draft {
    let replaces = snapshot.breakup.as_ref().map(|(_, id)| id.clone());
    let again = replaces.as_ref().is_some_and(|id| {
        snapshot.told.iter().any(|told| told.entry.id() == id && *told.entry.what() == What::Breakup { again: true })
    });
    Draft { replaces, ..Draft::new(On::Day(date), What::Breakup { again }) }
}

fn set(snapshot: &Snapshot, date: NaiveDate) -> Result<Vec<Draft>> {
    if let Some(start) = snapshot.life.runs().all().next().filter(|run| run.start.day < date) {
        return Err(Failure::new(format!("no contact started before that, on {}", Spoken(start.start.day)))
            .hint("a breakup comes before its no contact; `reconnect breakup WHEN --again` records a second one"));
    }
    if snapshot.breakup.as_ref().is_some_and(|(known, _)| *known == date) {
        return Ok(Vec::new());
    }
    Ok(vec![draft(snapshot, date)])
}

fn again(snapshot: &Snapshot, date: NaiveDate) -> Result<Vec<Draft>> {
    match &snapshot.breakup {
        None => Err(Failure::new("no first breakup is known").hint("`reconnect breakup WHEN` records it")),
        Some((first, _)) if date <= *first => {
            Err(Failure::new(format!("a second breakup comes after the first, which was on {}", Spoken(*first)))
                .hint("without `--again` the date is corrected"))
        }
        Some(_) => Ok(vec![Draft::new(On::Day(date), What::Breakup { again: true })]),
    }
}
