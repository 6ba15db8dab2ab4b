//! Questions. One takes its keys and their whole words, in any case, and nothing else: other text is asked again, until Ctrl-D.

use crate::cli::{HELPLINE, in_the_worst_hours};
use crate::env::Env;
use crate::error::{Failure, Lead, Result};
use crate::terminal::wrap::{columns, wrap};

/// Where questions are shown and answers are typed.
pub trait Input {
    /// Shows a text and reads the line typed behind it; `None` where the input has ended.
    fn line(&self, shown: &str) -> Result<Option<String>>;

    /// The width of the screen; 0 puts every key on a line of its own, for a screen reader.
    fn width(&self) -> usize;
}

impl Input for Env {
    fn line(&self, shown: &str) -> Result<Option<String>> {
        self.ask_if_there(&fitted(shown, Self::width(self)))
    }

    fn width(&self) -> usize {
        if self.is_accessible() { 0 } else { Self::width(self) }
    }
}

/// A question as it fits a screen. Keys stand apart by two spaces, so only what is too wide is wrapped. An indented path stays whole.
pub fn fitted(shown: &str, width: usize) -> String {
    let fits = |line: &str| columns(line) <= width || line.starts_with("  ");
    let lines = shown.split('\n').flat_map(|line| if fits(line) { vec![line.to_owned()] } else { wrap(line, width) });
    let text = lines.collect::<Vec<_>>().join("\n");
    if shown.ends_with(' ') { format!("{} ", text.trim_end()) } else { text }
}

/// A key (empty: Enter), what is shown beside it, more whole words for it, and what it means.
pub type Key<'a, T> = (&'a str, &'a str, &'a [&'a str], T);

#[derive(Debug)]
pub struct Choice<'a, T> {
    pub question: &'a str,
    pub keys: &'a [Key<'a, T>],
}

/// The keys of a yes and a no. Enter means the one that `enter` names.
pub const fn yes_no<'a>(yes: &'a str, no: &'a str, enter: bool) -> [Key<'a, bool>; 2] {
    let (yes_key, no_key) = if enter { ("", "n") } else { ("y", "") };
    [(yes_key, yes, &["y", "yes"], true), (no_key, no, &["n", "no"], false)]
}

impl<T: Clone> Choice<'_, T> {
    /// The answer; `None` after Ctrl-D, which declines an offer.
    pub fn offer(&self, input: &impl Input) -> Result<Option<T>> {
        offer(input, &self.shown(input.width()), |answer| self.read(answer))
    }

    pub fn read(&self, answer: &str) -> Result<T> {
        let is = |word: &str| answer.replace('’', "'").to_lowercase() == word.to_lowercase();
        let found = self.keys.iter().find(|(key, says, words, _)| is(key) || is(says) || words.iter().any(|word| is(word)));
        found.map(|(.., value)| value.clone()).ok_or_else(|| unknown(answer))
    }

    /// On one line if it fits, else with as many keys on a line as fit.
    fn shown(&self, width: usize) -> String {
        let keys = self.keys.iter().map(|(key, says, ..)| format!("[{}] {says}", if key.is_empty() { "Enter" } else { key }));
        let mut lines = vec![String::new()];
        for key in keys {
            match lines.last_mut() {
                Some(line) if line.is_empty() => *line = key,
                Some(line) if columns(line) + 2 + columns(&key) <= width => *line = format!("{line}  {key}"),
                _ => lines.push(key),
            }
        }
        match lines.as_slice() {
            [line] if columns(self.question) + columns(line) + 8 <= width => format!("{}  {line}: ", self.question),
            _ => format!("{}\n{}\n> ", self.question, lines.join("\n")),
        }
    }
}

fn unknown(answer: &str) -> Failure {
    Failure::new(if answer.is_empty() { "type one of the keys".to_owned() } else { format!("I don't know {}", quoted(answer)) })
}

/// What somebody typed by mistake may be a private message, so a long one isn't repeated.
fn quoted(answer: &str) -> String {
    if answer.chars().count() <= 40 { format!("`{answer}`") } else { "that".to_owned() }
}

/// An answer that `read` understands. Another is asked again, with the reason; `None` after Ctrl-D.
pub fn offer<T>(input: &impl Input, question: &str, read: impl Fn(&str) -> Result<T>) -> Result<Option<T>> {
    let mut before = String::new();
    while let Some(answer) = input.line(&format!("{before}{question}"))? {
        match read(answer.trim()) {
            Ok(understood) => return Ok(Some(understood)),
            Err(mut failure) => {
                // Words of the worst hours are an answer to no question of ours.
                let words: Vec<&str> = answer.split_whitespace().collect();
                if in_the_worst_hours(&words, words.first().unwrap_or(&"")).is_some() {
                    failure = failure.hint(HELPLINE);
                }
                let lines = wrap(failure.render(Lead::Sentence).trim_end(), input.width().max(20));
                before = format!("{}\n", lines.join("\n"));
            }
        }
    }
    Ok(None)
}

/// A number from 1 to 5; `None` for Enter.
pub fn one_to_five(answer: &str) -> Result<Option<u8>> {
    let number = answer.parse().ok().filter(|number| (1..=5).contains(number));
    if number.is_some() || answer.is_empty() {
        return Ok(number);
    }
    Err(Failure::new(format!("{} isn't a number from 1 to 5", quoted(answer))))
}

/// A yes for what must not happen by mistake: the whole word, typed or piped.
pub fn is_typed_yes(input: &impl Input, question: &str) -> Result<bool> {
    Ok(input.line(question)?.is_some_and(|answer| answer.trim().eq_ignore_ascii_case("yes")))
}

/// The same where anything else ends the command.
pub fn typed_yes(input: &impl Input, question: &str) -> Result<()> {
    if is_typed_yes(input, question)? {
        return Ok(());
    }
    Err(Failure::new("nothing changed").hint("type `yes` to confirm, or pipe it in"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_that_do_not_fit_stand_below_the_question() {
        let keys = [("", "a message", &[][..], 'm'), ("s", "they want space", &[], 's'), ("n", "no", &[], 'n')];
        let what = Choice { question: "What was it?", keys: &keys };
        assert_eq!(what.shown(80), "What was it?  [Enter] a message  [s] they want space  [n] no: ");
        assert_eq!(what.shown(44), "What was it?\n[Enter] a message  [s] they want space\n[n] no\n> ");
        assert_eq!(what.shown(0), "What was it?\n[Enter] a message\n[s] they want space\n[n] no\n> ");
    }

    #[test]
    fn words_of_the_worst_hours_at_a_question_lead_to_people() {
        struct Typed(std::cell::RefCell<Vec<String>>);
        impl Input for Typed {
            fn line(&self, shown: &str) -> Result<Option<String>> {
                let mut lines = self.0.borrow_mut();
                let is_first = lines.len() == 1;
                lines.push(shown.to_owned());
                Ok(is_first.then(|| lines[0].clone()))
            }
            fn width(&self) -> usize {
                80
            }
        }
        for (answer, leads) in [("I want to die", true), ("he threatened me", true), ("I can't do this", true), ("perhaps", false)]
        {
            let typed = Typed(vec![answer.to_owned()].into());
            assert_eq!(offer(&typed, "What was it? ", one_to_five).unwrap(), None);
            assert_eq!(typed.0.borrow()[2].contains("findahelpline.com"), leads, "{answer}");
        }
    }
}
