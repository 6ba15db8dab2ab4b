//! Questions. One takes its keys and their whole words, in any case, and nothing else: other text is asked again, until Ctrl-D.

use crate::env::Env;
use crate::error::{Failure, Lead, Result};
use crate::terminal::wrap::{columns, wrap};

/// Where questions are shown and answers are typed.
pub trait Input {
    /// Shows a text and reads the line typed behind it; `None` where the input has ended.
    fn line(&self, shown: &str) -> Result<Option<String>>;

    /// The width of the screen; 0 puts every key on a line of its own, for a screen reader.
    fn width(&self) -> usize {
        80
    }
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

impl<F: Fn(&str) -> Result<Option<String>>> Input for F {
    fn line(&self, shown: &str) -> Result<Option<String>> {
        self(shown)
    }
}

/// A key (empty: Enter), what is shown beside it, more whole words for it, and what it means.
pub type Key<'a, T> = (&'a str, &'a str, &'a [&'a str], T);

#[derive(Debug)]
pub struct Choice<'a, T> {
    pub question: &'a str,
    pub keys: &'a [Key<'a, T>],
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
            Err(failure) => {
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
    use std::cell::RefCell;

    use super::*;

    const WHAT: Choice<'_, char> = Choice {
        question: "What was it?",
        keys: &[("", "a message", &["m", "message"], 'm'), ("s", "they want space", &["space"], 's'), ("n", "no", &[], 'n')],
    };

    /// What was shown, and what came of it, where these lines are typed.
    fn talk<T>(lines: &[&str], ask: impl FnOnce(&dyn Fn(&str) -> Result<Option<String>>) -> T) -> (Vec<String>, T) {
        let (shown, left) = (RefCell::new(Vec::new()), RefCell::new(lines.iter()));
        let line = |text: &str| {
            shown.borrow_mut().push(text.to_owned());
            Ok(left.borrow_mut().next().map(|line| (*line).to_owned()))
        };
        let came = ask(&line);
        (shown.into_inner(), came)
    }

    #[test]
    fn a_question_takes_its_keys_and_their_whole_words_in_any_case() {
        for (typed, value) in [
            ("", 'm'),
            ("m", 'm'),
            ("Message", 'm'),
            ("A MESSAGE", 'm'),
            (" s ", 's'),
            ("space", 's'),
            ("They want space", 's'),
            ("N", 'n'),
        ] {
            assert_eq!(talk(&[typed], |input| WHAT.offer(&input).unwrap()).1, Some(value), "{typed}");
        }
    }

    #[test]
    fn any_other_text_is_asked_again_until_the_input_ends() {
        let long = "sorry, I only wanted to say that I miss you".to_owned();
        let typed = ["nothing special", "sorry", "no way", "spa", &long, "a\u{1b}"];
        let (shown, answer) = talk(&typed, |input| WHAT.offer(&input).unwrap());
        assert_eq!((answer, shown.len()), (None, typed.len() + 1));
        let question = "What was it?  [Enter] a message  [s] they want space  [n] no: ";
        assert_eq!(shown[0], question);
        assert_eq!(shown[1], format!("I don't know `nothing special`.\n{question}"));
        assert_eq!(shown[5], format!("I don't know that.\n{question}"));
        assert_eq!(shown[6], format!("I don't know `a\\u{{1b}}`.\n{question}"));
    }

    #[test]
    fn keys_that_do_not_fit_stand_below_the_question() {
        assert_eq!(WHAT.shown(44), "What was it?\n[Enter] a message  [s] they want space\n[n] no\n> ");
        assert_eq!(WHAT.shown(0), "What was it?\n[Enter] a message\n[s] they want space\n[n] no\n> ");
    }

    #[test]
    fn a_wrong_answer_is_asked_again_with_the_reason() {
        let read = |text: &str| text.parse::<u8>().map_err(|_| Failure::new("that isn't a number").hint("for example 3"));
        let (shown, answer) = talk(&["x", "3"], |input| offer(&input, "How many? ", read).unwrap());
        assert_eq!((answer, shown[1].as_str()), (Some(3), "That isn't a number.\nhint: for example 3\nHow many? "));
        let long = |_: &str| {
            Err::<(), _>(Failure::new("this reason is so long that it needs more than one line of a screen with 80 columns"))
        };
        let (shown, _) = talk(&["x"], |input| offer(&input, "How many? ", long).unwrap());
        assert_eq!(shown[1].lines().next(), Some("This reason is so long that it needs more than one line of a screen with 80"));
    }

    #[test]
    fn only_the_whole_word_confirms() {
        for (typed, confirms) in [("yes", true), ("YES ", true), ("y", false), ("yes please", false), ("", false)] {
            assert_eq!(talk(&[typed], |input| is_typed_yes(&input, "Sure? ").unwrap()).1, confirms, "{typed}");
        }
        assert!(talk(&[], |input| typed_yes(&input, "Sure? ").is_err()).1);
    }
}
