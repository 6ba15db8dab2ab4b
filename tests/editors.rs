//! Text from an editor: what it leaves, how it ends, and that nothing private stays behind.
#![cfg(feature = "cli")]
#![cfg(unix)]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

#[path = "support/pty.rs"]
mod pty;
mod support;

use std::os::unix::fs::PermissionsExt;

use pty::Pty;
use support::{Home, have};

/// Runs a command with a fake editor, a script that is given the file; exit code and what was printed.
fn edited(home: &Home, editor: &str, command: &str) -> (String, String) {
    let path = home.path("editor");
    std::fs::write(&path, format!("#!/bin/sh\n{editor}\n")).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    let editor = path.display().to_string();
    Pty::run(home, &[("EDITOR", &editor)], command).ends(home)
}

/// Files of the data folder that are no diary.
fn left_behind(home: &Home) -> Vec<String> {
    let entries = std::fs::read_dir(home.path(".local/share/reconnect")).into_iter().flatten();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).filter(|name| name != "diary").collect()
}

fn kept(home: &Home) -> Vec<u8> {
    let [name] = left_behind(home).try_into().unwrap();
    assert!(name.starts_with("unsaved-"), "{name}");
    let path = home.path(".local/share/reconnect").join(name);
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    std::fs::read(path).unwrap()
}

#[test]
fn what_is_written_above_the_marked_line_is_recorded_and_the_temporary_is_gone() {
    if !have("stty") {
        return;
    }
    let home = Home::new();
    // The editor sees a private file in the private folder, with the question in it.
    let editor = "ls -l \"$1\" >seen; cat \"$1\" >>seen; { echo; echo 'one'; echo 'two 日本'; cat \"$1\"; } >new; cat new >\"$1\"";
    let (code, out) = edited(&home, editor, "$r notebook issue");
    assert_eq!(code, "0", "{out}");
    assert!(home.ok(&["notebook", "show", "1"]).ends_with("  one\n  two 日本\n"));
    assert_eq!(left_behind(&home), Vec::<String>::new());
    let seen = std::fs::read_to_string(home.path("seen")).unwrap();
    assert!(seen.starts_with("-rw-------") && seen.contains("/.local/share/reconnect/unsaved-issue-"), "{seen}");
    assert!(seen.contains("what could I do differently?"), "{seen}");
}

#[test]
fn an_edit_begins_with_the_earlier_words_and_saving_them_changes_nothing() {
    if !have("stty") {
        return;
    }
    let home = Home::new();
    assert_eq!(home.run_with_input(&["notebook", "want"], "a calm life").code, Some(0));
    let (code, out) = edited(&home, "true", "$r notebook edit 1");
    assert!(code == "0" && out.contains("Nothing was changed."), "{out}");
    let (code, out) = edited(&home, "sed -i 's/calm/calmer/' \"$1\"", "$r notebook edit 1");
    assert!(code == "0" && out.contains("1 has new words."), "{out}");
    assert!(home.ok(&["notebook"]).contains("1  a calmer life"));
    assert_eq!(left_behind(&home), Vec::<String>::new());
}

#[test]
fn an_editor_that_writes_nothing_fails_or_removes_the_file_leaves_no_trace_at_all() {
    if !have("stty") {
        return;
    }
    for (editor, said) in [
        ("true", "there was no text"),
        (": >\"$1\"", "there was no text"),
        ("rm \"$1\"", "there was no text"),
        ("exit 3", "failed; nothing was saved"),
        ("kill -9 $$", "failed; nothing was saved"),
    ] {
        let home = Home::new();
        let (code, out) = edited(&home, editor, "$r letter write");
        assert!(code == "2" && out.contains(said), "{editor}: {out}");
        assert!(!out.contains("stdin"), "nothing was read from there: {out}");
        assert!(!home.path(".local").exists(), "{editor}");
    }
}

#[test]
fn words_that_an_editor_wrote_before_it_failed_are_kept_and_named() {
    if !have("stty") {
        return;
    }
    for editor in ["echo precious >\"$1\"; exit 1", "echo precious >\"$1\"; kill -9 $$"] {
        let home = Home::new();
        let (code, out) = edited(&home, editor, "$r notebook note");
        assert!(code == "2" && out.replace("\r\n      ", " ").contains("what you typed is kept in `"), "{editor}: {out}");
        assert_eq!(kept(&home), b"precious\n");
        assert!(!home.diary().exists());
    }
}

#[test]
fn what_is_no_text_or_too_much_is_kept_and_named() {
    if !have("stty") {
        return;
    }
    let home = Home::new();
    let (code, out) = edited(&home, "printf 'caf\\351' >\"$1\"", "$r notebook note");
    assert!(code == "2" && out.contains("not UTF-8") && out.contains("is kept in"), "{out}");
    assert_eq!(kept(&home), b"caf\xe9");
    for size in ["600000", "5000000"] {
        let home = Home::new();
        let (code, out) = edited(&home, &format!("head -c {size} /dev/zero | tr '\\0' a >\"$1\""), "$r notebook note");
        assert!(code == "2" && out.contains("is kept in"), "{out}");
        assert_eq!(kept(&home).len().to_string(), size);
    }
}

#[test]
fn ctrl_c_in_the_editor_is_the_editors_and_nothing_private_stays_behind() {
    if !have("stty") {
        return;
    }
    // One that lives on and saves; one that dies of it.
    for (trap, code, said) in
        [("trap 'echo saved >\"$1\"; exit 0' INT", "0", "Noted as 1."), ("", "2", "failed; nothing was saved")]
    {
        let home = Home::new();
        let path = home.path("editor");
        std::fs::write(&path, format!("#!/bin/sh\n{trap}\necho open\nwhile :; do sleep 0.1; done\n")).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
        let editor = path.display().to_string();
        let mut pty = Pty::run(&home, &[("VISUAL", &editor)], "$r notebook note");
        pty.shows("open");
        pty.interrupts();
        let (ended, out) = pty.ends(&home);
        assert!(ended == code && out.contains(said), "{ended}: {out}");
        assert_eq!(left_behind(&home), Vec::<String>::new());
    }
}

#[test]
fn every_unknown_key_is_named_before_an_edited_configuration_takes_its_place() {
    if !have("stty") {
        return;
    }
    let home = Home::new();
    home.write_config("breakup = 2026-10-24\n");
    let (code, out) = edited(&home, "printf 'brekup = 2026-10-25\\n[remind]\\nmilestone = true\\n' >\"$1\"", "$r config edit");
    assert_eq!(code, "2", "{out}");
    assert!(out.contains("unknown key `brekup`") && out.contains("unknown key `remind.milestone`"), "{out}");
    assert_eq!(out.matches("the configuration is unchanged").count(), 1, "{out}");
    assert_eq!(home.read_config(), "breakup = 2026-10-24\n");
}
