//! A world that fails: no acknowledged record is lost, nothing is half written, and nobody else can read it.
//!
//! What takes minutes is ignored here and run by `.ci/sweeps`.
#![cfg(all(feature = "cli", target_os = "linux"))]
#![allow(missing_docs, clippy::format_push_string, clippy::disallowed_macros, clippy::disallowed_methods)]

#[path = "../support/faults.rs"]
mod faults;
#[path = "../support/mod.rs"]
mod support;

mod durability;
mod modes;
mod odd_files;
mod room;
mod skips;
mod sweep;
mod writers;
