//! The last four weeks, a mark a day: one contact is seen beside the days that were kept.

use crate::words::count;
use chrono::{Days, NaiveDate};
use reconnect::Runs;
use reconnect::date::LongDate;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Kept,
    Contact,
    Uncounted,
}

pub type Marked = (NaiveDate, Mark);

/// The days from the first start through today, 28 at most. None before a week has passed.
pub fn marks(runs: &Runs, today: NaiveDate) -> Vec<Marked> {
    let total = u64::try_from(runs.totals(today).total_days).unwrap_or(0);
    if total < 8 {
        return Vec::new();
    }
    let days = (0..total.min(28)).rev().filter_map(|back| today.checked_sub_days(Days::new(back)));
    let mark = |day: NaiveDate| match day {
        _ if runs.slip_days().binary_search(&day).is_ok() => Mark::Contact,
        _ if runs.kept(day) => Mark::Kept,
        _ => Mark::Uncounted,
    };
    days.map(|day| (day, mark(day))).collect()
}

/// The marks in sevens back from today, and what they mean.
pub fn drawn(marks: &[Marked]) -> (String, &'static str) {
    let mut text = String::new();
    for (index, (_, mark)) in marks.iter().enumerate() {
        if index > 0 && (marks.len() - index).is_multiple_of(7) {
            text.push(' ');
        }
        text.push(match mark {
            Mark::Kept => '·',
            Mark::Contact => '×',
            Mark::Uncounted => '-',
        });
    }
    let has_uncounted = marks.iter().any(|(_, mark)| *mark == Mark::Uncounted);
    (text, if has_uncounted { "(× contact, - no count)" } else { "(× contact)" })
}

/// The same in words, for a screen reader.
pub fn in_words(marks: &[Marked]) -> String {
    let days: Vec<String> =
        marks.iter().filter(|(_, mark)| *mark == Mark::Contact).map(|(day, _)| LongDate(*day).to_string()).collect();
    let of = |wanted: Mark| marks.iter().filter(|(_, mark)| *mark == wanted).count();
    let text = format!("contact on {}. {} kept.", days.join(", "), count(of(Mark::Kept), "day"));
    match of(Mark::Uncounted) {
        0 => text,
        days => format!("{text} No count was running on {}.", count(days, "day")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use reconnect::{Contact, Event, EventKind, Moment, Timeline, Via, Who};

    const START: EventKind = EventKind::Start { moves: false };

    fn runs(story: &[(&str, EventKind)]) -> Runs {
        let mut timeline = Timeline::default();
        for (on, kind) in story {
            timeline.apply(&Event::new(day(on), *kind));
        }
        timeline.runs().clone()
    }

    fn day(text: &str) -> Moment {
        Moment::day(text.parse().unwrap())
    }

    #[test]
    fn one_contact_is_seen_beside_the_days_that_were_kept() {
        let text = EventKind::Contact(Contact::new(Who::Me, Via::Text));
        let runs = runs(&[("2026-09-06", START), ("2026-09-16", text)]);
        let today = day("2026-09-21").day;
        // 6 to 21 September are 16 days; the 16th is the second of the last seven, 15 to 21.
        assert_eq!(drawn(&marks(&runs, today)).0, "·· ······· ·×·····");
        assert_eq!(in_words(&marks(&runs, today)), "contact on Wed 16 Sep 2026. 15 days kept.");
        assert_eq!(marks(&runs, day("2026-09-12").day), []);
        assert_eq!(marks(&runs, day("2027-09-12").day).len(), 28);
    }

    #[test]
    fn days_without_a_count_have_a_mark_of_their_own() {
        let runs = runs(&[("2026-09-01", START), ("2026-09-03", EventKind::End), ("2026-09-07", START)]);
        assert_eq!(drawn(&marks(&runs, day("2026-09-09").day)), ("·· ·---···".to_owned(), "(× contact, - no count)"));
    }
}
