//! The order of events: by civil day; breakups first; then by the instant, offsets respected; bare dates behind what was recorded
//! before them.

use serde_json::json;

use super::*;

const BEGUN: &str = "start-no-contact 2026-11-01 --breakup 2026-10-24";

#[test]
fn clocks_of_two_offsets_are_compared_by_the_instant() {
    let home = Home::new();
    // Half past nine in the evening in Auckland is half past midnight in Los Angeles, 12.5 hours before the contact.
    assert_eq!(at(&home, "Pacific/Auckland", "2026-11-20T22:00", &["start-no-contact", "2026-11-20T21:30+13:00"]).code, Some(0));
    let contact = ["log-contact", "me", "2026-11-20T13:00-08:00"];
    assert_eq!(at(&home, "America/Los_Angeles", "2026-11-20T14:00", &contact).code, Some(0));
    assert_eq!(json(&home)["no_contact"]["since"], "2026-11-20T13:00:00-08:00");
}

/// What is typed one after another, and the numbers then.
const TYPED: &[(&[&str], &str)] = &[
    // A bare date stands behind what was recorded before it.
    (&[BEGUN, "end-no-contact 2026-11-22 12:00", "start-no-contact 2026-11-22"], "2026-11-22, 21/23/23/2"),
    (&[BEGUN, "end-no-contact 2026-11-22 12:00", "start-no-contact 2026-11-22", "end-no-contact 2026-11-22"], "none, 21/22/23/1"),
    (&["start-no-contact 2026-11-22 10:00 --breakup 2026-10-24", "end-no-contact 2026-11-22"], "none, 0/1/2/0"),
    // Recorded later, a contact happened before: the run goes on from the later one. Two slips of one day are one day that isn't
    // kept, and no run of zero days.
    (&[BEGUN, "log-contact me 2026-11-10T21:00", "log-contact me 2026-11-10T09:00"], "2026-11-10T21:00:00+01:00, 13/22/23/2"),
    // A breakup comes first on its day, whatever the time of a start.
    (&["start-no-contact 2026-11-01 09:00", "breakup 2026-11-01"], "2026-11-01T09:00:00+01:00, 22/23/23/1"),
    (&[BEGUN, "breakup 2026-11-23 --again", "start-no-contact 00:00"], "2026-11-23T00:00:00+01:00, 0/1/1/1"),
];

#[test]
fn within_a_day_the_order_is_that_of_the_contract() {
    for (typed, known) in TYPED {
        let home = Home::new();
        for line in *typed {
            home.does(line);
        }
        assert_eq!(numbers(&home), *known, "{typed:?}");
    }
}

#[test]
fn with_a_later_edge_the_small_hours_belong_to_the_day_before_and_a_bare_date_never_moves() {
    let home = Home::new();
    home.write_config("[count]\nday_starts_at = \"04:00\"\n");
    home.does("start-no-contact 2026-11-02T02:00 --breakup 2026-10-24");
    let days = |now: &str| {
        let status = home.status(now);
        (status["today"].as_str().unwrap().to_owned(), status["no_contact"]["days"].clone(), status["breakup"]["days"].clone())
    };
    assert_eq!(days("2026-11-23T03:59"), ("2026-11-22".into(), 21.into(), 29.into()));
    assert_eq!(days("2026-11-23T04:00"), ("2026-11-23".into(), 22.into(), 30.into()));
    for line in ["status", "history"] {
        assert!(home.does(line).contains("22 days, since Mon 2 Nov 2026 02:00\n"), "{line}");
    }
    // Two in the morning of the 10th is the evening of the 9th.
    home.does("log-contact me 2026-11-10T02:00");
    home.does("log-contact me 2026-11-12");
    assert_eq!(numbers(&home), "2026-11-12, 11/21/23/3");
}

#[test]
fn what_happened_east_of_the_date_line_has_happened_in_the_west() {
    let (east, west) = ("Pacific/Kiritimati", "Pacific/Pago_Pago");
    // The days of the run, the runs and the verdict in the west.
    for (typed, known) in [
        (&["log-contact", "me", "2026-11-24T09:00"][..], json!([0, 2, "await-answer"])),
        (&["log-contact", "me", "2026-11-24"], json!([0, 2, "await-answer"])),
        (&["boundary", "space"], json!([22, 1, "respect-boundary"])),
        (&["boundary", "blocked"], json!([22, 1, "respect-boundary"])),
        (&["boundary", "order"], json!([22, 1, "respect-boundary"])),
    ] {
        let home = prepared();
        // It is the 24th there, and an hour later still the 23rd in Pago Pago.
        assert_eq!(at(&home, east, "2026-11-24T10:00", typed).code, Some(0));
        let ran = at(&home, west, "2026-11-23T10:00", &["status", "--json"]);
        let status: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!((ran.code, ran.err.as_str(), &status["today"]), (Some(0), "", &"2026-11-23".into()), "{typed:?}");
        let found = json!([status["no_contact"]["days"], status["record"]["runs"], status["verdict"]["id"]]);
        assert_eq!(found, known, "{typed:?}");
    }
}

#[test]
fn what_protects_holds_whatever_edge_of_the_day_is_set_later() {
    // At one in the morning of the 24th, a day that begins at four is still the 23rd.
    for (typed, verdict) in [
        (&["boundary", "space"][..], "respect-boundary"),
        (&["boundary", "blocked", "2026-11-24"], "respect-boundary"),
        (&["answer", "no"], "accept-answer"),
        (&["answer", "not-now"], "await-answer"),
        (&["log-contact", "them", "today", "--unwanted"], "heal"),
    ] {
        let home = prepared();
        let berlin = |now, args: &[&str]| at(&home, "Europe/Berlin", now, args);
        assert_eq!(berlin("2026-11-24T01:00", typed).code, Some(0));
        home.write_config(&(home.read_config() + "\n[count]\nday_starts_at = \"04:00\"\n"));
        let status: serde_json::Value = serde_json::from_str(&berlin("2026-11-24T01:10", &["status", "--json"]).out).unwrap();
        assert_eq!((&status["today"], &status["verdict"]["id"]), (&"2026-11-23".into(), &verdict.into()), "{typed:?}");
    }
}

#[test]
fn what_begins_further_east_tomorrow_cannot_be_lifted_yet() {
    // It is the 24th in Tokyo, and the 23rd in Berlin.
    let home = Home::begun();
    let blocked = r#"{"v":1,"id":"aa","on":"2026-11-24","at":"2026-11-24T01:00:00+09:00","kind":"boundary","boundary":"blocked"}"#;
    home.put(".local/share/reconnect/diary/zz.jsonl", format!("{blocked}\n"));
    let ran = home.types("boundary clear", "yes\n");
    let why = "error: it begins on Tue 24 Nov 2026 here, and can be lifted from then on: They blocked you";
    assert!(ran.code == Some(2) && ran.err.starts_with(why), "{ran:?}");
    assert_eq!(in_force(&home), "blocked");
}

/// Two machines each recorded a first breakup. Setting the date settles it, and one undo brings both back.
#[test]
fn two_first_breakups_are_settled_by_saying_the_date() {
    for day in ["2026-10-20", "2026-10-26", "2026-10-28", "2026-10-30"] {
        let home = Home::begun();
        add(&home, "zz.jsonl", &line("1", "2026-10-28", r#""kind":"breakup""#));
        assert_eq!(breakup(&home), "2026-10-28");
        home.does(&format!("breakup {day}"));
        assert_eq!(breakup(&home), day);
        if day != "2026-10-28" {
            assert!(home.does("undo").starts_with("Taken back: the correction to the breakup, "));
            assert_eq!(breakup(&home), "2026-10-28", "{day}");
        }
    }
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
    let earlier = id_of(&of_kind(&home, "contact")[4])[..8].to_owned();
    for (args, hint) in [
        // What this one says of them would go with it, and each may say something else.
        ("--space", format!("hint: you logged the same contact a moment ago; `reconnect undo {earlier}` takes that one back\n")),
        ("--space", second.err.clone()),
        ("--no", String::new()),
    ] {
        let said = at(&home, "Europe/Berlin", "2026-11-24T10:07", &["log-contact", "them", args]);
        assert_eq!((said.code, said.err), (Some(0), hint), "{args}");
    }
}
