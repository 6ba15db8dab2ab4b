//! One file a command: a few lines over the same session, book, facts and render. Nothing here prints.

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

use crate::args::Command;
use crate::error::{Failure, Note, Result};
use crate::render::paint::Paint;
use crate::session::Session;
use crate::world::World;

pub use prompt::fast as cached_prompt;

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

/// Runs a command. Most need a session; those that have to work with a broken configuration begin their own, or none.
///
/// # Errors
/// Whatever the command refuses.
pub fn run(command: &Command, world: &World, at: Option<&str>, paint: Paint) -> Result<Output> {
    let in_session = |run: &dyn Fn(&Session<'_>) -> Result<Output>| {
        let session = Session::begin(world, at, paint)?;
        let mut output = run(&session)?;
        output.notes.splice(0..0, session.notes());
        Ok(output)
    };
    match command {
        Command::Status(args) => in_session(&|session| status::run(args, session)),
        Command::Guide(args) => in_session(&|session| guide::run(*args, session)),
        Command::Urge(args) => in_session(&|session| urge::run(*args, session)),
        Command::History(args) => in_session(&|session| history::run(args, session)),
        Command::StartNoContact(args) => in_session(&|session| start::run(args, session)),
        Command::Breakup(args) => in_session(&|session| breakup::run(args, session)),
        Command::LogContact(args) => in_session(&|session| log_contact::run(args, session)),
        Command::EndNoContact(args) => in_session(&|session| end::run(args, session)),
        Command::Boundary(args) => in_session(&|session| boundary::run(args, session)),
        Command::Answer(args) => in_session(&|session| answer::run(*args, session)),
        Command::Undo(args) => in_session(&|session| undo::run(args, session)),
        Command::Notebook(args) => in_session(&|session| notebook::run(args, session)),
        Command::Letter(args) => in_session(&|session| letter::run(args, session)),
        Command::Prompt(_) => prompt::run(world, at, paint),
        Command::Init(args) => init::run(args, world),
        Command::Remind(args) => in_session(&|session| remind::run(args, session)),
        Command::Check(args) => in_session(&|session| check::run(args, session)),
        Command::Window(args) => in_session(&|session| window::run(args, session)),
        Command::Export(args) => in_session(&|session| export::run(args, session)),
        Command::Import(args) => in_session(&|session| import::run(args, session)),
        Command::Config(args) => match config::without_session(args, world) {
            Some(output) => output,
            None => in_session(&|session| config::run(args, session)),
        },
        Command::Doctor => doctor::run(world, at, paint),
        Command::Erase(args) => erase::run(*args, world, at, paint),
        Command::Completions(args) => Ok(generate::completions(args)),
        Command::Man(args) => generate::man(args),
    }
}
