//! `boundary`: what they asked for. It stands above every timer.

use reconnect::when::Spoken;

use super::Output;
use crate::args::{BoundaryArgs, BoundaryKind};
use crate::diary::lines::Wanted;
use crate::diary::record::BoundaryWord;
use crate::diary::{Draft, On, What};
use crate::error::{Failure, Result};
use crate::render::status::boundary_line;
use crate::session::Session;
use crate::words::{self, fill};
use crate::{confirm, phrase};

/// Runs it.
pub fn run(args: &BoundaryArgs, session: &Session<'_>) -> Result<Output> {
    let today = session.clock().today();
    let Some(kind) = args.kind else { return show(session) };
    let (until, rest) = phrase::leading(session, &args.until)?;
    if let Some(word) = rest.first() {
        return Err(Failure::new(format!("`{word}` is no part of a date")).hint("`reconnect boundary space --until 1 May 2026`"));
    }
    let until = until.map(|when| session.moment(when).day);
    if let Some(last) = until.filter(|last| *last < today) {
        return Err(Failure::new(format!("{} has passed already", Spoken(last))).hint("`--until` is the last day of it, included"));
    }
    let boundary = match kind {
        BoundaryKind::Space => BoundaryWord::Space,
        BoundaryKind::Order => BoundaryWord::Order,
        BoundaryKind::Clear => return clear(session),
    };
    let changed = session.change(|_| Ok(vec![Draft::new(On::Day(today), What::Boundary { boundary, until })]))?;
    let mut lines = Vec::new();
    lines.extend(
        changed
            .book
            .life
            .boundaries_in_force(today)
            .last()
            .map(|boundary| fill(words::BOUNDARY_NOTED, &[("boundary", &boundary_line(&boundary))])),
    );
    lines.push(words::BOUNDARY_STANDS.to_owned());
    let mut page = session.page();
    page.sentences(&lines);
    Ok(Output::recorded(page.finish(), changed.notes))
}

fn show(session: &Session<'_>) -> Result<Output> {
    let book = session.book(Wanted::Facts)?;
    let today = session.clock().today();
    let mut lines: Vec<String> =
        book.life.boundaries_in_force(today).map(|boundary| format!("{}.", boundary_line(&boundary))).collect();
    if lines.is_empty() {
        let ended = book.life.facts(today).order_recorded;
        lines.push(if ended { words::ORDER_ENDED } else { words::NO_BOUNDARY }.to_owned());
    }
    let mut page = session.page();
    page.sentences(&lines);
    Ok(Output::text(page.finish()))
}

fn clear(session: &Session<'_>) -> Result<Output> {
    let today = session.clock().today();
    let in_force: Vec<_> = session.book_to_change(Wanted::Facts)?.life.boundaries_in_force(today).collect();
    if in_force.is_empty() {
        return show(session);
    }
    let has_order = in_force.iter().any(|boundary| boundary.kind == reconnect::BoundaryKind::Order);
    if has_order {
        confirm::typed_yes(session, words::ASK_CLEAR_ORDER)?;
    }
    let changed =
        session.change(|_| Ok(vec![Draft::new(On::Day(today), What::Boundary { boundary: BoundaryWord::Clear, until: None })]))?;
    let mut lines = vec![words::BOUNDARY_CLEARED.to_owned()];
    if has_order {
        lines.push(words::ORDER_ENDED.to_owned());
    }
    let mut page = session.page();
    page.sentences(&lines);
    Ok(Output::recorded(page.finish(), changed.notes))
}
