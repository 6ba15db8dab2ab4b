//! `undo`: one command at a time, chosen under the lock, and only what became true is said.

use super::*;

#[test]
fn one_undo_takes_back_all_that_one_command_recorded() {
    let mut home = Home::begun();
    let said = home.transcript(
        "log-contact them 2026-11-10 --space
        undo <<< yes
        boundary
        undo
        undo
        status --short",
    );
    insta::assert_snapshot!("undo", said);
    assert!(!home.read_config().contains("2026-"), "the config follows: {}", home.read_config());
}

#[test]
fn what_another_machine_or_an_import_recorded_is_not_taken_back_unasked() {
    let home = Home::new();
    add(&home, "a.jsonl", &line("1", "2026-11-20", r#""kind":"contact","who":"me","via":"text""#));
    add(&home, "f.jsonl", &line("2", "2026-11-10", r#""kind":"boundary","boundary":"space""#));
    let error = home.fails(&["undo"]);
    assert!(error.contains("`reconnect undo ID` takes back an entry of another computer"), "{error}");
    home.does("aim closure");
    assert!(home.does("undo").starts_with("Taken back: your aim"));
    home.fails(&["undo"]);
    assert_eq!(in_force(&home), "space");
    home.confirms(&format!("undo {:0>32}", "2"));
    assert_eq!(in_force(&home), "");
}

#[test]
fn an_id_needs_four_characters_in_any_case_and_names_one_entry() {
    let home = Home::begun();
    let contact = |home: &Home, id: &str, day: &str| {
        let text = line("x", day, r#""kind":"contact","who":"me","via":"text""#).replace(&format!("{:0>32}", "x"), id);
        add(home, "zz.jsonl", &text);
    };
    contact(&home, "ABCDEF00", "2026-11-20");
    contact(&home, "ABCEEF00", "2026-11-21");
    home.refuses(&[
        ("undo 123", "error: `123` is too short for an id: at least 4 characters\n"),
        ("undo 123", "`reconnect notebook show 123`"),
        ("undo abc", "at least 4 characters"),
        ("undo nothing", "there is no entry `nothing`"),
        ("undo abce00", "there is no entry `abce00`"),
    ]);
    assert!(home.does("undo abcd").starts_with("Taken back: a text from you, Fri 20 Nov 2026."));
    home.refuses(&[("undo ABCDEF00", "error: that entry is taken back already\nhint: `reconnect undo ")]);
    for id in ["aaaa1", "aaaa2"] {
        contact(&home, id, "2026-11-20");
    }
    home.refuses(&[("undo aaaa", "error: `aaaa` is more than one entry: ")]);
}

#[test]
fn undo_does_not_spend_itself_on_a_correction_whose_entry_is_gone() {
    let home = Home::new();
    for line in ["breakup 2026-10-24", "start-no-contact 2026-11-01", "start-no-contact 2026-11-03 --replace"] {
        home.does(line);
    }
    // By its id the start goes, and its correction with it.
    home.ok(&["undo", &id_of(&of_kind(&home, "start")[0])]);
    assert_eq!(json(&home)["no_contact"], serde_json::Value::Null);
    assert!(home.does("undo").contains("the breakup"));
}

#[test]
fn counts_again_is_said_only_of_what_does() {
    let home = Home::begun();
    home.does("log-contact me 2026-11-20");
    let slip = id_of(&of_kind(&home, "contact")[0]);
    let said = home.does("undo");
    add(&home, "zz.jsonl", &line("1", "2026-11-21", &format!(r#""kind":"retract","retracts":"{slip}""#)));
    let undo = said.split("`reconnect undo ").nth(1).unwrap().split('`').next().unwrap();
    let back = home.ok(&["undo", undo]);
    assert!(back.starts_with("Another undo still takes this back: a text from you, Fri 20 Nov 2026."), "{back}");
    assert_eq!(numbers(&home), "2026-11-01, 22/23/23/1");
}

#[test]
fn two_undos_at_once_take_back_two_entries() {
    let home = Home::begun();
    for _ in 0..6 {
        home.does("log-contact me 2026-11-02");
        home.does("log-contact me 2026-11-03");
        std::thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| home.does("undo"));
            }
        });
        assert_eq!(numbers(&home), "2026-11-01, 22/23/23/1");
    }
    let taken = of_kind(&home, "retract");
    let entries: std::collections::BTreeSet<_> = taken.iter().map(|line| line.split("\"retracts\":").nth(1).unwrap()).collect();
    assert_eq!((taken.len(), entries.len()), (12, 12));
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
fn an_undo_of_what_began_being_in_touch_says_what_is_counted_now() {
    for (since, then) in [
        // A count that was started again goes on from the first one.
        ("start-no-contact 2026-11-22", "No contact since Sun 1 Nov 2026, 22 days ago."),
        // A message in between ends the first one, which doesn't go on.
        ("log-contact me 2026-11-21", "No contact since Sat 21 Nov 2026, 2 days ago."),
        ("log-contact them 2026-11-21", "The count goes on as if it had never rested, since Sun 1 Nov 2026."),
    ] {
        let home = Home::begun();
        home.does("log-contact them 2026-11-20 --in-touch");
        let began = id_of(&of_kind(&home, "contact")[0]);
        home.does(since);
        let said = home.ok(&["undo", &began]).replace('\n', " ");
        assert!(said.contains(then), "{since}: {said}");
    }
}
