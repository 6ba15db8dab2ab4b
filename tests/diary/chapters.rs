//! A second breakup opens a chapter: what is over stays in the history, and no longer rules.

use super::*;

/// Two machines each recorded a first breakup. Setting the date settles it, and one undo brings both back.
#[test]
fn two_first_breakups_are_settled_by_saying_the_date() {
    for day in ["2026-10-20", "2026-10-26", "2026-10-28", "2026-10-30"] {
        let home = Home::begun();
        add(&home, "zz.jsonl", &line("1", "2026-10-28", r#""kind":"breakup""#));
        assert_eq!(breakup(&home), "2026-10-28");
        home.does(&format!("breakup {day}"));
        assert_eq!(breakup(&home), day);
        if day != "2026-10-28" {
            assert!(home.does("undo").starts_with("Taken back: the correction to the breakup, "));
            assert_eq!(breakup(&home), "2026-10-28", "{day}");
        }
    }
}

#[test]
fn the_same_second_breakup_from_two_machines_is_one() {
    let home = Home::begun();
    home.does("breakup 2026-11-12 --again");
    // The first chapter is no obstacle to a correction of the second breakup.
    home.does("breakup 2026-11-11");
    home.does("breakup 2026-11-12");
    home.does("start-no-contact 2026-11-14");
    let known = json(&home);
    let again = r#""kind":"breakup","again":true"#;
    add(&home, "zz.jsonl", &line("1", "2026-11-12", again));
    assert_eq!(json(&home), known);
    // Corrected on one machine, it is still the same one.
    home.does("breakup 2026-11-12");
    assert_eq!(json(&home), known);
}
