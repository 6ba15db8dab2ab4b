//! `export` and `import`: everything out and back in, without loss, whole or not at all.
#![cfg(feature = "cli")]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use support::Home;

/// Every file below a folder with its bytes.
fn files(dir: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    let Ok(entries) = fs::read_dir(dir) else { return all };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(files(&path));
        } else {
            all.insert(path.clone(), fs::read(path).unwrap());
        }
    }
    all
}

fn write_diary(home: &Home, file: &str, lines: &[Vec<u8>]) {
    fs::create_dir_all(home.diary()).unwrap();
    let mut bytes = lines.join(&b'\n');
    bytes.push(b'\n');
    fs::write(home.diary().join(file), bytes).unwrap();
}

fn diary_lines(home: &Home) -> Vec<Vec<u8>> {
    let mut lines: Vec<Vec<u8>> = Vec::new();
    for bytes in files(&home.diary()).into_values() {
        lines.extend(bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).map(<[u8]>::to_vec));
    }
    lines
}

/// Exports one home into a new one.
fn moved(home: &Home) -> (Home, PathBuf) {
    let new = Home::new();
    let file = new.path("export.json");
    let export = home.run(&["export"]);
    assert_eq!(export.code, Some(0), "{}", export.err);
    fs::write(&file, export.out).unwrap();
    let ran = new.run(&["import", "export.json"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    (new, file)
}

/// All that a home says.
fn told(home: &Home) -> Vec<String> {
    let all: [&[&str]; 6] = [
        &["status", "--json"],
        &["history", "--json"],
        &["notebook", "list", "--all", "--json"],
        &["letter", "list"],
        &["export", "--format", "csv"],
        &["config", "show"],
    ];
    all.iter()
        .map(|args| home.run(args).out.lines().filter(|line| !line.starts_with("# /")).collect::<Vec<_>>().join("\n"))
        .collect()
}

/// A home with a bit of everything.
fn full() -> Home {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01T21:30", "--breakup", "2026-10-24"]);
    home.run_with_input(&["log-contact", "me", "2026-11-10", "--note", "-"], "=SUM(A1)\n\"two\" lines; and \u{1b}[31m\u{202e}");
    home.run_with_input(&["notebook", "issue"], "I stopped listening.\nOften.");
    home.run_with_input(&["notebook", "plan", "1"], "One evening a week without a screen");
    home.ok(&["boundary", "space", "--until", "2026-12-24"]);
    home.ok(&["undo"]);
    home.write_config(&format!("# mine\r\n{}[prompt]\nformat = \"{{days}} d\"\n", home.read_config()));
    let odd: [&[u8]; 5] = [
        br#"{"v":1,"id":"comet","on":"2026-11-10","at":"2026-11-10T21:31:00Z","kind":"comet","tail":[1.10,2e3]}"#,
        br#"{"v":9,"id":"newer","anything":{"a":1}}"#,
        br#"{"v":1,"id":"x","on":"2026-11-11","at":"2026-11-11T21:31:00Z","kind":"contact","who":"them","via":"text", "mood":"calm"}  "#,
        b"{\"torn\":",
        b"\xff\xfe not text \x00",
    ];
    write_diary(&home, "other.jsonl", &odd.map(|line| line.trim_ascii().to_vec()));
    home
}

#[test]
fn an_empty_home_becomes_the_same_home() {
    let home = full();
    let (new, _) = moved(&home);
    assert_eq!(told(&new), told(&home));
    assert_eq!(new.read_config(), home.read_config());
    assert_eq!(diary_lines(&new), diary_lines(&home), "every line byte for byte, unknown and damaged ones too");
    assert_eq!(new.ok(&["export"]), home.ok(&["export"]));
    assert_eq!(files(&new.diary()).len(), 1, "one file a machine");
}

#[test]
fn importing_again_changes_nothing() {
    let home = full();
    let (new, file) = moved(&home);
    let before = files(&new.path(""));
    assert_eq!(new.ok(&["import", "export.json"]), "Taken in: 0 records; 12 were there already.\n");
    assert_eq!(files(&new.path("")), before);
    // Nor does a copy that another program has laid out anew.
    let value: serde_json::Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    fs::write(&file, serde_json::to_string_pretty(&value).unwrap()).unwrap();
    let ran = new.ok(&["import", "export.json"]);
    assert!(ran.starts_with("Taken in: 0 records;"), "{ran}");
    assert_eq!(diary_lines(&new), diary_lines(&home));
}

#[test]
fn a_dry_run_says_what_it_would_do_and_does_nothing() {
    let home = full();
    let new = Home::new();
    fs::write(new.path("export.json"), home.ok(&["export"])).unwrap();
    let before = files(&new.path(""));
    assert_eq!(
        new.ok(&["import", "--dry-run", "export.json"]),
        "Would take in 12 records; 0 are there already. Nothing was changed.\n"
    );
    assert_eq!(files(&new.path("")), before);
}

#[test]
fn what_is_there_stays_and_both_histories_are_one() {
    let home = full();
    let new = Home::new();
    new.ok(&["breakup", "2026-01-01"]);
    new.ok(&["log-contact", "them", "2026-02-01"]);
    new.write_config(&format!("{}[count]\nfirst_day = 1\n", new.read_config()));
    let own = diary_lines(&new);
    fs::write(new.path("export.json"), home.ok(&["export"])).unwrap();
    let ran = new.run(&["import", "export.json"]);
    assert_eq!(ran.out, "Taken in: 12 records; 0 were there already.\n");
    assert!(ran.err.starts_with("hint: your own configuration stays"), "{}", ran.err);
    let lines = diary_lines(&new);
    assert!(lines.starts_with(&own) && lines.len() == own.len() + 12);
    assert!(new.read_config().contains("first_day = 1"));
    let history: serde_json::Value = serde_json::from_str(&new.ok(&["history", "--json"])).unwrap();
    assert_eq!(history["contacts"].as_array().unwrap().len(), 3);
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
        assert_eq!(files(&new.path("")), BTreeMap::new());
        error
    };
    for length in (0..export.len() - 2).step_by(37) {
        refused(&export.as_bytes()[..length]);
    }
    refused(&export.as_bytes()[..export.len() - 2]);
    let without_a_line = export.lines().filter(|line| !line.contains("\"boundary\"")).collect::<Vec<_>>().join("\n");
    assert!(refused(without_a_line.as_bytes()).contains("it says that it holds 12, and holds 11"));
    assert!(refused(export.replace("\"schema\":1", "\"schema\":2").as_bytes()).contains("newer version"));
    assert!(refused(br#"{"schema":1,"kind":"playlist"}"#).contains("playlist"));
    assert!(refused(b"[]").contains("not a whole export"));
    assert!(refused(&[0xff; 100]).contains("not a whole export"));
    assert!(
        refused(export.replace("\"letters\":null", "\"letters\":[{\"id\":\"../../evil\",\"text\":\"x\"}]").as_bytes())
            .contains("no name")
    );
    assert!(new.fails(&["import", "nothing.json"]).contains("there is no file"));
    assert!(new.fails(&["import", "."]).contains("not a regular file"));
}

#[test]
fn letters_go_along_only_where_they_are_asked_for() {
    let home = full();
    fs::create_dir_all(home.path(".local/share/reconnect/letters")).unwrap();
    fs::write(home.path(".local/share/reconnect/letters/abc1.md"), "Dear you,\n").unwrap();
    assert!(!home.ok(&["export"]).contains("Dear you"));
    let new = Home::new();
    fs::write(new.path("export.json"), home.ok(&["export", "--letters"])).unwrap();
    assert!(new.ok(&["import", "export.json"]).ends_with("Letters among what is new: 1.\n"));
    let letter = new.path(".local/share/reconnect/letters/abc1.md");
    assert_eq!(fs::read_to_string(&letter).unwrap(), "Dear you,\n");
    let mode = std::os::unix::fs::PermissionsExt::mode(&letter.metadata().unwrap().permissions());
    assert_eq!(mode & 0o777, 0o600);
    fs::write(&letter, "mine").unwrap();
    new.ok(&["import", "export.json"]);
    assert_eq!(fs::read_to_string(&letter).unwrap(), "mine");
    assert!(home.fails(&["export", "--letters", "--format", "csv"]).contains("--letters"));
}

#[test]
fn what_fails_after_the_records_says_that_they_were_taken_in() {
    let home = full();
    home.run_with_input(&["letter", "write"], "Dear you,\n");
    let export = home.ok(&["export", "--letters"]);
    // A file where a folder has to be: of the letters, of the configuration.
    for blocked in [".local/share/reconnect/letters", ".config/reconnect"] {
        let new = Home::new();
        fs::create_dir_all(new.path(blocked).parent().unwrap()).unwrap();
        fs::write(new.path(blocked), "in the way").unwrap();
        fs::write(new.path("export.json"), &export).unwrap();
        let error = new.fails(&["import", "export.json"]);
        assert!(error.ends_with("\nhint: the diary's records are taken in; run it again for the rest\n"), "{error}");
        assert_eq!(diary_lines(&new), diary_lines(&home));
        fs::remove_file(new.path(blocked)).unwrap();
        assert!(new.ok(&["import", "export.json"]).ends_with("Letters among what is new: 1.\n"));
    }
}

#[test]
fn a_letter_that_was_erased_is_not_brought_back() {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01"]);
    home.run_with_input(&["letter", "write"], "Dear you,\n");
    let letters = home.path(".local/share/reconnect/letters");
    assert_eq!(files(&letters).len(), 1);
    fs::write(home.path("export.json"), home.ok(&["export", "--letters"])).unwrap();
    let erased = home.run_with_input(&["letter", "erase", "1"], "yes\n");
    assert_eq!(erased.code, Some(0), "{}", erased.err);
    assert_eq!(home.ok(&["import", "export.json"]), "Taken in: 0 records; 2 were there already.\n");
    assert_eq!(files(&letters).len(), 0);

    let new = Home::new();
    fs::write(new.path("export.json"), fs::read(home.path("export.json")).unwrap()).unwrap();
    assert!(new.ok(&["import", "export.json"]).ends_with("Letters among what is new: 1.\n"));
    assert!(new.fails(&["letter", "open", "1"]).contains("sealed"), "it is sealed here, too");
}

#[test]
fn a_table_holds_no_formula_and_a_page_nothing_that_steers() {
    let home = full();
    let table = home.ok(&["export", "--format", "csv"]);
    assert!(table.starts_with("on,recorded,id,kind,"), "{table}");
    assert!(table.contains(",\"'=SUM(A1)\n\"\"two\"\" lines;"), "{table}");
    let page = home.ok(&["export", "--format", "md"]);
    assert!(
        page.starts_with("# Mon 23 Nov 2026\n")
            && page.contains("\n- **Tue 10 Nov 2026** a text by you; a new run began\n  > =SUM(A1)\n"),
        "{page}"
    );
    assert!(!page.contains(['\u{1b}', '\u{202e}']), "{page}");
}

#[test]
fn a_page_is_written_in_words_and_leaves_nothing_out() {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    home.ok(&["log-contact", "me", "2026-11-02", "--via", "call", "--keep"]);
    for (arguments, text) in [
        ("notebook issue", "I went silent."),
        ("notebook plan 1", "Say it the same evening."),
        ("notebook evidence 2", "Said it."),
        ("notebook obstacle --emotional", "Trust"),
        ("letter write", "Dear you."),
    ] {
        assert_eq!(home.run_with_input(&arguments.split(' ').collect::<Vec<_>>(), text).code, Some(0), "{arguments}");
    }
    home.ok(&["notebook", "issue", "--on-paper"]);
    home.ok(&["notebook", "done", "2"]);
    assert_eq!(home.run_with_input(&["letter", "open", "1", "--now"], "yes\nno").code, Some(0));
    assert_eq!(home.run_with_input(&["letter", "erase", "1"], "yes").code, Some(0));
    let urge = br#"{"v":1,"id":"u","on":"2026-11-10","at":"2026-11-10T21:31:00Z","kind":"urge","outcome":"sat-out","minutes":2}"#;
    let of_nothing =
        br#"{"v":1,"id":"e","on":"2026-11-10","at":"2026-11-10T21:31:00Z","kind":"done","of":"0123456789abcdef0123456789abcdef"}"#;
    write_diary(&home, "other.jsonl", &[urge.to_vec(), of_nothing.to_vec()]);
    home.ok(&["boundary", "space", "--until", "2026-12-24"]);
    let page = home.ok(&["export", "--format", "md"]);
    let written: Vec<&str> = page.split("```\n").last().unwrap().lines().filter(|line| !line.is_empty()).collect();
    let expected = [
        "- **Sat 24 Oct 2026** the breakup",
        "- **Sun 1 Nov 2026** the start of no contact",
        "- **Mon 2 Nov 2026** a call by you; the run goes on, as you said",
        "- **Tue 10 Nov 2026** 01234567 is dealt with",
        "- **Tue 10 Nov 2026** an urge, sat out, after 2 minutes",
        "- **Mon 23 Nov 2026 18:00** issue 1",
        "  > I went silent.",
        "- **Mon 23 Nov 2026 18:00** plan 2, for issue 1",
        "  > Say it the same evening.",
        "- **Mon 23 Nov 2026 18:00** evidence 3, for plan 2",
        "  > Said it.",
        "- **Mon 23 Nov 2026 18:00** obstacle 4, emotional",
        "  > Trust",
        "- **Mon 23 Nov 2026 18:00** letter 1, sealed until Wed 23 Dec 2026",
        "- **Mon 23 Nov 2026 18:00** issue 5, on paper",
        "- **Mon 23 Nov 2026 18:00** plan 2 is dealt with",
        "- **Mon 23 Nov 2026 18:00** letter 1 was opened, no longer true then",
        "- **Mon 23 Nov 2026 18:00** the words of letter 1 were erased",
        "- **Mon 23 Nov 2026** they asked for space, through Thu 24 Dec 2026",
    ];
    assert_eq!(written, expected);
}

#[test]
fn exporting_writes_nothing() {
    let home = full();
    let before = files(&home.path(""));
    for format in ["json", "csv", "md", "ics"] {
        home.ok(&["export", "--format", format]);
    }
    assert_eq!(files(&home.path("")), before);
    let fresh = Home::new();
    fresh.ok(&["export"]);
    assert_eq!(files(&fresh.path("")), BTreeMap::new());
}

#[test]
fn ten_thousand_records_come_back() {
    let home = Home::new();
    let line = |index: usize| {
        let day = chrono::NaiveDate::from_ymd_opt(2025, 1, 1).unwrap() + chrono::Days::new(index as u64 % 600);
        let (who, via) = (["me", "them"][index % 2], ["text", "call", "looked", "social"][index / 2 % 4]);
        format!(r#"{{"v":1,"id":"{index:032x}","on":"{day}","at":"2026-11-01T00:00:00.{index:06}+00:00","kind":"contact","who":"{who}","via":"{via}","note":"{index} ◷ \"x\""}}"#)
            .into_bytes()
    };
    let start = br#"{"v":1,"id":"start","on":"2024-12-31","at":"2024-12-31T00:00:00Z","kind":"start"}"#.to_vec();
    let lines: Vec<Vec<u8>> = std::iter::once(start).chain((1..10_000).map(line)).collect();
    write_diary(&home, "a.jsonl", &lines[..5000]);
    write_diary(&home, "b.jsonl", &lines[5000..]);
    let (new, _) = moved(&home);
    assert_eq!(diary_lines(&new), lines);
    let (one, other) = (told(&home), told(&new));
    assert!(one[..5] == other[..5]);
    assert_eq!(new.ok(&["import", "export.json"]), "Taken in: 0 records; 10000 were there already.\n");
}

/// One line of a random diary: mostly records, some of them about each other, and some that are none.
fn a_line() -> impl Strategy<Value = String> {
    let head = (0u32..40, 0u64..120, 0u32..86_400_000);
    let kind = prop_oneof![
        Just(r#""kind":"start""#.to_owned()),
        Just(r#""kind":"end""#.to_owned()),
        any::<bool>().prop_map(|again| format!(r#""kind":"breakup","again":{again}"#)),
        (any::<bool>(), 0usize..6, any::<bool>(), "\\PC{0,12}").prop_map(|(me, via, logistics, note)| {
            let via = ["text", "call", "in-person", "social", "looked", "other"][via];
            format!(
                r#""kind":"contact","who":"{}","via":"{via}","logistics":{logistics},"note":{}"#,
                if me { "me" } else { "them" },
                serde_json::json!(note)
            )
        }),
        (0usize..3).prop_map(|word| format!(r#""kind":"boundary","boundary":"{}""#, ["space", "order", "clear"][word])),
        (0usize..3).prop_map(|word| format!(r#""kind":"answer","answer":"{}""#, ["yes", "not-now", "no"][word])),
        (0usize..5, "\\PC{1,12}").prop_map(|(kind, text)| {
            format!(
                r#""kind":"{}","text":{},"of":"{:02x}""#,
                ["issue", "plan", "evidence", "note", "want"][kind],
                serde_json::json!(text),
                kind * 7
            )
        }),
        (0u32..40).prop_map(|id| format!(r#""kind":"retract","retracts":"{id:02x}""#)),
        (0u32..40).prop_map(|id| format!(r#""kind":"end","replaces":"{id:02x}""#)),
        Just(r#""kind":"of another time","x":1.50"#.to_owned()),
    ];
    let record = (head, kind).prop_map(|((id, day, at), kind)| {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 8, 1).unwrap() + chrono::Days::new(day);
        format!(r#"{{"v":1,"id":"{id:02x}","on":"{day}","at":"2026-08-01T00:00:00.{at:09}+02:00",{kind}}}"#)
    });
    prop_oneof![9 => record, 1 => "[^\n\r]{1,20}".prop_map(|text| text.trim_matches(|c: char| c.is_ascii_whitespace()).to_owned())]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_life_comes_back(one in prop::collection::vec(a_line(), 0..30), other in prop::collection::vec(a_line(), 0..30), edited in 0usize..4) {
        let home = Home::new();
        let bytes = |lines: &[String]| lines.iter().filter(|line| !line.trim_ascii().is_empty()).map(|line| line.clone().into_bytes()).collect::<Vec<_>>();
        write_diary(&home, "one.jsonl", &bytes(&one));
        write_diary(&home, "other.jsonl", &bytes(&other));
        let text = ["", "# nothing set\n", "no_contact_since = 2026-11-20\n[prompt]\nformat = '{kept}'\n", "breakup = 2026-07-01 # by hand\n"][edited];
        if !text.is_empty() {
            home.write_config(text);
        }
        // Where the edit contradicts the diary, there is nothing to tell, and nothing else to compare.
        prop_assume!(home.run(&["status"]).code == Some(0));
        let (new, _) = moved(&home);
        let (before, after) = (told(&home), told(&new));
        prop_assert_eq!(&before[..5], &after[..5]);
        prop_assert!(new.ok(&["import", "export.json"]).starts_with("Taken in: 0 records;"));
    }
}
