//! `prompt`: one line for a shell's prompt. It takes no lock and exits 0 unless used wrongly.

use super::Output;
use crate::context::{Context, World};
use crate::error::Result;
use crate::store::hidden::Hidden;
use crate::store::segment::{BROKEN, Format};
use crate::terminal::escape::to_ascii;

/// Prints the segment; nothing where no run is open, where the user hid the prompt, and where no home folder is known.
pub fn run(world: &World<'_>) -> Result<Output> {
    let env = world.env;
    let Ok(paths) = world.paths() else { return Ok(Output::default()) };
    let broken = if env.asks_for_words() { "?" } else { BROKEN };
    // An unknown key is no reason to warn at every prompt; a date that can't be true is.
    let segment = match world.quietly(|| world.context()) {
        Ok(ctx) if Hidden::read(&ctx.paths, ctx.clock().today()).is_some() => String::new(),
        Ok(ctx) => segment(&ctx),
        // `--at` with a phrase that is no date is a wrong use; a broken config isn't.
        Err(failure) if world.at.is_some() && World::new(env, None, world.styler).context().is_ok() => return Err(failure),
        Err(_) if Hidden::read(&paths, env.now().date_naive()).is_some() => String::new(),
        Err(_) => broken.to_owned(),
    };
    // Curly quotes would become plain ones, which a format may not hold.
    let segment = if env.is_utf8_locale() { segment } else { to_ascii(&segment).replace(['"', '\''], "") };
    let text = if segment.is_empty() { segment } else { format!("{segment}\n") };
    Ok(Output::text(text))
}

fn segment(ctx: &Context<'_>) -> String {
    let snapshot = ctx.snapshot();
    let Some(start) = snapshot.timeline.runs().open() else { return String::new() };
    let totals = snapshot.timeline.runs().totals(snapshot.today());
    let settings = &ctx.config.settings;
    // A screen reader would read our sign aloud; a format of the user's own stays as it is.
    let is_plain = (settings.accessible || ctx.env.asks_for_words()) && settings.prompt == Format::default();
    let format = if is_plain { &Format::without_sign() } else { &settings.prompt };
    let days = reconnect::days_between(start.day, snapshot.today()) + settings.first_day;
    format.fill([days, totals.longest_days, totals.kept_days, totals.total_days])
}
