//! Tables for spreadsheets, and the page as Markdown.

use crate::support::Home;
use crate::{full, line, write_diary};

#[test]
fn a_table_holds_every_record_and_no_formula() {
    let home = full();
    let table = home.does("export --format csv");
    assert!(table.starts_with("on,recorded,id,kind,"), "{table}");
    assert!(table.contains(",\"'=SUM(A1)\n\"\"two\"\" lines; <b>\\u{1b}[31m\\u{202e}\""), "{table}");
    assert!(!table.contains(['\u{1b}', '\u{202e}']));
    assert_eq!(home.does("export --format csv --bom"), format!("\u{feff}{table}"), "Excel gets its mark only if asked for");
    for cell in [" =1+1", "\u{a0}=1", "＝1", "＋1", "－1", "＠SUM", "\u{3000}＠x"] {
        let home = Home::new();
        write_diary(&home, "a.jsonl", &[line("a", "2026-11-10", &format!(r#""kind":"note","n":1,"text":"{cell}""#))]);
        let table = home.does("export --format csv");
        assert!(table.contains(&format!("'{cell}")), "{cell:?}: {table}");
    }
}

#[test]
fn their_contacts_are_listed_oldest_first_with_times_and_notes() {
    let mut home = full();
    let lines = [
        line("late", "2026-11-21T23:40:00-05:00", r#""kind":"contact","who":"them","via":"social","note":"at my door""#),
        line("soon", "2026-11-02", r#""kind":"contact","who":"them","via":"in-person","logistics":true"#),
    ];
    write_diary(&home, "third.jsonl", &lines);
    let said = home.transcript(
        "export --format csv --contacts them
        export --format csv --contacts me
        export --format csv --contacts them --since 2026-11-12",
    );
    insta::assert_snapshot!("contacts", said);
}

#[test]
fn the_page_to_read_has_every_part_and_notes_only_if_asked_for() {
    let mut home = full();
    let version = env!("CARGO_PKG_VERSION");
    let page = home.transcript("export --format md").replace(version, "VERSION");
    for note in ["SUM(A1)", "wanted the key", "x.invalid", "slept"] {
        assert!(!page.contains(note), "{note}: {page}");
    }
    insta::assert_snapshot!("page_md", page);
    let noted = home.transcript("export --format md --notes\nexport --format md --since 2026-11-11").replace(version, "VERSION");
    assert!(!noted.contains(['\u{1b}', '\u{202e}']));
    insta::assert_snapshot!("page_md_notes", noted);
}

#[test]
fn an_option_of_another_format_is_refused_with_the_format_it_goes_with() {
    full().refuses(&[
        ("export --bom", "`--bom` doesn't go with this format"),
        ("export --plain", "`--format ics"),
        ("export --contacts them", "`--format csv"),
        ("export --notes", "`--format html"),
        ("export --since 2026-11-01", "`--format csv"),
        ("export --letters --format html", "`--format json"),
    ]);
}
