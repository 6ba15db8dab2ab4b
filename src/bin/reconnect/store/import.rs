//! Which lines of an export are missing here. They go, unchanged, into a diary file of their own, so that `undo` never takes one of
//! them for this machine's last entry.

use std::collections::HashSet;

use serde_json::Value;

/// The lines that aren't present: neither their bytes, nor the same content, nor their record erased.
pub fn missing<'a>(present: &[Vec<u8>], lines: &'a [Vec<u8>]) -> Vec<&'a [u8]> {
    let read = |line: &[u8]| {
        let mut value: Value = serde_json::from_slice(line).ok()?;
        // Then the same content is the same text.
        value.sort_all_objects();
        Some(value)
    };
    let id = |value: &Value| value.get("id").and_then(Value::as_str).map(str::to_owned);
    let (mut known, mut erased) = (HashSet::new(), HashSet::new());
    for value in present.iter().filter_map(|line| read(line)) {
        if value.get("erased") == Some(&Value::Bool(true)) {
            erased.extend(id(&value));
        }
        known.insert(value.to_string());
    }
    let mut seen: HashSet<&[u8]> = present.iter().map(Vec::as_slice).collect();
    let is_known = |value: Value| known.contains(&value.to_string()) || id(&value).is_some_and(|id| erased.contains(&id));
    lines.iter().map(Vec::as_slice).filter(|line| !read(line).is_some_and(is_known) && seen.insert(line)).collect()
}
