//! Runs of no contact (step 3): events in, runs and honest counts out, all by civil dates; and the milestones.

use chrono::{DateTime, Datelike, Days, FixedOffset, Months, NaiveDate, SecondsFormat};

/// When something happened: the civil day it counts for and, where it is known, the exact time as it was written.
///
/// The day is fixed when the event is written; it never shifts with the zone afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Moment {
    /// The civil day that it counts for.
    pub day: NaiveDate,
    /// Local time with its offset, where a time is known.
    pub at: Option<DateTime<FixedOffset>>,
}

impl Moment {
    /// A day without a time.
    pub const fn day(day: NaiveDate) -> Self {
        Self { day, at: None }
    }
}

impl std::fmt::Display for Moment {
    /// The time with its offset where it is known (`2026-11-01T21:30:00+01:00`), else the date.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.at {
            Some(at) => f.write_str(&at.to_rfc3339_opts(SecondsFormat::Secs, false)),
            None => write!(f, "{}", self.day),
        }
    }
}

/// How a run came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Ending {
    /// A contact ended it; the next run began the same day.
    Contact,
    /// The user closed it.
    Closed,
    /// A second breakup opened a new chapter.
    Chapter,
    /// The two are in touch again. Its last day counts as any other.
    InTouch,
}

/// One unbroken stretch of no contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Run {
    /// Its first moment; that day is day 0.
    pub start: Moment,
    /// Its last moment and what ended it; `None` while it is open.
    pub end: Option<(Moment, Ending)>,
}

impl Run {
    /// Days from its start to its end, or to `today` while it is open. Never negative.
    pub fn days(&self, today: NaiveDate) -> u32 {
        days_between(self.start.day, self.end.map_or(today, |(end, _)| end.day))
    }
}

/// The numbers beside the current run's days. After a slip the current run begins at 0 again, and these hardly change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Totals {
    /// Days of the longest run, the current one included.
    pub longest_days: u32,
    /// Civil dates inside a run, both ends counted, less the dates on which a contact ended a run.
    pub kept_days: u32,
    /// Civil dates from the first start through today, less those in touch.
    pub total_days: u32,
    /// Runs so far, the current one included; a run that began and ended on one day is not counted.
    pub runs: u32,
}

/// A stretch of being in touch: the day on which it began, and the day on which it ended; `None` while it lasts.
pub type InTouch = (NaiveDate, Option<NaiveDate>);

/// The runs of one chapter, from one breakup to the next. [`Timeline::runs`](crate::Timeline::runs) gives them.
#[derive(Debug, Clone, Default)]
pub struct Runs {
    closed: Vec<Run>,
    open: Option<Moment>,
    /// Whether a contact opened the open run.
    after_contact: bool,
    /// Whether the open run had begun before a breakup, which moved its start.
    after_breakup: bool,
    /// Distinct days on which a contact ended a run, ascending.
    slip_days: Vec<NaiveDate>,
    /// Stretches of being in touch, in order.
    in_touch: Vec<InTouch>,
}

impl Runs {
    /// Opens a run. With one open it changes nothing (an earlier start is never a slip), unless a contact opened that one and
    /// `moves` says that it corrects where it began, or a breakup moved its start. What a start opened is corrected by correcting
    /// that start.
    pub(crate) fn start(&mut self, moment: Moment, moves: bool) {
        if self.open.is_none() {
            self.after_contact = false;
        } else if !(moves && self.after_contact || self.after_breakup) {
            return;
        }
        self.after_breakup = false;
        self.open = Some(moment);
    }

    /// A breakup: distance that began before it counts from it, until a start after it says otherwise.
    pub(crate) fn begin_anew(&mut self, breakup: Moment) {
        self.after_breakup = self.open.is_some_and(|start| start.day < breakup.day);
        if self.after_breakup {
            self.open = Some(breakup);
        }
    }

    /// Closes the open run and opens none. Without an open run it changes nothing and says `false`.
    pub(crate) fn end(&mut self, moment: Moment, ending: Ending) -> bool {
        self.open.take().map(|start| self.closed.push(Run { start, end: Some((moment, ending)) })).is_some()
    }

    /// A contact that ends the open run; the next one begins at that moment. On a run's first day it moves the start.
    pub(crate) fn slip(&mut self, moment: Moment) -> bool {
        let Some(start) = self.open else { return false };
        if start.day < moment.day {
            self.end(moment, Ending::Contact);
        }
        self.open = Some(moment);
        (self.after_contact, self.after_breakup) = (true, false);
        if self.slip_days.last() != Some(&moment.day) {
            self.slip_days.push(moment.day);
        }
        true
    }

    /// The two are in touch from `moment` on: the open run is over, and its last day counts as kept.
    pub(crate) fn begin_touch(&mut self, moment: Moment) {
        self.end(moment, Ending::InTouch);
        self.in_touch.push((moment.day, None));
    }

    /// They are in touch no longer.
    pub(crate) fn end_touch(&mut self, day: NaiveDate) {
        if let Some((_, end @ None)) = self.in_touch.last_mut() {
            *end = Some(day);
        }
    }

    /// The stretches of being in touch, in order. The dates after the first and before the last (while it lasts, through today)
    /// count neither as kept nor in [`Totals::total_days`].
    pub fn in_touch(&self) -> &[InTouch] {
        &self.in_touch
    }

    /// The open run's start.
    pub fn open(&self) -> Option<Moment> {
        self.open
    }

    /// The day of the contact that opened the open run, wherever its start was moved to since; `None` where a start opened it.
    pub fn opened_by_contact(&self) -> Option<NaiveDate> {
        self.open.and(self.slip_days.last().copied()).filter(|_| self.after_contact)
    }

    /// The run that was closed last, also if it lasted no day.
    pub fn last_closed(&self) -> Option<Run> {
        self.closed.last().copied()
    }

    /// Whether the user closed the latest run, and none is open.
    pub fn is_closed(&self) -> bool {
        self.open.is_none() && self.closed.last().is_some_and(|run| run.end.is_some_and(|(_, ending)| ending != Ending::InTouch))
    }

    /// Every run that lasted a day or is still open, in order.
    pub fn all(&self) -> impl Iterator<Item = Run> + '_ {
        self.including_empty().filter(|run| run.end.is_none_or(|(end, _)| end.day > run.start.day))
    }

    /// The civil dates on which a contact ended a run, ascending.
    pub fn slip_days(&self) -> &[NaiveDate] {
        &self.slip_days
    }

    /// Whether `day` lies inside a run (both ends counted), and no contact ended one on it.
    pub fn kept(&self, day: NaiveDate) -> bool {
        let inside = |run: &Run| run.start.day <= day && run.end.is_none_or(|(end, _)| day <= end.day);
        self.including_empty().any(|run| inside(&run)) && self.slip_days.binary_search(&day).is_err()
    }

    /// The numbers as of `today`, that day included.
    pub fn totals(&self, today: NaiveDate) -> Totals {
        let mut totals = Totals::default();
        let mut counted_through: Option<NaiveDate> = None;
        for run in self.including_empty() {
            // An end written where it was tomorrow already does not count before that day has come.
            let through = run.end.map_or(today, |(end, _)| end.day.min(today));
            let first = match counted_through {
                Some(day) if day >= run.start.day => day.succ_opt().unwrap_or(day),
                _ => run.start.day,
            };
            if first <= through {
                // Only a slip inside a run was counted: a corrected start can leave one outside every run.
                let slips_before = self.slip_days.partition_point(|day| *day < first);
                let slips_through = self.slip_days.partition_point(|day| *day <= through);
                let slips = u32::try_from(slips_through.saturating_sub(slips_before)).unwrap_or(u32::MAX);
                totals.kept_days += (days_between(first, through) + 1).saturating_sub(slips);
            }
            counted_through = counted_through.max(Some(through));
        }
        let first_start = self.including_empty().next().map(|run| run.start.day);
        totals.total_days = first_start.map_or(0, |first| dates(first, today).saturating_sub(self.dates_in_touch(first, today)));
        totals.longest_days = self.all().map(|run| run.days(today)).max().unwrap_or(0);
        totals.runs = u32::try_from(self.all().count()).unwrap_or(u32::MAX);
        totals
    }

    /// The dates from `first` through `today` that lie inside a stretch in touch.
    fn dates_in_touch(&self, first: NaiveDate, today: NaiveDate) -> u32 {
        let inside = |(begun, ended): &InTouch| {
            let through = ended.and_then(|day| day.pred_opt()).unwrap_or(today).min(today);
            dates(begun.succ_opt().unwrap_or(*begun).max(first), through)
        };
        self.in_touch.iter().map(inside).sum()
    }

    /// Every run, those of one day included.
    pub fn including_empty(&self) -> impl Iterator<Item = Run> + '_ {
        self.closed.iter().copied().chain(self.open.map(|start| Run { start, end: None }))
    }
}

/// Days from one civil date to another, whatever the clocks did in between; 0 where `from` is after `to`.
pub fn days_between(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from((to - from).num_days()).unwrap_or(0)
}

/// The civil dates from one through another, both counted; none where the first lies behind the second.
fn dates(from: NaiveDate, through: NaiveDate) -> u32 {
    if from <= through { days_between(from, through) + 1 } else { 0 }
}

/// What a milestone counts. It's never a window's first day nor a boundary's end: nothing counts down to contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Count {
    /// So many days.
    Days(u16),
    /// So many years, on the calendar day, month end clamped.
    Years(u16),
}

/// The day counts worth saying in a run's first year.
const MILESTONE_DAYS: &[u16] = &[1, 3, 7, 14, 21, 30, 45, 60, 90, 120, 180, 270];

/// A milestone and its date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Milestone {
    /// What is counted.
    pub count: Count,
    /// The civil date on which the run reaches it.
    pub date: NaiveDate,
}

impl Milestone {
    /// The stable id: `day-30`, `year-1`.
    pub fn id(&self) -> String {
        match self.count {
            Count::Days(days) => format!("day-{days}"),
            Count::Years(years) => format!("year-{years}"),
        }
    }
}

/// Every milestone of a run that started on `start`, ascending, without end but the calendar's.
///
/// ```
/// use reconnect::milestones;
/// let start = "2026-11-01".parse().unwrap();
/// let today = "2026-11-23".parse().unwrap();
/// let next = milestones(start).find(|milestone| milestone.date > today).unwrap();
/// assert_eq!((next.id().as_str(), next.date.to_string().as_str()), ("day-30", "2026-12-01"));
/// ```
pub fn milestones(start: NaiveDate) -> impl Iterator<Item = Milestone> {
    let days = MILESTONE_DAYS.iter().filter_map(move |&days| {
        Some(Milestone { count: Count::Days(days), date: start.checked_add_days(Days::new(u64::from(days)))? })
    });
    let years = (1..=u16::MAX).map_while(move |years| {
        Some(Milestone { count: Count::Years(years), date: start.checked_add_months(Months::new(12 * u32::from(years)))? })
    });
    // Four digits: a later year is no date that anybody can type.
    days.chain(years).take_while(|milestone| milestone.date.year() <= 9999)
}
