//! `init`: the hook that shows the segment in a shell's prompt.

use super::Output;
use crate::cli::InitArgs;
use crate::env::Env;
use crate::error::Result;
use crate::paths::Paths;
use crate::shell::{Places, script};

/// Runs it. A configuration that cannot be read is no reason for a shell to start with an error.
pub fn run(args: &InitArgs, env: &Env) -> Result<Output> {
    let paths = Paths::find(env)?;
    let places = Places { program: &env.program()?, state: &paths.state.join("prompt"), config: &paths.config_file() };
    Ok(Output::text(script(args.shell, &places, !args.no_prompt)?))
}
