//! The pause before a message, in a real terminal.

use std::os::unix::fs::PermissionsExt;

use super::diary;
use crate::pty::Pty;
use crate::support::Home;

/// A pause of a fraction of a second.
const SHORT: &str = "$r --color never urge --minutes 0.003";
const CLEARED: &str = "\u{1b}[H\u{1b}[2J\u{1b}[3J";

#[test]
fn an_urge_that_was_not_sent_is_noted_with_what_set_it_off_and_how_strong_it_was() {
    let home = Home::example();
    let mut pty = Pty::run(&home, &[], "$r --color never urge --minutes 0.05");
    pty.shows("Take a deep breath. You don't have to decide anything right now.");
    pty.shows("You have kept your distance for 22 days.");
    pty.shows("A pause of 3 seconds. Enter ends it; q and Enter clears the screen and leaves.");
    pty.shows("\r  breathe in ");
    pty.shows("0:01");
    pty.talks(&[
        ("How is it now?", "maybe"),
        ("How is it now?", "N"),
        ("What set it off?", "l"),
        ("How strong was it, from 1 to 5?  [Enter] skip ", "9"),
        ("How strong was it", "4"),
    ]);
    pty.shows("Noted: you didn't write.");
    let (code, out) = pty.ends(&home);
    assert_eq!(code, "0");
    let diary = diary(&home);
    assert!(diary.contains(r#""kind":"urge","outcome":"sat-out","minutes":0,"trigger":"lonely","strength":4}"#), "{diary}");
    assert!(home.does("urge").contains("Once before you felt this, and didn't write."));
    // The end of it, as it stands on the screen.
    let end = out.replace("\r\n", "\n");
    insta::assert_snapshot!("urge_end", end.rsplit_once('\r').unwrap().1);
}

#[test]
fn enter_ends_the_countdown_and_skips_every_question() {
    let home = Home::example();
    let before = diary(&home);
    let mut pty = Pty::run(&home, &[], "$r urge --minutes 60");
    pty.talks(&[("60:00", ""), ("How is it now?", "")]);
    pty.shows("Nothing was recorded. That's fine.");
    assert_eq!(pty.ends(&home).0, "0");
    assert_eq!(diary(&home), before);
    let mut pty = Pty::run(&home, &[], SHORT);
    pty.talks(&[("How is it now?", "n"), ("What set it off?", ""), ("How strong was it", "")]);
    pty.shows("Noted: you didn't write.");
    assert_eq!(pty.ends(&home).0, "0");
    assert!(diary(&home).contains(r#""outcome":"sat-out","minutes":0}"#));
}

#[test]
fn ctrl_c_leaves_at_once_and_records_nothing() {
    let home = Home::example();
    let before = diary(&home);
    for colour in ["never", "always"] {
        let mut pty = Pty::run(&home, &[], &format!("$r --color {colour} urge"));
        pty.shows("2:00");
        pty.interrupts();
        assert_eq!(pty.ends(&home).0, "130", "by SIGINT");
    }
    let mut pty = Pty::run(&home, &[], SHORT);
    pty.shows("How is it now?");
    pty.interrupts();
    assert_eq!(pty.ends(&home).0, "130");
    assert_eq!(diary(&home), before);
}

#[test]
fn q_leaves_at_any_time_and_clears_the_screen() {
    let home = Home::example();
    let before = diary(&home);
    for (term, line, wait) in [("xterm", "$r urge", "2:00"), ("xterm", SHORT, "How is it now?"), ("dumb", SHORT, "How is it now?")]
    {
        let mut pty = Pty::run(&home, &[("TERM", term)], line);
        pty.shows(wait);
        pty.types("q");
        let (code, out) = pty.ends(&home);
        assert_eq!((code.as_str(), out.contains(CLEARED)), ("0", term != "dumb"), "{out:?}");
        assert!(!out.contains("Nothing was recorded"), "{out}");
    }
    assert_eq!(diary(&home), before);
}

#[test]
fn after_a_message_the_contact_is_logged_with_one_yes() {
    for (answer, logged) in [("yes", true), ("y", true), ("", false), ("n", false)] {
        let home = Home::example();
        let mut pty = Pty::run(&home, &[], SHORT);
        pty.talks(&[
            ("How is it now?", "w"),
            ("What set it off?", "they wrote"),
            ("How strong was it", ""),
            ("Log it as a text from you, now?", answer),
        ]);
        pty.shows(if logged { "Noted: a text from you" } else { "`reconnect log-contact me` logs the contact." });
        assert_eq!(pty.ends(&home).0, "0");
        assert!(diary(&home).contains(r#""outcome":"wrote","minutes":0,"trigger":"they-wrote"}"#));
        assert_eq!(diary(&home).contains(r#""kind":"contact""#), logged);
    }
}

#[test]
fn a_contact_that_was_just_logged_is_asked_about_without_losing_the_answer() {
    let home = Home::example();
    home.does("log-contact me");
    let mut pty = Pty::run(&home, &[], SHORT);
    pty.shows("How is it now?");
    pty.types("w");
    pty.talks(&[("What set it off?", ""), ("How strong was it", ""), ("Log it", "y"), ("Is this another one?", "no")]);
    pty.shows("Nothing was added.");
    assert_eq!(pty.ends(&home).0, "0");
    assert_eq!(diary(&home).matches(r#""kind":"contact""#).count(), 1);
}

#[test]
fn the_need_for_a_friend_is_answered_with_somebody_to_call() {
    let home = Home::new();
    home.write_config("[urge]\ncall = [\"Ana\"]\n");
    let mut pty = Pty::run(&home, &[], "$r urge");
    pty.shows("2:00");
    // A key during the countdown is the answer.
    pty.types("f");
    pty.shows("Noted. Call Ana. The message can wait; you come first.");
    pty.shows("findahelpline.com");
    assert_eq!(pty.ends(&home).0, "0");
    assert!(diary(&home).contains(r#""outcome":"needs-friend""#));
}

#[test]
fn a_letter_can_be_written_instead_and_the_editor_has_the_terminal_to_itself() {
    let home = Home::example();
    let editor = home.path("editor");
    // It reads from the terminal as an editor does.
    std::fs::write(&editor, "#!/bin/sh\necho 'the editor is open'\nread line\necho \"$line\" >\"$1\"\n").unwrap();
    std::fs::set_permissions(&editor, std::fs::Permissions::from_mode(0o755)).unwrap();
    let mut pty = Pty::run(&home, &[("EDITOR", &editor.display().to_string())], SHORT);
    pty.talks(&[("[l] write a letter instead", "l"), ("the editor is open", "Dear you")]);
    pty.shows("Letter 1 is sealed until Wed 23 Dec 2026. Nothing is sent.");
    pty.talks(&[("How is it now?", "n"), ("What set it off?", ""), ("How strong was it", "")]);
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
        pty.shows("How is it now?");
        pty.shows("[n] I didn't write");
        pty.types("");
        let (code, out) = pty.ends(&home);
        assert_eq!(code, "0");
        let screen = out.replace("\r\n", "\n");
        assert!(!screen.contains(['\r', '\u{1b}', '●', '·']), "{screen:?}");
        let end = screen.split_once("A pause of").unwrap().1;
        let end = end.replace("q and Enter clears the screen and leaves", "q and Enter leaves");
        insta::assert_snapshot!("urge_end_accessible", end.replace("[q] leave, clear the screen", "[q] leave"));
    }
}
