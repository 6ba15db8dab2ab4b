//! The diary's lines as they stand, byte for byte: what an export holds.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::Path;

use super::lines::list;
use crate::error::{Failure, Result};
use crate::files;

/// Every line that is not blank, in the order of files and lines, each once.
///
/// # Errors
/// If a file cannot be read: then this would not be everything.
pub fn lines(dir: &Path) -> Result<Vec<Vec<u8>>> {
    let mut all = Vec::new();
    let mut seen = BTreeSet::new();
    for path in list(dir).map_err(|error| Failure::file("could not read the diary in", dir, &error))? {
        let failed = |error: std::io::Error| Failure::file("could not read", &path, &error);
        let Some(file) = files::open_regular(&path).map_err(failed)? else { continue };
        for line in BufReader::with_capacity(64 << 10, file).split(b'\n') {
            let line = line.map_err(failed)?.trim_ascii().to_vec();
            if !line.is_empty() && seen.insert(line.clone()) {
                all.push(line);
            }
        }
    }
    Ok(all)
}
