//! Everything on disk: where it lies, how it is read, and how it is written so that nothing is lost.

pub mod archive;
pub mod config;
pub mod current_dates;
pub mod diary;
pub mod erase;
pub mod falls;
pub mod footprint;
pub mod fs;
pub mod hidden;
pub mod letters;
pub mod mirror;
pub mod paths;
pub mod reminders;
pub mod segment;
pub mod transact;
