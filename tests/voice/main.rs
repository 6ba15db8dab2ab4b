//! The voice of the program: its sentences are short, say things as a friend would, and promise nothing. Every string in `src/` is
//! read, without the tests and comments there, and every line of its text files.
#![allow(missing_docs)]

use std::path::{Path, PathBuf};

/// More words than this are more than a breath.
const LONGEST: usize = 20;

/// Forms that make a reader decode: abstract, passive, folded in on themselves.
const RIDDLES: &str = "theirs to, is respected, to be respected, unless said, no date here, begins anew, the taking back of, \
    theirs is the last word, have sent a word, what you kept is still yours, leaves it open, as if it were, is dealt with, \
    is that is, knows no date, what was read, that list, nothing has been written";

/// Promises, odds, tricks, praise and scolding.
const NEVER: &str = "promise, will come back, win back, win them, get them back, get back together, guarantee, chances are, crave, \
    seduce, jealous, make them, you failed, you should have, relapse, your fault, weakness, well done, congratulations, great job, \
    proud, days left, days to go, almost there, hurry, don't give up, they will, they'll, is thinking of you";

/// Where such words may stand after all.
const ALLOWED: &[(&str, &[&str])] = &[
    ("promise", &["no big promises", "a promise sped"]),
    ("relapse", &["`"]),
    ("make them", &["don't make them feel"]),
    ("your fault", &["isn't your fault"]),
];

fn files(dir: &Path, extension: &str) -> Vec<PathBuf> {
    let paths = std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    let (dirs, here): (Vec<_>, Vec<_>) = paths.partition(|path| path.is_dir());
    let here = here.into_iter().filter(|path| path.extension().is_some_and(|known| known == extension));
    here.chain(dirs.iter().flat_map(|dir| files(dir, extension))).collect()
}

/// The strings of a source text, without comments, attributes' reasons and tests. What stands in braces is filled in later.
fn strings(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]\nmod tests").next().unwrap();
    let mut found = Vec::new();
    let mut chars = code.chars().peekable();
    let mut before = String::new();
    while let Some(c) = chars.next() {
        match c {
            '/' if chars.peek() == Some(&'/') => {
                let comment: String = chars.by_ref().take_while(|c| *c != '\n').collect();
                // clap prints the doc comments of the command line.
                if let Some(text) = comment.strip_prefix("/ DOC ") {
                    found.push(text.to_owned());
                }
            }
            '\'' => {
                let quoted = chars.next();
                if quoted == Some('\\') {
                    chars.next();
                    chars.next();
                } else if chars.peek() == Some(&'\'') {
                    chars.next();
                }
            }
            'r' if chars.peek() == Some(&'"') && !before.ends_with(|c: char| c.is_alphanumeric()) => {
                chars.next();
                chars.by_ref().find(|c| *c == '"');
            }
            '"' => {
                let mut text = String::new();
                while let Some(c) = chars.next().filter(|c| *c != '"') {
                    match c {
                        '\\' => match chars.next() {
                            Some('n') => text.push('\n'),
                            Some('\n') => while chars.next_if(|c| c.is_whitespace()).is_some() {},
                            Some(c) => text.push(c),
                            None => {}
                        },
                        c => text.push(c),
                    }
                }
                if !before.trim_end().ends_with("reason =") && text.contains(' ') {
                    found.push(text);
                }
                before.clear();
            }
            c => before.push(c),
        }
    }
    found
}

fn every_string() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = Vec::new();
    for path in files(&root.join("src"), "txt") {
        let text = std::fs::read_to_string(&path).unwrap();
        all.extend(text.lines().filter(|line| !line.starts_with('#')).map(|line| (path.display().to_string(), line.to_owned())));
    }
    for path in files(&root.join("src"), "rs") {
        let is_command_line = path.to_string_lossy().contains("/reconnect/cli/");
        let source = std::fs::read_to_string(&path).unwrap();
        // Comments are for whoever reads the code; only those of the command line are printed.
        let source = if is_command_line { source.replace("    /// ", "    // DOC ") } else { without_comments(&source) };
        let name = path.strip_prefix(root).unwrap().display().to_string();
        all.extend(strings(&source).into_iter().map(|text| (name.clone(), text)));
    }
    assert!(all.len() > 500, "the reader finds the strings");
    all
}

fn without_comments(source: &str) -> String {
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| [line, "\n"]).collect()
}

/// The sentences of a text. A name in backticks or braces is one word, whatever it holds.
fn sentences(text: &str) -> Vec<String> {
    let mut folded = String::new();
    for (index, part) in text.split('`').enumerate() {
        folded.push_str(if index % 2 == 0 { part } else { "NAME" });
    }
    let words = folded.replace(['\n', '\u{a0}'], " ");
    words
        .split_inclusive(['.', '!', '?', ':', ';'])
        .map(|sentence| sentence.trim().to_owned())
        .filter(|text| !text.is_empty())
        .collect()
}

#[test]
fn no_sentence_is_longer_than_a_breath_or_has_two_semicolons() {
    let mut found = Vec::new();
    for (place, text) in every_string() {
        for sentence in sentences(&text) {
            let words = sentence.split_whitespace().count();
            let is_list = sentence.matches(',').count() >= 6 || sentence.matches('{').count() >= 5;
            if words > LONGEST && !is_list {
                found.push(format!("{place}: {words} words: {sentence}"));
            }
        }
        let mut parts = text.split(['.', '!', '?', '\n']);
        if parts.any(|part| part.matches(';').count() >= 2) && !text.contains('{') {
            found.push(format!("{place}: two semicolons: {text}"));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn no_riddle_and_no_promise() {
    let mut found = Vec::new();
    for (place, text) in every_string() {
        let low = text.to_lowercase();
        for form in RIDDLES.split(", ").chain(NEVER.split(", ")).filter(|form| low.contains(form)) {
            let is_allowed =
                |(known, phrases): &(&str, &[&str])| *known == form && phrases.iter().any(|phrase| low.contains(phrase));
            if !ALLOWED.iter().any(is_allowed) {
                found.push(format!("{place}: {form:?} in {text:?}"));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_reader_of_strings_reads_them() {
    let source =
        "let a = \"one two\\\n   three\"; // no \"comment here\"\nlet c = '\"'; f(\"a \\\"b\\\" c\", reason = \"not this\")\n";
    assert_eq!(strings(&without_comments(source)), ["one twothree", "a \"b\" c"]);
}
