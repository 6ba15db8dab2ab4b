//! Short numbers for notebook entries and letters, which stay what they are. Each is chosen once, when the entry is recorded, one
//! more than the highest ever given, and stored with it. Where two machines gave the same number before they saw each other's
//! diaries, both are shown with the beginning of their id (`5-3f9a`), and `5` alone is refused and names both.

use std::collections::HashMap;
use std::rc::Rc;

use crate::error::{Failure, Result};
use crate::store::diary::{ID_PREFIX_LEN, Id, Record};
use crate::terminal::escape::escape_controls;

pub trait HasNumber {
    fn id(&self) -> &Id;
    fn n(&self) -> Option<u32> {
        None
    }
}

impl HasNumber for Rc<Record> {
    fn id(&self) -> &Id {
        &self.id
    }
}

/// What entries are called, for lists: counted once for all of them.
#[derive(Debug)]
pub struct Labels(HashMap<u32, usize>);

impl Labels {
    pub fn of<T: HasNumber>(all: &[T]) -> Self {
        let mut counts = HashMap::new();
        for n in all.iter().filter_map(HasNumber::n) {
            *counts.entry(n).or_insert(0) += 1;
        }
        Self(counts)
    }

    pub fn label<T: HasNumber>(&self, one: &T) -> String {
        match one.n() {
            None => escape_controls(&one.id().short()).into_owned(),
            Some(n) if self.0.get(&n).is_some_and(|count| *count > 1) => {
                let prefix: String = one.id().as_str().chars().take(ID_PREFIX_LEN).collect();
                format!("{n}-{}", escape_controls(&prefix))
            }
            Some(n) => n.to_string(),
        }
    }
}

/// The one that is meant by a number, a number with the beginning of an id, or the beginning of an id.
pub fn find<'a, T: HasNumber>(all: &'a [T], typed: &str, what: &str, list: &str) -> Result<&'a T> {
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
    let (n, id) = typed.split_once('-').unwrap_or((typed, ""));
    let n = number(n);
    let mut found: Vec<&T> = all.iter().filter(|one| n.is_some() && one.n() == n && one.id().starts_with(id)).collect();
    if found.is_empty() && typed.len() >= ID_PREFIX_LEN {
        found = all.iter().filter(|one| one.id().starts_with(typed)).collect();
    }
    match found.as_slice() {
        [one] => Ok(one),
        [] => Err(Failure::new(format!("there is no {what} `{typed}`")).hint(format!("`reconnect {list}` shows what there is"))),
        more => {
            let labels = Labels::of(all);
            let names: Vec<String> = more.iter().map(|one| format!("`{}`", labels.label(*one))).collect();
            Err(Failure::new(format!("`{typed}` is more than one {what}: {}", names.join(", "))).hint("type one of these"))
        }
    }
}
