//! What a record is called.

use std::fmt;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

pub const ID_PREFIX_LEN: usize = 4;

/// A record's id: 128 random bits in hexadecimal. Other programs' ids are kept as they are. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(Rc<str>);

impl Id {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first eight characters: what people are shown, and can type. Not escaped.
    pub fn short(&self) -> String {
        self.0.chars().take(8).collect()
    }

    pub fn starts_with(&self, typed: &str) -> bool {
        self.0.to_lowercase().starts_with(&typed.to_lowercase())
    }
}

impl<T: Into<Rc<str>>> From<T> for Id {
    fn from(text: T) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
