//! The two dates in the config, and where they came from: copies of diary lines, edits by hand, or copies of lines that are not
//! here.
//!
//! The diary is the truth. `recorded` in the config names the line that each date was copied from, so that an old copy is never
//! taken for an edit.

use std::rc::Rc;

use chrono::{DateTime, FixedOffset};
use reconnect::date::{Clock, ParsedDate, Zone};

use crate::error::{Failure, Place, Result};
use crate::store::config::{Config, Mirrored};
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
    pub foreign: Vec<Place>,
    /// Those among them that the diary can't say yet: nothing stands in it, or only a correction of such a line. They stay as they are.
    kept: Vec<DateKey>,
    /// Whether such a date is all that is known of its kind: then their word may be missing with its line.
    pub is_without_its_diary: bool,
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

    /// What the config shows of a snapshot: the date, and the line that says it.
    pub fn date_in(self, snapshot: &Snapshot) -> Option<(EventDate, &Id)> {
        match self {
            Self::Breakup => snapshot.breakup.as_ref().map(|known| (EventDate::Day(known.day), known.record.line_id())),
            Self::Since => snapshot.opener.as_ref().map(|opener| (opener.on(), opener.line_id())),
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

/// Finds out what the config and the diary say together. `view` is that of the real clock, `now` when an edit is recorded, and `zone`
/// the user's, for a time without an offset.
pub fn read(diary: &Diary, config: &Config, view: &View, now: DateTime<FixedOffset>, zone: &dyn Zone) -> Reading {
    let records = diary.iter().cloned().collect();
    let mut reading = Reading {
        records,
        edits: Vec::new(),
        refused: Vec::new(),
        foreign: Vec::new(),
        kept: Vec::new(),
        is_without_its_diary: false,
    };
    let mut edited = Vec::new();
    for (key, date) in [(DateKey::Breakup, &config.breakup), (DateKey::Since, &config.since)] {
        let Some(dated) = &date.dated else { continue };
        let (on, line) = (event_date(dated.written, zone), date.line.as_deref());
        match origin(diary, key, on, line, &view.clock) {
            Origin::Copy => {}
            Origin::Hand => edited.push((key, on, &dated.place)),
            // A contact alone opens no run, so a start that is not here still counts.
            Origin::Foreign => {
                reading.foreign.push(dated.place.clone());
                let line = line.unwrap_or_default();
                let is_corrected = diary.iter().any(|record| record.replaces.as_ref().is_some_and(|id| id.as_str() == line));
                let stands = stands(diary, key);
                if !stands {
                    reading.records.push(stand_in(key, on, line));
                    reading.is_without_its_diary = true;
                }
                reading.kept.extend((!stands || is_corrected).then_some(key));
            }
        }
    }
    // A later breakup may fit only the start that was edited with it.
    loop {
        reading.refused.clear();
        let judged = edited.len();
        edited.retain(|(key, on, place)| {
            let refused = reading.take_edit(*key, *on, config, view, now).err();
            let hint = || format!("the diary counts until you mend `{}`", key.name());
            reading.refused.extend(refused.map(|failure| (*key, failure.at(Place::clone(place)).hint(hint()))));
            reading.refused.last().is_some_and(|(refused, _)| refused == key)
        });
        if edited.is_empty() || edited.len() == judged {
            return reading;
        }
    }
}

impl Reading {
    pub fn snapshot(&self, config: &Config, view: &View) -> Snapshot {
        Snapshot::new(&self.records, config.settings.thresholds, view)
    }

    /// Takes an edit by hand as the records that it stands for, or says why it can't be true.
    fn take_edit(&mut self, key: DateKey, on: EventDate, config: &Config, view: &View, now: DateTime<FixedOffset>) -> Result<()> {
        let before = self.snapshot(config, view);
        let moment = on.moment(&view.clock);
        refuse_future(moment, &view.clock)?;
        let drafts = match key {
            DateKey::Breakup => breakup_drafts(&before, moment.day, false)?,
            DateKey::Since => vec![start_draft(&before, None, on, moment, true)?],
        };
        let records = append::records(drafts, append::next(now, self.records.iter()))?;
        let with_edit = [self.records.as_slice(), &records].concat();
        let after = Snapshot::new(&with_edit, config.settings.thresholds, view);
        match key {
            DateKey::Breakup => {
                check_breakup(&before, &after, moment.day, false)?;
                check_closed_runs(&before, &after)?;
            }
            DateKey::Since => check_start(&before, &after, moment)?,
        }
        if !falls(&before, &after).is_empty() {
            let ends = "this date would end something that protects: what they asked for, or what they said";
            return Err(Failure::new(ends).hint(format!("`reconnect breakup {}` names it, and asks you", moment.day)));
        }
        self.records = with_edit;
        self.edits.extend(records.into_iter().map(|record| (key, record)));
        Ok(())
    }

    /// Writes the two current dates of a snapshot into the config. The dates of some keys stay as the user wrote them, and so does a
    /// foreign date that still counts.
    pub fn write(&self, config: &Config, snapshot: &Snapshot, users: &[DateKey]) -> Result<()> {
        let target = |key: DateKey, written_there: Mirrored| {
            let is_kept = self.kept.contains(&key) || users.contains(&key);
            if is_kept { written_there } else { key.date_in(snapshot).map(|(on, id)| (written(on), id.to_string())).unzip() }
        };
        let [breakup, since] = config.mirrored();
        config.mirror(&[target(DateKey::Breakup, breakup), target(DateKey::Since, since)])
    }
}

/// Where a date came from. Without `recorded` (a config of 0.1.0, or one that the user wrote) a date that no standing record holds is
/// an edit.
fn origin(diary: &Diary, key: DateKey, on: EventDate, line: Option<&str>, clock: &Clock) -> Origin {
    // Of a breakup only the day counts, even where its record or the config has a time.
    let day = |on: EventDate| on.moment(clock).day;
    let is_same = |known: EventDate| known == on || key == DateKey::Breakup && day(known) == day(on);
    let is_copy = match line.map(|line| diary.get(&Id::from(line))) {
        Some(None) => return Origin::Foreign,
        Some(Some(placed)) => is_same(placed.record.on),
        None => standing(diary).any(|record| {
            let is_contact =
                key == DateKey::Since && matches!(record.kind(), RecordKind::Contact(known) if known.contact.ends_run());
            is_same(record.on()) && (is_contact || says(&record, key))
        }),
    };
    if is_copy { Origin::Copy } else { Origin::Hand }
}

/// Whether the diary has a record of this date that nobody took back.
fn stands(diary: &Diary, key: DateKey) -> bool {
    standing(diary).any(|record| says(&record, key))
}

/// The records that nobody took back, as they were corrected.
fn standing(diary: &Diary) -> impl Iterator<Item = ActiveRecord> {
    let records: Vec<_> = diary.iter().cloned().collect();
    resolve(&records).collect::<Vec<_>>().into_iter()
}

fn says(record: &ActiveRecord, key: DateKey) -> bool {
    match key {
        DateKey::Breakup => matches!(record.kind(), RecordKind::Breakup { .. }),
        DateKey::Since => matches!(record.kind(), RecordKind::Start { .. }),
    }
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

/// A date as an event's date; a time without an offset is one of this zone.
pub fn event_date(written: ParsedDate, zone: &dyn Zone) -> EventDate {
    let Some(time) = written.time else { return EventDate::Day(written.date) };
    let local = written.date.and_time(time);
    EventDate::Time(match written.offset {
        Some(offset) => DateTime::from_naive_utc_and_offset(local - offset, offset),
        None => zone.resolve(local),
    })
}

fn written(on: EventDate) -> ParsedDate {
    match on {
        EventDate::Day(day) => day.into(),
        EventDate::Time(at) => ParsedDate { date: at.date_naive(), time: Some(at.time()), offset: Some(*at.offset()) },
    }
}
