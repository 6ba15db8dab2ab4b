//! `init`: the hook that shows the count in a shell's prompt.

use super::Output;
use crate::cli::InitArgs;
use crate::env::Env;
use crate::error::Result;
use crate::shell::script;
use crate::store::paths::Paths;

/// Prints the hook for a shell. A broken config doesn't matter here: a shell must still start without an error.
pub fn run(args: &InitArgs, env: &Env) -> Result<Output> {
    Ok(Output::text(script(args.shell, &env.program()?, &Paths::find(env)?.changed(), !args.no_prompt)?))
}
