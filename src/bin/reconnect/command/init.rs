//! `init`: the hook that shows the count in a shell's prompt.

use super::Output;
use crate::cli::InitArgs;
use crate::env::Env;
use crate::error::Result;
use crate::paths::Paths;
use crate::shell::{Places, script};

/// Prints the hook for a shell. A broken config doesn't matter here: a shell must still start without an error.
pub fn run(args: &InitArgs, env: &Env) -> Result<Output> {
    let places = Places { program: &env.program()?, changed: &Paths::find(env)?.changed() };
    Ok(Output::text(script(args.shell, &places, !args.no_prompt)?))
}
