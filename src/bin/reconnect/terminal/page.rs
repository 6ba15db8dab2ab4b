//! A page of labelled rows, paragraphs and lists, wrapped to the terminal.

use super::style::{Style, Styler};
use super::wrap::{columns, wrap, wrap_user_text};

const WIDEST: usize = 80;
/// On a narrower page labels stand above their text.
const ROOM_FOR_LABELS: usize = 56;
const LABEL: usize = 13;

#[derive(Debug)]
pub struct Page {
    width: usize,
    styler: Styler,
    is_linear: bool,
    ends_with_row: bool,
    text: String,
}

impl Page {
    pub fn new(columns: usize, styler: Styler) -> Self {
        Self { width: columns.min(WIDEST), styler, is_linear: false, ends_with_row: false, text: String::with_capacity(2048) }
    }

    /// The same page for a screen reader, if `yes`: a row becomes `Label: text`.
    pub fn linear(self, yes: bool) -> Self {
        Self { is_linear: yes, ..self }
    }

    pub fn width(&self) -> usize {
        self.width
    }

    pub fn is_linear(&self) -> bool {
        self.is_linear
    }

    /// How far the text of a row stands to the right.
    fn indent(&self) -> usize {
        match self.width {
            _ if self.is_linear => 0,
            ROOM_FOR_LABELS.. => LABEL,
            _ => 2,
        }
    }

    /// A row: the label beside its first line, or above it on a narrow page. Rows that follow each other have no gap.
    pub fn row(&mut self, label: &str, style: Style, text: &str) {
        self.rows(label, &[(style, text.to_owned())]);
    }

    /// The same with several lines.
    pub fn rows(&mut self, label: &str, lines: &[(Style, String)]) {
        let mut lead = self.begin_row(label);
        let room = self.width.saturating_sub(columns(&lead));
        for (style, text) in lines {
            for line in wrap(text, room) {
                self.push(&format!("{lead}{}", self.painted(*style, &line)));
                lead = " ".repeat(self.indent());
            }
        }
    }

    /// A row with one value, and a remark behind it or, where there is no room, below it.
    pub fn remarked(&mut self, label: &str, style: Style, value: &str, remark: &str) {
        let gap = if self.is_linear { " " } else { "     " };
        if !self.on_one_line(label, &[(style, value), (Style::Plain, gap), (Style::Quiet, remark)]) {
            self.rows(label, &[(style, value.to_owned()), (Style::Quiet, remark.to_owned())]);
        }
    }

    /// Two rows whose text is a command. They share a line where the page is wide enough.
    pub fn commands(&mut self, [one, other]: [(&str, &str); 2]) {
        let label = format!("         {}  ", other.0);
        let parts = [(Style::Accent, one.1), (Style::Plain, &label), (Style::Accent, other.1)];
        if self.is_linear || !self.on_one_line(one.0, &parts) {
            self.row(one.0, Style::Accent, one.1);
            self.row(other.0, Style::Accent, other.1);
        }
    }

    fn on_one_line(&mut self, label: &str, parts: &[(Style, &str)]) -> bool {
        let taken = if self.is_linear { columns(label) + 2 } else { self.indent() };
        let fits = taken + parts.iter().map(|(_, text)| columns(text)).sum::<usize>() <= self.width;
        if fits {
            let lead = self.begin_row(label);
            let line: String = parts.iter().map(|(style, text)| self.painted(*style, text)).collect();
            self.push(&format!("{lead}{line}"));
        }
        fits
    }

    /// The label of a row, or the spaces in its place.
    fn begin_row(&mut self, label: &str) -> String {
        if !self.ends_with_row {
            self.gap();
        }
        self.ends_with_row = true;
        match self.indent() {
            0 if label.ends_with(['?', ':']) => format!("{label} "),
            0 => format!("{label}: "),
            LABEL => format!("{:<LABEL$}", format!("{label} ")),
            indent => {
                self.push(label);
                " ".repeat(indent)
            }
        }
    }

    /// A paragraph whose first sentence is bold.
    pub fn lead(&mut self, text: &str) {
        self.gap();
        let marks = |text: &str| text.chars().filter(|c| *c != ' ').count();
        let end = text.find(". ").map_or(text.len(), |stop| stop + 1);
        let mut strong = marks(text.get(..end).unwrap_or(text));
        for line in wrap(text, self.width) {
            let ends = line.char_indices().filter(|(_, c)| *c != ' ').map(|(at, c)| at + c.len_utf8());
            let (first, rest) = line.split_at(ends.take(strong).last().unwrap_or(0));
            strong = strong.saturating_sub(marks(first));
            self.push(&format!("{}{}", self.styler.paint(Style::Strong, first), self.painted(Style::Plain, rest)));
        }
    }

    /// A paragraph over the whole width, with an empty line before it.
    pub fn paragraph(&mut self, style: Style, text: &str) {
        self.gap();
        self.lines(style, 0, text);
    }

    /// Lines directly below the last ones, indented.
    pub fn lines(&mut self, style: Style, indent: usize, text: &str) {
        self.item(style, indent, "", text);
    }

    pub fn sentences(&mut self, sentences: &[String]) {
        for sentence in sentences {
            self.lines(Style::Plain, 0, sentence);
        }
    }

    /// Our own sentence behind a mark such as `- `; further lines hang below its first word.
    pub fn item(&mut self, style: Style, indent: usize, mark: &str, text: &str) {
        let room = self.width.saturating_sub(indent + columns(mark));
        let lines = wrap(text, room).into_iter().map(|line| self.painted(style, &line)).collect();
        self.hanging(indent, mark, lines);
    }

    /// Sentences below a title, each behind a dash; nothing where there are none.
    pub fn list<'t>(&mut self, style: Style, title: &str, indent: usize, lines: impl IntoIterator<Item = &'t str>) {
        let mut lines = lines.into_iter().peekable();
        if lines.peek().is_some() {
            self.paragraph(style, title);
        }
        for line in lines {
            self.item(Style::Plain, indent, "- ", line);
        }
    }

    /// The same for what the user wrote.
    pub fn user_text(&mut self, style: Style, indent: usize, mark: &str, text: &str) {
        let room = self.width.saturating_sub(indent + columns(mark));
        let lines = wrap_user_text(text, room).into_iter().map(|line| self.styler.paint(style, &line)).collect();
        self.hanging(indent, mark, lines);
    }

    /// Text that has its line breaks already.
    pub fn raw(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends_with_row = false;
    }

    /// The next row begins a part of its own, behind an empty line.
    pub fn part(&mut self) {
        self.ends_with_row = false;
    }

    pub fn gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.ends_with_row = false;
    }

    pub fn finish(self) -> String {
        self.text
    }

    /// A line of ours in a style; commands between backticks are painted as commands. A command never breaks over a line, nor does a
    /// no-break space, which is a plain one from here on.
    fn painted(&self, style: Style, line: &str) -> String {
        let line = &line.replace('\u{a0}', " ");
        if style == Style::Accent || line.matches('`').count() % 2 == 1 {
            return self.styler.paint(style, line);
        }
        let part = |(index, part): (usize, &str)| match index % 2 {
            0 => self.styler.paint(style, part),
            _ => self.styler.paint(Style::Accent, &format!("`{part}`")),
        };
        line.split('`').enumerate().map(part).collect()
    }

    fn hanging(&mut self, indent: usize, mark: &str, lines: Vec<String>) {
        let mut lead = format!("{}{mark}", " ".repeat(indent));
        for line in lines {
            self.push(&format!("{lead}{line}"));
            lead = " ".repeat(indent + columns(mark));
        }
        self.ends_with_row = false;
    }

    fn push(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }
}
