//! The floor: nobody is harmed, whatever they type. Every state by every command, as a table; what a terminal asks; and what
//! protects never falls by one keystroke.
#![cfg(all(feature = "cli", unix))]
#![allow(missing_docs, clippy::missing_panics_doc, clippy::disallowed_methods)]

#[path = "../support/pty.rs"]
mod pty;
#[path = "../support/mod.rs"]
mod support;

mod asked;
mod falls;
mod table;
mod told;

use support::Home;

pub const HELPLINE: &str = "Not safe, thoughts of ending your life, or too much to carry alone? findahelpline.com lists helplines by \
    country. In danger, call your local emergency number.";

/// A home in which these lines were typed at noon, each on its day. A line that begins with `yes: ` is confirmed.
pub fn lived(lines: &[&str]) -> Home {
    let mut home = Home::new();
    for line in lines {
        let (day, typed) = line.split_once(' ').unwrap();
        home.set_now(&format!("{day}T12:00"));
        let (typed, input) = typed.strip_prefix("yes: ").map_or((typed, ""), |typed| (typed, "yes\n"));
        let ran = home.types(typed, input);
        assert_eq!(ran.code, Some(0), "{line}: {}{}", ran.out, ran.err);
    }
    home.set_now(support::NOW);
    home
}

/// All that a line prints, with one blank between words.
pub fn said(home: &Home, line: &str, input: &str) -> String {
    let ran = home.types(line, input);
    assert!(ran.code.is_some_and(|code| code <= 2), "{line}: {}{}", ran.out, ran.err);
    flat(&(ran.out + " " + &ran.err))
}

pub fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace("&#39;", "'")
}
