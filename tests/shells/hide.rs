//! `hide`: silence for the prompt and the reminders, while the count goes on.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use crate::shells::prompt_at;
use crate::support::Home;

#[test]
fn it_hides_until_you_say_otherwise() {
    let home = Home::begun();
    let days = home.status("2026-11-23T18:00")["no_contact"]["days"].clone();
    let said = "The prompt and reminders are hidden. Your count goes on.\nTo show them again: reconnect hide --off\n";
    assert_eq!(home.does("hide"), said);
    assert_eq!(home.ok(&["prompt"]), "");
    assert_eq!(prompt_at(&home, "2027-11-23"), "");
    let config = home.read_config();
    home.write_config("breakup = soon\n");
    assert_eq!(home.ok(&["prompt"]), "");
    home.write_config(&config);
    assert_eq!(home.status("2026-11-23T18:00")["no_contact"]["days"], days);
    assert_eq!(home.ok(&["hide", "--off"]), "The prompt and reminders show again.\n");
    assert_eq!(home.ok(&["prompt"]), "◷ 22\n");
    assert_eq!(home.ok(&["hide", "--off"]), "Nothing was hidden.\n");
    // Without a count, none goes on.
    home.does("end-no-contact");
    assert_eq!(home.does("hide"), said.replace(" Your count goes on.", ""));
    assert_eq!(home.does("hide --until tomorrow"), "The prompt and reminders are hidden through Tue 24 Nov 2026.\n");
}

#[test]
fn the_last_day_is_hidden_too_and_a_day_in_the_past_is_refused() {
    let home = Home::begun();
    let said = "The prompt and reminders are hidden through Wed 25 Nov 2026.\nYour count goes on.\n";
    assert_eq!(home.does("hide --until 25 Nov 2026"), said);
    assert_eq!(prompt_at(&home, "2026-11-25T23:59"), "");
    assert_eq!(prompt_at(&home, "2026-11-26T00:00"), "◷ 25\n");
    home.ok(&["hide", "--until", "today"]);
    assert_eq!(home.ok(&["prompt"]), "");
    assert_eq!(prompt_at(&home, "2026-11-24"), "◷ 23\n");
    home.ok(&["hide", "--off"]);
    home.refuses(&[
        ("hide --until 2026-11-22", "has passed already"),
        ("hide --until today --off", ""),
        ("hide --until today maybe", ""),
    ]);
    assert_eq!(Home::begun().at(Some("2099-01-01")).types("hide", "").code, Some(2));
    assert_eq!(home.ok(&["prompt"]), "◷ 22\n");
}

#[test]
fn a_lost_file_shows_the_prompt_and_a_damaged_one_hides_it() {
    let home = Home::begun();
    let file = home.path(".local/state/reconnect/hidden");
    home.ok(&["hide", "--until", "2026-12-01"]);
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::read_to_string(&file).unwrap(), "2026-12-01\n");
    for damaged in ["", "soon\n", &"x".repeat(1000)] {
        fs::write(&file, damaged).unwrap();
        assert_eq!(home.ok(&["prompt"]), "", "{damaged:?}");
    }
    fs::remove_file(&file).unwrap();
    assert_eq!(home.ok(&["prompt"]), "◷ 22\n");
}

#[test]
fn with_nothing_set_up_there_is_nothing_to_hide() {
    let home = Home::new();
    for line in ["hide", "hide --until friday", "hide --off"] {
        assert_eq!(home.does(line), "Nothing is set up here yet, so there is nothing to hide.\n");
    }
    assert!(home.is_empty());
}
