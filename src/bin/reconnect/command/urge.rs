//! stub
use super::Output;
use crate::args::UrgeArgs;
use crate::error::Result;
use crate::session::Session;

/// Runs it.
pub fn run(_args: UrgeArgs, _session: &Session<'_>) -> Result<Output> {
    Err(crate::error::Failure::new("`urge` is not there yet"))
}
