//! `reconnect`: a private no-contact timer and timing advisor. Parse, run, report, exit code.
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
use std::mem::ManuallyDrop;
use std::process::ExitCode;

use clap::{ColorChoice, FromArgMatches};

use crate::cli::{Cli, Command, StatusArgs};
use crate::command::Output;
use crate::context::World;
use crate::env::{Env, Stream};
use crate::error::{Failure, Lead, Note, Result, laid_out};
use crate::view::help;

const FAILED: u8 = 2;

fn main() -> ExitCode {
    let env = Env::observe();
    let (output, notes) = run(&env, &env.args());
    ExitCode::from(report(&env, output, &notes))
}

/// What the command prints, and what came up on the way.
fn run(env: &Env, typed: &[OsString]) -> (Result<Output>, Vec<Note>) {
    // Shells ask for the prompt all day, so it doesn't wait for clap's tree.
    if let [_, only] = typed
        && only == "prompt"
    {
        let world = World::new(env, None, env.styler(Some(false)));
        return (command::prompt(&world), world.notes());
    }
    if let Some(topic) = cli::topic(typed) {
        return (Ok(Output::text(help::topic(topic, env.width()))), Vec::new());
    }
    let typed = cli::spelled_out(typed);
    // The program ends soon, so nobody frees clap's tree and the diary piece by piece.
    let mut tree = ManuallyDrop::new(cli::command());
    let parsed = tree.try_get_matches_from_mut(&typed);
    let cli = match parsed.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(asked) if !asked.use_stderr() => return (Ok(asked_for(env, &typed)), Vec::new()),
        Err(error) => {
            let (message, hints) = cli::mistake(&error, &typed);
            return (Err(hints.into_iter().fold(Failure::new(message), Failure::hint)), Vec::new());
        }
    };
    let command = cli.command.unwrap_or(Command::Status(StatusArgs::default()));
    let asked = (cli.color != ColorChoice::Auto).then_some(cli.color == ColorChoice::Always);
    let world = ManuallyDrop::new(World::new(env, cli.at.as_deref(), env.styler(asked)));
    // What shells ask all day stays quiet.
    if !matches!(command, Command::Prompt | Command::Check(_)) {
        env.zone_fault().iter().for_each(|fault| world.note(fault.warning()));
    }
    let output = command::run(&command, &world).map_err(|failure| with_people(failure, &command, &typed));
    (output, world.notes())
}

/// Whatever fails in a bad moment, people to turn to are named.
fn with_people(failure: Failure, command: &Command, typed: &[OsString]) -> Failure {
    let words: Vec<&str> = typed.iter().skip(1).filter_map(|word| word.to_str()).flat_map(str::split_whitespace).collect();
    match cli::in_the_worst_hours(&words, "") {
        Some((message, hints)) => hints.into_iter().fold(Failure::new(message), Failure::hint),
        None if command.names_people() => failure.hint(cli::HELPLINE),
        None => failure,
    }
}

/// The help or the version that was asked for.
fn asked_for(env: &Env, typed: &[OsString]) -> Output {
    let command = cli::with_examples(cli::command(), "").override_help(help::page(env.width()));
    let shown = command.try_get_matches_from(typed).err().map(|asked| asked.render().to_string()).unwrap_or_default();
    let (path, _) = cli::named(typed);
    let call = if path == "urge" { command::whom_to_call(env) } else { String::new() };
    Output::text(without_blank_ends(&shown) + &call)
}

/// clap leaves blanks at the end of empty lines.
fn without_blank_ends(text: &str) -> String {
    text.lines().flat_map(|line| [line.trim_end(), "\n"]).collect()
}

/// Prints, and says how it ended. After something was recorded, trouble with printing does not deny it.
fn report(env: &Env, output: Result<Output>, notes: &[Note]) -> u8 {
    let failed = |failure| Output { failure: Some(failure), ..Output::default() };
    let output = output.unwrap_or_else(failed);
    // First what is so, then advice. A hint that belongs to a warning stays with it.
    let (before, after) = if notes.iter().all(|note| matches!(note, Note::Hint(_))) { (&[][..], notes) } else { (notes, &[][..]) };
    // What the answer says already isn't said twice.
    let names_people = output.text.contains("findahelpline.com");
    let is_said = |note: &str| names_people && note.contains(cli::HELPLINE);
    let tell = |notes: &[Note]| {
        notes.iter().map(|note| format!("{note}\n")).filter(|note| !is_said(note)).for_each(|note| say(env, &note));
    };
    tell(before);
    let code = match (&output.failure, output.is_false) {
        (Some(_), _) => FAILED,
        (None, true) => 1,
        (None, false) => 0,
    };
    // Every JSON object of ours begins like this.
    let is_data = output.is_data || output.text.starts_with("{\"schema\"");
    let text = if is_data { output.text } else { env.readable(output.text) };
    let printed = env.write(Stream::Out, &text);
    tell(after);
    if let Some(failure) = &output.failure {
        say(env, &failure.render(Lead::Error));
    }
    match printed {
        Ok(()) => code,
        Err(error) if error.kind() == ErrorKind::BrokenPipe => code,
        Err(_) if output.recorded => {
            say(env, &format!("{}\n", Note::Warning("it is recorded, but the answer could not be printed".to_owned())));
            code
        }
        Err(error) => {
            say(env, &Failure::new("could not print").because(error).render(Lead::Error));
            FAILED
        }
    }
}

/// Says something on stderr; where that fails, there is nobody left to tell.
fn say(env: &Env, text: &str) {
    let shown = if env.is_terminal(Stream::Err) { laid_out(text, env.width()) } else { text.to_owned() };
    let _ = env.write(Stream::Err, &env.readable(shown));
}
