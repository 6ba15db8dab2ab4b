//! `erase ID`: one text goes for good, and nothing else does.

use std::fs;

use serde_json::Value;

use crate::support::Home;
use crate::{files, put_letter, write_diary};

const HEAD: &str = r#""on":"2026-11-10","at":"2026-11-10T12:00:00+01:00""#;

/// A line of this machine, or of another.
fn line(id: &str, rest: &str) -> String {
    format!(r#"{{"v":1,"id":"{id}",{HEAD},{rest}}}"#)
}

/// A diary in which each text is a secret, with lines that nobody can read, and a copy that a sync tool made of it.
fn lived_in() -> Home {
    let home = Home::begun();
    home.put(".local/state/reconnect/machine", "desk\n");
    let lines = [
        line("aaaa1111", r#""kind":"issue","n":1,"text":"secret one""#),
        line("aaaa2222", r#""kind":"issue","replaces":"aaaa1111","n":1,"text":"secret two""#),
        line("aaaa3333", r#""kind":"retract","retracts":"aaaa2222""#),
        line("bbbb1111", r#""kind":"plan","n":2,"of":"aaaa1111","text":"secret plan""#),
        line("cccc1111", r#""kind":"contact","who":"them","via":"call","note":"secret call","mood_of_mine":[1.10]"#),
        line("dddd1111", r#""kind":"checkin","mood":2,"note":"secret day""#),
        line("eeee1111", r#""kind":"contact","who":"them","via":"text""#),
        line("ffff1111", r#""kind":"letter","n":1,"until":"2026-12-24""#),
        line("99991111", r#""kind":"comet","text":"unknown""#),
        "{\"v\":1,\"torn\":\"".to_owned(),
    ];
    write_diary(&home, "desk.jsonl", &lines);
    write_diary(&home, "desk.sync-conflict-20261101-101010-ABCDEFG.jsonl", &lines);
    put_letter(&home, "Dear you");
    home
}

/// Whether any file of the program holds these words.
fn is_found(home: &Home, words: &str) -> bool {
    files(&home.path("")).values().any(|bytes| String::from_utf8_lossy(bytes).contains(words))
}

#[test]
fn the_screens_of_erasing() {
    let mut home = lived_in();
    home.put(".local/share/reconnect/unsaved-note-abc.md", "secret two\n\nand more\n");
    let script = "undo bbbb1111
        undo
        erase aaaa1111 <<< no
        erase aaaa2222 <<< yes
        erase aaaa1111
        notebook list
        notebook show 1
        notebook edit 1 <<< another
        erase cccc1111 <<< YES
        history";
    insta::assert_snapshot!("erase_text", home.transcript(script));
}

#[test]
fn the_line_stays_without_its_text_and_every_other_byte_stays() {
    for (id, words, before, after) in [
        ("aaaa2222", "secret one", r#""n":1,"text":"secret one"}"#, r#""n":1,"erased":true}"#),
        ("bbbb1111", "secret plan", r#","text":"secret plan"}"#, r#","erased":true}"#),
        ("cccc1111", "secret call", r#""note":"secret call","mood_of_mine":[1.10]}"#, r#""mood_of_mine":[1.10],"erased":true}"#),
        ("dddd1111", "secret day", r#","note":"secret day"}"#, r#","erased":true}"#),
    ] {
        let home = lived_in();
        let old = fs::read_to_string(home.diary().join("desk.jsonl")).unwrap();
        home.put(".local/share/reconnect/diary/.reconnect-aB3xyz.tmp", format!("{{\"id\":\"{id}\",\"text\":\"{words}"));
        home.put(".local/share/reconnect/unsaved-abc.md", format!("{words}\n"));
        let status = home.json("status");
        home.confirms(&format!("erase {id}"));
        assert!(!is_found(&home, words), "{id}");
        let mut expected = old.replace(before, after);
        if id == "aaaa2222" {
            expected = expected.replace(r#""n":1,"text":"secret two"}"#, r#""n":1,"erased":true}"#);
        }
        assert_eq!(fs::read_to_string(home.diary().join("desk.jsonl")).unwrap(), expected);
        assert_eq!(home.json("status"), status);
        assert_eq!(home.does(&format!("erase {id}")).matches("is erased already").count(), 1);
    }
}

#[test]
fn what_holds_no_text_and_what_isn_t_named_is_refused() {
    let home = lived_in();
    let before = files(&home.path(""));
    home.refuses(&[
        ("erase 1", "`reconnect notebook show 1` shows the id"),
        ("erase aaa", "too short for an id"),
        ("erase aaaa", "`aaaa` is more than one entry: `aaaa1111`, `aaaa2222`, `aaaa3333`"),
        ("erase 1234", "there is no entry `1234`"),
        ("erase ffff1111", "`reconnect letter erase ffff1111`"),
        ("erase eeee1111", "there is no text to erase in a text from them"),
        ("erase aaaa3333", "there is no text to erase in an undo"),
        ("erase aaaa1111 --dry-run", "don't go together"),
    ]);
    for typed in ["", "y\n", "gone\n", "yes please\n"] {
        assert_eq!(home.types("erase aaaa1111", typed).code, Some(2), "{typed}");
    }
    assert_eq!(files(&home.path("")), before);
    // What is named works for a letter that was taken back, too.
    let home = Home::new();
    home.gives("letter write", "Dear you");
    home.does("undo");
    let id = home.lines()[0].split('"').skip_while(|part| *part != "id").nth(2).unwrap()[..8].to_owned();
    let names = format!("`reconnect letter erase {id}`");
    home.refuses(&[(&format!("erase {id}"), &names)]);
    home.confirms(&format!("letter erase {id}"));
}

#[test]
fn another_machines_text_goes_only_where_it_was_written_or_once_that_machine_is_gone() {
    for file in ["laptop.jsonl", "import-desk.jsonl"] {
        let home = lived_in();
        write_diary(&home, file, &[line("77771111", r#""kind":"note","n":9,"text":"their secret""#)]);
        let refused = home.types("erase 77771111", "yes\n");
        assert_eq!(refused.code, Some(2));
        assert!(refused.err.contains("run `reconnect erase 77771111` there") && is_found(&home, "their secret"), "{}", refused.err);
        let gone = home.types("erase 77771111", "gone\n");
        assert!(gone.code == Some(0) && !is_found(&home, "their secret"), "{}", gone.err);
    }
    // What another machine imported is that machine's file.
    let home = lived_in();
    write_diary(&home, "import-laptop.jsonl", &[line("bbbb1111", r#""kind":"plan","n":2,"of":"aaaa1111","text":"secret plan""#)]);
    assert!(home.confirms("erase bbbb1111").contains("diary/import-laptop.jsonl"));
    assert!(fs::read_to_string(home.diary().join("import-laptop.jsonl")).unwrap().contains("secret plan"));
    // Another machine's correction of this machine's text waits for that machine, and is shown no more.
    let home = lived_in();
    write_diary(&home, "laptop.jsonl", &[line("77771111", r#""kind":"plan","n":2,"replaces":"bbbb1111","text":"their secret""#)]);
    assert!(home.confirms("erase bbbb1111").contains("diary/laptop.jsonl"));
    assert!(is_found(&home, "their secret") && !home.does("notebook list").contains("their secret"));
    assert!(!home.does("export").contains("their secret"));
    assert_eq!(home.types("erase bbbb1111", "gone\n").code, Some(0));
    assert!(!is_found(&home, "their secret"));
}

#[test]
fn a_new_check_in_of_the_same_day_keeps_its_own_words() {
    let home = Home::begun();
    home.gives("checkin 2 --note -", "secret day");
    let id = home.json("checkin")["checkin"]["id"].as_str().unwrap().to_owned();
    home.confirms(&format!("erase {id}"));
    assert_eq!(home.json("checkin")["checkin"]["note"], "(erased)");
    home.gives("checkin 4 --note -", "a walk");
    let checkin = &home.json("checkin")["checkin"];
    assert_eq!((&checkin["mood"], &checkin["note"]), (&Value::from(4), &Value::from("a walk")));
    // The pause before a message doesn't show that a plan was erased.
    home.gives("notebook if-then", "if late, secret call");
    let entry = home.json("notebook list")["entries"][0]["id"].as_str().unwrap().to_owned();
    assert!(home.does("urge").contains("secret call"));
    home.confirms(&format!("erase {entry}"));
    assert_eq!(home.json("notebook list")["entries"][0]["erased"], true);
    assert!(!home.does("urge").contains("Your own plan"));
}
