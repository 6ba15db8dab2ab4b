//! `reconnect`: a private no-contact timer and timing advisor. Parse, look at the env, run, report, exit code.
// What ships never panics on anything from outside; tests may.
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod cli;
mod command;
mod context;
mod env;
mod error;
mod model;
mod shell;
mod store;
mod terminal;
mod view;
mod words;

#[cfg(test)]
#[path = "../../../tests/in_process/sequences.rs"]
mod sequences;

use std::ffi::OsString;
use std::io::ErrorKind;
use std::process::ExitCode;

use clap::FromArgMatches;

use crate::cli::{Cli, Command, StatusArgs};
use crate::command::Output;
use crate::env::{Env, Stream};
use crate::error::{Failure, Note, Result, laid_out};

const FAILED: u8 = 2;

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
        return command::prompt(env, None);
    }
    let matches = match cli::command_at(env.width()).try_get_matches_from(cli::spelled_out(typed)) {
        Ok(matches) => matches,
        Err(asked) if !asked.use_stderr() => return Ok(Output::text(without_blank_ends(&asked.render().to_string()))),
        Err(error) => return Err(Failure::from(&error)),
    };
    let cli = Cli::from_arg_matches(&matches).map_err(|error| Failure::from(&error))?;
    let command = cli.command.unwrap_or(Command::Status(StatusArgs::default()));
    // What shells ask all day stays quiet.
    let fault = if matches!(command, Command::Prompt(_) | Command::Check(_)) { None } else { env.zone_fault() };
    if let Some(fault) = fault {
        say(env, &format!("{}\n", fault.warning()));
    }
    command::run(&command, env, cli.at.as_deref(), env.styler(cli.color.asked()))
}

/// clap leaves blanks at the end of empty lines.
fn without_blank_ends(text: &str) -> String {
    text.lines().flat_map(|line| [line.trim_end(), "\n"]).collect()
}

/// Prints, and says how it ended. After something was recorded, trouble with printing does not deny it.
fn report(env: &Env, output: Result<Output>) -> u8 {
    let failed = |failure| Output { failure: Some(failure), ..Output::default() };
    let output = output.unwrap_or_else(failed);
    for note in &output.notes {
        say(env, &format!("{note}\n"));
    }
    let code = match (&output.failure, output.is_false) {
        (Some(_), _) => FAILED,
        (None, true) => 1,
        (None, false) => 0,
    };
    // Every JSON object of ours begins like this.
    let is_data = output.is_data || output.text.starts_with("{\"schema\"");
    let text = if is_data { output.text } else { env.readable(output.text) };
    let printed = env.write(Stream::Out, &text);
    if let Some(failure) = &output.failure {
        say(env, &failure.report());
    }
    match printed {
        Ok(()) => code,
        Err(error) if error.kind() == ErrorKind::BrokenPipe => code,
        Err(_) if output.recorded => {
            say(env, &format!("{}\n", Note::Warning("it is recorded, but the answer could not be printed".to_owned())));
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
    let _ = env.write(Stream::Err, &env.readable(shown));
}
