//! The prompt segment: a format from an allow-list, so that no shell can run or interpret anything in it.

use crate::terminal::escape::{escape_controls, is_unsafe_for_terminal};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Format(String);

pub const PLACEHOLDERS: [&str; 4] = ["{days}", "{longest}", "{kept}", "{total}"];

pub const BROKEN: &str = "◷ ?";

const LONGEST: usize = 200;

impl Default for Format {
    fn default() -> Self {
        Self("◷ {days}".to_owned())
    }
}

impl Format {
    pub fn without_sign() -> Self {
        Self("{days}".to_owned())
    }

    /// Checks a format: the placeholders, letters, digits, spaces, symbols and harmless punctuation. Another is refused with the end
    /// of a sentence that begins with its key, and what to do.
    pub fn parse(text: &str) -> Result<Self, (String, &'static str)> {
        if text.chars().count() > LONGEST {
            return Err((format!("is longer than {LONGEST} characters"), "a prompt is short"));
        }
        let around = PLACEHOLDERS.iter().fold(text.to_owned(), |text, name| text.replace(name, " "));
        match around.chars().find(|c| !allowed(*c)) {
            Some(c) => Err(refused(c)),
            None => Ok(Self(text.to_owned())),
        }
    }

    /// With the counts in the order of the placeholders.
    pub fn fill(&self, counts: [u32; 4]) -> String {
        PLACEHOLDERS.iter().zip(counts).fold(self.0.clone(), |text, (name, count)| text.replace(name, &count.to_string()))
    }
}

impl std::fmt::Display for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Letters, digits, space, symbols and punctuation that no shell and no prompt language reads.
fn allowed(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || " #&()*+,-./:;<=>?@[]^_|~".contains(c);
    }
    let is_unseen = matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200e}' | '\u{200f}');
    !c.is_control() && !is_unseen && !is_unsafe_for_terminal(c)
}

fn refused(c: char) -> (String, &'static str) {
    let hint = match c {
        '{' | '}' => "the placeholders are {days}, {longest}, {kept} and {total}",
        _ => {
            "letters, digits, spaces and symbols are fine; $ ` \\ % ! quotes, other braces and control characters are not, because a shell could run them"
        }
    };
    let what = if c == '`' { "a backtick".to_owned() } else { format!("`{}`", escape_controls(&c.to_string())) };
    (format!("may not hold {what}"), hint)
}
