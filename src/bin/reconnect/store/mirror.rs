//! The two dates in the config, and where they came from: copies of diary lines, edits by hand, or copies of lines that are not
//! here.
//!
//! The diary is the truth. `recorded` in the config names the line that each date was copied from, so that an old copy is never
//! taken for an edit.

use std::rc::Rc;

use chrono::{DateTime, FixedOffset, NaiveDateTime};
use reconnect::date::{Clock, ParsedDate};

use crate::error::{Failure, Place, Result};
use crate::store::config::{Config, Dated};
use crate::store::current_dates::{breakup_drafts, check_breakup, check_closed_runs, check_start, refuse_future, start_draft};
use crate::store::diary::resolve::{ActiveRecord, resolve};
use crate::store::diary::{Diary, EventDate, Id, Record, RecordKind, Snapshot, View, append};
use crate::store::falls::falls;

#[derive(Debug, Clone)]
pub struct Reading {
    /// Every record that counts: the diary's, edits by hand, and foreign dates that nothing in the diary replaces.
    pub records: Vec<Rc<Record>>,
    pub edits: Vec<(DateKey, Rc<Record>)>,
    /// Edits that can't be true, with the reason. The diary counts, and the user's line stays.
    pub refused: Vec<(DateKey, Failure)>,
    /// Dates that were copied from lines which aren't here.
    pub foreign: Vec<(DateKey, Place)>,
    /// Those among them that the diary can't say yet: nothing stands in it, or only a correction of such a line. They stay as they are.
    kept: Vec<DateKey>,
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

/// Finds out what the config and the diary say together. `view` is that of the real clock, `now` when an edit is recorded; `resolve` reads a local time in the user's zone.
pub fn read(
    diary: &Diary,
    config: &Config,
    view: &View,
    now: DateTime<FixedOffset>,
    resolve: &dyn Fn(NaiveDateTime) -> DateTime<FixedOffset>,
) -> Result<Reading> {
    let mut reading = Reading {
        records: diary.iter().cloned().collect(),
        edits: Vec::new(),
        refused: Vec::new(),
        foreign: Vec::new(),
        kept: Vec::new(),
    };
    for (key, date) in [(DateKey::Breakup, &config.breakup), (DateKey::Since, &config.since)] {
        let Some(dated) = &date.dated else { continue };
        let (on, line) = (event_date(dated.written, resolve), date.line.as_deref());
        match origin(diary, key, on, line, &view.clock) {
            Origin::Hand => reading.take_edit(key, on, dated, config, view, now)?,
            // A contact alone opens no run, so a start that is not here still counts.
            Origin::Foreign => {
                reading.foreign.push((key, dated.place.clone()));
                let line = line.unwrap_or_default();
                let is_corrected = diary.iter().any(|record| record.replaces.as_ref().is_some_and(|id| id.as_str() == line));
                let stands = standing_kinds(diary).contains(&key);
                if !stands {
                    reading.records.push(stand_in(key, on, line));
                }
                reading.kept.extend((!stands || is_corrected).then_some(key));
            }
            Origin::Copy => {}
        }
    }
    Ok(reading)
}

impl Reading {
    pub fn snapshot(&self, config: &Config, view: &View) -> Snapshot {
        Snapshot::new(&self.records, config.settings.thresholds, view)
    }

    fn take_edit(
        &mut self,
        key: DateKey,
        on: EventDate,
        dated: &Dated,
        config: &Config,
        view: &View,
        now: DateTime<FixedOffset>,
    ) -> Result<()> {
        let clock = &view.clock;
        let before = self.snapshot(config, view);
        let moment = on.moment(clock);
        let drafts = refuse_future(moment, clock).and_then(|()| match key {
            DateKey::Breakup => breakup_drafts(&before, moment.day, false),
            DateKey::Since => start_draft(&before, None, on, moment, true).map(|draft| vec![draft]),
        });
        let records = match drafts {
            Ok(drafts) => append::records(drafts, append::next(now, self.records.iter()))?,
            Err(failure) => {
                self.refuse(key, failure, dated);
                return Ok(());
            }
        };
        let known = self.records.len();
        self.records.extend(records.iter().cloned());
        let after = self.snapshot(config, view);
        let checked = match key {
            DateKey::Breakup => check_breakup(&before, &after, moment.day, false).and_then(|()| check_closed_runs(&before, &after)),
            DateKey::Since => check_start(&before, &after, moment),
        };
        let is_lost = !falls(&before, &after).is_empty();
        let lifts = || {
            Failure::new("this date would end something that protects: what they asked for, or what they said")
                .hint(format!("`reconnect breakup {}` names it, and asks you", moment.day))
        };
        match checked.and_then(|()| if is_lost { Err(lifts()) } else { Ok(()) }) {
            Ok(()) => self.edits.extend(records.into_iter().map(|record| (key, record))),
            Err(failure) => {
                self.records.truncate(known);
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
        let target = |key: DateKey, date: Option<(EventDate, &Id)>| {
            let is_kept = self.kept.contains(&key) || still_refused.iter().any(|(refused, _)| *refused == key);
            (!is_kept).then(|| date.map(|(on, id)| (written(on), id.to_string())).unzip())
        };
        let breakup = snapshot.breakup.as_ref().map(|breakup| (EventDate::Day(breakup.day), breakup.record.line_id()));
        let opener = snapshot.opener.as_ref().filter(|_| snapshot.timeline.runs().open().is_some());
        let since = opener.map(|opener| (opener.on(), opener.line_id()));
        config.mirror([target(DateKey::Breakup, breakup), target(DateKey::Since, since)])
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

/// The dates of which the diary has a record that nobody took back.
fn standing_kinds(diary: &Diary) -> Vec<DateKey> {
    let records: Vec<_> = diary.iter().cloned().collect();
    let key = |record: ActiveRecord| match record.kind() {
        RecordKind::Breakup { .. } => Some(DateKey::Breakup),
        RecordKind::Start { .. } => Some(DateKey::Since),
        _ => None,
    };
    resolve(&records).filter_map(key).collect()
}

/// A record that stands in for the line that a foreign date was copied from, under that line's id. It is never written.
fn stand_in(key: DateKey, on: EventDate, line: &str) -> Rc<Record> {
    let kind = match key {
        DateKey::Breakup => RecordKind::Breakup { again: false },
        DateKey::Since => RecordKind::Start { moves: false },
    };
    let recorded_at = DateTime::UNIX_EPOCH.fixed_offset();
    Rc::new(Record { id: Id::from(line), on, recorded_at, replaces: None, with: None, kind, erased: false })
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
