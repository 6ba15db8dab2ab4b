//! `init`: the hook that shows the count in a shell's prompt.

use super::Output;
use crate::cli::InitShell;
use crate::context::World;
use crate::error::Result;
use crate::shell::script;

/// Prints the hook for a shell. A broken config doesn't matter here: a shell must still start without an error.
pub fn run(shell: InitShell, no_prompt: bool, world: &World<'_>) -> Result<Output> {
    Ok(Output::text(script(shell, &world.env.program()?, &world.paths_anyhow().changed(), !no_prompt)?))
}
