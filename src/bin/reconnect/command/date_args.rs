//! Dates as they are typed among other words.

use reconnect::date::ParsedDate;

use crate::context::Context;
use crate::error::Result;

/// The date that words begin with, and the words behind it. The longest beginning that is a date is the date.
pub fn leading(ctx: &Context<'_>, words: &[String]) -> Result<(Option<ParsedDate>, Vec<String>)> {
    if words.is_empty() {
        return Ok((None, Vec::new()));
    }
    for end in (1..=words.len()).rev() {
        let (phrase, rest) = words.split_at(end);
        if let Ok(date) = ctx.parse(&phrase.join(" ")) {
            return Ok((Some(date), rest.to_vec()));
        }
    }
    ctx.parse(&words.join(" ")).map(|date| (Some(date), Vec::new()))
}
