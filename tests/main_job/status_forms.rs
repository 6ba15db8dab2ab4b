//! The forms of the status for scripts: JSON, one line, a template.

use serde_json::json;

use crate::support::{Home, NOW};

#[test]
fn the_json_of_the_contract_exactly() {
    let mut status = Home::example().status(NOW);
    let reasons = status["verdict"]["reasons"].take();
    assert_eq!(
        status,
        json!({"schema":1,"now":"2026-11-23T18:00:00+01:00","today":"2026-11-23",
            "breakup":{"date":"2026-10-24","days":30},
            "window":{"id":"weeks-to-6-months","from":"2026-11-14","through":"2027-04-24","stated":true},
            "no_contact":{"since":"2026-11-01T21:30:00+01:00","days":22},
            "record":{"longest_days":22,"kept_days":23,"total_days":23,"runs":1},
            "boundaries":[],"answer":null,"aim":null,"in_touch":null,
            "verdict":{"id":"prepare","earliest":"2026-11-22","reasons":null},
            "next_milestone":{"id":"day-30","date":"2026-12-01"}})
    );
    let reasons = reasons.as_array().unwrap();
    assert!(reasons.iter().any(|reason| reason["step"] == 2 && reason["stated"] == true && reason["text"].is_string()));
}

#[test]
fn what_is_not_known_is_null_and_never_absent() {
    assert_eq!(
        Home::new().status(NOW),
        json!({"schema":1,"now":"2026-11-23T18:00:00+01:00","today":"2026-11-23","breakup":null,"window":null,"no_contact":null,
            "record":{"longest_days":0,"kept_days":0,"total_days":0,"runs":0},"boundaries":[],"answer":null,"aim":null,"in_touch":null,
            "verdict":{"id":"unknown","earliest":null,
                "reasons":[{"step":1,"stated":false,"source":null,"text":"We count the guide's windows from the breakup."}]},
            "next_milestone":null})
    );
}

#[test]
fn every_form_says_what_is_known() {
    let said = Home::example().transcript(
        "status --format {days},{since},{longest},{kept},{total},{runs}
        status --format {breakup}|{breakup_days}|{window}|{verdict}|{aim}|{earliest}|{milestone}|{milestone_date}
        status --format {day}
        status --format {days
        status --short
        boundary space --until 2027-05-01
        answer no
        status --short
        status --json
        aim closure
        boundary order
        status --short
        status --json",
    );
    insta::assert_snapshot!("status_forms", said);
    assert_eq!(Home::new().does("status --format [{days}]\u{1b}[31m"), "[]\\u{1b}[31m\n");
}

#[test]
fn a_status_names_the_count_that_was_closed_and_asks_for_a_first_one_where_there_was_none() {
    let mut home = Home::new();
    let said = home.transcript(
        "start-no-contact 2026-10-20 --breakup 2026-10-10
        @ 2026-11-23T19:00
        log-contact me
        end-no-contact
        status
        breakup --again yesterday
        status
        boundary space
        status
        boundary order
        status",
    );
    insta::assert_snapshot!("closed_and_first", said);
    let home = Home::new();
    home.does("log-contact them");
    insta::assert_snapshot!("no_count_and_no_breakup", home.does("status"));
}

#[test]
fn a_first_day_called_1_numbers_the_current_day_and_changes_no_length() {
    let mut home = Home::new();
    home.write_config("[count]\nfirst_day = 1\n[prompt]\nformat = \"{days} of {longest}\"\n");
    let said = home.transcript(
        "start-no-contact 2026-10-20 --breakup 2026-10-10
        @ 2026-11-16T12:00
        log-contact me
        @ 2026-11-23T12:00
        status
        status --format {days},{longest}
        status --short
        prompt
        history
        remind --dry-run
        remind --dry-run --plain",
    );
    insta::assert_snapshot!("first_day_1", said);
}
