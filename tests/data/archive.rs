//! `export` to one file and back: byte for byte, whole or not at all.

use std::fs;

use proptest::prelude::*;

use crate::support::Home;
use crate::{LETTER, diary_lines, files, full, line, put, write_diary};

/// Exports one home into a new one.
fn moved(home: &Home) -> Home {
    let new = Home::new();
    put(&new, "export.json", home.ok_or_warn(&["export"]));
    let ran = new.run(&["import", "export.json"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    new
}

impl Home {
    /// Stdout of a command that succeeds and may warn.
    fn ok_or_warn(&self, args: &[&str]) -> String {
        let ran = self.run(args);
        assert_eq!(ran.code, Some(0), "{args:?} {}", ran.err);
        ran.out
    }

    /// What the home says in several forms.
    fn says(&self) -> Vec<String> {
        let all: [&[&str]; 4] =
            [&["status", "--json"], &["export", "--format", "csv"], &["export", "--format", "md", "--notes"], &["config", "show"]];
        let without_path = |text: String| text.lines().filter(|line| !line.starts_with("# /")).collect::<Vec<_>>().join("\n");
        all.iter().map(|args| without_path(self.run(args).out)).collect()
    }
}

#[test]
fn an_empty_home_becomes_the_same_home() {
    let home = full();
    let new = moved(&home);
    assert_eq!(new.says(), home.says());
    assert_eq!(new.read_config(), home.read_config());
    let (mut before, mut after) = (diary_lines(&home), diary_lines(&new));
    assert_eq!(after.len(), 17);
    before.sort();
    after.sort();
    assert_eq!(before, after, "byte for byte, unknown and damaged lines too");
    assert_eq!(new.ok(&["export"]).lines().count(), home.ok(&["export"]).lines().count());
}

#[test]
fn importing_again_changes_nothing_even_if_another_program_laid_the_file_out_anew() {
    let new = moved(&full());
    let before = files(&new.path(""));
    assert_eq!(new.ok(&["import", "export.json"]), "Imported 0 records; 17 were here already.\n");
    assert_eq!(files(&new.path("")), before);
    let value: serde_json::Value = serde_json::from_slice(&fs::read(new.path("export.json")).unwrap()).unwrap();
    fs::write(new.path("export.json"), serde_json::to_string_pretty(&value).unwrap()).unwrap();
    assert!(new.ok(&["import", "export.json"]).starts_with("Imported 0 records;"));
}

#[test]
fn half_a_file_or_another_one_is_refused_before_anything_is_written() {
    let export = full().ok(&["export"]);
    let new = Home::new();
    let refused = |bytes: &[u8]| {
        fs::write(new.path("export.json"), bytes).unwrap();
        let error = new.fails(&["import", "export.json"]);
        assert!(error.ends_with("hint: nothing was changed\n"), "{error}");
        fs::remove_file(new.path("export.json")).unwrap();
        assert!(files(&new.path("")).is_empty());
        error
    };
    for length in (0..export.len() - 2).step_by(131) {
        refused(&export.as_bytes()[..length]);
    }
    refused(&export.as_bytes()[..export.len() - 2]);
    let without_a_line = export.lines().filter(|line| !line.contains("\"boundary\"")).collect::<Vec<_>>().join("\n");
    assert!(refused(without_a_line.as_bytes()).contains("it should hold 17 lines, but holds 16"));
    assert!(refused(export.replace("\"schema\":1", "\"schema\":2").as_bytes()).contains("newer version"));
    assert!(refused(br#"{"schema":1,"kind":"playlist"}"#).contains("playlist"));
    assert!(refused(b"[]").contains("isn't a complete export"));
    assert!(refused(&[0xff; 100]).contains("isn't a complete export"));
    assert!(new.fails(&["import", "nothing.json"]).contains("there is no file"));
    assert!(new.fails(&["import", "."]).contains("it isn't a regular file"));
}

#[test]
fn letters_and_their_copies_go_along_only_if_asked_for_and_other_texts_never() {
    let home = full();
    let copy = format!("{LETTER}.sync-conflict-20261101-101010-ABCDEFG");
    for (name, text) in [(LETTER, "Dear you,\n"), (copy.as_str(), "Dear you, again\n"), ("README", "mine\n")] {
        put(&home, &format!(".local/share/reconnect/letters/{name}.md"), text);
    }
    assert!(!home.ok(&["export"]).contains("Dear you"));
    let export = home.ok(&["export", "--letters"]);
    assert!(export.contains("Dear you, again") && !export.contains("mine\\n\"}"), "{export}");
    let new = Home::new();
    put(&new, "export.json", &export);
    assert!(new.ok(&["import", "export.json"]).ends_with("Letters imported: 2.\n"));
    let letter = new.path(&format!(".local/share/reconnect/letters/{LETTER}.md"));
    assert_eq!(fs::read_to_string(&letter).unwrap(), "Dear you,\n");
    let mode = std::os::unix::fs::PermissionsExt::mode(&letter.metadata().unwrap().permissions());
    assert_eq!(mode & 0o777, 0o600);
    fs::write(&letter, "mine").unwrap();
    new.ok(&["import", "export.json"]);
    assert_eq!(fs::read_to_string(&letter).unwrap(), "mine", "a text that is here stays");
    assert!(home.fails(&["export", "--letters", "--format", "csv"]).contains("--letters"));
    // Version 0.1.0 exported every text in the folder. What is no letter is left out, and said.
    let old = export.replace(&format!("\"id\":\"{copy}\""), "\"id\":\"../../evil\"");
    let new = Home::new();
    put(&new, "export.json", old);
    let ran = new.run(&["import", "export.json"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), "warning: not a letter, so not imported: `../../evil`\n"));
}

#[test]
fn an_erased_letter_is_not_brought_back() {
    let home = full();
    let letter = put(&home, &format!(".local/share/reconnect/letters/{LETTER}.md"), "Dear you,\n");
    put(&home, "export.json", home.ok(&["export", "--letters"]));
    fs::remove_file(&letter).unwrap();
    write_diary(&home, "third.jsonl", &[line("e", "2026-11-20", &format!(r#""kind":"letter-erased","of":"{LETTER}""#))]);
    assert_eq!(home.ok(&["import", "export.json"]), "Imported 0 records; 17 were here already.\n");
    assert!(!letter.exists());
}

#[test]
fn an_export_is_the_same_in_a_locale_without_utf_8() {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    home.run_with_input(&["log-contact", "them", "--note", "-"], "◷ é — 日本");
    for args in [
        &["export"][..],
        &["export", "--format", "csv"],
        &["export", "--format", "md", "--notes"],
        &["export", "--format", "html", "--notes"],
        &["config", "show", "--json"],
    ] {
        let utf8 = home.ok(args);
        let other = home.command().env("LC_ALL", "C").args(["--at", crate::support::NOW]).args(args).output().unwrap();
        assert_eq!(String::from_utf8(other.stdout).unwrap(), utf8, "{args:?}");
    }
}

#[test]
fn exporting_writes_nothing() {
    let home = full();
    let before = files(&home.path(""));
    for format in ["json", "csv", "md", "ics", "html"] {
        home.ok(&["export", "--format", format]);
    }
    assert_eq!(files(&home.path("")), before);
    let fresh = Home::new();
    fresh.ok(&["export"]);
    fresh.ok(&["export", "--format", "html"]);
    assert!(files(&fresh.path("")).is_empty());
}

#[test]
fn ten_thousand_records_come_back() {
    let home = Home::new();
    let record = |index: usize| {
        let day = chrono::NaiveDate::from_ymd_opt(2025, 1, 1).unwrap() + chrono::Days::new(index as u64 % 600);
        let (who, via) = (["me", "them"][index % 2], ["text", "call", "looked", "social"][index / 2 % 4]);
        format!(
            r#"{{"v":1,"id":"{index:032x}","on":"{day}","at":"2026-11-01T00:00:00.{index:06}+00:00","kind":"contact","who":"{who}","via":"{via}","note":"{index} ◷ \"x\""}}"#
        )
    };
    let lines: Vec<String> =
        std::iter::once(line("start", "2024-12-31", r#""kind":"start""#)).chain((1..10_000).map(record)).collect();
    write_diary(&home, "a.jsonl", &lines[..5000]);
    write_diary(&home, "b.jsonl", &lines[5000..]);
    let new = moved(&home);
    assert_eq!(diary_lines(&new).len(), 10_000);
    assert!(home.says()[..3] == new.says()[..3]);
    assert_eq!(new.ok(&["import", "export.json"]), "Imported 0 records; 10000 were here already.\n");
}

/// One line of a random diary: mostly records, some about each other, and some that are none.
fn a_line() -> impl Strategy<Value = String> {
    let kind = prop_oneof![
        Just(r#""kind":"start""#.to_owned()),
        Just(r#""kind":"end""#.to_owned()),
        any::<bool>().prop_map(|again| format!(r#""kind":"breakup","again":{again}"#)),
        (any::<bool>(), "\\PC{0,12}").prop_map(|(me, note)| {
            format!(
                r#""kind":"contact","who":"{}","via":"text","note":{}"#,
                if me { "me" } else { "them" },
                serde_json::json!(note)
            )
        }),
        (0usize..3).prop_map(|word| format!(r#""kind":"boundary","boundary":"{}""#, ["space", "order", "blocked"][word])),
        (0u32..40).prop_map(|id| format!(r#""kind":"retract","retracts":"{id:02x}""#)),
        (0u32..40).prop_map(|id| format!(r#""kind":"end","replaces":"{id:02x}""#)),
        Just(r#""kind":"of another time","x":1.50"#.to_owned()),
    ];
    let record = (0u32..40, 0u64..120, 0u32..86_400_000, kind).prop_map(|(id, day, at, kind)| {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 8, 1).unwrap() + chrono::Days::new(day);
        format!(r#"{{"v":1,"id":"{id:02x}","on":"{day}","at":"2026-08-01T00:00:00.{at:09}+02:00",{kind}}}"#)
    });
    let damage = "[^\n\r]{1,20}".prop_map(|text| text.trim_matches(|c: char| c.is_ascii_whitespace()).to_owned());
    prop_oneof![9 => record, 1 => damage]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

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
