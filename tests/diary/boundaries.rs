//! What they asked for holds: in every zone, through a second breakup on its day, and through any chain of undos.

use super::*;

fn boundary(home: &Home) -> String {
    let status = json(home);
    let known = &status["boundaries"][0];
    let text = |key: &str| known[key].as_str().unwrap_or("open").to_owned();
    format!("{} {} {}", text("kind"), text("from"), text("through"))
}

#[test]
fn a_boundary_holds_from_its_first_day_through_its_last() {
    for (typed, known) in [
        ("space", "space 2026-11-23 open"),
        ("space --from 2026-11-05", "space 2026-11-05 open"),
        ("blocked --until 24 Dec", "blocked 2026-11-23 2026-12-24"),
        ("space --until today", "space 2026-11-23 2026-11-23"),
        // Without a year the last day is the first such day on or after the first.
        ("space --from 2026-11-05 --until 1 Dec", "space 2026-11-05 2026-12-01"),
        ("order --from 2026-11-05 --until 2027-05-05", "order 2026-11-05 2027-05-05"),
    ] {
        let home = Home::begun();
        home.does(&format!("boundary {typed}"));
        assert_eq!((boundary(&home).as_str(), verdict(&home).as_str()), (known, "respect-boundary"), "{typed}");
    }
}

#[test]
fn one_that_is_over_is_recorded_where_its_first_day_is_said() {
    let home = prepared();
    let said = home.does("boundary space --from 2026-11-05 --until 10 Nov");
    assert!(said.contains("through Tue 10 Nov 2026") && said.contains("isn't an invitation"), "{said}");
    assert_eq!(in_force(&home), "");
    home.does("boundary order --from 2026-11-05 --until 10 Nov --protects me");
    assert!(home.does("boundary").contains("A court order that protected you until Tue 10 Nov 2026."));
    // Nothing is in force, so there is nothing to clear.
    let before = home.lines();
    home.does("boundary clear");
    assert_eq!(home.lines(), before);
}

#[test]
fn an_order_that_is_cleared_rules_on_and_one_that_is_taken_back_was_a_mistake() {
    for (line, ruling) in [("boundary clear", "respect-boundary"), ("undo", "reach-out-gently")] {
        let home = prepared();
        home.does("boundary order");
        assert_eq!(home.types(line, "yes\n").code, Some(0));
        assert_eq!((in_force(&home).as_str(), verdict(&home).as_str()), ("", ruling));
    }
}

#[test]
fn no_chain_of_undos_ends_an_order_without_a_yes() {
    let home = prepared();
    home.does("boundary order");
    assert_eq!(home.run_with_input(&["undo"], "yes\n").code, Some(0));
    let back = id_of(of_kind(&home, "retract").last().unwrap());
    home.ok(&["undo", &back]);
    assert_eq!(verdict(&home), "respect-boundary");
    // Taking the second undo back would end the order again.
    let again = id_of(of_kind(&home, "retract").last().unwrap());
    let ran = home.run_with_input(&["undo", &again], "no\n");
    assert_eq!((ran.code, in_force(&home).as_str()), (Some(2), "order"), "{}", ran.err);
    assert_eq!(home.run_with_input(&["undo", &again], "yes\n").code, Some(0));
    assert_eq!(in_force(&home), "");
}

#[test]
fn a_clear_that_lifts_nothing_says_so() {
    let home = Home::begun();
    assert!(home.does("boundary clear").starts_with("Nothing is in force, so nothing was lifted."));
    home.does("boundary space");
    let said = home.does("boundary clear own");
    assert!(said.starts_with("Nothing that you asked for is in force, so nothing was lifted.\nThey asked for space"), "{said}");
    // It is the 24th in Tokyo, and the 23rd in Berlin.
    let home = Home::begun();
    let blocked = r#"{"v":1,"id":"aa","on":"2026-11-24","at":"2026-11-24T01:00:00+09:00","kind":"boundary","boundary":"blocked"}"#;
    home.put(".local/share/reconnect/diary/zz.jsonl", format!("{blocked}\n"));
    let ran = home.types("boundary clear", "yes\n");
    let why = "error: it begins on Tue 24 Nov 2026 here, and can be lifted from then on: They blocked you";
    assert!(ran.code == Some(2) && ran.err.starts_with(why), "{ran:?}");
    assert_eq!(in_force(&home), "blocked");
}
