//! Text from the user's editor, by way of a private temporary that is removed, or kept and named if saving fails.

use std::io::Write;
use std::path::Path;
use std::process::Command;

use tempfile::NamedTempFile;

use crate::error::{Failure, Result};
use crate::files;
use crate::world::World;

/// What the editor left.
#[derive(Debug)]
pub struct Edited {
    file: NamedTempFile,
    bytes: Vec<u8>,
}

/// More than this nobody types.
const LARGEST: u64 = 4 << 20;

/// Opens the editor on `content` in a file of the private folder `dir`.
///
/// # Errors
/// If there is no editor, it fails, or what it left cannot be read.
pub fn edit(world: &World, dir: &Path, name: &str, suffix: &str, content: &[u8]) -> Result<Edited> {
    files::make_private_dir(dir)?;
    let failed = |error: std::io::Error| Failure::file("could not make a file to edit in", dir, &error);
    let mut file =
        tempfile::Builder::new().prefix(&format!(".reconnect-{name}-")).suffix(suffix).tempfile_in(dir).map_err(failed)?;
    file.write_all(content).map_err(failed)?;
    let editor = world.text("VISUAL").or_else(|| world.text("EDITOR")).unwrap_or_else(|| "vi".to_owned());
    // As git does: the editor may be a command line of its own, so a shell reads it; the path is an argument, not text in it.
    let status = Command::new("sh").arg("-c").arg(format!("{editor} \"$@\"")).arg("sh").arg(file.path()).status();
    let bytes = files::read(file.path(), LARGEST)
        .map_err(|error| Failure::file("could not read", file.path(), &error))?
        .unwrap_or_default();
    let edited = Edited { file, bytes };
    match status {
        Ok(status) if status.success() => Ok(edited),
        other => {
            let cause = other.map_or_else(|error| error.to_string(), |status| status.to_string());
            let failure = Failure::new(format!("the editor `{editor}` failed; nothing was saved"))
                .because(cause)
                .hint("EDITOR names the editor to use");
            Err(if edited.bytes == content { failure } else { edited.keep(failure) })
        }
    }
}

impl Edited {
    /// What it left.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// It was saved elsewhere, or is not wanted.
    pub fn discard(self) {
        drop(self.file);
    }

    /// It could not be saved: the temporary stays, and the failure says where.
    pub fn keep(self, failure: Failure) -> Failure {
        match self.file.keep() {
            Ok((_, path)) => failure.hint(format!("what you typed is kept in `{}`", path.display())),
            Err(error) => failure.because(error),
        }
    }
}
