//! Tables for spreadsheets, and the page as Markdown.

use std::os::unix::fs::PermissionsExt as _;

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
    for cell in [" =1+1", "\u{a0}=1", "＝1", "＋1", "－1", "＠SUM", "\u{3000}＠x", "\t=1", "\u{200f}=1", "\u{ad}\u{200d}＝1"]
    {
        let cell = cell.replace('\t', "\\t");
        let home = Home::new();
        write_diary(&home, "a.jsonl", &[line("a", "2026-11-10", &format!(r#""kind":"note","n":1,"text":"{cell}""#))]);
        let table = home.does("export --format csv");
        assert!(table.contains(&format!("'{}", cell.replace("\\t", "\t"))), "{cell:?}: {table}");
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
        export --format csv --contacts them --since 12 Nov 2026",
    );
    insta::assert_snapshot!("contacts", said);
    // A page calls those unwanted that the table does.
    home.gives("boundary order 2026-10-01 --protects me", "");
    let [csv, md, html] = ["csv", "md", "html"].map(|format| home.does(&format!("export --format {format} --contacts them")));
    let unwanted = csv.lines().filter(|line| line.ends_with(",yes")).count();
    assert!(unwanted > 0, "{csv}");
    assert_eq!([&md, &html].map(|page| page.matches(", unwanted").count()), [unwanted; 2], "{md}");
}

#[test]
fn the_page_to_read_has_every_part_and_notes_only_if_asked_for() {
    let mut home = full();
    let version = env!("CARGO_PKG_VERSION");
    let page = home.transcript("export --format md").replace(version, "VERSION");
    insta::assert_snapshot!("page_md", page);
    let noted = home.transcript("export --format md --notes\nexport --format md --since 2026-11-11").replace(version, "VERSION");
    assert!(!noted.contains(['\u{1b}', '\u{202e}']));
    insta::assert_snapshot!("page_md_notes", noted);
}

#[test]
fn contacts_of_one_person_alone_are_in_every_format() {
    let home = full();
    home.gives("notebook want", "calm");
    for (format, theirs, mine) in [
        ("json", "wanted the key", "SUM(A1)"),
        ("md --notes", "wanted the key", "SUM(A1)"),
        ("html --notes", "wanted the key", "SUM(A1)"),
    ] {
        let them = home.does(&format!("export --format {format} --contacts them"));
        let me = home.does(&format!("export --format {format} --contacts me"));
        assert!(them.contains(theirs) && !them.contains(mine) && me.contains(mine) && !me.contains(theirs), "{format}: {them}{me}");
        for other in ["calm", "the breakup", "\"kind\":\"start\"", "Notebook", "Calendar", "I stopped listening"] {
            assert!(!them.contains(other), "{format}: {other}");
        }
    }
    assert!(!home.does("export --format md --contacts them").contains("wanted the key"), "notes only if asked for");
    assert!(!home.does("export --contacts them").contains("{days} d"), "settings are nobody else's business");
    // What is exported for one person can be imported, and is known where it came from.
    let new = Home::new();
    let export = home.does("export --contacts them --since 2026-11-12");
    for (home, said) in [(&new, "Imported 1 record;"), (&home, "Imported 0 records; 1 were here already")] {
        home.put("them.json", &export);
        let ran = home.run(&["import", "them.json"]);
        assert!(ran.out.contains(said), "{said}: {ran:?}");
    }
}

#[test]
fn a_file_is_private_and_never_replaced() {
    let home = full();
    for (format, name) in [("json", "a.json"), ("csv", "a.csv"), ("html", "deep name.html")] {
        let path = home.path(name);
        let said = home.ok(&["export", "--format", format, "--output", name]);
        assert_eq!(said, format!("Saved in {name}. Only you can read it.\n"));
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(text, home.ok(&["export", "--format", format]));
        let refused = home.fails(&["export", "--output", name]);
        assert!(refused.contains("is there already, and stays as it is"), "{refused}");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    }
    std::os::unix::fs::symlink(home.path("nowhere"), home.path("link")).unwrap();
    assert!(home.fails(&["export", "--output", "link"]).contains("is there already") && !home.path("nowhere").exists());
    assert!(home.fails(&["export", "--output", "no folder/a.json"]).contains("could not save"));
    assert_eq!(home.lines().len(), 17, "nothing else was touched");
}

/// What people write: tabs, two scripts from the right with their marks, a closed isolate, a soft hyphen, flags and a family.
const WRITTEN: &str = "a\tb שלום \u{200f}(x)\u{200f} مرحبا \u{61c}12 \u{2067}אב\u{2069} Do\u{ad}nau 🇺🇦 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} 👩\u{200d}👧";

#[test]
fn what_people_write_comes_out_whole_and_what_steers_never() {
    let home = Home::example().env("COLUMNS", "200");
    let text = format!("{WRITTEN}\n\tagain \u{1b}[31m\u{9b}1m \u{202e}back \u{2066}open\u{200b}");
    let steered = "again \\u{1b}[31m\\u{9b}1m \\u{202e}back \\u{2066}open\\u{200b}";
    home.gives("log-contact me --note -", &text);
    home.gives("notebook issue", &text);
    home.gives("checkin 2 --note -", &text);
    let lines =
        "history | history --csv | history --all --notes | notebook show 1 | export --format csv | export --format html --notes";
    for line in lines.split(" | ") {
        let shown = home.does(line);
        assert!(shown.contains(WRITTEN) && shown.contains(steered), "{line}: {shown}");
        assert!(!shown.contains(['\u{1b}', '\u{9b}', '\u{202e}', '\u{2066}', '\u{200b}']), "{line}");
    }
    home.gives("notebook note", "a\u{1b}[2Jb\u{202e}c");
    assert!(home.does("notebook list").contains("  a\\u{1b}[2Jb\\u{202e}c\n"));
    // In Markdown what a renderer would read is escaped; read, it is the same.
    let page = home.does("export --format md --notes");
    assert!(page.contains(&format!("> {WRITTEN}\n")) && page.contains("again \\\\u{1b}\\[31m"), "{page}");
    assert!(!home.does("history --json").contains(['\u{1b}', '\u{9b}', '\u{202e}', '\u{2066}', '\u{200b}']));
    assert_eq!(home.json("history")["contacts"][0]["note"], text.as_str());
}

#[test]
fn markdown_escapes_its_own_escape_sign_first() {
    let home = Home::example();
    let text = r"a \<img src=x onerror=alert(1)> \| b ![p](http://x.invalid/p.png) &lt; `c` *d* [e]: x";
    home.gives("log-contact me --note -", text);
    home.gives("notebook want", text);
    let page = home.does("export --format md --notes");
    let literal = r"a \\&lt;img src=x onerror=alert(1)&gt; \\\| b !\[p\](http://x.invalid/p.png) &amp;lt; \`c\` \*d\* \[e\]: x";
    assert_eq!(page.matches(literal).count(), 2, "{page}");
}
