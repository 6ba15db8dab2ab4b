//! The status of every situation, and `status --why`: the reasons in two voices, and no date where contact is out of place. The moment is Mon 23 Nov 2026, 18:00, unless a life says otherwise.

use crate::support::{Home, NOW, without_ids};
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

const FIRST: Life<'_> = &[("2026-11-20T19:00", "start-no-contact 2026-11-20T18:30 --breakup 2026-11-20")];
pub const PRESSED: Life<'_> = &[
    ("2026-11-02", "start-no-contact 2026-11-02 --breakup 2026-11-01"),
    // Each more than an hour after the one before: a try of its own.
    ("2026-11-10T06:00", "log-contact me 2026-11-10T01:00"),
    ("2026-11-10T06:00", "log-contact me 2026-11-10T02:30"),
    ("2026-11-10T06:00", "log-contact me 2026-11-10T04:00"),
    ("2026-11-10T12:00", "log-contact them 2026-11-10T11:00"),
];
const AMONG_MANY: Life<'_> = &[
    ("2026-09-06", "start-no-contact 2026-09-06 --breakup 2026-09-01"),
    ("2026-09-16T08:00", "log-contact me 2026-09-16T00:30"),
    ("2026-09-21", "boundary space"),
];
const HEALS: Life<'_> =
    &[("2026-09-01T20:00", "start-no-contact 2026-09-01T19:00 --breakup 2026-09-01"), ("2026-09-01T20:00", "aim closure")];
pub const YEARS: Life<'_> =
    &[("2023-05-10", "start-no-contact 2023-05-10 --breakup 2023-05-01"), ("2023-06-10", "notebook issue --on-paper")];
const QUIET: Life<'_> = &[("2026-11-08", "start-no-contact 2026-11-08 --breakup 2026-10-20")];
const NO_NOTEBOOK: Life<'_> = &[("2023-09-17", "start-no-contact 2023-08-20 --breakup 2023-08-18")];
const AFTER_YES: Life<'_> =
    &[READY[0], READY[1], ("2026-11-22", "answer yes"), ("2026-11-23T12:00", "log-contact me 2026-11-23T11:00")];

#[test]
fn a_narrow_screen_parts_labels_from_commands_and_wraps_what_is_said() {
    let nothing = lived(&[("2026-11-01", "start-no-contact today")]);
    for columns in [40, 60, 70, 80] {
        shown(&nothing, NOW, columns, &["aim", "breakup", "answer"]);
        for typed in ["boundary space", "boundary own"] {
            let text = shown(&lived(&and(READY, ("2026-11-22", typed))), NOW, columns, &[""]);
            assert!(text.contains("asked:") && !text.contains("asked:reconnect"), "{text}");
        }
    }
}

#[test]
fn in_every_situation() {
    let asked = |typed: &'static str| and(READY, ("2026-11-23T12:00", typed));
    let answered = |typed: &'static str| and(READY, ("2026-11-22", typed));
    for (name, life, at) in [
        ("no_breakup_date", vec![("2026-11-01", "start-no-contact today")], NOW),
        ("day_0", FIRST.to_vec(), "2026-11-20T20:00"),
        ("day_2", FIRST.to_vec(), "2026-11-22T08:00"),
        ("day_15", FIRST.to_vec(), "2026-12-05T08:00"),
        ("the_quiet_weeks", QUIET.to_vec(), NOW),
        ("reach_out_waits", WAITS.to_vec(), "2026-10-20T18:00"),
        ("wrote_back", and(WAITS, ("2026-10-12", "log-contact them 2026-10-12T10:00")), "2026-10-20T18:00"),
        ("pressed_two", PRESSED[..3].to_vec(), "2026-11-10T09:00"),
        ("pressed_three", PRESSED[..4].to_vec(), "2026-11-12T09:00"),
        ("pressed_and_an_angry_word", PRESSED.to_vec(), "2026-11-12T09:00"),
        ("answer_yes", answered("answer yes"), NOW),
        ("answer_not-now", answered("answer not-now"), NOW),
        ("answer_no", answered("answer no"), NOW),
        ("a_text_after_a_yes", AFTER_YES.to_vec(), NOW),
        ("space", asked("boundary space"), NOW),
        ("blocked", asked("boundary blocked"), NOW),
        ("order", asked("boundary order"), NOW),
        ("order_past", asked("boundary order --from 2026-11-02 --until 2026-11-10"), NOW),
        ("order_for_me", asked("boundary order --protects me"), NOW),
        ("own", asked("boundary own"), NOW),
        ("unwanted", asked("log-contact them --via visit --unwanted"), NOW),
        ("reached_out_today", asked("log-contact me"), NOW),
        ("a_visit_against_space", and(&asked("boundary space"), ("2026-11-23T13:00", "log-contact me --via visit")), NOW),
        ("in_touch", asked("log-contact me --in-touch"), "2026-11-27T18:00"),
        ("in_touch_for_long", answered("answer yes --in-touch"), "2026-12-20T18:00"),
        ("space_ended_yesterday", asked("boundary space --from 2026-11-02 --until 2026-11-22"), NOW),
        ("closure_day_0", HEALS.to_vec(), "2026-09-01T21:00"),
        ("closure_day_20", HEALS.to_vec(), "2026-09-21T09:00"),
        ("closure_day_60", HEALS.to_vec(), "2026-10-31T09:00"),
        ("month_7", YEARS.to_vec(), "2023-11-20T09:00"),
        ("the_count_was_closed", and(READY, ("2026-11-22T12:00", "end-no-contact 2026-11-22T11:00")), NOW),
        ("a_clock_that_was_set_back", DAY_30.to_vec(), "2026-10-20T09:00"),
    ] {
        insta::assert_snapshot!(name, screen(&life, at));
    }
}

#[test]
fn also_on_a_narrow_screen() {
    let today = and(DAY_30, ("2026-11-23T02:00", "log-contact me 2026-11-23T01:40"));
    for (name, life, at, commands) in [
        ("nothing_set_up", &[][..], NOW, &["", "status --short"][..]),
        ("a_contact_today", &today, NOW, &[""]),
        ("one_contact_among_many_days", AMONG_MANY, "2026-09-21T18:00", &["", "status --short"]),
        ("four_weeks_without_a_notebook", NO_NOTEBOOK, "2023-09-17T09:00", &[""]),
        ("ready", READY, NOW, &["", "status --short"]),
        ("year_3", YEARS, "2026-05-20T09:00", &[""]),
    ] {
        let home = lived(life);
        insta::assert_snapshot!(name, shown(&home, at, 80, commands) + &shown(&home, at, 40, &[""]));
    }
}

#[test]
fn the_prompt_is_hidden() {
    let home = lived(READY);
    home.put(".local/state/reconnect/hidden", "2026-11-27\n");
    insta::assert_snapshot!(shown(&home, NOW, 80, &[""]));
}

#[test]
fn a_line_that_may_hold_their_word_cannot_be_read() {
    let home = lived(READY);
    home.put(".local/share/reconnect/diary/b.jsonl", "{\"v\":1,\"id\":\"b\",\"kind\":\"boundary\",\"bound\n");
    insta::assert_snapshot!("unread", shown(&home, NOW, 80, &["", "status --short", "log-contact them"]));
}

#[test]
fn a_diary_of_damage_alone() {
    let home = Home::new();
    home.put(".local/share/reconnect/diary/a.jsonl", "{\"v\":1,\n\u{0}\u{0}\n");
    insta::assert_snapshot!(shown(&home, NOW, 80, &["", "status --short"]));
}

#[test]
fn with_the_settings_of_the_user() {
    let home = lived(READY);
    home.write_config(&(home.read_config() + "\n[windows]\nfew_weeks_days = 40\n\n[count]\nfirst_day = 1\n"));
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
    ready.write_config(&(ready.read_config() + "\n[display]\naccessible = true\n"));
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

#[test]
fn with_its_reasons() {
    let after = |typed: &'static str| and(READY, ("2026-11-22", typed));
    for (name, life, at) in [
        ("prepare", DAY_30.to_vec(), NOW),
        ("ready", READY.to_vec(), NOW),
        ("quiet", DAY_30.to_vec(), "2026-11-14T09:00"),
        ("first_days", DAY_30.to_vec(), "2026-11-05T09:00"),
        ("month_7", YEARS.to_vec(), "2023-11-20T09:00"),
        ("year_3", YEARS.to_vec(), "2026-05-20T09:00"),
        ("waits", WAITS.to_vec(), "2026-10-20T18:00"),
        ("wrote_back", and(WAITS, ("2026-10-12", "log-contact them")), "2026-10-20T18:00"),
        ("answer_no", after("answer no"), NOW),
        ("answer_not-now", after("answer not-now"), NOW),
        ("answer_yes", after("answer yes"), NOW),
        ("boundary_space", after("boundary space"), NOW),
        ("boundary_order", after("boundary order"), NOW),
        ("aim_closure", after("aim closure"), NOW),
    ] {
        insta::assert_snapshot!(format!("why_{name}"), shown(&lived(&life), at, 80, &["status --why"]));
    }
    // What the steps still lack.
    let mut home = lived(DAY_30);
    home.gives("notebook issue", "I stopped listening");
    home.gives("notebook obstacle --practical", "200 km");
    home.set_now(NOW);
    insta::assert_snapshot!("why_open_steps", shown(&home, NOW, 80, &["status --why"]));
}

/// What is said under a court order, in each of its sentences.
const UNDER_AN_ORDER: &str = "boundary | log-contact me 09:00 | log-contact me 09:10 --logistics | log-contact me 09:20 --reply | \
    log-contact me 09:30 --via looked | log-contact them 09:40 | log-contact them 09:50 --logistics |  | status --why | \
    status --short | guide | answer yes |  | remind --dry-run --plain";

#[test]
fn under_a_court_order_and_after_its_end() {
    for (name, set) in [
        ("order_in_force", "boundary order --from 2026-11-22"),
        ("order_after_its_end", "boundary order --from 2026-11-02 --until 2026-11-10"),
    ] {
        let commands: Vec<_> = [set].into_iter().chain(UNDER_AN_ORDER.split(" | ")).collect();
        insta::assert_snapshot!(name, without_ids(&shown(&lived(READY), NOW, 80, &commands)));
    }
}
