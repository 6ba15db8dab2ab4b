//! What can be learned from the urges: how many, how many were not sent, when they come, and what sets them off.

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, TimeDelta, Timelike, Weekday};
use reconnect::{Moment, Via, Who};

use crate::store::diary::{DatedRecord, Outcome, RecordKind, Snapshot, Trigger};

/// With fewer urges than this a pattern would be drawn from chance.
pub const FEWEST: usize = 6;
/// The length of each of the two stretches that are compared: four weeks.
const STRETCH_DAYS: u64 = 28;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DayPart {
    Night,
    Morning,
    Afternoon,
    Evening,
}

impl DayPart {
    pub const ALL: [Self; 4] = [Self::Night, Self::Morning, Self::Afternoon, Self::Evening];

    pub const fn word(self) -> &'static str {
        match self {
            Self::Night => "night",
            Self::Morning => "morning",
            Self::Afternoon => "afternoon",
            Self::Evening => "evening",
        }
    }

    const fn of(hour: u32) -> Self {
        match hour {
            0..6 => Self::Night,
            6..12 => Self::Morning,
            12..18 => Self::Afternoon,
            _ => Self::Evening,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// The user said so, and no message of theirs followed within a day.
    NotSent,
    /// The user wrote, or a message of theirs followed within a day.
    Sent,
    /// The user needed a friend, and no message followed.
    Friend,
}

#[derive(Debug, Clone, Copy)]
pub struct Urge<'s> {
    pub dated: &'s DatedRecord,
    pub outcome: Outcome,
    pub fate: Fate,
    pub minutes: Option<u32>,
    pub trigger: Option<Trigger>,
    pub strength: Option<u8>,
}

impl Urge<'_> {
    pub fn weekday(&self) -> Weekday {
        self.dated.moment.day.weekday()
    }

    pub fn part(&self) -> Option<DayPart> {
        self.dated.moment.at.map(|at| DayPart::of(at.hour()))
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch {
    pub from: NaiveDate,
    pub through: NaiveDate,
    pub urges: usize,
    pub not_sent: usize,
    pub mean_strength: Option<f64>,
}

/// How often one trigger was named; `None`: the user didn't say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TriggerCount {
    pub trigger: Option<Trigger>,
    pub urges: usize,
    pub not_sent: usize,
}

#[derive(Debug)]
pub struct UrgeStats<'s> {
    pub urges: Vec<Urge<'s>>,
    pub not_sent: usize,
    pub sent: usize,
    pub friend: usize,
    pub recent: Stretch,
    /// The four weeks before; `None` if the diary doesn't go back that far.
    pub before: Option<Stretch>,
    pub triggers: Vec<TriggerCount>,
    /// The weekday and part of the day with the most urges, if one stands out.
    pub most: Option<(Weekday, DayPart)>,
}

impl<'s> UrgeStats<'s> {
    pub fn of(snapshot: &'s Snapshot) -> Self {
        let urges = urges(snapshot);
        let today = snapshot.today();
        let first_of_recent = back(today, STRETCH_DAYS - 1);
        let first_of_before = back(first_of_recent, STRETCH_DAYS);
        let begun = snapshot.records.iter().map(|dated| dated.record.recorded_at().date_naive()).min();
        let goes_back = begun.is_some_and(|begun| begun <= first_of_before);
        let of_fate = |fate| urges.iter().filter(|urge| urge.fate == fate).count();
        let mut stats = Self {
            not_sent: of_fate(Fate::NotSent),
            sent: of_fate(Fate::Sent),
            friend: of_fate(Fate::Friend),
            recent: stretch(&urges, first_of_recent, today),
            before: goes_back.then(|| stretch(&urges, first_of_before, back(first_of_recent, 1))),
            triggers: triggers(&urges),
            most: None,
            urges,
        };
        stats.most = stats.most();
        stats
    }

    pub fn are_few(&self) -> bool {
        self.urges.len() < FEWEST
    }

    pub fn at(&self, weekday: Weekday, part: DayPart) -> usize {
        self.urges.iter().filter(|urge| urge.weekday() == weekday && urge.part() == Some(part)).count()
    }

    pub fn at_part(&self, part: DayPart) -> usize {
        self.urges.iter().filter(|urge| urge.part() == Some(part)).count()
    }

    fn most(&self) -> Option<(Weekday, DayPart)> {
        let week = || std::iter::successors(Some(Weekday::Mon), |day| Some(day.succ())).take(7);
        let mut cells: Vec<_> = week().flat_map(|day| DayPart::ALL.map(|part| (self.at(day, part), (day, part)))).collect();
        cells.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        match cells.as_slice() {
            [(most, cell), (next, _), ..] if !self.are_few() && *most >= 3 && most > next => Some(*cell),
            _ => None,
        }
    }
}

fn back(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN)
}

/// The urges in order. From the end backwards, so that each knows the next message of the user's.
fn urges(snapshot: &Snapshot) -> Vec<Urge<'_>> {
    let (mut urges, mut next_message) = (Vec::new(), None);
    for dated in snapshot.records.iter().rev() {
        match dated.record.kind() {
            RecordKind::Contact(record) => {
                let contact = record.contact;
                if contact.who == Who::Me && contact.via != Via::Looked && !contact.logistics {
                    next_message = Some(dated.moment);
                }
            }
            RecordKind::Urge { outcome, minutes, trigger, strength } => {
                let is_followed = next_message.is_some_and(|message| is_within_a_day(dated.moment, message));
                let fate = match outcome {
                    Outcome::Wrote => Fate::Sent,
                    _ if is_followed => Fate::Sent,
                    Outcome::SatOut => Fate::NotSent,
                    Outcome::NeedsFriend => Fate::Friend,
                };
                let (outcome, minutes, trigger, strength) = (*outcome, *minutes, *trigger, *strength);
                urges.push(Urge { dated, outcome, fate, minutes, trigger, strength });
            }
            _ => {}
        }
    }
    urges.reverse();
    urges
}

/// Whether a message that came later came within a day; without a time, on the same day or the next.
fn is_within_a_day(urge: Moment, message: Moment) -> bool {
    let instants: Option<(DateTime<FixedOffset>, DateTime<FixedOffset>)> = urge.at.zip(message.at);
    match instants {
        Some((urge, message)) => message - urge <= TimeDelta::days(1),
        None => (message.day - urge.day).num_days() <= 1,
    }
}

fn stretch(urges: &[Urge<'_>], from: NaiveDate, through: NaiveDate) -> Stretch {
    let inside = || urges.iter().filter(|urge| (from..=through).contains(&urge.dated.moment.day));
    let strengths: Vec<f64> = inside().filter_map(|urge| urge.strength).map(f64::from).collect();
    let named = u32::try_from(strengths.len()).unwrap_or(u32::MAX);
    Stretch {
        from,
        through,
        urges: inside().count(),
        not_sent: inside().filter(|urge| urge.fate == Fate::NotSent).count(),
        mean_strength: (named > 0).then(|| strengths.iter().sum::<f64>() / f64::from(named)),
    }
}

fn triggers(urges: &[Urge<'_>]) -> Vec<TriggerCount> {
    let all = Trigger::ALL.iter().copied().map(Some).chain([None]);
    let counted = all.map(|trigger| {
        let named = || urges.iter().filter(|urge| urge.trigger == trigger);
        TriggerCount { trigger, urges: named().count(), not_sent: named().filter(|urge| urge.fate == Fate::NotSent).count() }
    });
    let mut counts: Vec<_> = counted.filter(|count| count.urges > 0).collect();
    // What wasn't said comes last; of equal counts the order of the words stays.
    counts.sort_by_key(|count| (count.trigger.is_none(), std::cmp::Reverse(count.urges)));
    counts
}
