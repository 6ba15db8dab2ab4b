//! `prompt`: one line for a shell's prompt. It takes no lock and exits 0 unless used wrongly.

use super::Output;
use crate::context::Context;
use crate::env::Env;
use crate::error::Result;
use crate::store::hidden::is_hidden;
use crate::store::paths::Paths;
use crate::store::segment::{BROKEN, Counts, Format};
use crate::terminal::ascii::to_ascii;

/// Prints the segment; nothing where no run is open, where the user hid the prompt, and where no home folder is known.
pub fn run(env: &Env, at: Option<&str>) -> Result<Output> {
    let Ok(paths) = Paths::find(env) else { return Ok(Output::default()) };
    let styler = env.styler(Some(false));
    let broken = if env.asks_for_words() { "?" } else { BROKEN };
    let (segment, notes) = match Context::begin(env, at, styler) {
        Ok(ctx) if is_hidden(&ctx.paths, ctx.clock().today()) => (String::new(), Vec::new()),
        Ok(ctx) => {
            // An unknown key is no reason to warn at every prompt; a date that can't be true is.
            drop(ctx.notes());
            (segment(&ctx).unwrap_or_else(|_| broken.to_owned()), ctx.notes())
        }
        // `--at` with a phrase that is no date is a wrong use; a broken config isn't.
        Err(failure) if at.is_some() && Context::begin(env, None, styler).is_ok() => return Err(failure),
        Err(_) if is_hidden(&paths, env.now().date_naive()) => (String::new(), Vec::new()),
        Err(_) => (broken.to_owned(), Vec::new()),
    };
    // Curly quotes would become plain ones, which a format may not hold.
    let segment = if env.is_utf8_locale() { segment } else { to_ascii(&segment).replace(['"', '\''], "") };
    let text = if segment.is_empty() { segment } else { format!("{segment}\n") };
    Ok(Output { text, notes, ..Output::default() })
}

fn segment(ctx: &Context<'_>) -> Result<String> {
    let snapshot = ctx.snapshot()?;
    let Some(start) = snapshot.timeline.runs().open() else { return Ok(String::new()) };
    let totals = snapshot.timeline.runs().totals(snapshot.today());
    let settings = &ctx.config.settings;
    // A screen reader would read our sign aloud; a format of the user's own stays as it is.
    let is_plain = (settings.accessible || ctx.env.asks_for_words()) && settings.prompt == Format::default();
    let format = if is_plain { &Format::without_sign() } else { &settings.prompt };
    Ok(format.fill(Counts {
        days: reconnect::days_between(start.day, snapshot.today()) + settings.first_day,
        longest: totals.longest_days,
        kept: totals.kept_days,
        total: totals.total_days,
    }))
}
