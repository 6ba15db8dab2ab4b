//! Nobody else reads it and nothing leaves the machine: modes under any umask, other owners, no socket.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use crate::faults::{is_full, is_root, known, lived_in, open_to_others};
use crate::support::{Home, have, skipped};

/// Every kind of command, in an order in which each has something to do, and what it reads from stdin.
const EVERY: &[(&str, &str)] = &[
    ("start-no-contact 2026-11-01 --breakup 2026-10-24", ""),
    ("log-contact them 2026-11-05 --note -", "SECRET"),
    ("boundary space --until 2026-12-24", ""),
    ("answer not-now", ""),
    ("aim closure", ""),
    ("undo", ""),
    ("notebook issue", "SECRET"),
    ("notebook plan 1", "SECRET"),
    ("notebook edit 1", "SECRET 2"),
    ("letter write", "SECRET"),
    ("letter open 1 --now", "yes\ny\n"),
    ("letter erase 1", "yes\n"),
    ("urge --resisted", ""),
    ("checkin 3", ""),
    ("hide", ""),
    ("config edit", ""),
    ("remind", ""),
    ("prompt", ""),
    ("status --json", ""),
    ("export --format ics", ""),
    ("end-no-contact", ""),
];

/// Another user's words before the command: who is not root meets umasks and modes as most people do.
const SOMEBODY: &str = "setpriv --reuid=65534 --regid=65534 --clear-groups";

#[test]
fn every_file_is_its_owners_alone_under_any_umask() {
    let as_somebody = is_root() && have("setpriv");
    let umasks: &[&str] = if is_full() { &["000", "022", "077", "027", "777"] } else { &["000", "777"] };
    for user in ["", SOMEBODY] {
        if !user.is_empty() && !as_somebody {
            continue;
        }
        for umask in umasks {
            let home = Home::new();
            if !user.is_empty() {
                // A home of somebody who is not root, with the program where they can reach it.
                let script = "cp \"$1\" ./program && chmod 755 ./program && chown -R 65534:65534 .";
                assert!(home.shell(script, "").status.success());
            }
            for (command, input) in EVERY {
                let program = if user.is_empty() { "\"$@\"" } else { "shift; set -- ./program \"$@\"; exec $USER_WORDS \"$@\"" };
                let program = program.replace("$USER_WORDS", user);
                let ran = home.shell(&format!("umask {umask}; {program} {command}"), input);
                let stderr = String::from_utf8_lossy(&ran.stderr);
                assert_eq!(open_to_others(&home), Vec::<String>::new(), "{user} umask {umask}: {command}");
                assert_eq!(ran.status.code(), Some(0), "{user} umask {umask}: {command}: {stderr}");
            }
            // What a umask takes away was given back: the owner can read and write everything.
            for path in crate::faults::files(&home) {
                let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o700;
                assert_eq!(mode, if path.is_dir() { 0o700 } else { 0o600 }, "{user} umask {umask}: {}", path.display());
            }
        }
    }
}

#[test]
fn what_belongs_to_somebody_else_is_refused_and_left_as_it_is() {
    if !is_root() || !have("setpriv") {
        return;
    }
    let before = lived_in();
    let (home, old) = (before.copy(), known(&before));
    let script =
        format!("chmod 755 . && cp \"$1\" ./program && shift && exec {SOMEBODY} ./program \"$@\" log-contact me 2026-11-10");
    let ran = home.shell(&script, "");
    let stderr = String::from_utf8_lossy(&ran.stderr);
    assert_eq!(ran.status.code(), Some(2), "{stderr}");
    assert!(stderr.starts_with("error: ") && stderr.contains("ermission denied"), "{stderr}");
    assert_eq!(known(&home), old);
}

#[test]
fn a_disk_that_is_read_only_is_named_and_can_be_read() {
    if !is_root() || !have("unshare") {
        return;
    }
    let (home, old) = (lived_in(), known(&lived_in()));
    let script = "exec unshare -m sh -c 'mount --bind . . && mount -o remount,bind,ro . && cd . && \"$@\" log-contact me 2026-11-10; \
        code=$?; \"$@\" status >/dev/null && exit $code' sh \"$@\"";
    let ran = home.shell(script, "");
    let stderr = String::from_utf8_lossy(&ran.stderr);
    if stderr.contains("unshare failed") {
        skipped("no mount of one's own here");
        return;
    }
    assert_eq!(ran.status.code(), Some(2), "{stderr}");
    assert!(stderr.starts_with("error: ") && stderr.contains("Read-only file system"), "{stderr}");
    assert_eq!(known(&home), old);
}

#[test]
fn no_command_opens_a_socket() {
    if !have("strace") {
        return;
    }
    let home = Home::new();
    let log = home.path("log");
    for (command, input) in EVERY {
        let script = format!("exec strace -qq -e trace=network -e signal=none -o '{}' \"$@\" {command}", log.display());
        home.shell(&script, input);
        assert_eq!(fs::read_to_string(&log).unwrap(), "", "{command}");
    }
}

#[test]
fn the_users_words_are_nowhere_but_where_they_are_asked_for() {
    let home = Home::new();
    for (command, input) in &EVERY[..10] {
        assert_eq!(home.shell(&format!("\"$@\" {command}"), input).status.code(), Some(0), "{command}");
    }
    for command in
        ["status", "status --json", "status --why", "prompt", "remind", "export --format ics", "letter list", "config show", "undo"]
    {
        let ran = home.shell(&format!("\"$@\" {command}"), "");
        let text = [ran.stdout, ran.stderr].concat();
        assert!(!String::from_utf8_lossy(&text).contains("SECRET"), "{command}: {}", String::from_utf8_lossy(&text));
    }
}
