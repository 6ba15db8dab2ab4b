//! Files that are no files, or hold what no text does: named, never waited for, and never in the way of the rest.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use crate::faults::{known, lived_in};
use crate::support::{Home, NOW, Ran};

/// Puts something in place of a file.
type Put = fn(&Path);

const ODD: [(&str, Put); 8] = [
    ("a folder", |path| fs::create_dir(path).unwrap()),
    ("a pipe", |path| assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success())),
    ("a link to a device without an end", |path| symlink("/dev/zero", path).unwrap()),
    ("a circle of links", |path| symlink(path.file_name().unwrap(), path).unwrap()),
    ("a byte that is not UTF-8", |path| fs::write(path, b"\xff\n").unwrap()),
    ("200,000 open brackets", |path| fs::write(path, "[".repeat(200_000)).unwrap()),
    ("NUL bytes", |path| fs::write(path, [0; 4096]).unwrap()),
    ("a torn tail", |path| fs::write(path, "{\"v\":1,\"id\":\"to").unwrap()),
];

/// Runs a command, which may not wait for what never comes.
fn run(what: &str, home: &Home, args: &str) -> Ran {
    let ran = Ran::from(home.shell(&format!("exec timeout -k 1 20 \"$@\" {args}"), ""));
    assert!(ran.code.is_some_and(|code| code < 124), "{what}: `{args}` waits: {ran:?}");
    ran
}

#[test]
fn beside_the_diary_they_cost_only_themselves() {
    for (what, put) in ODD {
        let home = lived_in();
        let before = home.status(NOW);
        put(&home.diary().join("zz.jsonl"));
        let ran = run(what, &home, "status --json");
        assert_eq!(ran.code, Some(0), "{what}: {}", ran.err);
        let status: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        // A link that leads nowhere may be a file of theirs that isn't here.
        let expected = if what == "a circle of links" { "unread" } else { before["verdict"]["id"].as_str().unwrap() };
        assert_eq!(status["verdict"]["id"], expected, "{what}");
        assert_eq!((&status["no_contact"], &status["record"]), (&before["no_contact"], &before["record"]), "{what}");
        let is_unreadable = ["a folder", "a pipe", "a link to a device without an end", "a circle of links"].contains(&what);
        assert_eq!(ran.err.contains("warning: can't read `") && ran.err.contains("zz.jsonl"), is_unreadable, "{what}: {}", ran.err);
        let ran = run(what, &home, "log-contact me 2026-11-10");
        assert_eq!(ran.code, Some(0), "{what}: {}", ran.err);
        assert_eq!(home.status(NOW)["no_contact"]["days"], 13, "{what}");
    }
}

#[test]
fn in_place_of_the_own_file_nothing_is_changed() {
    for (what, put) in &ODD[..4] {
        let home = lived_in();
        let own = home.diary().join("desk.jsonl");
        fs::rename(&own, home.path("aside")).unwrap();
        put(&own);
        for ran in [run(what, &home, "log-contact me 2026-11-10"), home.types("letter write", "Dear you")] {
            let is_refused = ran.err.contains("desk.jsonl") && ran.err.contains("nothing was changed");
            assert!(ran.code == Some(2) && is_refused, "{what}: {ran:?}");
        }
        assert_eq!(home.run(&["status"]).code, Some(0), "{what}");
    }
}

#[test]
fn in_place_of_the_config_it_is_named_and_left() {
    for (what, put) in ODD {
        let home = lived_in();
        fs::remove_file(home.config_file()).unwrap();
        put(&home.config_file());
        for args in ["status", "log-contact me 2026-11-10"] {
            let ran = run(what, &home, args);
            assert!(ran.code == Some(2) && ran.err.contains("config.toml") && ran.err.len() < 1000, "{what}: {ran:?}");
        }
        let text = fs::read_to_string(home.diary().join("desk.jsonl")).unwrap();
        assert_eq!(text.lines().count(), 8, "{what}: nothing was recorded");
    }
}

#[test]
fn in_place_of_state_files_they_are_refused_or_made_new() {
    for name in ["machine", "lock", "changed", "hidden", "remind.json"] {
        for (what, put) in ODD {
            let home = lived_in();
            let path = home.path(".local/state/reconnect").join(name);
            let _ = fs::remove_file(&path);
            put(&path);
            let old = known(&home);
            let ran = run(what, &home, "log-contact me 2026-11-10");
            match ran.code {
                Some(0) => assert_ne!(known(&home), old, "{name} is {what}: {}", ran.err),
                Some(2) => assert!(known(&home) == old && ran.err.contains(name), "{name} is {what}: {}", ran.err),
                _ => panic!("{name} is {what}: {ran:?}"),
            }
            assert_eq!(run(what, &home, "status").code, Some(0), "{name} is {what}");
        }
    }
}

#[test]
fn a_file_in_place_of_a_folder_is_an_error_that_names_it() {
    for folder in [".config", ".local", ".local/share/reconnect/diary", ".local/state/reconnect"] {
        let home = Home::new();
        home.put(folder, "");
        let ran = home.run(&["breakup", "2026-10-24"]);
        assert!(ran.err.contains(&home.path(folder).display().to_string()), "{folder}: {}", ran.err);
        // Without a place for the config the record is safe all the same.
        assert_eq!(ran.code, Some(if folder == ".config" { 0 } else { 2 }), "{folder}: {}", ran.err);
    }
}

#[test]
fn whoever_reads_the_answer_or_not_what_was_recorded_is_recorded() {
    let changing = ["start-no-contact 2026-11-03 --replace", "log-contact me 2026-11-10", "boundary space", "undo"];
    let reading = ["status", "status --json", "boundary", "--help"];
    let sinks = [">&-", ">/dev/full", "| head -c 1 >/dev/null", "2>&- >&-", "</dev/null >/dev/full 2>/dev/full"];
    for command in changing {
        let done = lived_in();
        assert!(done.shell(&format!("\"$@\" {command}"), "").status.success(), "{command}");
        let wanted = known(&done);
        for sink in sinks {
            let home = lived_in();
            let ran = home.shell(&format!("{{ \"$@\" {command}; echo $? >code; }} {sink}"), "");
            assert!(!String::from_utf8_lossy(&ran.stderr).contains("panicked"), "{command} {sink}");
            assert_eq!(fs::read_to_string(home.path("code")).unwrap(), "0\n", "{command} {sink}");
            assert_eq!(known(&home), wanted, "{command} {sink}");
        }
    }
    let home = lived_in();
    for (command, sink) in reading.iter().flat_map(|command| sinks.map(|sink| (command, sink))) {
        let ran = home.shell(&format!("{{ \"$@\" {command}; echo $? >code; }} {sink}"), "");
        let code = fs::read_to_string(home.path("code")).unwrap();
        assert!(["0\n", "2\n"].contains(&code.as_str()), "{command} {sink}: {code}");
        assert!(!String::from_utf8_lossy(&ran.stderr).contains("panicked"), "{command} {sink}");
    }
}
