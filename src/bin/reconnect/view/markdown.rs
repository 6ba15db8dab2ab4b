//! The page to read, as Markdown. It has the same content as the page to print.

use std::fmt::Write as _;

use chrono::Weekday;

use super::overview::{self, Section};
use crate::model::period::{Period, Words};
use crate::terminal::escape::escape_control_lines;

pub fn page(period: &Period<'_>, with_notes: bool, week_starts: Weekday) -> String {
    let mut text = format!("# {}\n\n{}\n", overview::title(period), overview::about(period));
    for Section { head, lead, table, notes, .. } in overview::sections(period, with_notes, week_starts) {
        let _ = write!(text, "\n## {head}\n");
        if let Some(lead) = lead {
            let _ = write!(text, "\n{lead}\n");
        }
        if let Some(table) = table {
            let _ = write!(text, "\n| {} |\n|{}\n", table.heads.join(" | "), " --- |".repeat(table.heads.len()));
            for row in &table.rows {
                // A cell has one line.
                let cells: Vec<String> = row.iter().map(|cell| literal(cell).replace('\n', " ")).collect();
                let _ = writeln!(text, "| {} |", cells.join(" | "));
            }
        }
        if !notes.is_empty() {
            text.push('\n');
        }
        list(&mut text, "", &notes);
    }
    text
}

fn list(all: &mut String, lead: &str, notes: &[Words]) {
    for Words { name, text, below } in notes {
        let colon = if text.is_empty() { "" } else { ":" };
        let _ = writeln!(all, "{lead}- **{name}**{colon}");
        for line in literal(text).lines() {
            let _ = writeln!(all, "{lead}  > {line}");
        }
        list(all, &format!("{lead}  "), below);
    }
}

/// What somebody wrote, so that it reads as it was written: no tag, link, picture, emphasis, cell or entity.
fn literal(text: &str) -> String {
    let mut literal = String::with_capacity(text.len());
    for c in escape_control_lines(text).chars() {
        match c {
            '<' => literal.push_str("&lt;"),
            '>' => literal.push_str("&gt;"),
            '&' => literal.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' => literal.extend(['\\', c]),
            _ => literal.push(c),
        }
    }
    literal
}
