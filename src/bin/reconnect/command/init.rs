//! `init`: the hook that shows the segment in a shell's prompt.

use super::Output;
use crate::args::InitArgs;
use crate::error::Result;
use crate::paths::Paths;
use crate::shell::{Places, script};
use crate::world::World;

/// Runs it. A configuration that cannot be read is no reason for a shell to start with an error.
pub fn run(args: &InitArgs, world: &World) -> Result<Output> {
    let paths = Paths::find(world)?;
    let places = Places { program: &world.program()?, state: &paths.prompt(), config: &paths.config_file() };
    Ok(Output::text(script(args.shell, &places, !args.no_prompt)?))
}
