//! Everything out and back in, the config, `doctor`, `erase`, and what is generated: run as a user runs them.
#![cfg(all(feature = "cli", unix))]
#![allow(missing_docs, clippy::disallowed_macros, clippy::disallowed_methods)]

#[path = "../support/mod.rs"]
mod support;

mod archive;
mod calendar;
mod clock;
mod config;
mod config_faults;
mod doctor;
mod erase;
mod erase_text;
mod generated;
mod import;
mod numbers;
mod page;
mod schemas;
mod tables;
#[path = "../reflect/two_months.rs"]
mod two_months;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use support::Home;

/// A letter's id, as the program makes them.
const LETTER: &str = "0123456789abcdef0123456789abcdef";

/// Every file below a folder with its bytes. A link is a file.
fn files(dir: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(dir).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.is_symlink() {
            all.extend(files(&path));
        } else {
            all.insert(path.clone(), fs::read(path).unwrap_or_default());
        }
    }
    all
}

fn put_letter(home: &Home, text: &str) -> PathBuf {
    home.put(&format!(".local/share/reconnect/letters/{LETTER}.md"), text)
}

fn write_diary(home: &Home, file: &str, lines: &[impl AsRef<[u8]>]) {
    let bytes = lines.iter().flat_map(|line| [line.as_ref(), b"\n"].concat()).collect::<Vec<u8>>();
    home.put(&format!(".local/share/reconnect/diary/{file}"), bytes);
}

fn line(id: &str, on: &str, rest: &str) -> String {
    format!(r#"{{"v":1,"id":"{id}","on":"{on}","at":"2026-11-20T12:00:00+01:00",{rest}}}"#)
}

/// A contact that says that the two are in touch.
fn in_touch_line(id: &str, on: &str, who: &str) -> String {
    let contact = format!(r#""kind":"contact","who":"{who}","via":"text","in_touch":true"#);
    line(id, on, &contact).replacen("\"v\":1", "\"v\":2", 1)
}

fn diary_lines(home: &Home) -> Vec<Vec<u8>> {
    let all = files(&home.diary()).into_values().collect::<Vec<_>>().join(&b'\n');
    all.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).map(<[u8]>::to_vec).collect()
}

fn full() -> Home {
    let home = Home::example();
    home.gives("log-contact me 2026-11-10 --note -", "=SUM(A1)\n\"two\" lines; <b>\u{1b}[31m\u{202e}");
    home.gives("log-contact them 2026-11-12T08:15 --via call --note -", "wanted the key");
    home.does("boundary space --until 2026-12-24");
    home.confirms("undo");
    home.write_config(&format!("# mine\r\n{}[prompt]\nformat = \"{{days}} d\"\n", home.read_config()));
    let mut odd: Vec<Vec<u8>> = vec![
        line("comet", "2026-11-10", r#""kind":"comet","tail":[1.10,2e3]"#).into_bytes(),
        br#"{"v":9,"id":"newer","anything":{"a":1}}"#.to_vec(),
        line("spaced", "2026-11-11", r#""kind":"contact","who":"them","via":"text", "tone":"calm""#).into_bytes(),
        b"{\"torn\":".to_vec(),
        b"\xff\xfe not text \x00".to_vec(),
    ];
    for (id, rest) in [
        ("i1", r#""kind":"issue","n":1,"text":"I stopped listening.\nOften <script>alert(1)</script>.""#),
        ("p2", r#""kind":"plan","n":2,"of":"i1","text":"One evening a week without a screen""#),
        ("n3", r#""kind":"note","n":3,"text":"</style><img src=http://x.invalid/a.png onerror=alert(1)>""#),
        ("u1", r#""kind":"urge","outcome":"sat-out","minutes":2,"trigger":"lonely","strength":4"#),
        ("c1", r#""kind":"checkin","mood":3,"note":"slept | better""#),
        (LETTER, r#""kind":"letter","n":1,"until":"2026-12-20""#),
    ] {
        odd.push(line(id, "2026-11-15T22:10:00+01:00", rest).into_bytes());
    }
    write_diary(&home, "other.jsonl", &odd);
    home
}

fn tool(home: &Home, program: &str) -> Command {
    let mut command = Command::new(program);
    let path = std::env::var("PATH").unwrap_or_default();
    command.env_clear().env("HOME", home.path("")).env("PATH", path).env("LANG", "C.UTF-8").current_dir(home.path(""));
    command
}
