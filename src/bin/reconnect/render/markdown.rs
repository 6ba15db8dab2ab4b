//! The diary to be read: what stands, oldest first, with every field that a record has.

use std::fmt::Write as _;

use reconnect::when::Spoken;
use serde_json::Value;

use super::inert::inert;
use super::status::spoken;
use crate::diary::book::Told;

/// Other values that are longer than this are quoted below the line, too.
const SHORT: usize = 40;

/// The page: `status` as it looks on a terminal, then everything that happened.
pub fn page(today: chrono::NaiveDate, status: &str, told: &[Told]) -> String {
    let mut text = format!("# {}\n\n```text\n{status}```\n", Spoken(today));
    for told in told {
        let Ok(Value::Object(fields)) = serde_json::to_value(told.entry.what()) else { continue };
        let (mut line, mut quoted) = (String::new(), String::new());
        for (name, value) in &fields {
            match value {
                Value::String(value) if name == "kind" => line.insert_str(0, value),
                // The user's own words look the same however few they are.
                Value::String(value) if ["text", "note"].contains(&name.as_str()) => quoted.extend(quote(value)),
                Value::String(value) if value.chars().count() > SHORT || value.contains(['\n', '*', '_', '#', '<', '`', '[']) => {
                    quoted.extend(quote(value));
                }
                Value::String(value) => line.extend([", ", name, ": ", &inert(value)]),
                Value::Bool(true) => line.extend([", ", name]),
                other => line.extend([", ", name, ": ", &other.to_string()]),
            }
        }
        let _ = write!(text, "\n- **{}** {line}\n{quoted}", spoken(told.moment));
    }
    text
}

fn quote(value: &str) -> impl Iterator<Item = String> {
    value.lines().map(|line| format!("  > {}\n", inert(line)))
}
