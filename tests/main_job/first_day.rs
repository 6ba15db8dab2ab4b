//! The walk of the README: from nothing to a count, and the numbers that agree afterwards.

use crate::support::Home;

#[test]
fn from_nothing_to_a_count_in_one_command() {
    let home = Home::new();
    assert!(home.ok(&[]).starts_with("Let's start with two dates: your last contact and the breakup.\n"));
    let started = home.does("start-no-contact 3 weeks ago --breakup a month ago");
    assert!(started.starts_with("No contact since Mon 2 Nov 2026, 21 days ago.\n"), "{started}");
    let status = home.does("status");
    assert!(
        status.starts_with("No contact   21 days, since Mon 2 Nov 2026\nBreakup      31 days ago, Fri 23 Oct 2026: "),
        "{status}"
    );
    assert_eq!(home.ok(&[]), status);
}

#[test]
fn through_a_pipe_it_asks_nothing_and_starts_today() {
    let home = Home::new();
    let started = home.does("start-no-contact");
    assert!(started.starts_with("No contact since Mon 23 Nov 2026"), "{started}");
    assert!(started.contains("This is hard, and you're not alone with it."), "{started}");
}

#[test]
fn numbers_agree_before_and_after_a_contact() {
    let mut home = Home::new();
    home.set_now("2026-11-01T12:00");
    home.does("start-no-contact 2026-10-10 --breakup 2026-10-01");
    assert!(!home.ok(&[]).contains("Kept"), "kept and longest would only repeat the count");
    home.does("log-contact me 2026-10-31");
    home.set_now("2026-11-23T18:00");
    let status = home.ok(&[]);
    // 10 Oct to 23 Nov are 45 days; one of them had a contact. The count since 31 Oct is 23 days.
    assert!(
        status.contains("No contact   23 days, since Sat 31 Oct 2026\nKept         44 of 45 days, longest run 23 days\n"),
        "{status}"
    );
}

#[test]
fn words_that_people_try_lead_to_the_command_they_mean() {
    let home = Home::new();
    for (word, command) in [
        ("reset", "log-contact me"),
        ("relapse", "log-contact me"),
        ("slip", "log-contact me"),
        ("looked", "--via looked"),
        ("mood", "checkin"),
        ("stats", "history"),
        ("delete", "undo"),
    ] {
        let error = home.fails(&[word]);
        assert!(error.contains(command) && !error.contains("erase"), "{word}: {error}");
    }
    assert!(home.does("help remind").contains("--dry-run"));
    assert_eq!(home.does("help"), home.does("--help"));
}
