//! One kind sentence for a hard moment, and small things to do today: another on another day.

use chrono::{Datelike, NaiveDate};

use crate::ids::ids;
use crate::sentence::{Sentence, says};

ids! {
    /// A moment that begins with one kind sentence.
    pub enum Warm: "moment" {
        /// Nothing is set up yet.
        FirstScreen = "first-screen",
        /// The first day of a count.
        Day0 = "day-0",
        /// The day of a contact that ended a run.
        Slip = "slip",
        /// They said no.
        No = "no",
        /// The wish to write.
        Urge = "urge",
        /// A count worth saying.
        Milestone = "milestone",
        /// The user closes the count.
        End = "end",
    }
}

impl Warm {
    /// What can be said then and not in other moments. Never a promise, nor a word about getting in touch.
    pub fn sentences(self) -> impl Iterator<Item = &'static str> + Clone {
        list(self.id())
    }
}

/// What can be said beside [`Warm::sentences`] in the moments that may come every day: an urge, a slip, a new start.
pub fn on_any_day() -> impl Iterator<Item = &'static str> + Clone {
    list("on-any-day")
}

/// The kind sentence of `day` for a moment. What may be said every day doesn't come again within 31 days; a milestone's neither
/// within one count.
///
/// ```
/// use reconnect::{Warm, warm};
/// let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
/// assert_ne!(warm(Warm::Urge, day("2026-11-23")), warm(Warm::Urge, day("2026-11-24")));
/// ```
pub fn warm(moment: Warm, day: NaiveDate) -> &'static str {
    let more = matches!(moment, Warm::Urge | Warm::Slip | Warm::Day0).then(on_any_day);
    of_day(moment.sentences().chain(more.into_iter().flatten()), day).unwrap_or_default()
}

/// Things to do today for oneself (steps 1 and 3).
pub fn ways_to_use_the_time() -> impl Iterator<Item = Sentence> + Clone {
    statements("ways-to-use-the-time")
}

/// One of [`ways_to_use_the_time`], another each day.
pub fn way_to_use_the_time(day: NaiveDate) -> &'static str {
    of_day(ways_to_use_the_time(), day).map_or("", |way| way.text)
}

/// Small things for two who are in touch again (steps 4 and 5).
pub fn ideas_for_two() -> impl Iterator<Item = Sentence> + Clone {
    statements("ideas-for-two").map(Sentence::contact)
}

/// One of [`ideas_for_two`], another each day. Only for the verdict [`ActionsNotWords`](crate::VerdictId::ActionsNotWords).
pub fn idea_for_two(day: NaiveDate) -> &'static str {
    of_day(ideas_for_two(), day).map_or("", |idea| idea.text)
}

fn list(name: &'static str) -> impl Iterator<Item = &'static str> + Clone {
    let lines = include_str!("warm.txt").lines().skip_while(move |line| line.strip_prefix("== ") != Some(name));
    lines.skip(1).take_while(|line| !line.is_empty())
}

/// A list of what the guide states, each line with its id.
fn statements(name: &'static str) -> impl Iterator<Item = Sentence> + Clone {
    list(name).filter_map(|line| line.split_once(' ')).map(|(id, text)| says(id, text))
}

/// What belongs to `day`. Each comes once before any comes again. Steps of eleven keep sentences that are neighbours in the list
/// apart; a list's length must not be a multiple of eleven.
pub(crate) fn of_day<T>(mut all: impl Iterator<Item = T> + Clone, day: NaiveDate) -> Option<T> {
    let count = all.clone().count().max(1);
    let days = usize::try_from(day.num_days_from_ce().unsigned_abs()).unwrap_or(0);
    all.nth(days % count * 11 % count)
}
