//! A command never says what is not so: what would not be true afterwards is refused, and nothing is written.

use super::*;

const IN_THE_WAY: &str = "you already have a count on those days: Sun 1 Nov 2026 to Fri 20 Nov 2026";
const NOTHING_TO_CORRECT: &str = "error: no count is running, so there is no start to correct\n";
const NOT_AFTER: &str = "comes after the last one, which was on Sat 24 Oct 2026";
const BEGUN: &str = "start-no-contact 2026-11-01 --breakup 2026-10-24";
const BEGUN_TWICE: &[&str] =
    &[BEGUN, "end-no-contact 2026-11-20", "start-no-contact 2026-11-20", "log-contact me 2026-11-22T10:00"];

/// What was recorded, what is refused then, and why.
const REFUSED: &[(&[&str], &str, &str)] = &[
    (&[], "undo", "error: there is nothing"),
    (&[], "end-no-contact", "error: no count is running, so there is none to close\n"),
    (&[], "start-no-contact 2026-11-01 --replace", NOTHING_TO_CORRECT),
    (&["log-contact me 2026-11-22"], "start-no-contact 3 days ago --replace", NOTHING_TO_CORRECT),
    (&[], "start-no-contact 2026-12-01", "is in the future"),
    (&[], "breakup 2026-12-01", "is in the future"),
    (&[], "log-contact me today 23:59", "error: it isn't 23:59 yet\n"),
    (&[], "log-contact me 2026-11-24", "error: Tue 24 Nov 2026 is in the future\n"),
    (&[], "status --format {nothing}", "{days}"),
    (BEGUN_TWICE, "end-no-contact 2026-11-22T09:00", "Sun 22 Nov 2026 10:00"),
    (BEGUN_TWICE, "end-no-contact 2026-11-21", "Sun 22 Nov 2026 10:00"),
    (&[BEGUN], "start-no-contact 2026-11-05", "a count is already running, since Sun 1 Nov 2026"),
    (&[BEGUN, "end-no-contact 2026-11-20"], "start-no-contact 2026-11-15", IN_THE_WAY),
    (&[BEGUN, "end-no-contact 2026-11-20"], "start-no-contact 2026-11-01", IN_THE_WAY),
    (BEGUN_TWICE.split_at(3).0, "start-no-contact 2026-11-10 --replace", IN_THE_WAY),
    (&["start-no-contact 2026-11-01"], "breakup 2026-11-05", "your count started earlier, on Sun 1 Nov 2026"),
    (&["log-contact them 2026-11-01"], "breakup 2026-11-05", "there was a contact earlier, on Sun 1 Nov 2026"),
    (&[], "breakup 2026-11-12 --again", "there is no first breakup yet"),
    (&[BEGUN], "breakup 2026-10-24 --again", NOT_AFTER),
    (&[BEGUN], "breakup 2026-10-20 --again", NOT_AFTER),
    (&[BEGUN, "breakup 2026-11-12 --again"], "breakup 2026-10-20", "you already noted another breakup, on Sat 24 Oct 2026"),
    (&[], "boundary space --until 2026-11-10", "Tue 10 Nov 2026 has passed already"),
    (&[], "boundary space --until 2026-11-10", "`--from WHEN --until WHEN`"),
    (&[], "boundary space --from 2026-11-10 --until 2026-11-05", "the last day, Thu 5 Nov 2026, is before the first"),
];

#[test]
fn what_would_not_be_true_afterwards_is_refused_and_leaves_no_trace() {
    for (recorded, line, message) in REFUSED {
        let home = Home::new();
        for command in *recorded {
            home.does(command);
        }
        let before = home.lines();
        home.refuses(&[(line, message)]);
        assert!(home.lines() == before && (home.is_empty() || !before.is_empty()), "{line}");
    }
    let ran = at(&Home::new(), "Europe/Berlin", "9999-12-31", &["log-contact", "me"]);
    assert!(ran.err.starts_with("error: `--at` is in the future, so nothing can be recorded there\n"), "{}", ran.err);
}

#[test]
fn the_same_contact_within_two_minutes_gets_a_hint_and_both_count() {
    let home = Home::begun();
    let first = at(&home, "Europe/Berlin", "2026-11-24T10:00", &["log-contact", "me"]);
    assert_eq!((first.code, first.err.as_str()), (Some(0), ""));
    let second = at(&home, "Europe/Berlin", "2026-11-24T10:01:30", &["log-contact", "me"]);
    assert_eq!(second.err, "hint: you logged the same contact a moment ago; `reconnect undo` takes this one back\n");
    for (now, args) in [
        ("2026-11-24T10:02", &["log-contact", "me", "--via", "call"][..]),
        ("2026-11-24T10:05", &["log-contact", "me"]),
        ("2026-11-24T10:06", &["log-contact", "them"]),
    ] {
        assert_eq!(at(&home, "Europe/Berlin", now, args).err, "", "{args:?}");
    }
    assert_eq!(of_kind(&home, "contact").len(), 5);
}
