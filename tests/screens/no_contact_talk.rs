//! Where the other person's word, or letting go, comes first, no command says a sentence about getting in touch.

use reconnect::{STUDIES, sentences};

use crate::lived;
use crate::status::{PRESSED, READY, WAITS, and};
use crate::support::{Home, Ran};

/// Every sentence that is about getting in touch.
fn contact_sentences() -> impl Iterator<Item = &'static str> {
    let studies = STUDIES.iter().filter(|study| study.about_contact).map(|study| study.finding);
    sentences().filter(|sentence| sentence.about_contact).map(|sentence| sentence.text).chain(studies)
}

/// Everything that commands print, wrapped so wide that each sentence is on one line.
fn everything(home: &Home, at: &str) -> String {
    let mut text = String::new();
    let steps: Vec<String> = (1..=6).map(|step| format!("guide {step} --studies")).collect();
    let forms = [
        "",
        "status --why",
        "status --json",
        "status --short",
        "guide",
        "guide --all",
        "guide --json",
        "guide --studies",
        "history",
    ];
    let lists =
        ["boundary", "answer", "aim", "remind --dry-run", "remind --dry-run --plain", "notebook", "letter", "urge", "doctor"];
    let exports = ["md", "ics", "ics --plain", "html"].map(|format| format!("export --format {format}"));
    let typed = steps.iter().chain(&exports).map(String::as_str);
    for typed in forms.into_iter().chain(lists).chain(typed) {
        let words = typed.split(' ').filter(|word| !word.is_empty());
        let output = home.command().args(["--at", at]).args(words).env("COLUMNS", "10000").write_stdin("").output().unwrap();
        let ran = Ran::from(output);
        text.push_str(&format!("\n$ reconnect {typed}\n{}{}", ran.out, ran.err));
    }
    // The page is 80 columns wide at most, so what was wrapped is joined again.
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace("&#39;", "'")
}

#[test]
fn no_sentence_about_getting_in_touch_where_it_is_out_of_place() {
    let lives = [
        and(READY, ("2026-11-22", "boundary space")),
        and(READY, ("2026-11-22", "boundary blocked")),
        and(READY, ("2026-11-22", "boundary order")),
        and(READY, ("2026-11-22", "boundary order --from 2026-11-02 --until 2026-11-10")),
        and(READY, ("2026-11-22", "answer no")),
        and(READY, ("2026-11-22", "answer not-now")),
        and(READY, ("2026-11-22", "aim closure")),
        WAITS.to_vec(),
        PRESSED[..3].to_vec(),
    ];
    for life in lives {
        let text = everything(&lived(&life), "2026-11-23T18:00");
        for sentence in contact_sentences() {
            assert!(!text.contains(sentence), "{:?} says {sentence:?}", life.last());
        }
        assert!(!text.contains("Quiet weeks") && !text.contains("\"earliest\":\"2"), "{:?} names a date", life.last());
    }
}

#[test]
fn where_it_has_its_place_it_is_said() {
    let text = everything(&lived(READY), "2026-11-23T18:00");
    assert!(contact_sentences().filter(|sentence| text.contains(sentence)).count() > 10, "or the test above looks for nothing");
}
