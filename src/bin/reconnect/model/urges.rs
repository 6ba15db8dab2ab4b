//! What can be learned from the urges: how many, how many were not sent, when they come, and what sets them off.

use chrono::{NaiveDate, TimeDelta, Timelike};
use reconnect::{Moment, Via, Who, ids};
use serde::Serialize;

use crate::store::diary::{EventDate, Id, Outcome, RecordKind, Snapshot, Trigger};
use crate::words::as_text;

/// With fewer urges than this a pattern would be drawn from chance.
pub const FEWEST: usize = 6;

ids! {
    pub enum DayPart: "a part of the day" {
        Night = "night",
        Morning = "morning",
        Afternoon = "afternoon",
        Evening = "evening",
    }
}

impl DayPart {
    const fn of(hour: u32) -> Self {
        match hour {
            0..6 => Self::Night,
            6..12 => Self::Morning,
            12..18 => Self::Afternoon,
            _ => Self::Evening,
        }
    }
}

ids! {
    pub enum Fate: "what came of an urge" {
        /// The user said so, and no message of theirs followed within a day.
        NotSent = "not-sent",
        /// The user wrote, or a message of theirs followed within a day.
        Sent = "sent",
        /// The user needed a friend, and no message followed.
        Friend = "needed-friend",
    }
}

/// An urge, as programs read it.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Urge<'s> {
    pub id: &'s Id,
    #[serde(serialize_with = "as_text")]
    pub on: EventDate,
    pub day: NaiveDate,
    #[serde(skip)]
    pub part: Option<DayPart>,
    pub outcome: Outcome,
    pub fate: Fate,
    pub minutes: Option<u32>,
    pub trigger: Option<Trigger>,
    pub strength: Option<u8>,
}

/// How many urges, and how many of them not sent.
#[derive(Debug, Clone, Copy)]
pub struct Count {
    pub urges: usize,
    pub not_sent: usize,
}

#[derive(Debug, Default)]
pub struct UrgeStats<'s> {
    pub urges: Vec<Urge<'s>>,
    pub not_sent: usize,
    pub sent: usize,
    pub friend: usize,
}

impl<'s> UrgeStats<'s> {
    pub fn of(snapshot: &'s Snapshot) -> Self {
        Self::since(snapshot, None)
    }

    pub fn since(snapshot: &'s Snapshot, since: Option<NaiveDate>) -> Self {
        let mut urges = urges(snapshot);
        urges.retain(|urge| since.is_none_or(|first| urge.day >= first));
        let of_fate = |fate| urges.iter().filter(|urge| urge.fate == fate).count();
        Self { not_sent: of_fate(Fate::NotSent), sent: of_fate(Fate::Sent), friend: of_fate(Fate::Friend), urges }
    }

    pub fn are_few(&self) -> bool {
        self.urges.len() < FEWEST
    }

    fn count(&self, belongs: impl Fn(&Urge<'_>) -> bool) -> Count {
        let all: Vec<_> = self.urges.iter().filter(|urge| belongs(urge)).collect();
        Count { urges: all.len(), not_sent: all.iter().filter(|urge| urge.fate == Fate::NotSent).count() }
    }

    pub fn parts(&self) -> Vec<(DayPart, Count)> {
        DayPart::ALL.iter().map(|part| (*part, self.count(|urge| urge.part == Some(*part)))).collect()
    }

    /// By what set them off, the most frequent first; `None`, where the user didn't say, comes last.
    pub fn triggers(&self) -> Vec<(Option<Trigger>, Count)> {
        let all = Trigger::ALL.iter().copied().map(Some).chain([None]);
        let counted = all.map(|trigger| (trigger, self.count(|urge| urge.trigger == trigger)));
        let mut counts: Vec<_> = counted.filter(|(_, count)| count.urges > 0).collect();
        counts.sort_by_key(|(trigger, count)| (trigger.is_none(), std::cmp::Reverse(count.urges)));
        counts
    }

    pub fn most(&self) -> Option<DayPart> {
        let mut parts = self.parts();
        parts.sort_by_key(|(_, count)| std::cmp::Reverse(count.urges));
        let [(part, most), (_, next), ..] = parts.as_slice() else { return None };
        (!self.are_few() && most.urges >= 3 && most.urges > next.urges).then_some(*part)
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
                let (id, on, day) = (dated.record.id(), dated.record.on(), dated.moment.day);
                let part = dated.moment.at.map(|at| DayPart::of(at.hour()));
                urges.push(Urge { id, on, day, part, outcome, fate, minutes, trigger, strength });
            }
            _ => {}
        }
    }
    urges.reverse();
    urges
}

/// Whether a message that came later came within a day; without a time, on the same day or the next.
fn is_within_a_day(urge: Moment, message: Moment) -> bool {
    match urge.at.zip(message.at) {
        Some((urge, message)) => message - urge <= TimeDelta::days(1),
        None => (message.day - urge.day).num_days() <= 1,
    }
}
