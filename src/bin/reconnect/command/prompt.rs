//! `prompt`: one line for a shell's prompt. It takes no lock and exits 0 unless used wrongly.

use super::Output;
use crate::context::Context;
use crate::diary::lines::Wanted;
use crate::env::Env;
use crate::error::Result;
use crate::hidden::is_hidden;
use crate::paths::Paths;
use crate::segment::{BROKEN, Counts};
use crate::text::ascii::to_ascii;
use crate::text::style::Styler;

/// Prints nothing where no run is open, where the user hid the prompt, and where no home folder is known.
pub fn run(env: &Env, at: Option<&str>, styler: Styler) -> Result<Output> {
    if Paths::find(env).is_err() {
        return Ok(Output::default());
    }
    let segment = match Context::begin(env, at, styler) {
        Ok(ctx) if is_hidden(&ctx.paths, ctx.clock().today()) => String::new(),
        Ok(ctx) => segment(&ctx).unwrap_or_else(|_| BROKEN.to_owned()),
        // `--at` with a phrase that is no date is a wrong use; a broken config isn't.
        Err(failure) if at.is_some() && Context::begin(env, None, styler).is_ok() => return Err(failure),
        Err(_) => BROKEN.to_owned(),
    };
    // Curly quotes would become plain ones, which a format may not hold.
    let segment = if env.is_utf8_locale() { segment } else { to_ascii(&segment).replace(['"', '\''], "") };
    Ok(Output::text(if segment.is_empty() { segment } else { format!("{segment}\n") }))
}

fn segment(ctx: &Context<'_>) -> Result<String> {
    let today = ctx.clock().today();
    let snapshot = ctx.snapshot(Wanted::Facts)?;
    let Some(start) = snapshot.life.runs().open() else { return Ok(String::new()) };
    let record = snapshot.life.runs().record(today);
    let settings = &ctx.config.settings;
    Ok(settings.prompt.fill(Counts {
        days: reconnect::days_between(start.day, today) + settings.first_day,
        longest: record.longest_days + settings.first_day,
        kept: record.kept_days,
        total: record.total_days,
    }))
}
