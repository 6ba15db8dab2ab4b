//! Dates as people type them: tables worked out by hand, and what holds for every text.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod lookalikes;
mod phrases;
mod properties;
mod refused;
mod via;
mod zones;

use chrono::Timelike;
use reconnect::date::{Clock, ParsedDate};

/// A clock in a zone one hour ahead of UTC.
fn clock(now: &str, day_starts_at: &str) -> Clock {
    Clock { now: format!("{now}+01:00").parse().unwrap(), day_starts_at: format!("{day_starts_at}:00").parse().unwrap() }
}

/// A date as `2026-10-24`, `2026-10-24T21:30` or `2026-10-24T21:30:15+01:00`.
fn shown(parsed: ParsedDate) -> String {
    let time = parsed.time.map(|time| {
        assert_eq!(time.nanosecond(), 0, "to the second");
        time.format(if time.second() == 0 { "T%H:%M" } else { "T%H:%M:%S" }).to_string()
    });
    let offset = parsed.offset.map(|offset| offset.to_string());
    format!("{}{}{}", parsed.date, time.unwrap_or_default(), offset.unwrap_or_default())
}
