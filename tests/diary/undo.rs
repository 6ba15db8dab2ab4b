//! `undo`: one command at a time, chosen under the lock, and only what became true is said.

use super::*;

/// The id that a message offers for undoing.
fn offered(text: &str) -> String {
    text.split("`reconnect undo ").nth(1).unwrap().split('`').next().unwrap().to_owned()
}

#[test]
fn one_undo_takes_back_all_that_one_command_recorded() {
    let home = begun();
    home.ok(&["log-contact", "them", "2026-11-10", "--space"]);
    assert_eq!((in_force(&home).as_str(), diary(&home).len()), ("space", 4));
    let said = home.ok(&["undo"]);
    assert!(said.contains("a text from them, Tue 10 Nov 2026") && said.contains("they asked for space"), "{said}");
    assert_eq!((in_force(&home).as_str(), numbers(&home).as_str()), ("", "2026-11-01, 22/23/23/1"));
    let said = home.ok(&["undo"]);
    assert!(said.contains("the start of no contact, Sun 1 Nov 2026") && said.contains("the breakup, Sat 24 Oct 2026"), "{said}");
    assert_eq!((breakup(&home).as_str(), json(&home)["no_contact"].is_null()), ("none", true));
    assert!(!home.read_config().contains("2026-"), "the config follows: {}", home.read_config());
    assert!(home.fails(&["undo"]).starts_with("error: there is nothing left here to take back\n"));
}

#[test]
fn undo_restores_the_state_before_and_can_be_undone() {
    let commands: [&[&str]; 9] = [
        &["log-contact", "me", "2026-11-10T21:00", "--via", "call"],
        &["log-contact", "them", "2026-11-12", "--no"],
        &["end-no-contact", "2026-11-15"],
        &["start-no-contact", "2026-11-18"],
        &["start-no-contact", "2026-11-19", "--replace"],
        &["breakup", "2026-10-20"],
        &["boundary", "space"],
        &["answer", "yes"],
        &["aim", "closure"],
    ];
    let home = begun();
    let mut states = Vec::new();
    for command in commands {
        states.push(json(&home));
        home.ok(command);
    }
    for (command, before) in commands.iter().zip(states).rev() {
        let after = json(&home);
        let said = home.ok(&["undo"]);
        assert_eq!(json(&home), before, "{command:?}");
        let back = home.ok(&["undo", &offered(&said)]);
        assert!(back.starts_with("Counts again: "), "{back}");
        assert_eq!(json(&home), after, "{command:?}");
        home.ok(&["undo", &offered(&back)]);
        assert_eq!(json(&home), before, "{command:?}");
    }
}

#[test]
fn what_another_machine_or_an_import_recorded_is_not_taken_back_unasked() {
    let home = Home::new();
    add(&home, "a.jsonl", &line("1", "2026-11-20", r#""kind":"contact","who":"me","via":"text""#));
    add(&home, "f.jsonl", &line("2", "2026-11-10", r#""kind":"boundary","boundary":"space""#));
    let error = home.fails(&["undo"]);
    assert!(error.contains("`reconnect undo ID` takes back an entry of another computer"), "{error}");
    home.ok(&["aim", "closure"]);
    assert!(home.ok(&["undo"]).starts_with("Taken back: your aim"));
    home.fails(&["undo"]);
    assert_eq!(in_force(&home), "space");
    home.ok(&["undo", &format!("{:0>32}", "2")]);
    assert_eq!(in_force(&home), "");
}

#[test]
fn an_id_needs_four_characters_in_any_case_and_names_one_entry() {
    let home = begun();
    add(
        &home,
        "zz.jsonl",
        &line("ABCDEF", "2026-11-20", r#""kind":"contact","who":"me","via":"text""#)
            .replace("00000000000000000000000000ABCDEF", "ABCDEF00"),
    );
    add(
        &home,
        "zz.jsonl",
        &line("x", "2026-11-21", r#""kind":"contact","who":"me","via":"call""#).replace(&format!("{:0>32}", "x"), "ABCEEF00"),
    );
    for short in ["2", "12", "123"] {
        let error = home.fails(&["undo", short]);
        assert!(error.starts_with(&format!("error: `{short}` is too short for an id: at least 4 characters\n")), "{error}");
        assert!(error.contains(&format!("`reconnect notebook show {short}`")), "{error}");
    }
    assert!(home.fails(&["undo", "abc"]).contains("at least 4 characters"));
    assert!(home.fails(&["undo", "nothing"]).contains("no entry has an id that begins with `nothing`"));
    assert!(home.ok(&["undo", "abcd"]).starts_with("Taken back: a text from you, Fri 20 Nov 2026."));
    let twice = home.fails(&["undo", "ABCDEF00"]);
    assert!(twice.starts_with("error: that entry is taken back already\nhint: `reconnect undo "), "{twice}");
    let many = begun();
    for id in ["aaaa1", "aaaa2"] {
        let text = line("x", "2026-11-20", r#""kind":"contact","who":"me","via":"text""#).replace(&format!("{:0>32}", "x"), id);
        add(&many, "zz.jsonl", &text);
    }
    assert!(many.fails(&["undo", "aaaa"]).starts_with("error: several ids begin with `aaaa`"));
}

#[test]
fn undo_does_not_spend_itself_on_a_correction_whose_entry_is_gone() {
    let home = Home::new();
    home.ok(&["breakup", "2026-10-24"]);
    home.ok(&["start-no-contact", "2026-11-01"]);
    home.ok(&["start-no-contact", "2026-11-03", "--replace"]);
    let start = id_of(&of_kind(&home, "start")[0]);
    // By its id the start goes, and its correction with it.
    home.ok(&["undo", &start]);
    assert_eq!(json(&home)["no_contact"], serde_json::Value::Null);
    let said = home.ok(&["undo"]);
    assert!(said.contains("the breakup"), "{said}");
}

#[test]
fn counts_again_is_said_only_of_what_does() {
    let home = begun();
    home.ok(&["log-contact", "me", "2026-11-20"]);
    let slip = id_of(&of_kind(&home, "contact")[0]);
    let said = home.ok(&["undo"]);
    add(&home, "zz.jsonl", &line("1", "2026-11-21", &format!(r#""kind":"retract","retracts":"{slip}""#)));
    let back = home.ok(&["undo", &offered(&said)]);
    assert!(back.starts_with("Another undo still takes this back: a text from you, Fri 20 Nov 2026."), "{back}");
    assert_eq!(numbers(&home), "2026-11-01, 22/23/23/1");
}

#[test]
fn two_undos_at_once_take_back_two_entries() {
    let home = begun();
    for _ in 0..6 {
        home.ok(&["log-contact", "me", "2026-11-02"]);
        home.ok(&["log-contact", "me", "2026-11-03"]);
        std::thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| home.ok(&["undo"]));
            }
        });
        assert_eq!(numbers(&home), "2026-11-01, 22/23/23/1");
    }
    let mut taken: Vec<_> =
        of_kind(&home, "retract").iter().map(|line| line.split("\"retracts\":").nth(1).unwrap().to_owned()).collect();
    let all = taken.len();
    taken.sort();
    taken.dedup();
    assert_eq!((all, taken.len()), (12, 12));
}

#[test]
fn after_an_import_undo_takes_back_what_was_recorded_here_alone() {
    let other = begun();
    other.ok(&["boundary", "space", "--from", "2026-11-10"]);
    let home = Home::new();
    home.ok(&["aim", "closure"]);
    fs::write(home.path("all.json"), other.ok(&["export"])).unwrap();
    home.ok(&["import", "all.json"]);
    assert_eq!((in_force(&home).as_str(), numbers(&home).as_str()), ("space", "2026-11-01, 22/23/23/1"));
    assert!(home.ok(&["undo"]).starts_with("Taken back: your aim"));
    assert!(home.fails(&["undo"]).starts_with("error: there is nothing left here to take back\n"));
    assert_eq!(in_force(&home), "space");
}

#[test]
fn the_number_of_a_notebook_entry_is_no_id() {
    let home = begun();
    for text in ["I was late", "I did not call"] {
        assert_eq!(home.run_with_input(&["notebook", "issue"], text).code, Some(0));
    }
    let error = home.fails(&["undo", "2"]);
    assert!(error.contains("`reconnect notebook show 2`"), "{error}");
    let shown = home.ok(&["notebook", "show", "2"]);
    assert!(shown.contains(&id_of(&of_kind(&home, "issue")[1])[..8]), "{shown}");
    assert_eq!(numbers(&home), "2026-11-01, 22/23/23/1");
}
