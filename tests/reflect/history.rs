//! What happened: counts, contacts, check-ins, the calendar.

use super::two_months;
use crate::support::{Home, without_ids};

#[test]
fn two_months_at_a_glance() {
    let home = two_months::home();
    insta::assert_snapshot!("history", without_ids(&home.does("history")));
    insta::assert_snapshot!("history_calendar", home.does("history --calendar"));
    insta::assert_snapshot!("history_narrow", without_ids(&home.env("COLUMNS", "40").ok(&["history"])));
    let home = two_months::home().env("ACCESSIBLE", "1");
    insta::assert_snapshot!("history_accessible", without_ids(&home.does("history")));
    insta::assert_snapshot!("history_calendar_accessible", home.does("history --calendar --months 2"));
}

/// The two months, with something of every kind.
fn whole() -> Home {
    let mut home = two_months::home();
    home.gives("log-contact them 2026-11-12T08:15 --via call --note -", "wanted the key");
    home.gives("checkin 4 --note -", "slept\nwell");
    home.gives("notebook issue", "I stopped listening, and answered before they had said half of it.");
    home.gives("notebook plan 1", "One evening a week without a screen.\nOn Thursdays.");
    home.does("notebook done 2");
    home.does("notebook issue --on-paper");
    home.set_now("2026-11-20T22:00");
    home.gives("letter write --until 2026-12-20", "Dear you, this is sealed.");
    home.gives("letter write --until 2026-11-23", "Dear me, this is open.");
    home.set_now("2026-11-23T18:00");
    home.types("letter open 2", "");
    home.types("letter erase 1", "yes");
    home.does("boundary space --until 2026-12-24");
    home.does("aim closure");
    home.set_now("2026-11-24T09:00");
    home.does("answer not-now");
    home.set_now("2026-11-23T18:00");
    home
}

#[test]
fn everything_stands_in_one_list_with_ids_and_notes_only_if_asked_for() {
    let home = whole();
    let all = without_ids(&home.does("history --all"));
    insta::assert_snapshot!("history_all", all);
    let noted = home.does("history --all --notes");
    assert!(noted.contains("    wanted the key\n") && noted.contains("    slept\n    well\n"), "{noted}");
    let json = home.json("history --all --notes");
    let entries = json["entries"].as_array().unwrap();
    assert_eq!(entries.len(), noted.matches('(').count());
    assert!(entries.iter().any(|entry| entry["kind"] == "contact" && entry["note"] == "wanted the key"));
    assert!(home.json("history --all")["entries"].as_array().unwrap().iter().all(|entry| entry["note"].is_null()));
    // Every id can be taken back.
    for entry in entries.iter().filter(|entry| entry["kind"] != "letter-erased") {
        let id = entry["id"].as_str().unwrap();
        assert!(noted.contains(&format!("({})", &id[..8])), "{id}");
    }
    let accessible = whole().env("ACCESSIBLE", "1");
    assert_eq!(without_ids(&accessible.does("history --all")), all);
    assert!(home.does("history --all --limit 2").starts_with(&format!("{} entries before these.\n", entries.len() - 2)));
    assert_eq!(Home::new().does("history --all"), "Nothing is recorded yet. `reconnect start-no-contact` begins a count.\n");
    let home = Home::new();
    home.does("checkin 3");
    home.does("undo");
    for line in ["history --all", "history"] {
        assert!(home.does(line).starts_with("What was recorded was taken back."), "{line}");
    }
    home.does("aim heal");
    assert!(home.does("history").starts_with("Nothing is recorded yet."));
}

/// Of a text the line that holds the word, whole; a note is found, and shown only if asked for.
#[test]
fn a_word_is_found_in_any_text_in_any_case() {
    let said = whole().transcript(
        "history --find HALF
        history --find thursdays
        history --find dear
        ! \"$@\" history --find 'the key'
        history --find key --notes
        ! \"$@\" history --find \"$(printf 'nowhere\\033')\"
        history --notes
        history --all --calendar
        history --find x --csv",
    );
    insta::assert_snapshot!("history_find", said);
}

#[test]
fn a_year_takes_eight_lines_and_is_a_list_of_stretches_for_a_screen_reader() {
    let home = two_months::home();
    insta::assert_snapshot!("history_year", home.does("history --calendar --months 12"));
    insta::assert_snapshot!(
        "history_year_accessible",
        two_months::home().env("ACCESSIBLE", "1").does("history --calendar --months 12")
    );
    let narrow = two_months::home().env("COLUMNS", "40").does("history --calendar --months 24");
    insta::assert_snapshot!("history_years_narrow", narrow);
    assert!(narrow.lines().all(|line| line.chars().count() <= 40), "{narrow}");
}

#[test]
fn a_day_with_a_practical_contact_alone_looks_kept_and_a_screen_reader_hears_of_it() {
    let said = Home::begun().transcript(
        "log-contact them 2026-11-03 --logistics
        log-contact me 2026-11-04 --logistics
        log-contact me 2026-11-05 --logistics --restart
        log-contact me 2026-11-06 --keep
        history --calendar
        ! ACCESSIBLE=1 \"$@\" history --calendar",
    );
    insta::assert_snapshot!("history_practical", said);
}

/// 1 to 23 November are 23 days; the last seven begin on the 17th. From 2 to 29 November are 28 days, all that is ever shown; and from
/// 20 November on, 28 days are all kept, and not shown.
#[test]
fn days_without_a_count_and_days_in_touch_have_marks_of_their_own() {
    let said = Home::new().transcript(
        "start-no-contact 2026-11-01
        log-contact me 2026-11-03
        end-no-contact 2026-11-10
        start-no-contact 2026-11-20
        ! ACCESSIBLE=1 \"$@\" status
        @ 2026-11-29T18:00
        status
        @ 2026-12-17T18:00
        status",
    );
    insta::assert_snapshot!("history_no_count", said);
    // 3 November had a contact; 9 to 15 November were in touch.
    let said = Home::begun().transcript(
        "log-contact me 2026-11-03
        history --calendar
        log-contact them 2026-11-08 --in-touch
        log-contact me 2026-11-11 --via met
        start-no-contact 2026-11-16
        history --calendar
        ! ACCESSIBLE=1 \"$@\" history --calendar
        ! ACCESSIBLE=1 \"$@\" status
        end-no-contact 2026-11-20
        start-no-contact 2026-11-22",
    );
    insta::assert_snapshot!("history_in_touch", said);
}

#[test]
fn kept_days_appear_only_after_a_slip_and_the_id_of_a_contact_is_what_undo_takes() {
    let said = Home::example().transcript(
        "history
        log-contact me 2026-11-10
        history
        ! \"$@\" undo $(\"$@\" history | sed -n 's/.*(\\([0-9a-f]*\\)).*/\\1/p')
        history",
    );
    insta::assert_snapshot!("history_kept", said);
}

#[test]
fn notes_are_never_a_formula_in_csv() {
    let home = Home::example();
    home.gives("log-contact them --note -", "=cmd|' /C calc'!A1\u{1b}[2J");
    let csv = home.does("history --csv");
    let names = "what,from,to,days,who,via,reply,logistics,ended_run,reach_out,id,note,mood,in_touch,unwanted\n";
    assert!(csv.starts_with(names) && csv.contains(",'=cmd|' /C calc'!A1\\u{1b}[2J,"), "{csv}");
    assert!(csv.lines().all(|line| line.matches(',').count() == 14), "{csv}");
}

#[test]
fn the_newest_come_first_and_only_what_was_asked_for() {
    let said = Home::new().transcript(
        "history
        start-no-contact 2026-11-01 --breakup 2026-10-24
        log-contact them 2026-11-02
        log-contact them 2026-11-03
        log-contact them 2026-11-04
        log-contact them 2026-11-05
        history --limit 2
        history --limit 4
        history --calendar
        history --calendar --months 2
        history --months 2
        history --calendar --json
        history --calendar --urges
        history --json --csv
        history --calendar --months 0
        ! printf '[count]\\nweek_starts = \"sunday\"\\n' >>.config/reconnect/config.toml
        history --calendar",
    );
    insta::assert_snapshot!("history_asked_for", said);
}

#[test]
fn a_locale_without_utf8_gets_ascii() {
    let home = two_months::home().env("LC_ALL", "C");
    home.gives("log-contact them --note -", "für Ånna");
    home.gives("notebook if-then", "wenn es spät ist …");
    for line in ["history", "history --calendar", "history --urges", "notebook", "urge"] {
        let screen = home.does(line);
        assert!(screen.is_ascii(), "{line}: {screen}");
    }
}
