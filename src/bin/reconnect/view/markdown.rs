//! The page to read, as Markdown. It has the same content as the page to print.

use std::fmt::Write as _;

use super::overview::{self, Section};
use crate::model::period::Report;
use crate::terminal::escape::{escape_control_lines, escape_controls};

pub fn page(report: &Report<'_>) -> String {
    let mut text = format!("# {}\n\n{}\n", overview::title(report), overview::about(report));
    for Section { head, lead, table, notes, .. } in overview::sections(report) {
        let _ = write!(text, "\n## {head}\n");
        if let Some(lead) = lead {
            let _ = write!(text, "\n{lead}\n");
        }
        if let Some(table) = table {
            let _ = write!(text, "\n| {} |\n|{}\n", table.heads.join(" | "), " --- |".repeat(table.heads.len()));
            for row in &table.rows {
                let cells: Vec<String> = row.iter().map(|text| cell(text)).collect();
                let _ = writeln!(text, "| {} |", cells.join(" | "));
            }
        }
        if !notes.is_empty() {
            text.push('\n');
        }
        for note in notes {
            let lead = "  ".repeat(note.depth);
            let colon = if note.text.is_empty() { "" } else { ":" };
            let _ = writeln!(text, "{lead}- **{}**{colon}", note.name);
            for line in escape_control_lines(&note.text).lines() {
                let _ = writeln!(text, "{lead}  > {}", line.replace('<', "\\<"));
            }
        }
    }
    text
}

/// A cell on one line. A bar would end it, and a tag would count as HTML.
fn cell(text: &str) -> String {
    escape_controls(&text.replace('\n', " ")).replace('|', "\\|").replace('<', "\\<")
}
