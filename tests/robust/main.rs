//! A world that fails: no acknowledged record is lost, nothing is half written, and nobody else can read it.
//!
//! What takes minutes is ignored here and run by `.ci/sweeps`.
#![cfg(all(feature = "cli", target_os = "linux"))]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    clippy::format_push_string,
    reason = "tests"
)]

#[path = "../support/faults.rs"]
mod faults;
#[path = "../support/mod.rs"]
mod support;

mod durability;
mod machines;
mod modes;
mod odd_files;
mod room;
mod skips;
mod sweep;
mod writers;
