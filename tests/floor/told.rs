//! What is said after a command, where a row of `told.txt` says too little.

use reconnect::{Warm, warm};

use crate::support::Home;
use crate::{HELPLINE, lived, said};

const START: &str = "2026-11-01 start-no-contact --breakup 2026-10-24";
const READY: &[&str] = &["2026-10-01 start-no-contact --breakup 2026-09-01", "2026-10-02 notebook issue --on-paper"];

const ANSWERED: [&str; 2] = ["2026-11-23 log-contact them 11:30", "2026-11-23 log-contact me 11:40 --reply"];

fn contacts(home: &Home) -> Vec<(String, bool)> {
    let history = home.json("history");
    let contact = |known: &serde_json::Value| (known["who"].as_str().unwrap().to_owned(), known["reply"] == true);
    history["contacts"].as_array().unwrap().iter().rev().map(contact).collect()
}

#[test]
fn a_reply_implies_the_message_that_it_answers() {
    for (life, line, implied) in [
        (&[][..], "log-contact me --reply", true),
        (&["2026-11-20 log-contact me", "2026-11-22 log-contact me"], "log-contact me --reply", true),
        (&["2026-11-23 log-contact them --via profile"], "log-contact me --reply", false),
        (&["2026-11-23 log-contact them --logistics"], "log-contact me --reply", false),
        (&ANSWERED, "log-contact me 12:39 --reply", false),
        (&ANSWERED, "log-contact me 12:41 --reply", true),
        (&[], "log-contact me --reply --logistics", false),
        (&[], "log-contact me --reply --via like", false),
        (&["2026-11-20 log-contact them"], "log-contact me 2026-11-19 --reply", true),
    ] {
        let home = lived(&[&[START], life].concat());
        let text = said(&home, line, "");
        assert_eq!(text.contains("Also noted: the message of theirs that you answered."), implied, "{life:?}: {text}");
        assert_eq!(contacts(&home).len(), life.len() + 1 + usize::from(implied), "{life:?}");
        assert_ne!(home.json("status")["verdict"]["id"], "await-answer", "{life:?}: they have written");
    }
    let home = lived(&[START]);
    home.does("log-contact me --reply");
    assert_eq!(contacts(&home), [("them".to_owned(), false), ("me".to_owned(), true)]);
    home.does("undo");
    assert_eq!(contacts(&home), [], "one undo takes back both");
}

#[test]
fn a_no_is_met_with_the_helpline_that_day_and_the_next_six() {
    let home = lived(&[START, "2026-11-10 answer no"]);
    let helps = |at: &str| {
        crate::flat(&String::from_utf8(home.command().args(["--at", at]).output().unwrap().stdout).unwrap()).contains(HELPLINE)
    };
    assert_eq!(["2026-11-10T13:00", "2026-11-16", "2026-11-17"].map(helps), [true, true, false]);
}

#[test]
fn being_in_touch_closes_the_count_and_gives_it_back() {
    let home = lived(READY);
    let begun = said(&home, "log-contact them --in-touch", "");
    assert!(begun.starts_with("You're in touch again. The count rests after 53 days, and those days stay yours."), "{begun}");
    let is_in_touch = || home.types("check --in-touch", "").code == Some(0);
    let since = || home.read_config().lines().any(|line| line == "no_contact_since = 2026-10-01");
    assert_eq!(["prompt", "remind --dry-run"].map(|line| home.does(line)), ["", ""]);
    assert_eq!(home.json("status")["in_touch"]["since"], "2026-11-23T18:00:00+01:00");
    assert_eq!((is_in_touch(), since()), (true, false), "{}", home.read_config());
    home.does("undo");
    assert_eq!((is_in_touch(), since(), home.does("prompt").as_str()), (false, true, "◷ 53\n"));
}

#[test]
fn a_hard_screen_begins_with_a_sentence_and_names_people() {
    let tries = ["2026-11-10 log-contact me", "2026-11-12 log-contact me", "2026-11-14 log-contact me"];
    let no = warm(Warm::No, "2026-11-23".parse().unwrap());
    for (life, first) in [
        (&["2026-11-20 boundary order --protects me"][..], "A court order protects you. You don't owe an answer."),
        (&["2026-11-20 boundary order --protects them"], "A court order is in force."),
        (&["2026-11-20 log-contact them --unwanted"], "This time is for you. You didn't want that contact"),
        (&tries, "You reached out several times, and no answer is noted. That hurts."),
        (&["2026-11-22 answer no"], no),
        (&["2026-11-23 checkin 1"], "A day this low is hard, and you don't have to carry it alone."),
    ] {
        let home = lived(&[READY, life].concat());
        let status = said(&home, "status", "");
        assert!(status.starts_with(first) && status.contains(HELPLINE), "{life:?}: {status}");
    }
}

#[test]
fn what_they_asked_for_beside_an_order_is_asked_for_by_itself() {
    let home = lived(&[START, "2026-11-20 boundary order --protects them", "2026-11-21 boundary space"]);
    let ran = home.types("boundary clear", "yes\nyes\n");
    assert!(ran.out.contains("they lifted what they had asked for") && ran.out.contains("the court lifted the order"), "{ran:?}");
    let asked = |question| ran.err.matches(question).count();
    assert_eq!((asked("lift it themselves?"), asked("the court lifted it?")), (1, 1), "{ran:?}");
}
