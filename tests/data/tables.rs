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
    for cell in [" =1+1", "\u{a0}=1", "＝1", "＋1", "－1", "＠SUM", "\u{3000}＠x"] {
        let home = Home::new();
        write_diary(&home, "a.jsonl", &[line("a", "2026-11-10", &format!(r#""kind":"note","n":1,"text":"{cell}""#))]);
        let table = home.does("export --format csv");
        assert!(table.contains(&format!("'{cell}")), "{cell:?}: {table}");
    }
}

#[test]
fn excel_gets_its_mark_only_if_asked_for() {
    let home = full();
    assert_eq!(home.does("export --format csv --bom"), format!("\u{feff}{}", home.does("export --format csv")));
}

#[test]
fn their_contacts_are_listed_oldest_first_with_times_and_notes() {
    let home = full();
    let lines = [
        line("late", "2026-11-21T23:40:00-05:00", r#""kind":"contact","who":"them","via":"social","note":"at my door""#),
        line("soon", "2026-11-02", r#""kind":"contact","who":"them","via":"in-person","logistics":true"#),
    ];
    write_diary(&home, "third.jsonl", &lines);
    let table = home.does("export --format csv --contacts them");
    let rows: Vec<&str> = table.lines().collect();
    assert_eq!(rows[0], "date,time,who,via,reply,logistics,note,recorded,id");
    let expected = [
        "2026-11-02,,them,in-person,,yes,,",
        "2026-11-11,,them,text,,,,",
        "2026-11-12,08:15 (UTC+01:00),them,call,,,wanted the key,",
    ];
    for (row, expected) in rows[1..].iter().zip(expected) {
        assert!(row.starts_with(expected), "{row}");
    }
    assert!(rows[4].starts_with("2026-11-21,23:40 (UTC-05:00),them,social,,,at my door,") && rows.len() == 5, "{table}");
    let mine = home.does("export --format csv --contacts me");
    assert!(mine.contains("2026-11-10,,me,text,") && !mine.contains("them"), "{mine}");
    let since = home.does("export --format csv --contacts them --since 2026-11-12");
    assert_eq!(since.lines().count(), 3, "{since}");
}

#[test]
fn the_page_to_read_has_every_part_and_notes_only_if_asked_for() {
    let home = full();
    let page = home.does("export --format md");
    for expected in [
        "# No contact: an overview of Mon 23 Nov 2026\n",
        "\n| the breakup | Sat 24 Oct 2026 |\n",
        "\n| no contact since | Tue 10 Nov 2026 (13 days) |\n",
        "\n| Sun 1 Nov 2026 21:30 | Tue 10 Nov 2026 | 9 | a contact |\n",
        "\n| Tue 10 Nov 2026 | a text from you; a new run began |\n",
        "\n1 urge in all; 1 not sent.\n",
        "\n| lonely | 1 | 1 |\n",
        "\n| Mon 9 Nov 2026 | 1 | 3.0 | 3 | 3 |\n",
        "\n- **issue 1**:\n  > I stopped listening.\n  > Often \\<script>alert(1)\\</script>.\n  - **plan 2**:\n    > One evening",
    ] {
        assert!(page.contains(expected), "{expected} is not in\n{page}");
    }
    for note in ["SUM(A1)", "wanted the key", "x.invalid", "slept"] {
        assert!(!page.contains(note), "{note}: {page}");
    }
    let noted = home.does("export --format md --notes");
    for note in ["=SUM(A1) \"two\" lines; \\<b>\\u{1b}", "| wanted the key |", "- **note 3**", "> slept | better"] {
        assert!(noted.contains(note), "{note}: {noted}");
    }
    assert!(!noted.contains(['\u{1b}', '\u{202e}']));
    let since = home.does("export --format md --since 2026-11-11");
    assert!(!since.contains("a text from you;") && since.contains("It begins with Wed 11 Nov 2026."), "{since}");
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
