//! `reconnect`: a private no-contact timer and timing advisor. Parse, look at the world, run, report, exit code.
// What ships never panics on anything from outside; tests may.
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod archive;
mod args;
mod command;
mod config;
mod confirm;
mod diary;
mod editor;
mod error;
mod examine;
mod files;
mod lock;
mod mark;
mod paths;
mod phrase;
mod prompt;
mod render;
mod segment;
mod session;
mod shell;
mod traces;
mod typed;
mod words;
mod world;
mod zone;

use std::ffi::OsString;
use std::io::ErrorKind;
use std::process::ExitCode;

use clap::FromArgMatches;

use crate::args::{Cli, Color, Command, StatusArgs};
use crate::command::{Ending, Output};
use crate::error::{Failure, Note, Result, laid_out};
use crate::render::paint::Paint;
use crate::world::{Stream, World};

/// Usage, or any failure.
const FAILED: u8 = 2;
/// `check` is false.
const FALSE: u8 = 1;

fn main() -> ExitCode {
    let world = World::observe();
    let output = run(&world, &world.args());
    ExitCode::from(report(&world, output))
}

fn run(world: &World, typed: &[OsString]) -> Result<Output> {
    // A prompt is drawn all day: its cached segment is found before clap's tree is built.
    if let [_, only] = typed
        && only == "prompt"
        && let Some(output) = command::cached_prompt(world)
    {
        return Ok(output);
    }
    if let Some(command) = args::plain(typed) {
        return command::run(&command, world, None, Paint::decide(Color::Auto, world));
    }
    let matches = match args::command().try_get_matches_from(args::spelled_out(typed)) {
        Ok(matches) => matches,
        Err(asked) if !asked.use_stderr() => return Ok(Output::text(asked.render().to_string())),
        Err(error) => return Err(Failure::from(&error)),
    };
    let cli = Cli::from_arg_matches(&matches).map_err(|error| Failure::from(&error))?;
    let command = cli.command.unwrap_or(Command::Status(StatusArgs::default()));
    command::run(&command, world, cli.at.as_deref(), Paint::decide(cli.color, world))
}

/// Prints, and says how it ended. After something was recorded, trouble with printing does not deny it.
fn report(world: &World, output: Result<Output>) -> u8 {
    let output = match output {
        Ok(output) => output,
        Err(failure) => {
            say(world, &failure.report());
            return FAILED;
        }
    };
    for note in &output.notes {
        say(world, &format!("{note}\n"));
    }
    let code = match output.ending {
        Ending::Done => 0,
        Ending::False => FALSE,
        Ending::Fault => FAILED,
    };
    let printed = world.print(|out| output.write(out));
    if let Some(failure) = &output.failure {
        say(world, &failure.report());
    }
    match printed {
        Ok(()) => code,
        Err(error) if error.kind() == ErrorKind::BrokenPipe => code,
        Err(_) if output.committed => {
            say(world, &format!("{}\n", Note::Warning(words::NOT_SHOWN.to_owned())));
            code
        }
        Err(error) => {
            say(world, &Failure::new("could not print").because(error).report());
            FAILED
        }
    }
}

/// Says something on stderr; where that fails, there is nobody left to tell.
fn say(world: &World, text: &str) {
    let shown = if world.is_terminal(Stream::Err) { laid_out(text, world.width()) } else { text.to_owned() };
    let _ = world.write(Stream::Err, &shown);
}
