//! `boundary`: what they asked for, or the user did. It comes before every timer.

use chrono::NaiveDate;
use reconnect::date::LongDate;
use reconnect::{Boundary, BoundaryKind, Protects};

use super::{Output, count_again, if_said, nothing_recorded};
use crate::cli::{BoundaryArgs, BoundaryWord};
use crate::context::{Context, Known};
use crate::error::{Failure, Result};
use crate::store::diary::{BoundaryChange, Draft, EventDate, Id, RecordKind, Snapshot};
use crate::store::falls::{Fall, beaten_by};
use crate::store::transact::{Changed, Permission, transact};
use crate::terminal::ask::{self, Choice, yes_no};
use crate::view::{questions, recorded};

pub fn run(args: &BoundaryArgs, ctx: &Context<'_>) -> Result<Output> {
    let kind = match args.kind {
        None => return Ok(show(args, ctx)),
        Some(BoundaryWord::Clear) => return clear(args, ctx),
        Some(BoundaryWord::Space) => BoundaryKind::Space,
        Some(BoundaryWord::Blocked) => BoundaryKind::Blocked,
        Some(BoundaryWord::Own) => BoundaryKind::Own,
        Some(BoundaryWord::Order) => BoundaryKind::Order,
    };
    if args.protects.is_some() && kind != BoundaryKind::Order {
        return Err(Failure::new("`--protects` is about a court order").hint("`reconnect boundary order --protects me`"));
    }
    let today = ctx.clock().today();
    let (from, through) = dates(args, ctx)?;
    let before = ctx.snapshot();
    let known = same_kind(&before, kind, today);
    let mut said = Boundary::new(kind, from);
    said.through = through;
    let Some((boundary, replaces)) = decide(args, ctx, &said, known)? else {
        return Ok(nothing_recorded(ctx));
    };
    let draft = |_: &Known| {
        let set = BoundaryChange::Set { kind, protects: boundary.protects };
        let record = RecordKind::Boundary { boundary: set, until: boundary.through };
        Ok(Draft { replaces: replaces.clone(), ..Draft::new(EventDate::Day(boundary.from), record) }.into())
    };
    let told = transact(ctx, draft, Permission::Ask(&questions::ask_changed), |changed| {
        let holds = changed.after.timeline.boundaries_in_force(today).any(|known| known == boundary);
        let is_over = boundary.through.is_some_and(|last| last < today);
        let call = &ctx.config.settings.call;
        if holds || is_over || boundary.from > today {
            return Ok((recorded::boundary_set(&boundary, changed, call), count_again::due(changed)));
        }
        if changed.later.as_ref().is_some_and(|later| later.counts) {
            return Ok((recorded::boundary_set_beside(&boundary, call), None));
        }
        let from = LongDate(boundary.from);
        Err(match replaces.as_ref().and_then(|id| changed.after.get(id)) {
            Some(known) => beaten_by(&known.record, ""),
            None => Failure::new(format!("from {from} it would not hold today: another breakup came after that"))
                .hint("leave the first day out, and it counts from today"),
        })
    })?;
    count_again::offer(ctx, told)
}

/// The boundary as it is recorded, and the entry that it corrects; `None` after Ctrl-D. An order that is said again, for the same
/// first day or without one, corrects the one in force, and keeps what is not said.
fn decide(
    args: &BoundaryArgs,
    ctx: &Context<'_>,
    said: &Boundary,
    known: Option<(Id, Boundary)>,
) -> Result<Option<(Boundary, Option<Id>)>> {
    let mut boundary = *said;
    let is_dated = !(args.when.is_empty() && args.from.is_empty());
    if said.kind == BoundaryKind::Order {
        let corrected = known.filter(|(_, known)| !is_dated || known.from == said.from);
        if let Some((_, known)) = &corrected {
            boundary = *known;
            boundary.through = said.through.or(known.through);
        }
        let Some(protects) = args.protects.map_or_else(|| ask_protects(ctx, boundary.protects), |protects| Ok(Some(protects)))?
        else {
            return Ok(None);
        };
        boundary.protects = Some(protects);
        return Ok(Some((boundary, corrected.map(|(id, _)| id))));
    }
    let Some((id, known)) = known.filter(|_| ctx.env.can_ask) else { return Ok(Some((boundary, None))) };
    let question = format!("{}. Does the new one replace it?", recorded::boundary_line(&known, ctx.clock().today()));
    let replaces = Choice { question: &question, keys: &yes_no("yes", "no, both hold", false) }.offer(ctx.env)?;
    Ok(replaces.map(|replaces| (boundary, replaces.then_some(id))))
}

/// Whom an order protects, asked on a terminal.
pub fn ask_protects(ctx: &Context<'_>, known: Option<Protects>) -> Result<Option<Protects>> {
    let not_said = known.unwrap_or(Protects::Both);
    if !ctx.env.can_ask {
        return Ok(Some(not_said));
    }
    let keys = [
        ("m", "me", &[][..], Protects::Me),
        ("t", "them", &[], Protects::Them),
        ("b", "both", &[], Protects::Both),
        ("", "I don't know", &[], not_said),
    ];
    Choice { question: "Whom does it protect?", keys: &keys }.offer(ctx.env)
}

/// The first and the last day. Without a year, the last day is the first such day on or after the first.
fn dates(args: &BoundaryArgs, ctx: &Context<'_>) -> Result<(NaiveDate, Option<NaiveDate>)> {
    let first = if args.from.is_empty() { &args.when } else { &args.from };
    let from = if_said(first, |words| Ok(ctx.moment(ctx.parse(words)?).day))?.unwrap_or_else(|| ctx.clock().today());
    let until = if_said(&args.until, |words| ctx.parse_until(words, from))?;
    let Some(last) = until.filter(|last| *last < from) else { return Ok((from, until)) };
    Err(if first.is_empty() {
        let hint = "to record one that is over, say when it began: `--from WHEN --until WHEN`";
        Failure::new(format!("{} has passed already", LongDate(last))).hint(hint)
    } else {
        Failure::new(format!("the last day, {}, is before the first, {}", LongDate(last), LongDate(from)))
            .hint("`--until` is the last day, included")
    })
}

fn show(args: &BoundaryArgs, ctx: &Context<'_>) -> Output {
    let snapshot = ctx.snapshot();
    Output::shown(
        args.json,
        || recorded::boundaries_json(&snapshot),
        || ctx.say(&recorded::boundaries_are(&snapshot, &ctx.config.settings.call)),
    )
}

fn clear(args: &BoundaryArgs, ctx: &Context<'_>) -> Result<Output> {
    let only_own = args.when.as_slice() == ["own"];
    if !(args.from.is_empty() && args.until.is_empty() && args.protects.is_none() && (args.when.is_empty() || only_own)) {
        return Err(Failure::new("`clear` takes no date: it counts from today")
            .hint("`reconnect boundary clear`, or `reconnect boundary clear own`"));
    }
    let today = ctx.clock().today();
    let before = ctx.snapshot();
    let has_begun = |boundary: &Boundary| boundary.from <= today || boundary.kind == BoundaryKind::Order;
    let begun: Vec<Boundary> = before.timeline.boundaries_in_force(today).filter(has_begun).collect();
    let own = only_own || begun.iter().all(|boundary| boundary.kind == BoundaryKind::Own);
    let meant: Vec<Boundary> = begun.into_iter().filter(|boundary| (boundary.kind == BoundaryKind::Own) == own).collect();
    if meant.is_empty() {
        return nothing_cleared(args, only_own, &before, ctx);
    }
    let is_ordered = meant.iter().any(|boundary| boundary.kind == BoundaryKind::Order);
    let (mut fell, mut kept) = (Vec::new(), Vec::new());
    for boundary in meant {
        // The court lifts its order, and nothing that they asked for themselves.
        let is_asked = is_ordered && boundary.kind != BoundaryKind::Order;
        let question = format!("{}.\n{}", recorded::boundary_line(&boundary, today), recorded::ASK_THEMSELVES);
        let falls = !is_asked || ask::is_typed_yes(ctx.env, &question)?;
        if falls { fell.push(boundary) } else { kept.push(boundary) }
    }
    let record = |on, boundary, until| Draft::new(EventDate::Day(on), RecordKind::Boundary { boundary, until });
    let drafts = |_: &Known| {
        let set = |held: &Boundary| BoundaryChange::Set { kind: held.kind, protects: held.protects };
        let again = kept.iter().map(|held| record(held.from, set(held), held.through));
        let clear = record(today, BoundaryChange::Clear { own }, None);
        Ok([clear].into_iter().chain(again).collect::<Vec<_>>().into())
    };
    let proof = |changed: &Changed| {
        let mut still = changed.after.timeline.boundaries_in_force(today);
        match still.find(|boundary| fell.contains(boundary)) {
            None => Ok(Output::recorded(ctx.say(&recorded::boundaries_cleared(&fell, &changed.after)))),
            Some(boundary) => {
                Err(Failure::new(format!("something would still hold: {}", recorded::boundary_line(&boundary, today)))
                    .hint("`reconnect undo ID` takes back an entry that was a mistake"))
            }
        }
    };
    // What they asked for was asked about beside an order.
    let question = |falls: &[Fall], _| {
        let is_left = |fall: &&Fall| !(is_ordered && matches!(fall, Fall::Boundary(_)));
        questions::ask_ended(&falls.iter().filter(is_left).copied().collect::<Vec<_>>(), today)
    };
    transact(ctx, drafts, Permission::Ask(&question), proof)
}

/// Nothing that has begun here is there to lift. One that was recorded further east holds already.
fn nothing_cleared(args: &BoundaryArgs, only_own: bool, before: &Snapshot, ctx: &Context<'_>) -> Result<Output> {
    let is_meant = |boundary: &Boundary| boundary.kind == BoundaryKind::Own || !only_own;
    if let Some(boundary) = before.timeline.boundaries_in_force(before.today()).find(is_meant) {
        let (day, line) = (LongDate(boundary.from), recorded::boundary_line(&boundary, before.today()));
        return Err(Failure::new(format!("it begins on {day} here, and can be lifted from then on: {line}"))
            .hint("`reconnect undo ID` takes back an entry that was a mistake"));
    }
    if args.json {
        return Ok(show(args, ctx));
    }
    let whose = if only_own { "Nothing that you asked for is in force" } else { "Nothing is in force" };
    let first = format!("{whose}, so nothing was lifted.");
    let lines = recorded::boundaries_are(before, &ctx.config.settings.call);
    Ok(Output::text(ctx.say(&[first].into_iter().chain(lines).collect::<Vec<_>>())))
}

fn same_kind(snapshot: &Snapshot, kind: BoundaryKind, today: NaiveDate) -> Option<(Id, Boundary)> {
    let known = snapshot.timeline.boundaries_in_force(today).filter(|boundary| boundary.kind == kind).last()?;
    let is_kind = |of: &RecordKind| matches!(of, RecordKind::Boundary { boundary: BoundaryChange::Set { kind: set, .. }, .. } if *set == kind);
    let mut latest = snapshot.records.iter().rev();
    let record = latest.find(|dated| dated.moment.day == known.from && is_kind(dated.record.kind()))?;
    Some((record.record.id().clone(), known))
}
