//! What a terminal asks. A question takes its keys and their whole words; Ctrl-D records nothing, or declines an offer.

use reconnect::{Warm, warm};

use crate::lived;
use crate::pty::Pty;
use crate::support::Home;

const START: &str = "2026-11-01 start-no-contact --breakup 2026-10-24";

/// Types a command on a terminal, then each answer behind its question. The home, and what was printed.
fn talk(life: &[&str], command: &str, lines: &[(&str, &str)]) -> (Home, String) {
    let home = lived(life);
    let (_, seen) = Pty::talk(&home, &format!("$r {command}"), lines);
    (home, seen)
}

fn state(home: &Home) -> String {
    let status = home.json("status");
    let kinds = status["boundaries"].as_array().unwrap().iter().map(|known| known["kind"].as_str().unwrap());
    let answer = status["answer"]["answer"].as_str();
    let contacts = home.json("history")["contacts"].as_array().unwrap().len();
    let marks = kinds.chain(answer).chain(status["in_touch"].is_object().then_some("in touch"));
    format!("{contacts} {}", marks.collect::<Vec<_>>().join(" ")).trim_end().to_owned()
}

#[test]
fn only_keys_and_their_whole_words_say_what_it_was() {
    let what = "What was it?";
    let no = ("in touch again?", "");
    for (answers, recorded) in [
        (&[(what, "nothing special"), ("I don't know", "sorry"), ("I don't know", "she said hi"), (what, "p")][..], "1"),
        (
            &[
                (what, "sorry, I only wanted to say that I miss you"),
                ("I don't know that.", "no way"),
                ("I don't know", "spa"),
                (what, "^D"),
            ],
            "0",
        ),
        (&[(what, ""), no], "1"),
        (&[(what, "m"), no], "1"),
        (&[(what, "message"), no], "1"),
        (&[(what, "Practical")], "1"),
        (&[(what, "u")], "1"),
        (&[(what, "s")], "1 space"),
        (&[(what, "space")], "1 space"),
        (&[(what, "b")], "0 blocked"),
        (&[(what, "N")], "1 no"),
        (&[(what, ""), ("in touch again?", "y")], "1 in touch"),
        (&[(what, ""), ("in touch again?", "yesterday"), ("I don't know", "^D")], "0"),
    ] {
        let (home, seen) = talk(&[START], "log-contact them", answers);
        assert_eq!(state(&home), recorded, "{answers:?}: {seen}");
    }
}

/// Or one Enter would lose their word.
#[test]
fn a_contact_logged_twice_still_records_what_they_said_in_it() {
    let same = ("Is it the same one?", "");
    for (line, recorded) in [("--space", "1 space"), ("--no", "1 no")] {
        let twice = format!("log-contact them </dev/null; $r log-contact them {line}");
        let (home, seen) = talk(&[START], &twice, &[same]);
        assert_eq!(state(&home), recorded, "{line}: {seen}");
    }
}

#[test]
fn being_in_touch_is_asked_where_nothing_stands_against_it() {
    for (life, command, lines, recorded) in [
        (&[START][..], "log-contact me --reply", &[("in touch again?", "y")][..], "2 in touch"),
        (&[START], "log-contact me", &[], "1"),
        (&[START, "2026-11-02 aim closure"], "log-contact me --reply", &[], "2"),
        (&[START, "2026-11-02 boundary own"], "log-contact me --reply", &[], "2 own"),
        (&[START], "answer yes", &[("in touch again?", "yes")], "0 yes in touch"),
        (&[START], "answer yes", &[("in touch again?", "")], "0 yes"),
        (&[START, "2026-11-02 answer yes --in-touch"], "log-contact me --reply", &[], "2 yes in touch"),
    ] {
        let (home, seen) = talk(life, command, lines);
        assert_eq!(state(&home), recorded, "{life:?} {command}: {seen}");
    }
}

#[test]
fn what_ends_being_in_touch_offers_to_count_from_today() {
    for (answer, runs) in [("", true), ("n", false), ("^D", false)] {
        let offer = ("Start to count from today?", answer);
        let (home, seen) = talk(&[START, "2026-11-02 answer yes --in-touch"], "boundary space", &[offer]);
        assert_eq!(state(&home), "0 space yes", "their word is on disk: {seen}");
        assert_eq!(home.json("status")["no_contact"].is_object(), runs, "{answer:?}: {seen}");
        assert!(seen.contains("Noted. They asked for space"), "{seen}");
        home.confirms("undo");
        assert_eq!(state(&home), "0 yes in touch", "one undo takes back all of it");
    }
}

#[test]
fn an_order_asks_whom_it_protects() {
    for (answer, protects) in [("m", "me"), ("them", "them"), ("b", "both"), ("", "both")] {
        let (home, seen) = talk(&[], "boundary order", &[("Whom does it protect?", "somebody"), ("I don't know `some", answer)]);
        assert_eq!(home.json("boundary")["boundaries"][0]["protects"], protects, "{seen}");
    }
    assert_eq!(state(&talk(&[], "boundary order", &[("Whom does it protect?", "^D")]).0), "0");
}

#[test]
fn the_first_start_asks_whom_an_order_protects() {
    let evening =
        |whom| [("last contact?", ""), ("the breakup?", "3 weeks ago"), ("here for?", ""), ("or say no?", "o"), ("protect?", whom)];
    let (home, seen) = talk(&[], "start-no-contact", &evening("m"));
    assert_eq!(home.json("boundary")["boundaries"][0]["protects"], "me", "{seen}");
    assert!(seen.contains("You don't owe an answer") && !seen.contains("Don't contact them"), "{seen}");
}

#[test]
fn a_second_breakup_asks_whether_their_space_still_holds() {
    let life = [START, "2026-11-02 boundary space"];
    let ask = |answer| ("Does it still hold?", answer);
    assert_eq!(state(&talk(&life, "breakup 2026-11-22 --again", &[ask("")]).0), "0 space");
    // A no is not enough: what protects falls by a typed yes.
    let sure = "Type yes if so:";
    assert_eq!(state(&talk(&life, "breakup 2026-11-22 --again", &[ask("n"), (sure, "yes")]).0), "0");
    let (home, _) = talk(&life, "breakup 2026-11-22 --again", &[ask("n"), (sure, "y")]);
    assert_eq!((state(&home).as_str(), home.json("status")["breakup"]["date"].as_str()), ("0 space", Some("2026-10-24")));
}

#[test]
fn what_is_kind_stands_before_numbers_and_hints() {
    let first_evening = [("last contact?", ""), ("the breakup?", "3 weeks ago"), ("here for?", ""), ("or say no?", "n")];
    let on_a_no = warm(Warm::No, "2026-11-23".parse().unwrap());
    for (life, command, lines, kind, then) in [
        (&[][..], "start-no-contact", &first_evening[..], on_a_no, "No contact"),
        (&[START, "2026-11-02 answer yes --in-touch"], "answer not-now </dev/null", &[], "up to them", "hint:"),
    ] {
        let (_, seen) = talk(life, command, lines);
        assert!(seen.find(kind).unwrap() < seen.find(then).unwrap(), "{seen}");
    }
}
