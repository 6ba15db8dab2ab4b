//! The prompt's format. The input is the format.

use crate::steering::{steers, steers_alone};
use crate::store::segment::{Format, PLACEHOLDERS};

/// What some shell or prompt language reads, beside what steers.
const READ_BY_SHELLS: [char; 9] = ['$', '`', '\\', '%', '!', '\'', '"', '{', '}'];

/// What shows nothing, and is fine in a text, not in a prompt.
const UNSEEN: [char; 5] = ['\u{ad}', '\u{61c}', '\u{180e}', '\u{200e}', '\u{200f}'];

/// Checks a format, and that nothing in what is accepted could act.
pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let format = match Format::parse(text) {
        Ok(format) => format,
        Err((why, hint)) => {
            assert!(!why.is_empty() && !hint.is_empty(), "{text:?}");
            assert!(!why.contains(steers), "{text:?}: {:?}", why);
            assert!(text.chars().count() > 200 || !harmless(&without_placeholders(text)), "{text:?}: {}", why);
            return;
        }
    };
    assert!(harmless(&without_placeholders(text)), "{text:?} is accepted");

    let shown = format.to_string();
    assert_eq!(shown, text);
    assert_eq!(Format::parse(&shown).ok(), Some(format.clone()), "{text:?}");

    for counts in [[0, 0, 0, 0], [22, 30, 41, 44], [u32::MAX; 4]] {
        let filled = format.fill(counts);
        assert!(harmless(&filled), "{text:?} becomes {filled:?}");
        let by_hand =
            PLACEHOLDERS.iter().zip(counts).fold(text.to_owned(), |text, (name, count)| text.replace(name, &count.to_string()));
        assert_eq!(filled, by_hand, "{text:?}");
    }
}

fn without_placeholders(text: &str) -> String {
    // A blank in their place, so that two halves beside one never join to another.
    PLACEHOLDERS.iter().fold(text.to_owned(), |text, name| text.replace(name, " "))
}

fn harmless(text: &str) -> bool {
    !text.contains(|c| steers(c) || steers_alone(c) || UNSEEN.contains(&c) || READ_BY_SHELLS.contains(&c))
}
