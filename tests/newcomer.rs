//! What somebody meets who has never used it: the help, the first screen, a word mistyped, a contact before any count.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

mod support;

use support::{Home, have};

#[test]
fn the_help_fits_a_screen_and_both_forms_of_it_are_one() {
    let home = Home::new().at(None);
    let help = home.ok(&["--help"]);
    assert_eq!(help, home.ok(&["-h"]));
    assert!(help.lines().count() <= 48, "{} lines", help.lines().count());
    let widest = help.lines().map(|line| line.chars().count()).max().unwrap();
    assert!(widest <= 88, "{widest} columns");
    // WHEN is a date wherever it stands.
    assert!(help.contains("--at WHEN") && help.contains("--color MODE"), "{help}");
}

#[test]
fn the_command_of_the_first_screen_can_be_typed_as_it_stands() {
    let home = Home::new();
    let screen = home.ok(&[]);
    let command = screen.lines().find_map(|line| line.trim().strip_prefix("reconnect ")).unwrap();
    let args: Vec<&str> = command.split(' ').collect();
    assert!(home.ok(&args).starts_with("No contact since Mon 2 Nov 2026, 21 days ago.\n"));
}

#[test]
fn a_word_that_is_no_command_leads_to_the_nearest_and_to_the_list() {
    let home = Home::new().at(None);
    assert_eq!(
        home.fails(&["statuss"]),
        "error: unrecognized command `statuss`\nhint: a similar command exists: `status`\nhint: `reconnect --help` shows every command\n"
    );
    assert_eq!(
        home.fails(&["notebook", "xyz"]),
        "error: unrecognized command `xyz`\nhint: `reconnect notebook --help` shows every command\n"
    );
    assert_eq!(home.fails(&["log-contact"]), "error: missing: <me|them>\nhint: usage: reconnect log-contact <me|them> [WHEN]...\n");
    assert_eq!(home.fails(&["guide", "9"]), "error: invalid value `9` for `[STEP]`: it can be 1 to 6\n");
    assert_eq!(
        home.fails(&["guide", "--json"]),
        "error: unexpected argument `--json` found\nhint: usage: reconnect guide [OPTIONS] [STEP]\n"
    );
}

#[test]
fn doctor_says_whether_there_is_a_configuration() {
    let home = Home::new();
    let place = |home: &Home| home.ok(&["doctor"]).lines().next().unwrap().to_owned();
    assert!(place(&home).ends_with("config.toml (not there yet)"), "{}", place(&home));
    home.ok(&["start-no-contact", "2026-11-01"]);
    assert!(place(&home).ends_with("config.toml"), "{}", place(&home));
}

#[test]
fn letter_alone_lists_as_notebook_alone_does() {
    let home = Home::new();
    assert_eq!(home.ok(&["letter"]), home.ok(&["letter", "list"]));
    assert_eq!(home.ok(&["notebook"]), home.ok(&["notebook", "list"]));
}

#[test]
fn a_contact_outside_a_run_is_not_told_of_anything_kept() {
    let home = Home::new();
    assert_eq!(
        home.ok(&["log-contact", "me"]),
        "Noted: a text by you, Mon 23 Nov 2026 18:00.\nNo count is running yet. `reconnect start-no-contact` begins one, from your last\ncontact.\n"
    );
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    home.ok(&["end-no-contact"]);
    assert!(home.ok(&["log-contact", "me"]).contains("\nYour count is closed, and it stays so.\nLongest run 22 days,"));
}

#[test]
fn on_a_terminal_a_note_is_written_in_the_editor() {
    if !have("script") {
        return;
    }
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    let program = assert_cmd::cargo::cargo_bin!("reconnect").display();
    let line = format!("EDITOR='echo we laughed >' {program} --at 2026-11-23T18:00 log-contact them --note");
    let typed = std::process::Command::new("script")
        .args(["-qec", &line, "/dev/null"])
        .env_clear()
        .envs([("HOME", home.path("").as_os_str()), ("PATH", "/usr/bin:/bin".as_ref()), ("TZ", "Europe/Berlin".as_ref())])
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    assert!(typed.status.success(), "{}", String::from_utf8_lossy(&typed.stdout));
    assert!(home.ok(&["history"]).ends_with("            we laughed\n"));
}

#[test]
fn help_can_be_asked_for_as_a_word() {
    let home = Home::new().at(None);
    assert_eq!(home.ok(&["help"]), home.ok(&["--help"]));
    assert_eq!(home.ok(&["help", "log-contact"]), home.ok(&["log-contact", "--help"]));
    assert!(home.fails(&["help", "nonsense"]).contains("unrecognized command `nonsense`"));
}
