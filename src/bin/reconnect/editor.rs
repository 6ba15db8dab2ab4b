//! Text from the user's editor, by way of a private temporary that is removed, or kept and named if saving fails.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tempfile::NamedTempFile;

use crate::env::Env;
use crate::error::{Failure, Result};
use crate::fs;

/// What the editor left.
#[derive(Debug)]
pub struct Edited {
    file: NamedTempFile,
    bytes: Vec<u8>,
    /// Folders that were made for it, the innermost first.
    made: Vec<PathBuf>,
    /// Until the text is saved, Ctrl-C would leave the temporary behind.
    _signals: Signals,
}

/// More than this nobody types.
const LARGEST: u64 = 4 << 20;

/// Not the name of a leftover that files.rs sweeps away: an editor can stay open for hours, and what is kept must stay.
pub const PREFIX: &str = "unsaved-";

/// Opens the editor on `content` in a file of the private folder `dir`.
///
/// # Errors
/// If there is no editor, it fails, or what it left cannot be read.
pub fn edit(env: &Env, dir: &Path, name: &str, suffix: &str, content: &[u8]) -> Result<Edited> {
    let made: Vec<PathBuf> = dir.ancestors().take_while(|dir| !dir.exists()).map(Path::to_owned).collect();
    let signals = Signals::hold_off();
    fs::make_private_dir(dir)?;
    let failed = |error: std::io::Error| Failure::file("could not make a file to edit in", dir, &error);
    let mut file = tempfile::Builder::new().prefix(&format!("{PREFIX}{name}-")).suffix(suffix).tempfile_in(dir).map_err(failed)?;
    file.write_all(content).map_err(failed)?;
    let editor = env.text("VISUAL").or_else(|| env.text("EDITOR")).unwrap_or_else(|| "vi".to_owned());
    // As git does: the editor may be a command line of its own, so a shell reads it; the path is an argument, not text in it.
    // The shell outlives a Ctrl-C that the editor makes use of, and hands on how the editor ended.
    let line = format!("trap : INT QUIT; {editor} \"$@\"");
    let status = Command::new("sh").arg("-c").arg(line).arg("sh").arg(file.path()).status();
    let read = fs::read(file.path(), LARGEST);
    let path = file.path().to_owned();
    let mut edited = Edited { file, bytes: Vec::new(), made, _signals: signals };
    match read {
        Ok(bytes) => edited.bytes = bytes.unwrap_or_default(),
        Err(error) => return Err(edited.keep(Failure::file("could not read", &path, &error))),
    }
    match status {
        Ok(status) if status.success() => Ok(edited),
        other => {
            let cause = other.map_or_else(|error| error.to_string(), |status| status.to_string());
            let failure = Failure::new(format!("the editor `{editor}` failed; nothing was saved"))
                .because(cause)
                .hint("EDITOR names the editor to use");
            if edited.bytes == content || edited.bytes.is_empty() {
                edited.discard();
                return Err(failure);
            }
            Err(edited.keep(failure))
        }
    }
}

impl Edited {
    /// What it left.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// It was saved elsewhere, or is not wanted. Folders that were made for it and are empty go with it.
    pub fn discard(self) {
        drop(self.file);
        for dir in self.made {
            let _ = std::fs::remove_dir(dir);
        }
    }

    /// It could not be saved: the temporary stays, and the failure says where.
    pub fn keep(self, failure: Failure) -> Failure {
        kept(self.file, failure)
    }
}

/// Keeps a text that did not come from an editor, in the first of `dirs` that can be written to.
pub fn keep_text(dirs: &[&Path], text: &str, failure: Failure) -> Failure {
    let written = dirs.iter().find_map(|dir| {
        fs::make_private_dir(dir).ok()?;
        let mut file = tempfile::Builder::new().prefix(PREFIX).suffix(".md").tempfile_in(dir).ok()?;
        file.write_all(text.as_bytes()).and_then(|()| file.as_file().sync_all()).ok()?;
        Some(file)
    });
    match written {
        Some(file) => kept(file, failure),
        None => failure.hint("what you typed could not be kept here either; copy it from where it came from"),
    }
}

fn kept(file: NamedTempFile, failure: Failure) -> Failure {
    match file.keep() {
        Ok((_, path)) => failure.hint(format!("what you typed is kept in `{}`", path.display())),
        Err(error) => failure.because(error),
    }
}

/// While a text is being edited, Ctrl-C and a closed terminal are the editor's: the program stays to clean up behind it. After
/// that they mean again what they always mean.
#[derive(Debug)]
struct Signals {
    over: Arc<AtomicBool>,
}

impl Signals {
    fn hold_off() -> Self {
        let over = Arc::new(AtomicBool::new(false));
        #[cfg(unix)]
        for signal in
            [signal_hook::consts::SIGINT, signal_hook::consts::SIGQUIT, signal_hook::consts::SIGTERM, signal_hook::consts::SIGHUP]
        {
            let _ = signal_hook::flag::register_conditional_default(signal, Arc::clone(&over));
        }
        Self { over }
    }
}

impl Drop for Signals {
    fn drop(&mut self) {
        self.over.store(true, Ordering::SeqCst);
    }
}
