//! Text on its way to a terminal: escaped, wrapped, styled, and in ASCII where the locale wants it.

pub mod ask;
pub mod escape;
pub mod page;
pub mod style;
pub mod wrap;
pub mod write;
