//! Colours, or none: decided once, and the same words either way.

use owo_colors::OwoColorize;

use crate::cli::Color;
use crate::env::{Env, Stream};

/// Whether to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Styler {
    on: bool,
}

impl Styler {
    /// Decides: `--color`, then `NO_COLOR`, `CLICOLOR_FORCE`, `CLICOLOR=0`, then the terminal and `TERM`.
    pub fn decide(choice: Color, env: &Env) -> Self {
        let text = |name| env.text(name);
        let on = match choice {
            Color::Always => true,
            Color::Never => false,
            Color::Auto if text("NO_COLOR").is_some() => false,
            Color::Auto if text("CLICOLOR_FORCE").is_some_and(|force| force != "0") => true,
            Color::Auto if text("CLICOLOR").is_some_and(|colour| colour == "0") => false,
            Color::Auto => env.is_terminal(Stream::Out) && text("TERM").is_some_and(|term| term != "dumb"),
        };
        Self { on }
    }

    /// None, for tests.
    #[cfg(test)]
    pub const fn none() -> Self {
        Self { on: false }
    }

    fn with(self, text: &str, styler: impl Fn(&str) -> String) -> String {
        if self.on && !text.is_empty() { styler(text) } else { text.to_owned() }
    }

    /// What matters most on a page.
    pub fn strong(self, text: &str) -> String {
        self.with(text, |text| text.bold().to_string())
    }

    /// What stands back.
    pub fn quiet(self, text: &str) -> String {
        self.with(text, |text| text.dimmed().to_string())
    }

    /// Where the eye should rest: the place in the window.
    pub fn accent(self, text: &str) -> String {
        self.with(text, |text| text.cyan().to_string())
    }
}
