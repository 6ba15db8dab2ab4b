//! The main job: count, classify, say what the guide says; for people, for scripts and for cron.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::disallowed_methods)]

#[path = "../support/mod.rs"]
mod support;

mod check;
mod first_day;
mod remind;
mod status_forms;
mod window;

use support::Home;

/// The home of the contract's example.
pub fn example() -> Home {
    let home = Home::new();
    home.does("start-no-contact 2026-11-01T21:30 --breakup 2026-10-24");
    home
}
