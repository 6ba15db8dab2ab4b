//! The prompt segment: a format from an allow-list, so that nothing in it can run or styler in any shell.

use crate::text::escape::{escape_controls, is_unsafe_for_terminal};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    pub days: i64,
    pub longest: i64,
    pub kept: i64,
    pub total: i64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Days,
    Longest,
    Kept,
    Total,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Format(Vec<Piece>);

/// Why a format is refused, as the end of a sentence that begins with its key; and what to do.
#[derive(Debug)]
pub struct Refused {
    /// "may not hold `$`".
    pub why: String,
    pub hint: &'static str,
}

pub const PLACEHOLDERS: [&str; 4] = ["{days}", "{longest}", "{kept}", "{total}"];

/// The segment of a configuration that cannot be read.
pub const BROKEN: &str = "◷ ?";

const LONGEST: usize = 200;

impl Default for Format {
    fn default() -> Self {
        Self(vec![Piece::Text("◷ ".to_owned()), Piece::Days])
    }
}

impl Format {
    /// Checks a format.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        if text.chars().count() > LONGEST {
            return Err(Refused { why: format!("is longer than {LONGEST} characters"), hint: "a prompt is short" });
        }
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let placeholder = PLACEHOLDERS.iter().find(|name| rest.starts_with(**name));
            let (piece, length) = match placeholder {
                Some(name) => (named(name), name.len()),
                None if allowed(first) => (Piece::Text(first.to_string()), first.len_utf8()),
                None => return Err(refused(first)),
            };
            match (pieces.last_mut(), piece) {
                (Some(Piece::Text(before)), Piece::Text(more)) => before.push_str(&more),
                (_, piece) => pieces.push(piece),
            }
            rest = rest.get(length..).unwrap_or("");
        }
        Ok(Self(pieces))
    }

    pub fn fill(&self, counts: Counts) -> String {
        self.0
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.clone(),
                Piece::Days => counts.days.to_string(),
                Piece::Longest => counts.longest.to_string(),
                Piece::Kept => counts.kept.to_string(),
                Piece::Total => counts.total.to_string(),
            })
            .collect()
    }
}

impl std::fmt::Display for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|piece| {
            f.write_str(match piece {
                Piece::Text(text) => text,
                Piece::Days => "{days}",
                Piece::Longest => "{longest}",
                Piece::Kept => "{kept}",
                Piece::Total => "{total}",
            })
        })
    }
}

fn named(placeholder: &str) -> Piece {
    match placeholder {
        "{longest}" => Piece::Longest,
        "{kept}" => Piece::Kept,
        "{total}" => Piece::Total,
        _ => Piece::Days,
    }
}

/// Letters, digits, space, symbols and punctuation that no shell and no prompt language reads.
fn allowed(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || " #&()*+,-./:;<=>?@[]^_|~".contains(c);
    }
    !c.is_control() && !is_unsafe_for_terminal(c)
}

fn refused(c: char) -> Refused {
    let hint = match c {
        '{' | '}' => "the placeholders are {days}, {longest}, {kept} and {total}",
        _ => {
            "letters, digits, spaces and symbols are fine; $ ` \\ % ! quotes, other braces and control characters are not, because a shell could run them"
        }
    };
    let what = if c == '`' { "a backtick".to_owned() } else { format!("`{}`", escape_controls(&c.to_string())) };
    Refused { why: format!("may not hold {what}"), hint }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COUNTS: Counts = Counts { days: 22, longest: 30, kept: 41, total: 44 };

    #[test]
    fn placeholders_are_filled_in() {
        let format = Format::parse("◷ {days}/{longest} {kept}:{total} ♥️").unwrap();
        assert_eq!(format.fill(COUNTS), "◷ 22/30 41:44 ♥️");
        assert_eq!(Format::default().fill(COUNTS), "◷ 22");
        assert_eq!(Format::parse("").unwrap().fill(COUNTS), "");
    }

    #[test]
    fn nothing_that_a_shell_reads_is_allowed() {
        for c in ['$', '`', '\\', '%', '!', '\'', '"', '{', '}', '\n', '\u{1b}', '\u{7f}', '\u{9b}', '\u{202e}', '\u{200b}'] {
            assert!(Format::parse(&format!("a{c}b")).is_err(), "{c:?}");
        }
        assert!(Format::parse("{days").is_err());
        assert!(Format::parse("{Days}").is_err());
        assert!(Format::parse(&"a".repeat(201)).is_err());
    }
}
