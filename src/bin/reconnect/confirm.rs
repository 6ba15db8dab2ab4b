//! What cannot be done by mistake asks for a typed yes.

use crate::context::Context;
use crate::error::{Failure, Result};

/// Asks, on the terminal or, without one, of stdin; anything but `yes` is a no.
///
/// # Errors
/// If the answer is not `yes`.
pub fn typed_yes(ctx: &Context<'_>, question: &str) -> Result<()> {
    let answer = ctx.env.ask(question)?;
    if answer == "yes" {
        return Ok(());
    }
    Err(Failure::new("not confirmed; nothing was changed").hint("type `yes` to confirm; without a terminal, give it on stdin"))
}
