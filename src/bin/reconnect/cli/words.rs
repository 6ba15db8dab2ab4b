//! Words and numbers as they are typed.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use reconnect::{Aim, VIA_WORDS, Via, Who, via_from_words};

/// Reads a word in any case: one of the ids, which completions offer, or another that people say.
#[derive(Clone)]
pub struct Word<T> {
    ids: &'static [&'static str],
    read: fn(&str) -> Option<T>,
    /// For "did you mean".
    words: fn() -> Vec<&'static str>,
}

impl<T: Clone + Send + Sync + 'static> TypedValueParser for Word<T> {
    type Value = T;

    fn parse_ref(&self, cmd: &clap::Command, arg: Option<&clap::Arg>, value: &OsStr) -> Result<T, clap::Error> {
        let typed = value.to_string_lossy();
        let word = typed.trim().to_lowercase().replace([' ', '_'], "-");
        (self.read)(&word).ok_or_else(|| {
            let mut error = clap::Error::new(ErrorKind::InvalidValue).with_cmd(cmd);
            let text = |text: &str| ContextValue::String(text.to_owned());
            error.insert(ContextKind::InvalidArg, text(&arg.map(ToString::to_string).unwrap_or_default()));
            error.insert(ContextKind::InvalidValue, text(&typed));
            let ids = self.ids.iter().map(|id| (*id).to_owned()).collect();
            error.insert(ContextKind::ValidValue, ContextValue::Strings(ids));
            if let Some(near) = nearest(&word, self.ids.iter().copied().chain((self.words)())) {
                error.insert(ContextKind::SuggestedValue, text(near));
            }
            error
        })
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.ids.iter().map(PossibleValue::new)))
    }
}

/// One of the library's ids.
pub fn id<T: std::str::FromStr>(ids: &'static [&'static str]) -> Word<T> {
    Word { ids, read: |word| word.parse().ok(), words: Vec::new }
}

pub fn who() -> Word<Who> {
    let read = |word: &str| match word {
        "me" | "i" | "myself" => Some(Who::Me),
        "them" | "they" | "her" | "she" | "him" | "he" | "ex" | "wife" | "husband" | "girlfriend" | "boyfriend" => Some(Who::Them),
        _ => None,
    };
    Word { ids: Who::IDS, read, words: Vec::new }
}

pub fn aim() -> Word<Aim> {
    let read = |word: &str| match word {
        "second" => Some(Aim::SecondChance),
        "heal" | "healing" | "let-go" | "letting-go" => Some(Aim::Closure),
        id => id.parse().ok(),
    };
    Word { ids: Aim::IDS, read, words: || vec!["second", "heal", "let-go"] }
}

pub fn via() -> Word<Via> {
    let words = || VIA_WORDS.iter().flat_map(|(_, words)| words.split(' ')).collect();
    Word { ids: Via::IDS, read: via_from_words, words }
}

/// What set an urge off.
pub fn trigger() -> Word<String> {
    const IDS: &[&str] = &["memory", "lonely", "social-media", "alcohol", "place", "song", "date", "they-wrote", "other"];
    Word { ids: IDS, read: |word| IDS.contains(&word).then(|| word.to_owned()), words: Vec::new }
}

/// Reads a number from `least` to `most`.
pub fn number<N>(least: N, most: N) -> impl TypedValueParser<Value = N>
where
    N: std::str::FromStr + PartialOrd + std::fmt::Display + Clone + Send + Sync + 'static,
{
    StringValueParser::new().try_map(move |text| {
        let number = text.parse().ok().filter(|number| *number >= least && *number <= most);
        number.ok_or_else(|| format!("`{text}` isn't a number from {least} to {most}"))
    })
}

/// Reads a number of things to count.
pub fn whole<N>() -> impl TypedValueParser<Value = N>
where
    N: std::str::FromStr + Clone + Send + Sync + 'static,
{
    StringValueParser::new().try_map(|text| text.parse().map_err(|_| format!("`{text}` isn't a whole number")))
}

/// A private text is never taken from arguments, which stay in the shell's history.
pub fn no_text(_: &str) -> Result<(), String> {
    Err("text isn't taken from the command line, so nothing was recorded".to_owned())
}

/// `--note` alone, or `--note -`.
pub fn dash(text: &str) -> Result<String, String> {
    let is_asked = text.is_empty() || text == "-";
    is_asked.then(|| text.to_owned()).ok_or_else(|| "a note isn't taken from the command line, so nothing was recorded".to_owned())
}

/// A decimal is allowed, so that a pause can be short.
pub fn minutes(text: &str) -> Result<f64, String> {
    let number = text.parse().ok().filter(|minutes| *minutes > 0.0 && *minutes <= 60.0);
    number.ok_or_else(|| format!("a pause can't last `{text}` minutes; say a number up to 60, such as 2 or 0.5"))
}

/// The word that was perhaps meant: a letter or two are wrong, or its end is missing.
pub fn nearest<'a>(typed: &str, words: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let scored = words.into_iter().filter_map(|word| {
        let edits = strsim::osa_distance(typed, word);
        let alike = strsim::jaro_winkler(typed, word);
        let is_near = edits <= (word.len() / 3).max(1).min(typed.len() / 2) || alike > 0.85;
        is_near.then(|| (alike - f64::from(u32::try_from(edits).unwrap_or(u32::MAX)) / 10.0, word))
    });
    scored.max_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_that_was_meant_is_found_and_no_far_one() {
        let words = ["log-contact", "log", "status", "start-no-contact", "history", "aim", "urge", "guide", "me", "them"];
        for (typed, meant) in [
            ("lgo", Some("log")),
            ("stauts", Some("status")),
            ("log-contct", Some("log-contact")),
            ("histroy", Some("history")),
            ("ugre", Some("urge")),
            ("gide", Some("guide")),
            ("hello", None),
            ("us", None),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(nearest(typed, words), meant, "{typed}");
        }
    }
}
