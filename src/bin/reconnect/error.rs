//! What goes wrong: a message, the place, the cause, and what to do. The only code that words an error on a terminal.

use std::fmt::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::render::inert::inert;

/// Any failure of a command; all of them exit 2.
#[derive(Debug)]
pub struct Failure {
    message: String,
    place: Option<Box<Place>>,
    causes: Vec<String>,
    hints: Vec<String>,
}

/// What every fallible function of the program returns.
pub type Result<T, E = Failure> = std::result::Result<T, E>;

/// A stretch of one line in a file, for the caret.
#[derive(Debug, Clone)]
pub struct Place {
    file: PathBuf,
    line: usize,
    column: usize,
    width: usize,
    source: String,
}

impl Place {
    /// The place of a byte range in a file's text. Columns count characters, from 1.
    pub fn new(file: &Path, text: &str, span: std::ops::Range<usize>) -> Self {
        let start = floor_char_boundary(text, span.start);
        let before = text.get(..start).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line_text = text.get(line_start..).unwrap_or("").split('\n').next().unwrap_or("");
        let source = line_text.trim_end_matches('\r').trim_start_matches('\u{feff}').to_owned();
        let skipped = text.get(line_start..start).unwrap_or("").trim_start_matches('\u{feff}').chars().count();
        let end = floor_char_boundary(text, span.end.min(line_start + line_text.len()));
        let width = text.get(start..end).map_or(1, |stretch| stretch.chars().count().max(1));
        Self { file: file.to_owned(), line: before.matches('\n').count() + 1, column: skipped + 1, width, source }
    }

    /// `file:line`, as a compiler says it.
    pub fn short(&self) -> String {
        format!("{}:{}", inert(&self.file.to_string_lossy()), self.line)
    }
}

fn floor_char_boundary(text: &str, mut index: usize) -> usize {
    index = index.min(text.len());
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let gutter = " ".repeat(self.line.to_string().len());
        let lead: String = self.source.chars().take(self.column - 1).map(|c| if c == '\t' { '\t' } else { ' ' }).collect();
        writeln!(f, "{gutter}--> {}:{}:{}", inert(&self.file.to_string_lossy()), self.line, self.column)?;
        writeln!(f, "{gutter} |")?;
        writeln!(f, "{} | {}", self.line, inert(&self.source))?;
        write!(f, "{gutter} | {lead}{}", "^".repeat(self.width))
    }
}

impl Failure {
    /// A failure that says `message`: lower case, no full stop, names in backticks.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), place: None, causes: Vec::new(), hints: Vec::new() }
    }

    /// A file that could not be read, written or made.
    pub fn file(what: &str, path: &Path, cause: &std::io::Error) -> Self {
        Self::new(format!("{what} `{}`", path.display())).because(cause)
    }

    /// Adds where.
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(Box::new(place));
        self
    }

    /// Adds what lies beneath.
    pub fn because(mut self, cause: impl fmt::Display) -> Self {
        self.causes.push(cause.to_string());
        self
    }

    /// Adds what to do.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Without the word that begins a report, for a list of faults.
    pub fn finding(&self) -> String {
        self.report().trim_end().replacen("error: ", "", 1)
    }

    /// The whole report, ready for stderr.
    pub fn report(&self) -> String {
        let mut report = format!("error: {}\n", inert(&self.message));
        if let Some(place) = &self.place {
            let _ = writeln!(report, "{place}");
        }
        for cause in &self.causes {
            let _ = writeln!(report, "caused by: {}", inert(cause));
        }
        for hint in &self.hints {
            let _ = writeln!(report, "hint: {}", inert(hint));
        }
        report
    }
}

impl From<reconnect::Error> for Failure {
    fn from(error: reconnect::Error) -> Self {
        let failure = Self::new(error.to_string());
        match error.hint() {
            Some(hint) => failure.hint(hint),
            None => failure,
        }
    }
}

/// A usage error as clap found it, in the program's own form.
impl From<&clap::Error> for Failure {
    fn from(error: &clap::Error) -> Self {
        let text = error.render().to_string();
        let mut paragraphs = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let first = paragraphs.next().unwrap_or_default();
        let mut failure = Self::new(first.strip_prefix("error: ").unwrap_or(first));
        let mut details = Vec::new();
        for line in paragraphs {
            if let Some(tip) = line.strip_prefix("tip: ") {
                failure = failure.hint(tip.replace('\'', "`"));
            } else if let Some(usage) = line.strip_prefix("Usage: ") {
                failure = failure.hint(format!("usage: {usage}"));
            } else if !line.starts_with("For more information") {
                details.push(line.to_owned());
            }
        }
        failure.message = failure.message.replace('\'', "`");
        if !details.is_empty() {
            failure.message = format!("{} {}", failure.message, details.join(" ").replace('\'', "`"));
        }
        if failure.hints.is_empty() {
            failure = failure.hint("`reconnect --help` shows every command");
        }
        failure
    }
}

/// Something worth saying on stderr although the command goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// Something is not as it should be.
    Warning(String),
    /// What could be done.
    Hint(String),
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Warning(text) => write!(f, "warning: {}", inert(text)),
            Self::Hint(text) => write!(f, "hint: {}", inert(text)),
        }
    }
}
