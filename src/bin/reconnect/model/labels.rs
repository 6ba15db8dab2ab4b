//! Short numbers for notebook entries and letters, which stay what they are. Each is chosen once, when the entry is recorded, one
//! more than the highest ever given, and stored with it. Where two machines gave the same number before they saw each other's
//! diaries, both are shown with the beginning of their id (`5-3f9a`), and `5` alone is refused and names both.

use std::collections::HashMap;

use crate::error::{Failure, Result};
use crate::store::diary::{ID_PREFIX_LEN, Id};
use crate::terminal::escape::escape_controls;

/// What entries are called, for lists: counted once for all of them.
#[derive(Debug)]
pub struct Labels(HashMap<u32, usize>);

impl Labels {
    pub fn of(numbers: impl Iterator<Item = Option<u32>>) -> Self {
        let mut counts = HashMap::new();
        for n in numbers.flatten() {
            *counts.entry(n).or_insert(0) += 1;
        }
        Self(counts)
    }

    pub fn label(&self, n: Option<u32>, id: &Id) -> String {
        match n {
            None => escape_controls(&id.short()).into_owned(),
            Some(n) if self.0.get(&n).is_some_and(|count| *count > 1) => {
                let prefix: String = id.as_str().chars().take(ID_PREFIX_LEN).collect();
                format!("{n}-{}", escape_controls(&prefix))
            }
            Some(n) => n.to_string(),
        }
    }
}

/// The one that is meant by a number, a number with the beginning of an id, or the beginning of an id. `names` says an entry's number and id.
pub fn find<'a, T>(all: &'a [T], names: impl Fn(&T) -> (Option<u32>, &Id), typed: &str, what: &str, list: &str) -> Result<&'a T> {
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
    let (n, id) = typed.split_once('-').unwrap_or((typed, ""));
    let n = number(n);
    let is_meant = |one: &&T| n.is_some() && names(one).0 == n && names(one).1.starts_with(id);
    let mut found: Vec<&T> = all.iter().filter(is_meant).collect();
    if found.is_empty() && typed.len() >= ID_PREFIX_LEN {
        found = all.iter().filter(|one| names(one).1.starts_with(typed)).collect();
    }
    match found.as_slice() {
        [one] => Ok(one),
        [] => Err(Failure::new(format!("there is no {what} `{typed}`")).hint(format!("`reconnect {list}` shows what there is"))),
        more => {
            let labels = Labels::of(all.iter().map(|one| names(one).0));
            let label = |(n, id)| format!("`{}`", labels.label(n, id));
            let found: Vec<String> = more.iter().map(|one| label(names(one))).collect();
            Err(Failure::new(format!("`{typed}` is more than one {what}: {}", found.join(", "))).hint("type one of these"))
        }
    }
}
