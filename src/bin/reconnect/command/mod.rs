//! One file a command: a few lines over the same ctx, snapshot, facts and render. Nothing here prints.

mod answer;
mod boundary;
mod breakup;
mod check;
mod config;
mod doctor;
mod end;
mod erase;
mod export;
mod generate;
mod guide;
mod hide;
mod history;
mod import;
mod init;
mod letter;
mod log_contact;
mod notebook;
mod prompt;
mod remind;
mod start;
mod status;
mod undo;
mod urge;
mod window;

use std::io::{self, BufWriter, Write};

use crate::cli::Command;
use crate::context::Context;
use crate::env::Env;
use crate::error::{Failure, Note, Result};
use crate::text::style::Styler;

pub use prompt::run as prompt;

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

/// Writes something that is too long to be held. The buffer's type is known, so that the many small writes of JSON are no calls.
type Writes = dyn Fn(&mut BufWriter<&mut dyn Write>) -> io::Result<()>;

/// What a command has to say, and how it ends.
#[derive(Default)]
pub struct Output {
    /// For stdout.
    pub text: String,
    /// For stdout, behind the text.
    long: Option<Box<Writes>>,
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

    /// Something for stdout that is made as it is written.
    pub fn long(writes: impl Fn(&mut BufWriter<&mut dyn Write>) -> io::Result<()> + 'static) -> Self {
        Self { long: Some(Box::new(writes)), ..Self::default() }
    }

    /// Writes all that is for stdout.
    ///
    /// # Errors
    /// What the writer says.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(self.text.as_bytes())?;
        let Some(writes) = &self.long else { return Ok(()) };
        let mut out = BufWriter::with_capacity(64 << 10, out);
        writes(&mut out)?;
        out.flush()
    }

    /// The same after something was recorded.
    pub fn recorded(text: impl Into<String>, notes: Vec<Note>) -> Self {
        Self { text: text.into(), notes, committed: true, ..Self::default() }
    }
}

/// Runs a command. Most need a ctx; those that have to work with a broken configuration begin their own, or none.
///
/// # Errors
/// Whatever the command refuses.
pub fn run(command: &Command, env: &Env, at: Option<&str>, styler: Styler) -> Result<Output> {
    let in_session = |run: &dyn Fn(&Context<'_>) -> Result<Output>| {
        let ctx = Context::begin(env, at, styler)?;
        let mut output = run(&ctx)?;
        output.notes.splice(0..0, ctx.notes());
        Ok(output)
    };
    match command {
        Command::Status(args) => in_session(&|ctx| status::run(args, ctx)),
        Command::Guide(args) => in_session(&|ctx| guide::run(*args, ctx)),
        Command::Urge(args) => in_session(&|ctx| urge::run(*args, ctx)),
        Command::History(args) => in_session(&|ctx| history::run(args, ctx)),
        Command::StartNoContact(args) => in_session(&|ctx| start::run(args, ctx)),
        Command::Breakup(args) => in_session(&|ctx| breakup::run(args, ctx)),
        Command::LogContact(args) => in_session(&|ctx| log_contact::run(args, ctx)),
        Command::EndNoContact(args) => in_session(&|ctx| end::run(args, ctx)),
        Command::Boundary(args) => in_session(&|ctx| boundary::run(args, ctx)),
        Command::Answer(args) => in_session(&|ctx| answer::run(*args, ctx)),
        Command::Undo(args) => in_session(&|ctx| undo::run(args, ctx)),
        Command::Notebook(args) => in_session(&|ctx| notebook::run(args, ctx)),
        Command::Letter(args) => in_session(&|ctx| letter::run(args, ctx)),
        Command::Prompt(_) => prompt::run(env, at, styler),
        Command::Init(args) => init::run(args, env),
        Command::Hide(args) => in_session(&|ctx| hide::run(args, ctx)),
        Command::Remind(args) => in_session(&|ctx| remind::run(args, ctx)),
        Command::Check(args) => in_session(&|ctx| check::run(args, ctx)),
        Command::Window(args) => in_session(&|ctx| window::run(args, ctx)),
        Command::Export(args) => in_session(&|ctx| export::run(args, ctx)),
        Command::Import(args) => in_session(&|ctx| import::run(args, ctx)),
        Command::Config(args) => match config::without_session(args, env) {
            Some(output) => output,
            None => in_session(&|ctx| config::run(args, ctx)),
        },
        Command::Doctor => doctor::run(env, at, styler),
        Command::Erase(args) => erase::run(*args, env, at, styler),
        Command::Completions(args) => Ok(generate::completions(args)),
        Command::Man(args) => generate::man(args),
    }
}
