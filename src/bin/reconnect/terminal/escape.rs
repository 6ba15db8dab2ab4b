//! Escapes text from a file or an argument before it reaches a terminal (CWE-150).

use std::borrow::Cow;

/// Escapes characters that could control a terminal or hide in a line: C0, DEL, C1, bidirectional and zero-width ones.
/// The result is one line: a newline becomes `\n`.
pub fn escape_controls(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unsafe_for_terminal) {
        return Cow::Borrowed(text);
    }
    let escaped = |c: char| if is_unsafe_for_terminal(c) { c.escape_default().to_string() } else { c.to_string() };
    Cow::Owned(text.chars().map(escaped).collect())
}

/// The same for text of several lines: newlines stay.
pub fn escape_control_lines(text: &str) -> String {
    text.lines().map(escape_controls).collect::<Vec<_>>().join("\n")
}

/// Whether a character is a control, a bidirectional or an invisible one. ZWJ and ZWNJ are fine: emoji and many scripts need
/// them, and they only join.
pub fn is_unsafe_for_terminal(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_control_a_terminal_are_escaped_and_no_others() {
        assert_eq!(escape_controls("\u{1b}]0;owned\u{7}"), "\\u{1b}]0;owned\\u{7}");
        assert_eq!(escape_controls("a\u{202e}b\u{200b}c\u{9b}d\u{7f}"), "a\\u{202e}b\\u{200b}c\\u{9b}d\\u{7f}");
        assert_eq!(escape_controls("two\nlines\r"), "two\\nlines\\r");
        // Invisible format characters of shorthand and music.
        assert_eq!(escape_controls("\u{1bca0}\u{1d177}"), "\\u{1bca0}\\u{1d177}");
        assert_eq!(escape_control_lines("two\nlines\u{8}"), "two\nlines\\u{8}");
        assert!(matches!(escape_controls("für Ånna 👩‍👧 日本 e\u{301}"), Cow::Borrowed(_)));
    }
}
