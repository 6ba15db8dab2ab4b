//! Two made-up months: a breakup on Sat 26 Sep 2026, a slip after eighteen days, urges that grow fewer, check-ins that rise.

use crate::support::Home;

/// Urges: when, how it ended, what set it off, how strong.
const URGES: &[(&str, &str, &str, &str)] = &[
    ("2026-09-27T22:10", "--resisted", "lonely", "5"),
    ("2026-09-29T23:40", "--resisted", "song", "4"),
    ("2026-10-02T20:15", "--resisted", "social-media", "4"),
    ("2026-10-04T21:30", "--resisted", "lonely", "5"),
    ("2026-10-07T08:20", "--resisted", "memory", "3"),
    ("2026-10-10T01:30", "--resisted", "alcohol", "5"),
    ("2026-10-11T22:00", "--resisted", "lonely", "4"),
    ("2026-10-14T19:45", "--wrote", "they-wrote", "5"),
    ("2026-10-18T21:50", "--resisted", "lonely", "4"),
    ("2026-10-23T18:30", "--resisted", "place", "3"),
    ("2026-10-25T20:30", "--resisted", "lonely", "4"),
    ("2026-11-01T22:20", "--resisted", "lonely", "3"),
    ("2026-11-05T12:40", "--resisted", "song", "2"),
    ("2026-11-14T00:50", "--resisted", "alcohol", "3"),
    ("2026-11-15T21:10", "--resisted", "lonely", "2"),
];

const CHECKINS: &[(&str, &str)] = &[
    ("2026-09-28", "2"),
    ("2026-09-30", "1"),
    ("2026-10-15", "2"),
    ("2026-10-26", "3"),
    ("2026-11-05", "3"),
    ("2026-11-11", "3"),
    ("2026-11-20", "4"),
    ("2026-11-23", "4"),
];

/// The home on Mon 23 Nov 2026, with the last four weeks since 27 Oct.
pub fn home() -> Home {
    let mut home = Home::new().at(Some("2026-09-26T20:00"));
    home.does("start-no-contact 2026-09-26 --breakup 2026-09-26");
    for (at, outcome, trigger, strength) in URGES {
        home.set_now(at);
        home.ok(&["urge", outcome, "--trigger", trigger, "--strength", strength]);
        if *outcome == "--wrote" {
            home.does("log-contact me");
        }
    }
    home.set_now("2026-10-20T10:00");
    home.does("log-contact them --via call --logistics");
    for (day, mood) in CHECKINS {
        home.set_now(day);
        home.ok(&["checkin", mood]);
    }
    home.set_now("2026-11-23T18:00");
    home
}
