//! Tells the shells' hooks that something changed.

use crate::context::Context;
use crate::diary::{Id, Snapshot};
use crate::fs;

/// Writes a new random token into the state file `changed`. If that fails, the hooks notice within a minute anyway.
pub fn renew(ctx: &Context<'_>) {
    let Ok(token) = Id::random() else { return };
    if fs::make_private_dir(&ctx.paths.state).is_ok() {
        let _ = fs::replace(&ctx.paths.changed(), format!("{token}\n").as_bytes());
    }
}

/// The same for a command that has a snapshot at hand.
pub fn renew_from(ctx: &Context<'_>, _: &Snapshot) {
    renew(ctx);
}
