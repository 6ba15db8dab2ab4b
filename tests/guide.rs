//! The six steps as a reader sees them.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

mod support;

use support::Home;

fn started() -> Home {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01T21:30", "--breakup", "2026-10-24"]);
    home
}

#[test]
fn the_steps_that_matter_now_come_first_and_the_rest_in_a_line_each() {
    let home = started();
    let guide = home.ok(&["guide"]);
    assert!(guide.starts_with("The few weeks are over, and the notebook has no issue with a plan yet.\n\nStep 2: "), "{guide}");
    for other in ["1  Timing", "3  Give them space", "4  Actions, not words", "5  Remove obstacles", "6  Patience and respect"] {
        assert!(guide.lines().any(|line| line == other), "{other}: {guide}");
    }
    assert!(guide.contains("findahelpline.com") && guide.contains("emergency number"));
    assert!(guide.contains("\n* This list comes before any message.") && guide.contains("\n* our reading"));
}

#[test]
fn one_step_is_shown_whole_and_there_are_six() {
    let home = Home::new();
    for step in 1..=6 {
        let text = home.ok(&["guide", &step.to_string()]);
        assert!(
            text.starts_with(&format!("Step {step}: ")) && text.contains("Tip: ") && text.contains("findahelpline.com"),
            "{text}"
        );
        assert!(text.contains("how you show up."), "{text}");
    }
    home.fails(&["guide", "7"]);
    home.fails(&["guide", "0"]);
}

#[test]
fn nothing_about_getting_in_touch_is_said_against_a_boundary_or_an_answer() {
    for arguments in [&["boundary", "space"][..], &["boundary", "order"], &["answer", "no"], &["answer", "not-now"]] {
        let home = started();
        home.ok(arguments);
        for guide in (1..=6).map(|step| home.ok(&["guide", &step.to_string()])).chain([home.ok(&["guide"])]) {
            assert!(!guide.contains("\n\n\n"), "what is left out leaves no hole: {guide}");
            for invitation in [
                "first contact",
                "coffee",
                "open to it",
                "reconnect gently",
                "build something new",
                "not impossible",
                "thoughtful gesture",
                "Close a gap",
            ] {
                assert!(!guide.contains(invitation), "{arguments:?} {invitation}: {guide}");
            }
        }
        assert!(home.ok(&["guide", "4"]).contains("is left out"));
    }
}

#[test]
fn the_guide_writes_nothing_and_is_as_narrow_as_the_terminal() {
    for columns in ["40", "80", "200"] {
        let home = Home::new().env("COLUMNS", columns);
        for step in ["1", "2", "3", "4", "5", "6"] {
            let widest = home.ok(&["guide", step]).lines().map(|line| line.chars().count()).max().unwrap();
            assert!(widest <= columns.parse::<usize>().unwrap().clamp(46, 80), "{widest} of {columns}, step {step}");
        }
        assert_eq!(std::fs::read_dir(home.path("")).unwrap().count(), 0);
    }
}
