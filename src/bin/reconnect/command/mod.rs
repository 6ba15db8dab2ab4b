//! One file a command: read, decide, hand data to a view. A command prints nothing itself.

mod aim;
mod answer;
mod boundary;
mod breakup;
mod check;
mod checkin;
mod completions;
mod config;
mod doctor;
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

use crate::cli::Command;
use crate::context::Context;
use crate::env::Env;
use crate::error::{Failure, Note, Result};
use crate::text::style::Styler;

pub use prompt::run as prompt;

/// How a command ends that did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ExitStatus {
    /// Done; for `check`: true.
    #[default]
    Done,
    /// `check` is false.
    False,
    /// `doctor` found a fault.
    Fault,
}

/// What a command has to say, and how it ends.
#[derive(Debug, Default)]
pub struct Output {
    /// For stdout.
    pub text: String,
    /// For stderr.
    pub notes: Vec<Note>,
    /// For stderr, after the text: what `doctor` sums up.
    pub failure: Option<Failure>,
    /// How it ends.
    pub status: ExitStatus,
    /// Whether something was recorded: then trouble with printing does not deny it.
    pub recorded: bool,
    /// Whether programs read the text: then it stays UTF-8 in every locale.
    pub is_data: bool,
}

impl Output {
    /// A text for stdout.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A text for programs: JSON, CSV, an export. It stays UTF-8 in every locale.
    pub fn data(text: impl Into<String>) -> Self {
        Self { is_data: true, ..Self::text(text) }
    }

    /// The same after something was recorded.
    pub fn recorded(text: impl Into<String>, notes: Vec<Note>) -> Self {
        Self { text: text.into(), notes, recorded: true, ..Self::default() }
    }
}

/// Runs a command. Most need a context; those that have to work with a broken config begin their own, or none.
///
/// # Errors
/// Whatever the command refuses.
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
            let ctx = Context::begin(env, at, styler)?;
            let mut output = in_context(command, &ctx)?;
            output.notes.splice(0..0, ctx.notes());
            Ok(output)
        }
    }
}

/// Runs a command that needs a context.
///
/// # Errors
/// Whatever the command refuses.
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
        Command::Completions(_)
        | Command::Config(_)
        | Command::Doctor(_)
        | Command::Erase(_)
        | Command::Init(_)
        | Command::Man(_)
        | Command::Prompt(_) => Err(Failure::new("this command needs no context")),
    }
}
