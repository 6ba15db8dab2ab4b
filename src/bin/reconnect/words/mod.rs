//! Every sentence that a command says to a person, with the case it belongs to. The verdicts' sentences are in the library's
//! `advice.rs`, the guide's in `guide.rs` and `now.rs`. `DESIGN.md` has the rules that they keep; a test reads them all.

use std::fmt::Write as _;

/// Declares sentences: the comment is the case.
macro_rules! words {
    ($($(#[doc = $case:literal])+ $name:ident = $text:literal;)+) => {
        $($(#[doc = $case])+ pub const $name: &str = $text;)+

        /// All of this file: name, case, text.
        #[cfg(test)]
        pub(super) const ALL: &[(&str, &str, &str)] = &[$((stringify!($name), concat!($($case),+), $text),)+];
    };
}

mod data;
mod erase;
mod record;
mod reflect;
mod remind;
mod status;

#[cfg(test)]
mod written;

pub use data::*;
pub use erase::*;
pub use record::*;
pub use reflect::*;
pub use remind::*;
pub use status::*;

/// Every sentence: the file it is in, its name, its case, its text.
#[cfg(test)]
pub fn all() -> impl Iterator<Item = (&'static str, &'static str, &'static str, &'static str)> {
    let files = [
        ("status", status::ALL),
        ("record", record::ALL),
        ("reflect", reflect::ALL),
        ("remind", remind::ALL),
        ("data", data::ALL),
        ("erase", erase::ALL),
    ];
    files.into_iter().flat_map(|(file, all)| all.iter().map(move |(name, case, text)| (file, *name, *case, *text)))
}

/// Puts values in the place of `{names}`.
pub fn fill(template: &str, values: &[(&str, &dyn std::fmt::Display)]) -> String {
    let (mut text, mut rest) = (String::with_capacity(2 * template.len()), template);
    while let Some((before, behind)) = rest.split_once('{') {
        text.push_str(before);
        let named = behind.split_once('}').and_then(|(name, behind)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((value, behind))
        });
        rest = if let Some((value, behind)) = named {
            let _ = write!(text, "{value}");
            behind
        } else {
            text.push('{');
            behind
        };
    }
    text.push_str(rest);
    text
}

/// `1 day`, `2 days`.
pub fn days(count: i64) -> String {
    counted(count, "day")
}

/// `1 record`, `2 records`.
pub fn counted(count: impl TryInto<i64>, name: &str) -> String {
    let count = count.try_into().unwrap_or(i64::MAX);
    if count == 1 { format!("1 {name}") } else { format!("{count} {name}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_in_braces_is_filled() {
        assert_eq!(fill("{a} of {b}, {a}", &[("a", &1), ("b", &"two")]), "1 of two, 1");
        assert_eq!((days(1).as_str(), days(0).as_str()), ("1 day", "0 days"));
    }
}
