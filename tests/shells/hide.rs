//! `hide`: silence for the prompt and the reminders, while the count goes on.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use crate::prompt::begun;
use crate::shells::prompt_at;

#[test]
fn it_hides_until_you_say_otherwise() {
    let home = begun();
    let days = home.status("2026-11-23T18:00")["no_contact"]["days"].clone();
    assert_eq!(
        home.ok(&["hide"]),
        "The prompt and reminders are hidden. Your count goes on.\nTo show them again: reconnect hide --off\n"
    );
    assert_eq!(home.ok(&["prompt"]), "");
    assert_eq!(prompt_at(&home, "2027-11-23"), "");
    let config = fs::read_to_string(home.config_file()).unwrap();
    home.write_config("breakup = soon\n");
    assert_eq!(home.ok(&["prompt"]), "");
    home.write_config(&config);
    assert_eq!(home.status("2026-11-23T18:00")["no_contact"]["days"], days);
    assert_eq!(home.ok(&["hide", "--off"]), "The prompt and reminders show again.\n");
    assert_eq!(home.ok(&["prompt"]), "◷ 22\n");
    assert_eq!(home.ok(&["hide", "--off"]), "Nothing was hidden.\n");
}

#[test]
fn the_last_day_is_hidden_too_and_a_day_in_the_past_is_refused() {
    let home = begun();
    assert_eq!(
        home.ok(&["hide", "--until", "25", "Nov", "2026"]),
        "The prompt and reminders are hidden through Wed 25 Nov 2026.\nYour count goes on.\n"
    );
    assert_eq!(prompt_at(&home, "2026-11-25T23:59"), "");
    assert_eq!(prompt_at(&home, "2026-11-26T00:00"), "◷ 25\n");
    home.ok(&["hide", "--until", "today"]);
    assert_eq!(home.ok(&["prompt"]), "");
    assert_eq!(prompt_at(&home, "2026-11-24"), "◷ 23\n");
    home.ok(&["hide", "--off"]);
    assert!(home.fails(&["hide", "--until", "2026-11-22"]).contains("is over already"));
    for wrong in
        [&["hide", "--until", "today", "--off"][..], &["hide", "--until", "today", "maybe"], &["--at", "2099-01-01", "hide"]]
    {
        assert_eq!(home.run(wrong).code, Some(2), "{wrong:?}");
    }
    assert_eq!(home.ok(&["prompt"]), "◷ 22\n");
}

#[test]
fn a_lost_file_shows_the_prompt_and_a_damaged_one_hides_it() {
    let home = begun();
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
