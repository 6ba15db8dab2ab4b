//! `prompt`: one line for a shell's prompt. Takes no lock, exits 0, and says `◷ ?` where something is broken.

use super::Output;
use crate::context::Context;
use crate::env::Env;
use crate::paths::Paths;
use crate::prompt::{cached, next_edge, segment, store};
use crate::segment::BROKEN;
use crate::text::style::Styler;

/// The cached segment, before anything else of the program is built.
pub fn fast(env: &Env) -> Option<Output> {
    cached(env, &Paths::find(env).ok()?).map(line)
}

/// Computes it. With `--at` the cache is neither read nor written.
pub fn run(env: &Env, at: Option<&str>, styler: Styler) -> crate::error::Result<Output> {
    let paths = Paths::find(env)?;
    let ctx = match Context::begin(env, at, styler) {
        Ok(ctx) => ctx,
        // A phrase that is no date is a wrong use; a configuration that cannot be read is not the prompt's to explain.
        Err(failure) if at.is_some() && Context::begin(env, None, styler).is_ok() => return Err(failure),
        Err(_) => {
            store(env, &paths, BROKEN, None);
            return Ok(line(BROKEN.to_owned()));
        }
    };
    let Ok(segment) = segment(&ctx) else { return Ok(line(BROKEN.to_owned())) };
    if at.is_none() && (paths.state.exists() || !segment.is_empty() || ctx.config.text().is_some()) {
        store(env, &paths, &segment, next_edge(&ctx));
    }
    Ok(line(segment))
}

fn line(segment: String) -> Output {
    Output::text(if segment.is_empty() { segment } else { format!("{segment}\n") })
}
