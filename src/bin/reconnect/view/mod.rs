//! One file a screen: data in, text out. A view never touches a file.

pub mod after_contact;
pub mod charts;
pub mod config;
pub mod csv;
pub mod doctor;
pub mod erase;
pub mod event;
pub mod help;
pub mod html;
pub mod ics;
pub mod json;
pub mod markdown;
pub mod overview;
pub mod recorded;
pub mod status;
pub mod undone;
