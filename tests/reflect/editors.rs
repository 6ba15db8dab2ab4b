//! Text at a terminal, from an editor or line by line: what it leaves, how it ends, and that nothing private stays behind.

use std::os::unix::fs::PermissionsExt;

use crate::pty::Pty;
use crate::support::Home;

const CLEARED: &str = "\u{1b}[H\u{1b}[2J\u{1b}[3J";

/// Runs a command with a fake editor, a script that is given the file; exit code and what was printed.
fn edited(home: &Home, editor: &str, command: &str) -> (String, String) {
    Pty::run(home, &[("EDITOR", &script(home, editor))], command).ends(home)
}

fn script(home: &Home, text: &str) -> String {
    home.script("editor", text).display().to_string()
}

/// Files of the data folder that are no diary.
fn left_behind(home: &Home) -> Vec<String> {
    let entries = std::fs::read_dir(home.path(".local/share/reconnect")).into_iter().flatten();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).filter(|name| name != "diary").collect()
}

fn kept(home: &Home) -> Vec<u8> {
    let [name] = left_behind(home).try_into().unwrap();
    assert!(name.starts_with("unsaved-"), "{name}");
    let path = home.path(".local/share/reconnect").join(name);
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    std::fs::read(path).unwrap()
}

#[test]
fn text_above_the_marked_line_is_recorded_and_the_temporary_is_gone() {
    let home = Home::new();
    // The editor sees a private file in the private folder, with the question in it. It saves as editors of Windows do.
    let text = "printf '\\357\\273\\277\\r\\none\\r\\n'; echo 'two 日本  '; cat \"$1\"";
    let editor = &format!("ls -l \"$1\" >seen; cat \"$1\" >>seen; {{ {text}; }} >new; cat new >\"$1\"");
    let (code, out) = edited(&home, editor, "$r notebook issue");
    assert_eq!(code, "0", "{out}");
    assert!(home.does("notebook show 1").ends_with("  one\n  two 日本\n"));
    assert_eq!(left_behind(&home), Vec::<String>::new());
    let seen = std::fs::read_to_string(home.path("seen")).unwrap();
    assert!(seen.starts_with("-rw-------") && seen.contains("/.local/share/reconnect/unsaved-issue-"), "{seen}");
    let asked = seen.split("is not kept. ---\n").nth(1).unwrap();
    insta::assert_snapshot!("editor_issue", asked);
}

#[test]
fn an_edit_begins_with_the_earlier_text_and_saving_it_changes_nothing() {
    let home = Home::new();
    assert_eq!(home.types("notebook want", "a calm life").code, Some(0));
    let (code, out) = edited(&home, "sleep 1.1", "$r notebook edit 1");
    assert!(code == "0" && out.contains("Nothing changed."), "{out}");
    let (code, out) = edited(&home, "sed -i 's/calm/calmer/' \"$1\"", "$r notebook edit 1");
    assert!(code == "0" && out.contains("1 has a new text."), "{out}");
    assert!(home.does("notebook").contains("1  a calmer life"));
    assert_eq!(left_behind(&home), Vec::<String>::new());
}

#[test]
fn an_editor_that_returns_at_once_keeps_its_file_for_a_late_save() {
    let home = Home::new();
    let (code, out) = edited(&home, "trap '' HUP; (sleep 0.3; echo 'saved later' >\"$1\") >/dev/null 2>&1 &", "$r notebook note");
    assert!(code == "2" && out.contains("--wait"), "{out}");
    let began = std::time::Instant::now();
    while kept(&home) != b"saved later\n" {
        assert!(began.elapsed().as_secs() < 20, "the late save is lost");
        std::thread::yield_now();
    }
}

#[test]
fn an_editor_that_leaves_no_text_leaves_no_trace_and_a_text_that_cannot_be_recorded_is_kept_and_named() {
    const KEPT: &str = "your text is in `";
    for (editor, code, said, length) in [
        ("sleep 1.1", "0", "Nothing written. That's fine.", 0),
        (": >\"$1\"", "0", "Nothing written. That's fine.", 0),
        ("rm \"$1\"", "2", "removed the file it was given", 0),
        ("exit 3", "2", "failed; nothing was recorded", 0),
        ("kill -9 $$", "2", "failed; nothing was recorded", 0),
        ("echo precious >\"$1\"; exit 1", "2", KEPT, 9),
        ("echo precious >\"$1\"; kill -9 $$", "2", KEPT, 9),
        ("printf 'caf\\351' >\"$1\"", "2", KEPT, 4),
        ("head -c 600000 /dev/zero | tr '\\0' a >\"$1\"", "2", KEPT, 600_000),
    ] {
        let home = Home::new();
        let (ended, out) = edited(&home, editor, "$r letter write");
        assert!(ended == code && out.replace("\r\n      ", " ").contains(said), "{editor}: {out}");
        assert_eq!(home.path(".local").exists(), length > 0, "{editor}");
        assert!(length == 0 || kept(&home).len() == length && !home.diary().exists(), "{editor}");
    }
}

#[test]
fn ctrl_c_belongs_to_the_editor_and_nothing_private_stays_behind() {
    // One that lives on and saves; one that dies of it.
    for (trap, code, said) in
        [("trap 'echo saved >\"$1\"; exit 0' INT", "0", "Noted as 1."), ("", "2", "failed; nothing was recorded")]
    {
        let home = Home::new();
        let editor = script(&home, &format!("{trap}\necho open\nwhile :; do sleep 0.1; done"));
        let mut pty = Pty::run(&home, &[("VISUAL", &editor)], "$r notebook note");
        pty.talks(&[("open", "^C")]);
        let (ended, out) = pty.ends(&home);
        assert!(ended == code && out.contains(said), "{ended}: {out}");
        assert_eq!(left_behind(&home), Vec::<String>::new());
    }
}

#[test]
fn q_after_an_opened_letter_clears_the_screen_and_what_was_scrolled_off_it() {
    let home = Home::new().at(Some("2026-10-01T20:00"));
    assert_eq!(home.types("letter write", "a private text").code, Some(0));
    for (term, answer, clears) in [("xterm", "q", true), ("xterm", "", false), ("dumb", "q", false)] {
        let mut pty = Pty::run(&home, &[("TERM", term)], "$r letter open 1");
        pty.shows("a private text");
        pty.talks(&[("Is it still true?", answer)]);
        let (code, out) = pty.ends(&home);
        assert_eq!(code, "0");
        let is_clear = out.rsplit_once(CLEARED).is_some_and(|(_, after)| after.trim() == "it is over");
        assert_eq!(is_clear, clears, "{term} {answer}: {out:?}");
        assert_eq!(out.contains("[q] leave, clear the screen"), term == "xterm", "{out}");
    }
}

#[test]
fn where_no_editor_was_chosen_text_is_typed_line_by_line() {
    let home = Home::new();
    let lines = [("An empty line ends it.", "a calm life"), ("", "  with a garden"), ("", "")];
    let (code, out) = Pty::talk(&home, "$r notebook want", &lines);
    assert!(code == "0" && out.contains("Noted as 1."), "{out}");
    assert!(home.does("notebook show 1").ends_with("  a calm life\n    with a garden\n"));
    assert_eq!(left_behind(&home), Vec::<String>::new());

    // The earlier text stands above the question; nothing typed leaves it as it is.
    for (typed, said) in
        [(&[("", "a calmer life"), ("", "^D")][..], "1 has a new text."), (&[("", "")], "Nothing written. That's fine.")]
    {
        let mut pty = Pty::run(&home, &[], "$r notebook edit 1");
        pty.shows("a calm");
        pty.shows("An empty line ends it.");
        pty.talks(typed);
        let (code, out) = pty.ends(&home);
        assert!(code == "0" && out.contains(said), "{out}");
    }
    assert!(home.does("notebook").contains("1  a calmer life"));
}

#[test]
fn a_letter_holds_empty_lines_and_ends_with_ctrl_d() {
    let home = Home::new();
    let lines = [("Ctrl-D on a line of its own ends it.", "Dear you"), ("", ""), ("", "Goodbye"), ("", "^D")];
    let (code, out) = Pty::talk(&home, "$r letter write", &lines);
    assert!(code == "0" && out.contains("Letter 1 is sealed"), "{out}");
    let letters = std::fs::read_dir(home.path(".local/share/reconnect/letters")).unwrap();
    let texts: Vec<_> = letters.map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap()).collect();
    assert_eq!(texts, ["Dear you\n\nGoodbye\n"]);
}

#[test]
fn nothing_typed_or_ctrl_c_leaves_no_trace_at_all() {
    for command in ["$r notebook note", "$r letter write", "$r notebook issue"] {
        let home = Home::new();
        let (code, out) = Pty::talk(&home, command, &[("ends it.", "^D")]);
        assert!(code == "0" && out.contains("Nothing written. That's fine."), "{out}");
        assert_eq!(Pty::talk(&home, command, &[("ends it.", "I wish"), ("", "^C")]).0, "130", "by SIGINT");
        assert!(!home.path(".local").exists(), "{command}");
    }
}

#[test]
fn text_typed_line_by_line_survives_a_failure_and_the_hint_says_where_it_is() {
    let home = Home::new();
    assert_eq!(home.types("notebook want", "a calm life").code, Some(0));
    // Taken back at another terminal meanwhile.
    let mut pty = Pty::run(&home, &[], "$r notebook edit 1");
    pty.shows("An empty line ends it.");
    home.does("undo");
    pty.types("precious");
    pty.types("");
    pty.shows("was taken back in the meantime");
    let (code, out) = pty.ends(&home);
    assert!(code == "2" && out.replace("\r\n      ", " ").contains("your text is in `"), "{out}");
    assert_eq!(kept(&home), b"precious");
}

#[test]
fn a_terminal_that_is_closed_loses_no_text() {
    let home = Home::new();
    let mut pty = Pty::run(&home, &[], "$r letter write");
    pty.talks(&[("Ctrl-D on a line of its own ends it.", "Dear you")]);
    // This closes the terminal.
    drop(pty);
    let began = std::time::Instant::now();
    let folder = home.path(".local/share/reconnect/letters");
    while std::fs::read_dir(&folder).into_iter().flatten().count() == 0 {
        assert!(began.elapsed().as_secs() < 20, "the text is lost");
        std::thread::yield_now();
    }
}

#[test]
fn the_editor_can_be_asked_for() {
    let home = Home::new();
    let path = script(&home, "echo 'from the editor' >\"$1\"; sleep 0.1");
    std::fs::create_dir_all(home.path("bin")).unwrap();
    std::fs::rename(path, home.path("bin/vi")).unwrap();
    let line = format!("PATH={}:$PATH; export PATH; $r notebook note --editor", home.path("bin").display());
    let (code, out) = Pty::run(&home, &[], &line).ends(&home);
    assert_eq!(code, "0", "{out}");
    assert!(home.does("notebook show 1").contains("from the editor"));
}
