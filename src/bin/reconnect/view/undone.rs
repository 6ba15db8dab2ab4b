//! What `undo` says of an entry.

use super::event;
use crate::diary::Record;

pub fn line(record: &Record, is_brought_back: bool, is_active: bool) -> String {
    let what = event::line(&record.kind, record.on);
    match (is_brought_back, is_active) {
        (true, true) => format!("Counts again: {what}."),
        // An undo was undone, and another one still holds.
        (true, false) => format!("Another undo still takes this back: {what}."),
        (false, _) if record.replaces.is_some() => format!("Taken back: the correction to {what}."),
        (false, _) => format!("Taken back: {what}."),
    }
}
