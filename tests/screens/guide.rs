//! The guide as a page to read, the help, and windows.

use std::collections::BTreeSet;

use crate::status::{DAY_30, PRESSED, READY, WAITS, YEARS, and};
use crate::support::{Home, NOW};
use crate::{lived, shown};

/// What `guide` prints; it fits a terminal of 24 lines.
fn on_a_screen(home: &Home, at: &str) -> String {
    let text = shown(home, at, 80, &["guide"]);
    // The command and the line behind the page aren't part of it.
    assert!(text.lines().count() - 2 <= 24, "{text}");
    text
}

#[test]
fn what_matters_now() {
    insta::assert_snapshot!("guide_nothing_set_up", on_a_screen(&Home::new(), NOW));
    insta::assert_snapshot!("guide_prepare", on_a_screen(&lived(DAY_30), NOW));
    insta::assert_snapshot!("guide_ready", on_a_screen(&lived(READY), NOW));
    insta::assert_snapshot!("guide_year_3", on_a_screen(&lived(YEARS), "2026-05-20T09:00"));
    insta::assert_snapshot!("guide_pressed", on_a_screen(&lived(&PRESSED[..4]), "2026-11-10T18:00"));
    let wrote_back = lived(&and(WAITS, ("2026-10-12", "log-contact them")));
    insta::assert_snapshot!("guide_wrote_back", on_a_screen(&wrote_back, "2026-10-20"));
    insta::assert_snapshot!("guide_wrote_back_6", shown(&wrote_back, "2026-10-20", 80, &["guide 6"]));
    for typed in ["answer yes", "answer no", "boundary order", "boundary space", "boundary blocked", "aim closure"] {
        let home = lived(&and(READY, ("2026-11-22", typed)));
        insta::assert_snapshot!(format!("guide_{}", typed.replace(' ', "_")), on_a_screen(&home, NOW));
    }
}

#[test]
fn everything_on_one_page() {
    insta::assert_snapshot!("guide_all", shown(&lived(READY), NOW, 80, &["guide --all"]));
}

#[test]
fn each_sentence_in_json_names_its_source() {
    let guide = lived(READY).json("guide");
    let lists = guide["steps"].as_array().unwrap().iter().map(|step| &step["sentences"]);
    let all = lists.chain([&guide["opening"], &guide["closing"]]).flat_map(|list| list.as_array().unwrap());
    let mut ids = BTreeSet::new();
    for sentence in all {
        assert_eq!(sentence["stated"] == true, sentence["source"].is_string(), "{sentence}");
        ids.extend(sentence["source"].as_str());
    }
    // All 90 statements of the article but its advertisement.
    assert_eq!(ids.len(), 89);
}

#[test]
fn each_step_whole_on_one_screen() {
    let home = lived(READY);
    for step in 1..=6 {
        let text = shown(&home, NOW, 80, &[&format!("guide {step}")]);
        assert!(text.lines().count() <= 30, "{text}");
        insta::assert_snapshot!(format!("guide_step_{step}"), text);
    }
    insta::assert_snapshot!("guide_step_3_narrow", shown(&home, NOW, 40, &["guide 3"]));
}

#[test]
fn what_studies_found() {
    insta::assert_snapshot!("guide_studies", shown(&lived(READY), NOW, 80, &["guide --studies"]));
    insta::assert_snapshot!("guide_step_5_studies", shown(&lived(READY), NOW, 80, &["guide 5 --studies"]));
}

#[test]
fn help() {
    insta::assert_snapshot!("help", shown(&Home::new(), NOW, 80, &["--help"]));
    insta::assert_snapshot!("help_narrow", shown(&Home::new(), NOW, 40, &["help"]));
    insta::assert_snapshot!("help_of_a_command", shown(&Home::new(), NOW, 80, &["help guide", "remind -h", "status -h"]));
    let topics = ["help privacy", "help shell"];
    insta::assert_snapshot!("help_topics_narrow", shown(&Home::new(), NOW, 40, &topics));
    for topic in topics {
        // Of 24 lines the shell's next prompt takes one.
        assert!(Home::new().does(topic).lines().count() <= 23, "{topic}");
    }
}

#[test]
fn windows() {
    let home = Home::new();
    let commands = ["window 3 days ago", "window 3 weeks ago", "window 7 months ago", "window 2024-01-01"];
    insta::assert_snapshot!(shown(&home, NOW, 80, &commands));
}
