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

    pub fn room(&self) -> usize {
        self.width - self.indent()
    }

    fn indent(&self) -> usize {
        if self.is_linear {
            0
        } else if self.width >= ROOM_FOR_LABELS {
            LABEL
        } else {
            2
        }
    }

    /// A row: the label beside its first line, or above it on a narrow page. Rows that follow each other have no gap.
    pub fn row(&mut self, label: &str, lines: &[(Style, String)]) {
        if !self.ends_with_row {
            self.gap();
        }
        let indent = " ".repeat(self.indent());
        let mut lead = if self.is_linear {
            if label.ends_with(['?', ':']) { format!("{label} ") } else { format!("{label}: ") }
        } else if self.indent() == LABEL {
            format!("{label:<LABEL$}")
        } else {
            self.push(label);
            indent.clone()
        };
        // A label in words takes room on its line.
        let taken = if self.is_linear { columns(&lead) } else { 0 };
        for (style, text) in lines {
            for line in wrap(text, self.room().saturating_sub(taken)) {
                self.push(&format!("{lead}{}", self.painted(*style, &line)));
                lead.clone_from(&indent);
            }
        }
        self.ends_with_row = true;
    }

    /// Rows whose text is a command. Two of them share a line where the page is wide enough.
    pub fn commands(&mut self, pairs: &[(&str, &str)]) {
        let shown: Vec<String> = pairs.iter().map(|(label, command)| format!("{label:<LABEL$}{command}")).collect();
        let gap = "         ";
        let is_one_line = !self.is_linear && columns(&shown.join(gap)) <= self.width;
        if !is_one_line {
            for (label, command) in pairs {
                self.row(label, &[(Style::Accent, (*command).to_owned())]);
            }
            return;
        }
        if !self.ends_with_row {
            self.gap();
        }
        let mut line = String::new();
        for (index, (label, command)) in pairs.iter().enumerate() {
            // Only the first label stands in the column of labels.
            let label = if index == 0 { format!("{label:<LABEL$}") } else { format!("{gap}{label}  ") };
            line.push_str(&label);
            line.push_str(&self.styler.paint(Style::Accent, command));
        }
        self.push(&line);
        self.ends_with_row = true;
    }

    /// A row with one value, and a remark behind it or, where there is no room, below it.
    pub fn remarked(&mut self, label: &str, style: Style, value: &str, remark: &str) {
        let gap = if self.is_linear { " " } else { "     " };
        let taken = if self.is_linear { columns(label) + 2 } else { 0 };
        let is_one_line = taken + columns(value) + columns(gap) + columns(remark) <= self.room();
        let mut lines = vec![(style, value.to_owned())];
        lines.extend(Some((Style::Quiet, remark.to_owned())).filter(|_| !is_one_line && !remark.is_empty()));
        self.row(label, &lines);
        if is_one_line && !remark.is_empty() {
            self.text.pop();
            let remark = self.painted(Style::Quiet, remark);
            self.text.extend([gap, &remark, "\n"]);
        }
    }

    /// A paragraph whose first sentence is bold.
    pub fn lead(&mut self, text: &str) {
        self.gap();
        let end = text.find(". ").map_or(text.len(), |stop| stop + 1);
        let mut strong = text.get(..end).unwrap_or(text).chars().filter(|c| *c != ' ').count();
        for line in wrap(text, self.width) {
            let mut split = 0;
            for c in line.chars() {
                if strong == 0 {
                    break;
                }
                split += c.len_utf8();
                strong -= usize::from(c != ' ');
            }
            let (first, rest) = line.split_at(split);
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

    pub fn gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.ends_with_row = false;
    }

    pub fn finish(self) -> String {
        self.text
    }

    /// A line of ours in a style; commands between backticks are painted as commands. A command never breaks over a line.
    fn painted(&self, style: Style, line: &str) -> String {
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
