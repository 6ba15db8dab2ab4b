//! What goes wrong: a message, the place, the cause, and what to do. The only code that words an error on a terminal.

use std::fmt::{self, Write as _};
use std::path::{Path, PathBuf};

use unicode_width::UnicodeWidthStr;

use crate::text::escape::escape_controls;
use crate::text::page::wrap;

/// Any failure of a command; all of them exit 2.
#[derive(Debug)]
pub struct Failure {
    message: String,
    place: Option<Box<Place>>,
    causes: Vec<String>,
    hints: Vec<String>,
    /// The reports of those that were found before it.
    earlier: String,
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

    /// The line and column, from 1.
    pub fn start(&self) -> (usize, usize) {
        (self.line, self.column)
    }

    /// `file:line`, as a compiler says it.
    pub fn short(&self) -> String {
        format!("{}:{}", escape_controls(&self.file.to_string_lossy()), self.line)
    }
}

fn floor_char_boundary(text: &str, mut index: usize) -> usize {
    index = index.min(text.len());
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}

/// How much of a long line is shown, before the caret and in all.
const BEFORE: usize = 60;
const SHOWN: usize = 120;

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let gutter = " ".repeat(self.line.to_string().len());
        let is_long = self.source.chars().count() > SHOWN;
        let skipped = if is_long { (self.column - 1).saturating_sub(BEFORE) } else { 0 };
        // What is shown may be wider than what stands there: an escape, a wide character. So the caret goes by what is shown.
        let shown = |from: usize, to: usize| {
            let part: String = self.source.chars().skip(skipped).take(SHOWN).skip(from).take(to - from).collect();
            escape_controls(&part).into_owned()
        };
        let (from, to) = (self.column - 1 - skipped, self.column - 1 - skipped + self.width);
        let lead = " ".repeat(shown(0, from).width());
        let caret = "^".repeat(shown(from, to.max(from)).width().max(1));
        writeln!(f, "{gutter}--> {}:{}:{}", escape_controls(&self.file.to_string_lossy()), self.line, self.column)?;
        writeln!(f, "{gutter} |")?;
        writeln!(f, "{} | {}", self.line, shown(0, SHOWN))?;
        write!(f, "{gutter} | {lead}{caret}")
    }
}

impl Failure {
    /// A failure that says `message`: lower case, no full stop, names in backticks.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), place: None, causes: Vec::new(), hints: Vec::new(), earlier: String::new() }
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

    /// Puts another one before it, where one command finds several.
    pub fn after(mut self, earlier: &Self) -> Self {
        self.earlier = earlier.report();
        self
    }

    /// Without the word that begins a report, for a list of faults.
    pub fn finding(&self) -> String {
        self.report().trim_end().replacen("error: ", "", 1)
    }

    /// On one line: the message and what lies beneath.
    pub fn brief(&self) -> String {
        let place = self.place.iter().map(|place| place.short());
        let parts: Vec<String> = std::iter::once(self.message.clone()).chain(place).chain(self.causes.iter().cloned()).collect();
        parts.join(": ")
    }

    /// The whole report, ready for stderr.
    pub fn report(&self) -> String {
        let mut report = self.earlier.clone();
        let _ = writeln!(report, "error: {}", escape_controls(&self.message));
        if let Some(place) = &self.place {
            let _ = writeln!(report, "{place}");
        }
        for cause in &self.causes {
            let _ = writeln!(report, "caused by: {}", escape_controls(cause));
        }
        for hint in &self.hints {
            let _ = writeln!(report, "hint: {}", escape_controls(hint));
        }
        report
    }
}

/// What a sentence begins with. Other lines of a report are laid out already: a place, with its caret.
const LEADS: [&str; 4] = ["error: ", "caused by: ", "warning: ", "hint: "];

/// A report for a terminal of so many columns: its sentences break where the terminal would break them, and what follows hangs below
/// the first word. Elsewhere each sentence stays one line, which scripts can read.
pub fn laid_out(report: &str, columns: usize) -> String {
    let mut text = String::new();
    for line in report.lines() {
        let lead = LEADS.iter().find(|lead| line.starts_with(**lead)).filter(|_| line.width() > columns);
        let Some((lead, sentence)) = lead.and_then(|lead| Some((lead, line.strip_prefix(lead)?))) else {
            let _ = writeln!(text, "{line}");
            continue;
        };
        let mut before = (*lead).to_owned();
        for part in wrap(sentence, columns.saturating_sub(lead.len())) {
            let _ = writeln!(text, "{before}{part}");
            before = " ".repeat(lead.len());
        }
    }
    text
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
                // Nobody means an option that there isn't as a value.
                if tip.starts_with("to pass ") {
                    continue;
                }
                failure = failure.hint(tip.replace('\'', "`"));
            } else if let Some(usage) = line.strip_prefix("Usage: ") {
                // Behind a word that is no command, the usage says nothing that helps; the list of commands does.
                failure = failure.hint(match usage.strip_suffix(" [OPTIONS] [COMMAND]") {
                    Some(parent) => format!("`{parent} --help` shows every command"),
                    None => format!("usage: {usage}"),
                });
            } else if !line.starts_with("For more information") {
                details.push(line.to_owned());
            }
        }
        failure.message =
            failure.message.replace('\'', "`").replace("the following required arguments were not provided:", "missing:");
        if let Some((before, (from, to))) = failure.message.rsplit_once(": ").and_then(|(before, why)| Some((before, range(why)?)))
        {
            failure.message = format!("{before}: it can be {from} to {to}");
        }
        if !details.is_empty() {
            failure.message = format!("{} {}", failure.message, details.join(" ").replace('\'', "`"));
        }
        // What clap calls a subcommand is a command everywhere else here.
        for text in failure.hints.iter_mut().chain([&mut failure.message]) {
            *text = text.replace("subcommand", "command");
        }
        failure
    }
}

/// The bounds in `7 is not in 1..=6`, which is how clap says it.
fn range(why: &str) -> Option<(&str, &str)> {
    why.split_once(" is not in ")?.1.split_once("..=")
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
            Self::Warning(text) => write!(f, "warning: {}", escape_controls(text)),
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
    fn the_caret_stands_below_what_it_means_whatever_stands_before_it() {
        assert_eq!(shown("a = x\n", "x"), ["1 | a = x", "  |     ^"]);
        assert_eq!(shown("\ta = xy", "xy"), ["1 | \\ta = xy", "  |       ^^"]);
        assert_eq!(shown("日本 = 'é' x", "x"), ["1 | 日本 = 'é' x", "  |            ^"]);
        assert_eq!(shown("a = 日本", "日本"), ["1 | a = 日本", "  |     ^^^^"]);
        assert_eq!(shown("\u{feff}a\r\n\u{1b}b\r\n", "b"), ["2 | \\u{1b}b", "  |       ^"]);
    }

    #[test]
    fn on_a_terminal_a_sentence_hangs_below_its_first_word_and_no_command_is_broken() {
        let failure =
            Failure::new("no contact is already running").hint("`reconnect log-contact me WHEN` records it, what was kept counts");
        assert_eq!(
            laid_out(&failure.report(), 40),
            "error: no contact is already running\nhint: `reconnect log-contact me WHEN`\n      records it, what was kept counts\n"
        );
        let failure = Failure::new("no contact is already running");
        assert_eq!(laid_out(&failure.report(), 20), "error: no contact is\n       already\n       running\n");
        let text = "a = 1 2 3 4 5 6 7 8 9";
        let failure = Failure::new("unknown key").at(Place::new(Path::new("/a/long/path/to/it"), text, 0..1));
        assert_eq!(laid_out(&failure.report(), 20).lines().nth(3), Some("1 | a = 1 2 3 4 5 6 7 8 9"));
        let note = Note::Hint("did you mean `prompt`?\u{1b}".to_owned()).to_string();
        assert_eq!(laid_out(&note, 16), "hint: did you\n      mean\n      `prompt`?\\u{1b}\n");
    }

    #[test]
    fn of_a_long_line_the_part_around_the_caret_is_shown() {
        let text = format!("{}x{}", "a".repeat(5000), "b".repeat(5000));
        assert_eq!(shown(&text, "x"), [format!("1 | {}x{}", "a".repeat(60), "b".repeat(59)), format!("  | {}^", " ".repeat(60))]);
        let text = "[".repeat(200_000);
        assert_eq!(shown(&text, &text), [format!("1 | {}", "[".repeat(120)), format!("  | {}", "^".repeat(120))]);
    }
}
