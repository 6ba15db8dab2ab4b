//! Tables for spreadsheets, in which no cell is a formula.

use super::inert::inert_lines;
use crate::error::{Failure, Result};

/// A table in the making.
pub struct Sheet(csv::Writer<Vec<u8>>);

impl Sheet {
    /// A table with a first line of names.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn new(names: &[&str]) -> Result<Self> {
        let mut sheet = Self(csv::Writer::from_writer(Vec::new()));
        sheet.row(names)?;
        Ok(sheet)
    }

    /// One more line.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn row(&mut self, cells: &[&str]) -> Result<()> {
        self.0.write_record(cells.iter().map(|cell| guarded(cell))).map_err(|error| failed(&error))
    }

    /// The table's text.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn finish(self) -> Result<String> {
        let bytes = self.0.into_inner().map_err(|error| failed(error.error()))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}

fn failed(error: &dyn std::error::Error) -> Failure {
    Failure::new("could not write the table").because(error)
}

/// A cell that begins as a formula would gets an apostrophe, which spreadsheets read as "this is text". What could steer a
/// terminal is escaped; its lines stay.
fn guarded(cell: &str) -> String {
    let cell = inert_lines(cell);
    if cell.starts_with(['=', '+', '-', '@']) { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula_and_keeps_its_lines() {
        let mut sheet = Sheet::new(&["a", "b"]).unwrap();
        sheet.row(&["=1+1", "two\n\"lines\""]).unwrap();
        assert_eq!(sheet.finish().unwrap(), "a,b\n'=1+1,\"two\n\"\"lines\"\"\"\n");
    }
}
