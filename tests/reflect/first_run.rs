//! The first evening: `start-no-contact` at a terminal.

use crate::pty::Pty;
use crate::support::Home;

const START: &str = "$r --color never start-no-contact";
const CONTACT: &str = "When was your last contact?";
const BREAKUP: &str = "When was the breakup?";
const AIM: &str = "What are you here for?";
const WORD: &str = "Did they ask for space, block you, or say no?";

#[test]
fn a_wrong_answer_is_asked_again_at_once_and_none_is_lost() {
    let home = Home::new();
    let dates =
        [(CONTACT, "soon"), (CONTACT, "tomorrow"), (CONTACT, "22 days ago"), (BREAKUP, "last month"), (BREAKUP, "5 days ago")];
    let words = [(BREAKUP, "30 days ago"), (AIM, "maybe"), (AIM, "heal"), (WORD, "nothing special"), (WORD, "Space")];
    let (code, out) = Pty::talk(&home, START, &[dates, words].concat());
    assert_eq!(code, "0");
    for echoed in [
        "Last contact: Sun 1 Nov 2026, 22 days ago.",
        "Your last contact, Sun 1 Nov 2026, is before the breakup, Wed 18 Nov 2026.",
        "I don't know `maybe`.",
        "I don't know `nothing special`.",
        "Breakup: Sat 24 Oct 2026, 30 days ago.",
        "You're here for: healing and moving on.",
        "Also noted: they asked for space.",
    ] {
        assert!(out.contains(echoed), "{echoed}: {out}");
    }
    let status = home.status(crate::support::NOW);
    let known = [&status["breakup"]["date"], &status["no_contact"]["since"], &status["aim"], &status["boundaries"][0]["kind"]];
    assert_eq!(known, ["2026-10-24", "2026-11-01", "closure", "space"]);
    // One append: an `undo` takes all of it back.
    assert_eq!(home.confirms("undo").matches("Taken back: ").count(), 4);
}

#[test]
fn the_words_of_breakup_end_where_its_date_does() {
    for (typed, breakup, since) in [
        ("24 Oct 2026 yesterday", "2026-10-24", "2026-11-22"),
        ("24 Oct yesterday at 9pm", "2026-10-24", "2026-11-22T21:00:00+01:00"),
        ("a month ago", "2026-10-23", "2026-11-23"),
    ] {
        let home = Home::new();
        home.does(&format!("start-no-contact --breakup {typed}"));
        let status = home.status(crate::support::NOW);
        assert_eq!([&status["breakup"]["date"], &status["no_contact"]["since"]], [breakup, since], "{typed}");
    }
    Home::new().refuses(&[("start-no-contact --breakup someday soon", "can't read `someday soon` as a date")]);
}

#[test]
fn ctrl_d_or_ctrl_c_at_any_question_leaves_nothing_behind() {
    let answers = [(CONTACT, ""), (BREAKUP, ""), (AIM, "s"), (WORD, "")];
    for at in 0..answers.len() {
        let home = Home::new();
        let leave = |key| Pty::talk(&home, START, &[&answers[..at], &[(answers[at].0, key)]].concat());
        let (code, out) = leave("^D");
        assert!(code == "0" && out.contains("Nothing was recorded. That's fine."), "{out}");
        assert_eq!(leave("^C").0, "130", "by SIGINT");
        let made = [".config", ".local"].map(|dir| home.path(dir).exists());
        assert_eq!(made, [false, false], "question {at}");
    }
}

#[test]
fn what_is_known_or_typed_is_not_asked() {
    let home = Home::begun();
    home.does("aim closure");
    home.does("end-no-contact 3 days ago");
    let (code, out) = Pty::talk(&home, "$r start-no-contact yesterday", &[]);
    assert!(code == "0" && out.contains("No contact since Sun 22 Nov 2026, yesterday."), "{out}");
    assert!(!out.contains(CONTACT) && !out.contains(WORD), "{out}");

    let home = Home::new();
    let (code, out) = Pty::talk(&home, "$r start-no-contact 22 days ago --breakup 30 days ago", &[(AIM, "s"), (WORD, "no")]);
    assert!(code == "0" && out.contains("Also noted: their answer: no."), "{out}");
    assert!(!out.contains(CONTACT) && !out.contains(BREAKUP), "{out}");
}
