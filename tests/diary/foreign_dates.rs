//! A date in the config that was copied from a line which this diary doesn't hold: it changes nothing for good.

use std::path::Path;

use super::*;

#[test]
fn a_damaged_line_costs_only_itself_and_its_copy_is_no_edit() {
    for (typed, whole, damaged) in [
        ("log-contact me 2026-11-20", "\"kind\":\"contact\"", "\"kind\":\"cont\u{1}act\""),
        ("breakup 2026-11-12 --again", "\"again\":true", "\"again\":tru"),
    ] {
        let home = Home::begun();
        let before = (breakup(&home), numbers(&home));
        home.does(typed);
        let undamaged = (breakup(&home), numbers(&home));
        assert_ne!(undamaged, before, "{typed}");
        let file = home.diary().join(own_file(&home));
        let replace = |from, to| fs::write(&file, fs::read_to_string(&file).unwrap().replace(from, to)).unwrap();
        replace(whole, damaged);
        assert_eq!((breakup(&home), numbers(&home)), before, "{typed}");
        record_something(&home);
        assert_eq!((breakup(&home), numbers(&home)), before, "{typed}");
        assert!(!home.lines().iter().any(|line| line.contains("replaces") || line.contains("moves")), "{typed}");
        // As after a sync that was torn in the middle and went on.
        replace(damaged, whole);
        assert_eq!((breakup(&home), numbers(&home)), undamaged, "{typed}");
    }
}

#[test]
fn another_data_folder_changes_nothing_at_home() {
    let home = Home::begun();
    let snap = home.path("snap").display().to_string();
    let elsewhere = |args: &[&str]| {
        let ran = Ran::from(home.command().env("XDG_DATA_HOME", &snap).args(["--at", NOW]).args(args).output().unwrap());
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{args:?}");
        ran.out
    };
    // Nothing is recorded there, so the dates that the config shows are all that is known.
    let status: serde_json::Value = serde_json::from_str(&elsewhere(&["status", "--json"])).unwrap();
    assert_eq!((&status["breakup"]["days"], &status["no_contact"]["days"]), (&30.into(), &22.into()));
    elsewhere(&["log-contact", "me", "2026-11-20"]);
    let there = fs::read_dir(home.path("snap/reconnect/diary")).unwrap().next().unwrap().unwrap().path();
    assert_eq!(fs::read_to_string(there).unwrap().lines().count(), 1, "a foreign date is never recorded");
    assert_eq!(numbers(&home), "2026-11-01, 22/23/23/1");
    record_something(&home);
    assert_eq!(numbers(&home), "2026-11-01, 22/23/23/1");
    assert_eq!(of_kind(&home, "start").len(), 1);
}

#[test]
fn a_foreign_date_counts_only_where_the_diary_has_no_record_of_its_kind() {
    let home = Home::new();
    let config =
        "breakup = 2026-10-24\nno_contact_since = 2026-11-01\nrecorded = { breakup = \"aa\", no_contact_since = \"bb\" }\n";
    home.write_config(config);
    assert_eq!((breakup(&home).as_str(), numbers(&home).as_str()), ("2026-10-24", "2026-11-01, 22/23/23/1"));
    home.does("aim closure");
    assert_eq!((breakup(&home).as_str(), numbers(&home).as_str()), ("2026-10-24", "2026-11-01, 22/23/23/1"));
    assert_eq!((home.lines().len(), home.read_config().as_str()), (1, config), "never recorded, and left as it is");
    // Its line arrives, and says something else: then the diary counts.
    add(&home, "zz.jsonl", &line("1", "2026-10-20", r#""kind":"breakup""#));
    add(&home, "zz.jsonl", &line("2", "2026-11-11", r#""kind":"start""#));
    assert_eq!((breakup(&home).as_str(), numbers(&home).as_str()), ("2026-10-20", "2026-11-11, 12/13/13/1"));
}

#[test]
fn undo_of_a_correction_says_that_the_foreign_date_counts_again() {
    let home = Home::new();
    home.write_config(
        "breakup = 2026-10-24\nno_contact_since = 2026-11-01\nrecorded = { breakup = \"aa\", no_contact_since = \"bb\" }\n",
    );
    home.does("start-no-contact 2026-11-12 --replace");
    let said = home.does("undo");
    assert!(said.contains("No contact since Sun 1 Nov 2026, 22 days ago."), "{said}");
    assert_eq!(numbers(&home), "2026-11-01, 22/23/23/1");
}

#[test]
fn a_foreign_date_blocks_no_command() {
    let home = Home::begun();
    let foreign = home.read_config().replace("no_contact_since = \"", "no_contact_since = \"ff");
    home.write_config(&foreign.replace("2026-11-01", "2020-01-01"));
    home.does("status");
    let looked_for = format!("copied from a diary line that isn't in {}", home.diary().display());
    assert!(home.run(&["doctor"]).out.replace('\n', " ").contains(&looked_for), "{looked_for}");
    home.does("start-no-contact 2026-11-03 --replace");
    assert_eq!(numbers(&home), "2026-11-03, 20/21/21/1");
    assert_eq!(shown(&home, "no_contact_since").as_deref(), Some("no_contact_since = 2026-11-03"));
}

#[test]
fn without_its_diary_a_date_opens_no_talk_of_getting_in_touch() {
    // A config alone on another computer, and a data folder on a drive that isn't there.
    for take in [
        |data: &Path| fs::rename(data, data.with_extension("away")).unwrap(),
        |data: &Path| {
            fs::rename(data, data.with_extension("away")).unwrap();
            std::os::unix::fs::symlink("/nowhere/at/all", data).unwrap();
        },
    ] {
        let home = Home::begun();
        home.does("answer no");
        take(&home.path(".local/share/reconnect"));
        let status = json(&home);
        assert_eq!((&status["no_contact"]["days"], &status["verdict"]["id"]), (&22.into(), &"unread".into()));
        assert!(!home.run(&["guide", "4"]).out.contains("coffee"));
        assert!(home.run(&["boundary"]).out.contains("A part of your diary can't be read"));
        assert!(home.run(&["doctor"]).out.replace('\n', " ").contains("delete the line `recorded` in the config"));
        // Said by hand, the dates are the user's own. A broken link stays one.
        home.write_config("breakup = 2026-10-24\nno_contact_since = 2026-11-01\n");
        assert_eq!(json(&home)["verdict"]["id"] == "unread", home.path(".local/share/reconnect").is_symlink());
    }
}

#[test]
fn a_folder_that_cannot_be_read_hides_nothing_and_stops_nobody_from_getting_help() {
    let home = Home::begun();
    fs::rename(home.diary(), home.path("away")).unwrap();
    home.put(".local/share/reconnect/diary", "");
    let warning = format!("warning: can't read `{}`", home.diary().display());
    assert_eq!(json(&home)["verdict"]["id"], "unread");
    for typed in ["urge", "status", "guide"] {
        let ran = home.run(&[typed]);
        assert!(ran.code == Some(0) && ran.err.starts_with(&warning), "{typed}: {ran:?}");
        assert!(typed == "status" || ran.out.contains("findahelpline.com"), "{typed}: {ran:?}");
    }
    let refused = home.fails(&["checkin", "3"]);
    assert!(refused.contains("so nothing was changed"), "{refused}");
}
