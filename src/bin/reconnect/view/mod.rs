//! One file a screen: data in, text out. A view never touches a file.

pub mod after_contact;
pub mod calendar;
pub mod checkin;
pub mod csv;
pub mod event;
pub mod help;
pub mod history;
pub mod json;
pub mod letters;
pub mod notebook;
pub mod recorded;
pub mod status;
pub mod undone;
pub mod urge;
pub mod urges;
