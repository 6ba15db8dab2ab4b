//! `checkin`: how the user is today, once a day.

use super::notebook::refuse_typed;
use super::{NOTHING_RECORDED, Output, beaten_by, save_or_keep, typed};
use crate::cli::CheckinArgs;
use crate::context::Context;
use crate::error::{Failure, Result};
use crate::store::diary::{Draft, EventDate, RecordKind};
use crate::store::transact::{Permission, transact};
use crate::terminal::ask;
use crate::terminal::write::Ask;
use crate::view::checkin as view;

/// Records today's check-in; a second one on the same day replaces the first.
pub fn run(args: &CheckinArgs, ctx: &Context<'_>) -> Result<Output> {
    refuse_typed(&args.typed.words, "checkin N --note")?;
    let today = ctx.clock().today();
    if args.json {
        let snapshot = ctx.snapshot()?;
        return Ok(Output::json(view::json(view::checkins(&snapshot).last(), today)));
    }
    let asked = || asked(ctx);
    let Some(mood) = args.mood.map_or_else(asked, |mood| Ok(Some(mood)))? else {
        return Ok(Output::text(ctx.say(&[NOTHING_RECORDED.to_owned()])));
    };
    ctx.refuse_looking_ahead()?;
    let about = "How are you, in your own words? It is for you.";
    let input = args.note.as_ref().map(|_| typed(ctx, Ask { name: "checkin", about, before: "" })).transpose()?;
    let note = input.as_ref().map(|input| input.text().to_owned());
    let said = transact(
        ctx,
        |known| {
            let replaces = view::checkins(&known.snapshot).last().filter(|last| last.day == today).map(|last| last.id.clone());
            // A correction of an erased text would show none.
            let replaces = replaces.filter(|id| known.snapshot.get(id).is_some_and(|dated| !dated.record.is_erased()));
            let kind = RecordKind::Checkin { mood, note: note.clone() };
            Ok(Draft { replaces, ..Draft::new(EventDate::Day(today), kind) }.into())
        },
        Permission::Refuse,
        |changed| match view::checkins(&changed.after).last() {
            Some(last) if last.day == today && last.mood == mood => {
                let replaced = view::checkins(&changed.before).last().is_some_and(|last| last.day == today);
                Ok(Output::recorded(ctx.say(&view::recorded(mood, replaced))))
            }
            other => {
                let record = other.and_then(|other| changed.after.get(&other.id));
                Err(record.map_or_else(|| Failure::new("that check-in would not count"), |dated| beaten_by(&dated.record)))
            }
        },
    );
    save_or_keep(said, input, ctx)
}

/// The number, asked on a terminal; `None` after Enter.
fn asked(ctx: &Context<'_>) -> Result<Option<u8>> {
    if !ctx.env.can_ask {
        return Err(
            Failure::new("a check-in is a number from 1 to 5").hint("`reconnect checkin 3` records one; 1 is very low, 5 is good")
        );
    }
    let question = "How are you today, from 1 (very low) to 5 (good)?  [Enter] skip: ";
    Ok(ask::offer(ctx.env, question, ask::one_to_five)?.flatten())
}
