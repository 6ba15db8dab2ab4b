//! What a record is called.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::render::inert::inert;

/// 128 random bits, in hexadecimal. Any text is read as an id; one of the usual form is kept as a number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Id {
    /// 32 hexadecimal digits in lower case. Their order as numbers is their order as text.
    Bits(u128),
    /// Anything else.
    Text(Box<str>),
}

impl Id {
    /// A new one.
    ///
    /// # Errors
    /// If the system has no random bits to give.
    pub fn random() -> Result<Self, getrandom::Error> {
        Ok(Self::Bits(u128::from(getrandom::u64()?) << 64 | u128::from(getrandom::u64()?)))
    }

    /// The first eight characters: what people are shown, and can type. Any text is read as an id, so it is made inert.
    pub fn short(&self) -> String {
        inert(&self.to_string().chars().take(8).collect::<String>()).into_owned()
    }

    /// The same number for the same id, and seldom for another.
    pub fn number(&self) -> u64 {
        match self {
            Self::Bits(bits) => (bits >> 64) as u64,
            Self::Text(_) => 0,
        }
    }

    /// Whether it begins with what was typed.
    pub fn starts_with(&self, typed: &str) -> bool {
        self.to_string().starts_with(typed)
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => Some(byte - b'0'),
            b'a'..=b'f' => Some(byte - b'a' + 10),
            _ => None,
        };
        let bits = || text.bytes().try_fold(0_u128, |bits, byte| Some(bits << 4 | u128::from(digit(byte)?)));
        match bits().filter(|_| text.len() == 32) {
            Some(bits) => Self::Bits(bits),
            None => Self::Text(text.into()),
        }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bits(bits) => {
                // By hand, since a long history prints many.
                let mut digits = *b"00000000000000000000000000000000";
                let nibbles = (0..digits.len()).rev().map(|place| (bits >> (4 * place)) as usize & 15);
                for (digit, nibble) in digits.iter_mut().zip(nibbles) {
                    *digit = b"0123456789abcdef".get(nibble).copied().unwrap_or_default();
                }
                f.write_str(std::str::from_utf8(&digits).unwrap_or_default())
            }
            Self::Text(text) => f.write_str(text),
        }
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read;
        impl serde::de::Visitor<'_> for Read {
            type Value = Id;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an id")
            }
            fn visit_str<E>(self, text: &str) -> Result<Id, E> {
                Ok(Id::from(text))
            }
        }
        deserializer.deserialize_str(Read)
    }
}
