//! What `undo` says.

use super::event;
use crate::diary::{Id, Record};
use crate::mirror::DateKey;

/// An entry was taken back.
pub fn taken_back(record: &Record) -> String {
    let what = event::line(&record.kind, record.on);
    if record.replaces.is_some() { format!("Taken back: the correction to {what}.") } else { format!("Taken back: {what}.") }
}

/// An undo was undone, and the entry counts again.
pub fn counts_again(record: &Record) -> String {
    format!("Counts again: {}.", event::line(&record.kind, record.on))
}

/// An undo was undone, and another one still holds.
pub fn still_taken_back(record: &Record) -> String {
    format!("Another undo still takes this back: {}.", event::line(&record.kind, record.on))
}

/// A letter was taken back, and its text is still a file.
pub fn letter_text_stays(id: &Id) -> String {
    format!("Its text is still on this computer; `reconnect letter erase {}` removes it.", id.short())
}

/// Edits by hand were taken back.
pub fn hand_edits(keys: &[DateKey]) -> Vec<String> {
    let names: Vec<String> = keys.iter().map(|key| format!("`{}`", key.name())).collect();
    vec![
        format!("Taken back: your edit of {} in the config.", names.join(" and ")),
        "The file shows the diary's date again.".to_owned(),
    ]
}
