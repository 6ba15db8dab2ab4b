//! `import`: what is here stays, and imported lines are nobody's last entry.

use std::fs;

use crate::support::Home;
use crate::{diary_lines, full, put_letter};

#[test]
fn imported_lines_have_a_file_of_their_own_and_undo_leaves_them_alone() {
    let mut new = Home::new();
    new.put("export.json", full().does("export"));
    let said = new.transcript(
        "import --dry-run export.json
        @ 2099-01-01
        import export.json
        ! ls -A
        @ 2026-11-23T18:00
        import export.json
        ! ls .local/share/reconnect/diary
        undo
        log-contact them 2026-11-22
        undo
        undo",
    );
    insta::assert_snapshot!("import", said);
    assert_eq!(diary_lines(&new).len(), 19, "a contact and its undo");
}

#[test]
fn both_histories_become_one_and_the_own_settings_stay() {
    let new = Home::new();
    new.does("breakup 2026-10-20");
    new.does("log-contact them 2026-10-22");
    new.write_config(&format!("{}[count]\nfirst_day = 1\n", new.read_config()));
    let own = diary_lines(&new);
    new.put("export.json", full().ok(&["export"]));
    let ran = new.run(&["import", "export.json"]);
    // The breakup and the count are others than before, and said; a second time they are not.
    let holds = "Breakup: Sat 24 Oct 2026, 30 days ago.\nNo contact since Tue 10 Nov 2026, 13 days ago.\n";
    assert_eq!(ran.out, format!("Imported 17 records; 0 were here already.\n{holds}"));
    assert_eq!(new.run(&["import", "export.json"]).out, "Imported 0 records; 17 were here already.\n");
    assert!(ran.err.starts_with("hint: your own settings stay as they are: "), "{}", ran.err);
    let lines = diary_lines(&new);
    assert!(own.iter().all(|line| lines.contains(line)) && lines.len() == own.len() + 17);
    let config = new.read_config();
    assert!(config.contains("first_day = 1") && config.contains("no_contact_since"), "{config}");
    assert_eq!(new.does("export --format csv").matches(",contact,").count(), 4);
}

#[test]
fn a_failure_after_the_records_says_that_they_are_imported() {
    let home = full();
    put_letter(&home, "Dear you,\n");
    let export = home.does("export --letters");
    // A file stands where a folder has to be.
    for blocked in [".local/share/reconnect/letters", ".config/reconnect"] {
        let new = Home::new();
        new.put(blocked, "in the way");
        new.put("export.json", &export);
        let error = new.fails(&["import", "export.json"]);
        assert!(error.ends_with("\nhint: the diary's records are imported; run it again for the rest\n"), "{error}");
        assert_eq!(diary_lines(&new).len(), 17);
        fs::remove_file(new.path(blocked)).unwrap();
        assert!(new.does("import export.json").ends_with("Letters imported: 1.\n"));
    }
}

#[test]
fn the_export_is_a_file_because_stdin_answers_questions() {
    let error = Home::new().fails(&["import", "-"]);
    assert!(
        error.contains("`import` may ask you, so it doesn't read stdin") && error.contains("`reconnect import FILE`"),
        "{error}"
    );
}
