//! Runs and the three honest numbers: what happened, and what is true on 23 November 2026.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use reconnect::{Contact, Ending, Event, EventKind, Moment, RunChange, Runs, Timeline, Via, Who, days_between};

use crate::day;

fn on(text: &str) -> NaiveDate {
    format!("2026-{text}").parse().unwrap()
}

/// What a word of a story is to the library.
fn event(what: &str, day: NaiveDate) -> Event {
    let kind = match what {
        "start" => EventKind::Start { moves: false },
        "moves" => EventKind::Start { moves: true },
        "slip" => EventKind::Contact(Contact::new(Who::Me, Via::Text)),
        _ => EventKind::End,
    };
    Event::new(Moment::day(day), kind)
}

/// `start 11-01`, `moves 11-05`, `slip 11-10`, `end 11-12`, in order.
fn runs(story: &str) -> Runs {
    let mut timeline = Timeline::default();
    for line in story.split(", ").filter(|line| !line.is_empty()) {
        let (what, date) = line.split_once(' ').unwrap();
        timeline.apply(&event(what, on(date)));
    }
    timeline.runs().clone()
}

#[test]
fn the_numbers_are_those_that_a_calendar_gives() {
    let today = on("11-23");
    for row in include_str!("runs.txt").lines().filter(|line| !line.starts_with('#')) {
        let (story, expected) = row.split_once("= ").unwrap();
        let runs = runs(story.trim_end());
        let open = runs.all().find(|run| run.end.is_none());
        let open = open.map_or("none".to_owned(), |run| format!("{} {}", run.start.day.format("%m-%d"), run.days(today)));
        let totals = runs.totals(today);
        let told =
            [totals.longest_days, totals.kept_days, totals.total_days, totals.runs].map(|number| number.to_string()).join(" ");
        assert_eq!(format!("{open}; {told}"), expected, "{story}");
    }
}

#[test]
fn each_run_is_listed_in_order_with_what_ended_it() {
    let runs = runs("start 10-01, slip 10-10, slip 10-10, end 10-15, start 10-15, slip 10-15, end 10-15, start 11-01");
    let listed = runs.all().map(|run| (run.start.day, run.end.map(|(end, how)| (end.day, how)), run.days(on("11-23"))));
    let [first, second, open] = listed.collect::<Vec<_>>().try_into().unwrap();
    assert_eq!(first, (on("10-01"), Some((on("10-10"), Ending::Contact)), 9));
    assert_eq!(second, (on("10-10"), Some((on("10-15"), Ending::Closed)), 5));
    assert_eq!(open, (on("11-01"), None, 22));
    assert_eq!(runs.slip_days(), [on("10-10"), on("10-15")], "two on a day are one day");
}

#[test]
fn what_opened_the_run_and_whether_the_user_closed_the_latest_is_known() {
    // The day of the contact that opened the run; whether it is closed.
    for (story, contact, is_closed) in [
        ("", None, false),
        ("start 11-01", None, false),
        ("start 11-01, slip 11-01", Some("11-01"), false),
        // Where the run's start was moved to since says nothing about the contact.
        ("start 11-01, slip 11-10, moves 11-12", Some("11-10"), false),
        ("start 11-01, slip 11-10, slip 11-12", Some("11-12"), false),
        ("start 11-01, slip 11-10, end 11-12", None, true),
        ("start 11-01, slip 11-10, end 11-12, start 11-15", None, false),
    ] {
        let runs = runs(story);
        assert_eq!((runs.opened_by_contact(), runs.is_closed()), (contact.map(on), is_closed), "{story}");
    }
    let mut closed = Timeline::default();
    for (what, date) in [("start", "11-01"), ("end", "11-12")] {
        closed.apply(&event(what, on(date)));
    }
    for what in ["end", "slip"] {
        assert_eq!(closed.apply(&event(what, on("11-12"))).run, RunChange::Unchanged, "{what}: no run to end");
    }
}

#[test]
fn a_slip_keeps_its_time_as_the_next_runs_start() {
    let mut timeline = Timeline::default();
    timeline.apply(&event("start", on("11-01")));
    let moment = Moment { day: on("11-10"), at: Some("2026-11-10T21:30:00+01:00".parse().unwrap()) };
    timeline.apply(&Event::new(moment, EventKind::Contact(Contact::new(Who::Me, Via::Text))));
    assert_eq!(timeline.runs().open(), Some(moment));
    assert_eq!(moment.to_string(), "2026-11-10T21:30:00+01:00");
    assert_eq!(Moment::day(on("11-10")).to_string(), "2026-11-10");
}

#[test]
fn a_count_is_dates_subtracted() {
    let between = |from: &str, to: &str| days_between(from.parse().unwrap(), to.parse().unwrap());
    assert_eq!(between("2024-02-28", "2024-03-01"), 2, "over a leap day");
    assert_eq!(between("2026-03-28", "2026-03-30"), 2, "over the change to summer time, which has 47 hours");
    assert_eq!(between("2026-11-24", "2026-11-23"), 0, "ahead of the clock");
    assert_eq!(between("1999-11-23", "2026-11-23"), 9862, "27 years with 7 leap days");
}

/// What happened so many days after what happened before: often on the same day, because that is where counts go wrong.
fn stories() -> impl Strategy<Value = Vec<(u64, &'static str)>> {
    let step = prop_oneof![3 => Just("start"), 1 => Just("moves"), 4 => Just("slip"), 1 => Just("end")];
    let gap = prop_oneof![3 => Just(0_u64), 3 => 1_u64..4, 1 => 4_u64..200];
    prop::collection::vec((gap, step), 0..14)
}

const FIRST: &str = "2026-01-30";

fn feed(story: &[(u64, &str)]) -> (Timeline, NaiveDate) {
    let (mut timeline, mut date) = (Timeline::default(), day(FIRST));
    for (gap, what) in story {
        date = date + Days::new(*gap);
        timeline.apply(&event(what, date));
    }
    (timeline, date)
}

proptest! {
    #[test]
    fn the_three_numbers_agree_with_each_other_and_with_the_calendar(story in stories(), days in 0_u64..400) {
        let (timeline, last) = feed(&story);
        let runs = timeline.runs();
        let today = day(FIRST) - Days::new(30) + Days::new(days);
        let totals = runs.totals(today);
        prop_assert!(totals.kept_days <= totals.total_days, "{:?}", totals);
        let kept = day(FIRST).iter_days().take_while(|day| *day <= today).filter(|day| runs.kept(*day)).count();
        prop_assert_eq!(totals.kept_days, u32::try_from(kept).unwrap());
        prop_assert_eq!(totals.runs, u32::try_from(runs.all().count()).unwrap());
        for pair in runs.all().collect::<Vec<_>>().windows(2) {
            let (end, how) = pair[0].end.unwrap();
            prop_assert!(pair[0].start.day < end.day && end.day <= pair[1].start.day && pair[1].start.day <= last);
            prop_assert!(how != Ending::Contact || runs.slip_days().contains(&end.day));
        }
    }

    #[test]
    fn a_slip_takes_one_day_at_most_and_erases_nothing(story in stories(), later in 0_u64..90) {
        let (mut timeline, last) = feed(&story);
        let today = last + Days::new(later);
        let before = timeline.runs().totals(today);
        let ended = timeline.apply(&event("slip", today)).contact.ended_run;
        let after = timeline.runs().totals(today);
        prop_assert_eq!(ended, timeline.runs().open().is_some());
        prop_assert!(before.kept_days - after.kept_days <= u32::from(ended));
        prop_assert_eq!((after.longest_days, after.total_days), (before.longest_days, before.total_days));
    }
}
