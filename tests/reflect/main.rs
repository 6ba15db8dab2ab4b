//! What the user writes for themselves, and what they see of it: notebook, letters, urges, check-ins, history.
#![cfg(all(feature = "cli", unix))]
#![allow(missing_docs, clippy::format_push_string, clippy::disallowed_macros, clippy::disallowed_methods)]

mod checkin;
#[cfg(unix)]
mod editors;
mod history;
mod letters;
mod notebook;
#[cfg(unix)]
#[path = "../support/pty.rs"]
mod pty;
#[path = "../support/mod.rs"]
mod support;
mod two_months;
mod urge;
#[cfg(unix)]
mod urge_terminal;
mod urges;

use support::Home;

/// A home with a count since 1 Nov 2026 and a breakup on 24 Oct 2026.
fn started() -> Home {
    let home = Home::new();
    home.does("start-no-contact 2026-11-01T21:30 --breakup 2026-10-24");
    home
}

/// Every line of the diary.
fn diary(home: &Home) -> String {
    let entries = std::fs::read_dir(home.diary()).into_iter().flatten();
    entries.map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap()).collect()
}

/// Runs a command with its text through a pipe; it has to succeed.
fn give(home: &Home, args: &[&str], text: &str) -> String {
    let ran = home.run_with_input(args, text);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{args:?} printed {}", ran.out);
    ran.out
}

/// A screen with every id that is shown replaced, since ids are random.
fn without_ids(screen: &str) -> String {
    let is_id = |text: &str| text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let parts: Vec<&str> = screen.split_inclusive(['(', ')', '\n']).collect();
    let shown = parts.into_iter().map(|part| if part.strip_suffix(')').is_some_and(is_id) { "3f9a1c2d)" } else { part });
    shown.collect()
}
