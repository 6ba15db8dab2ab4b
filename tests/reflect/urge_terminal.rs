//! The pause before a message, in a real terminal.

use super::diary;
use crate::pty::Pty;
use crate::support::Home;

/// A pause of a fraction of a second.
const SHORT: &str = "$r --color never urge --minutes 0.003";
const NOW: &str = "What did you do?";
const CLEARED: &str = "\u{1b}[H\u{1b}[2J\u{1b}[3J";

/// A session: the line, answers to what is shown, what is shown last, what the diary holds then, and how many contacts.
type Session = (&'static str, &'static [(&'static str, &'static str)], &'static str, &'static str, usize);
const SET_OFF: &str = "What set it off?";
const STRONG: &str = "How strong was it";
const LOG_IT: &str = "Log it as a text from you, now?";
const WROTE: &str = r#""outcome":"wrote","minutes":0,"trigger":"they-wrote"}"#;
const SESSIONS: &[Session] = &[
    // Enter ends the countdown and skips every question.
    ("$r urge --minutes 60", &[("60:00", ""), (NOW, "")], "Nothing was recorded. That's fine.", "", 0),
    (SHORT, &[(NOW, "n"), (SET_OFF, ""), (STRONG, "")], "Noted: you didn't write.", r#""outcome":"sat-out","minutes":0}"#, 0),
    // A typo is asked again.
    (
        SHORT,
        &[(NOW, "maybe"), (NOW, "N"), (SET_OFF, "l"), (STRONG, "9"), (STRONG, "4")],
        "Noted: you didn't write.",
        r#""kind":"urge","outcome":"sat-out","minutes":0,"trigger":"lonely","strength":4}"#,
        0,
    ),
    // After a message, the contact is logged with one yes.
    (SHORT, &[(NOW, "w"), (SET_OFF, "they wrote"), (STRONG, ""), (LOG_IT, "yes")], "Noted: a text from you", WROTE, 1),
    (SHORT, &[(NOW, "w"), (SET_OFF, "they wrote"), (STRONG, ""), (LOG_IT, "y")], "Noted: a text from you", WROTE, 1),
    (SHORT, &[(NOW, "w"), (SET_OFF, "they wrote"), (STRONG, ""), (LOG_IT, "")], "`reconnect log-contact me` logs", WROTE, 0),
    (SHORT, &[(NOW, "w"), (SET_OFF, "they wrote"), (STRONG, ""), (LOG_IT, "n")], "`reconnect log-contact me` logs", WROTE, 0),
    // One that was just logged is asked about without losing the answer.
    (
        "$r log-contact me >/dev/null; $r --color never urge --minutes 0.003",
        &[(NOW, "w"), (SET_OFF, ""), (STRONG, ""), (LOG_IT, "y"), ("Is it the same one?", "yes")],
        "Nothing was added.",
        r#""outcome":"wrote","minutes":0}"#,
        1,
    ),
    // A key during the countdown is the answer.
    (
        "$r urge",
        &[("2:00", "f"), ("Noted. Call Ana. The message can wait; you come first.", "")],
        "findahelpline",
        "needs-friend",
        0,
    ),
];

#[test]
fn what_is_answered_is_recorded() {
    for (line, answers, last, recorded, contacts) in SESSIONS {
        let home = Home::example();
        home.write_config(&(home.read_config() + "[urge]\ncall = [\"Ana\"]\n"));
        let before = diary(&home);
        let (code, out) = Pty::talk(&home, line, answers);
        assert!(code == "0" && out.contains(last), "{answers:?}: {out}");
        let after = diary(&home);
        assert!(after.contains(recorded) && (after == before) == recorded.is_empty(), "{answers:?}: {after}");
        assert_eq!(after.matches(r#""kind":"contact""#).count(), *contacts, "{answers:?}: {after}");
    }
}

#[test]
fn whom_to_call_is_asked_once_after_the_answer_is_kept_and_help_shows_it() {
    const WHOM: &str = "Whom could you call on a night like this?  [Enter] nobody: ";
    let answers = &[(NOW, "n"), (SET_OFF, ""), (STRONG, "")][..];
    for (typed, said, help) in [
        ("Ana, Ben, C\u{1b}y", "From now on: Call Ana, Ben or C\\u{1b}y.", "Whom to call: Ana, Ben, C\\u{1b}y."),
        ("", "it is over", "nobody yet"),
        ("Nobody", "it is over", "nobody yet"),
    ] {
        let home = Home::example();
        let mut pty = Pty::run(&home, &[], SHORT);
        pty.talks(answers);
        pty.shows("Noted: you didn't write.");
        pty.shows(WHOM);
        assert!(diary(&home).contains(r#""outcome":"sat-out""#), "kept before the question");
        pty.types(typed);
        let (code, out) = pty.ends(&home);
        assert!(code == "0" && out.contains(said) && home.does("help urge").contains(help), "{out}");
        let (code, out) = Pty::talk(&home, SHORT, answers);
        assert!(code == "0" && !out.contains(WHOM), "{out}");
    }
    // Whoever can't go on finds people, and the words are no name.
    let home = Home::example();
    let (code, out) = Pty::talk(&home, SHORT, &[answers, &[(WHOM, "I want to die")]].concat());
    assert!(code == "0" && out.contains("findahelpline.com") && !home.read_config().contains("die"), "{out}");
    // Ctrl-D declines the offer alone.
    let home = Home::example();
    assert_eq!(Pty::talk(&home, SHORT, &[answers, &[(WHOM, "^D")]].concat()).0, "0");
    assert!(diary(&home).contains(r#""outcome":"sat-out""#) && !home.read_config().contains("call"));
}

#[test]
fn ctrl_d_at_any_question_about_the_urge_records_nothing() {
    let answers = [(NOW, "w"), (SET_OFF, "l"), (STRONG, "3")];
    for at in 0..answers.len() {
        let home = Home::example();
        let before = diary(&home);
        let (code, out) = Pty::talk(&home, SHORT, &[&answers[..at], &[(answers[at].0, "^D")]].concat());
        assert!(code == "0" && out.contains("Nothing was recorded. That's fine."), "{out}");
        assert_eq!(diary(&home), before, "question {at}");
    }
}

#[test]
fn ctrl_c_leaves_at_once_and_records_nothing() {
    let home = Home::example();
    let before = diary(&home);
    for (line, wait) in [("$r --color never urge", "2:00"), ("$r --color always urge", "2:00"), (SHORT, NOW)] {
        assert_eq!(Pty::talk(&home, line, &[(wait, "^C")]).0, "130", "by SIGINT");
    }
    assert_eq!(diary(&home), before);
}

#[test]
fn q_leaves_at_any_time_and_clears_the_screen() {
    let home = Home::example();
    let before = diary(&home);
    for (term, line, wait) in [("xterm", "$r urge", "2:00"), ("xterm", SHORT, NOW), ("dumb", SHORT, NOW)] {
        let mut pty = Pty::run(&home, &[("TERM", term)], line);
        pty.talks(&[(wait, "q")]);
        let (code, out) = pty.ends(&home);
        assert_eq!((code.as_str(), out.contains(CLEARED)), ("0", term != "dumb"), "{out:?}");
        assert!(!out.contains("Nothing was recorded"), "{out}");
    }
    assert_eq!(diary(&home), before);
}

#[test]
fn a_letter_can_be_written_instead_and_the_editor_has_the_terminal_to_itself() {
    let home = Home::example();
    home.does("config set urge.call Ana");
    // It reads from the terminal as an editor does.
    let editor = home.script("editor", "echo 'the editor is open'\nread line\necho \"$line\" >\"$1\"");
    let mut pty = Pty::run(&home, &[("EDITOR", &editor.display().to_string())], SHORT);
    pty.talks(&[("[l] write a letter instead", "l"), ("the editor is open", "Dear you")]);
    pty.shows("Letter 1 is sealed until Wed 23 Dec 2026. Nothing is sent.");
    pty.talks(&[(NOW, "n"), ("What set it off?", ""), ("How strong was it", "")]);
    pty.shows("Noted: you didn't write.");
    let (code, out) = pty.ends(&home);
    assert_eq!(code, "0");
    assert_eq!(out.matches("[l] write a letter instead").count(), 1, "{out}");
    let letters = std::fs::read_dir(home.path(".local/share/reconnect/letters")).unwrap();
    let texts: Vec<_> = letters.map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap()).collect();
    assert_eq!(texts, ["Dear you\n"]);
}

#[test]
fn for_a_screen_reader_nothing_is_redrawn_and_few_lines_are_added() {
    let home: Home = Home::example();
    for env in [("ACCESSIBLE", "1"), ("TERM", "dumb")] {
        let mut pty = Pty::run(&home, &[env], "$r --color never urge --minutes 0.02");
        pty.shows(NOW);
        pty.shows("[n] I didn't write");
        pty.types("");
        let (code, out) = pty.ends(&home);
        assert_eq!(code, "0");
        let screen = out.replace("\r\n", "\n");
        assert!(!screen.contains(['\r', '\u{1b}', '●', '·']), "{screen:?}");
        let end = screen.split_once("A pause of").unwrap().1;
        let end = end.replace("leave and clear the screen", "leave");
        insta::assert_snapshot!("urge_end_accessible", end.replace("[q] leave, clear the screen", "[q] leave"));
    }
}
