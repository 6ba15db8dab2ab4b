//! `checkin`: how the user is today, once a day.

use chrono::NaiveDate;
use reconnect::Moment;
use reconnect::date::Refusal;

use super::{Output, nothing_recorded, save_or_keep, typed};
use crate::cli::{CheckinArgs, HELPLINE, IN_HISTORY, how_to_give};
use crate::context::{Context, Known};
use crate::error::{Failure, Result};
use crate::model::period::{Checkin, Period};
use crate::store::current_dates::refuse_future;
use crate::store::diary::{Draft, EventDate, RecordKind, Snapshot};
use crate::store::falls::beaten_by;
use crate::store::transact::{Permission, transact};
use crate::terminal::ask;
use crate::terminal::write::Ask;
use crate::view::checkin as view;
use crate::words::echoed;

/// Records a check-in; a second one for the same day replaces the first.
pub fn run(args: &CheckinArgs, ctx: &Context<'_>) -> Result<Output> {
    let today = ctx.clock().today();
    if args.json {
        let snapshot = ctx.snapshot();
        return Ok(Output::json(view::json(Period::all(&snapshot).checkins().last(), today)));
    }
    let day = day(args, ctx)?;
    let Some(mood) = args.mood.map_or_else(|| asked(ctx), |mood| Ok(Some(mood)))? else { return Ok(nothing_recorded(ctx)) };
    ctx.refuse_looking_ahead()?;
    let about = "How are you, in your own words? It is for you.";
    let ask = Ask { name: "checkin", about, ..Ask::default() };
    let input = args.note.as_ref().map(|_| typed(ctx, ask)).transpose()?.flatten();
    let note = input.as_ref().map(|input| input.text().to_owned());
    let plan = |known: &Known| {
        let replaces = of_day(&known.snapshot, day).map(|earlier| earlier.id.clone());
        // A correction of an erased text would show none.
        let replaces = replaces.filter(|id| known.snapshot.get(id).is_some_and(|dated| !dated.record.is_erased()));
        // The words of an earlier one stay, unless new ones come.
        let earlier = replaces.as_ref().and_then(|id| known.snapshot.get(id)).and_then(|dated| dated.record.kind().text());
        let kind = RecordKind::Checkin { mood, note: note.clone().or_else(|| earlier.map(str::to_owned)) };
        Ok(Draft { replaces, ..Draft::new(EventDate::Day(day), kind) }.into())
    };
    let said = transact(ctx, plan, Permission::Refuse, |changed| match of_day(&changed.after, day) {
        Some(counts) if counts.mood == mood => {
            let when = if day == today { " today".to_owned() } else { format!(", {}", echoed(Moment::day(day), today)) };
            let instead = match of_day(&changed.before, day) {
                None => "",
                Some(earlier) if earlier.note.is_some() && note.is_none() => ", instead of the earlier one; its note stays",
                Some(_) => ", instead of the earlier one",
            };
            Ok(Output::recorded(ctx.say(&view::recorded(mood, &when, instead, &ctx.config.settings.call))))
        }
        other => {
            let record = other.and_then(|other| changed.after.get(other.id));
            Err(record.map_or_else(|| Failure::new("that check-in would not count"), |dated| beaten_by(&dated.record, "")))
        }
    });
    save_or_keep(said, input, ctx)
}

fn of_day(snapshot: &Snapshot, day: NaiveDate) -> Option<Checkin<'_>> {
    Period::all(snapshot).checkins().into_iter().find(|checkin| checkin.day == day)
}

/// `checkin 3 yesterday`. In `checkin 2 hours ago` the number may be the mood or a part of the date.
fn day(args: &CheckinArgs, ctx: &Context<'_>) -> Result<NaiveDate> {
    let Some(mood) = args.mood.filter(|_| !args.when.is_empty()) else { return Ok(ctx.clock().today()) };
    let date = args.when.join(" ");
    let text = format!("{mood} {date}");
    if ctx.parse(&text).is_ok() {
        return Err(reconnect::Error::Phrase { text, why: Refusal::NumberOrDate }.into());
    }
    let date = ctx.parse(&date);
    let moment = ctx.moment(date.map_err(|failure| failure.hint(how_to_give("reconnect checkin N --note")).hint(IN_HISTORY))?);
    refuse_future(moment, &ctx.clock())?;
    Ok(moment.day)
}

/// The number, asked on a terminal; `None` after Enter.
fn asked(ctx: &Context<'_>) -> Result<Option<u8>> {
    if !ctx.env.can_ask {
        return Err(
            Failure::new("a check-in is a number from 1 to 5").hint("`reconnect checkin 3` records one; 1 is very low, 5 is good")
        );
    }
    let question = "How are you today, from 1 (very low) to 5 (good)?  [Enter] skip: ";
    // Whoever types words here may need somebody, and not a number.
    let read = |answer: &str| {
        ask::one_to_five(answer)
            .map_err(|failure| if answer.contains(char::is_alphabetic) { failure.hint(HELPLINE) } else { failure })
    };
    Ok(ask::offer(ctx.env, question, read)?.flatten())
}
