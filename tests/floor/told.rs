//! What is said after a command, where the table of the floor says too little.

use reconnect::{Warm, warm};

use crate::support::Home;
use crate::{HELPLINE, lived, said};

const START: &str = "2026-11-01 start-no-contact --breakup 2026-10-24";
const READY: &[&str] = &["2026-10-01 start-no-contact --breakup 2026-09-01", "2026-10-02 notebook issue --on-paper"];

const ANSWERED: [&str; 2] = ["2026-11-23 log-contact them 11:30", "2026-11-23 log-contact me 11:40 --reply"];

/// A home of these lines on top of a start, and what one more says.
fn after(life: &[&str], typed: &str) -> (Home, String) {
    let home = lived(&[&[START], life].concat());
    let text = said(&home, typed, "");
    (home, text)
}

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
        let (home, text) = after(life, line);
        assert_eq!(text.contains("Also noted: the message of theirs that you answered."), implied, "{life:?}: {text}");
        assert_eq!(contacts(&home).len(), life.len() + 1 + usize::from(implied), "{life:?}");
        assert_ne!(home.json("status")["verdict"]["id"], "await-answer", "{life:?}: they have written");
    }
    let (home, _) = after(&[], "log-contact me --reply");
    assert_eq!(contacts(&home), [("them".to_owned(), false), ("me".to_owned(), true)]);
    home.does("undo");
    assert_eq!(contacts(&home), [], "one undo takes back both");
}

#[test]
fn a_block_is_recorded_alone_because_nobody_wrote() {
    let (home, text) = after(&[], "log-contact them --blocked");
    assert!(text.ends_with("Noted: they blocked you, Mon 23 Nov 2026."), "{text}");
    assert_eq!((contacts(&home), home.status("2026-11-23T18:00")["boundaries"][0]["kind"].as_str()), (vec![], Some("blocked")));
    for with in ["--via call", "--note", "--reply", "--logistics"] {
        assert_eq!(home.types(&format!("log-contact them --blocked {with}"), "").code, Some(2), "{with}");
    }
}

#[test]
fn what_cannot_be_said_together_is_refused() {
    let home = lived(READY);
    for line in [
        "log-contact me --unwanted",
        "log-contact me --no",
        "log-contact them --in-touch --restart",
        "log-contact them --in-touch --unwanted",
        "log-contact them --in-touch --space",
        "log-contact them --in-touch --no",
        "answer no --in-touch",
        "answer not-now --in-touch",
        "boundary space --protects me",
        "boundary clear yesterday",
        "answer no tomorrow",
        "answer no 2026-08-31",
    ] {
        assert_eq!(home.types(line, "").code, Some(2), "{line}");
    }
    for (stands, why) in [
        ("boundary space", "they asked for space"),
        ("boundary own", "you asked for distance"),
        ("boundary order --protects me", "a court order protects you"),
        ("boundary order --from 2026-11-02 --until 2026-11-10", "there was a court order"),
        ("answer no", "they said no"),
        ("log-contact them --unwanted", "you didn't want their last contact"),
    ] {
        let home = lived(READY);
        home.does(stands);
        home.refuses(&[("log-contact me --in-touch", &format!("`--in-touch` can't be said here: {why}"))]);
    }
}

#[test]
fn practical_messages_are_not_reproached_and_the_third_in_a_row_is_named_kindly() {
    let many = "That's several practical messages today, and no answer is noted. The rest can wait until tomorrow.";
    let (home, first) = after(&["2026-11-20 boundary space"], "log-contact me 09:00 --logistics");
    let second = said(&home, "log-contact me 10:00 --logistics", "");
    let third = said(&home, "log-contact me 11:00 --logistics", "");
    assert_eq!([&first, &second, &third].map(|text| text.contains(many)), [false, false, true]);
    assert!(!(first + &third).contains("They asked for space."));
    let met = said(&home, "log-contact me --logistics --via visit", "");
    assert!(!met.contains(many), "bringing the children is no message: {met}");
    home.does("log-contact them 11:30 --logistics");
    assert!(!said(&home, "log-contact me 12:00 --logistics", "").contains(many));
}

#[test]
fn a_count_goes_on_only_where_one_does() {
    let (home, goes_on) = after(&[], "log-contact me --logistics");
    assert!(goes_on.starts_with("Practical things may be said. The count goes on."), "{goes_on}");
    for line in ["log-contact me --logistics --restart", "log-contact them --logistics --restart"] {
        let text = said(&home, line, "");
        assert!(text.contains("A new count starts") && !text.contains("goes on"), "{text}");
    }
    assert!(!said(&lived(&[]), "log-contact me --logistics", "").contains("goes on"), "there is none");
}

#[test]
fn a_visit_against_their_wish_gets_no_comfort_here_nor_on_the_status() {
    for stands in ["boundary space", "log-contact them --blocked", "answer no", "boundary order"] {
        let (home, text) = after(&[], stands);
        assert!(!text.is_empty());
        let visit = said(&home, "log-contact me --via visit", "");
        assert!(visit.contains("A visit they didn't ask for can frighten. Please don't go there again."), "{stands}: {visit}");
        let status = said(&home, "status", "");
        for comfort in ["still count", "Be patient", "don't undo", "doesn't undo"] {
            assert!(!(visit.clone() + &status).contains(comfort), "{stands}: {visit} {status}");
        }
        assert!(status.contains("No contact since today, 18:00"), "{stands}: {status}");
    }
}

#[test]
fn people_come_before_the_helpline() {
    let home = lived(&[START]);
    home.write_config(&(home.read_config() + "\n[urge]\ncall = [\"Ana\"]\n"));
    let people = format!("Call Ana. {HELPLINE}");
    for line in ["checkin 1", "log-contact them --unwanted", "boundary order", "boundary", "status", "guide", "guide 3"] {
        let text = said(&home, line, "");
        assert!(text.contains(&people), "{line}: {text}");
    }
    let low = said(&home, "checkin 1", "");
    assert!(low.starts_with("A day this low is hard, and you don't have to carry it alone. Call Ana."), "{low}");
    assert!(low.ends_with("Noted: 1 of 5 today, instead of the earlier one."), "{low}");
}

#[test]
fn from_the_third_try_on_help_stands_beside_whatever_rules() {
    for rules in
        ["boundary space", "boundary blocked", "boundary own", "boundary order --protects them", "answer no", "aim closure"]
    {
        let life = [&format!("2026-11-20 {rules}"), "2026-11-20 log-contact me", "2026-11-21 log-contact me"];
        let (home, third) = after(&life, "log-contact me");
        let help = format!("{HELPLINE} Worried about your own behaviour?");
        assert!(third.contains(&help) && said(&home, "status", "").contains(&help), "{rules}: {third}");
    }
    let life = ["2026-11-20 boundary order --protects me", "2026-11-20 log-contact me", "2026-11-21 log-contact me"];
    assert!(!after(&life, "log-contact me").1.contains("Worried"), "whom an order protects isn't asked that");
}

#[test]
fn what_begins_later_is_not_said_to_hold() {
    let (_, text) = after(&[], "boundary space --from 2026-12-10 --until 2026-12-24");
    assert_eq!(text, "Noted. From Thu 10 Dec 2026 on: they asked for space, through Thu 24 Dec 2026.");
    let (home, order) = after(&[], "boundary order --from 2026-12-10");
    assert!(
        (order + &said(&home, "boundary", "")).matches("A court order, from Thu 10 Dec 2026, until the court lifts it.").count()
            == 2
    );
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
    assert_eq!(["prompt", "remind --dry-run"].map(|line| said(&home, line, "")), ["", ""]);
    assert!(!home.read_config().contains("no_contact_since = 2"), "{}", home.read_config());
    assert_eq!(home.types("check --in-touch", "").code, Some(0));
    assert_eq!(home.json("status")["in_touch"]["since"], "2026-11-23T18:00:00+01:00");
    home.refuses(&[
        ("end-no-contact", "you're in touch again, so no count is running"),
        ("log-contact me --restart", "you're in touch again"),
        ("start-no-contact --replace", "you're in touch again, so there is no start to correct"),
        ("start-no-contact yesterday", "you're in touch again since Mon 23 Nov 2026 18:00, so a count can't start earlier"),
    ]);
    let undone = said(&home, "undo", "");
    assert!(undone.contains("The count goes on as if it had never rested, since Thu 1 Oct 2026."), "{undone}");
    assert_eq!(home.types("check --in-touch", "").code, Some(1));
}

#[test]
fn a_start_back_dated_into_it_says_how_often_the_user_wrote_after_it() {
    let touch = ["2026-11-10 answer yes --in-touch", "2026-11-15 log-contact me", "2026-11-16 log-contact me"];
    let home = lived(&[READY, &touch].concat());
    let text = said(&home, "start-no-contact 2026-11-14", "");
    assert!(
        text.starts_with("Recorded: no contact from Sat 14 Nov 2026, 9 days ago. You got in touch 2 times after that"),
        "{text}"
    );
}

#[test]
fn what_ends_it_names_how_to_count_again() {
    for line in ["boundary space", "boundary own", "answer not-now", "log-contact them --no", "log-contact them --unwanted"] {
        let home = lived(&[READY, &["2026-11-10 answer yes --in-touch"]].concat());
        let ran = home.types(line, if line.starts_with("answer") { "yes\n" } else { "" });
        assert!(ran.err.contains("hint: `reconnect start-no-contact` starts to count from today"), "{line}: {}", ran.err);
        assert_eq!(home.types("check --in-touch", "").code, Some(1), "{line}");
    }
}

#[test]
fn after_a_lone_reach_out_their_word_asks_for_in_touch_and_nothing_is_a_slip() {
    let home = lived(&[READY, &["2026-11-20 log-contact me"]].concat());
    for line in ["log-contact them", "log-contact me --reply"] {
        let ran = home.types(line, "");
        assert!(ran.err.contains("hint: are you in touch again? `--in-touch` says so"), "{line}: {}", ran.err);
        assert!(!ran.out.contains("still count") && !ran.out.contains("A new count"), "{line}: {}", ran.out);
    }
}

#[test]
fn a_dated_answer_names_what_rules() {
    let (home, text) = after(&["2026-11-20 answer yes"], "answer no 2026-11-10");
    assert_eq!(text, "Noted: no, on Tue 10 Nov 2026. Their later yes, on Fri 20 Nov 2026, still counts.");
    assert!(said(&home, "answer no 2026-11-21", "").contains("Noted, their answer: no, on Sat 21 Nov 2026."));
}

#[test]
fn breakups_are_counted_and_two_first_ones_are_settled() {
    let home = lived(&[START, "2026-11-10 breakup today --again"]);
    assert!(said(&home, "breakup today --again", "").starts_with("A third breakup: Mon 23 Nov 2026"));
    let home = lived(&["2026-11-01 breakup 2026-10-24"]);
    let other = "{\"v\":1,\"id\":\"aabbccdd\",\"on\":\"2026-10-20\",\"at\":\"2026-11-02T12:00:00+01:00\",\"kind\":\"breakup\"}\n";
    home.put(".local/share/reconnect/diary/other.jsonl", other);
    assert!(said(&home, "breakup 2026-10-15", "").starts_with("Breakup: Thu 15 Oct 2026"));
    assert_eq!(home.json("status")["breakup"]["date"], "2026-10-15");
    // A second breakup in the way is named with its id.
    home.does("breakup 2026-11-20 --again");
    home.refuses(&[("breakup 2026-10-10", "you already noted another breakup")]);
    assert!(home.types("breakup 2026-10-10", "").err.contains("takes it back"));
}

#[test]
fn an_undo_of_a_text_says_that_it_is_still_in_the_file() {
    let home = lived(&[START]);
    home.gives("notebook want", "Sleep again.\n");
    let undone = said(&home, "undo", "");
    assert!(undone.contains("The text is still in the diary file; `reconnect erase "), "{undone}");
}

#[test]
fn the_message_that_somebody_answered_is_not_called_unwanted() {
    let home = lived(&[START, "2026-11-09 aim closure", "2026-11-10 log-contact them", "2026-11-21 log-contact me --reply"]);
    assert!(!said(&home, "status", "").contains("isn't your fault"));
    home.does("log-contact them");
    assert!(
        said(&home, "status", "").contains("They got in touch again, and it isn't your fault"),
        "the next one is the second within two weeks"
    );
}

#[test]
fn an_undo_says_that_the_count_rests_again_and_of_another_breakup_only_what_became_true() {
    let home = lived(&[READY, &["2026-11-10 answer yes --in-touch", "2026-11-20 start-no-contact"]].concat());
    assert!(said(&home, "undo", "").contains("You're in touch again; the count rests."));
    let home = lived(&[START, "2026-11-10 boundary blocked", "2026-11-20 breakup today --again"]);
    let undone = said(&home, "undo", "");
    assert!(undone.starts_with("Taken back: another breakup") && !undone.contains("they blocked you"), "{undone}");
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
    let home = lived(&[READY, &tries].concat());
    assert!(said(&home, "urge", "").contains("Worried about your own behaviour? There are helplines for that, too."));
    let low = lived(&[READY, &["2026-11-22 checkin 1", "2026-11-23 checkin 3"]].concat());
    assert!(!said(&low, "status", "").contains(HELPLINE), "today is better");
}

#[test]
fn what_they_asked_for_beside_an_order_is_asked_for_by_itself() {
    let life = || lived(&[START, "2026-11-20 boundary order --protects them", "2026-11-21 boundary space"]);
    assert!(life().types("undo", "").err.contains("Was that a mistake?"));
    assert!(said(&life(), "undo", "yes\n").contains("Taken back: they asked for space"));
    let ran = life().types("boundary clear", "yes\nyes\n");
    assert!(ran.out.contains("they lifted what they had asked for") && ran.out.contains("the court lifted the order"), "{ran:?}");
    let asked = |question| ran.err.matches(question).count();
    assert_eq!((asked("lift it themselves?"), asked("the court lifted it?")), (1, 1), "{ran:?}");
}

#[test]
fn being_in_touch_is_refused_before_an_unwanted_contact_and_its_end_is_said() {
    let home = lived(&[START, "2026-11-20 log-contact them --unwanted"]);
    home.refuses(&[("log-contact them 2026-11-10 --in-touch", "you didn't want")]);
    home.does("log-contact them --in-touch");
    let home = lived(&[START, "2026-11-20 answer not-now"]);
    let ran = home.types("log-contact them 2026-11-10 --in-touch", "");
    assert!(ran.err.contains("`reconnect start-no-contact` starts to count from today"), "{ran:?}");
}

#[test]
fn their_visit_is_no_invitation() {
    let home = lived(&[READY, &["2026-11-20 log-contact me"]].concat());
    let visit = said(&home, "log-contact them --via visit", "");
    assert!(visit.starts_with("They came to you. What happens next is up to you, too.") && !visit.contains("coffee"), "{visit}");
    let home = lived(&[READY, &["2026-11-10 log-contact me"]].concat());
    let pressed = said(&home, "log-contact me --via visit", "");
    assert!(pressed.contains("A visit they didn't ask for can frighten."), "{pressed}");
}
