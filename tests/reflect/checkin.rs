//! How the user is today.

use super::diary;
use crate::support::Home;

#[test]
fn a_second_check_in_of_the_day_replaces_the_first_and_a_low_day_is_met_with_kindness() {
    let mut home = Home::new();
    let said = home.transcript(
        "checkin --json
        checkin 4
        checkin 3 --note - <<< so so
        checkin --json
        undo
        checkin --json
        checkin 2
        checkin 1
        @ 2026-11-24T09:00
        checkin 5
        history
        config set count.week_starts sunday
        history",
    );
    insta::assert_snapshot!("checkin", said);
    assert!(diary(&home).contains(r#""replaces":""#));
}

#[test]
fn a_date_may_stand_behind_the_number_unless_the_number_may_belong_to_it() {
    for (typed, mood, day) in
        [("4", 4, "2026-11-23"), ("4 yesterday", 4, "2026-11-22"), ("4 2 hours ago", 4, "2026-11-23"), ("4 9pm", 4, "2026-11-22")]
    {
        let home = Home::new();
        home.does(&format!("checkin {typed}"));
        let known = &home.json("checkin")["checkin"];
        assert_eq!((known["mood"].as_u64(), known["on"].as_str()), (Some(mood), Some(day)), "{typed}: {known}");
    }
    let either = "the number in front could stand alone, or belong to the date";
    Home::new().refuses(&[
        ("checkin 2 hours ago", either),
        ("checkin 3 oct 21:30", either),
        ("checkin 1 nov 2026", either),
        ("checkin 4 someday", "can't read `someday` as a date"),
        ("checkin 7 someday", "`7` isn't a number from 1 to 5"),
    ]);
}

#[test]
fn the_words_of_a_check_in_stay_with_a_later_number() {
    let home = Home::begun();
    home.gives("checkin 2 --note -", "cried all day");
    let said = home.does("checkin 3");
    assert_eq!(said, "Noted: 3 of 5 today, instead of the earlier one; its note stays.\n");
    let history = home.does("history --all --notes");
    assert!(history.contains("3 of 5") && history.contains("cried all day"), "{history}");
    assert!(!home.types("checkin 4 --note -", "better").out.contains("stays"));
    let history = home.does("history --all --notes");
    assert!(history.contains("better") && !history.contains("cried all day"), "{history}");
}

#[test]
fn whoever_cannot_go_on_finds_people_whatever_becomes_of_the_command() {
    let people = "hint: Not safe, thoughts of ending your life, or too much to carry alone? findahelpline.com lists helplines by country. \
                  In danger, call your local emergency number.\n";
    let home = Home::begun();
    for line in ["notebook note", "letter write", "checkin 2 --note -", "log-contact me --note -"] {
        let said = home.types(line, "I don’t want to live any more.");
        assert!(said.code == Some(0) && said.err.ends_with(people), "{line}: {said:?}");
        let said = home.types(line, "A long night, and the battery died.");
        assert!(!said.err.contains(people), "{line}: {said:?}");
    }
    // Said once is enough.
    let said = home.types("checkin 1 --note -", "I want to die.");
    assert!(said.out.contains("findahelpline.com") && !said.err.contains("findahelpline.com"), "{said:?}");
    for line in ["checkin 1 I want to die", "log-contact i want to die"] {
        let said = home.types(line, "");
        assert_eq!(said.err, format!("error: you don't have to carry this alone. Please call somebody now\n{people}"), "{line}");
    }
    home.write_config("[[[");
    for line in ["checkin 1", "urge --resisted", "answer no", "log-contact them --unwanted"] {
        let said = home.types(line, "");
        assert!(said.code == Some(2) && said.err.ends_with(people), "{line}: {said:?}");
        assert_eq!(said.err.matches("isn't valid TOML").count(), 1, "{line}: {said:?}");
    }
    assert!(!home.types("checkin 2", "").err.contains(people));
}

#[test]
fn a_check_in_changes_no_verdict() {
    let home = Home::example();
    let mut before = home.status(crate::support::NOW);
    home.does("checkin 5");
    let mut after = home.status(crate::support::NOW);
    assert_eq!(before["verdict"].take(), after["verdict"].take());
    assert_eq!(before, after);
}

#[test]
fn a_terminal_asks_again_after_a_typo_and_enter_skips() {
    const QUESTION: &str = "How are you today, from 1 (very low) to 5 (good)?  [Enter] skip: ";
    let home = Home::new();
    for (answers, said) in [(&[""][..], "Nothing was recorded. That's fine."), (&["6", "well", "4"], "Noted: 4 of 5 today.")] {
        let lines: Vec<_> = answers.iter().map(|answer| (QUESTION, *answer)).collect();
        let (code, out) = crate::pty::Pty::talk(&home, "$r checkin", &lines);
        assert!(code == "0" && out.contains(said), "{out}");
    }
    assert_eq!(diary(&home).lines().count(), 1);
}
