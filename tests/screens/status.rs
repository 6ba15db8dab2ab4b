//! The status of every situation. The moment is Mon 23 Nov 2026, 18:00, unless a life says otherwise.

use crate::support::{Home, NOW};
use crate::{Life, lived, screen, shown};

pub const DAY_30: Life<'_> = &[("2026-11-01T22:00", "start-no-contact 2026-11-01T21:30 --breakup 2026-10-24")];
pub const READY: Life<'_> =
    &[("2026-11-01T22:00", "start-no-contact 2026-11-01T21:30 --breakup 2026-10-24"), ("2026-11-20", "notebook issue --on-paper")];
pub const WAITS: Life<'_> = &[
    ("2026-10-01", "start-no-contact 2026-09-10 --breakup 2026-09-01"),
    ("2026-10-02", "notebook issue --on-paper"),
    ("2026-10-10", "log-contact me 2026-10-10T11:00"),
];

/// A life with one more event.
pub fn and<'l>(life: Life<'l>, more: (&'l str, &'l str)) -> Vec<(&'l str, &'l str)> {
    life.iter().copied().chain([more]).collect()
}

#[test]
fn nothing_set_up() {
    let home = Home::new();
    insta::assert_snapshot!(format!("{}{}", shown(&home, NOW, 80, &["", "status --short"]), shown(&home, NOW, 40, &[""])));
    assert_eq!(std::fs::read_dir(home.path("")).unwrap().count(), 0, "looking creates nothing");
}

#[test]
fn no_breakup_date() {
    insta::assert_snapshot!(screen(&[("2026-11-01", "start-no-contact today")], NOW));
}

#[test]
fn the_first_days() {
    let life: Life<'_> = &[("2026-11-20T19:00", "start-no-contact 2026-11-20T18:30 --breakup 2026-11-20")];
    let home = lived(life);
    insta::assert_snapshot!("day_0", shown(&home, "2026-11-20T20:00", 80, &[""]));
    insta::assert_snapshot!("day_2", shown(&home, "2026-11-22T08:00", 80, &[""]));
    insta::assert_snapshot!("day_15", shown(&home, "2026-12-05T08:00", 80, &[""]));
}

#[test]
fn the_quiet_weeks() {
    let life: Life<'_> = &[("2026-11-08", "start-no-contact 2026-11-08 --breakup 2026-10-20")];
    insta::assert_snapshot!(screen(life, NOW));
}

#[test]
fn a_contact_today() {
    let life = and(DAY_30, ("2026-11-23T02:00", "log-contact me 2026-11-23T01:40"));
    let home = lived(&life);
    insta::assert_snapshot!(format!("{}{}", shown(&home, NOW, 80, &[""]), shown(&home, NOW, 40, &[""])));
}

#[test]
fn one_contact_among_many_days() {
    let life: Life<'_> = &[
        ("2026-09-06", "start-no-contact 2026-09-06 --breakup 2026-09-01"),
        ("2026-09-16T08:00", "log-contact me 2026-09-16T00:30"),
        ("2026-09-21", "boundary space"),
    ];
    let home = lived(life);
    let at = "2026-09-21T18:00";
    insta::assert_snapshot!(format!("{}{}", shown(&home, at, 80, &["", "status --short"]), shown(&home, at, 40, &[""])));
}

#[test]
fn four_weeks_without_a_notebook() {
    let home = lived(&[("2023-09-17", "start-no-contact 2023-08-20 --breakup 2023-08-18")]);
    let at = "2023-09-17T09:00";
    insta::assert_snapshot!(format!("{}{}", shown(&home, at, 80, &[""]), shown(&home, at, 40, &[""])));
}

#[test]
fn ready() {
    let home = lived(READY);
    insta::assert_snapshot!(format!("{}{}", shown(&home, NOW, 80, &["", "status --short"]), shown(&home, NOW, 40, &[""])));
}

#[test]
fn after_a_message_that_was_all_right() {
    insta::assert_snapshot!("reach_out_waits", screen(WAITS, "2026-10-20T18:00"));
    let wrote_back = and(WAITS, ("2026-10-12", "log-contact them 2026-10-12T10:00"));
    insta::assert_snapshot!("wrote_back", screen(&wrote_back, "2026-10-20T18:00"));
}

#[test]
fn messages_without_a_reply() {
    let life: Life<'_> = &[
        ("2026-11-02", "start-no-contact 2026-11-02 --breakup 2026-11-01"),
        ("2026-11-10T03:00", "log-contact me 2026-11-10T01:00"),
        ("2026-11-10T03:00", "log-contact me 2026-11-10T01:20"),
    ];
    insta::assert_snapshot!("pressed_two", screen(life, "2026-11-10T09:00"));
    let third = and(life, ("2026-11-10T03:00", "log-contact me 2026-11-10T02:00"));
    insta::assert_snapshot!("pressed_three", screen(&third, "2026-11-12T09:00"));
    let angry = and(&third, ("2026-11-10T12:00", "log-contact them 2026-11-10T11:00"));
    insta::assert_snapshot!("pressed_and_an_angry_word", screen(&angry, "2026-11-12T09:00"));
}

#[test]
fn their_answers() {
    for answer in ["yes", "not-now", "no"] {
        let typed = format!("answer {answer}");
        let life = and(READY, ("2026-11-22", &typed));
        insta::assert_snapshot!(format!("answer_{answer}"), screen(&life, NOW));
    }
    let text_after_yes: Life<'_> =
        &[READY[0], READY[1], ("2026-11-22", "answer yes"), ("2026-11-23T12:00", "log-contact me 2026-11-23T11:00")];
    insta::assert_snapshot!("a_text_after_a_yes", screen(text_after_yes, NOW));
}

#[test]
fn what_they_asked_for() {
    for (name, typed) in [
        ("space", "boundary space"),
        ("blocked", "boundary blocked"),
        ("order", "boundary order"),
        ("order_past", "boundary order --from 2026-11-02 --until 2026-11-10"),
        ("space_ended_yesterday", "boundary space --from 2026-11-02 --until 2026-11-22"),
    ] {
        insta::assert_snapshot!(name, screen(&and(READY, ("2026-11-23T12:00", typed)), NOW));
    }
}

#[test]
fn here_to_heal() {
    let life: Life<'_> =
        &[("2026-09-01T20:00", "start-no-contact 2026-09-01T19:00 --breakup 2026-09-01"), ("2026-09-01T20:00", "aim closure")];
    let home = lived(life);
    for (day, at) in [(0, "2026-09-01T21:00"), (20, "2026-09-21T09:00"), (60, "2026-10-31T09:00")] {
        insta::assert_snapshot!(format!("closure_day_{day}"), shown(&home, at, 80, &[""]));
    }
}

#[test]
fn a_long_time_after() {
    let home =
        lived(&[("2023-05-10", "start-no-contact 2023-05-10 --breakup 2023-05-01"), ("2023-06-10", "notebook issue --on-paper")]);
    insta::assert_snapshot!("month_7", shown(&home, "2023-11-20T09:00", 80, &[""]));
    insta::assert_snapshot!(
        "year_3",
        format!("{}{}", shown(&home, "2026-05-20T09:00", 80, &[""]), shown(&home, "2026-05-20T09:00", 40, &[""]))
    );
}

#[test]
fn the_count_was_closed() {
    insta::assert_snapshot!(screen(&and(READY, ("2026-11-22T12:00", "end-no-contact 2026-11-22T11:00")), NOW));
}

#[test]
fn a_clock_that_was_set_back() {
    let home = lived(DAY_30);
    insta::assert_snapshot!(shown(&home, "2026-10-20T09:00", 80, &[""]));
}

#[test]
fn the_prompt_is_hidden() {
    let home = lived(READY);
    std::fs::write(home.path(".local/state/reconnect/hidden"), "2026-11-27\n").unwrap();
    insta::assert_snapshot!(shown(&home, NOW, 80, &[""]));
}

#[test]
fn a_diary_of_damage_alone() {
    let home = Home::new();
    std::fs::create_dir_all(home.diary()).unwrap();
    std::fs::write(home.diary().join("a.jsonl"), "{\"v\":1,\n\u{0}\u{0}\n").unwrap();
    insta::assert_snapshot!(shown(&home, NOW, 80, &["", "status --short"]));
}

#[test]
fn with_the_settings_of_the_user() {
    let home = lived(READY);
    let config = home.read_config();
    home.write_config(&format!("{config}\n[windows]\nfew_weeks_days = 40\n\n[count]\nfirst_day = 1\n"));
    insta::assert_snapshot!(shown(&home, NOW, 80, &["", "status --why", "window 2026-10-24"]));
}

#[test]
fn in_colour() {
    let home = lived(&and(DAY_30, ("2026-11-12T08:00", "log-contact me 2026-11-12T01:00")));
    insta::assert_snapshot!("colour", shown(&home, NOW, 80, &["--color always"]).replace('\u{1b}', "ESC"));
    let home = lived(READY);
    insta::assert_snapshot!("colour_ready", shown(&home, NOW, 80, &["--color always"]).replace('\u{1b}', "ESC"));
}

#[test]
fn for_a_screen_reader() {
    let slip = lived(&and(DAY_30, ("2026-11-12T08:00", "log-contact me 2026-11-12T01:00"))).env("ACCESSIBLE", "1");
    insta::assert_snapshot!("accessible", shown(&slip, NOW, 80, &["", "status --why"]));
    let ready = lived(READY);
    let config = ready.read_config();
    ready.write_config(&format!("{config}\n[display]\naccessible = true\n"));
    insta::assert_snapshot!("accessible_by_config", shown(&ready, NOW, 80, &["", "guide 3"]));
}

#[test]
fn in_ascii_where_the_locale_is_not_utf8() {
    let life = and(DAY_30, ("2026-11-12T08:00", "log-contact me 2026-11-12T01:00"));
    let home = lived(&life).env("LC_ALL", "C");
    let text = shown(&home, NOW, 80, &["", "status --why", "guide"]);
    assert!(text.is_ascii());
    insta::assert_snapshot!(text);
}
