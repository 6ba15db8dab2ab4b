//! Plain data in, text out.

pub mod calendar;
pub mod erase;
pub mod event;
pub mod guide;
pub mod history;
pub mod ics;
pub mod json;
pub mod lacks;
pub mod letters;
pub mod markdown;
pub mod notebook;
pub mod sheet;
pub mod status;
pub mod urge;
