//! What may not reach a terminal raw: said here a second time, by Unicode's names and not by the program's own ranges.

/// Controls, bidirectional controls, line separators, and what has no width and is not made to be seen. Joiners and variation selectors
/// belong to emoji and to many scripts.
pub fn steers(c: char) -> bool {
    let bidirectional = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let separator = matches!(c, '\u{2028}' | '\u{2029}');
    let invisible = matches!(c,
        '\u{ad}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e007f}');
    c.is_control() || bidirectional || separator || invisible
}
