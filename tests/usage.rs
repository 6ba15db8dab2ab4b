//! Streams, exit codes, and what is said to somebody who mistyped.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

mod support;

use std::fs::File;
use std::process::{Command, Output, Stdio};

use support::{Home, NOW};

fn begun() -> Home {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    home
}

/// Runs with a stdout of its own.
fn run_into(home: &Home, args: &[&str], out: impl Into<Stdio>) -> Output {
    let mut command = Command::new(home.command().get_program());
    command.env_clear().env("HOME", home.path("")).env("TZ", "Europe/Berlin").args(["--at", NOW]).args(args);
    command.stdin(Stdio::null()).stdout(out).stderr(Stdio::piped()).spawn().unwrap().wait_with_output().unwrap()
}

/// A pipe that nobody reads.
fn closed_pipe() -> std::io::PipeWriter {
    std::io::pipe().unwrap().1
}

#[test]
fn a_typo_is_answered_with_what_was_probably_meant() {
    let home = Home::new();
    let top = "hint: `reconnect --help` shows every command\n";
    for (args, error) in [
        (["stauts"].as_slice(), format!("error: unrecognized command `stauts`\nhint: a similar command exists: `status`\n{top}")),
        (&["breakpu"], format!("error: unrecognized command `breakpu`\nhint: a similar command exists: `breakup`\n{top}")),
        (&["xyzzy"], format!("error: unrecognized command `xyzzy`\n{top}")),
        (
            &["status", "--jsn"],
            "error: unexpected argument `--jsn` found\nhint: a similar argument exists: `--json`\nhint: usage: reconnect status --json\n".to_owned(),
        ),
        (
            &["config", "chek"],
            "error: unrecognized command `chek`\nhint: a similar command exists: `check`\nhint: `reconnect config --help` shows every command\n".to_owned(),
        ),
        (
            &["check", "--verdict", "waite"],
            "error: invalid value `waite` for `--verdict <ID>` [possible values: respect-boundary, accept-answer, build-new, await-answer, actions-not-words, unknown, wait, give-space, prepare, reach-out-gently, extra-care]\nhint: a similar value exists: `wait`\n".to_owned(),
        ),
        (
            &["log-contact", "me", "--via", "txt"],
            "error: invalid value `txt` for `--via <VIA>` [possible values: text, call, in-person, social, looked, other]\nhint: a similar value exists: `text`\n".to_owned(),
        ),
        (
            &["status", "--short", "--json"],
            "error: the argument `--short` cannot be used with `--json`\nhint: usage: reconnect status --short\n".to_owned(),
        ),
        (
            &["--color", "pink"],
            "error: invalid value `pink` for `--color <MODE>` [possible values: auto, always, never]\n".to_owned(),
        ),
    ] {
        assert_eq!(home.fails(args), error, "{args:?}");
    }
    assert_eq!(std::fs::read_dir(home.path("")).unwrap().count(), 0);
}

#[test]
fn an_argument_that_is_not_utf8_or_steers_a_terminal_is_refused_without_doing_so() {
    let home = Home::new();
    let error = home.fails(&["\u{1b}[31mstatus\u{202e}"]);
    assert!(error.starts_with("error: unrecognized command `\\u{1b}[31mstatus\\u{202e}`\n"), "{error}");
    let bytes = <std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(b"st\xffatus");
    let output = home.command().arg(bytes).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty() && output.stderr.starts_with(b"error: "));
}

#[test]
fn the_help_has_every_group_and_fits_the_commonest_screen_in_width() {
    let home = Home::new().at(None);
    let help = home.ok(&["--help"]);
    assert_eq!(help, home.ok(&["-h"]));
    let mut last = 0;
    for group in ["now", "record", "reflect", "shell and clock", "data", "options"] {
        let at = help.find(&format!("\n{group}\n")).unwrap_or_else(|| panic!("no group `{group}` in\n{help}"));
        assert!(at > last, "{group} is out of order");
        last = at;
    }
    for hidden in ["completions", "  man "] {
        assert!(!help.contains(hidden), "`{hidden}` is hidden");
    }
    for line in help.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
    assert!(help.lines().count() <= 48, "it fits a screen");
}

#[test]
fn help_and_version_go_to_stdout() {
    let home = Home::new().at(None);
    assert_eq!(home.ok(&["--version"]), format!("reconnect {}\n", env!("CARGO_PKG_VERSION")));
    assert!(home.ok(&["start-no-contact", "--help"]).contains("Usage: reconnect start-no-contact [OPTIONS] [WHEN]...\n"));
}

#[test]
fn a_reader_that_left_is_no_reason_to_complain() {
    let home = begun();
    for args in [[].as_slice(), &["status", "--json"], &["--help"], &["prompt"], &["window", "2026-01-01"], &["config", "show"]] {
        let output = run_into(&home, args, closed_pipe());
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), b"".as_slice()), "{args:?}");
    }
    let output = run_into(&home, &["start-no-contact", "2026-11-05", "--replace"], closed_pipe());
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), b"".as_slice()));
    assert_eq!(home.status(NOW)["no_contact"]["days"], 18, "what was to be recorded is");
}

#[test]
fn a_full_disk_behind_stdout_fails_a_look_but_does_not_deny_a_record() {
    let home = begun();
    let full = || File::options().write(true).open("/dev/full").unwrap();
    let look = run_into(&home, &["status"], full());
    assert_eq!(look.status.code(), Some(2));
    assert_eq!(String::from_utf8_lossy(&look.stderr), "error: could not print\ncaused by: No space left on device (os error 28)\n");
    let record = run_into(&home, &["start-no-contact", "2026-11-05", "--replace"], full());
    assert_eq!(record.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&record.stderr), "warning: recorded; but the answer could not be printed\n");
    assert_eq!(home.status(NOW)["no_contact"]["days"], 18);
}

#[test]
fn a_false_check_is_1_and_everything_else_that_fails_is_2() {
    let home = begun();
    assert_eq!(home.run(&["check", "--boundary"]).code, Some(1));
    for args in [["check"].as_slice(), &["nonsense"], &["start-no-contact"], &["window", "5"], &["status", "--format", "{x}"]] {
        assert_eq!(home.run(args).code, Some(2), "{args:?}");
    }
}

#[test]
fn without_a_home_it_says_so_and_without_need_for_one_it_works() {
    let home = Home::new();
    let run = |args: &[&str]| {
        let output = home.command().env_remove("HOME").args(args).output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let no_home = "error: no home folder is known: `HOME` is not set\nhint: set HOME, or RECONNECT_CONFIG_DIR, RECONNECT_DATA_DIR and RECONNECT_STATE_DIR\n";
    assert_eq!(run(&["status"]), (Some(2), no_home.to_owned()));
    assert_eq!(run(&["--version"]), (Some(0), String::new()));
    assert_eq!(run(&["completions", "bash"]), (Some(0), String::new()));
}
