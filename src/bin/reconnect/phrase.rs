//! Dates as they are typed among other words.

use reconnect::Moment;
use reconnect::when::{Spoken, When};

use crate::error::{Failure, Result};
use crate::session::Session;

/// The date that words begin with, and the words behind it. The longest beginning that is a date is the date.
///
/// # Errors
/// If no beginning is one.
pub fn leading(session: &Session<'_>, words: &[String]) -> Result<(Option<When>, Vec<String>)> {
    if words.is_empty() {
        return Ok((None, Vec::new()));
    }
    for end in (1..=words.len()).rev() {
        let (phrase, rest) = words.split_at(end);
        if let Ok(when) = session.parse(&phrase.join(" ")) {
            return Ok((Some(when), rest.to_vec()));
        }
    }
    session.parse(&words.join(" ")).map(|when| (Some(when), Vec::new()))
}

/// What is said to have happened cannot lie ahead.
///
/// # Errors
/// If it does.
pub fn refuse_future(session: &Session<'_>, moment: Moment, what: &str) -> Result<()> {
    let ahead = moment.day > session.clock().today() || moment.at.is_some_and(|at| at > session.now);
    if ahead {
        return Err(Failure::new(format!("{what} cannot lie ahead: {} has not come yet", Spoken(moment.day)))
            .hint("check the date, or the clock"));
    }
    Ok(())
}
