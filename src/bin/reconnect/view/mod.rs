//! One file a screen: data in, text out. A view never touches a file.

pub mod after_contact;
pub mod event;
pub mod four_weeks;
pub mod guide;
pub mod help;
pub mod json;
pub mod lacks;
pub mod recorded;
pub mod remind;
pub mod status;
pub mod undone;
pub mod why;
pub mod window;
