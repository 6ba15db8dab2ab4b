//! A date in words.

use std::fmt;

use chrono::{Datelike, NaiveDate};

/// A date as people read it: `Sat 24 Oct 2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LongDate(pub NaiveDate);

impl fmt::Display for LongDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // `%Y` would print a sign before years of five digits.
        write!(f, "{} {:04}", self.0.format("%a %-d %b"), self.0.year())
    }
}
