//! One file a command: read, decide, hand data to a view. A command prints nothing itself.

mod aim;
mod answer;
mod boundary;
mod breakup;
mod check;
mod checkin;
mod completions;
mod config;
mod date_args;
pub mod doctor;
mod end;
mod erase;
mod export;
mod guide;
mod hide;
mod history;
mod import;
mod init;
mod letter;
mod log_contact;
mod man;
mod notebook;
mod prompt;
mod remind;
mod start;
mod status;
mod undo;
mod urge;
mod window;

use serde_json::Value;

use crate::cli::Command;
use crate::context::{Changed, Context};
use crate::env::Env;
use crate::error::{Failure, Note, Result};
use crate::store::config::Config;
use crate::store::diary::{Draft, EventDate, RecordKind};
use crate::store::paths::Paths;
use crate::terminal::style::Styler;
use crate::terminal::write::{self, Ask, Input};
use crate::view::{help, json};

pub use prompt::run as prompt;

/// Said to somebody who changed their mind.
const NOTHING_RECORDED: &str = "Nothing was recorded. That's fine.";

#[derive(Debug, Default)]
pub struct Output {
    pub text: String,
    pub notes: Vec<Note>,
    /// For stderr, after the text. The command ends with it.
    pub failure: Option<Failure>,
    /// Whether `check` is false.
    pub is_false: bool,
    /// Whether something was recorded: then trouble with printing does not deny it.
    pub recorded: bool,
    /// Whether programs read the text: then it stays UTF-8 in every locale.
    pub is_data: bool,
}

impl Output {
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    pub fn data(text: impl Into<String>) -> Self {
        Self { is_data: true, ..Self::text(text) }
    }

    pub fn json(fields: Value) -> Self {
        Self::data(json::line(fields))
    }

    /// A text for stdout after something was recorded.
    pub fn recorded(text: impl Into<String>, notes: Vec<Note>) -> Self {
        Self { text: text.into(), notes, recorded: true, ..Self::default() }
    }
}

/// Most commands need a context; those that have to work with a broken config begin their own, or none.
pub fn run(command: &Command, env: &Env, at: Option<&str>, styler: Styler) -> Result<Output> {
    match command {
        Command::Completions(args) => Ok(completions::run(args)),
        Command::Config(args) => config::run(args, env, at, styler),
        Command::Doctor(args) => doctor::run(*args, env, at, styler),
        Command::Erase(args) => erase::run(*args, env, at, styler),
        Command::Init(args) => init::run(args, env),
        Command::Man(args) => man::run(args),
        Command::Prompt(_) => prompt::run(env, at),
        _ => {
            let is_help = matches!(command, Command::Urge(_) | Command::Guide(_));
            let ctx = if is_help { Context::begin_anyhow(env, at, styler) } else { Context::begin(env, at, styler) }?;
            let mut output = in_context(command, &ctx)?;
            output.notes.splice(0..0, ctx.notes());
            Ok(output)
        }
    }
}

pub fn in_context(command: &Command, ctx: &Context<'_>) -> Result<Output> {
    match command {
        Command::Aim(args) => aim::run(*args, ctx),
        Command::Answer(args) => answer::run(*args, ctx),
        Command::Boundary(args) => boundary::run(args, ctx),
        Command::Breakup(args) => breakup::run(args, ctx),
        Command::Check(args) => check::run(args, ctx),
        Command::Checkin(args) => checkin::run(args, ctx),
        Command::EndNoContact(args) => end::run(args, ctx),
        Command::Export(args) => export::run(args, ctx),
        Command::Guide(args) => guide::run(*args, ctx),
        Command::Hide(args) => hide::run(args, ctx),
        Command::History(args) => history::run(args, ctx),
        Command::Import(args) => import::run(args, ctx),
        Command::Letter(args) => letter::run(args, ctx),
        Command::LogContact(args) => log_contact::run(args, ctx),
        Command::Notebook(args) => notebook::run(args, ctx),
        Command::Remind(args) => remind::run(args, ctx),
        Command::StartNoContact(args) => start::run(args, ctx),
        Command::Status(args) => status::run(args, ctx),
        Command::Undo(args) => undo::run(args, ctx),
        Command::Urge(args) => urge::run(args, ctx),
        Command::Window(args) => window::run(args, ctx),
        _ => Err(Failure::new("this command needs no context")),
    }
}

/// Below the help of `urge`.
pub fn whom_to_call(env: &Env) -> String {
    let config = Paths::find(env).and_then(|paths| Config::read(&paths.config_file()));
    help::whom_to_call(&config.map(|config| config.settings.call).unwrap_or_default())
}

fn record(ctx: &Context<'_>, on: EventDate, kind: &RecordKind) -> Result<Changed> {
    ctx.change(|_| Ok(vec![Draft::new(on, kind.clone())]), |_| Ok(()))
}

fn date_or_now(ctx: &Context<'_>, words: &[String]) -> Result<EventDate> {
    Ok(if words.is_empty() { this_moment(ctx) } else { ctx.event_date(ctx.parse(&words.join(" "))?) })
}

fn this_moment(ctx: &Context<'_>) -> EventDate {
    ctx.event_date(ctx.this_moment())
}

/// A text from an editor or stdin. What could not be recorded is refused before anybody types.
fn typed(ctx: &Context<'_>, ask: Ask<'_>) -> Result<Input> {
    ctx.refuse_looking_ahead()?;
    write::read(ctx.env, &ctx.paths, ask)
}

/// A text that was typed is discarded once it is recorded, and kept in a file if it could not be.
fn settled(changed: Result<Changed>, input: Option<Input>, ctx: &Context<'_>) -> Result<Changed> {
    match (changed, input) {
        (Err(failure), Some(input)) => Err(input.keep(failure, &ctx.paths)),
        (changed, input) => {
            input.into_iter().for_each(Input::discard);
            changed
        }
    }
}

fn is_yes(answer: &str) -> bool {
    matches!(answer.to_lowercase().as_str(), "y" | "yes")
}
