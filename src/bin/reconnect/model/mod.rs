//! What is read out of a snapshot: plain data for commands and views.

pub mod days;
pub mod labels;
pub mod notebook;
pub mod period;
pub mod urges;
