//! Dates as they are typed among other words.

use reconnect::Moment;
use reconnect::when::{Spoken, When};

use crate::context::Context;
use crate::error::{Failure, Result};

/// The date that words begin with, and the words behind it. The longest beginning that is a date is the date.
///
/// # Errors
/// If no beginning is one.
pub fn leading(ctx: &Context<'_>, words: &[String]) -> Result<(Option<When>, Vec<String>)> {
    if words.is_empty() {
        return Ok((None, Vec::new()));
    }
    for end in (1..=words.len()).rev() {
        let (phrase, rest) = words.split_at(end);
        if let Ok(when) = ctx.parse(&phrase.join(" ")) {
            return Ok((Some(when), rest.to_vec()));
        }
    }
    ctx.parse(&words.join(" ")).map(|when| (Some(when), Vec::new()))
}

/// What is said to have happened cannot lie ahead.
///
/// # Errors
/// If it does.
pub fn refuse_future(ctx: &Context<'_>, moment: Moment, what: &str) -> Result<()> {
    let ahead = moment.day > ctx.clock().today() || moment.at.is_some_and(|at| at > ctx.now);
    if ahead {
        return Err(Failure::new(format!("{what} cannot lie ahead: {} has not come yet", Spoken(moment.day)))
            .hint("check the date, or the clock"));
    }
    Ok(())
}
