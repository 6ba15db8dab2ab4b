//! Texts on their way out: to a terminal, a table, a calendar, JSON. The first bytes choose a width, a day and a stretch; the
//! rest is the text.

use std::path::Path;

use arbitrary::Unstructured;
use chrono::NaiveDate;
use reconnect::{Count, Moment};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::error::{Failure, Place};
use crate::render::inert::{inert, inert_lines};
use crate::render::sheet::Sheet;
use crate::render::status::counted;
use crate::render::{ics, json, own};
use crate::steering::steers;

/// Shows a text in every way that there is.
pub fn run(data: &[u8]) {
    let Some((head, text)) = data.split_at_checked(6) else { return };
    let Ok(text) = std::str::from_utf8(text) else { return };
    let mut head = Unstructured::new(head);
    let Ok((width, days, from, length)) = head.arbitrary::<(u8, u16, u8, u8)>() else { return };
    shown(text);
    wrapped(text, usize::from(width));
    in_a_table(text);
    in_json(text);
    in_a_calendar(text, days);
    under_a_caret(text, usize::from(from), usize::from(length));
}

fn shown(text: &str) {
    let one = inert(text);
    assert!(!one.contains(steers), "{one:?}");
    assert_eq!(inert(&one), one, "once is enough");
    let many = inert_lines(text);
    assert!(!many.replace('\n', "").contains(steers), "{many:?}");
    assert_eq!(many.replace('\n', ""), text.lines().map(inert).collect::<String>());
    if !text.contains(steers) {
        assert_eq!((one.as_ref(), many.as_str()), (text, text));
    }
}

fn wrapped(text: &str, width: usize) {
    let lines = own::lines(text, width);
    let bare = |text: &str| text.replace(' ', "");
    let whole: String = text.lines().map(|line| inert(line).into_owned()).collect();
    assert_eq!(bare(&lines.concat()), bare(&whole), "{width}: something is lost");
    for line in &lines {
        assert!(!line.contains(steers), "{line:?}");
        // What joins stays together, however wide that gets.
        let simple = line.chars().all(|c| c != '\u{200d}' && c.width().unwrap_or(0) > 0);
        assert!(!simple || line.width() <= width.max(2), "{line:?} is wider than {width}");
    }
    assert!(!own::first_line(text).contains(steers));
}

fn in_a_table(text: &str) {
    let mut table = Vec::new();
    let mut sheet = Sheet::new(&mut table, &["one", "two", "three"]).expect("a table");
    let cells = [text, "2026-11-23", text];
    sheet.row(&cells).expect("a row");
    sheet.finish().expect("a table");
    let table = String::from_utf8(table).expect("a text");
    assert!(!table.replace('\n', "").contains(steers), "{table:?}");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let rows: Vec<_> = reader.records().collect::<Result<_, _>>().expect("a table");
    assert_eq!(rows.len(), 1, "{table:?}");
    assert_eq!(rows[0].len(), 3, "{table:?}");
    for (cell, meant) in rows[0].iter().zip(cells) {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
        let meant = inert_lines(meant);
        let mark = if meant.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
        assert_eq!(cell, format!("{mark}{meant}"));
    }
}

fn in_json(text: &str) {
    let value = serde_json::json!({ text: text });
    let line = json::line(&value);
    let body = line.strip_suffix('\n').expect("a line");
    assert!(!body.contains(steers), "{body:?}");
    assert_eq!(serde_json::from_str::<serde_json::Value>(body).ok(), Some(value));
}

fn in_a_calendar(text: &str, days: u16) {
    let start = NaiveDate::from_ymd_opt(1900, 1, 1).expect("a day") + chrono::Days::new(u64::from(days));
    // Whatever names a milestone was made inert before, as everything that is not the program's own.
    let title = |count: Count| format!("{} {}", inert(text), counted(count));
    let calendar = ics::calendar(Moment::day(start), title);
    let lines: Vec<&str> = calendar.strip_suffix("\r\n").expect("an ended line").split("\r\n").collect();
    for line in &lines {
        // icalendar does not count the blank before the last part of a folded line. No title of the program's is long enough.
        let most = if line.starts_with(' ') { 76 } else { 75 };
        assert!(line.len() <= most && !line.contains(steers), "{line:?}");
    }
    let unfolded = calendar.replace("\r\n ", "");
    let titles: Vec<String> = unfolded.split("\r\n").filter_map(|line| line.strip_prefix("SUMMARY:")).map(unescaped).collect();
    let meant = reconnect::milestones(start).take(titles.len()).map(|milestone| title(milestone.count)).collect::<Vec<_>>();
    assert_eq!(titles.len(), 22);
    assert_eq!(titles, meant);
    assert_eq!(unfolded.matches("\r\nBEGIN:VEVENT\r\n").count(), 22);
}

/// A text value as RFC 5545 (3.3.11) has it.
fn unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut rest = value.chars();
    while let Some(c) = rest.next() {
        match c {
            '\\' => match rest.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(c @ ('\\' | ';' | ',')) => text.push(c),
                other => panic!("`\\` and {other:?} in {value:?}"),
            },
            ';' | ',' => panic!("{c:?} stands bare in {value:?}"),
            c => text.push(c),
        }
    }
    text
}

fn under_a_caret(text: &str, from: usize, length: usize) {
    let place = Place::new(Path::new("file"), text, from..from + length);
    let (line, column) = place.start();
    let report = Failure::new("it is wrong").at(place).report();
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
