//! The append-only diary: everything that happened, one JSON object a line, one file a machine.
//!
//! Reading goes one way: files → [`lines`] → [`standing`] (union by id, corrections, retractions) → [`item`] (their order, what
//! has happened by now), [`edits`] (dates edited by hand) → [`snapshot`] → the library's [`Life`](reconnect::Life). Writing is one
//! append ([`change`]).

pub mod change;
pub mod contacts;
mod decode;
mod edits;
mod id;
pub mod import;
pub mod item;
pub mod jotting;
pub mod letters;
pub mod lines;
pub mod notebook;
pub mod numbers;
mod on;
mod plain;
mod preparing;
pub mod raw;
mod reading;
pub mod record;
pub mod resolve;
pub mod snapshot;

pub use id::Id;
pub use on::On;
pub use record::{Draft, Record, What};
pub use snapshot::Snapshot;
