//! A typed yes for what must not happen by mistake.

use crate::env::Env;
use crate::error::{Failure, Result};

pub fn typed_yes(env: &Env, question: &str) -> Result<()> {
    if env.ask_if_there(question)?.is_some_and(|answer| answer.eq_ignore_ascii_case("yes")) {
        return Ok(());
    }
    Err(Failure::new("not confirmed; nothing was changed").hint("type `yes` to confirm, or pipe it in"))
}
