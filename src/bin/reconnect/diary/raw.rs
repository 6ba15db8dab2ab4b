//! The diary's lines as they stand, byte for byte: what an export holds.

use std::collections::BTreeSet;
use std::path::Path;

use super::lines::list;
use super::reading::each_line;
use crate::error::{Failure, Result};

/// Every line that is not blank, in the order of files and lines, each once.
///
/// # Errors
/// If a file cannot be read: then this would not be everything.
pub fn lines(dir: &Path) -> Result<Vec<Vec<u8>>> {
    let mut all = Vec::new();
    let mut seen = BTreeSet::new();
    for path in list(dir).map_err(|error| Failure::file("could not read the diary in", dir, &error))? {
        let read = each_line(&path, usize::MAX, |_, line| {
            if let Some(line) = line.filter(|line| seen.insert(line.to_vec())) {
                all.push(line.to_vec());
            }
        });
        read.map_err(|error| Failure::file("could not read", &path, &error))?;
    }
    Ok(all)
}
