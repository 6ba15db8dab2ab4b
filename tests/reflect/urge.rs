//! The pause before a message, without a terminal, and for scripts.

use reconnect::{Warm, warm};

use crate::support::Home;

#[test]
fn without_a_terminal_it_is_a_text_and_nothing_is_recorded() {
    let home = Home::new();
    let text = home.does("urge");
    assert!(text.starts_with(warm(Warm::Urge, "2026-11-23".parse().unwrap())), "{text}");
    assert!(!text.contains(['\r', '\u{1b}']) && !text.contains(" 0 "), "{text}");
    assert!(text.contains("Call somebody you trust.") && text.contains("findahelpline.com"), "{text}");
    assert!(home.is_empty());
}

/// A bad moment can't wait until a shell or a service sets what is missing.
#[test]
fn what_needs_no_diary_stands_without_a_home_folder() {
    let said = Home::new().transcript(
        "! unset HOME; \"$@\" urge
        ! unset HOME; \"$@\" guide
        ! unset HOME; \"$@\" window 3 weeks ago
        ! unset HOME; \"$@\" init bash | grep -m1 -o RECONNECT_PROMPT
        ! unset HOME; \"$@\" urge --resisted
        ! unset HOME; \"$@\" status
        ! unset HOME; \"$@\" checkin 3",
    );
    insta::assert_snapshot!("urge_without_a_home", said);
}

#[test]
fn the_page_has_the_users_own_plans_first_then_their_wants_then_the_guide() {
    let mut home = Home::example();
    home.write_config(&(home.read_config() + "\n[urge]\ncall = [\"Ana\", \"Ben\"]\n"));
    for (kind, text) in [
        ("if-then", "one"),
        ("if-then", "two"),
        ("if-then", "If I want to write at night, then I call Ana."),
        ("if-then", "If I see a photo,\u{1b}[2J then I close the app.\nAt once."),
        ("want", "a calm life"),
    ] {
        home.gives(&format!("notebook {kind}"), text);
    }
    let said = home.does("urge --resisted");
    assert!(
        said.starts_with("Noted: you didn't write. You felt it, and you didn't act on it.\nCall Ana or Ben. Not safe,"),
        "there is a plan already: {said}"
    );
    insta::assert_snapshot!("urge_text", home.does("urge"));
    home.set_now("2026-11-24T12:00");
    home.does("breakup today --again");
    let said = home.does("urge");
    assert!(said.contains("If I want to write at night, then I call Ana.") && !said.contains("a calm life"), "{said}");
}

#[test]
fn late_at_night_nothing_has_to_be_decided() {
    let mut home = Home::example();
    for (at, is_night) in [("21:59", false), ("22:00", true), ("23:30", true), ("04:59", true), ("05:00", false)] {
        home.set_now(&format!("2026-11-23T{at}"));
        assert_eq!(home.does("urge").contains("Tonight you don't have to decide anything."), is_night, "{at}");
    }
}

#[test]
fn scripts_record_at_once_with_trigger_and_strength() {
    let mut home = Home::example();
    let said = home.transcript("urge --resisted --trigger lonely --strength 4\nurge --wrote\nundo\nhistory --urges --csv");
    insta::assert_snapshot!("urge_scripts", said);
}

#[test]
fn after_a_message_what_they_asked_for_or_answered_comes_before_comfort() {
    for rule in ["boundary order", "boundary space", "boundary blocked", "answer no", "answer not-now", "aim closure"] {
        let home = Home::example();
        home.does(rule);
        insta::assert_snapshot!(format!("urge_wrote_under_{}", rule.replace(' ', "_")), home.does("urge --wrote"));
    }
}
