//! `export --format html`, in a real browser: it renders, loads nothing, holds no script, and prints to two pages.

use std::fs;
use std::path::PathBuf;

use crate::support::{Home, have};
use crate::{full, tool, two_months};

/// The two made-up months with a slip on 14 October, and something of the notebook.
fn two_months() -> Home {
    let home = two_months::home();
    home.gives("notebook issue", "I stopped listening.");
    home.gives("notebook plan 1", "One evening a week without a screen");
    home.gives("notebook want", "To feel calm at home");
    home
}

fn page(home: &Home, notes: bool) -> (PathBuf, String) {
    let mut args = vec!["export", "--format", "html"];
    args.extend(notes.then_some("--notes"));
    let text = home.ok(&args);
    let path = home.path("page.html");
    fs::write(&path, &text).unwrap();
    (path, text)
}

#[test]
fn the_page_stands_alone_and_can_be_walked_and_an_empty_diary_has_one_too() {
    let (_, empty) = page(&Home::new(), false);
    assert!(empty.contains("<caption>November 2026</caption>") && !empty.contains("<h2 id="), "{empty}");
    let home = two_months();
    home.does("boundary space --until 2026-12-24");
    home.does("answer no");
    let (_, text) = page(&home, false);
    assert!(text.contains("they asked for space, through Thu 24 Dec 2026") && text.contains("their answer: no"));
    assert!(text.starts_with("<!DOCTYPE html><html lang=\"en\">") && text.contains("default-src 'none'"));
    let headings =
        "Dates | Counts of no contact | Calendar | What happened | Urges to write, by time of day | How you were, 1 to 5";
    for heading in headings.split(" | ").chain(["Notebook"]) {
        assert_eq!(text.matches(&format!(">{heading}</h2>")).count(), 1, "{heading}");
    }
    for part in [
        "<caption>October 2026</caption>",
        "scope=\"row\"",
        "scope=\"col\"",
        "<td>14<span aria-hidden=\"true\">×</span>",
        "<td>20<span aria-hidden=\"true\">·</span>",
    ] {
        assert!(text.contains(part), "{part}");
    }
    for words in ["a contact from you; an urge", "a practical contact; kept", "an urge; kept"] {
        assert!(text.contains(&format!("<span class=\"hidden\">, {words}</span>")), "{words}");
    }
    let hidden = text.matches("aria-hidden=\"true\">").count() - text.matches("<span aria-hidden").count();
    assert_eq!((text.matches("<svg").count(), hidden), (2, 2));
    for word in ["<script", "http://", "https://", "url(", "@import", "src=", "href=", "onload"] {
        assert!(!text.contains(word), "{word}");
    }
    assert!(text.contains("prefers-color-scheme: dark") && text.contains("@media print"));
}

#[test]
fn letters_are_never_in_it_and_notes_only_if_asked_for() {
    let home = full();
    crate::put_letter(&home, "Dear you");
    let (_, without) = page(&home, false);
    let (_, with) = page(&home, true);
    for note in ["SUM(A1)", "wanted the key", "x.invalid", "slept"] {
        assert!(!without.contains(note) && with.contains(note), "{note}");
    }
    assert!(without.contains("I stopped listening.") && without.contains("One evening a week"));
    assert!(!with.contains("Dear you") && !with.contains("letter 1"));
    assert!(with.contains("&lt;/style&gt;&lt;img src=http") && without.contains("&lt;script&gt;alert(1)"), "escaped");
    assert!(!with.contains(['\u{1b}', '\u{202e}']) && !with.contains("<script") && !with.contains("<img"));
}

#[test]
fn a_browser_renders_it_and_prints_two_months_on_two_pages() {
    if !have("chromium") {
        return;
    }
    let home = two_months();
    let (path, _) = page(&home, true);
    // Started once for all three: the DOM, a screenshot and a print.
    let files = ["--screenshot=page.png", "--print-to-pdf=page.pdf", "--no-pdf-header-footer", "--window-size=900,2000"];
    let mut chromium = tool(&home, "chromium");
    chromium.args(["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]).args(files);
    let output = chromium.arg(format!("file://{}", path.display())).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let drawn = String::from_utf8(output.stdout).unwrap();
    assert!(drawn.contains("<h2 id=\"checkins\">") && drawn.matches("</section>").count() == 8, "{drawn}");
    assert!(fs::metadata(home.path("page.png")).unwrap().len() > 50_000, "the page is drawn, not blank");
    let pdf = fs::read(home.path("page.pdf")).unwrap();
    let text = String::from_utf8_lossy(&pdf);
    let count = text.split("/Count ").nth(1).unwrap().chars().take_while(char::is_ascii_digit).collect::<String>();
    assert!(count == "1" || count == "2", "{count} pages");
}
