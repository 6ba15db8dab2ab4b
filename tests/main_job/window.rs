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
