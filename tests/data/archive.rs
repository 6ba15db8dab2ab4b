//! `export` to one file and back: byte for byte, whole or not at all.

use std::fs;

use proptest::prelude::*;

use crate::support::{Home, NOW};
use crate::{LETTER, diary_lines, files, full, line, put_letter, write_diary};

fn moved(home: &Home) -> Home {
    let new = Home::new();
    // It may warn of damaged lines.
    new.put("export.json", home.run(&["export"]).out);
    let ran = new.run(&["import", "export.json"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    new
}

impl Home {
    fn says(&self) -> Vec<String> {
        let all = ["status --json", "export --format csv", "export --format md --notes", "config show"];
        let without_path = |text: String| text.lines().filter(|line| !line.starts_with("# /")).collect::<Vec<_>>().join("\n");
        all.iter().map(|line| without_path(self.types(line, "").out)).collect()
    }
}

#[test]
fn an_empty_home_becomes_the_same_home_and_stays_so_when_it_is_imported_again() {
    let home = full();
    let new = moved(&home);
    assert_eq!((new.says(), new.read_config()), (home.says(), home.read_config()));
    let (mut before, mut after) = (diary_lines(&home), diary_lines(&new));
    before.sort();
    after.sort();
    assert_eq!(before, after, "byte for byte, unknown and damaged lines too");
    // Importing again changes nothing, even if another program laid the file out anew.
    let before = files(&new.path(""));
    assert_eq!(new.does("import export.json"), "Imported 0 records; 17 were here already.\n");
    assert_eq!(files(&new.path("")), before);
    let value: serde_json::Value = serde_json::from_slice(&fs::read(new.path("export.json")).unwrap()).unwrap();
    fs::write(new.path("export.json"), serde_json::to_string_pretty(&value).unwrap()).unwrap();
    assert!(new.does("import export.json").starts_with("Imported 0 records;"));
}

#[test]
fn half_a_file_or_another_one_is_refused_before_anything_is_written() {
    let export = full().does("export");
    let new = Home::new();
    let refused = |bytes: &[u8], message: &str| {
        fs::write(new.path("export.json"), bytes).unwrap();
        let error = new.fails(&["import", "export.json"]);
        assert!(error.contains(message) && error.ends_with("hint: nothing was changed\n"), "{error}");
        fs::remove_file(new.path("export.json")).unwrap();
        assert!(new.is_empty());
    };
    for length in (131..export.len() - 2).step_by(131).chain([export.len() - 2]) {
        refused(&export.as_bytes()[..length], "isn't a complete export");
    }
    let without_a_line = export.lines().filter(|line| !line.contains("\"boundary\"")).collect::<Vec<_>>().join("\n");
    refused(without_a_line.as_bytes(), "it should hold 17 lines, but holds 16");
    refused(export.replace("\"schema\":1", "\"schema\":2").as_bytes(), "newer version");
    // What is no export at all is named.
    for (beginning, what) in [
        (&br#"{"schema":1,"kind":"playlist"}"#[..], "other JSON"),
        (b"[]", "other JSON"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"", "empty"),
        (br#"{"v":1,"id":"a"}"#, "a file of a diary"),
        (&[0xff; 100], "something else"),
    ] {
        refused(beginning, &format!("this file isn't an export of reconnect: it is {what}"));
    }
    let written = full();
    for (format, what) in [("ics", "a calendar"), ("csv", "a table"), ("md", "text to read"), ("html", "a page to print")] {
        refused(written.run(&["export", "--format", format]).out.as_bytes(), &format!("it is {what} (`export --format {format}`)"));
    }
}

#[test]
fn letters_and_their_copies_go_along_only_if_asked_for_and_other_texts_never() {
    let home = full();
    let copy = format!("{LETTER}.sync-conflict-20261101-101010-ABCDEFG");
    for (name, text) in [(LETTER, "Dear you,\n"), (copy.as_str(), "Dear you, again\n"), ("README", "mine\n")] {
        home.put(&format!(".local/share/reconnect/letters/{name}.md"), text);
    }
    assert!(!home.does("export").contains("Dear you"));
    let export = home.does("export --letters");
    assert!(export.contains("Dear you, again") && !export.contains("mine\\n\"}"), "{export}");
    let new = Home::new();
    new.put("export.json", &export);
    assert!(new.does("import export.json").ends_with("Letters imported: 2.\n"));
    let letter = new.path(&format!(".local/share/reconnect/letters/{LETTER}.md"));
    assert_eq!(fs::read_to_string(&letter).unwrap(), "Dear you,\n");
    let mode = std::os::unix::fs::PermissionsExt::mode(&letter.metadata().unwrap().permissions());
    assert_eq!(mode & 0o777, 0o600);
    fs::write(&letter, "mine").unwrap();
    new.does("import export.json");
    assert_eq!(fs::read_to_string(&letter).unwrap(), "mine", "a text that is here stays");
    // Version 0.1.0 exported every text in the folder. What is no letter is left out, and said.
    let old = export.replace(&format!("\"id\":\"{copy}\""), "\"id\":\"../../evil\"");
    let new = Home::new();
    new.put("export.json", old);
    let ran = new.run(&["import", "export.json"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), "warning: not a letter, so not imported: `../../evil`\n"));
}

#[test]
fn an_erased_letter_is_not_brought_back() {
    let home = full();
    let letter = put_letter(&home, "Dear you,\n");
    home.put("export.json", home.does("export --letters"));
    fs::remove_file(&letter).unwrap();
    write_diary(&home, "third.jsonl", &[line("e", "2026-11-20", &format!(r#""kind":"letter-erased","of":"{LETTER}""#))]);
    assert_eq!(home.does("import export.json"), "Imported 0 records; 17 were here already.\n");
    assert!(!letter.exists());
}

#[test]
fn programs_get_the_same_in_a_locale_without_utf_8() {
    let home = Home::begun();
    home.gives("log-contact them --note -", "◷ é — 日本");
    home.gives("notebook if-then", "wenn es spät ist …");
    let exports = ["export", "export --format csv", "export --format md --notes", "export --format html --notes"];
    for line in exports.into_iter().chain(["config show --json", "history --json", "history --csv", "notebook list --json"]) {
        let args = ["--at", NOW].into_iter().chain(line.split(' '));
        let other = home.command().env("LC_ALL", "C").args(args).output().unwrap();
        assert_eq!(String::from_utf8(other.stdout).unwrap(), home.does(line), "{line}");
    }
}

#[test]
fn ten_thousand_records_come_back() {
    let home = Home::new();
    let contact = r#""kind":"contact","who":"me","via":"text","note":"◷ \"x\"""#;
    let lines: Vec<_> = (0..10_000).map(|index| line(&format!("{index:032x}"), "2026-11-01", contact)).collect();
    write_diary(&home, "a.jsonl", &lines[..5000]);
    write_diary(&home, "b.jsonl", &lines[5000..]);
    let new = moved(&home);
    assert_eq!(diary_lines(&new).len(), 10_000);
    assert_eq!(new.does("import export.json"), "Imported 0 records; 10000 were here already.\n");
}

/// One line of a random diary: a record with any note, or no record at all.
fn a_line() -> impl Strategy<Value = String> {
    let record = (0_u32..40, "\\PC{0,12}").prop_map(|(id, note)| {
        let contact = format!(r#""kind":"contact","who":"me","via":"text","note":{}"#, serde_json::json!(note));
        line(&format!("{id:02x}"), "2026-11-10", &contact)
    });
    let damage = "[^\n\r]{1,20}".prop_map(|text| text.trim_matches(|c: char| c.is_ascii_whitespace()).to_owned());
    prop_oneof![9 => record, 1 => damage]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_life_comes_back(one in prop::collection::vec(a_line(), 0..30), other in prop::collection::vec(a_line(), 0..30)) {
        let home = Home::new();
        let is_line = |line: &&String| !line.trim_ascii().is_empty();
        write_diary(&home, "one.jsonl", &one.iter().filter(is_line).collect::<Vec<_>>());
        write_diary(&home, "other.jsonl", &other.iter().filter(is_line).collect::<Vec<_>>());
        let new = moved(&home);
        prop_assert_eq!(&home.says()[..3], &new.says()[..3]);
        prop_assert!(new.run(&["import", "export.json"]).out.starts_with("Imported 0 records;"));
    }
}

/// What `>` makes of an export in a Windows shell.
#[test]
fn an_export_in_utf_16_is_read_by_its_mark() {
    let export = full().does("export");
    for bytes in [u16::to_le_bytes, u16::to_be_bytes] {
        let new = Home::new();
        new.put("export.json", format!("\u{feff}{export}").encode_utf16().flat_map(bytes).collect::<Vec<u8>>());
        assert!(new.does("import export.json").starts_with("Imported 17 records; 0 were here already.\n"));
        assert_eq!(new.does("import export.json"), "Imported 0 records; 17 were here already.\n");
    }
}
