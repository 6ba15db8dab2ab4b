//! One file a screen: data in, text out. A view never touches a file.

pub mod after_contact;
pub mod calendar;
pub mod charts;
pub mod checkin;
pub mod config;
pub mod csv;
pub mod doctor;
pub mod erase;
pub mod event;
pub mod four_weeks;
pub mod help;
pub mod history;
pub mod html;
pub mod ics;
pub mod json;
pub mod lacks;
pub mod letters;
pub mod markdown;
pub mod notebook;
pub mod overview;
pub mod recorded;
pub mod status;
pub mod undone;
pub mod urge;
pub mod urges;
pub mod why;
