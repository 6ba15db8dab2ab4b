//! Letters: a list without their text, or one opened.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use reconnect::date::LongDate;
use serde_json::{Value, json};

use crate::model::labels::Labels;
use crate::store::diary::Id;
use crate::store::letters::Letter;
use crate::terminal::escape::escape_control_lines;
use crate::terminal::page::Page;
use crate::terminal::style::Style;
use crate::words::spoken;

pub struct List<'a> {
    pub letters: &'a [Letter],
    /// How many files hold the text of each letter.
    pub copies: HashMap<Id, usize>,
    /// Also those whose erasing was taken back.
    pub were_erased: HashSet<Id>,
    pub today: NaiveDate,
}

/// For people. Where the diary and the disk differ, the line says so.
pub fn list(list: &List<'_>, mut page: Page) -> String {
    if list.letters.is_empty() {
        page.paragraph(Style::Plain, "There are no letters. `reconnect letter write` begins one.");
    }
    let labels = Labels::of(list.letters.iter().map(|letter| letter.n));
    for letter in list.letters {
        let n = labels.label(letter.n, &letter.id);
        let files = list.copies.get(&letter.id).copied().unwrap_or(0);
        let beside = match (files, letter.erased) {
            (0, None) if list.were_erased.contains(&letter.id) => "; its text was erased for good".to_owned(),
            (0, None) => "; the text isn't on this computer".to_owned(),
            (1.., Some(_)) => format!("; but a text is here: `reconnect letter erase {n}` removes it"),
            (2.., None) => format!("; a sync tool made {} of it", if files == 2 { "a copy" } else { "copies" }),
            _ => String::new(),
        };
        let line = format!("written {}, {}{beside}", LongDate(letter.written.day), state(letter, list.today));
        page.item(Style::Plain, 0, &format!("{n}  "), &line);
    }
    page.finish()
}

pub fn state(letter: &Letter, today: NaiveDate) -> String {
    let (words, day, truth) = match (letter.erased, letter.opened) {
        (Some(erased), _) => ("erased", erased.day, ""),
        (None, Some((opened, Some(true)))) => ("opened", opened.day, ", still true then"),
        (None, Some((opened, Some(false)))) => ("opened", opened.day, ", no longer true then"),
        (None, Some((opened, None))) => ("opened", opened.day, ""),
        (None, None) if today < letter.until => ("sealed until", letter.until, ""),
        (None, None) => ("ready since", letter.until, ""),
    };
    format!("{words} {}{truth}", LongDate(day))
}

pub fn json(list: &List<'_>) -> Value {
    let letter = |letter: &Letter| -> Value {
        json!({
            "n": letter.n,
            "id": letter.id,
            "written": letter.written.to_string(),
            "until": letter.until,
            "sealed": list.today < letter.until && letter.erased.is_none(),
            "opened": letter.opened.map(|(opened, _)| opened.day),
            "still_true": letter.opened.and_then(|(_, still_true)| still_true),
            "erased": letter.erased.map(|erased| erased.day),
            "files": list.copies.get(&letter.id).copied().unwrap_or(0),
        })
    };
    let letters: Vec<Value> = list.letters.iter().map(letter).collect();
    json!({ "today": list.today, "letters": letters })
}

/// One letter, opened. On a terminal its lines are wrapped; elsewhere they stay as they were written.
pub fn opened(n: &str, letter: &Letter, text: &str, page: Option<Page>) -> String {
    let head = format!("Letter {n}, written {}", spoken(letter.written));
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
