//! Which lines of an export are missing here. They go, unchanged, into a diary file of their own, so that `undo` never takes one of
//! them for this machine's last entry.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;
use serde_json::Value;

/// The lines that aren't present: neither their bytes, nor their id with the same content, nor
/// erased.
pub fn missing<'a>(present: &[Vec<u8>], lines: &'a [Vec<u8>]) -> Vec<&'a [u8]> {
    #[derive(Deserialize)]
    struct Identified {
        id: String,
        #[serde(default)]
        erased: bool,
    }
    let identified = |line: &[u8]| serde_json::from_slice::<Identified>(line).ok();
    let id = |line: &[u8]| identified(line).map(|line| line.id);
    let is_erased = |line: &[u8]| identified(line).is_some_and(|line| line.erased);
    let value = |line: &[u8]| serde_json::from_slice::<Value>(line).ok();
    let mut by_id: HashMap<String, Vec<&[u8]>> = HashMap::new();
    for line in present {
        if let Some(id) = id(line) {
            by_id.entry(id).or_default().push(line);
        }
    }
    let mut seen: HashSet<&[u8]> = present.iter().map(Vec::as_slice).collect();
    let is_known = |line: &[u8]| {
        let same_id = id(line).and_then(|id| by_id.get(&id));
        same_id.is_some_and(|known| known.iter().any(|known| is_erased(known) || value(known) == value(line)))
    };
    lines.iter().map(Vec::as_slice).filter(|line| !is_known(line) && seen.insert(line)).collect()
}
