//! Colours, or none. They never carry a meaning of their own: the words are the same either way.

use owo_colors::OwoColorize;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    Plain,
    Strong,
    Quiet,
    Accent,
}

#[derive(Debug, Clone, Copy, Default)]
pub struct Styler(bool);

impl Styler {
    /// Decides by what the user asked for (`None`: nothing), then `NO_COLOR`, `CLICOLOR_FORCE`, `CLICOLOR=0`, then the terminal.
    /// `var` is an environment variable that isn't empty.
    pub fn decide(asked: Option<bool>, var: impl Fn(&str) -> Option<String>, is_terminal: bool) -> Self {
        let (force, off) = (var("CLICOLOR_FORCE"), var("CLICOLOR").is_some_and(|value| value == "0"));
        let is_able = is_terminal && var("TERM").is_some_and(|term| term != "dumb");
        let is_forced = force.is_some_and(|force| force != "0");
        Self(asked.unwrap_or_else(|| var("NO_COLOR").is_none() && (is_forced || !off && is_able)))
    }

    pub fn paint(self, style: Style, text: &str) -> String {
        if !self.0 || text.is_empty() {
            return text.to_owned();
        }
        match style {
            Style::Plain => text.to_owned(),
            Style::Strong => text.bold().to_string(),
            Style::Quiet => text.dimmed().to_string(),
            Style::Accent => text.cyan().to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 4] = ["NO_COLOR", "CLICOLOR_FORCE", "CLICOLOR", "TERM"];

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
            let value = |name: &str| variables[NAMES.iter().position(|known| *known == name).unwrap()].to_owned();
            let var = |name: &str| Some(value(name)).filter(|value| !value.is_empty());
            let styler = Styler::decide(asked, var, is_terminal);
            assert_eq!(styler.0, expected, "{asked:?} {variables:?} {is_terminal}");
        }
    }
}
