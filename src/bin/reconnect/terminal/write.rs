//! Private text: from stdin where that isn't a terminal, from the editor that the user chose, else line by line. Never from an
//! argument, which would stay in the shell's history. If saving fails, the text is kept in a file.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use tempfile::NamedTempFile;

use crate::env::{Env, Stream};
use crate::error::{Failure, Result};
use crate::store::fs;
use crate::store::paths::Paths;
use crate::terminal::escape::escape_control_lines;
use crate::terminal::wrap::wrap;

/// The largest text for the diary. As one JSON line it can still be read back.
const LARGEST_TEXT: usize = 512 << 10;
const LARGEST_FILE: u64 = 4 << 20;
/// An editor that returns sooner than this was not used by a person.
const AT_ONCE: Duration = Duration::from_secs(1);
/// Text below this line is dropped.
const MARKER: &str = "--- Write above this line. The text below it is not kept. ---";

/// Files with text that isn't saved yet begin with this. They are not swept away like other temporaries.
pub const PREFIX: &str = "unsaved-";

#[derive(Debug, Clone, Copy, Default)]
pub struct Ask<'a> {
    pub name: &'a str,
    pub about: &'a str,
    pub before: &'a str,
    pub editor: bool,
    /// An empty line belongs to the text.
    pub until_end: bool,
}

#[derive(Debug)]
pub struct Input {
    text: String,
    edited: Option<Edited>,
}

/// Reads a text, without the marker and the empty lines around it. `None` if nothing was written at a terminal: somebody has
/// changed their mind, and nothing went wrong.
pub fn read(env: &Env, paths: &Paths, ask: Ask<'_>) -> Result<Option<Input>> {
    let has_editor = ask.editor || ["VISUAL", "EDITOR"].into_iter().any(|name| env.text(name).is_some());
    let input = match (env.reads_terminal(), has_editor) {
        (false, _) => Input { text: tidy(&env.read_all()?), edited: None },
        (true, false) => Input { text: tidy(&lines(env, ask)), edited: None },
        (true, true) => {
            let content = format!("{}\n\n{MARKER}\n{}\n", ask.before, ask.about);
            let edited = edit(env, &paths.data, ask.name, ".md", content.as_bytes())?;
            Input { text: tidy(&edited.text), ..edited }
        }
    };
    if input.text.is_empty() {
        input.discard();
        if env.reads_terminal() {
            return Ok(None);
        }
        return Err(Failure::new("there was no text, so nothing was recorded").hint("pipe the text in, or run it in a terminal"));
    }
    if input.text.len() > LARGEST_TEXT {
        let failure = Failure::new(format!("the text is longer than {LARGEST_TEXT} bytes; nothing was recorded"));
        return Err(input.keep(failure, paths));
    }
    Ok(Some(input))
}

/// What is typed line by line. A terminal that is closed ends the text, as Ctrl-D does.
fn lines(env: &Env, ask: Ask<'_>) -> String {
    let _signals = Signals::hold_off(&Writing::Lines);
    let ends = if ask.until_end { "Ctrl-D on a line of its own ends it." } else { "An empty line ends it." };
    let mut shown = wrap(&format!("{}\n{ends}", ask.about), env.width()).join("\n");
    if !ask.before.is_empty() {
        shown = format!("{}\n\n{shown}", escape_control_lines(ask.before));
    }
    let _ = env.write(Stream::Err, &env.readable(format!("{shown}\n")));
    let mut text = String::new();
    while let Ok(line) = env.typed_line().recv() {
        if line.trim().is_empty() && !ask.until_end {
            break;
        }
        text.push_str(&line);
    }
    text
}

impl Input {
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Removes the file, once the text is saved or not wanted, and the empty folders that were made for it.
    pub fn discard(self) {
        self.edited.into_iter().for_each(Edited::discard);
    }

    /// Keeps the text in a private file after a failure, and adds a hint that names the file.
    pub fn keep(self, failure: Failure, paths: &Paths) -> Failure {
        match self.edited {
            Some(edited) => kept(edited.file, failure),
            None => keep_text(&[&paths.data, &paths.state], &self.text, failure),
        }
    }
}

fn tidy(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    let lines: Vec<&str> = text.lines().take_while(|line| line.trim_end() != MARKER).collect();
    lines.join("\n").trim_end().trim_start_matches('\n').to_owned()
}

#[derive(Debug)]
struct Edited {
    file: NamedTempFile,
    /// Folders that were made for the file, the innermost first.
    made: Vec<PathBuf>,
    /// Until the text is saved, Ctrl-C would leave the temporary behind.
    _signals: Signals,
}

impl Edited {
    fn discard(self) {
        drop(self.file);
        for dir in self.made {
            let _ = std::fs::remove_dir(dir);
        }
    }
}

/// Opens the editor on `content`, in a private file in the folder `dir`.
pub fn edit(env: &Env, dir: &Path, name: &str, suffix: &str, content: &[u8]) -> Result<Input> {
    let made: Vec<PathBuf> = dir.ancestors().take_while(|dir| !dir.exists()).map(Path::to_owned).collect();
    let signals = Signals::hold_off(&Writing::InAnEditor);
    fs::make_private_dir(dir)?;
    let failed = |error: std::io::Error| Failure::file("could not make a file to edit in", dir, &error);
    let mut file = fs::private_temporary(dir, &format!("{PREFIX}{name}-"), suffix).map_err(failed)?;
    file.write_all(content).map_err(failed)?;
    let editor = env.editor();
    let began = Instant::now();
    let status = run_editor(&editor, file.path());
    let is_at_once = began.elapsed() < AT_ONCE;
    // An editor may have put another file in its place, so read by name.
    let path = file.path().to_owned();
    let edited = Edited { file, made, _signals: signals };
    let (failure, is_kept) = match (fs::read(&path, LARGEST_FILE), status) {
        (Err(error), _) => (Failure::file("could not read", &path, &error), true),
        (Ok(None), _) => (Failure::new(format!("the editor `{editor}` removed the file it was given; nothing was changed")), false),
        (Ok(Some(bytes)), Ok(status)) if status.success() && is_at_once && bytes == content => {
            let failure = format!("the editor `{editor}` closed at once without a change; nothing was changed");
            let hint = "if its window is still open, its command needs `--wait` in EDITOR, for example `code --wait`";
            // A window that is still open may save yet.
            return Err(kept_as("what you save there later is in", edited.file, Failure::new(failure).hint(hint)));
        }
        (Ok(Some(bytes)), Ok(status)) if status.success() => match String::from_utf8(bytes) {
            Ok(text) => return Ok(Input { text, edited: Some(edited) }),
            Err(_) => (Failure::new("the editor saved text that isn't UTF-8; nothing was recorded"), true),
        },
        (Ok(Some(bytes)), status) => {
            let cause = status.map_or_else(|error| error.to_string(), |status| status.to_string());
            let failure = Failure::new(format!("the editor `{editor}` failed; nothing was recorded"));
            (failure.because(cause).hint("EDITOR names the editor to use"), bytes != content && !bytes.is_empty())
        }
    };
    if is_kept {
        return Err(kept(edited.file, failure));
    }
    edited.discard();
    Err(failure)
}

/// Runs the editor as git does: its command line may have arguments, so a shell reads it. The path is an argument of its own.
/// The shell survives a Ctrl-C that the editor uses, and passes on how the editor ended.
#[cfg(not(windows))]
fn run_editor(editor: &str, path: &Path) -> std::io::Result<ExitStatus> {
    Command::new("sh").arg("-c").arg(format!("trap : INT QUIT; {editor} \"$@\"")).arg("sh").arg(path).status()
}

#[cfg(windows)]
fn run_editor(editor: &str, path: &Path) -> std::io::Result<ExitStatus> {
    // A path with spaces needs no quotes if it is the whole value.
    let words = if Path::new(editor).is_file() { vec![editor.to_owned()] } else { words(editor) };
    let (program, arguments) = words.split_first().ok_or(std::io::ErrorKind::NotFound)?;
    Command::new(program).args(arguments).arg(path).status()
}

/// The words of a command line; a double-quoted part is one word.
#[cfg(any(windows, test))]
fn words(line: &str) -> Vec<String> {
    let parts = line.split('"').enumerate();
    let words = parts.flat_map(|(index, part)| if index % 2 == 1 { vec![part] } else { part.split_whitespace().collect() });
    words.map(str::to_owned).collect()
}

/// Keeps a text that came from stdin, in the first of `dirs` that can be written.
fn keep_text(dirs: &[&Path], text: &str, failure: Failure) -> Failure {
    let written = dirs.iter().find_map(|dir| {
        fs::make_private_dir(dir).ok()?;
        let mut file = fs::private_temporary(dir, PREFIX, ".md").ok()?;
        file.write_all(text.as_bytes()).and_then(|()| file.as_file().sync_all()).ok()?;
        Some(file)
    });
    match written {
        Some(file) => kept(file, failure),
        None => failure.hint("your text could not be kept here either; copy it from where it came from"),
    }
}

fn kept(file: NamedTempFile, failure: Failure) -> Failure {
    kept_as("your text is in", file, failure)
}

fn kept_as(words: &str, file: NamedTempFile, failure: Failure) -> Failure {
    match file.keep() {
        Ok((_, path)) => failure.hint(format!("{words} `{}`", path.display())),
        Err(error) => failure.because(error),
    }
}

enum Writing {
    Lines,
    InAnEditor,
}

/// What this program survives while somebody writes: the closed terminal, and beside an editor also Ctrl-C, which is the editor's
/// business. Afterwards they work as usual.
#[derive(Debug)]
struct Signals(Arc<AtomicBool>);

impl Signals {
    #[cfg_attr(not(unix), expect(unused_variables, reason = "there are no such signals"))]
    fn hold_off(during: &Writing) -> Self {
        let over = Arc::new(AtomicBool::new(false));
        #[cfg(unix)]
        {
            use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
            let signals: &[i32] = match during {
                Writing::Lines => &[SIGHUP],
                Writing::InAnEditor => &[SIGINT, SIGQUIT, SIGTERM, SIGHUP],
            };
            for signal in signals {
                let _ = signal_hook::flag::register_conditional_default(*signal, Arc::clone(&over));
            }
        }
        Self(over)
    }
}

impl Drop for Signals {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_line_is_split_at_blanks_outside_quotes() {
        assert_eq!(words("notepad"), ["notepad"]);
        assert_eq!(words("code  --wait "), ["code", "--wait"]);
        assert_eq!(words("\"C:\\Program Files\\Vim\\vim.exe\" -f"), ["C:\\Program Files\\Vim\\vim.exe", "-f"]);
        assert!(words(" ").is_empty());
    }
}
