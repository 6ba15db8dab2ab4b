//! `reconnect`: a private no-contact timer and timing advisor. Parse, look at the env, run, report, exit code.
// What ships never panics on anything from outside; tests may.
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod archive;
mod cli;
mod command;
mod config;
mod confirm;
mod context;
mod date_args;
mod diagnostics;
mod diary;
mod editor;
mod env;
mod error;
mod footprint;
mod fs;
mod hidden;
mod input;
mod paths;
mod prompt;
mod reminder;
mod segment;
mod shell;
mod text;
mod view;
mod words;
mod zone;

use std::ffi::OsString;
use std::io::ErrorKind;
use std::process::ExitCode;

use clap::FromArgMatches;

use crate::cli::{Cli, Color, Command, StatusArgs};
use crate::command::{Ending, Output};
use crate::env::{Env, Stream};
use crate::error::{Failure, Note, Result, laid_out};
use crate::text::style::Styler;

/// Usage, or any failure.
const FAILED: u8 = 2;
/// `check` is false.
const FALSE: u8 = 1;

fn main() -> ExitCode {
    let env = Env::observe();
    let output = run(&env, &env.args());
    ExitCode::from(report(&env, output))
}

fn run(env: &Env, typed: &[OsString]) -> Result<Output> {
    // Shells ask for the prompt all day, so it doesn't wait for clap's tree.
    if let [_, only] = typed
        && only == "prompt"
    {
        return command::prompt(env, None, Styler::decide(Color::Never, env));
    }
    if let Some(command) = cli::plain(typed) {
        return command::run(&command, env, None, Styler::decide(Color::Auto, env));
    }
    let matches = match cli::command().try_get_matches_from(cli::spelled_out(typed)) {
        Ok(matches) => matches,
        Err(asked) if !asked.use_stderr() => return Ok(Output::text(asked.render().to_string())),
        Err(error) => return Err(Failure::from(&error)),
    };
    let cli = Cli::from_arg_matches(&matches).map_err(|error| Failure::from(&error))?;
    let command = cli.command.unwrap_or(Command::Status(StatusArgs::default()));
    command::run(&command, env, cli.at.as_deref(), Styler::decide(cli.color, env))
}

/// Prints, and says how it ended. After something was recorded, trouble with printing does not deny it.
fn report(env: &Env, output: Result<Output>) -> u8 {
    let output = match output {
        Ok(output) => output,
        Err(failure) => {
            say(env, &failure.report());
            return FAILED;
        }
    };
    for note in &output.notes {
        say(env, &format!("{note}\n"));
    }
    let code = match output.ending {
        Ending::Done => 0,
        Ending::False => FALSE,
        Ending::Fault => FAILED,
    };
    let printed = env.print(|out| output.write(out));
    if let Some(failure) = &output.failure {
        say(env, &failure.report());
    }
    match printed {
        Ok(()) => code,
        Err(error) if error.kind() == ErrorKind::BrokenPipe => code,
        Err(_) if output.committed => {
            say(env, &format!("{}\n", Note::Warning(words::NOT_SHOWN.to_owned())));
            code
        }
        Err(error) => {
            say(env, &Failure::new("could not print").because(error).report());
            FAILED
        }
    }
}

/// Says something on stderr; where that fails, there is nobody left to tell.
fn say(env: &Env, text: &str) {
    let shown = if env.is_terminal(Stream::Err) { laid_out(text, env.width()) } else { text.to_owned() };
    let _ = env.write(Stream::Err, &shown);
}
