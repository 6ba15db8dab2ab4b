//! `prompt`: one line for a shell's prompt. Takes no lock, exits 0, and says `◷ ?` where something is broken.

use super::Output;
use crate::paths::Paths;
use crate::prompt::{cached, next_edge, segment, store};
use crate::render::paint::Paint;
use crate::segment::BROKEN;
use crate::session::Session;
use crate::world::World;

/// The cached segment, before anything else of the program is built.
pub fn fast(world: &World) -> Option<Output> {
    cached(world, &Paths::find(world).ok()?).map(line)
}

/// Computes it. With `--at` the cache is neither read nor written.
pub fn run(world: &World, at: Option<&str>, paint: Paint) -> crate::error::Result<Output> {
    let paths = Paths::find(world)?;
    let session = match Session::begin(world, at, paint) {
        Ok(session) => session,
        // A phrase that is no date is a wrong use; a configuration that cannot be read is not the prompt's to explain.
        Err(failure) if at.is_some() && Session::begin(world, None, paint).is_ok() => return Err(failure),
        Err(_) => {
            store(world, &paths, BROKEN, None);
            return Ok(line(BROKEN.to_owned()));
        }
    };
    let Ok(segment) = segment(&session) else { return Ok(line(BROKEN.to_owned())) };
    if at.is_none() && (paths.state.exists() || !segment.is_empty() || session.config.text().is_some()) {
        store(world, &paths, &segment, next_edge(&session));
    }
    Ok(line(segment))
}

fn line(segment: String) -> Output {
    Output::text(if segment.is_empty() { segment } else { format!("{segment}\n") })
}
