//! The user's own words on a terminal: escape_controls, as they were broken into lines, wrapped where a line is too long. A backtick
//! means nothing here, and a script without spaces is broken between its characters.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::text::escape::escape_controls;

/// The text in lines of at most `width` columns.
pub fn lines(text: &str, width: usize) -> Vec<String> {
    let width = width.max(2);
    text.lines().flat_map(|line| wrapped(&escape_controls(line), width)).collect()
}

/// The first line of a text, with a sign where there is more.
pub fn first_line(text: &str) -> String {
    let mut lines = text.lines();
    let first = escape_controls(lines.next().unwrap_or_default()).into_owned();
    if lines.next().is_some() { format!("{first} …") } else { first }
}

fn wrapped(line: &str, width: usize) -> Vec<String> {
    let (mut lines, mut here) = (Vec::new(), String::new());
    // A line that was indented begins with its indent; other spaces are where it can break.
    let indent = line.chars().take_while(|c| *c == ' ').count();
    here.push_str(&" ".repeat(indent.min(width / 2)));
    let mut begun = false;
    for word in line.split(' ').filter(|word| !word.is_empty()) {
        if begun && here.width() + 1 + word.width() > width {
            lines.push(std::mem::take(&mut here));
        } else if begun {
            here.push(' ');
        }
        begun = true;
        for c in word.chars() {
            let joined = here.ends_with('\u{200d}') || c.width().unwrap_or(0) == 0;
            if !joined && !here.is_empty() && here.width() + c.width().unwrap_or(0) > width {
                lines.push(std::mem::take(&mut here));
            }
            here.push(c);
        }
    }
    lines.push(here);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_words_are_wrapped_and_nothing_is_lost() {
        assert_eq!(lines("one two three", 7), ["one two", "three"]);
        assert_eq!(lines("a `b and no end", 6), ["a `b", "and no", "end"]);
        assert_eq!(lines("日本語日本語", 5), ["日本", "語日", "本語"]);
        assert_eq!(lines("a\n\nb\u{1b}[31m", 20), ["a", "", "b\\u{1b}[31m"]);
        assert_eq!(lines("", 9), Vec::<String>::new());
        for width in 1..12 {
            let text = "https://example.org/a 👩‍👧 e\u{301}tude";
            assert_eq!(lines(text, width).concat().replace(' ', ""), text.replace(' ', ""), "{width}");
        }
    }

    #[test]
    fn the_first_line_says_that_there_are_more() {
        assert_eq!(first_line("one\ntwo"), "one …");
        assert_eq!(first_line("one"), "one");
    }
}
