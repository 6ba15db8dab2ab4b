//! Colours, or none. They never carry a meaning of their own: the words are the same either way.

use owo_colors::OwoColorize;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    Plain,
    Strong,
    Quiet,
    Accent,
}

/// The variables and the terminal that decide about colour. An empty variable counts as unset.
#[derive(Debug, Clone, Default)]
pub struct ColorSignals {
    pub no_color: Option<String>,
    pub force: Option<String>,
    pub clicolor: Option<String>,
    pub term: Option<String>,
    pub is_terminal: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Styler {
    on: bool,
}

impl Styler {
    /// Decides by what the user asked for (`None`: nothing), then `NO_COLOR`, `CLICOLOR_FORCE`, `CLICOLOR=0`, then the terminal.
    pub fn decide(asked: Option<bool>, signals: &ColorSignals) -> Self {
        let is_set = |value: &Option<String>| value.as_ref().is_some_and(|value| !value.is_empty());
        let is_zero = |value: &Option<String>| value.as_deref() == Some("0");
        let on = match asked {
            Some(on) => on,
            None if is_set(&signals.no_color) => false,
            None if is_set(&signals.force) && !is_zero(&signals.force) => true,
            None if is_zero(&signals.clicolor) => false,
            None => signals.is_terminal && is_set(&signals.term) && signals.term.as_deref() != Some("dumb"),
        };
        Self { on }
    }

    pub const fn none() -> Self {
        Self { on: false }
    }

    pub fn paint(self, style: Style, text: &str) -> String {
        if !self.on || text.is_empty() {
            return text.to_owned();
        }
        match style {
            Style::Plain => text.to_owned(),
            Style::Strong => text.bold().to_string(),
            Style::Quiet => text.dimmed().to_string(),
            Style::Accent => text.cyan().to_string(),
        }
    }

    pub fn strong(self, text: &str) -> String {
        self.paint(Style::Strong, text)
    }

    pub fn quiet(self, text: &str) -> String {
        self.paint(Style::Quiet, text)
    }

    pub fn accent(self, text: &str) -> String {
        self.paint(Style::Accent, text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(asked: Option<bool>, [no_color, force, clicolor, term]: [&str; 4], is_terminal: bool) -> bool {
        let [no_color, force, clicolor, term] = [no_color, force, clicolor, term].map(|value| Some(value.to_owned()));
        Styler::decide(asked, &ColorSignals { no_color, force, clicolor, term, is_terminal }).on
    }

    #[test]
    fn colour_follows_the_first_signal_that_speaks() {
        let table = [
            (Some(true), ["1", "", "0", "dumb"], false, true),
            (Some(false), ["", "1", "", "xterm"], true, false),
            (None, ["1", "1", "", "xterm"], true, false),
            (None, ["", "1", "0", "dumb"], false, true),
            (None, ["", "0", "", "xterm"], true, true),
            (None, ["", "0", "", "xterm"], false, false),
            (None, ["", "", "0", "xterm"], true, false),
            (None, ["", "", "1", "xterm"], true, true),
            (None, ["", "", "", "dumb"], true, false),
            (None, ["", "", "", ""], true, false),
            (None, ["", "", "", "xterm"], false, false),
        ];
        for (asked, variables, is_terminal, expected) in table {
            assert_eq!(on(asked, variables, is_terminal), expected, "{asked:?} {variables:?} {is_terminal}");
        }
    }
}
