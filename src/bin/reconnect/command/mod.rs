//! One file a command: a few lines over the same session, book, facts and render. Nothing here prints.

mod breakup;
mod check;
mod config;
mod generate;
mod prompt;
mod start;
mod status;
mod window;

use crate::args::Command;
use crate::error::{Note, Result};
use crate::session::Session;

pub use config::without_session as config_without_session;
pub use generate::{completions, man};
pub use prompt::{fast, run as prompt};

/// What a command has to say, and how it ends.
#[derive(Debug, Default)]
pub struct Output {
    /// For stdout.
    pub text: String,
    /// For stderr.
    pub notes: Vec<Note>,
    /// `check`: whether it is false.
    pub is_false: bool,
    /// Whether something was recorded: then trouble with printing does not deny it.
    pub committed: bool,
}

impl Output {
    /// A text for stdout.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// The same after something was recorded.
    pub fn recorded(text: impl Into<String>, notes: Vec<Note>) -> Self {
        Self { text: text.into(), notes, committed: true, ..Self::default() }
    }
}

/// Runs a command that needs a session.
///
/// # Errors
/// Whatever the command refuses.
pub fn run(command: &Command, session: &Session<'_>) -> Result<Output> {
    match command {
        Command::Status(args) => status::run(args, session),
        Command::StartNoContact(args) => start::run(args, session),
        Command::Breakup(args) => breakup::run(args, session),
        Command::Check(args) => check::run(args, session),
        Command::Window(args) => window::run(args, session),
        Command::Config(args) => config::run(args, session),
        other => Err(crate::error::Failure::new(format!("`{other:?}` is not there yet"))),
    }
}
