//! What holds for every order of starts, contacts and ends.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveTime};
use proptest::prelude::*;
use reconnect::{Ending, Moment, Runs};

#[derive(Debug, Clone, Copy)]
enum Step {
    Start,
    Moves,
    Slip,
    End,
    Chapter,
}

/// What happened so many days after what happened before it.
type Story = Vec<(u64, Step)>;

fn stories() -> impl Strategy<Value = Story> {
    let step = prop_oneof![
        3 => Just(Step::Start),
        1 => Just(Step::Moves),
        4 => Just(Step::Slip),
        1 => Just(Step::End),
        1 => Just(Step::Chapter),
    ];
    // Many on one day: that is where counts go wrong.
    let gap = prop_oneof![3 => Just(0_u64), 3 => 1_u64..4, 1 => 4_u64..200];
    prop::collection::vec((gap, step), 0..14)
}

fn first() -> NaiveDate {
    "2026-01-30".parse().unwrap()
}

/// Feeds a story; `at` says with what time a day is written, if any. The last day that something happened on.
fn feed(story: &Story, at: impl Fn(NaiveDate) -> Option<DateTime<FixedOffset>>) -> (Runs, NaiveDate) {
    let (mut runs, mut day) = (Runs::default(), first());
    for (gap, step) in story {
        day = day.checked_add_days(Days::new(*gap)).unwrap();
        let moment = Moment { day, at: at(day) };
        match step {
            Step::Start => runs.start(moment, false),
            Step::Moves => runs.start(moment, true),
            Step::Slip => drop(runs.slip(moment)),
            Step::End => drop(runs.end(moment, Ending::Closed)),
            Step::Chapter => drop(runs.end(moment, Ending::Chapter)),
        }
    }
    (runs, day)
}

proptest! {
    #[test]
    fn the_three_numbers_agree_with_each_other_and_with_the_calendar(story in stories(), later in 0_u64..90) {
        let (runs, last) = feed(&story, |_| None);
        let today = last.checked_add_days(Days::new(later)).unwrap();
        let record = runs.record(today);
        prop_assert!(0 <= record.kept_days && record.kept_days <= record.total_days, "{:?}", record);
        if let Some(start) = runs.open() {
            prop_assert!((today - start.day).num_days() <= record.longest_days);
        }
        prop_assert!(record.longest_days <= record.total_days);
        let kept = first().iter_days().take_while(|day| *day <= today).filter(|day| runs.kept(*day)).count();
        prop_assert_eq!(record.kept_days, i64::try_from(kept).unwrap());
        prop_assert_eq!(record.runs, runs.all().count());
    }

    #[test]
    fn nothing_is_negative_on_any_day_even_before_everything(story in stories(), days in 0_u64..400) {
        let (runs, _) = feed(&story, |_| None);
        let today = first().checked_sub_days(Days::new(30)).unwrap().checked_add_days(Days::new(days)).unwrap();
        let record = runs.record(today);
        prop_assert!(0 <= record.kept_days && record.kept_days <= record.total_days, "{:?}", record);
        prop_assert!(record.longest_days >= 0);
        prop_assert!(runs.all().all(|run| run.days(today) >= 0));
    }

    #[test]
    fn runs_follow_each_other_and_only_the_last_can_be_open(story in stories()) {
        let (runs, last) = feed(&story, |_| None);
        let all: Vec<_> = runs.all().collect();
        for pair in all.windows(2) {
            let [one, two] = pair else { unreachable!() };
            let (end, how) = one.end.unwrap();
            prop_assert!(one.start.day < end.day && end.day <= two.start.day);
            // A contact's day is the next run's first, unless the user then closed or corrected it.
            prop_assert!(how != Ending::Contact || runs.lost_days().contains(&end.day));
        }
        prop_assert!(runs.lost_days().windows(2).all(|pair| matches!(pair, [a, b] if a < b)));
        prop_assert!(all.iter().all(|run| run.start.day <= last));
    }

    #[test]
    fn the_zone_that_an_event_was_written_in_changes_no_count(story in stories(), hours in prop::collection::vec(-12_i32..=14, 1..5)) {
        // The civil date is what counts; the same date at noon in Kiribati and in Hawaii lies a day apart.
        let zone = |day: NaiveDate| {
            let index = usize::try_from((day - first()).num_days()).unwrap() % hours.len();
            let offset = FixedOffset::east_opt(hours[index] * 3600).unwrap();
            day.and_time(NaiveTime::from_hms_opt(12, 0, 0).unwrap()).and_local_timezone(offset).single()
        };
        let ((plain, last), (written, _)) = (feed(&story, |_| None), feed(&story, zone));
        let today = last.checked_add_days(Days::new(10)).unwrap();
        prop_assert_eq!(plain.record(today), written.record(today));
        prop_assert_eq!(plain.lost_days(), written.lost_days());
        let days = |runs: &Runs| runs.all().map(|run| (run.start.day, run.days(today))).collect::<Vec<_>>();
        prop_assert_eq!(days(&plain), days(&written));
    }

    #[test]
    fn an_earlier_start_never_shortens_anything(story in stories(), earlier in 0_u64..60) {
        // The same story with one more start before all of it.
        let (runs, last) = feed(&story, |_| None);
        let mut longer = Runs::default();
        longer.start(Moment::day(first().checked_sub_days(Days::new(earlier)).unwrap()), false);
        let mut day = first();
        for (gap, step) in &story {
            day = day.checked_add_days(Days::new(*gap)).unwrap();
            let moment = Moment::day(day);
            match step {
                Step::Start => longer.start(moment, false),
                // A correction takes days back on purpose, and is not what this is about.
                Step::Moves => return Ok(()),
                Step::Slip => drop(longer.slip(moment)),
                Step::End => drop(longer.end(moment, Ending::Closed)),
                Step::Chapter => drop(longer.end(moment, Ending::Chapter)),
            }
        }
        let (before, after) = (runs.record(last), longer.record(last));
        prop_assert!(after.longest_days >= before.longest_days);
        prop_assert!(after.total_days >= before.total_days);
    }

    #[test]
    fn a_slip_moves_the_current_run_and_takes_one_day_at_most(story in stories(), later in 0_u64..90) {
        let (mut runs, last) = feed(&story, |_| None);
        let today = last.checked_add_days(Days::new(later)).unwrap();
        let before = runs.record(today);
        let ended = runs.slip(Moment::day(today));
        let after = runs.record(today);
        prop_assert_eq!(ended, runs.open().is_some());
        prop_assert!(before.kept_days - after.kept_days <= i64::from(ended));
        prop_assert_eq!((after.longest_days, after.total_days), (before.longest_days, before.total_days), "nothing is erased");
        if ended {
            prop_assert_eq!(runs.open(), Some(Moment::day(today)));
        }
    }
}
