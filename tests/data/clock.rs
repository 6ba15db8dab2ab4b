//! The zone and the clock of the program: `TZ` as `date` reads it, and `--at` wherever it looks.

use crate::support::Home;

/// The time in this zone at noon UTC in winter and in summer, as GNU `date` prints it; a home with a copy of Tokyo's zone file.
const ZONES: [(&str, &str, &str); 13] = [
    ("Europe/Berlin", "2026-01-15T13:00:00+01:00", "2026-07-15T14:00:00+02:00"),
    (":Europe/Berlin", "2026-01-15T13:00:00+01:00", "2026-07-15T14:00:00+02:00"),
    ("HOME/tokyo", "2026-01-15T21:00:00+09:00", "2026-07-15T21:00:00+09:00"),
    (":HOME/tokyo", "2026-01-15T21:00:00+09:00", "2026-07-15T21:00:00+09:00"),
    ("", "2026-01-15T12:00:00+00:00", "2026-07-15T12:00:00+00:00"),
    (":", "2026-01-15T12:00:00+00:00", "2026-07-15T12:00:00+00:00"),
    ("UTC+3", "2026-01-15T09:00:00-03:00", "2026-07-15T09:00:00-03:00"),
    ("EST5EDT", "2026-01-15T07:00:00-05:00", "2026-07-15T08:00:00-04:00"),
    ("CET-1CEST", "2026-01-15T13:00:00+01:00", "2026-07-15T14:00:00+02:00"),
    (":CET-1CEST,", "2026-01-15T13:00:00+01:00", "2026-07-15T14:00:00+02:00"),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-01-15T13:00:00+01:00", "2026-07-15T14:00:00+02:00"),
    ("<+0330>-3:30", "2026-01-15T15:30:00+03:30", "2026-07-15T15:30:00+03:30"),
    ("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", "2026-01-15T09:00:00-03:00", "2026-07-15T10:00:00-02:00"),
];

fn now(home: &Home, at: &str) -> (String, String) {
    let ran = home.run(&["status", "--json", "--at", at]);
    let status: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    (status["now"].as_str().unwrap().to_owned(), ran.err)
}

#[test]
fn a_zone_is_read_as_date_reads_it() {
    for (zone, winter, summer) in ZONES {
        let home = Home::new().at(None);
        std::fs::copy("/usr/share/zoneinfo/Asia/Tokyo", home.path("tokyo")).unwrap();
        let zone = zone.replace("HOME", home.path("").to_str().unwrap().trim_end_matches('/'));
        let home = home.env("TZ", &zone);
        assert_eq!(now(&home, "2026-01-15T12:00Z"), (winter.to_owned(), String::new()), "{zone}");
        assert_eq!(now(&home, "2026-07-15T12:00Z"), (summer.to_owned(), String::new()), "{zone}");
    }
    // Without rules the clocks change when those of New York do: on 8 March, and here 01:00 UTC.
    let home = Home::new().at(None).zone("CET-1CEST");
    assert_eq!(now(&home, "2026-03-08T00:59:59Z").0, "2026-03-08T01:59:59+01:00");
    assert_eq!(now(&home, "2026-03-08T01:00:00Z").0, "2026-03-08T03:00:00+02:00");
}

#[test]
fn a_zone_that_cannot_be_read_is_utc_and_every_command_but_prompt_and_check_says_so() {
    for zone in ["Mars/Olympus", "Nonsense", "europe/berlin", "America", "/dev/zero", "/dev/null", "/etc/passwd", "XX3", "EST25"] {
        let home = Home::begun().zone(zone).at(Some("2026-11-23T12:00Z"));
        for command in
            ["prompt", "check --active", "status --short", "history", "doctor", "config check", "window never", "init bash"]
        {
            let ran = home.run(&command.split(' ').collect::<Vec<_>>());
            let warning = format!("warning: can't read the time zone `{zone}` (TZ), so days are counted in UTC\n");
            assert_eq!(ran.err.starts_with(&warning), !["prompt", "check --active"].contains(&command), "{command}: {}", ran.err);
        }
        assert_eq!(now(&home, "2026-11-23T12:00Z").0, "2026-11-23T12:00:00+00:00");
    }
}

#[test]
fn a_bare_date_of_at_is_that_day_whatever_its_edge() {
    for (edge, now) in [("00:00", "12:00"), ("04:00", "12:00"), ("13:00", "13:00"), ("23:59", "23:59")] {
        let home = Home::new().at(None);
        home.write_config(&format!("[count]\nday_starts_at = \"{edge}\"\n"));
        for at in ["2026-11-20", "20 Nov 2026"] {
            let status: serde_json::Value = serde_json::from_str(&home.run(&["status", "--json", "--at", at]).out).unwrap();
            assert_eq!((&status["today"], &status["now"]), (&"2026-11-20".into(), &format!("2026-11-20T{now}:00+01:00").into()));
        }
    }
}

#[test]
fn a_clock_that_is_behind_and_an_edge_that_is_ahead_are_blamed_and_not_the_date() {
    let said = Home::begun().transcript(
        "@ 2025-11-23T12:00
        answer no
        log-contact them
        ! printf '[count]\\nday_starts_at = \"04:00\"\\n' >>.config/reconnect/config.toml
        @ 2026-11-23T01:30
        log-contact me 2026-11-23
        breakup 2026-11-23
        start-no-contact 2026-11-23
        @ 9999-12-31T18:00
        log-contact me",
    );
    insta::assert_snapshot!("clock_blamed", said);
}

#[test]
fn at_the_ends_of_the_calendar_nothing_is_printed_that_cannot_be_read_back() {
    let home = Home::begun().zone("America/New_York").at(None);
    for (at, line, said) in [
        ("0001-01-01T00:00", "status --json", "\"now\":\"0001-01-01T00:00:00-04:56\""),
        ("9999-12-31T23:59-05:00", "status --json", "\"now\":\"9999-12-31T23:59:00-05:00\""),
        ("9999-12-31", "status --json", "\"next_milestone\":null"),
        ("9999-12-31", "", "No contact   2912138 days, since Sun 1 Nov 2026"),
        ("9999-12-31", "window 9999-12-01", "Wed 22 Dec 9999 through Fri 31 Dec 9999"),
        ("9999-12-31", "window 9999-12-20 --json", "\"through\":\"9999-12-31\""),
        ("0001-01-01T00:30+05:00", "status", "outside the years 1 to 9999"),
        ("9999-12-31T23:30-06:00", "status", "outside the years 1 to 9999"),
    ] {
        let ran = home.run(&[&["--at", at], &line.split_whitespace().collect::<Vec<_>>()[..]].concat());
        assert!(!ran.out.contains("\"+1") && format!("{}{}", ran.out, ran.err).contains(said), "{at}: {ran:?}");
    }
    home.write_config("[count]\nday_starts_at = \"04:00\"\n");
    assert_eq!(home.run(&["--at", "0001-01-01T03:00", "status"]).code, Some(2));
}

#[test]
fn what_has_passed_is_not_called_future_though_its_own_date_is_tomorrow() {
    // It is noon in UTC: 02:00 on the 24th in Kiritimati, fourteen hours ahead.
    for line in ["start-no-contact", "log-contact me", "breakup", "window"] {
        let home = Home::new().zone("UTC").at(Some("2026-11-23T12:00"));
        home.does(&format!("{line} 2026-11-24T01:30+14:00"));
        let later = home.run(&format!("{line} 2026-11-24T02:30+14:00").split(' ').collect::<Vec<_>>());
        assert!(later.code == Some(2) && later.err.contains("Tue 24 Nov 2026 is in the future"), "{line}: {later:?}");
    }
}
