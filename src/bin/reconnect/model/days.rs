//! Every day with what it was: the one grid that the calendar, the four weeks and the page to print draw.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use reconnect::{InTouch, Run, Who};

use crate::store::diary::{RecordKind, Snapshot};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    NoCount,
    Kept,
    /// A contact ended a count.
    Contact,
    /// Neither kept nor lost.
    InTouch,
}

/// First and last days, ascending. None touches the next.
type Spans = Vec<(NaiveDate, NaiveDate)>;

/// What happened on a day, apart from the count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Seen {
    pub me: bool,
    pub them: bool,
    pub urge: bool,
    /// A contact about children, work or a lease that ended no count.
    pub practical: bool,
    ended_run: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    pub date: NaiveDate,
    pub state: State,
    pub seen: Seen,
}

#[derive(Debug)]
pub struct Days {
    pub today: NaiveDate,
    since: NaiveDate,
    counts: Spans,
    in_touch: Spans,
    seen: BTreeMap<NaiveDate, Seen>,
}

impl Days {
    /// Before `since` nothing is marked.
    pub fn of(snapshot: &Snapshot, since: Option<NaiveDate>) -> Self {
        let (today, since) = (snapshot.today(), since.unwrap_or(NaiveDate::MIN));
        let runs = snapshot.timeline.earlier_runs().iter().copied().chain(snapshot.timeline.runs().including_empty());
        let span = |run: Run| (run.start.day, run.end.map_or(today, |(end, _)| end.day.min(today)));
        let is_shown = |(from, through): &(NaiveDate, NaiveDate)| from <= through && *through >= since;
        let mut counts: Spans = runs.map(span).filter(is_shown).collect();
        counts.sort_unstable();
        counts.dedup_by(|next, last| {
            let touches = next.0 <= last.1;
            last.1 = if touches { last.1.max(next.1) } else { last.1 };
            touches
        });
        // The day on which it began and the one on which it ended are days as any other.
        let days_between =
            |(begun, ended): InTouch| Some((begun.succ_opt()?, ended.map_or(Some(today), |ended| ended.pred_opt())?.min(today)));
        let in_touch = snapshot.timeline.stretches_in_touch().filter_map(days_between).filter(is_shown).collect();
        let first = snapshot.records.partition_point(|dated| dated.moment.day < since);
        let mut all: BTreeMap<NaiveDate, Seen> = BTreeMap::new();
        for dated in snapshot.records.iter().skip(first) {
            match dated.record.kind() {
                RecordKind::Contact(record) => {
                    let (contact, ended_run) = (record.contact, dated.outcome.ended_run);
                    let seen = all.entry(dated.moment.day).or_default();
                    seen.ended_run |= ended_run;
                    match contact.who {
                        _ if contact.logistics && !ended_run => seen.practical = true,
                        Who::Me => seen.me = true,
                        Who::Them => seen.them = true,
                    }
                }
                RecordKind::Urge { .. } => all.entry(dated.moment.day).or_default().urge = true,
                _ => {}
            }
        }
        Self { today, since, counts, in_touch, seen: all }
    }

    pub fn first(&self) -> Option<NaiveDate> {
        let first = |spans: &Spans| spans.first().map(|(from, _)| *from);
        [first(&self.counts), first(&self.in_touch), self.seen.keys().next().copied()].into_iter().flatten().min()
    }

    pub fn has_days_in_touch(&self) -> bool {
        !self.in_touch.is_empty()
    }

    pub fn on(&self, date: NaiveDate) -> Day {
        let seen = self.seen.get(&date).copied().unwrap_or_default();
        let state = match date {
            _ if date < self.since => State::NoCount,
            _ if seen.ended_run => State::Contact,
            _ if holds(&self.counts, date) => State::Kept,
            _ if holds(&self.in_touch, date) => State::InTouch,
            _ => State::NoCount,
        };
        Day { date, state, seen }
    }

    pub fn through(&self, from: NaiveDate, last: NaiveDate) -> impl Iterator<Item = Day> + '_ {
        from.iter_days().take_while(move |date| *date <= last).map(|date| self.on(date))
    }
}

fn holds(spans: &Spans, date: NaiveDate) -> bool {
    let before = spans.partition_point(|(from, _)| *from <= date);
    before.checked_sub(1).and_then(|index| spans.get(index)).is_some_and(|(_, through)| date <= *through)
}
