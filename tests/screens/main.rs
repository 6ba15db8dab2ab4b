//! The screens, as a folder of snapshots to leaf through: each holds the commands and what they print.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::missing_panics_doc, clippy::format_push_string, clippy::disallowed_methods)]

#[path = "../support/mod.rs"]
mod support;

mod guide;
mod status;

use support::{Home, Ran};

/// What happened: a day or moment, and the words typed then.
pub type Life<'l> = &'l [(&'l str, &'l str)];

/// A home in which all of it was recorded.
pub fn lived(life: Life<'_>) -> Home {
    let mut home = Home::new();
    for (at, typed) in life {
        home.set_now(at);
        let words: Vec<&str> = typed.split(' ').collect();
        let ran = home.run(&words);
        assert_eq!(ran.code, Some(0), "{typed}: {}{}", ran.out, ran.err);
    }
    home
}

/// The commands with what they print at a time and a width. No line is wider, and no word is cut.
pub fn shown(home: &Home, at: &str, columns: usize, commands: &[&str]) -> String {
    let mut text = String::new();
    for typed in commands {
        let words = typed.split(' ').filter(|word| !word.is_empty());
        let mut command = home.command();
        if !typed.starts_with("help") {
            command.args(["--at", at]);
        }
        command.args(words).env("COLUMNS", columns.to_string());
        let ran = Ran::from(command.output().unwrap());
        assert_eq!(ran.code, Some(0), "{typed}: {}", ran.err);
        for line in ran.out.lines().filter(|line| !line.starts_with('{')) {
            let seen: String = line.split('\u{1b}').map(|part| part.split_once('m').map_or(part, |(_, text)| text)).collect();
            let seen = if line.contains('\u{1b}') { seen } else { line.to_owned() };
            assert!(seen.chars().count() <= columns, "wider than {columns}: {seen}");
            assert_eq!(line.trim_end(), line, "blanks at the end of a line");
        }
        text.push_str(&format!("$ reconnect {typed}\n{}{}\n", ran.out, ran.err).replace("reconnect \n", "reconnect\n"));
    }
    text
}

/// The screen of a life at a moment, 80 columns wide.
pub fn screen(life: Life<'_>, at: &str) -> String {
    shown(&lived(life), at, 80, &[""])
}
