//! Whole lives through real records: the verdict, the earliest day and the counts, each worked out by hand.
//!
//! A count is `(days, longest, kept, total)`: days of the current run (`None`: none is open), and the three honest numbers.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

mod support;

use support::Home;

/// When, then the verdict, the earliest day, and the counts.
type Then = (&'static str, &'static str, Option<&'static str>, (Option<i64>, i64, i64, i64));

struct Story {
    name: &'static str,
    /// When, and what is typed then. `EDIT` writes the rest of the line into the configuration instead of the start.
    steps: &'static [(&'static str, &'static str)],
    then: &'static [Then],
}

const STORIES: &[Story] = &[
    Story {
        name: "a slip at five and a half months",
        steps: &[("2026-01-12T20:00", "start-no-contact --breakup 2026-01-10"), ("2026-06-25T23:00", "log-contact me")],
        then: &[
            // Nothing in the notebook, so the 25th allowed no reach-out: it is a slip. The new run is 10 days old, under 21.
            // 12 Jan to 25 Jun are 20 - 1 + 28 + 31 + 30 + 31 + 25 = 164 days; 12 Jan through 5 Jul are 175 dates, one of them lost.
            ("2026-07-05T12:00", "give-space", Some("2026-07-16"), (Some(10), 164, 174, 175)),
            // 21 days after the slip: step 2 is still open.
            ("2026-07-16T12:00", "prepare", Some("2026-07-16"), (Some(21), 164, 185, 186)),
        ],
    },
    Story {
        name: "they write first",
        steps: &[("2026-03-02T20:00", "start-no-contact --breakup 2026-03-01"), ("2026-03-10T20:00", "log-contact them")],
        // Their word answers no reach-out, since there was none; the run goes on.
        then: &[("2026-03-30T12:00", "prepare", Some("2026-03-23"), (Some(28), 28, 29, 29))],
    },
    Story {
        name: "two unanswered messages in the first week",
        steps: &[
            ("2026-05-01T20:00", "start-no-contact --breakup 2026-05-01"),
            ("2026-05-03T20:00", "log-contact me"),
            ("2026-05-05T20:00", "log-contact me --via call"),
        ],
        then: &[
            ("2026-05-05T21:00", "await-answer", None, (Some(0), 2, 3, 5)),
            ("2026-05-20T12:00", "await-answer", None, (Some(15), 15, 18, 20)),
        ],
    },
    Story {
        name: "two messages with a word between them are no reach-out",
        steps: &[
            ("2026-05-01T20:00", "start-no-contact --breakup 2026-05-01"),
            ("2026-05-03T20:00", "log-contact me"),
            ("2026-05-04T20:00", "log-contact them"),
            ("2026-05-05T20:00", "log-contact me"),
        ],
        then: &[("2026-05-20T12:00", "wait", Some("2026-05-26"), (Some(15), 15, 18, 20))],
    },
    Story {
        name: "a reach-out with a word back, and then silence",
        steps: &[
            ("2026-02-02T20:00", "start-no-contact --breakup 2026-02-01"),
            ("2026-02-20T20:00", "notebook issue --on-paper"),
            ("2026-03-10T20:00", "log-contact me"),
            ("2026-03-12T20:00", "log-contact them"),
        ],
        // 2 Feb to 10 Mar are 36 days; 10 Mar to 30 Apr are 51; 2 Feb through 30 Apr are 27 + 31 + 30 = 88 dates.
        then: &[
            ("2026-03-09T12:00", "reach-out-gently", Some("2026-02-23"), (Some(35), 35, 36, 36)),
            ("2026-03-11T12:00", "await-answer", None, (Some(1), 36, 37, 38)),
            ("2026-04-30T12:00", "actions-not-words", None, (Some(51), 51, 87, 88)),
        ],
    },
    Story {
        name: "a reach-out without a word back: no second one, ever",
        steps: &[
            ("2026-02-02T20:00", "start-no-contact --breakup 2026-02-01"),
            ("2026-02-20T20:00", "notebook issue --on-paper"),
            ("2026-03-10T20:00", "log-contact me"),
            ("2026-03-11T20:00", "end-no-contact"),
        ],
        // 2 Feb to 10 Mar are 36 days. The day of the message is lost, the 11th is kept; nothing after the end is.
        then: &[("2026-10-31T12:00", "await-answer", None, (None, 36, 37, 272))],
    },
    Story {
        name: "not now, and a new run",
        steps: &[
            ("2026-02-02T20:00", "start-no-contact --breakup 2026-02-01"),
            ("2026-03-15T20:00", "answer not-now"),
            ("2026-03-20T20:00", "end-no-contact"),
            ("2026-04-01T20:00", "start-no-contact"),
        ],
        // 2 Feb through 20 Mar are 47 dates, 1 Apr through 1 Jun 62; 2 Feb through 1 Jun are 27 + 31 + 30 + 31 + 1 = 120.
        then: &[("2026-06-01T12:00", "await-answer", None, (Some(61), 61, 109, 120))],
    },
    Story {
        name: "an order that ends is no invitation",
        steps: &[
            ("2026-01-05T20:00", "start-no-contact --breakup 2026-01-05"),
            ("2026-01-20T20:00", "boundary order --until 2026-03-01"),
        ],
        then: &[
            ("2026-01-19T12:00", "wait", Some("2026-01-26"), (Some(14), 14, 15, 15)),
            ("2026-03-01T12:00", "respect-boundary", None, (Some(55), 55, 56, 56)),
            ("2026-06-01T12:00", "respect-boundary", None, (Some(147), 147, 148, 148)),
        ],
    },
    Story {
        name: "space through a last day",
        steps: &[
            ("2026-01-05T20:00", "start-no-contact --breakup 2026-01-05"),
            ("2026-01-20T20:00", "boundary space --until 11 Feb 2026"),
        ],
        then: &[
            ("2026-02-11T12:00", "respect-boundary", None, (Some(37), 37, 38, 38)),
            ("2026-02-12T12:00", "prepare", Some("2026-01-26"), (Some(38), 38, 39, 39)),
        ],
    },
    Story {
        name: "a second breakup",
        steps: &[
            ("2025-01-11T20:00", "start-no-contact --breakup 2025-01-10"),
            ("2025-03-01T20:00", "answer no"),
            ("2026-05-02T20:00", "breakup 2026-05-01 --again"),
            ("2026-05-03T20:00", "start-no-contact"),
        ],
        then: &[
            // 11 Jan to 1 Apr 2025 are 20 + 28 + 31 + 1 = 80 days.
            ("2025-04-01T12:00", "accept-answer", None, (Some(80), 80, 81, 81)),
            // The answer belongs to the first chapter; the old run ended with it.
            ("2026-05-02T21:00", "wait", None, (None, 0, 0, 0)),
            ("2026-05-10T12:00", "wait", Some("2026-05-24"), (Some(7), 7, 8, 8)),
        ],
    },
    Story {
        name: "two years of silence, recorded on the first day",
        steps: &[
            ("2026-11-01T20:00", "start-no-contact 2024-10-20 --breakup 2024-10-15"),
            ("2026-11-02T20:00", "notebook issue --on-paper"),
        ],
        // Two years are 365 + 365 days, and 12 more.
        then: &[
            ("2026-11-01T21:00", "prepare", Some("2024-11-10"), (Some(742), 742, 743, 743)),
            ("2026-11-02T21:00", "extra-care", Some("2024-11-10"), (Some(743), 743, 744, 744)),
        ],
    },
    Story {
        name: "a start set earlier by hand is no slip",
        steps: &[
            ("2026-06-10T20:00", "start-no-contact --breakup 2026-06-01"),
            ("2026-06-20T20:00", "EDIT no_contact_since = 2026-06-03"),
        ],
        then: &[("2026-06-30T12:00", "prepare", Some("2026-06-24"), (Some(27), 27, 28, 28))],
    },
    Story {
        name: "logistics, and one message that the user says keeps the run",
        steps: &[
            ("2026-07-01T20:00", "start-no-contact --breakup 2026-07-01"),
            ("2026-07-05T20:00", "log-contact me --logistics"),
            ("2026-07-08T20:00", "log-contact me --keep"),
        ],
        then: &[
            // The last of the first days, then the first of the weeks.
            ("2026-07-21T12:00", "wait", Some("2026-07-22"), (Some(20), 20, 21, 21)),
            ("2026-07-22T12:00", "prepare", Some("2026-07-22"), (Some(21), 21, 22, 22)),
        ],
    },
    Story {
        name: "a back-dated contact splits the run it falls in",
        steps: &[("2026-08-01T20:00", "start-no-contact --breakup 2026-08-01"), ("2026-08-25T20:00", "log-contact me 2026-08-10")],
        then: &[("2026-08-25T21:00", "give-space", Some("2026-08-31"), (Some(15), 15, 24, 25))],
    },
    Story {
        name: "a yes, and a word after a no",
        steps: &[
            ("2026-08-01T20:00", "start-no-contact --breakup 2026-08-01"),
            ("2026-08-10T20:00", "answer no"),
            ("2026-08-20T20:00", "log-contact them"),
            ("2026-09-01T20:00", "answer yes"),
        ],
        then: &[
            ("2026-08-21T12:00", "accept-answer", None, (Some(20), 20, 21, 21)),
            ("2026-09-02T12:00", "build-new", None, (Some(32), 32, 33, 33)),
        ],
    },
    Story {
        name: "a look at a profile, a reply, and a late reach-out in month seven",
        steps: &[
            ("2026-02-10T20:00", "start-no-contact --breakup 2026-02-10"),
            ("2026-02-15T20:00", "log-contact me --via looked"),
            ("2026-02-16T20:00", "log-contact me --reply"),
            ("2026-03-01T20:00", "notebook issue --on-paper"),
            ("2026-09-05T20:00", "log-contact me"),
        ],
        // Neither the look nor the reply is half of a reach-out. 10 Aug is the last day of the second window.
        // 16 Feb to 10 Aug are 12 + 31 + 30 + 31 + 30 + 31 + 10 = 175 days; 10 Feb through 10 Aug 182 dates, two of them lost.
        then: &[
            ("2026-02-20T12:00", "wait", Some("2026-03-09"), (Some(4), 5, 9, 11)),
            ("2026-08-10T12:00", "reach-out-gently", Some("2026-03-09"), (Some(175), 175, 180, 182)),
            ("2026-08-11T12:00", "extra-care", Some("2026-03-09"), (Some(176), 176, 181, 183)),
            ("2026-09-06T12:00", "await-answer", None, (Some(1), 201, 206, 209)),
        ],
    },
];

#[test]
fn every_story_ends_as_worked_out_by_hand() {
    for story in STORIES {
        let home = tell(story);
        for (at, verdict, earliest, (days, longest, kept, total)) in story.then {
            let status = home.status(at);
            let told = format!("{} at {at}: {status}", story.name);
            assert_eq!(status["verdict"]["id"], *verdict, "{told}");
            assert_eq!(status["verdict"]["earliest"].as_str(), *earliest, "{told}");
            assert_eq!(status["no_contact"]["days"].as_i64(), *days, "{told}");
            assert_eq!(status["record"]["longest_days"], *longest, "{told}");
            assert_eq!(status["record"]["kept_days"], *kept, "{told}");
            assert_eq!(status["record"]["total_days"], *total, "{told}");
        }
    }
}

/// What is dated after a day has not happened on it: a look back sees each step as it was, whatever came later.
#[test]
fn a_look_back_is_the_same_before_and_after_the_later_steps() {
    for story in STORIES {
        let whole = tell(story);
        let mut growing = Home::new();
        for (at, typed) in story.steps {
            if typed.starts_with("EDIT") {
                break;
            }
            growing.set_now(at);
            growing.ok(&typed.split(' ').collect::<Vec<_>>());
            // A back-dated contact is dated before the steps that it was recorded after; only then does the past change.
            if story.name.starts_with("a back-dated") || story.steps.iter().any(|(_, typed)| typed.starts_with("EDIT")) {
                continue;
            }
            let day = at.split('T').next().unwrap();
            let later_that_day = story.steps.iter().filter(|(other, _)| other.starts_with(day)).count() > 1;
            if !later_that_day {
                assert_eq!(whole.status(at), growing.status(at), "{} at {at}", story.name);
            }
        }
    }
}

fn tell(story: &Story) -> Home {
    let mut home = Home::new();
    for (at, typed) in story.steps {
        home.set_now(at);
        if let Some(line) = typed.strip_prefix("EDIT ") {
            let config = home.read_config();
            let kept: Vec<&str> = config.lines().filter(|known| !known.starts_with("no_contact_since")).collect();
            home.write_config(&format!("{line}\n{}\n", kept.join("\n")));
        } else {
            home.ok(&typed.split(' ').collect::<Vec<_>>());
        }
    }
    home
}
