//! Short numbers for entries, which stay what they are. Each is chosen once, when the entry is recorded, one more than the
//! highest ever given (entries taken back included), and stored with it. So nothing renumbers, whatever is taken back or merged.
//! Where two machines gave the same number before they saw each other's diaries, neither entry loses it to the other: both
//! are shown with the beginning of their id behind it (`5-3f9a`), and `5` alone is refused and names both.

use super::Id;
use super::lines::Lines;
use super::record::What;
use crate::error::{Failure, Result};

/// As many characters of an id tell two entries with one number apart.
const TELLING: usize = 4;

/// The highest numbers ever given.
#[derive(Debug, Clone, Copy, Default)]
pub struct Numbers {
    /// In the notebook.
    pub notebook: u32,
    /// Among letters.
    pub letters: u32,
}

impl Numbers {
    /// Looks at every record, also those that were corrected or taken back.
    pub fn given(lines: &Lines) -> Self {
        let mut given = Self::default();
        for record in lines.records.iter().map(|line| &line.record) {
            if let What::Letter { n, .. } = &record.what {
                given.letters = given.letters.max(n.unwrap_or(0));
            } else if let Some((_, jotting)) = record.what.jotting() {
                given.notebook = given.notebook.max(jotting.n.unwrap_or(0));
            }
        }
        given
    }
}

/// Something with an id, and a number if its line holds one.
pub trait Numbered {
    /// Its id.
    fn id(&self) -> &Id;
    /// Its number.
    fn n(&self) -> Option<u32>;
}

/// What people are shown, and can type.
pub fn label<T: Numbered>(all: &[T], one: &T) -> String {
    match one.n() {
        None => one.id().short(),
        Some(n) if all.iter().filter(|other| other.n() == Some(n)).count() > 1 => format!("{n}-{}", telling(one.id())),
        Some(n) => n.to_string(),
    }
}

fn telling(id: &Id) -> String {
    id.to_string().chars().take(TELLING).collect()
}

/// Whether an id begins so, in whatever case it was typed.
fn begins(id: &Id, typed: &str) -> bool {
    id.to_string().to_lowercase().starts_with(&typed.to_lowercase())
}

/// The one that is meant by a number, a number with the beginning of an id, or the beginning of an id.
///
/// # Errors
/// If there is none, or more than one; `what` says what was looked for, `list` the command that shows them.
pub fn find<'a, T: Numbered>(all: &'a [T], typed: &str, what: &str, list: &str) -> Result<&'a T> {
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
    let mut found: Vec<&T> = Vec::new();
    if let Some(n) = number(typed) {
        found = all.iter().filter(|one| one.n() == Some(n)).collect();
    } else if let Some((n, id)) = typed.split_once('-').and_then(|(n, id)| Some((number(n)?, id))) {
        found = all.iter().filter(|one| one.n() == Some(n) && begins(one.id(), id)).collect();
    }
    if found.is_empty() && typed.len() >= TELLING {
        found = all.iter().filter(|one| begins(one.id(), typed)).collect();
    }
    match found.as_slice() {
        [one] => Ok(one),
        [] => Err(Failure::new(format!("there is no {what} `{typed}`")).hint(format!("`reconnect {list}` shows the numbers"))),
        more => {
            let names: Vec<String> = more.iter().map(|one| format!("`{}`", label(all, *one))).collect();
            Err(Failure::new(format!("`{typed}` is more than one {what}: {}", names.join(", ")))
                .hint("two machines gave the same number before they saw each other's entries; type the longer form"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct One(Id, Option<u32>);

    impl Numbered for One {
        fn id(&self) -> &Id {
            &self.0
        }
        fn n(&self) -> Option<u32> {
            self.1
        }
    }

    #[test]
    fn a_number_that_two_machines_gave_belongs_to_neither_alone() {
        let one = |id: &str, n| One(Id::from(id), n);
        let all = [one("aaaa1111", Some(1)), one("3f9a0000", Some(2)), one("a01b0000", Some(2)), one("cccc9999", None)];
        let labels: Vec<String> = all.iter().map(|one| label(&all, one)).collect();
        assert_eq!(labels, ["1", "2-3f9a", "2-a01b", "cccc9999"]);
        for (typed, id) in
            [("1", "aaaa1111"), ("2-3f9a", "3f9a0000"), ("2-a", "a01b0000"), ("cccc", "cccc9999"), ("A01B", "a01b0000")]
        {
            assert_eq!(find(&all, typed, "entry", "list").unwrap().0.to_string(), id, "{typed}");
        }
        for typed in ["2", "3", "", "-", "+1", "2-", "cc"] {
            assert!(find(&all, typed, "entry", "list").is_err(), "{typed}");
        }
    }
}
