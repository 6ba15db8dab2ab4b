//! What the user writes for themselves, and what they see of it: notebook, letters, urges, check-ins, history.
#![cfg(all(feature = "cli", unix))]
#![allow(missing_docs, clippy::format_push_string, clippy::disallowed_macros, clippy::disallowed_methods)]

mod checkin;
mod editors;
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

/// A screen with every id that is shown replaced, since ids are random.
fn without_ids(screen: &str) -> String {
    let is_id = |text: &str| text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let parts: Vec<&str> = screen.split_inclusive(['(', ')', '\n']).collect();
    let shown = parts.into_iter().map(|part| if part.strip_suffix(')').is_some_and(is_id) { "3f9a1c2d)" } else { part });
    shown.collect()
}
