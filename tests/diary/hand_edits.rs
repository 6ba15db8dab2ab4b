//! A date that the user changed in the config: what it corrects, what it never touches, and what is refused with its reason.

use super::*;

const CONTACT: &str = "log-contact me 2026-11-10";
const END: &str = "end-no-contact 2026-11-10";
const AGAIN: &str = "breakup 2026-11-12 --again";
const SINCE: &str = "no_contact_since";

/// What happened after the start, the key and date that are edited then, the numbers afterwards, and the fields that the record of
/// the edit has to have.
type Edit = (&'static [&'static str], &'static str, &'static str, &'static str, &'static str);
const EDITS: [Edit; 10] = [
    // A later start corrects the start.
    (&[], SINCE, "2026-11-05", "2026-11-05, 18/19/19/1", r#""replaces""#),
    // An edit back to a date that was once recorded counts.
    (&["start-no-contact 2026-11-05 --replace"], SINCE, "2026-11-01", "2026-11-01, 22/23/23/1", r#""replaces""#),
    // After a contact that opened the run, the edit moves that run's start. 1 to 10 November stays: 9 days, the 10th isn't kept.
    // 12 to 23 are 12 dates.
    (&[CONTACT], SINCE, "2026-11-12", "2026-11-12, 11/21/23/2", r#""moves":true"#),
    // With no run open, the edit is a new start. 1 to 10 November are 10 dates, both ends counted; 15 to 23 are 9.
    (&[END], SINCE, "2026-11-15", "2026-11-15, 9/19/23/2", r#""kind":"start"}"#),
    // On the day of an end, too.
    (&[END], SINCE, "2026-11-10", "2026-11-10, 13/23/23/2", r#""kind":"start"}"#),
    // Of two starts, the edit corrects the one that opened the run. 1 to 5 November are 5 dates; 9 to 23 are 15.
    (&["end-no-contact 2026-11-05", "start-no-contact 2026-11-08"], SINCE, "2026-11-09", "2026-11-09, 14/20/23/2", r#""replaces""#),
    // A day on which they wrote is an edit, because their message opened no run.
    (&["log-contact them 2026-11-08"], SINCE, "2026-11-08", "2026-11-08, 15/16/16/1", r#""replaces""#),
    // A time without an offset is one of the user's zone.
    (&[], SINCE, "2026-11-05T21:30:00", "2026-11-05T21:30:00+01:00, 18/19/19/1", r#""on":"2026-11-05T21:30:00+01:00""#),
    // An earlier breakup corrects the breakup.
    (&[], "breakup", "2026-10-20", "2026-11-01, 22/23/23/1", r#""replaces""#),
    // Of two chapters, the edit corrects the second breakup.
    (&[END, AGAIN, "start-no-contact 2026-11-14"], "breakup", "2026-11-13", "2026-11-14, 9/10/10/1", r#""again":true"#),
];

fn begun_and(commands: &[&str]) -> Home {
    let home = Home::begun();
    for command in commands {
        home.does(command);
    }
    home
}

#[test]
fn an_edit_counts_at_once_and_the_next_change_records_it() {
    for (commands, key, value, known, recorded) in EDITS {
        let name = format!("{commands:?} {key} = {value}");
        let home = begun_and(commands);
        let before = home.lines();
        edit(&home, key, value);
        let is_so = || {
            assert_eq!(numbers(&home), known, "{name}");
            assert_eq!(key == "breakup", breakup(&home) == value, "{name}");
        };
        is_so();
        assert_eq!(home.lines(), before, "{name}: reading writes nothing");
        record_something(&home);
        is_so();
        let new: Vec<String> = home.lines().split_off(before.len());
        assert!(new.len() == 2 && new[0].contains(recorded), "{name}: {new:?}");
        record_something(&home);
        assert_eq!(home.lines().len(), before.len() + 3, "{name}: recorded once");
        is_so();
    }
}

#[test]
fn both_dates_at_once_and_a_config_without_a_diary_count() {
    let home = Home::begun();
    edit(&home, "breakup", "2026-10-20");
    edit(&home, SINCE, "2026-11-05");
    assert_eq!((breakup(&home).as_str(), numbers(&home).as_str()), ("2026-10-20", "2026-11-05, 18/19/19/1"));
    record_something(&home);
    assert_eq!((breakup(&home).as_str(), numbers(&home).as_str()), ("2026-10-20", "2026-11-05, 18/19/19/1"));
    assert_eq!(home.lines().len(), 5);

    let home = Home::new();
    home.write_config("# mine\r\nbreakup = 2026-10-24\r\nno_contact_since = 2026-11-01 # a Sunday\r\n");
    assert_eq!((breakup(&home).as_str(), numbers(&home).as_str()), ("2026-10-24", "2026-11-01, 22/23/23/1"));
    assert!(!home.path(".local").exists(), "reading writes nothing");
    record_something(&home);
    assert_eq!(numbers(&home), "2026-11-01, 22/23/23/1");
    assert_eq!(home.lines().len(), 3);
    let config = home.read_config();
    assert!(config.starts_with("# mine\r\nbreakup = 2026-10-24\r\n") && config.contains("# a Sunday\r\n"), "{config:?}");
}

#[test]
fn dates_that_were_taken_back_count_where_they_are_typed_again() {
    let home = begun_and(&["undo"]);
    edit(&home, "breakup", "2026-10-24");
    edit(&home, SINCE, "2026-11-01");
    assert_eq!((breakup(&home).as_str(), numbers(&home).as_str()), ("2026-10-24", "2026-11-01, 22/23/23/1"));
    record_something(&home);
    assert_eq!((breakup(&home).as_str(), numbers(&home).as_str()), ("2026-10-24", "2026-11-01, 22/23/23/1"));
}

#[test]
fn a_start_that_opened_nothing_is_not_what_an_edit_corrects() {
    let home = Home::begun();
    add(&home, "zz.jsonl", &line("1", "2026-11-05", r#""kind":"start""#));
    edit(&home, SINCE, "2026-11-03");
    assert_eq!(numbers(&home), "2026-11-03, 20/21/21/1");
    record_something(&home);
    assert_eq!(numbers(&home), "2026-11-03, 20/21/21/1");
}

/// Commands, the edit, and what the warning says.
const REFUSED: [(&[&str], &str, &str, &str); 12] = [
    (&[], SINCE, "2099-11-05", "Thu 5 Nov 2099 is in the future"),
    (&[CONTACT], SINCE, "2026-11-05", "your count began after the contact of Tue 10 Nov 2026, so it can't start earlier"),
    (
        &["log-contact me 2026-11-10T12:00"],
        SINCE,
        "2026-11-10T11:00:00+01:00",
        "your count began after the contact of Tue 10 Nov 2026, so it can't start earlier",
    ),
    (&[END], SINCE, "2026-11-05", "you already have a count on those days: Sun 1 Nov 2026 to Tue 10 Nov 2026"),
    (
        &[END, "start-no-contact 2026-11-12"],
        SINCE,
        "2026-11-05",
        "you already have a count on those days: Sun 1 Nov 2026 to Tue 10 Nov 2026",
    ),
    (&[], SINCE, "2026-10-20", "your last contact, Tue 20 Oct 2026, is before the breakup, Sat 24 Oct 2026"),
    (&[], "breakup", "2099-10-24", "Sat 24 Oct 2099 is in the future"),
    (&[], "breakup", "2026-11-05", "your count started earlier, on Sun 1 Nov 2026"),
    (&[AGAIN], "breakup", "2026-10-20", "you already noted another breakup, on Sat 24 Oct 2026"),
    // The second breakup ended the first chapter's run.
    (&[AGAIN], "breakup", "2026-11-13", "that date would change a count that is over: Sun 1 Nov 2026 to Thu 12 Nov 2026"),
    (&[TOUCH, AGAIN, "answer no 2026-11-14"], "breakup", "2026-11-20", ENDS_PROTECTION),
    (&[TOUCH, AGAIN, "boundary space 2026-11-14"], "breakup", "2026-11-20", ENDS_PROTECTION),
];
const TOUCH: &str = "log-contact them 2026-11-05 --in-touch";
const ENDS_PROTECTION: &str = "this date would end something that protects: what they asked for, or what they said";

#[test]
fn an_edit_that_cannot_be_true_is_warned_of_and_left_and_the_diary_counts() {
    for (commands, key, value, why) in REFUSED {
        let home = begun_and(commands);
        let (known, when, lines) = (numbers(&home), breakup(&home), home.lines().len());
        edit(&home, key, value);
        let text = home.read_config();
        let row = text.lines().position(|line| line.starts_with(&format!("{key} ="))).unwrap() + 1;
        let column = format!("{key} = ").len() + 1;
        let is_warned_of = |ran: &Ran| {
            assert_eq!(ran.code, Some(0), "{}", ran.err);
            assert!(ran.err.starts_with(&format!("warning: {why}\n")), "{key} = {value}: {}", ran.err);
            assert!(ran.err.contains(&format!("config.toml:{row}:{column}\n")), "{}", ran.err);
            assert!(ran.err.contains(&format!("{row} | {key} = {value}\n")) && ran.err.contains(&"^".repeat(10)), "{}", ran.err);
            assert_eq!(ran.err.matches("warning: ").count(), 1, "{}", ran.err);
        };
        is_warned_of(&home.run(&["status"]));
        is_warned_of(&home.run(&["prompt"]));
        assert_eq!((&numbers(&home), &breakup(&home)), (&known, &when), "{key} = {value}");
        is_warned_of(&record_something(&home));
        assert_eq!((numbers(&home), breakup(&home), home.lines().len()), (known, when, lines + 1), "{key} = {value}");
        assert_eq!(shown(&home, key), Some(format!("{key} = {value}")), "the user's line stays");
    }
}

#[test]
fn two_edits_that_fit_each_other_count_together() {
    // Later than the old start, and earlier than the old breakup.
    for (on, since, expected) in
        [("2026-11-03", "2026-11-05", "2026-11-05, 18/19/19/1"), ("2026-10-20", "2026-10-22", "2026-10-22, 32/33/33/1")]
    {
        let home = Home::begun();
        edit(&home, "breakup", on);
        edit(&home, SINCE, since);
        for _ in 0..2 {
            assert_eq!(home.run(&["status"]).err, "", "{on}");
            assert_eq!((breakup(&home).as_str(), numbers(&home).as_str()), (on, expected));
            record_something(&home);
        }
        assert_eq!(shown(&home, "breakup"), Some(format!("breakup = {on}")));
        assert_eq!(home.lines().len(), 6, "{:?}", home.lines());
    }
}

#[test]
fn a_refused_edit_stays_when_a_command_about_the_other_date_makes_it_fit() {
    let home = Home::begun();
    edit(&home, "breakup", "2026-11-03");
    home.run(&["start-no-contact", "2026-11-05", "--replace"]);
    assert_eq!(shown(&home, "breakup").as_deref(), Some("breakup = 2026-11-03"), "the user's line stays");
    assert_eq!((breakup(&home).as_str(), numbers(&home).as_str()), ("2026-11-03", "2026-11-05, 18/19/19/1"));
}

#[test]
fn a_refused_edit_that_is_mended_or_removed_is_forgotten() {
    let home = Home::begun();
    edit(&home, SINCE, "2099-11-05");
    edit(&home, SINCE, "2026-11-02");
    home.does("status");
    assert_eq!(numbers(&home), "2026-11-02, 21/22/22/1");
    edit(&home, SINCE, "2099-11-05");
    let without: Vec<_> = home.read_config().lines().filter(|line| !line.starts_with(SINCE)).map(str::to_owned).collect();
    home.write_config(&(without.join("\n") + "\n"));
    assert_eq!(numbers(&home), "2026-11-01, 22/23/23/1");
    record_something(&home);
    assert_eq!(shown(&home, SINCE).as_deref(), Some("no_contact_since = 2026-11-01"), "a deleted date is written again");
    assert_eq!(home.lines().len(), 3);
}

#[test]
fn undo_takes_back_an_edit_first_and_what_was_recorded_with_it_on_its_own() {
    let home = Home::begun();
    edit(&home, SINCE, "2026-11-05");
    let said = home.does("undo");
    assert!(said.contains("your edit of `no_contact_since`"), "{said}");
    assert_eq!((numbers(&home).as_str(), home.lines().len()), ("2026-11-01, 22/23/23/1", 2));
    assert_eq!(shown(&home, SINCE).as_deref(), Some("no_contact_since = 2026-11-01"));

    edit(&home, SINCE, "2026-11-05");
    record_something(&home);
    assert!(home.does("undo").contains("Taken back: a text from them, practical, Sun 22 Nov 2026 10:00"));
    assert_eq!(numbers(&home), "2026-11-05, 18/19/19/1");
    assert!(home.does("undo").contains("Taken back: the correction to the start of no contact, Thu 5 Nov 2026."));
    assert_eq!(numbers(&home), "2026-11-01, 22/23/23/1");

    // A correction by a command wins over an edit of the same moment.
    edit(&home, SINCE, "2026-11-05");
    home.does("start-no-contact 2026-11-07 --replace");
    assert_eq!(numbers(&home), "2026-11-07, 16/17/17/1");
    assert_eq!(shown(&home, SINCE).as_deref(), Some("no_contact_since = 2026-11-07"));
}

/// What stands in the diary, the edits, and what undo says then. The diary has no date that the file could show again.
type OnlyCopy = (&'static [&'static str], &'static [(&'static str, &'static str)], &'static str);
const ONLY_COPIES: [OnlyCopy; 4] = [
    (&["aim closure"], &[("breakup", "2026-10-10"), (SINCE, "2026-10-20")], "the breakup, Sat 10 Oct 2026."),
    (&["aim closure"], &[("breakup", "2026-10-10")], "the breakup, Sat 10 Oct 2026."),
    (&["breakup 2026-10-01"], &[("breakup", "2026-10-10"), (SINCE, "2026-10-20")], "the start of no contact, Tue 20 Oct 2026."),
    (&["start-no-contact 2026-10-02", END], &[(SINCE, "2026-11-20")], "the start of no contact, Fri 20 Nov 2026."),
];

#[test]
fn undo_keeps_the_only_copy_of_a_date_and_can_be_reversed() {
    for (commands, edits, what) in ONLY_COPIES {
        let home = Home::new();
        for command in commands {
            home.does(command);
        }
        let before = breakup(&home) + &numbers(&home);
        let text = if home.config_file().exists() { home.read_config() } else { String::new() };
        home.write_config(&edits.iter().fold(text, |text, (key, value)| {
            let others = text.lines().filter(|line| !line.starts_with(&format!("{key} =")));
            others.fold(format!("{key} = {value}\n"), |text, line| text + line + "\n")
        }));
        let edited = breakup(&home) + &numbers(&home);
        assert_ne!(before, edited);
        let said = home.does("undo");
        assert!(said.contains(what) && !said.contains("shows the diary's date again"), "{edits:?}: {said}");
        assert_eq!(breakup(&home) + &numbers(&home), before, "{edits:?}");
        let undo = said.split("`reconnect undo ").nth(1).unwrap().split('`').next().unwrap();
        home.does(&format!("undo {undo}"));
        assert_eq!(breakup(&home) + &numbers(&home), edited, "{edits:?}");
        assert!(edits.iter().all(|(key, value)| shown(&home, key) == Some(format!("{key} = {value}"))), "{}", home.read_config());
    }
}

#[test]
fn a_breakup_with_a_time_is_no_edit_of_its_day() {
    let home = Home::new();
    add(&home, "other.jsonl", &line("b", "2026-10-24T21:00:00+02:00", r#""kind":"breakup""#));
    home.does("log-contact me 2026-11-10");
    home.write_config(&home.read_config().replace("2026-10-24", "2026-10-24T10:00:00"));
    home.does("log-contact them 2026-11-12");
    assert_eq!(home.lines().len(), 3, "{:?}", home.lines());
    for what in ["a text from them", "a text from you"] {
        let said = home.does("undo");
        assert!(said.contains(what), "{said}");
    }
}
