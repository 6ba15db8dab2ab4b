//! Text on its way to a terminal: escape what is_unsafe_for_terminal it, wrap it, style it.

pub mod ascii;
pub mod escape;
pub mod page;
pub mod style;
pub mod wrap;
