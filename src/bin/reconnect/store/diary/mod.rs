//! The diary: everything that happened, one JSON object a line, one file a machine. No line is ever edited or removed,
//! but that its text can be erased.
//!
//! Reading goes one way: [`load`] (files to records) → [`resolve`] (corrections and retractions) → [`snapshot`] (their order, and
//! the library's [`Timeline`](reconnect::Timeline)). Writing is one append: [`append`].

pub mod append;
mod event_date;
mod line;
pub mod load;
mod order;
mod record;
pub mod resolve;
pub mod snapshot;

pub use event_date::EventDate;
pub use load::{Diary, IMPORT_PREFIX, Owner};
pub use order::{DatedRecord, View};
pub use record::{
    BoundaryChange, ContactRecord, Draft, EntryKind, ID_PREFIX_LEN, Id, NotebookText, ObstacleKind, Outcome, Record, RecordKind,
    Trigger,
};
pub use snapshot::{CurrentBreakup, Snapshot};
