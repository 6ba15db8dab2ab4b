//! Breaks text into lines of a given width.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::escape::escape_line;

pub fn columns(text: &str) -> usize {
    // Nearly all our text is ASCII, where counting bytes is enough.
    if text.is_ascii() { text.len() } else { text.width() }
}

/// Wraps our own text at spaces; a word that is too long gets a line of its own. Text between backticks stays together, because it
/// is a command to type, and so does a key such as `[c]` with the word behind it.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::with_capacity(paragraph.len());
        // `unit` is where the word, key or command begins that may have to move to the next line.
        let (mut unit, mut in_command, mut is_open) = (0, false, false);
        let mut words = paragraph.split(' ').filter(|word| !word.is_empty()).peekable();
        while let Some(word) = words.next() {
            if !line.is_empty() {
                line.push(' ');
            }
            if !is_open {
                unit = line.len();
            }
            line.push_str(word);
            in_command ^= word.matches('`').count() % 2 == 1;
            is_open = words.peek().is_some() && (in_command || word.starts_with('[') && word.ends_with(']'));
            if !is_open && unit > 0 && columns(&line) > width {
                let next = line.split_off(unit);
                line.pop();
                lines.push(std::mem::replace(&mut line, next));
            }
        }
        lines.push(line);
    }
    lines
}

/// Wraps what the user wrote: escaped, with their own line breaks and indents. A backtick means nothing here, and a script
/// without spaces breaks between its characters.
pub fn wrap_user_text(text: &str, width: usize) -> Vec<String> {
    let width = width.max(2);
    text.lines().flat_map(|line| wrap_user_line(&escape_line(line), width)).collect()
}

/// What a list shows of a text, in columns.
pub const TWO_LINES: usize = 160;

/// The beginning of a user's text, escaped: its first line, at most so many columns of it, with `…` where there is more.
pub fn first_line(text: &str, most: usize) -> String {
    let mut lines = text.lines();
    let line = lines.next().unwrap_or_default();
    let start = start_of(line, most);
    let first = escape_line(start.unwrap_or(line)).into_owned();
    if start.is_some() || lines.next().is_some() { format!("{first} …") } else { first }
}

/// The first columns of a line that takes more; `None` for a shorter one.
pub fn start_of(line: &str, most: usize) -> Option<&str> {
    let mut taken = 0;
    let is_beyond = |c: char| {
        taken += c.width().unwrap_or(1);
        taken > most
    };
    line.get(..line.find(is_beyond)?).map(str::trim_end)
}

/// The columns that a line may take: a tab takes eight at most.
fn at_most(text: &str) -> usize {
    columns(text) + 7 * text.matches('\t').count()
}

fn wrap_user_line(text: &str, width: usize) -> Vec<String> {
    if at_most(text) <= width {
        return vec![text.to_owned()];
    }
    let indent = text.chars().take_while(|c| *c == ' ').count().min(width / 2);
    let (mut lines, mut line) = (Vec::new(), " ".repeat(indent));
    let mut has_word = false;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if has_word && at_most(&line) + 1 + at_most(word) > width {
            lines.push(std::mem::take(&mut line));
        } else if has_word {
            line.push(' ');
        }
        has_word = true;
        for c in word.chars() {
            let room = if c == '\t' { 8 } else { c.width().unwrap_or(0) };
            let joins = line.ends_with('\u{200d}') || room == 0;
            if !joins && !line.is_empty() && at_most(&line) + room > width {
                lines.push(std::mem::take(&mut line));
            }
            line.push(c);
        }
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_and_never_inside_a_command_or_behind_a_key() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("run `reconnect status --json` now", 16), ["run", "`reconnect status --json`", "now"]);
        assert_eq!(wrap("When was it?  [Enter] skip  [c] change that", 18), ["When was it?", "[Enter] skip", "[c] change that"]);
        assert_eq!(wrap("When was it?  [c] change that", 16), ["When was it?", "[c] change that"]);
        assert_eq!(wrap("日本 日本", 4), ["日本", "日本"]);
        assert_eq!(wrap("a\n\nb", 9), ["a", "", "b"]);
        assert_eq!(wrap("an  open `tick to the end", 9), ["an open", "`tick to the end"]);
    }

    #[test]
    fn the_beginning_of_a_text_says_where_there_is_more() {
        for (text, shown) in [
            ("one two", "one two"),
            ("one two three", "one two …"),
            ("one\ntwo", "one …"),
            ("日本日本日本", "日本日本 …"),
            ("\u{1b}one two", "\\u{1b}one two"),
            ("", ""),
        ] {
            assert_eq!(first_line(text, 8), shown, "{text}");
        }
    }

    #[test]
    fn user_text_is_wrapped_and_nothing_is_lost() {
        assert_eq!(wrap_user_text("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap_user_text("a `b and no end", 6), ["a `b", "and no", "end"]);
        assert_eq!(wrap_user_text("日本語日本語", 5), ["日本", "語日", "本語"]);
        assert_eq!(wrap_user_text("a\n\nb\u{1b}[31m", 20), ["a", "", "b\\u{1b}[31m"]);
        assert_eq!(wrap_user_text("a\tb  c\n\td", 20), ["a\tb  c", "\td"]);
        assert_eq!(wrap_user_text("one\ttwo three", 16), ["one\ttwo", "three"]);
        assert_eq!(wrap_user_text("", 9), Vec::<String>::new());
    }
}
