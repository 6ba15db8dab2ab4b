//! What cannot be done by mistake asks for a typed yes.

use crate::error::{Failure, Result};
use crate::session::Session;

/// Asks, on the terminal or, without one, of stdin; anything but `yes` is a no.
///
/// # Errors
/// If the answer is not `yes`.
pub fn typed_yes(session: &Session<'_>, question: &str) -> Result<()> {
    let answer = session.world.ask(question)?;
    if answer == "yes" {
        return Ok(());
    }
    Err(Failure::new("not confirmed; nothing was changed").hint("type `yes` to confirm; without a terminal, give it on stdin"))
}
