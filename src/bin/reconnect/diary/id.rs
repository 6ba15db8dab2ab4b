//! What a record is called.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::text::escape::escape_controls;

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

    /// The first eight characters: what people are shown, and can type. Any text is read as an id, so it is made escape_controls.
    pub fn short(&self) -> String {
        escape_controls(&self.to_string().chars().take(8).collect::<String>()).into_owned()
    }

    /// The same number for the same id, and seldom for another.
    pub fn number(&self) -> u64 {
        match self {
            // Both halves, since a counter may stand in either.
            Self::Bits(bits) => {
                let bytes = bits.to_be_bytes();
                let (halves, _) = bytes.as_chunks();
                halves.iter().fold(0, |number: u64, half| number.rotate_left(32) ^ u64::from_be_bytes(*half))
            }
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
        match text.as_bytes().as_chunks() {
            ([high, low], []) if let (Some(high), Some(low)) = (number(high), number(low)) => {
                Self::Bits(u128::from(high) << 64 | u128::from(low))
            }
            _ => Self::Text(text.into()),
        }
    }
}

/// What hexadecimal digits in lower case say. Without a branch for each: which digits come is chance.
fn number(digits: &[u8; 16]) -> Option<u64> {
    let values = digits.map(|digit| {
        let (number, letter) = (digit.wrapping_sub(b'0'), digit.wrapping_sub(b'a'));
        let letter = if letter < 6 { letter + 10 } else { u8::MAX };
        if number < 10 { number } else { letter }
    });
    let are_digits = values.into_iter().fold(0, u8::max) < 16;
    are_digits.then(|| values.iter().fold(0, |bits, value| bits << 4 | u64::from(*value)))
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bits(bits) => {
                // By hand, since a long history prints many.
                let digit = |nibble: u8| if nibble < 10 { b'0' + nibble } else { b'a' - 10 + nibble };
                let digits = bits.to_be_bytes().map(|byte| [digit(byte >> 4), digit(byte & 15)]);
                f.write_str(std::str::from_utf8(digits.as_flattened()).unwrap_or_default())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_usual_id_is_a_number_and_every_id_is_written_as_it_was_read() {
        for text in ["00112233445566778899aabbccddeeff", "f000000000000000000000000000000e", "0000000000000000ffffffffffffffff"] {
            assert_eq!(Id::from(text), Id::Bits(u128::from_str_radix(text, 16).unwrap()), "{text}");
            assert_eq!(Id::from(text).to_string(), text);
            // Anything between, before or behind the digits is none: `/`, `:`, `@`, `` ` ``, `g`, and upper case.
            for other in ['/', ':', '@', '`', 'g', 'A', '+', ' ', '\u{80}'] {
                for place in [0, 9, 16, 31] {
                    let mut digits: Vec<char> = text.chars().collect();
                    digits[place] = other;
                    let text: String = digits.into_iter().collect();
                    assert_eq!(Id::from(&*text), Id::Text(text.as_str().into()), "{text}");
                }
            }
        }
        for text in ["", "ab", "00112233445566778899aabbccddeef", "00112233445566778899aabbccddeeff0"] {
            assert_eq!((Id::from(text), Id::from(text).to_string()), (Id::Text(text.into()), text.to_owned()));
        }
    }

    #[test]
    fn counters_have_numbers_of_their_own() {
        for form in [|n| n, |n| n << 64, |n| n << 64 | n] {
            let numbers: std::collections::BTreeSet<u64> = (0..1000).map(|n: u128| Id::Bits(form(n)).number()).collect();
            assert_eq!(numbers.len(), 1000);
        }
    }
}
