//! What is recorded is acknowledged in its own words; and `history` shows it.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

mod support;

use support::{Home, NOW};

/// A run since 10 October, in a home where step 2 is done: 23 November allows a reach-out.
fn ready() -> Home {
    let mut home = Home::new();
    home.set_now("2026-10-10T12:00");
    home.ok(&["start-no-contact", "--breakup", "2026-10-01"]);
    home.ok(&["notebook", "issue", "--on-paper"]);
    home.set_now(NOW);
    home
}

#[test]
fn each_kind_of_contact_is_answered_in_its_own_words_with_the_three_numbers() {
    let fresh = || {
        let home = Home::new();
        home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
        home
    };
    // 1 to 23 November are 23 dates. A slip today costs today.
    let slip = "Current run 0 days, longest 22 days, 22 of 23 days kept.\n";
    let kept = "Current run 22 days, longest 22 days, 23 of 23 days kept.\n";
    let anew = "The count begins anew, Mon 23 Nov 2026 18:00.\n";
    let cases: [(&[&str], String); 7] = [
        (
            &["me"],
            format!(
                "Noted: a text by you, Mon 23 Nov 2026 18:00.\nOne message is not a week. What you kept is still yours.\n{anew}{slip}"
            ),
        ),
        (
            &["me", "--via", "looked"],
            format!(
                "Noted: a look at a profile by you, Mon 23 Nov 2026 18:00.\nLooking counts too, as the guide sees it, and almost everybody does it once.\nWhat you kept is still yours.\n{anew}{slip}"
            ),
        ),
        (
            &["me", "--reply"],
            format!(
                "Noted: a text by you, as a reply, Mon 23 Nov 2026 18:00.\nYou answered, and that is human. What you kept is still yours.\n{anew}{slip}"
            ),
        ),
        (
            &["me", "--logistics"],
            format!(
                "Noted: a text by you, about logistics, Mon 23 Nov 2026 18:00.\nWhat has to be said may be said. The run goes on.\n{kept}"
            ),
        ),
        (&["me", "--keep"], format!("Noted: a text by you, Mon 23 Nov 2026 18:00.\nThe run goes on, as you said.\n{kept}")),
        (
            &["them", "--via", "call"],
            format!("Noted: a call by them, Mon 23 Nov 2026 18:00.\nIt is theirs. Answering is a choice, and it can wait.\n{kept}"),
        ),
        (
            &["them", "--restart"],
            format!(
                "Noted: a text by them, Mon 23 Nov 2026 18:00.\nIt is theirs. Answering is a choice, and it can wait.\n{anew}{slip}"
            ),
        ),
    ];
    for (args, expected) in cases {
        assert_eq!(fresh().ok(&[&["log-contact"], args].concat()), expected, "{args:?}");
    }
    let home = ready();
    assert!(home.ok(&["log-contact", "me"]).contains("You have reached out. It is theirs to answer now,"));
}

#[test]
fn a_second_message_without_a_word_back_is_told_as_one() {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    home.ok(&["log-contact", "me", "2026-11-20"]);
    // It need not have been a message.
    assert!(home.ok(&["log-contact", "me", "--via", "call"]).contains("Twice now without a word back: it is theirs to answer."));
}

#[test]
fn what_lies_ahead_or_before_the_breakup_is_refused_and_nothing_is_recorded() {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    let before = home.ok(&["history", "--json"]);
    assert!(home.fails(&["log-contact", "me", "tomorrow"]).starts_with("error: a contact cannot lie ahead"));
    assert!(home.fails(&["log-contact", "me", "2026-11-23T18:01"]).starts_with("error: a contact cannot lie ahead"));
    assert!(home.fails(&["log-contact", "me", "2026-10-23"]).starts_with("error: a contact before the breakup does not count"));
    assert!(home.fails(&["log-contact", "aunt"]).contains("me"));
    assert_eq!(home.ok(&["history", "--json"]), before);
}

#[test]
fn a_note_comes_from_stdin_and_is_shown_inert() {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    let ran = home.run_with_input(&["log-contact", "them", "--note", "-"], "happy birthday\n\u{1b}]0;owned\u{7} 🎂\n");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let history = home.ok(&["history"]);
    assert!(history.contains("happy birthday\n") && history.contains("\\u{1b}]0;owned\\u{7} 🎂"), "{history}");
    let json: serde_json::Value = serde_json::from_str(&home.ok(&["history", "--json"])).unwrap();
    assert_eq!(json["contacts"][0]["note"], "happy birthday\n\u{1b}]0;owned\u{7} 🎂");
}

#[test]
fn an_end_is_closed_kindly_and_the_prompt_falls_silent() {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    assert_eq!(
        home.ok(&["end-no-contact", "yesterday"]),
        "Closed on Sun 22 Nov 2026, after 21 days.\nLongest run 21 days, 22 of 23 days kept.\nPrompt and reminders are silent from now on. What you learned in it stays with\nyou.\n"
    );
    assert_eq!(home.ok(&["prompt"]), "");
    assert!(!home.ok(&[]).contains("start-no-contact"), "nothing asks the user to go on counting");
    assert!(home.fails(&["end-no-contact"]).starts_with("error: no run of no contact is open, so there is none to close\nhint: "));
}

#[test]
fn an_order_is_lifted_and_not_taken_back_by_a_word_of_theirs() {
    let home = ready();
    assert!(home.ok(&["boundary", "order"]).contains("A legal order, since Mon 23 Nov 2026, until it is lifted.\n"));
    assert!(
        home.ok(&["boundary", "space"]).contains("Space, asked for by them, since Mon 23 Nov 2026, until they say\notherwise.\n")
    );
}

#[test]
fn a_second_breakup_says_truly_what_no_longer_counts() {
    let said = |home: &Home| home.ok(&["breakup", "2026-11-20", "--again"]).split("\n\n").next().unwrap().to_owned();
    let plain = said(&ready());
    assert!(plain.ends_with("stays in the history and no longer counts."), "{plain}");
    let home = ready();
    home.ok(&["boundary", "order"]);
    let ordered = said(&home);
    assert!(ordered.contains("order") && !ordered.contains("longer counts"), "{ordered}");
    assert!(plain.lines().chain(ordered.lines()).all(|line| line.len() <= 80));
}

#[test]
fn a_start_before_a_contact_that_is_known_says_where_the_count_begins() {
    let home = Home::new();
    home.ok(&["breakup", "2026-10-24"]);
    home.ok(&["log-contact", "me", "2026-11-20"]);
    let said = home.ok(&["start-no-contact", "2026-11-01"]);
    let expected = "No contact from Sun 1 Nov 2026, 22 days ago; a contact that is recorded after it\nbegan the count anew, Fri 20 Nov 2026.\n\nNo contact  3 days, since Fri 20 Nov 2026\n";
    assert!(said.starts_with(expected), "{said}");
}

#[test]
fn history_says_why_a_run_of_21_days_has_22_days_kept() {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-02"]);
    let history = home.ok(&["history"]);
    assert!(history.contains("Days        Current run 21 days, longest 21 days, 22 of 22 days kept.\n"), "{history}");
    assert!(history.contains("            A day kept is a date: a run of 21 days holds 22 of them,"), "{history}");
}

#[test]
fn an_answer_is_told_with_what_it_means() {
    let home = ready();
    assert_eq!(home.ok(&["answer"]), "No answer is recorded.\n");
    let no = home.ok(&["answer", "no"]);
    assert!(
        no.contains("They have answered, and that is to be respected.\nIt doesn't mean that you aren't worthy of love."),
        "{no}"
    );
    assert_eq!(home.ok(&["answer"]), "Their answer: no, on Mon 23 Nov 2026.\n");
    assert_eq!(home.status(NOW)["answer"], serde_json::json!({"answer":"no","on":"2026-11-23"}));
}

#[test]
fn the_calendar_is_legible_without_colour_and_at_forty_columns() {
    let home = Home::new().env("COLUMNS", "40");
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    home.ok(&["log-contact", "me", "2026-11-10"]);
    home.ok(&["log-contact", "them", "2026-11-12"]);
    let expected = "\
November 2026
 Mo   Tu   We   Th   Fr   Sa   Su
                                1·
  2·   3·   4·   5·   6·   7·   8·
  9·  10×  11·  12<  13·  14·  15·
 16·  17·  18·  19·  20·  21·  22·
[23·] 24   25   26   27   28   29
 30

· kept, × contact by you, < by them, ~
an urge, [ ] today; without a sign:
outside a run
";
    assert_eq!(home.ok(&["history", "--calendar", "--months", "1"]), expected);
    home.write_config(&format!("{}[count]\nweek_starts = \"sunday\"\n", home.read_config()));
    let sunday = home.ok(&["history", "--calendar", "--months", "1"]);
    assert!(sunday.contains(" Su   Mo   Tu   We   Th   Fr   Sa\n  1·   2·"), "{sunday}");
}

#[test]
fn the_calendar_begins_where_there_is_something_unless_more_is_asked_for() {
    let months = |home: &Home, arguments: &[&str]| {
        let calendar = home.ok(&[&["history", "--calendar"], arguments].concat());
        let heads = calendar.lines().filter(|line| line.ends_with(" 2026") && !line.starts_with(' '));
        heads.map(|line| line.replace(" 2026", "")).collect::<Vec<_>>().join(" ")
    };
    let home = Home::new();
    assert_eq!(months(&home, &[]), "November");
    home.ok(&["start-no-contact", "2026-10-31", "--breakup", "2026-10-24"]);
    assert_eq!(months(&home, &[]), "October November");
    assert_eq!(months(&home, &["--months", "4"]), "August September October November");
    assert_eq!(months(&home, &["--months", "1"]), "November");
    home.ok(&["breakup", "2026-03-01"]);
    home.ok(&["urge", "--resisted"]);
    assert_eq!(months(&home, &[]), "October November", "a breakup is no mark");
    home.ok(&["log-contact", "them", "2026-06-10"]);
    assert_eq!(months(&home, &[]), "September October November");
}

#[test]
fn history_is_newest_first_and_says_what_the_limit_left_out() {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    for day in 3..8 {
        home.ok(&["log-contact", "them", &format!("2026-11-{day:02}")]);
    }
    let history = home.ok(&["history", "--limit", "2"]);
    let first = history.find("Sat 7 Nov 2026").unwrap();
    assert!(history.find("Fri 6 Nov 2026").unwrap() > first && !history.contains("Thu 5 Nov 2026"), "{history}");
    assert!(history.contains("and 3 more; `--limit 5` shows all"), "{history}");
    let csv = home.ok(&["history", "--csv"]);
    assert!(csv.starts_with("what,from,to,days,who,via,reply,logistics,ended_run,reach_out,id,note\nrun,2026-11-01,,22,"), "{csv}");
    assert_eq!(csv.lines().count(), 7);
}
