//! One file a screen: data in, text out. A view never touches a file.

pub mod after_contact;
pub mod event;
pub mod help;
pub mod json;
pub mod recorded;
pub mod status;
pub mod undone;
