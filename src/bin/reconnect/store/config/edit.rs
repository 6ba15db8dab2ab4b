//! Edits of the config that change one value. Text is spliced at the places that the TOML parser names, so comments, order, line
//! ends and a byte-order mark stay as they are.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

type Name<'a> = Spanned<DeString<'a>>;

/// Sets or removes a key of a table (`""` is the root). A text that isn't TOML comes back unchanged.
pub fn set(text: &str, table: &str, key: &str, value: Option<&str>) -> String {
    let body = text.trim_start_matches('\u{feff}');
    let mark = text.strip_suffix(body).unwrap_or("");
    let Ok(root) = DeTable::parse(body) else { return text.to_owned() };
    let root = root.get_ref();
    let owner = root.get_key_value(table);
    let entries = if table.is_empty() { Some(root) } else { owner.and_then(|(_, inner)| inner.get_ref().as_table()) };
    let place = entries.and_then(|entries| entries.get_key_value(key)).map(|(name, value)| (name.span(), value.span()));
    let body = match (place, value) {
        (Some((_, at)), Some(value)) => splice(body, at, value),
        (Some((name, at)), None) => remove(body, name.start, at.end),
        (None, Some(value)) if table.is_empty() => insert(body, root, &format!("{key} = {value}")),
        (None, Some(value)) => add(body, table, owner, &format!("{key} = {value}")),
        (None, None) => body.to_owned(),
    };
    format!("{mark}{body}")
}

/// Whether a table has lines of its own: below a `[header]`, or as `table.key = …`.
pub fn has_lines(text: &str, table: &str) -> bool {
    let body = text.trim_start_matches('\u{feff}');
    let Ok(root) = DeTable::parse(body) else { return false };
    root.get_ref().get_key_value(table).is_some_and(|(name, _)| shape(body, name) != '=')
}

/// How a table is written, by the character after its name: `[table]`, `table.key = …`, else `table = { … }`.
fn shape(text: &str, name: &Name<'_>) -> char {
    text.get(name.span().end..).and_then(|rest| rest.trim_start().chars().next()).unwrap_or('=')
}

fn splice(text: &str, at: Range<usize>, new: &str) -> String {
    let (before, after) = (text.get(..at.start).unwrap_or(text), text.get(at.end..).unwrap_or(""));
    format!("{before}{new}{after}")
}

/// Removes an assignment. A comment behind it stays, on a line of its own.
fn remove(text: &str, key_start: usize, value_end: usize) -> String {
    let start = text.get(..key_start).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
    let end = line_end(text, value_end);
    let comment = text.get(value_end..end).unwrap_or("").trim_start();
    splice(text, start..end, comment)
}

/// Puts a new root key below the last of the two dates, else before the first line that isn't a comment or blank.
fn insert(text: &str, table: &DeTable<'_>, line: &str) -> String {
    let dates = table.iter().filter(|(name, _)| matches!(name.get_ref().as_ref(), "breakup" | "no_contact_since"));
    if let Some(end) = dates.map(|(_, value)| value.span().end).max() {
        return insert_line(text, line_end(text, end), line);
    }
    let at = first_statement(text);
    let after = if text.get(at..).is_some_and(|rest| !rest.trim().is_empty()) { newline(text) } else { "" };
    insert_line(text, at, &format!("{line}{after}"))
}

/// Puts a new key into a table, below its last value. A table that isn't there yet goes to the end of the file.
fn add(text: &str, table: &str, owner: Option<(&Name<'_>, &Spanned<DeValue<'_>>)>, line: &str) -> String {
    let owner = owner.map(|(name, inner)| (shape(text, name), name.span().end, inner));
    let values = owner.and_then(|(_, _, inner)| inner.get_ref().as_table()).into_iter().flatten();
    // A table in the table has a header of its own further down.
    let is_above = |value: &DeValue<'_>| matches!(owner, Some(('=', ..))) || !value.is_table();
    let last = values.filter(|(_, value)| is_above(value.get_ref())).map(|(_, value)| value.span().end).max();
    match (owner, last) {
        (Some(('=', ..)), Some(last)) => splice(text, last..last, &format!(", {line}")),
        (Some(('=', _, inner)), None) => splice(text, inner.span(), &format!("{{ {line} }}")),
        (Some((']', name, _)), last) => insert_line(text, line_end(text, last.unwrap_or(name)), line),
        (Some(_), Some(last)) => insert_line(text, line_end(text, last), &format!("{table}.{line}")),
        _ => {
            let gap = if text.trim().is_empty() { "" } else { newline(text) };
            insert_line(text, text.len(), &format!("{gap}[{table}]{}{line}", newline(text)))
        }
    }
}

/// Inserts whole lines at the start of a line, or at the end of a text that doesn't end its last line.
fn insert_line(text: &str, at: usize, line: &str) -> String {
    let newline = newline(text);
    let gap = if text.get(..at).is_some_and(|before| before.is_empty() || before.ends_with('\n')) { "" } else { newline };
    splice(text, at..at, &format!("{gap}{line}{newline}"))
}

fn newline(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

/// The start of the first line that isn't a comment or blank, or of the comments right above it; else the end.
fn first_statement(text: &str) -> usize {
    let (mut at, mut block) = (0, 0);
    for line in text.split_inclusive('\n') {
        let content = line.trim();
        if !content.is_empty() && !content.starts_with('#') {
            return block;
        }
        at += line.len();
        if content.is_empty() {
            block = at;
        }
    }
    at
}

/// The end of the line, its newline included unless a comment is to stay on it.
fn line_end(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |newline| at + newline + 1)
}

#[cfg(test)]
mod tests {
    use super::set;

    #[test]
    fn one_value_is_set_or_removed_and_nothing_around_it() {
        // A removed key leaves its comment. A new one goes below its sibling, above the first table, or where its own table is,
        // however that is written.
        for (table, key, value, before, after) in [
            ("", "since", "", "# header\nsince = 2026-11-01 # why\nx = 1\n", "# header\n# why\nx = 1\n"),
            ("", "since", "", "since = 2026-11-01\n", ""),
            ("", "since", "1", "breakup = 2026-10-24", "breakup = 2026-10-24\nsince = 1\n"),
            ("", "since", "1", "# header\n\n# about y\n[y]\nx = 30\n", "# header\n\nsince = 1\n\n# about y\n[y]\nx = 30\n"),
            ("", "since", "1", "# only a comment", "# only a comment\nsince = 1\n"),
            ("", "since", "1", "# a\r\n[y]\r\n", "since = 1\r\n\r\n# a\r\n[y]\r\n"),
            ("urge", "call", "1", "", "[urge]\ncall = 1\n"),
            ("urge", "call", "1", "\u{feff}[urge]", "\u{feff}[urge]\ncall = 1\n"),
            ("urge", "call", "1", "[ 'urge' ] # who\n\n# end\n[y]\n", "[ 'urge' ] # who\ncall = 1\n\n# end\n[y]\n"),
            ("urge", "call", "1", "[urge]\r\nx = 2 # two\r\n[y]\r\n", "[urge]\r\nx = 2 # two\r\ncall = 1\r\n[y]\r\n"),
            ("urge", "call", "1", "[urge]\n call  =  [ # people\n 'a',\n] # end\n", "[urge]\n call  =  1 # end\n"),
            ("urge", "call", "1", "urge = {}\n", "urge = { call = 1 }\n"),
            ("urge", "call", "1", "urge = { x = { y = 2 } }\n", "urge = { x = { y = 2 }, call = 1 }\n"),
            ("urge", "call", "1", "urge = { call = 2, x = 3 }\n", "urge = { call = 1, x = 3 }\n"),
            ("urge", "call", "1", "urge.x = 2 # who\n[y]\n", "urge.x = 2 # who\nurge.call = 1\n[y]\n"),
            ("urge", "call", "1", "[urge.deep]\nx = 2", "[urge.deep]\nx = 2\n\n[urge]\ncall = 1\n"),
            ("urge", "call", "1", "x = \"\"\"\n[urge]\n\"\"\"\n", "x = \"\"\"\n[urge]\n\"\"\"\n\n[urge]\ncall = 1\n"),
        ] {
            let value = Some(value).filter(|value| !value.is_empty());
            assert_eq!(set(before, table, key, value), after, "{before:?}");
            assert_eq!(set(after, table, key, value), after, "a second time");
        }
    }
}
