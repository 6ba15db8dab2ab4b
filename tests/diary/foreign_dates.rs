//! A date in the config that was copied from a line which this diary doesn't hold: it changes nothing for good.

use super::*;

#[test]
fn a_damaged_line_costs_only_itself_and_its_copy_is_no_edit() {
    let home = begun();
    home.ok(&["log-contact", "me", "2026-11-20"]);
    assert_eq!(numbers(&home), "2026-11-20, 19/22/23/2");
    let file = home.diary().join(own_file(&home));
    let damaged = fs::read_to_string(&file).unwrap().replace("\"kind\":\"contact\"", "\"kind\":\"cont\u{1}act\"");
    fs::write(&file, damaged).unwrap();
    assert_eq!(numbers(&home), "2026-11-01, 22/23/23/1");
    record_something(&home);
    assert_eq!(numbers(&home), "2026-11-01, 22/23/23/1");
    assert!(!diary(&home).iter().any(|line| line.contains("replaces") || line.contains("moves")));
}

#[test]
fn a_file_torn_in_the_middle_of_a_sync_costs_nothing_once_it_is_whole() {
    let home = begun();
    let slip = line("1", "2026-11-20", r#""kind":"contact","who":"me","via":"text""#);
    add(&home, "zz.jsonl", &slip);
    home.ok(&["log-contact", "them", "2026-11-21"]);
    let whole = numbers(&home);
    assert_eq!(whole, "2026-11-20, 19/22/23/2");
    fs::write(home.diary().join("zz.jsonl"), &slip[..20]).unwrap();
    home.ok(&["boundary", "space"]);
    fs::write(home.diary().join("zz.jsonl"), &slip).unwrap();
    assert_eq!(numbers(&home), whole);
}

#[test]
fn a_shared_config_that_arrives_before_the_diary_corrects_nothing() {
    let (desk, phone) = (begun(), Home::new());
    fs::create_dir_all(phone.diary()).unwrap();
    let carry = |file: &str| fs::copy(desk.diary().join(file), phone.diary().join(file)).unwrap();
    carry(&own_file(&desk));
    phone.write_config(&desk.read_config());
    desk.ok(&["log-contact", "me", "2026-11-20"]);
    phone.write_config(&desk.read_config());
    // The phone has the new date, and not the line that it was copied from.
    assert_eq!(numbers(&phone), "2026-11-01, 22/23/23/1");
    record_something(&phone);
    carry(&own_file(&desk));
    assert_eq!(numbers(&phone), "2026-11-20, 19/22/23/2");
    assert_eq!(of_kind(&phone, "start").len(), 1);
}

#[test]
fn another_data_folder_changes_nothing_at_home() {
    let home = begun();
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
    home.ok(&["aim", "closure"]);
    assert_eq!((breakup(&home).as_str(), numbers(&home).as_str()), ("2026-10-24", "2026-11-01, 22/23/23/1"));
    assert_eq!((diary(&home).len(), home.read_config().as_str()), (1, config), "never recorded, and left as it is");
    // Its line arrives, and says something else: then the diary counts.
    add(&home, "zz.jsonl", &line("1", "2026-10-20", r#""kind":"breakup""#));
    add(&home, "zz.jsonl", &line("2", "2026-11-11", r#""kind":"start""#));
    assert_eq!((breakup(&home).as_str(), numbers(&home).as_str()), ("2026-10-20", "2026-11-11, 12/13/13/1"));
}

#[test]
fn a_foreign_date_blocks_no_command() {
    let home = begun();
    let foreign = home.read_config().replace("no_contact_since = \"", "no_contact_since = \"ff");
    home.write_config(&foreign.replace("2026-11-01", "2020-01-01"));
    home.ok(&["status"]);
    home.ok(&["start-no-contact", "2026-11-03", "--replace"]);
    assert_eq!(numbers(&home), "2026-11-03, 20/21/21/1");
    assert_eq!(shown(&home, "no_contact_since").as_deref(), Some("no_contact_since = 2026-11-03"));
}

#[test]
fn a_config_left_behind_by_a_month_changes_nothing() {
    let home = begun();
    let old = home.read_config();
    home.ok(&["log-contact", "me", "2026-11-10"]);
    home.ok(&["end-no-contact", "2026-11-15"]);
    home.ok(&["start-no-contact", "2026-11-18"]);
    home.ok(&["breakup", "2026-10-20"]);
    let known = numbers(&home);
    home.write_config(&old);
    assert_eq!((numbers(&home), breakup(&home).as_str()), (known.clone(), "2026-10-20"));
    record_something(&home);
    assert_eq!((numbers(&home), breakup(&home).as_str()), (known, "2026-10-20"));
    assert_eq!(shown(&home, "breakup").as_deref(), Some("breakup = 2026-10-20"), "the copy follows the diary again");
}

#[test]
fn doctor_says_where_the_diary_of_a_foreign_date_was_looked_for() {
    let home = begun();
    home.write_config(&home.read_config().replace("no_contact_since = \"", "no_contact_since = \"ff"));
    let ran = home.run(&["doctor"]);
    let said = format!("{}{}", ran.out, ran.err).replace('\n', " ");
    assert!(said.contains(&format!("copied from a diary line that isn't in {}", home.diary().display())), "{said}");
}
