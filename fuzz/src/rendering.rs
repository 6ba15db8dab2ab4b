//! Texts on their way out: to a terminal, a table, JSON, a report with a caret. The first bytes choose a width and a stretch; the
//! rest is the text.

use std::path::Path;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::error::{Failure, Lead, Place};
use crate::sheet;
use crate::steering::{is_whole, steers, steers_alone};
use crate::terminal::escape::{escape_control_lines, escape_controls, escape_line, to_ascii};
use crate::terminal::wrap;

/// Shows a text in every way that there is.
pub fn run(data: &[u8]) {
    let Some((&[width, from, length], text)) = data.split_first_chunk::<3>() else { return };
    let Ok(text) = std::str::from_utf8(text) else { return };
    escaped(text);
    wrapped(text, usize::from(width));
    in_a_table(text);
    under_a_caret(text, usize::from(from), usize::from(length));
}

fn escaped(text: &str) {
    let one = escape_controls(text);
    assert!(!one.contains(steers), "{one:?}");
    assert_eq!(escape_controls(&one), one, "once is enough");
    let many = escape_control_lines(text);
    assert!(!many.replace(['\n', '\t'], "").contains(steers), "{many:?}");
    assert!(!one.contains(steers_alone) && many.lines().all(is_whole), "{one:?}");
    if !text.contains(|c| steers(c) || steers_alone(c)) {
        assert_eq!((one.as_ref(), many.as_ref()), (text, text));
    }
    assert!(to_ascii(&one).is_ascii() && !to_ascii(&one).contains(steers), "{one:?}");
}

fn wrapped(text: &str, width: usize) {
    let lines = wrap::wrap_user_text(text, width);
    let bare = |text: &str| text.replace(' ', "");
    let whole: String = text.lines().map(|line| escape_line(line).into_owned()).collect();
    assert_eq!(bare(&lines.concat()), bare(&whole), "{width}: something is lost");
    for line in &lines {
        assert!(!line.replace('\t', "").contains(steers), "{line:?}");
        // Characters that join stay together, however wide that gets.
        let simple = line.chars().all(|c| c != '\u{200d}' && c.width().unwrap_or(0) > 0);
        assert!(!simple || line.width() <= width.max(2), "{line:?} is wider than {width}");
    }
    assert!(!wrap::first_line(text, width).replace('\t', "").contains(steers));
}

fn in_a_table(text: &str) {
    let row = [text, "2026-11-23", text].map(str::to_owned).to_vec();
    let table = sheet::table(&["one", "two", "three"], [&row]).expect("a table");
    assert!(!table.replace(['\n', '\t'], "").contains(steers), "{table:?}");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let rows: Vec<_> = reader.records().collect::<Result<_, _>>().expect("a table");
    assert_eq!((rows.len(), rows[0].len()), (1, 3), "{table:?}");
    for (cell, meant) in rows[0].iter().zip(&row) {
        let meant = escape_control_lines(meant);
        assert!(!cell.trim_start().starts_with(['=', '+', '-', '@', '\u{ff1d}']), "{cell:?}");
        assert!(cell == meant || cell == format!("'{meant}"), "{cell:?} is not {meant:?}");
    }
}

fn under_a_caret(text: &str, from: usize, length: usize) {
    let place = Place::new(Path::new("file"), text, from..from + length);
    let (line, column) = place.start();
    let report = Failure::new("it is wrong").at(place).render(Lead::Error);
    assert!(!report.replace('\n', "").contains(steers), "{report:?}");
    caret_lies_inside(text, &report);
    assert!(report.contains(&format!("--> file:{line}:{column}\n")), "{report}");
}

/// The line and column that a report names are in the text, or right behind its end, and the caret is below what is shown.
pub fn caret_lies_inside(text: &str, report: &str) {
    let lines: Vec<&str> = report.lines().collect();
    let Some(arrow) = lines.iter().position(|line| line.trim_start().starts_with("--> ")) else { return };
    let mut ends = lines[arrow].rsplitn(3, ':');
    let mut number = || ends.next().and_then(|text| text.parse::<usize>().ok()).expect("a number");
    let (column, line) = (number(), number());
    let source = text.split('\n').nth(line - 1).unwrap_or_else(|| panic!("{text:?} has no such line: {report}"));
    let source = source.trim_start_matches('\u{feff}');
    assert!((1..=source.chars().count() + 1).contains(&column), "{text:?} has no such column: {report}");
    let below = |line: &str| line.split_once(" | ").map(|(_, rest)| rest.to_owned()).unwrap_or_default();
    let (shown, caret) = (below(lines[arrow + 2]), below(lines[arrow + 3]));
    assert!(caret.trim_start().chars().all(|c| c == '^') && caret.contains('^'), "{report}");
    // Where characters join, the parts of a line are not as wide as the whole.
    let is_simple = shown.width() == shown.chars().map(|c| c.width().unwrap_or(0)).sum::<usize>();
    assert!(!is_simple || caret.width() <= shown.width() + 1, "{report}");
}
