//! Text for a locale that isn't UTF-8.

use unicode_width::UnicodeWidthChar;

/// The same text in ASCII: our own signs get a look-alike, any other character becomes `?`. Only for screens and messages;
/// exported data stays UTF-8.
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
