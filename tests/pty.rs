//! On a real terminal: colour where it is wanted, the terminal's width, and the one question that is asked.
#![cfg(feature = "cli")]
#![cfg(unix)]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

mod support;

use std::process::Command;
use std::time::Duration;

use expectrl::session::OsSession;
use expectrl::{Eof, Expect, Session};
use support::{Home, NOW};

const ESCAPE: char = '\u{1b}';

fn begun() -> Home {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01T21:30", "--breakup", "2026-10-24"]);
    home
}

/// A shell line on a terminal of so many columns; `reconnect` in it is the program.
fn on_terminal(home: &Home, columns: usize, environment: &[(&str, &str)], line: &str) -> OsSession {
    let program = home.command().get_program().to_owned();
    // The terminal's size is set from outside, too, and may be after the shell has begun: it waits until that is over.
    let ready = home.path("ready");
    let wait = format!("until [ -e {0} ]; do :; done; rm {0}", ready.display());
    let script = format!("{wait}; stty cols {columns} -echo; reconnect() {{ \"$0\" \"$@\"; }}; {line}");
    let mut command = Command::new("env");
    if cfg!(target_os = "linux") {
        // Where the tests run in the background, Ctrl-C was ignored before they began, and that is inherited.
        command.arg("--default-signal=INT");
    }
    command.args(["sh", "-c", &script]).arg(program).env_clear().env("HOME", home.path("")).env("PATH", "/usr/bin:/bin");
    command.env("TZ", "Europe/Berlin").env("TERM", "xterm-256color").envs(environment.iter().copied());
    let mut session = Session::spawn(command).unwrap();
    std::fs::write(ready, "").unwrap();
    session.set_expect_timeout(Some(Duration::from_secs(20)));
    session
}

/// Everything that it prints until it ends, with the terminal's line ends undone.
fn screen(home: &Home, columns: usize, environment: &[(&str, &str)], line: &str) -> String {
    let mut session = on_terminal(home, columns, environment, line);
    let found = session.expect(Eof).unwrap();
    String::from_utf8(found.as_bytes().to_vec()).unwrap().replace("\r\n", "\n")
}

/// The text without its colours.
fn plain(text: &str) -> String {
    let mut parts = text.split(ESCAPE);
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |text, part| text + part.split_once('m').unwrap().1)
}

#[test]
fn a_terminal_gets_colour_and_the_words_are_the_same() {
    let home = begun();
    let coloured = screen(&home, 80, &[], &format!("reconnect --at {NOW}"));
    assert!(coloured.contains("\u{1b}[1m22 days, since Sun 1 Nov 2026 21:30\u{1b}[0m"), "{coloured:?}");
    assert_eq!(plain(&coloured), home.ok(&[]));
}

#[test]
fn colour_is_decided_by_the_option_then_the_environment_then_the_terminal() {
    let home = begun();
    let status = format!("reconnect --at {NOW}");
    for (environment, options, coloured) in [
        ([].as_slice(), "", true),
        (&[("NO_COLOR", "1")], "", false),
        (&[("NO_COLOR", "")], "", true),
        (&[("NO_COLOR", "1")], "--color always", true),
        (&[("TERM", "dumb")], "", false),
        (&[("TERM", "dumb"), ("CLICOLOR_FORCE", "1")], "", true),
        (&[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")], "", false),
        (&[("CLICOLOR", "0")], "", false),
        (&[("CLICOLOR", "0"), ("CLICOLOR_FORCE", "1")], "", true),
        (&[], "--color never", false),
        (&[("CLICOLOR_FORCE", "1")], "--color never", false),
        // No terminal at the other end:
        (&[], "| cat", false),
        (&[("CLICOLOR_FORCE", "1")], "| cat", true),
        (&[("CLICOLOR_FORCE", "0")], "| cat", false),
        (&[], "--color always | cat", true),
    ] {
        let text = screen(&home, 80, environment, &format!("{status} {options}"));
        assert_eq!(text.contains(ESCAPE), coloured, "{environment:?} {options}");
        assert_eq!(plain(&text), home.ok(&[]), "{environment:?} {options}");
    }
}

#[test]
fn errors_json_and_the_prompt_are_never_coloured() {
    let home = begun();
    for line in ["status --json", "prompt", "breakup soon", "stauts", "status --short"] {
        let text = screen(&home, 80, &[("CLICOLOR_FORCE", "1")], &format!("reconnect --at {NOW} {line}"));
        assert!(!text.contains(ESCAPE) && !text.is_empty(), "{line}: {text:?}");
    }
}

#[test]
fn the_page_is_as_wide_as_the_terminal_unless_the_environment_says() {
    let home = begun();
    let status = format!("reconnect --at {NOW} --color never");
    let narrow = screen(&home, 40, &[], &status);
    assert!(narrow.starts_with("No contact\n  22 days, since Sun 1 Nov 2026 21:30\n"), "{narrow}");
    assert!(narrow.lines().all(|line| line.chars().count() <= 40), "{narrow}");
    assert_eq!(screen(&home, 120, &[], &status), home.ok(&[]), "never wider than 80");
    assert_eq!(screen(&home, 120, &[("COLUMNS", "40")], &status), narrow);
    assert_eq!(screen(&home, 0, &[], &status), home.ok(&[]), "a terminal that does not know its width");
}

#[test]
fn an_error_hangs_below_its_first_word_on_a_terminal_and_is_one_line_elsewhere() {
    let home = begun();
    let start = format!("reconnect --at {NOW} start-no-contact");
    let narrow = screen(&home, 40, &[], &start);
    assert!(narrow.starts_with("error: no contact is already running,\n       since Sun 1 Nov 2026 21:30\nhint: if there was contact,\n      `reconnect log-contact me WHEN`\n"), "{narrow}");
    let broken = |line: &str| line.matches('`').count() % 2 == 1;
    assert!(!narrow.lines().any(broken), "no command is broken: {narrow}");
    let elsewhere = screen(&home, 40, &[], &format!("{start} 2>&1 | cat"));
    assert_eq!(elsewhere, home.fails(&["start-no-contact"]));
    home.write_config("frist = 1\n");
    let warned = screen(&home, 40, &[], &format!("reconnect --at {NOW} status --short"));
    assert!(warned.starts_with("warning: unknown key `frist` in\n"), "{warned}");
}

#[test]
fn the_last_contact_is_asked_for_on_a_terminal() {
    let home = Home::new();
    let start = format!("reconnect --at {NOW} --color never start-no-contact --breakup 2026-10-24");
    let mut session = on_terminal(&home, 80, &[], &start);
    session.expect("When was your last contact? A date or a phrase; Enter for today: ").unwrap();
    session.send_line("last friday 21:30").unwrap();
    session.expect("No contact since Fri 20 Nov 2026 21:30, 3 days ago.").unwrap();
    session.expect(Eof).unwrap();
    assert_eq!(home.status(NOW)["no_contact"]["since"], "2026-11-20T21:30:00+01:00");
    // With a run open there is nothing to ask.
    let again = screen(&home, 80, &[], &start);
    assert!(again.starts_with("error: no contact is already running, since Fri 20 Nov 2026 21:30\n"), "{again}");
}

#[test]
fn enter_is_today_and_what_is_no_date_is_refused_without_a_trace() {
    let home = Home::new();
    let start = format!("reconnect --at {NOW} --color never start-no-contact");
    let mut session = on_terminal(&home, 80, &[], &start);
    session.expect("Enter for today: ").unwrap();
    session.send_line("a while ago").unwrap();
    session.expect("error: `a while ago` is no date here: ").unwrap();
    session.expect(Eof).unwrap();
    assert_eq!(std::fs::read_dir(home.path("")).unwrap().count(), 0);

    let mut session = on_terminal(&home, 80, &[], &start);
    session.expect("Enter for today: ").unwrap();
    session.send_line("").unwrap();
    session.expect("No contact since Mon 23 Nov 2026, today.").unwrap();
    session.expect(Eof).unwrap();
}

#[test]
fn an_interrupted_question_leaves_no_trace() {
    let home = Home::new();
    let mut session = on_terminal(&home, 80, &[], &format!("reconnect --at {NOW} start-no-contact"));
    session.expect("Enter for today: ").unwrap();
    session.send("\u{3}").unwrap();
    session.expect(Eof).unwrap();
    assert_eq!(std::fs::read_dir(home.path("")).unwrap().count(), 0);
}
