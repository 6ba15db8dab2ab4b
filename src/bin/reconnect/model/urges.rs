//! What can be learned from the urges: how many, how many were not sent, when they come, and what sets them off.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, TimeDelta, Timelike, Weekday};
use reconnect::{Moment, Via, Who};

use crate::store::diary::{DatedRecord, Outcome, RecordKind, Snapshot, Trigger};

/// With fewer urges than this a pattern would be drawn from chance.
pub const FEWEST: usize = 6;

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

/// How often one trigger was named; `None`: the user didn't say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TriggerCount {
    pub trigger: Option<Trigger>,
    pub urges: usize,
    pub not_sent: usize,
}

#[derive(Debug, Default)]
pub struct UrgeStats<'s> {
    pub urges: Vec<Urge<'s>>,
    pub not_sent: usize,
    pub sent: usize,
    pub friend: usize,
    pub triggers: Vec<TriggerCount>,
}

impl<'s> UrgeStats<'s> {
    pub fn of(snapshot: &'s Snapshot) -> Self {
        Self::since(snapshot, None)
    }

    pub fn since(snapshot: &'s Snapshot, since: Option<NaiveDate>) -> Self {
        let mut urges = urges(snapshot);
        urges.retain(|urge| since.is_none_or(|first| urge.dated.moment.day >= first));
        let of_fate = |fate| urges.iter().filter(|urge| urge.fate == fate).count();
        let (not_sent, sent, friend) = (of_fate(Fate::NotSent), of_fate(Fate::Sent), of_fate(Fate::Friend));
        Self { not_sent, sent, friend, triggers: triggers(&urges), urges }
    }

    pub fn are_few(&self) -> bool {
        self.urges.len() < FEWEST
    }

    /// How many, and how many of them not sent.
    pub fn at(&self, part: DayPart) -> (usize, usize) {
        let of_part = || self.urges.iter().filter(|urge| urge.part() == Some(part));
        (of_part().count(), of_part().filter(|urge| urge.fate == Fate::NotSent).count())
    }

    /// The part of the day with the most urges, if one stands out.
    pub fn most(&self) -> Option<DayPart> {
        let mut parts = DayPart::ALL.map(|part| (self.at(part).0, part));
        parts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        let [(most, part), (next, _), ..] = parts;
        (!self.are_few() && most >= 3 && most > next).then_some(part)
    }
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
