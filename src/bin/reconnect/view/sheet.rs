//! Tables for spreadsheets, in which no cell is a formula.

use std::io::{self, Write};

use crate::text::escape::escape_control_lines;

/// A table in the making.
pub struct Sheet<W: Write>(csv::Writer<W>);

impl<W: Write> Sheet<W> {
    /// A table with a first line of names.
    ///
    /// # Errors
    /// What the writer says.
    pub fn new(out: W, names: &[&str]) -> io::Result<Self> {
        let mut sheet = Self(csv::Writer::from_writer(out));
        sheet.row(names)?;
        Ok(sheet)
    }

    /// One more line.
    ///
    /// # Errors
    /// What the writer says.
    pub fn row(&mut self, cells: &[&str]) -> io::Result<()> {
        self.0.write_record(cells.iter().map(|cell| guarded(cell))).map_err(|error| match error.into_kind() {
            // What it was is asked for: a reader that has left is no error.
            csv::ErrorKind::Io(error) => error,
            kind => io::Error::other(format!("{kind:?}")),
        })
    }

    /// Writes what is not written yet.
    ///
    /// # Errors
    /// What the writer says.
    pub fn finish(mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// A cell that begins as a formula would gets an apostrophe, which spreadsheets read as "this is text". What could steer a
/// terminal is escaped; its lines stay.
fn guarded(cell: &str) -> String {
    let cell = escape_control_lines(cell);
    if cell.starts_with(['=', '+', '-', '@']) { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula_and_keeps_its_lines() {
        let mut table = Vec::new();
        let mut sheet = Sheet::new(&mut table, &["a", "b"]).unwrap();
        sheet.row(&["=1+1", "two\n\"lines\""]).unwrap();
        sheet.finish().unwrap();
        assert_eq!(String::from_utf8(table).unwrap(), "a,b\n'=1+1,\"two\n\"\"lines\"\"\"\n");
    }
}
