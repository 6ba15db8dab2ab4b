//! Escapes what could steer a terminal or hide in a line (CWE-150), and lets through what people write; and
//! brings it into ASCII where the locale isn't UTF-8.

use std::borrow::Cow;

use unicode_width::UnicodeWidthChar;

/// What is escaped, and why. Anything else comes out as it was written: direction marks (U+061C, U+200E, U+200F), soft hyphens,
/// joiners and variation selectors, which scripts and emoji need and which move nothing but their own word.
#[rustfmt::skip]
const ESCAPED: &[(char, char)] = &[
    ('\0',        '\u{1f}'),    // C0: a line break, a bell, the begin of an escape sequence
    ('\u{7f}',    '\u{9f}'),    // DEL and C1: an escape sequence in one character
    ('\u{200b}',  '\u{200b}'),  // no width: hides in a word
    ('\u{2028}',  '\u{2029}'),  // a break of line or paragraph for some programs only
    ('\u{202a}',  '\u{202c}'),  // direction embedded, and its end; escaped where its partner is missing on the line
    ('\u{202d}',  '\u{202e}'),  // direction overruled: a text reads backwards
    ('\u{2060}',  '\u{2065}'),  // no width: hides in a word
    ('\u{2066}',  '\u{2069}'),  // direction isolated, and its end; escaped where its partner is missing on the line
    ('\u{206a}',  '\u{206f}'),  // withdrawn from Unicode: changes the shapes of what follows
    ('\u{feff}',  '\u{feff}'),  // a byte-order mark: no width
    ('\u{fff9}',  '\u{fffb}'),  // annotations: one text hides behind another
    ('\u{1bca0}', '\u{1bca3}'), // shorthand: no width
    ('\u{1d173}', '\u{1d17a}'), // musical notation: no width
    ('\u{e0000}', '\u{e007f}'), // tags: a hidden text, letter by letter; escaped outside a flag such as Scotland's
];

/// Whether a character is escaped somewhere. JSON and the prompt's format look at no context.
pub fn is_unsafe_for_terminal(c: char) -> bool {
    ESCAPED.iter().any(|(first, last)| (*first..=*last).contains(&c))
}

/// Escapes a name, an argument or a message, whatever stands beside a character, so that a part of it looks as it does in the
/// whole. The result is one line: a newline becomes `\n`, a tab `\t`.
pub fn escape_controls(text: &str) -> Cow<'_, str> {
    escape(text, |_, c| is_unsafe_for_terminal(c))
}

/// Escapes a line that somebody wrote: tabs stay, and directions and flags that are whole.
pub fn escape_line(line: &str) -> Cow<'_, str> {
    if !line.contains(is_unsafe_for_terminal) {
        return Cow::Borrowed(line);
    }
    let whole = whole(line);
    escape(line, |at, c| c != '\t' && is_unsafe_for_terminal(c) && whole.binary_search(&at).is_err())
}

/// The same for a text of several lines: newlines stay, too.
pub fn escape_control_lines(text: &str) -> Cow<'_, str> {
    if !text.contains(|c| c != '\n' && is_unsafe_for_terminal(c)) {
        return Cow::Borrowed(text.strip_suffix('\n').unwrap_or(text));
    }
    Cow::Owned(text.lines().map(escape_line).collect::<Vec<_>>().join("\n"))
}

fn escape(text: &str, is_escaped: impl Fn(usize, char) -> bool) -> Cow<'_, str> {
    if !text.char_indices().any(|(at, c)| is_escaped(at, c)) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for (at, c) in text.char_indices() {
        if is_escaped(at, c) {
            escaped.extend(c.escape_default());
        } else {
            escaped.push(c);
        }
    }
    Cow::Owned(escaped)
}

/// The places, in bytes and ascending, of directions that are closed again on their line, and of the tags of flags.
fn whole(line: &str) -> Vec<usize> {
    let (mut whole, mut open) = (Vec::new(), Vec::new());
    let is_tag = |c| matches!(c, '\u{e0030}'..='\u{e0039}' | '\u{e0061}'..='\u{e007a}');
    for (at, c) in line.char_indices() {
        match c {
            '\u{202a}' | '\u{202b}' => open.push((at, '\u{202c}')),
            '\u{2066}'..='\u{2068}' => open.push((at, '\u{2069}')),
            '\u{202c}' | '\u{2069}' => whole.extend(open.pop_if(|(_, end)| *end == c).into_iter().flat_map(|(from, _)| [from, at])),
            '🏴' => {
                let tags = line.get(at..).unwrap_or_default().char_indices().skip(1).map(|(tag, c)| (at + tag, c));
                let mut flag: Vec<usize> = tags.clone().take_while(|(_, c)| is_tag(*c)).map(|(tag, _)| tag).collect();
                if let Some((end, '\u{e007f}')) = tags.clone().nth(flag.len()).filter(|_| !flag.is_empty()) {
                    flag.push(end);
                    whole.extend(flag);
                }
            }
            _ => {}
        }
    }
    whole.sort_unstable();
    whole
}

/// The same text in ASCII, for a locale that isn't UTF-8: our own signs get a look-alike, any other character becomes `?`. Only for
/// screens and messages; exported data stays UTF-8.
pub fn to_ascii(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let mut ascii = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_ascii() => ascii.push(c),
            '◷' => ascii.push('o'),
            '·' => ascii.push('.'),
            '×' => ascii.push('x'),
            '…' => ascii.push_str("..."),
            '‑' | '–' | '—' => ascii.push('-'),
            '“' | '”' | '„' => ascii.push('"'),
            '‘' | '’' => ascii.push('\''),
            '●' => ascii.push('*'),
            c if c.is_whitespace() => ascii.push(' '),
            // A mark that joins the character before it has no column of its own.
            c if c.width() == Some(0) => {}
            _ => ascii.push('?'),
        }
    }
    ascii
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_is_escaped_and_what_people_write_is_whole() {
        let table = [
            ("\u{1b}]0;owned\u{7}", "\\u{1b}]0;owned\\u{7}"),
            ("a\u{200b}c\u{9b}d\u{7f}\u{feff}\u{2060}", "a\\u{200b}c\\u{9b}d\\u{7f}\\u{feff}\\u{2060}"),
            ("a\tb\u{b}\r", "a\tb\\u{b}\\r"),
            ("a\u{2028}b\u{206a}\u{fff9}\u{1bca0}\u{1d177}", "a\\u{2028}b\\u{206a}\\u{fff9}\\u{1bca0}\\u{1d177}"),
            // An override is escaped, and so is its end, which has no beginning then.
            ("\u{202e}evil\u{202c}", "\\u{202e}evil\\u{202c}"),
            ("\u{2067}שלום", "\\u{2067}שלום"),
            ("\u{2067}שלום\u{202c}", "\\u{2067}שלום\\u{202c}"),
            ("שלום\u{2069} \u{2066}a", "שלום\\u{2069} \\u{2066}a"),
            ("hidden \u{e0061}\u{e007f}", "hidden \\u{e0061}\\u{e007f}"),
            ("🏴\u{e0067} no end", "🏴\\u{e0067} no end"),
            ("🏴\u{e007f}", "🏴\\u{e007f}"),
        ];
        for (text, escaped) in table {
            assert_eq!(escape_line(text), escaped, "{text:?}");
            assert_eq!(escape_line(escaped), escaped, "once is enough");
        }
        let whole = [
            "für Ånna\t日本 e\u{301}",
            "👩‍👧 🇺🇦 ❤\u{fe0f} 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
            "שלום \u{200f}(abc)\u{200f} مرحبا \u{61c}12\u{200e}",
            "\u{2067}שלום \u{202a}a\u{202c}\u{2069} می\u{200c}خواهم",
            "Donau\u{ad}dampf\u{a0}schiff ᠭ\u{180e}ᠠ",
        ];
        for text in whole {
            assert_eq!(escape_line(text), text);
        }
        assert_eq!(escape_control_lines(&whole.join("\n")), whole.join("\n"));
    }

    #[test]
    fn a_text_keeps_its_lines_and_a_message_is_one_line() {
        assert_eq!(escape_control_lines("two\n\tlines\u{8}\r\n"), "two\n\tlines\\u{8}");
        assert_eq!(escape_control_lines("two\n\tlines\n"), "two\n\tlines");
        // A direction that is left open ends with its line.
        assert_eq!(escape_control_lines("\u{2067}a\nb\u{2069}"), "\\u{2067}a\nb\\u{2069}");
        assert_eq!(escape_controls("two\nlines\ta\r \u{2067}a\u{2069}"), "two\\nlines\\ta\\r \\u{2067}a\\u{2069}");
        assert!(matches!(escape_controls("für Ånna 👩‍👧 \u{200f}"), Cow::Borrowed(_)));
    }

    #[test]
    fn our_signs_have_a_look_alike_and_the_rest_a_question_mark() {
        let table = [
            ("plain text, a < b ~ c", "plain text, a < b ~ c"),
            ("◷ 22", "o 22"),
            ("·· ···×", ".. ...x"),
            ("1–3 — “so” it’s…", "1-3 - \"so\" it's..."),
            ("●●·", "**."),
            ("für e\u{301} 日本", "f?r e ??"),
            ("a\u{a0}b\nc", "a b\nc"),
        ];
        for (text, ascii) in table {
            assert_eq!(to_ascii(text), ascii);
            assert!(to_ascii(text).is_ascii());
        }
    }
}
