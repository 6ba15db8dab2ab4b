//! Tables for spreadsheets. No cell can become a formula.

use std::borrow::Cow;

use unicode_width::UnicodeWidthChar;

use crate::error::{Failure, Result};
use crate::terminal::escape::escape_control_lines;

/// What Excel needs to read a table as UTF-8.
pub const BOM: &str = "\u{feff}";

pub fn table<'r>(names: &[&str], rows: impl IntoIterator<Item = &'r Vec<String>>) -> Result<String> {
    let failed = |error: csv::Error| Failure::new("could not write the table").because(error);
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(names).map_err(failed)?;
    for row in rows {
        for cell in row {
            writer.write_field(guarded(cell).as_bytes()).map_err(failed)?;
        }
        writer.write_record(None::<&[u8]>).map_err(failed)?;
    }
    let bytes = writer.into_inner().map_err(|error| Failure::new("could not write the table").because(error.error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A cell that a spreadsheet could run gets an apostrophe, which makes it a text. Spreadsheets skip blanks before a formula and
/// what shows nothing, and some read full-width signs.
fn guarded(cell: &str) -> Cow<'_, str> {
    let cell = escape_control_lines(cell);
    let is_skipped = |c: char| c.is_whitespace() || c == '\u{ad}' || c.width().unwrap_or(0) == 0;
    let is_formula = cell.trim_start_matches(is_skipped).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\u{2212}', '|']);
    if is_formula { format!("'{cell}").into() } else { cell }
}
