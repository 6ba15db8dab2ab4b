//! A number as it is typed.

/// A number of ASCII digits and nothing else; a number too large to hold becomes the largest.
pub(super) fn digits(word: &str) -> Option<u32> {
    let all = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    all.then(|| word.parse().unwrap_or(u32::MAX))
}
