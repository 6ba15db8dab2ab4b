//! Letters that are not sent.
#![cfg(feature = "cli")]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    reason = "tests"
)]

mod support;

use std::path::PathBuf;

use support::{Home, Ran};

fn give(home: &Home, args: &[&str], input: &str) -> Ran {
    home.run_with_input(&[&["letter"], args].concat(), input)
}

fn words(home: &Home) -> Vec<PathBuf> {
    let folder = home.path(".local/share/reconnect/letters");
    std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()).collect()
}

fn diary(home: &Home) -> String {
    std::fs::read_dir(home.diary()).unwrap().map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap()).collect()
}

#[test]
fn a_letter_is_sealed_for_thirty_days_and_its_words_are_in_one_private_file() {
    let mut home = Home::new().at(Some("2026-10-01T20:00"));
    let sealed = give(&home, &["write"], "Liebe A.\r\n\r\nIch wollte sagen … 日本\n");
    assert_eq!((sealed.out.as_str(), sealed.err.as_str()), ("Letter 1 is sealed until Sat 31 Oct 2026. Nothing is sent.\n", ""));
    let [path] = words(&home).try_into().unwrap();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "Liebe A.\n\nIch wollte sagen … 日本\n");
    assert!(diary(&home).contains(path.file_stem().unwrap().to_str().unwrap()) && !diary(&home).contains("Liebe"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
    }
    let early = give(&home, &["open", "1"], "");
    assert_eq!((early.code, early.out.as_str()), (Some(2), ""));
    assert!(early.err.contains("sealed until Sat 31 Oct 2026") && early.err.contains("--now"), "{}", early.err);
    home.set_now("2026-10-31T00:01");
    let opened = give(&home, &["open", "1"], "yes\n");
    assert_eq!(opened.code, Some(0));
    assert!(
        opened.out.contains("Liebe A.\n\nIch wollte sagen … 日本\n") && opened.out.ends_with("Still true. Noted.\n"),
        "{}",
        opened.out
    );
    assert!(diary(&home).contains(r#""kind":"letter-opened""#) && diary(&home).contains(r#""still_true":true"#));
    assert_eq!(home.ok(&["letter", "list"]), "1  written Thu 1 Oct 2026, opened Sat 31 Oct 2026, still true then\n");
}

#[test]
fn before_its_day_it_opens_only_with_now_and_a_typed_yes() {
    let home = Home::new();
    assert_eq!(give(&home, &["write", "--until", "in", "6", "weeks"], "words").code, Some(0));
    for answer in ["", "y\n", "no\n", "YES\n"] {
        let refused = give(&home, &["open", "1", "--now"], answer);
        assert_eq!((refused.code, refused.out.as_str()), (Some(2), ""), "{answer:?}");
    }
    assert!(!diary(&home).contains("letter-opened"));
    let opened = give(&home, &["open", "1", "--now"], "yes\nno\n");
    assert!(opened.out.contains("\nwords\n") && opened.out.contains("No longer true."), "{}", opened.out);
    let again = give(&home, &["open", "1", "--now"], "yes\n");
    assert!(again.out.contains("Noted that you opened it."), "{}", again.out);
}

#[test]
fn a_look_ahead_breaks_no_seal() {
    let home = Home::new().at(Some("2026-11-01T12:00"));
    assert_eq!(give(&home, &["write", "--until", "2099-01-01"], "words").code, Some(0));
    let mut ahead = home.command();
    let out = ahead.args(["--at", "2099-06-01", "letter", "open", "1"]).output().unwrap();
    assert_eq!((out.status.code(), out.stdout.as_slice()), (Some(2), &b""[..]));
}

#[test]
fn erasing_removes_the_words_for_good_and_says_so() {
    let home = Home::new();
    assert_eq!(give(&home, &["write"], "words").code, Some(0));
    assert_eq!(give(&home, &["erase", "1"], "no\n").code, Some(2));
    assert_eq!(words(&home).len(), 1);
    assert_eq!(give(&home, &["erase", "1"], "yes\n").code, Some(0));
    assert_eq!(words(&home), Vec::<PathBuf>::new());
    assert!(home.ok(&["letter", "list"]).contains("erased Mon 23 Nov 2026"));
    for args in [&["open", "1", "--now"][..], &["erase", "1"]] {
        assert!(give(&home, args, "yes\n").err.contains("were erased on"), "{args:?}");
    }
}

#[test]
fn a_seal_needs_a_day_to_come_and_a_letter_needs_words() {
    let home = Home::new();
    assert!(give(&home, &["write", "--until", "yesterday"], "words").err.contains("a day to come"));
    assert!(give(&home, &["write", "--until", "today"], "words").err.contains("a day to come"));
    assert!(give(&home, &["write"], " \n").err.contains("there was no text"));
    assert_eq!(std::fs::read_dir(home.path("")).unwrap().count(), 0);
    assert_eq!(home.ok(&["letter", "list"]), "There are no letters. `reconnect letter write` begins one.\n");
    assert!(home.fails(&["letter", "open", "1"]).contains("there is no letter `1`"));
}

#[test]
fn words_that_are_not_here_and_ids_that_lead_elsewhere_are_refused() {
    let home = Home::new();
    assert_eq!(give(&home, &["write"], "words").code, Some(0));
    std::fs::remove_file(&words(&home)[0]).unwrap();
    assert!(give(&home, &["open", "1", "--now"], "yes\n").err.contains("are not here"));
    let line = r#"{"v":1,"id":"../../../../secret","on":"2026-01-01","at":"2026-01-01T00:00:00Z","kind":"letter","n":7,"until":"2026-01-02"}"#;
    std::fs::write(home.diary().join("other.jsonl"), line).unwrap();
    std::fs::write(home.path("secret.md"), "not a letter").unwrap();
    for args in [&["open", "7"][..], &["erase", "7"]] {
        let ran = give(&home, args, "yes\n");
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
        assert!(ran.err.contains("cannot be the id of a letter"), "{}", ran.err);
    }
    assert!(home.path("secret.md").exists());
}

#[test]
fn a_letter_that_cannot_be_recorded_is_kept_and_leaves_no_words_behind_it() {
    let home = Home::new();
    assert_eq!(give(&home, &["write"], "first").code, Some(0));
    let lock = home.path(".local/state/reconnect/lock");
    std::fs::remove_file(&lock).unwrap();
    std::fs::create_dir(&lock).unwrap();
    let ran = give(&home, &["write"], "second");
    let kept = ran.err.split("is kept in `").nth(1).unwrap().split('`').next().unwrap();
    assert_eq!(std::fs::read_to_string(kept).unwrap(), "second");
    assert_eq!(words(&home).len(), 1);
}

#[test]
fn the_list_says_where_the_words_and_the_diary_differ() {
    let home = Home::new();
    assert_eq!(give(&home, &["write"], "words").code, Some(0));
    let [path] = words(&home).try_into().unwrap();
    std::fs::remove_file(&path).unwrap();
    let line = "1  written Mon 23 Nov 2026, sealed until Wed 23 Dec 2026; its words are not on this machine\n";
    assert_eq!(home.ok(&["letter", "list"]).replace("\n   ", " "), line);
    assert_eq!(give(&home, &["erase", "1"], "yes\n").code, Some(0));
    assert_eq!(home.ok(&["letter", "list"]), "1  written Mon 23 Nov 2026, erased Mon 23 Nov 2026\n");
    // As a folder that syncs may do.
    std::fs::write(&path, "words").unwrap();
    let listed = home.ok(&["letter", "list"]).replace("\n   ", " ");
    assert!(listed.contains("erased Mon 23 Nov 2026; but its words are here: `reconnect letter erase 1` removes them"), "{listed}");
    assert_eq!(give(&home, &["erase", "1"], "yes\n").code, Some(0));
    assert_eq!(words(&home), Vec::<PathBuf>::new());
}

#[test]
fn words_that_no_letter_has_are_named_by_the_doctor_and_can_be_erased() {
    let home = Home::new();
    assert_eq!(give(&home, &["write"], "words").code, Some(0));
    home.ok(&["doctor"]);
    let [path] = words(&home).try_into().unwrap();
    let id = path.file_stem().unwrap().to_str().unwrap()[..8].to_owned();
    let told = home.ok(&["undo"]).replace('\n', " ");
    let still = format!("Its words are still on this machine; `reconnect letter erase {id}` removes them for good.");
    assert!(told.replace("  ", " ").contains(&still), "{told}");
    // As a crash leaves them, before anything was noted; and a copy that a sync tool made.
    let crashed = path.with_file_name("0123456789abcdef0123456789abcdef.md");
    std::fs::write(&crashed, "more words").unwrap();
    std::fs::write(crashed.with_extension("sync-conflict-20261101-101010-ABCDEFG.md"), "more words").unwrap();
    let found = home.run(&["doctor"]);
    assert_eq!(found.code, Some(2), "{}", found.out);
    for (path, id) in [(&path, id.as_str()), (&crashed, "01234567")] {
        let named = format!("{}: words that belong to no letter; `reconnect letter erase {id}` removes them\n", path.display());
        assert!(found.out.contains(&named), "{}", found.out);
        let refused = give(&home, &["erase", id], "no\n");
        assert!(refused.code == Some(2) && path.exists(), "{}", refused.err);
        let erased = give(&home, &["erase", id], "yes\n");
        assert_eq!(erased.out, "The words are erased here. Backups and folders that sync may keep a copy.\n", "{}", erased.err);
        assert!(!path.exists());
    }
    assert_eq!(words(&home), Vec::<PathBuf>::new());
    home.ok(&["doctor"]);
    assert!(give(&home, &["erase", &id], "yes\n").err.contains(&format!("there is no letter `{id}`")));
}

#[test]
fn words_may_have_a_letter_that_cannot_be_read_yet() {
    let home = Home::new();
    assert_eq!(give(&home, &["write"], "words").code, Some(0));
    let newer = r#"{"v":2,"id":"0123456789abcdef0123456789abcdef","on":"2026-01-01","at":"2026-01-01T00:00:00Z","kind":"letter"}"#;
    std::fs::write(home.diary().join("other.jsonl"), format!("{newer}\n")).unwrap();
    let path = home.path(".local/share/reconnect/letters/0123456789abcdef0123456789abcdef.md");
    std::fs::write(&path, "words").unwrap();
    assert!(!home.run(&["doctor"]).out.contains("belong to no letter"));
    assert_eq!(give(&home, &["erase", "01234567"], "yes\n").code, Some(2));
    // A letter that is ahead of the clock is one.
    std::fs::write(
        home.diary().join("other.jsonl"),
        newer.replace("\"v\":2", "\"v\":1").replace("2026-01-01", "2098-01-01").replace('}', ",\"until\":\"2099-01-01\"}\n"),
    )
    .unwrap();
    assert!(!home.run(&["doctor"]).out.contains("belong to no letter"));
    assert_eq!(give(&home, &["erase", "01234567"], "yes\n").code, Some(2));
    assert!(path.exists());
}

#[test]
fn erasing_a_letter_takes_the_copies_that_a_sync_tool_made() {
    let home = Home::new();
    assert_eq!(give(&home, &["write"], "words").code, Some(0));
    let [path] = words(&home).try_into().unwrap();
    std::fs::write(path.with_extension("sync-conflict-20261101-101010-ABCDEFG.md"), "words").unwrap();
    assert_eq!(give(&home, &["erase", "1"], "yes\n").code, Some(0));
    assert_eq!(words(&home), Vec::<PathBuf>::new());
}

#[test]
#[cfg(target_os = "linux")]
fn the_words_are_gone_for_good_before_the_diary_says_so() {
    if !support::have("strace") {
        return;
    }
    let home = Home::new();
    assert_eq!(give(&home, &["write"], "words").code, Some(0));
    let traced = |inject: &str| {
        let mut command = std::process::Command::new("sh");
        let program = home.command();
        command.env_clear().envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
        let script = format!("echo yes | strace -qq -y -o log {inject} \"$1\" --at {} letter erase 1", support::NOW);
        command.args(["-c", &script, "sh"]).arg(program.get_program()).current_dir(home.path(""));
        command.output().unwrap()
    };
    // Killed on the way to the diary: the words are gone, and the list says that they are, not that they can be opened.
    traced("-e inject=flock:signal=KILL");
    let log = std::fs::read_to_string(home.path("log")).unwrap();
    let removed = log.find("unlink").unwrap();
    assert!(log[removed..].contains("fsync") && log[removed..].contains("/letters>)"), "{log}");
    assert_eq!(words(&home), Vec::<PathBuf>::new());
    assert!(!diary(&home).contains("letter-erased"));
    assert!(home.ok(&["letter", "list"]).replace("\n   ", " ").contains("its words are not on this machine"));
    let unmarked = traced("-e inject=flock:error=EIO");
    let said = String::from_utf8_lossy(&unmarked.stderr).into_owned();
    assert!(said.contains("only the diary could not note it; run it again for that"), "{said}");
    assert_eq!(give(&home, &["erase", "1"], "yes\n").code, Some(0));
    assert!(diary(&home).contains("letter-erased"));
}
