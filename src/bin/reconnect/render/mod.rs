//! Plain data in, text out.

pub mod inert;
pub mod json;
pub mod page;
pub mod paint;
pub mod status;
