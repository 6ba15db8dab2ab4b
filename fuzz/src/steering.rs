//! What may not reach a terminal raw: said here a second time, by Unicode's names and not by the program's own ranges.

/// Controls, bidirectional overrides, line separators, and what has no width and is not made to be seen. Joiners, direction marks, soft
/// hyphens and variation selectors belong to emoji and to many scripts; embedded and isolated directions and tags do where they are
/// whole, which [`is_whole`] asks.
pub fn steers(c: char) -> bool {
    let bidirectional = matches!(c, '\u{202d}'..='\u{202e}');
    let separator = matches!(c, '\u{2028}' | '\u{2029}');
    let invisible = matches!(c,
        '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}');
    c.is_control() || bidirectional || separator || invisible
}

/// Directions and tags, which only act where a part of them is missing.
pub fn steers_alone(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202c}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}')
}

/// Whether every direction that a line opens is closed on it, by its own end.
pub fn is_whole(line: &str) -> bool {
    let mut open = Vec::new();
    let fits = line.chars().all(|c| match c {
        '\u{202a}' | '\u{202b}' => {
            open.push('\u{202c}');
            true
        }
        '\u{2066}'..='\u{2068}' => {
            open.push('\u{2069}');
            true
        }
        '\u{202c}' | '\u{2069}' => open.pop() == Some(c),
        _ => true,
    });
    fits && open.is_empty()
}
