//! What the user writes for themselves, and what they see of it: notebook, letters, urges, check-ins, history.
#![cfg(all(feature = "cli", unix))]
#![allow(missing_docs, clippy::format_push_string, clippy::disallowed_macros, clippy::disallowed_methods)]

mod checkin;
mod editors;
mod first_run;
mod history;
mod letters;
mod notebook;
#[path = "../support/pty.rs"]
mod pty;
#[path = "../support/mod.rs"]
mod support;
mod two_months;
mod urge;
mod urge_terminal;
mod urges;

use support::Home;

/// Every line of the diary.
fn diary(home: &Home) -> String {
    home.lines().join("\n")
}
