//! One file a command: a few lines over the same session, book, facts and render. Nothing here prints.

mod answer;
mod boundary;
mod breakup;
mod check;
mod config;
mod doctor;
mod end;
mod generate;
mod guide;
mod history;
mod init;
mod letter;
mod log_contact;
mod notebook;
mod prompt;
mod start;
mod status;
mod undo;
mod urge;
mod window;

use crate::args::Command;
use crate::error::{Failure, Note, Result};
use crate::session::Session;

pub use config::without_session as config_without_session;
pub use doctor::run as doctor;
pub use generate::{completions, man};
pub use init::run as init;
pub use prompt::{fast, run as prompt};

/// How a command ends that did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ending {
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
    pub ending: Ending,
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
        Command::LogContact(args) => log_contact::run(args, session),
        Command::EndNoContact(args) => end::run(args, session),
        Command::Boundary(args) => boundary::run(args, session),
        Command::Answer(args) => answer::run(*args, session),
        Command::History(args) => history::run(args, session),
        Command::Undo(args) => undo::run(args, session),
        Command::Guide(args) => guide::run(*args, session),
        Command::Urge(args) => urge::run(*args, session),
        Command::Notebook(args) => notebook::run(args, session),
        Command::Letter(args) => letter::run(args, session),
        Command::Window(args) => window::run(args, session),
        Command::Config(args) => config::run(args, session),
        Command::Doctor | Command::Prompt(_) | Command::Completions(_) | Command::Man(_) => Ok(Output::default()),
    }
}
