//! Dates among other words, as they come from a command line without quotes.

use super::{ParsedDate, Refusal};
use crate::Error;

/// The date that words begin with, and the words behind it. The longest beginning that is a date is the date.
///
/// # Errors
/// What `read` says of all the words, if none of their beginnings is a date.
pub fn leading<E>(words: &[String], read: impl Fn(&str) -> Result<ParsedDate, E>) -> Result<(Option<ParsedDate>, &[String]), E> {
    let beginnings = (1..=words.len()).rev().map(|end| words.split_at(end));
    let found = beginnings.into_iter().find_map(|(phrase, rest)| Some((Some(read(&phrase.join(" ")).ok()?), rest)));
    match found {
        None if !words.is_empty() => read(&words.join(" ")).map(|date| (Some(date), &[][..])),
        found => Ok(found.unwrap_or_default()),
    }
}

/// A number up to `most` and a date behind it, as in `4 yesterday`; either may be missing.
///
/// # Errors
/// [`Refusal::NumberOrDate`] for words like `2 hours ago`, where the first may be the number or belong to the date; and what
/// `read` says of the words behind the number.
pub fn after_number<E: From<Error>>(
    words: &[String],
    most: u8,
    read: impl Fn(&str) -> Result<ParsedDate, E>,
) -> Result<(Option<u8>, Option<ParsedDate>), E> {
    let number = |word: &String| word.parse().ok().filter(|number| (1..=most).contains(number));
    let (number, rest) = match words {
        [first, rest @ ..] if let Some(number) = number(first) => (Some(number), rest),
        _ => (None, words),
    };
    let whole = words.join(" ");
    match number {
        _ if rest.is_empty() => Ok((number, None)),
        Some(_) if read(&whole).is_ok() => Err(Error::Phrase { text: whole, why: Refusal::NumberOrDate }.into()),
        _ => Ok((number, Some(read(&rest.join(" "))?))),
    }
}
