//! `window`: classifies any date and writes nothing. `tests/rules` has the bounds of each window.

use serde_json::json;

use crate::support::Home;

#[test]
fn its_json_has_just_the_four_fields() {
    let home = Home::new();
    assert_eq!(
        home.json("window 24 Oct 2026"),
        json!({"schema": 1, "today": "2026-11-23",
            "breakup": {"date": "2026-10-24", "days": 30},
            "window": {"id": "weeks-to-6-months", "from": "2026-11-14", "through": "2027-04-24", "stated": true}})
    );
    assert!(home.is_empty());
    // Both thresholds of the config: 13 and 14 days ago, and a month and a day.
    home.write_config("[windows]\nfew_weeks_days = 14\ngolden_months = 1\n");
    for (breakup, id, from, through) in [
        ("2026-11-10", "days", "2026-11-10", Some("2026-11-23")),
        ("2026-11-09", "weeks-to-6-months", "2026-11-23", Some("2026-12-09")),
        ("2026-10-22", "years", "2026-11-23", None),
    ] {
        let wanted = json!({"id": id, "from": from, "through": through, "stated": false});
        assert_eq!(home.json(&format!("window {breakup}"))["window"], wanted, "{breakup}");
        let shown = home.does(&format!("window {breakup}"));
        assert!(
            shown.contains("These bounds are your own setting, not the guide's.") && !shown.contains("says the guide"),
            "{shown}"
        );
    }
}

#[test]
fn where_their_word_stands_it_says_nothing_of_cooled_emotions_and_it_begins_no_second_count() {
    let cooled = |home: &Home| home.does("window 2026-10-24").contains("emotions have usually cooled");
    let begins = |home: &Home| home.does("window 2026-10-24").contains("begins a count");
    assert_eq!((cooled(&Home::new()), begins(&Home::new())), (true, true));
    assert_eq!((cooled(&Home::begun()), begins(&Home::begun())), (true, false));
    for said in ["boundary order", "boundary space", "boundary blocked", "answer no", "answer not-now", "aim closure"] {
        let home = Home::begun();
        home.does(said);
        assert_eq!((cooled(&home), begins(&home)), (false, false), "{said}");
        assert!(home.does("window 2026-10-24").contains("Window       Sat 14 Nov 2026 through"), "{said}");
    }
    let pressed = Home::begun();
    pressed.does("log-contact me 2026-11-10");
    pressed.does("log-contact me 2026-11-12");
    assert!(!cooled(&pressed));
}
