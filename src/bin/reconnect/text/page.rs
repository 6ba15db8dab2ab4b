//! A page of labelled rows, wrapped to the terminal: labels in a column of their own, or above their text where it is narrow.

use unicode_width::UnicodeWidthStr;

use super::wrap as own;
use crate::text::style::Styler;

/// Text is not wider than this: long lines are hard to read.
const WIDEST: usize = 80;
/// Narrower than this, labels stand above their text.
const ROOM_FOR_LABELS: usize = 56;
/// The column of labels.
const LABEL: usize = 12;

/// How a line looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Plain.
    Plain,
    /// Bold.
    Strong,
    /// Dimmed.
    Quiet,
    /// Coloured.
    Accent,
}

/// A page in the making.
#[derive(Debug)]
pub struct Page {
    width: usize,
    styler: Styler,
    text: String,
}

impl Page {
    /// An empty page for a terminal of `columns`.
    pub fn new(columns: usize, styler: Styler) -> Self {
        Self { width: columns.min(WIDEST), styler, text: String::with_capacity(2048) }
    }

    /// How wide the text beside the labels can be.
    pub fn room(&self) -> usize {
        self.width - self.indent()
    }

    fn indent(&self) -> usize {
        if self.width >= ROOM_FOR_LABELS { LABEL } else { 2 }
    }

    /// A row: its label beside the first line, or above it.
    pub fn row(&mut self, label: &str, lines: &[(Style, String)]) {
        self.gap();
        let indent = " ".repeat(self.indent());
        let mut lead = if self.indent() == LABEL {
            self.styler.quiet(&format!("{label:<LABEL$}"))
        } else {
            self.text.push_str(&self.styler.quiet(label));
            self.text.push('\n');
            indent.clone()
        };
        for (tone, text) in lines {
            for line in wrap(text, self.room()) {
                self.text.push_str(format!("{lead}{}", self.toned(*tone, &line)).trim_end());
                self.text.push('\n');
                lead.clone_from(&indent);
            }
        }
    }

    /// A paragraph over the whole width.
    pub fn paragraph(&mut self, tone: Style, text: &str) {
        self.gap();
        self.lines(tone, 0, text);
    }

    /// Sentences, each on lines of its own.
    pub fn sentences(&mut self, sentences: &[String]) {
        for sentence in sentences {
            self.lines(Style::Plain, 0, sentence);
        }
    }

    /// Lines that are laid out already.
    pub fn raw(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// The user's own words, behind a lead that hangs before their first line.
    pub fn own(&mut self, tone: Style, indent: usize, lead: &str, text: &str) {
        let room = self.width.saturating_sub(indent + columns(lead));
        self.hanging(tone, indent, lead, own::lines(text, room));
    }

    /// A sentence behind a lead that hangs before its first line.
    pub fn item(&mut self, tone: Style, indent: usize, lead: &str, text: &str) {
        let room = self.width.saturating_sub(indent + columns(lead));
        self.hanging(tone, indent, lead, wrap(text, room));
    }

    fn hanging(&mut self, tone: Style, indent: usize, lead: &str, lines: Vec<String>) {
        let mut before = format!("{}{lead}", " ".repeat(indent));
        for line in lines {
            self.text.push_str(format!("{before}{}", self.toned(tone, &line)).trim_end());
            self.text.push('\n');
            before = " ".repeat(indent + columns(lead));
        }
    }

    /// Lines directly below what is there, indented.
    pub fn lines(&mut self, tone: Style, indent: usize, text: &str) {
        for line in wrap(text, self.width.saturating_sub(indent)) {
            self.text.push_str(format!("{}{}", " ".repeat(indent), self.toned(tone, &line)).trim_end());
            self.text.push('\n');
        }
    }

    /// An empty line, unless the page is empty.
    pub fn gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    fn toned(&self, tone: Style, text: &str) -> String {
        match tone {
            Style::Plain => text.to_owned(),
            Style::Strong => self.styler.strong(text),
            Style::Quiet => self.styler.quiet(text),
            Style::Accent => self.styler.accent(text),
        }
    }

    /// The page.
    pub fn finish(self) -> String {
        self.text
    }
}

/// How many columns a text takes. Most is ASCII, where counting is enough.
pub fn columns(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.width() }
}

/// Breaks a text into lines of at most `width` columns, at spaces; a word that is longer stands alone. What stands between
/// backticks stays together, since it is a command to type.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::with_capacity(paragraph.len());
        let (mut unit, mut inside) = (0, false);
        let mut words = paragraph.split(' ').filter(|word| !word.is_empty()).peekable();
        while let Some(word) = words.next() {
            if !line.is_empty() {
                line.push(' ');
            }
            if !inside {
                unit = line.len();
            }
            line.push_str(word);
            inside ^= word.contains('`') && word.matches('`').count() % 2 == 1;
            let is_whole = !inside || words.peek().is_none();
            if is_whole && unit > 0 && line.len() > width && columns(&line) > width {
                let next = line.split_off(unit);
                line.pop();
                lines.push(std::mem::replace(&mut line, next));
            }
        }
        lines.push(line);
    }
    lines
}

/// A bar of `width` columns with a mark at `share` (0 to 1) of its length.
pub fn bar(width: usize, share: f64, open_end: bool) -> String {
    let inner = width.saturating_sub(2).max(1);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a share of a few dozen columns"
    )]
    let at = ((inner - 1) as f64 * share.clamp(0.0, 1.0)).round() as usize;
    let end = if open_end { '┄' } else { '┤' };
    format!("├{}●{}{end}", "━".repeat(at), "─".repeat(inner - 1 - at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_and_never_inside_a_command() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("run `reconnect status --json` now", 16), ["run", "`reconnect status --json`", "now"]);
        assert_eq!(wrap("日本 日本", 4), ["日本", "日本"]);
        assert_eq!(wrap("a\n\nb", 9), ["a", "", "b"]);
        assert_eq!(wrap("an  open `tick to the end", 9), ["an open", "`tick to the end"]);
    }

    #[test]
    fn the_mark_is_at_both_ends_of_the_bar() {
        assert_eq!(bar(7, 0.0, false), "├●────┤");
        assert_eq!(bar(7, 1.0, false), "├━━━━●┤");
        assert_eq!(bar(7, 0.5, true), "├━━●──┄");
    }
}
