//! The README and the pages under docs/ are true: what they show is run, what they link to exists, what they draw is fresh.
#![cfg(all(feature = "cli", unix))]
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]
#![allow(clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

#[path = "../support/page.rs"]
mod page;
#[path = "../support/mod.rs"]
mod support;

mod claims;
mod pages;
mod pictures;
mod recipes;
mod tour;

use std::path::{Path, PathBuf};

use support::blocks;

/// A file of the repository.
fn file(relative: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(relative)
}

fn read(relative: &str) -> String {
    std::fs::read_to_string(file(relative)).unwrap()
}
