//! Nobody else reads it and nothing leaves the machine: modes under any umask, no socket, nothing private where it could be seen.
#![cfg(all(feature = "cli", target_os = "linux"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

#[path = "support/faults.rs"]
mod faults;
mod support;

use std::fs;
use std::process::{Command, Stdio};

use faults::{lived_in, open_to_others};
use support::{Home, NOW, have};

/// Every command, in an order in which each has something to do; what is read from stdin stands behind it.
const EVERY: &[(&str, &str)] = &[
    ("start-no-contact 2026-11-01 --breakup 2026-10-24", ""),
    ("breakup 2026-10-23", ""),
    ("log-contact them 2026-11-05 --note -", "SECRET"),
    ("boundary space --until 2026-12-24", ""),
    ("answer not-now", ""),
    ("undo", ""),
    ("notebook issue", "SECRET"),
    ("notebook plan 1", "SECRET"),
    ("notebook evidence 1", "SECRET"),
    ("notebook obstacle --practical", "SECRET"),
    ("notebook want", "SECRET"),
    ("notebook note", "SECRET"),
    ("notebook edit 1", "SECRET 2"),
    ("notebook done 1", ""),
    ("letter write", "SECRET"),
    ("letter open 1 --now", "yes\ny\n"),
    ("letter erase 1", "yes\n"),
    ("urge --resisted", ""),
    ("config edit", ""),
    ("status", ""),
    ("status --json", ""),
    ("guide", ""),
    ("check --active", ""),
    ("window 2026-10-24", ""),
    ("prompt", ""),
    ("init bash", ""),
    ("remind", ""),
    ("export --format ics", ""),
    ("config check", ""),
    ("doctor", ""),
    ("completions bash", ""),
    ("man", ""),
    ("end-no-contact", ""),
    ("erase --dry-run", ""),
];

/// Runs one with a shell's words before it.
fn under(home: &Home, before: &str, command: &str, input: &str) -> std::process::Output {
    let program = home.command();
    let mut sh = Command::new("sh");
    sh.args(["-c", &format!("{before} \"$@\" {command}"), "sh"]).arg(program.get_program()).args(["--at", NOW]);
    sh.env_clear().envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
    sh.env("EDITOR", "printf '[count]\\nfirst_day = 1\\n' >>").current_dir(home.path("."));
    sh.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = sh.spawn().unwrap();
    let _ = std::io::Write::write_all(&mut child.stdin.take().unwrap(), input.as_bytes());
    child.wait_with_output().unwrap()
}

#[test]
fn every_file_is_its_owners_alone_under_any_umask() {
    for umask in ["000", "022", "077", "027", "777"] {
        let home = Home::new();
        for (command, input) in EVERY {
            let ran = under(&home, &format!("umask {umask};"), command, input);
            assert_eq!(open_to_others(&home), Vec::<String>::new(), "umask {umask}: {command}");
            // `doctor` may have something to say.
            assert!(matches!(ran.status.code(), Some(0 | 2)), "umask {umask}: {command}: {}", String::from_utf8_lossy(&ran.stderr));
            assert!(
                ran.status.success() || *command == "doctor",
                "umask {umask}: {command}: {}",
                String::from_utf8_lossy(&ran.stderr)
            );
        }
    }
}

#[test]
fn no_command_opens_a_socket() {
    if !have("strace") {
        return;
    }
    let home = Home::new();
    let log = home.path("log");
    for (command, input) in EVERY {
        let before = format!("exec strace -qq -e trace=network -e signal=none -o '{}'", log.display());
        under(&home, &before, command, input);
        assert_eq!(fs::read_to_string(&log).unwrap(), "", "{command}");
    }
}

#[test]
fn an_editors_file_is_private_from_its_first_moment_and_lies_in_a_private_folder() {
    let home = Home::new();
    let look = "stat -c '%a %n' \"$1\" \"$(dirname \"$1\")\" >\"$HOME/seen\"";
    let program = home.command();
    let mut edit = Command::new("sh");
    edit.args(["-c", "umask 000; exec \"$@\" config edit", "sh"]).arg(program.get_program());
    edit.env_clear().envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
    edit.env("EDITOR", format!("sh -c '{}' sh", look.replace('\'', "'\\''"))).current_dir(home.path("."));
    assert!(edit.status().unwrap().success());
    let seen = fs::read_to_string(home.path("seen")).unwrap();
    let lines: Vec<_> = seen.lines().collect();
    assert!(lines[0].starts_with("600 ") && lines[0].contains("/.config/reconnect/unsaved-"), "{seen}");
    assert!(lines[1].starts_with("700 "), "{seen}");
}

#[test]
fn the_words_of_notes_are_nowhere_but_in_the_diary_and_where_they_are_asked_for() {
    let home = lived_in();
    assert_eq!(home.run_with_input(&["notebook", "note"], "SECRET words").code, Some(0));
    assert_eq!(home.run_with_input(&["letter", "write"], "SECRET letter").code, Some(0));
    for command in [
        &["status"][..],
        &["status", "--json"],
        &["history"],
        &["prompt"],
        &["init", "bash"],
        &["remind"],
        &["export", "--format", "ics"],
        &["letter", "list"],
        &["doctor"],
        &["config", "show"],
        &["erase", "--dry-run"],
        &["undo", "nothing"],
        &["notebook", "show", "99"],
    ] {
        let ran = home.run(command);
        assert!(!ran.out.contains("SECRET") && !ran.err.contains("SECRET"), "{command:?}: {ran:?}");
    }
    // A damaged line is named by its place, and not repeated.
    let file = fs::read_dir(home.diary()).unwrap().next().unwrap().unwrap().path();
    let mut text = fs::read_to_string(&file).unwrap();
    text.push_str(
        "{\"v\":1,\"id\":\"x\",\"on\":\"2026-11-10\",\"at\":\"2026-11-10T12:00:00Z\",\"kind\":\"note\",\"text\":\"SECRET tail\n",
    );
    fs::write(&file, text).unwrap();
    let ran = home.run(&["doctor"]);
    assert!(ran.out.contains("a damaged line") && !ran.out.contains("SECRET"), "{}", ran.out);
}

#[test]
fn the_calendar_and_the_prompt_tell_a_bystander_nothing() {
    let home = lived_in();
    let calendar = home.ok(&["export", "--format", "ics"]);
    let shown = calendar.lines().filter(|line| line.starts_with("SUMMARY") || line.starts_with("DESCRIPTION"));
    for line in shown {
        let line = line.to_lowercase();
        assert!(
            !["contact", "breakup", "reconnect", "ex", "guide"]
                .iter()
                .any(|word| line.split(|c: char| !c.is_alphanumeric()).any(|w| w == *word)),
            "{line}"
        );
    }
    assert_eq!(home.ok(&["prompt"]), "◷ 22\n");
}
