//! Turns pasted look-alikes into plain ASCII, or refuses the character that can't be read; and reads a number.

use super::Refusal;

/// The phrase in lower-case ASCII: pasted spaces, dashes, quotes and full-width forms are read as what they look like.
pub(super) fn ascii(text: &str) -> Result<String, Refusal> {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            ',' | '，' => plain.push(' '),
            _ if character.is_whitespace() => plain.push(' '),
            ' '..='~' => plain.push(character.to_ascii_lowercase()),
            // Hyphens and dashes, the minus sign, and their small and full-width forms.
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => plain.push('-'),
            '\u{2018}'..='\u{201b}' | '\u{2032}' => plain.push('\''),
            '\u{201c}'..='\u{201f}' | '\u{2033}' | '«' | '»' => plain.push('"'),
            '\u{2044}' | '\u{2215}' => plain.push('/'),
            '\u{2236}' => plain.push(':'),
            // Full-width forms stand at a fixed distance from ASCII.
            '\u{ff01}'..='\u{ff5e}' => {
                let half = u32::from(character) - 0xfee0;
                plain.push(char::from_u32(half).unwrap_or(' ').to_ascii_lowercase());
            }
            // Soft hyphen, zero-width characters and direction marks show nothing.
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => {}
            _ => return Err(Refusal::Character(character)),
        }
    }
    Ok(plain.trim_matches(['"', '\'', '`', ' ']).to_owned())
}

/// A number of ASCII digits and nothing else; a number too large to hold becomes the largest.
pub(super) fn digits(word: &str) -> Option<u32> {
    let all = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    all.then(|| word.parse().unwrap_or(u32::MAX))
}
