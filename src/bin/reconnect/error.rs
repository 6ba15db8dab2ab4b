//! What went wrong, where, why, and what to do: the only code that words an error on a terminal.

use std::fmt::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::terminal::escape::escape_controls;
use crate::terminal::wrap::{columns, wrap};

#[derive(Debug, Clone)]
pub struct Failure {
    message: String,
    place: Option<Box<Place>>,
    causes: Vec<String>,
    hints: Vec<String>,
    /// Failures found before this one.
    earlier: Vec<Self>,
}

pub type Result<T, E = Failure> = std::result::Result<T, E>;

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
        let start = text.floor_char_boundary(span.start);
        let before = text.get(..start).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line_text = text.get(line_start..).unwrap_or("").split('\n').next().unwrap_or("");
        let source = line_text.trim_end_matches('\r').trim_start_matches('\u{feff}').to_owned();
        let skipped = text.get(line_start..start).unwrap_or("").trim_start_matches('\u{feff}').chars().count();
        let end = text.floor_char_boundary(span.end.min(line_start + line_text.len()));
        let width = text.get(start..end).map_or(1, |stretch| stretch.chars().count().max(1));
        Self { file: file.to_owned(), line: before.matches('\n').count() + 1, column: skipped + 1, width, source }
    }

    pub fn start(&self) -> (usize, usize) {
        (self.line, self.column)
    }

    pub fn short(&self) -> String {
        format!("{}:{}", escape_controls(&self.file.to_string_lossy()), self.line)
    }
}

const BEFORE: usize = 60;
const SHOWN: usize = 120;

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let gutter = " ".repeat(self.line.to_string().len());
        let is_long = self.source.chars().count() > SHOWN;
        let skipped = if is_long { (self.column - 1).saturating_sub(BEFORE) } else { 0 };
        // An escaped or wide character takes more than one column, so the caret goes by what is shown.
        let shown = |from: usize, to: usize| {
            let part: String = self.source.chars().skip(skipped).take(SHOWN).skip(from).take(to - from).collect();
            escape_controls(&part).into_owned()
        };
        let (from, to) = (self.column - 1 - skipped, self.column - 1 - skipped + self.width);
        let lead = " ".repeat(columns(&shown(0, from)));
        let caret = "^".repeat(columns(&shown(from, to.max(from))).max(1));
        writeln!(f, "{gutter}--> {}:{}:{}", escape_controls(&self.file.to_string_lossy()), self.line, self.column)?;
        writeln!(f, "{gutter} |")?;
        writeln!(f, "{} | {}", self.line, shown(0, SHOWN))?;
        write!(f, "{gutter} | {lead}{caret}")
    }
}

impl Failure {
    /// A failure with a message: lower case, no full stop, names in backticks.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), place: None, causes: Vec::new(), hints: Vec::new(), earlier: Vec::new() }
    }

    pub fn file(what: &str, path: &Path, cause: &std::io::Error) -> Self {
        Self::new(format!("{what} `{}`", path.display())).because(cause)
    }

    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(Box::new(place));
        self
    }

    pub fn without_place(mut self) -> Self {
        self.place = None;
        self
    }

    pub fn because(mut self, cause: impl fmt::Display) -> Self {
        self.causes.push(cause.to_string());
        self
    }

    /// What to do. Said twice, it stands once.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        let hint = hint.into();
        if !self.hints.contains(&hint) {
            self.hints.push(hint);
        }
        self
    }

    pub fn after(mut self, earlier: &Self) -> Self {
        self.earlier.push(earlier.clone());
        self
    }

    /// The failure in a list of faults.
    pub fn finding(&self) -> String {
        self.render(Lead::Finding).trim_end().to_owned()
    }

    /// The whole report as a warning, with its place and caret, for a command that goes on.
    pub fn warning(&self) -> Note {
        Note::Report(self.render(Lead::Warning).trim_end().to_owned())
    }

    /// The message, the place and the causes on one line.
    pub fn brief(&self) -> String {
        let place = self.place.iter().map(|place| place.short());
        let parts: Vec<String> = std::iter::once(self.message.clone()).chain(place).chain(self.causes.iter().cloned()).collect();
        parts.join(": ")
    }

    /// The only way to print a failure: what begins its first line is all that differs.
    pub fn render(&self, lead: Lead) -> String {
        let mut text: String = self.earlier.iter().map(|earlier| earlier.render(lead)).collect();
        let message = escape_controls(&self.message);
        let _ = match lead {
            Lead::Error => writeln!(text, "error: {message}"),
            Lead::Warning => writeln!(text, "warning: {message}"),
            Lead::Finding => writeln!(text, "{message}"),
            Lead::Sentence => writeln!(text, "{}.", capitalized(&message)),
        };
        if let Some(place) = &self.place {
            let _ = writeln!(text, "{place}");
        }
        for cause in &self.causes {
            let _ = writeln!(text, "caused by: {}", escape_controls(cause));
        }
        for hint in &self.hints {
            let _ = writeln!(text, "hint: {}", escape_controls(hint));
        }
        text
    }
}

/// What a failure is where it is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lead {
    Error,
    /// The command goes on.
    Warning,
    /// One of a list of faults.
    Finding,
    /// A question is asked again.
    Sentence,
}

pub fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A sentence begins with one of these. Other lines of a report, a place with its caret, must not be wrapped.
const LEADS: [&str; 4] = ["error: ", "caused by: ", "warning: ", "hint: "];

/// Wraps a report for a terminal; further lines of a sentence hang below its first word. For a pipe leave it alone: there one
/// sentence is one line, which scripts can read.
pub fn laid_out(report: &str, width: usize) -> String {
    let mut text = String::new();
    for line in report.lines() {
        let lead = LEADS.iter().find(|lead| line.starts_with(**lead)).filter(|_| columns(line) > width);
        let Some((lead, sentence)) = lead.and_then(|lead| Some((lead, line.strip_prefix(lead)?))) else {
            let _ = writeln!(text, "{line}");
            continue;
        };
        let mut before = (*lead).to_owned();
        for part in wrap(sentence, width.saturating_sub(lead.len())) {
            let _ = writeln!(text, "{before}{part}");
            before = " ".repeat(lead.len());
        }
    }
    text
}

impl From<reconnect::Error> for Failure {
    fn from(error: reconnect::Error) -> Self {
        error.hint().into_iter().fold(Self::new(error.to_string()), Self::hint)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    Warning(String),
    /// The same on several lines, escaped already.
    Report(String),
    Hint(String),
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Warning(text) => write!(f, "warning: {}", escape_controls(text)),
            Self::Report(text) => f.write_str(text),
            Self::Hint(text) => write!(f, "hint: {}", escape_controls(text)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, at: &str) -> Vec<String> {
        let start = text.find(at).unwrap();
        let place = Place::new(Path::new("f"), text, start..start + at.len()).to_string();
        place.lines().skip(2).map(str::to_owned).collect()
    }

    #[test]
    fn the_caret_is_below_its_word_after_wide_and_escaped_characters() {
        assert_eq!(shown("a = x\n", "x"), ["1 | a = x", "  |     ^"]);
        assert_eq!(shown("\ta = xy", "xy"), ["1 | \\ta = xy", "  |       ^^"]);
        assert_eq!(shown("日本 = 'é' x", "x"), ["1 | 日本 = 'é' x", "  |            ^"]);
        assert_eq!(shown("a = 日本", "日本"), ["1 | a = 日本", "  |     ^^^^"]);
        assert_eq!(shown("\u{feff}a\r\n\u{1b}b\r\n", "b"), ["2 | \\u{1b}b", "  |       ^"]);
    }

    #[test]
    fn a_hint_that_is_given_twice_stands_once() {
        let failure = Failure::new("no number").hint("say one").hint("or none").hint("say one");
        assert_eq!(failure.render(Lead::Error), "error: no number\nhint: say one\nhint: or none\n");
    }

    #[test]
    fn on_a_terminal_sentences_wrap_and_commands_stay_whole() {
        let failure =
            Failure::new("a count is already running").hint("`reconnect log-contact me WHEN` records it, what was kept counts");
        assert_eq!(
            laid_out(&failure.render(Lead::Error), 40),
            "error: a count is already running\nhint: `reconnect log-contact me WHEN`\n      records it, what was kept counts\n"
        );
        let failure = Failure::new("a count is already running");
        assert_eq!(laid_out(&failure.render(Lead::Error), 20), "error: a count is\n       already\n       running\n");
        let text = "a = 1 2 3 4 5 6 7 8 9";
        let failure = Failure::new("unknown key").at(Place::new(Path::new("/a/long/path/to/it"), text, 0..1));
        assert_eq!(laid_out(&failure.render(Lead::Error), 20).lines().nth(3), Some("1 | a = 1 2 3 4 5 6 7 8 9"));
        let note = Note::Hint("did you mean `prompt`?\u{1b}".to_owned()).to_string();
        assert_eq!(laid_out(&note, 16), "hint: did you\n      mean\n      `prompt`?\\u{1b}\n");
    }

    #[test]
    fn a_long_line_is_shortened_around_the_caret() {
        let text = format!("{}x{}", "a".repeat(5000), "b".repeat(5000));
        assert_eq!(shown(&text, "x"), [format!("1 | {}x{}", "a".repeat(60), "b".repeat(59)), format!("  | {}^", " ".repeat(60))]);
        let text = "[".repeat(200_000);
        assert_eq!(shown(&text, &text), [format!("1 | {}", "[".repeat(120)), format!("  | {}", "^".repeat(120))]);
    }
}
