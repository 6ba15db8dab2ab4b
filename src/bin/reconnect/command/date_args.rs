//! Dates as they are typed among other words.

use reconnect::date::{self, ParsedDate};

use crate::context::Context;
use crate::error::Result;

/// The date that words begin with, and the words behind it.
pub fn leading(ctx: &Context<'_>, words: &[String]) -> Result<(Option<ParsedDate>, Vec<String>)> {
    date::leading(words, |phrase| ctx.parse(phrase)).map(|(date, rest)| (date, rest.to_vec()))
}
