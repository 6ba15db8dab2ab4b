//! `init`: the hook that shows the count in a shell's prompt.

use super::Output;
use crate::cli::InitArgs;
use crate::context::World;
use crate::error::Result;
use crate::shell::script;

/// Prints the hook for a shell. A broken config doesn't matter here: a shell must still start without an error.
pub fn run(args: &InitArgs, world: &World<'_>) -> Result<Output> {
    Ok(Output::text(script(args.shell, &world.env.program()?, &world.paths_anyhow().changed(), !args.no_prompt)?))
}
