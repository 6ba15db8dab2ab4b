//! `export --format html`, in a real browser: it renders, loads nothing, holds no script, and prints to two pages.

use std::fs;
use std::path::PathBuf;

use crate::support::{Home, have};
use crate::{full, line, tool, write_diary};

/// Two months with a slip, urges and check-ins.
fn two_months() -> Home {
    let home = Home::new();
    let mut lines = vec![
        line("b", "2026-09-20", r#""kind":"breakup""#),
        line("s", "2026-09-24T21:30:00+02:00", r#""kind":"start""#),
        line("me", "2026-10-10T23:10:00+02:00", r#""kind":"contact","who":"me","via":"text","note":"Sent \"are you up?\"""#),
        line("i", "2026-10-20T20:00:00+02:00", r#""kind":"issue","n":1,"text":"I stopped listening.""#),
        line("p", "2026-10-20T20:01:00+02:00", r#""kind":"plan","n":2,"of":"i","text":"One evening a week without a screen""#),
        line("w", "2026-10-20T20:02:00+02:00", r#""kind":"want","n":3,"text":"To feel calm at home""#),
    ];
    for index in 0..60usize {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 9, 24).unwrap() + chrono::Days::new(index as u64);
        lines.push(line(
            &format!("c{index}"),
            &format!("{day}T09:00:00+02:00"),
            &format!(r#""kind":"checkin","mood":{}"#, 1 + index / 13),
        ));
        if index % 3 == 0 {
            let (hour, trigger) = ([7, 13, 21, 22, 23][index % 5], ["lonely", "song", "memory"][index % 3]);
            let rest = format!(r#""kind":"urge","outcome":"sat-out","minutes":2,"trigger":"{trigger}","strength":3"#);
            lines.push(line(&format!("u{index}"), &format!("{day}T{hour:02}:15:00+02:00"), &rest));
        }
    }
    write_diary(&home, "a.jsonl", &lines);
    home
}

/// Writes the page into the home.
fn page(home: &Home, notes: bool) -> (PathBuf, String) {
    let mut args = vec!["export", "--format", "html"];
    args.extend(notes.then_some("--notes"));
    let text = home.ok(&args);
    let path = home.path("page.html");
    fs::write(&path, &text).unwrap();
    (path, text)
}

#[test]
fn the_page_stands_alone_and_can_be_walked() {
    let (_, text) = page(&two_months(), false);
    assert!(text.starts_with("<!DOCTYPE html><html lang=\"en\">") && text.contains("default-src 'none'"));
    for heading in [
        "Dates",
        "Runs of no contact",
        "Calendar",
        "What happened",
        "Urges to write, by weekday and hour",
        "How you were, 1 to 5",
        "Notebook",
    ] {
        assert_eq!(text.matches(&format!(">{heading}</h2>")).count(), 1, "{heading}");
    }
    for part in ["<caption>October 2026</caption>", "scope=\"row\"", "scope=\"col\"", "<td>10<span aria-hidden=\"true\">×</span>"]
    {
        assert!(text.contains(part), "{part}");
    }
    assert!(text.contains("<span class=\"hidden\">, a contact from you</span>"));
    assert_eq!(text.matches("<svg").count(), 3);
    assert_eq!(
        text.matches("<svg").count(),
        text.matches("aria-hidden=\"true\">").count() - text.matches("<span aria-hidden").count()
    );
    for word in ["<script", "http://", "https://", "url(", "@import", "src=", "href=", "onload"] {
        assert!(!text.contains(word), "{word}");
    }
    for style in ["prefers-color-scheme: dark", "@media print"] {
        assert!(text.contains(style), "{style}");
    }
}

#[test]
fn letters_are_never_in_it_and_notes_only_if_asked_for() {
    let home = full();
    crate::put(&home, &format!(".local/share/reconnect/letters/{}.md", crate::LETTER), "Dear you");
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
fn a_boundary_or_an_answer_brings_no_word_about_contact() {
    let home = two_months();
    home.ok(&["boundary", "space", "--until", "2026-12-24"]);
    home.ok(&["answer", "no"]);
    let (_, text) = page(&home, true);
    for sentence in reconnect::contact_sentences() {
        assert!(!text.contains(sentence), "{sentence}");
    }
    assert!(text.contains("they asked for space, through Thu 24 Dec 2026") && text.contains("their answer: no"));
}

#[test]
fn a_browser_renders_it_and_prints_two_months_on_two_pages() {
    if !have("chromium") {
        return;
    }
    let home = two_months();
    let (path, _) = page(&home, true);
    let url = format!("file://{}", path.display());
    let chromium = |args: &[&str]| {
        let output =
            tool(&home, "chromium").args(["--headless", "--no-sandbox", "--disable-gpu"]).args(args).arg(&url).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let drawn = chromium(&["--dump-dom"]);
    assert!(drawn.contains("<h2 id=\"checkins\">") && drawn.matches("</section>").count() == 8, "{drawn}");
    chromium(&["--screenshot=page.png", "--window-size=900,2000"]);
    assert!(fs::metadata(home.path("page.png")).unwrap().len() > 50_000, "the page is drawn, not blank");
    chromium(&["--no-pdf-header-footer", "--print-to-pdf=page.pdf"]);
    let pdf = fs::read(home.path("page.pdf")).unwrap();
    let text = String::from_utf8_lossy(&pdf);
    let count = text.split("/Count ").nth(1).unwrap().chars().take_while(char::is_ascii_digit).collect::<String>();
    assert!(count == "1" || count == "2", "{count} pages");
}

#[test]
fn an_empty_diary_gives_a_page_too() {
    let (_, text) = page(&Home::new(), false);
    assert!(text.contains("<caption>November 2026</caption>") && !text.contains("<h2 id="), "{text}");
}
