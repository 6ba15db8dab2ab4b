//! Private text: from stdin where that is no terminal, else from the user's editor. Never from an argument, which would show
//! in the shell's history. Until it is saved, it can be kept.

use std::path::Path;

use crate::context::Context;
use crate::editor::{self, Edited};
use crate::error::{Failure, Result};
use crate::words;

/// More than this nobody types; written out in a diary line it still is one that can be read.
const LARGEST: usize = 512 << 10;

/// What was typed.
#[derive(Debug)]
pub struct Typed {
    text: String,
    edited: Option<Edited>,
}

/// What to ask for.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    /// What it is, for the temporary's name.
    pub name: &'a str,
    /// A sentence that the editor shows below the text.
    pub about: &'a str,
    /// What is there already.
    pub before: &'a str,
}

/// Reads it. What the editor showed below the marked line is cut off, and so are empty lines around the text.
///
/// # Errors
/// If there is nothing, too much, or no text.
pub fn read(ctx: &Context<'_>, ask: Ask<'_>) -> Result<Typed> {
    let typed = if ctx.env.reads_terminal() {
        let content = format!("{}\n\n{}\n{}\n", ask.before, words::EDITOR_END, ask.about);
        let edited = editor::edit(ctx.env, &ctx.paths.data, ask.name, ".md", content.as_bytes())?;
        match std::str::from_utf8(edited.bytes()) {
            Ok(text) => Typed { text: tidy(text), edited: Some(edited) },
            Err(_) => return Err(edited.keep(Failure::new("what the editor saved is not UTF-8; nothing was recorded"))),
        }
    } else {
        Typed { text: tidy(&ctx.env.read_all()?), edited: None }
    };
    if typed.text.is_empty() {
        // Closing the editor on an empty page is how one changes one's mind: nothing went wrong, and stdin was not asked.
        let hint = if typed.edited.is_some() {
            "what is saved above the marked line is kept; EDITOR names the editor to use"
        } else {
            "without a terminal the text is read from stdin; with one, $EDITOR opens"
        };
        typed.discard();
        return Err(Failure::new("there was no text, so nothing was recorded").hint(hint));
    }
    if typed.text.len() > LARGEST {
        let failure = Failure::new(format!("the text is longer than {LARGEST} bytes; nothing was recorded"));
        return Err(typed.keep(failure, ctx));
    }
    Ok(typed)
}

impl Typed {
    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// It is saved, or not wanted.
    pub fn discard(self) {
        if let Some(edited) = self.edited {
            edited.discard();
        }
    }

    /// It could not be saved: it stays in a private file, and the failure says where.
    pub fn keep(self, failure: Failure, ctx: &Context<'_>) -> Failure {
        if let Some(edited) = self.edited {
            return edited.keep(failure);
        }
        let dirs: [&Path; 2] = [&ctx.paths.data, &ctx.paths.state];
        editor::keep_text(&dirs, &self.text, failure)
    }
}

fn tidy(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    let lines: Vec<&str> = text.lines().take_while(|line| line.trim_end() != words::EDITOR_END).collect();
    lines.join("\n").trim_end().trim_start_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_below_the_marked_line_is_not_kept() {
        let typed = |text: &str| tidy(&text.replace("END", words::EDITOR_END));
        assert_eq!(typed("\u{feff}\n\n one\r\ntwo  \n\nEND\nabout\n"), " one\ntwo");
        assert_eq!(typed("\n\nEND\nabout\n"), "");
        assert_eq!(typed("no marked line"), "no marked line");
    }
}
