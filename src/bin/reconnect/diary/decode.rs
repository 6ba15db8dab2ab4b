//! One line, decoded by itself: a damaged one costs only itself.

use chrono::{DateTime, FixedOffset};
use serde::Deserialize;

use super::on::read_at;
use super::record::{Record, VERSION};
use super::{Id, On};

/// What every record has.
#[derive(Deserialize)]
struct Head {
    v: u32,
    id: Id,
    on: On,
    #[serde(deserialize_with = "read_at")]
    at: DateTime<FixedOffset>,
    #[serde(default)]
    replaces: Option<Id>,
}

/// All that is asked of a line that is no record of this version.
#[derive(Deserialize)]
struct Version {
    v: u32,
}

/// A record; `None` for one of a newer version, whatever else it holds.
///
/// # Errors
/// What is wrong with the line.
pub fn decode(text: &str) -> Result<Option<Record>, String> {
    match serde_json::from_str::<Head>(text) {
        Ok(Head { v, id, on, at, replaces }) if v <= VERSION => {
            let what = serde_json::from_str(text).map_err(|error| reason(&error))?;
            Ok(Some(Record { v, id, on, at, replaces, what }))
        }
        Ok(_) => Ok(None),
        Err(error) => match serde_json::from_str::<Version>(text) {
            Ok(version) if version.v > VERSION => Ok(None),
            _ => Err(reason(&error)),
        },
    }
}

/// serde's message without its line, which is always 1.
fn reason(error: &serde_json::Error) -> String {
    error.to_string().replace(" at line 1 column ", " at column ")
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn what_is_wrong_with_a_line_is_said_with_its_column_and_no_line() {
        let why = |text: &str| decode(text).unwrap_err();
        assert_eq!(why("nonsense"), "expected ident at column 2");
        assert_eq!(why(r#"{"v":1,"id":"ab","on":"2026-11-10"}"#), "missing field `at` at column 35");
        assert!(why(r#"{"v":1,"id":"ab","on":"a day","at":"2026-11-10T21:31:00Z"}"#).ends_with(" at column 29"));
    }

    #[test]
    fn a_newer_version_is_no_fault_whatever_else_it_holds() {
        assert!(decode(r#"{"v":2,"on":["then"]}"#).unwrap().is_none());
        assert!(decode(r#"{"v":2,"id":"ab","on":"2026-11-10","at":"2026-11-10T21:31:00Z"}"#).unwrap().is_none());
    }
}
