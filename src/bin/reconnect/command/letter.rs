//! stub
use super::Output;
use crate::args::LetterArgs;
use crate::error::Result;
use crate::session::Session;

/// Runs it.
pub fn run(_args: &LetterArgs, _session: &Session<'_>) -> Result<Output> {
    Err(crate::error::Failure::new("`letter` is not there yet"))
}
