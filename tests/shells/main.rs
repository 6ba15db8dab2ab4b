//! The hooks, in real shells on a hermetic home, and the commands `prompt`, `init` and `hide`.
#![cfg(all(feature = "cli", unix))]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests read the clock and start programs")]

#[path = "../support/mod.rs"]
mod support;

#[path = "../support/shells.rs"]
mod shells;
#[path = "../support/terminal.rs"]
mod terminal;

mod bash;
mod bash_and_zsh;
mod drawn;
mod fish;
mod hide;
mod prompt;
mod recipes;
mod zsh;

/// A home with a count that runs, if the programs are here that a test needs.
fn home_with(programs: &[&str]) -> Option<support::Home> {
    programs.iter().all(|program| support::have(program)).then(shells::home)
}
