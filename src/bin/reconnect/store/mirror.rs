//! The two dates in the config, and where they came from: copies of diary lines, edits by hand, or copies of lines that are not
//! here.
//!
//! The diary is the truth. `recorded` in the config names the line that each date was copied from, so that an old copy is never
//! taken for an edit.

use std::rc::Rc;

use chrono::{DateTime, FixedOffset, NaiveDateTime};
use reconnect::date::{Clock, ParsedDate};

use crate::error::{Failure, Place, Result};
use crate::store::config::{Config, Dated, Mirrored};
use crate::store::current_dates::{breakup_draft, check_breakup, check_closed_runs, check_start, refuse_future, start_draft};
use crate::store::diary::{Diary, EventDate, Id, Record, RecordKind, Snapshot, append};

#[derive(Debug, Clone)]
pub struct Reading {
    /// Every record that counts: the diary's, edits by hand, and foreign dates that nothing in the diary replaces.
    pub records: Vec<Rc<Record>>,
    pub edits: Vec<(DateKey, Rc<Record>)>,
    /// Edits that can't be true, with the reason. The diary counts, and the user's line stays.
    pub refused: Vec<(DateKey, Failure)>,
    pub foreign: Vec<Place>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateKey {
    Breakup,
    Since,
}

impl DateKey {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Breakup => "breakup",
            Self::Since => "no_contact_since",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    Copy,
    Hand,
    /// It was copied from a line that this diary does not hold.
    Foreign,
}

/// The id of a record that only stands in for a foreign date.
fn foreign_id(key: DateKey) -> Id {
    Id::from(format!("config:{}", key.name()))
}

/// Finds out what the config and the diary say together. `clock` is the real one; `resolve` reads a local time in the user's zone.
pub fn read(
    diary: &Diary,
    config: &Config,
    clock: &Clock,
    resolve: &dyn Fn(NaiveDateTime) -> DateTime<FixedOffset>,
) -> Result<Reading> {
    let mut reading =
        Reading { records: diary.iter().cloned().collect(), edits: Vec::new(), refused: Vec::new(), foreign: Vec::new() };
    let known =
        [(DateKey::Breakup, &config.breakup, &config.recorded.breakup), (DateKey::Since, &config.since, &config.recorded.since)];
    for (key, dated, line) in known {
        let Some(dated) = dated else { continue };
        let on = event_date(dated.written, resolve);
        let origin = origin(diary, key, on, line.as_deref(), clock);
        if origin == Origin::Foreign {
            reading.foreign.push(dated.place.clone());
        }
        match origin {
            Origin::Hand => reading.take_edit(key, on, dated, config, clock)?,
            // A contact alone opens no run, so a start that is not here still counts.
            Origin::Foreign if !holds_kind(diary, key) => reading.records.push(stand_in(key, on)),
            Origin::Copy | Origin::Foreign => {}
        }
    }
    Ok(reading)
}

impl Reading {
    pub fn snapshot(&self, config: &Config, clock: &Clock) -> Snapshot {
        Snapshot::new(&self.records, config.settings.thresholds, clock)
    }

    fn take_edit(&mut self, key: DateKey, on: EventDate, dated: &Dated, config: &Config, clock: &Clock) -> Result<()> {
        let before = self.snapshot(config, clock);
        let moment = on.moment(clock);
        let what = if key == DateKey::Breakup { "a breakup" } else { "a start" };
        let draft = refuse_future(moment, clock, what).and_then(|()| match key {
            DateKey::Breakup => breakup_draft(&before, moment.day, false),
            DateKey::Since => start_draft(&before, before.breakup.as_ref().map(|breakup| breakup.day), on, moment, true),
        });
        let record = match draft {
            Ok(draft) => {
                let latest = self.records.iter().map(|record| record.recorded_at).max();
                Rc::new(append::record(draft, append::next(clock.now, latest))?)
            }
            Err(failure) => {
                self.refuse(key, failure, dated);
                return Ok(());
            }
        };
        self.records.push(Rc::clone(&record));
        let after = self.snapshot(config, clock);
        let checked = match key {
            DateKey::Breakup => check_breakup(&before, &after, moment.day, false).and_then(|()| check_closed_runs(&before, &after)),
            DateKey::Since => check_start(&before, &after, moment),
        };
        match checked {
            Ok(()) => self.edits.push((key, record)),
            Err(failure) => {
                self.records.pop();
                self.refuse(key, failure, dated);
            }
        }
        Ok(())
    }

    fn refuse(&mut self, key: DateKey, failure: Failure, dated: &Dated) {
        let failure = failure.at(dated.place.clone()).hint(format!("the diary counts until you mend `{}`", key.name()));
        self.refused.push((key, failure));
    }

    /// Writes the two current dates of a snapshot into the config. An edit that is still refused stays as the user wrote it, and so
    /// does a foreign date that still counts.
    pub fn write(&self, config: &Config, snapshot: &Snapshot, still_refused: &[(DateKey, Failure)]) -> Result<()> {
        let target = |key: DateKey, date: Option<(EventDate, &Id)>| match date {
            _ if still_refused.iter().any(|(refused, _)| *refused == key) => Mirrored::Keep,
            _ if self.records.iter().any(|record| record.id == foreign_id(key)) => Mirrored::Keep,
            Some((on, id)) => Mirrored::Date(written(on), id.to_string()),
            None => Mirrored::Remove,
        };
        let breakup = snapshot.breakup.as_ref().map(|breakup| (EventDate::Day(breakup.day), breakup.record.line_id()));
        let opener = snapshot.opener.as_ref().filter(|_| snapshot.timeline.runs().open().is_some());
        let since = opener.map(|opener| (opener.on(), opener.line_id()));
        config.mirror(target(DateKey::Breakup, breakup), target(DateKey::Since, since))
    }
}

/// Where a date came from. Without `recorded` (a config of 0.1.0, or one that the user wrote) a date that no record holds is an
/// edit.
fn origin(diary: &Diary, key: DateKey, on: EventDate, line: Option<&str>, clock: &Clock) -> Origin {
    // Of a breakup only the day counts, even where its record or the config has a time.
    let day = |on: EventDate| on.moment(clock).day;
    let is_same = |record: &Record| record.on == on || key == DateKey::Breakup && day(record.on) == day(on);
    let is_copy = match line.map(|line| diary.get(&Id::from(line))) {
        Some(None) => return Origin::Foreign,
        Some(Some(placed)) => is_same(&placed.record),
        None => diary.iter().any(|record| {
            is_same(record)
                && match key {
                    DateKey::Breakup => matches!(record.kind, RecordKind::Breakup { .. }),
                    DateKey::Since => match &record.kind {
                        RecordKind::Contact(record) => record.contact.ends_run(),
                        kind => matches!(kind, RecordKind::Start { .. }),
                    },
                }
        }),
    };
    if is_copy { Origin::Copy } else { Origin::Hand }
}

fn holds_kind(diary: &Diary, key: DateKey) -> bool {
    diary.iter().any(|record| match key {
        DateKey::Breakup => matches!(record.kind, RecordKind::Breakup { .. }),
        DateKey::Since => matches!(record.kind, RecordKind::Start { .. }),
    })
}

/// A record that stands in for a foreign date. It is never written.
fn stand_in(key: DateKey, on: EventDate) -> Rc<Record> {
    let kind = match key {
        DateKey::Breakup => RecordKind::Breakup { again: false },
        DateKey::Since => RecordKind::Start { moves: false },
    };
    Rc::new(Record { id: foreign_id(key), on, recorded_at: DateTime::UNIX_EPOCH.fixed_offset(), replaces: None, with: None, kind })
}

/// A date in the config as an event's date; a time without an offset is one of the user's zone.
fn event_date(written: ParsedDate, resolve: &dyn Fn(NaiveDateTime) -> DateTime<FixedOffset>) -> EventDate {
    let Some(time) = written.time else { return EventDate::Day(written.date) };
    let local = written.date.and_time(time);
    EventDate::Time(match written.offset {
        Some(offset) => DateTime::from_naive_utc_and_offset(local - offset, offset),
        None => resolve(local),
    })
}

fn written(on: EventDate) -> ParsedDate {
    match on {
        EventDate::Day(day) => day.into(),
        EventDate::Time(at) => ParsedDate { date: at.date_naive(), time: Some(at.time()), offset: Some(*at.offset()) },
    }
}
