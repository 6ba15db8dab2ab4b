//! The same days in every zone: from UTC-11 to UTC+14, over clock changes, across a day that never was, with a zone that is none.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

mod support;

use serde_json::json;
use support::Home;

fn at(zone: &str, now: &str) -> Home {
    Home::new().zone(zone).at(Some(now))
}

#[test]
fn counts_are_the_same_in_every_zone() {
    for zone in [
        "Pacific/Pago_Pago",
        "Pacific/Honolulu",
        "America/St_Johns",
        "America/Sao_Paulo",
        "UTC",
        "Europe/Berlin",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Pacific/Chatham",
        "Pacific/Apia",
        "Pacific/Kiritimati",
        "<-11>11",
        "<+14>-14",
        "",
        "Nonsense/Nowhere",
    ] {
        for now in ["2026-11-21T00:00", "2026-11-21T23:59"] {
            let home = at(zone, now);
            home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
            let status = home.status(now);
            assert_eq!(status["today"], "2026-11-21", "{zone} {now}");
            assert_eq!((&status["no_contact"]["days"], &status["breakup"]["days"]), (&json!(20), &json!(28)), "{zone} {now}");
            assert_eq!(status["record"]["kept_days"], 21, "{zone} {now}");
            assert_eq!(home.ok(&["prompt"]), "◷ 20\n", "{zone} {now}");
        }
    }
}

#[test]
fn a_time_carries_the_offset_that_its_zone_had_then() {
    for (zone, phrase, since) in [
        ("Europe/Berlin", "2026-10-25T01:59", "2026-10-25T01:59:00+02:00"),
        ("Europe/Berlin", "2026-10-25T03:00", "2026-10-25T03:00:00+01:00"),
        // Twice that night: the first of the two. Never that night: the offset from before.
        ("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T02:30:00+02:00"),
        ("Europe/Berlin", "2026-03-29T01:59:59", "2026-03-29T01:59:59+01:00"),
        ("Europe/Berlin", "2026-03-29T02:00", "2026-03-29T02:00:00+01:00"),
        ("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T02:30:00+01:00"),
        ("Europe/Berlin", "2026-03-29T03:00", "2026-03-29T03:00:00+02:00"),
        ("America/St_Johns", "2026-07-01T12:00", "2026-07-01T12:00:00-02:30"),
        ("Asia/Kathmandu", "2026-07-01T12:00", "2026-07-01T12:00:00+05:45"),
        ("Pacific/Kiritimati", "2026-07-01T12:00", "2026-07-01T12:00:00+14:00"),
        ("Pacific/Pago_Pago", "2026-07-01T12:00", "2026-07-01T12:00:00-11:00"),
        ("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-04T02:15:00+10:30"),
        ("Nonsense/Nowhere", "2026-07-01T12:00", "2026-07-01T12:00:00+00:00"),
        // What was written with an offset keeps it, wherever it is read.
        ("Pacific/Kiritimati", "2026-07-01T12:00-11:00", "2026-07-01T12:00:00-11:00"),
    ] {
        let home = at(zone, "2026-11-20T12:00");
        home.ok(&["start-no-contact", phrase]);
        assert_eq!(home.status("2026-11-20T12:00")["no_contact"]["since"], since, "{zone} {phrase}");
        assert!(home.read_config().contains(&format!("no_contact_since = {since}\n")), "{}", home.read_config());
    }
}

#[test]
fn a_clock_change_moves_no_count() {
    // From the evening before to the morning after are two dates, though 23 or 25 hours lie between two noons.
    for (start, now) in [
        ("2026-03-28T23:59", "2026-03-30T00:00"),
        ("2026-10-24T23:59", "2026-10-26T00:00"),
        ("2026-03-28T12:00", "2026-03-30T11:00"),
        ("2026-10-24T12:00", "2026-10-26T11:00"),
    ] {
        let home = at("Europe/Berlin", now);
        home.ok(&["start-no-contact", start]);
        assert_eq!(home.status(now)["no_contact"]["days"], 2, "{start} {now}");
    }
    // Within the day of the change nothing counts twice.
    for now in ["2026-10-25T00:00", "2026-10-25T02:30", "2026-10-25T23:59"] {
        let home = at("Europe/Berlin", now);
        home.ok(&["start-no-contact", "2026-10-24"]);
        assert_eq!(home.status(now)["no_contact"]["days"], 1, "{now}");
    }
}

#[test]
fn a_day_that_a_country_skipped_is_a_date_like_any_other() {
    // Samoa went from Thursday 29 December 2011 to Saturday the 31st; dates are counted, not sunrises.
    let home = at("Pacific/Apia", "2012-01-02T12:00");
    home.ok(&["start-no-contact", "2011-12-29T20:00", "--breakup", "2011-12-29"]);
    assert_eq!(home.status("2012-01-02T12:00")["no_contact"], json!({"since": "2011-12-29T20:00:00-10:00", "days": 4}));
    assert_eq!(home.status("2011-12-31T00:00")["no_contact"]["days"], 2);
    // A time of the day that never was is kept as it was said, and is no reason to panic.
    assert_eq!(home.status("2011-12-30T12:00")["no_contact"]["days"], 1);
}

#[test]
fn midnight_that_a_zone_skips_begins_the_day_all_the_same() {
    // Beirut's clocks go from 00:00 to 01:00 on the last Sunday of March: this day has no midnight.
    let home = at("Asia/Beirut", "2026-03-29T01:00");
    home.ok(&["start-no-contact", "2026-03-28"]);
    assert_eq!(home.status("2026-03-28T23:59:59")["no_contact"]["days"], 0);
    assert_eq!(home.status("2026-03-29T01:00:00")["no_contact"]["days"], 1);
}

#[test]
fn what_was_written_keeps_its_date_after_a_flight() {
    // Written in Kiritimati on the 20th, read in Pago Pago, where it is 25 hours earlier.
    let home = at("Pacific/Kiritimati", "2026-11-20T08:00");
    home.ok(&["start-no-contact", "2026-11-19T23:30", "--breakup", "2026-11-01"]);
    let away = |now: &str| {
        let output = home.command().env("TZ", "Pacific/Pago_Pago").args(["--at", now, "status", "--json"]).output().unwrap();
        serde_json::from_slice::<serde_json::Value>(&output.stdout).unwrap()
    };
    assert_eq!(away("2026-11-21T12:00")["no_contact"], json!({"since": "2026-11-19T23:30:00+14:00", "days": 2}));
    // Hardly landed it is still the 19th there: the count stops at 0 and the run is not lost.
    assert_eq!(away("2026-11-19T08:00")["no_contact"]["days"], 0);
}

#[test]
fn the_days_edge_moves_for_everything_at_once() {
    let home = at("Europe/Berlin", "2026-11-23T03:59");
    home.write_config("breakup = 2026-10-24\nno_contact_since = 2026-11-01T02:00:00+01:00\n[count]\nday_starts_at = \"04:00\"\n");
    let before = home.status("2026-11-23T03:59");
    assert_eq!(before["today"], "2026-11-22");
    // The start, before the edge, belongs to the day before; the breakup, a bare date, is never moved.
    assert_eq!((&before["no_contact"]["days"], &before["breakup"]["days"]), (&json!(22), &json!(29)));
    let after = home.status("2026-11-23T04:00");
    assert_eq!(after["today"], "2026-11-23");
    assert_eq!((&after["no_contact"]["days"], &after["breakup"]["days"]), (&json!(23), &json!(30)));
}

#[test]
fn the_zone_in_use_is_said_by_the_check() {
    let said = |zone: &str| at(zone, "2026-11-23T18:00").ok(&["config", "check"]);
    assert!(said("Asia/Kathmandu").ends_with("+05:45, by the zone `Asia/Kathmandu` (TZ).\n"));
    assert!(said("CET-1CEST,M3.5.0,M10.5.0/3").ends_with(", by the zone `CET-1CEST,M3.5.0,M10.5.0/3` (TZ).\n"));
}

#[test]
fn a_zone_that_can_be_used_raises_no_alarm() {
    for zone in [
        "",
        "UTC",
        "UTC0",
        "GMT",
        "Zulu",
        "Etc/GMT+5",
        "Europe/Berlin",
        ":Europe/Berlin",
        "/usr/share/zoneinfo/Europe/Berlin",
        ":/usr/share/zoneinfo/UTC",
        "CET-1CEST,M3.5.0,M10.5.0/3",
        "<-11>11",
    ] {
        let home = at(zone, "2026-11-23T18:00");
        home.ok(&["config", "check"]);
        home.ok(&["doctor"]);
    }
    let home = Home::new();
    for command in ["doctor", "status"] {
        let ran = home.command().env_remove("TZ").arg(command).output().unwrap();
        assert!(ran.status.success() && ran.stderr.is_empty(), "{}", String::from_utf8_lossy(&ran.stderr));
    }
}

#[test]
fn a_zone_that_cannot_be_used_is_a_fault_to_the_doctor_and_a_warning_of_the_check() {
    let home = Home::new();
    std::fs::write(home.path("garbage"), "not a zone").unwrap();
    let garbage = home.path("garbage").display().to_string();
    // A summer time without its rules is in POSIX, and not read here.
    for zone in ["Nonsense", "Nonsense/Nowhere", ":/nonexistent", "/nonexistent", "Europe", &garbage, ":UTC0", "CET-1CEST", "utc "]
    {
        let home = at(zone, "2026-11-23T18:00");
        let unusable = format!("the time zone `{zone}` (TZ) cannot be used, so it is taken to be 2");
        let hint = "hint: `TZ` can be a zone such as Europe/Berlin, or unset; the files of zones come with the package tzdata\n";
        let checked = home.run(&["config", "check"]);
        assert_eq!((checked.code, checked.out.lines().count()), (Some(0), 1), "{zone}: {}", checked.out);
        assert!(checked.err.starts_with(&format!("warning: {unusable}")) && checked.err.ends_with(hint), "{zone}: {}", checked.err);
        let found = home.run(&["doctor"]);
        assert_eq!((found.code, found.err.as_str()), (Some(2), "error: doctor found 1 fault\n"), "{zone}: {}", found.out);
        assert!(found.out.contains(&unusable) && found.out.ends_with(hint) && !found.out.contains("by the zone"), "{}", found.out);
        home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
        home.ok(&["status"]);
        home.ok(&["prompt"]);
    }
}
