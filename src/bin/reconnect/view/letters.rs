//! Letters for people: a list without their words, or one opened.

use chrono::NaiveDate;
use reconnect::when::Spoken;

use super::status::spoken;
use crate::diary::letters::Letter;
use crate::diary::numbers::label;
use crate::text::escape::escape_control_lines;
use crate::text::page::Page;
use crate::text::style::Style;
use crate::words::{self, fill};

/// All of them, in the order in which they were written. Where the diary and the disk differ, the line says so.
pub fn list(letters: &[Letter], are_here: impl Fn(&Letter) -> bool, today: NaiveDate, mut page: Page) -> String {
    if letters.is_empty() {
        page.paragraph(Style::Plain, words::NO_LETTERS);
    }
    for letter in letters {
        let n = label(letters, letter);
        let mut line = fill(words::LETTER_LINE, &[("when", &Spoken(letter.written.day)), ("state", &state(letter, today))]);
        line.push_str(&match (are_here(letter), letter.erased) {
            (false, None) => words::LETTER_NOT_HERE.to_owned(),
            (true, Some(_)) => fill(words::LETTER_STILL_HERE, &[("n", &n)]),
            _ => String::new(),
        });
        page.item(Style::Plain, 0, &format!("{n}  "), &line);
    }
    page.finish()
}

fn state(letter: &Letter, today: NaiveDate) -> String {
    let until = Spoken(letter.until);
    match (letter.erased, letter.opened) {
        (Some(erased), _) => fill(words::LETTER_IS_ERASED, &[("when", &Spoken(erased.day))]),
        (None, Some((opened, still_true))) => {
            let template = match still_true {
                Some(true) => words::LETTER_STILL_TRUE,
                Some(false) => words::LETTER_NOT_TRUE,
                None => words::LETTER_WAS_OPENED,
            };
            fill(template, &[("when", &Spoken(opened.day))])
        }
        (None, None) if today < letter.until => fill(words::LETTER_IS_SEALED, &[("until", &until)]),
        (None, None) => fill(words::LETTER_CAN_OPEN, &[("until", &until)]),
    }
}

/// One, opened. On a terminal its lines are wrapped; elsewhere they stay as they were written.
pub fn opened(letters: &[Letter], letter: &Letter, text: &str, page: Option<Page>) -> String {
    let head = fill(words::LETTER_HEAD, &[("n", &label(letters, letter)), ("when", &spoken(letter.written))]);
    match page {
        Some(mut page) => {
            page.paragraph(Style::Strong, &head);
            page.gap();
            page.user_text(Style::Plain, 0, "", text.trim_end());
            page.gap();
            page.finish()
        }
        None => format!("{head}\n\n{}\n\n", escape_control_lines(text.trim_end())),
    }
}
