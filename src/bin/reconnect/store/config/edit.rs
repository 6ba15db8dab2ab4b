//! Edits of the config that change one value. Text is spliced at the places that the TOML parser names, so comments, order, line
//! ends and a byte-order mark stay as they are.

use std::ops::Range;

use toml::de::DeTable;

/// Sets or removes a key of the root table. A text that isn't TOML comes back unchanged.
pub fn set(text: &str, key: &str, value: Option<&str>) -> String {
    let body = text.trim_start_matches('\u{feff}');
    let mark = text.strip_suffix(body).unwrap_or("");
    let Ok(table) = DeTable::parse(body) else { return text.to_owned() };
    let place = table.get_ref().iter().find(|(name, _)| name.get_ref() == key).map(|(name, value)| (name.span(), value.span()));
    let body = match (place, value) {
        (Some((_, at)), Some(value)) => splice(body, at, value),
        (Some((name, at)), None) => remove(body, name.start, at.end),
        (None, Some(value)) => insert(body, table.get_ref(), &format!("{key} = {value}")),
        (None, None) => body.to_owned(),
    };
    format!("{mark}{body}")
}

fn splice(text: &str, at: Range<usize>, new: &str) -> String {
    let (before, after) = (text.get(..at.start).unwrap_or(text), text.get(at.end..).unwrap_or(""));
    format!("{before}{new}{after}")
}

/// Removes an assignment. A comment behind it stays, on a line of its own.
fn remove(text: &str, key_start: usize, value_end: usize) -> String {
    let start = line_start(text, key_start);
    let end = line_end(text, value_end);
    let comment = text.get(value_end..end).unwrap_or("").trim_start();
    splice(text, start..end, comment)
}

/// Puts a new root key below the last of the two dates, else before the first line that isn't a comment or blank.
fn insert(text: &str, table: &DeTable<'_>, line: &str) -> String {
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let dates = table.iter().filter(|(name, _)| matches!(name.get_ref().as_ref(), "breakup" | "no_contact_since"));
    if let Some(end) = dates.map(|(_, value)| value.span().end).max() {
        let end = line_end(text, end);
        let gap = if text.get(..end).is_some_and(|before| before.ends_with('\n')) { "" } else { newline };
        return splice(text, end..end, &format!("{gap}{line}{newline}"));
    }
    let at = first_statement(text);
    let before = text.get(..at).unwrap_or("");
    let gap = if before.is_empty() || before.ends_with('\n') { "" } else { newline };
    let after = if text.get(at..).is_some_and(|rest| !rest.trim().is_empty()) { newline } else { "" };
    splice(text, at..at, &format!("{gap}{line}{newline}{after}"))
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

fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
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
        let (breakup, since) = ("breakup", "no_contact_since");
        let table = [
            (
                "\u{feff}# mine\r\n\r\nbreakup = 2026-10-24   # the day\r\n[prompt]\r\nformat='x'\r\n",
                breakup,
                "2026-10-25",
                "\u{feff}# mine\r\n\r\nbreakup = 2026-10-25   # the day\r\n[prompt]\r\nformat='x'\r\n",
            ),
            // A removed key leaves its comment and the file's header.
            (
                "# header\nno_contact_since = 2026-11-01 # why\nbreakup = 2026-10-24\n",
                since,
                "",
                "# header\n# why\nbreakup = 2026-10-24\n",
            ),
            ("no_contact_since = 2026-11-01\n", since, "", ""),
            // A new key goes below its sibling, or above the first table.
            ("breakup = 2026-10-24", since, "2026-11-01", "breakup = 2026-10-24\nno_contact_since = 2026-11-01\n"),
            (
                "# header\n\n# about windows\n[windows]\nfew_weeks_days = 30\n",
                breakup,
                "2026-10-24",
                "# header\n\nbreakup = 2026-10-24\n\n# about windows\n[windows]\nfew_weeks_days = 30\n",
            ),
            ("# only a comment", breakup, "2026-10-24", "# only a comment\nbreakup = 2026-10-24\n"),
            ("", breakup, "2026-10-24", "breakup = 2026-10-24\n"),
            ("# a\r\n[prompt]\r\n", breakup, "2026-10-24", "breakup = 2026-10-24\r\n\r\n# a\r\n[prompt]\r\n"),
        ];
        for (before, key, value, after) in table {
            assert_eq!(set(before, key, Some(value).filter(|value| !value.is_empty())), after, "{before:?}");
        }
    }
}
