//! The main job: count, classify, say what the guide says; for people, for scripts and for cron.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::disallowed_methods)]

#[path = "../support/mod.rs"]
mod support;

mod check;
mod remind;
mod status_forms;
mod window;
