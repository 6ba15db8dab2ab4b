//! Letters that aren't sent.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use super::diary;
use crate::support::Home;

fn texts(home: &Home) -> Vec<PathBuf> {
    let folder = home.path(".local/share/reconnect/letters");
    std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn a_letters_text_is_in_one_private_file() {
    let home = Home::new().at(Some("2026-10-01T20:00"));
    let sealed = home.types("letter write", "Liebe A.\r\n\r\nIch wollte sagen … 日本\n");
    let said = "Letter 1 is sealed until Sat 31 Oct 2026. Nothing is sent.\nIf writing makes it heavier, leave it. That's fine.\n";
    assert_eq!((sealed.out.as_str(), sealed.err.as_str()), (said, ""));
    let [path] = texts(&home).try_into().unwrap();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "Liebe A.\n\nIch wollte sagen … 日本\n");
    assert!(diary(&home).contains(path.file_stem().unwrap().to_str().unwrap()) && !diary(&home).contains("Liebe"));
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
}

#[test]
fn a_letter_waits_for_its_day_is_opened_and_erased_after_a_typed_yes_and_the_list_knows() {
    let said = Home::new().transcript(
        "letter
        letter open 1
        letter write
        @ 2026-10-01T20:00
        letter write <<< a text
        letter write --until 6 weeks <<< another
        letter write --until 24 Dec <<< x
        letter write --until friday <<< x
        letter write --until today <<< x
        letter write --until 2026-09-01 <<< x
        letter open 1
        letter open 1 --now
        letter open 1 --now <<< no
        @ 2026-10-31T00:01
        letter open 1 <<< yes
        letter open 2 --now <<< yes\\nn
        letter erase 1
        letter erase 1 <<< no
        letter erase 1 <<< yes
        letter open 1 --now <<< yes
        undo
        letter open 1
        letter list",
    );
    insta::assert_snapshot!("letters", said);
}

#[test]
fn a_letter_that_can_not_be_recorded_is_kept_and_leaves_no_text_behind() {
    let home = Home::new();
    home.gives("letter write", "first");
    let lock = home.path(".local/state/reconnect/lock");
    std::fs::remove_file(&lock).unwrap();
    std::fs::create_dir(&lock).unwrap();
    let ran = home.types("letter write", "second");
    let kept = ran.err.split("your text is in `").nth(1).unwrap().split('`').next().unwrap();
    assert_eq!(std::fs::read_to_string(kept).unwrap(), "second");
    assert_eq!(texts(&home).len(), 1);
}

#[test]
fn the_list_says_where_the_disk_and_the_diary_differ_and_erasing_takes_every_copy() {
    let said = Home::new().transcript(
        "letter write <<< a text
        ! cp -r .local/share/reconnect/letters kept; cd kept; cp *.md $(basename *.md .md).sync-conflict-20261101-101010-ABCDEFG.md
        ! cp kept/*.sync* .local/share/reconnect/letters
        letter list
        ! cd .local/share/reconnect/letters; rm $(ls | grep -v sync); for copy in *.sync*; do echo another >$copy; done
        letter open 1 --now <<< yes\\n
        ! rm .local/share/reconnect/letters/*
        letter list
        letter erase 1 <<< yes
        letter list
        ! cp kept/*.md .local/share/reconnect/letters
        ! cd .local/share/reconnect/letters; id=$(ls | head -c 32); cp *.sync* \"$id (Ana's conflicted copy 2026-11-01).md\"
        letter list
        letter list --json
        letter erase 1 <<< yes
        ! ls .local/share/reconnect/letters
        letter list",
    );
    insta::assert_snapshot!("letters_on_disk", said);
}

/// A line of a newer version may be the letter of a text that no letter here has.
#[test]
fn a_text_that_is_elsewhere_an_id_that_leads_elsewhere_and_a_text_without_a_letter() {
    let said = Home::new().transcript(
        r#"letter write <<< a text
        ! rm .local/share/reconnect/letters/*
        letter open 1 --now <<< yes
        ! echo secret >secret.md
        ! echo '{"v":1,"id":"../../../../secret","on":"2026-01-01","at":"2026-01-01T00:00:00Z","kind":"letter","n":7,"until":"2026-01-02"}' >.local/share/reconnect/diary/other.jsonl
        letter open 7
        letter erase 7 <<< yes
        ! cat secret.md
        ! echo 'as a crash leaves it' >.local/share/reconnect/letters/0123456789abcdef0123456789abcdef.md
        letter erase 01234567 <<< no
        ! ls .local/share/reconnect/letters
        letter erase 01234567 <<< yes
        ! ls .local/share/reconnect/letters
        ! echo 'a text' >.local/share/reconnect/letters/0123456789abcdef0123456789abcdef.md
        ! echo '{"v":3,"id":"0123456789abcdef0123456789abcdef","on":"2026-01-01","at":"2026-01-01T00:00:00Z","kind":"letter"}' >.local/share/reconnect/diary/other.jsonl
        letter erase 01234567 <<< yes
        ! ls .local/share/reconnect/letters"#,
    );
    insta::assert_snapshot!("letters_elsewhere", said);
}

#[test]
fn the_text_is_gone_for_good_before_the_diary_says_so() {
    if !crate::support::have("strace") {
        return;
    }
    let home = Home::new();
    home.gives("letter write", "a text");
    let own = std::fs::read_dir(home.diary()).unwrap().next().unwrap().unwrap().path();
    let letter = texts(&home).remove(0);
    let paths = format!("-P {} -P {} -P {}", own.display(), letter.display(), letter.parent().unwrap().display());
    let traced = |inject: &str| home.shell(&format!("exec strace -qq -y -o log {paths} {inject} \"$@\" letter erase 1"), "yes\n");
    // Killed on the way to the diary: the text is gone, and the list says so; it never says that it can be opened.
    traced("-e inject=write:signal=KILL");
    let log = std::fs::read_to_string(home.path("log")).unwrap();
    let removed = log.find("unlink").unwrap();
    assert!(log[removed..].contains("fsync") && log[removed..].contains("/letters>)"), "{log}");
    assert_eq!(texts(&home), Vec::<PathBuf>::new());
    assert!(!diary(&home).contains("letter-erased") && home.does("letter list").contains("the text isn't"));
    let unmarked = traced("-e inject=write:error=EIO");
    let said = String::from_utf8_lossy(&unmarked.stderr).into_owned();
    assert!(said.contains("only the diary could not note it. Run the command again for that"), "{said}");
    assert_eq!(home.types("letter erase 1", "yes\n").code, Some(0));
    assert!(diary(&home).contains("letter-erased"));
}
