//! All that the program says to a person, written to `docs/words.md` and read for what it must never say.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use reconnect::{CLOSING, NOW, STEPS, Sentence, TABLE};

use super::all;

/// Where it came from, its case, the sentence.
struct Said {
    place: String,
    case: String,
    text: String,
}

fn said(place: &str, case: &str, text: &str) -> Said {
    Said { place: place.to_owned(), case: case.to_owned(), text: text.to_owned() }
}

fn everything() -> Vec<Said> {
    let mut all = verdicts();
    all.extend(steps());
    all.extend(super::all().map(|(file, _, case, text)| said(&format!("The commands: `words/{file}.rs`"), case.trim(), text)));
    help(&crate::cli::command(), "reconnect", &mut all);
    all
}

fn verdicts() -> Vec<Said> {
    let mut all = Vec::new();
    for row in &TABLE {
        let place = format!("The verdict `{}`: `advice.rs`", row.id);
        let case = |what: &str, case: &str| if case.is_empty() { what.to_owned() } else { format!("{what}, {case}") };
        all.extend(row.says.iter().map(|says| said(&place, &case("the verdict", says.case), says.text)));
        all.extend(row.reasons.iter().map(|reason| {
            let voice = if reason.text.stated { "stated" } else { "inferred" };
            said(&place, &case(&format!("step {}, {voice}", reason.text.step), reason.case), reason.text.text)
        }));
    }
    all
}

fn steps() -> Vec<Said> {
    let mut all = Vec::new();
    let voice = |what: &str, sentence: Sentence| {
        let voice = if sentence.stated { "stated" } else { "inferred" };
        let contact = if sentence.about_contact { ", left out where contact is out of place" } else { "" };
        format!("{what}, {voice}{contact}")
    };
    for step in &STEPS {
        let place = format!("Step {}, {}: `guide.rs`", step.number, step.title);
        all.push(said(&place, &voice("asks", step.asks), step.asks.text));
        all.extend(step.why.iter().map(|why| said(&place, &voice("why", *why), why.text)));
        all.extend(step.practices.iter().map(|how| said(&place, &voice("how", *how), how.text)));
        all.push(said(&place, &voice("tip", step.tip), step.tip.text));
    }
    all.extend(CLOSING.iter().map(|sentence| said("Last thoughts: `guide.rs`", &voice("below a step", *sentence), sentence.text)));
    for now in &NOW {
        let place = format!("Now, `{}`: `now.rs`", now.verdict);
        all.push(said(&place, &format!("`guide`, why the steps {:?} come first", now.steps), now.because));
        all.push(said(&place, &voice("`urge`", now.pause), now.pause.text));
    }
    all
}

fn help(command: &clap::Command, name: &str, all: &mut Vec<Said>) {
    let place = format!("`{name} --help`");
    let mut push = |case: &str, text: Option<String>| {
        all.extend(text.filter(|text| !text.is_empty()).map(|text| said(&place, case, &text)));
    };
    push("about", command.get_about().map(ToString::to_string));
    push("about, long", command.get_long_about().map(ToString::to_string));
    for argument in command.get_arguments().filter(|argument| !argument.is_global_set() || name == "reconnect") {
        push(argument.get_id().as_str(), argument.get_help().map(ToString::to_string));
        push(&format!("{}, long", argument.get_id()), argument.get_long_help().map(ToString::to_string));
    }
    for sub in command.get_subcommands() {
        help(sub, &format!("{name} {}", sub.get_name()), all);
    }
}

fn page() -> String {
    let mut page = String::from(
        "# Every sentence\n\nWhat the program can say to a person, with the case that each sentence belongs to. A test writes this page \
         (`UPDATE_WORDS=1 cargo test --bin reconnect words`), compares it, and reads it for what must never be said; DESIGN.md has the \
         rules. What stands in braces is filled in. Errors and their hints stand where they are raised; the same words are forbidden there.\n",
    );
    let mut place = String::new();
    for said in everything() {
        if said.place != place {
            let _ = write!(page, "\n## {}\n\n", said.place);
            place.clone_from(&said.place);
        }
        let _ = writeln!(page, "- {}:\n  {}", said.case, said.text.replace('\n', " "));
    }
    page
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_page_of_every_sentence_is_as_the_program_says_it() {
    let path = root().join("docs/words.md");
    let page = page();
    if option_env!("UPDATE_WORDS").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == page, "docs/words.md is stale: UPDATE_WORDS=1 cargo test --bin reconnect words, and read what changed");
}

#[test]
fn every_file_of_sentences_is_on_the_page() {
    let mut files: Vec<String> = sources(&root().join("src/bin/reconnect/words"))
        .iter()
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .filter(|name| name != "mod" && name != "written")
        .collect();
    let mut listed: Vec<String> = all().map(|(file, ..)| file.to_owned()).collect();
    files.sort();
    listed.sort();
    listed.dedup();
    assert_eq!(files, listed);
}

/// What is never said, as the beginnings of words; and where it may stand after all.
const NEVER: &[(&str, &[&str])] = &[
    // No promise, no odds.
    ("promis", &["not a promise", "big promises"]),
    ("guarantee", &[]),
    ("odds", &[]),
    ("probab", &[]),
    ("likel", &[]),
    ("unlikel", &[]),
    ("chance", &["second chance"]),
    ("success", &[]),
    // Nobody is won, made or tricked.
    ("win", &["window"]),
    ("won", &["won't"]),
    ("make them", &[]),
    ("makes them", &[]),
    ("get them back", &[]),
    ("get her back", &[]),
    ("get him back", &[]),
    ("crave", &[]),
    ("seduc", &[]),
    ("attract", &[]),
    ("jealous", &[]),
    ("trick", &["trickier"]),
    ("secret", &[]),
    // No scolding.
    ("you failed", &[]),
    ("failure", &[]),
    ("weak", &[]),
    ("should have", &[]),
    ("shouldn't", &[]),
    ("shame", &[]),
    ("guilt", &[]),
    ("relaps", &[]),
    ("slip", &[]),
    ("streak", &[]),
    ("gave in", &[]),
    ("give in", &[]),
    ("your fault", &[]),
    ("did wrong", &["not what they did wrong"]),
    ("must not", &[]),
    // No praise: it would have to be kept from what it must not praise.
    ("well done", &[]),
    ("good job", &[]),
    ("great", &[]),
    ("congrat", &[]),
    ("proud", &[]),
    ("brave", &[]),
    ("bravo", &[]),
    ("awesome", &[]),
    // Nothing counts down to contact.
    ("days left", &[]),
    ("days to go", &[]),
    ("remaining", &[]),
    ("soon", &[]),
    ("almost there", &[]),
    ("hurry", &[]),
    ("too late", &["too early and too late can both backfire"]),
    ("don't miss", &[]),
    // Nothing about what the other person does, feels or will do.
    ("miss you", &[]),
    ("misses", &[]),
    ("come back", &["a file can come back"]),
    ("comes back", &["trust comes back"]),
    ("they feel", &[]),
    ("they think", &[]),
    ("they want", &[]),
    ("they will", &[]),
    ("they'll", &[]),
    ("thinking of you", &[]),
];

/// The first thing in a text that is never said.
fn forbidden(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase().replace('’', "'");
    NEVER.iter().find_map(|(word, allowed)| {
        let mut text = text.clone();
        for phrase in *allowed {
            text = text.replace(phrase, "");
        }
        let starts_a_word = |at: usize| !text[..at].ends_with(|c: char| c.is_alphanumeric());
        text.match_indices(word).any(|(at, _)| starts_a_word(at)).then_some(*word)
    })
}

#[test]
fn nothing_is_said_that_must_never_be_said() {
    let found: Vec<String> = everything()
        .iter()
        .filter_map(|said| Some(format!("{}: {} has {:?}", said.place, said.text, forbidden(&said.text)?)))
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert_eq!(forbidden("Your chances are fine"), Some("chance"));
    assert_eq!(forbidden("a second chance in this window, not a promise"), None);
}

#[test]
fn errors_and_hints_keep_to_the_same_words() {
    let mut found = Vec::new();
    for path in sources(&root().join("src")).into_iter().filter(|path| !path.ends_with("written.rs")) {
        let text = std::fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        for literal in code.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(literals) {
            // One word is a name in the code, not a sentence.
            if literal.contains(' ')
                && let Some(word) = forbidden(&literal)
            {
                found.push(format!("{}: {literal:?} has {word:?}", path.display()));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The quoted texts of a line, by every second quote.
fn literals(line: &str) -> Vec<String> {
    line.replace("\\\"", "'").split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

fn sources(dir: &Path) -> Vec<PathBuf> {
    let paths = std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    let (dirs, files): (Vec<_>, Vec<_>) = paths.partition(|path| path.is_dir());
    let files = files.into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
    files.chain(dirs.iter().flat_map(|dir| sources(dir))).collect()
}

/// More words than this are more than a breath.
const LONGEST: usize = 30;

#[test]
fn no_sentence_is_longer_than_a_breath() {
    let mut found = Vec::new();
    for said in everything() {
        for sentence in said.text.replace('\n', " ").split_inclusive(['.', '!', '?', ';']) {
            let count = sentence.split_whitespace().count();
            // A list of names is no sentence.
            if count > LONGEST && sentence.matches('{').count() < 5 {
                found.push(format!("{}: {count} words: {sentence}", said.place));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
