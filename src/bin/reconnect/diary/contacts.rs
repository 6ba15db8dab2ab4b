//! The contacts of a history, newest first. Most of a long diary's are not held: they are read again from the ends of its files, in
//! which they stand day after day, and joined with those that the snapshot tells.

use std::collections::BTreeSet;
use std::io;
use std::iter::Peekable;
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, NaiveDate};
use reconnect::when::Clock;
use reconnect::{Effect, Moment};

use super::item::{Position, Present};
use super::lines::{Line, Lines};
use super::plain::Plain;
use super::reading::Backwards;
use super::record::{ContactFields, What};
use super::resolve::retracted;
use super::snapshot::{DatedRecord, Snapshot};
use super::{Id, On};

/// A contact with what it turned out to be.
#[derive(Debug)]
pub struct Contacted {
    position: Position,
    /// The id of its record.
    pub id: Id,
    /// When, as it was written.
    pub on: On,
    /// When, as it counts.
    pub moment: Moment,
    /// What it was.
    pub fields: ContactFields,
    /// What it turned out to be.
    pub effect: Effect,
}

/// Contacts that were passed over where they stand in their files day after day, so that they can be read again in order.
#[derive(Debug, Default)]
pub struct InOrder {
    /// The numbers of their ids.
    numbers: Vec<u64>,
    /// The file and the day of the last of them.
    last: Option<(usize, NaiveDate)>,
}

impl InOrder {
    /// Takes a contact of no earlier day than those of its file before it, and says whether it has. Files come one after the other.
    pub fn takes(&mut self, plain: &Plain<'_>, file: usize, clock: &Clock) -> bool {
        let (Some(day), id @ Id::Bits(_)) = (plain.day(clock), plain.id()) else { return false };
        let here = Some((file, day));
        let follows = here >= self.last;
        if follows {
            self.numbers.push(id.number());
            self.last = here;
        }
        follows
    }

    /// Whether one of them is there a second time. Asked once: what it took to know is then forgotten.
    pub fn has_doubles(&mut self, held: &[Line]) -> bool {
        let mut numbers = std::mem::take(&mut self.numbers);
        if numbers.is_empty() {
            return false;
        }
        numbers.extend(held.iter().map(|line| line.record.id.number()));
        numbers.sort_unstable();
        numbers.windows(2).any(|pair| pair.first() == pair.last())
    }

    /// Whether there are none.
    const fn is_empty(&self) -> bool {
        self.last.is_none()
    }
}

/// All of them that have happened by now.
#[derive(Debug)]
pub struct Contacts {
    /// Those that the snapshot tells, in order.
    told: Vec<DatedRecord>,
    /// Where the others stand.
    files: Vec<PathBuf>,
    /// Which are not among the others: they are told, they have not happened yet, or they were taken back.
    known: BTreeSet<Id>,
    clock: Clock,
    now: DateTime<FixedOffset>,
}

impl Contacts {
    /// The contacts of what [`Wanted::Contacts`](super::lines::Wanted::Contacts) has read.
    pub fn new(lines: Lines, snapshot: Snapshot, present: &Present<'_>) -> Self {
        let is_contact = |told: &DatedRecord| matches!(told.entry.what(), What::Contact(_));
        let told: Vec<DatedRecord> = snapshot.told.into_iter().filter(is_contact).collect();
        let mut known = retracted(&lines.records);
        known.extend(lines.contacts().into_iter().cloned());
        known.extend(told.iter().map(|told| told.entry.id().clone()));
        let mut files = if lines.in_order.is_empty() { Vec::new() } else { lines.files };
        files.retain(|file| lines.unreadable.iter().all(|(path, _)| path != file));
        Self { told, files, known, clock: present.clock, now: present.now }
    }

    /// Goes through them. What is recorded meanwhile may be among them.
    ///
    /// # Errors
    /// If a file can be read no more, at once or on the way.
    pub fn newest_first(&self) -> io::Result<impl Iterator<Item = io::Result<Contacted>>> {
        let told = self.told.iter().rev().filter_map(|told| self.told(told)).map(Ok);
        let mut sources = vec![source(told)];
        for path in &self.files {
            let failed = move |error: io::Error| io::Error::other(format!("could not read `{}`: {error}", path.display()));
            let Some(mut lines) = Backwards::open(path).map_err(failed)? else { continue };
            let next = move || lines.find_map(|line| self.passed_over(line)).map_err(failed).transpose();
            sources.push(source(std::iter::from_fn(next)));
        }
        Ok(NewestFirst { sources, day: Vec::new() })
    }

    fn told(&self, told: &DatedRecord) -> Option<Contacted> {
        let DatedRecord { entry, moment, effect, .. } = told;
        let What::Contact(fields) = entry.what() else { return None };
        let position = Position::of(*moment, entry.at(), &self.clock);
        Some(Contacted {
            position,
            id: entry.id().clone(),
            on: entry.on(),
            moment: *moment,
            fields: fields.clone(),
            effect: *effect,
        })
    }

    /// The contact on a line that was passed over. It ends no run and is no reach-out, or it would have been held.
    fn passed_over(&self, line: &[u8]) -> Option<Contacted> {
        let plain = Plain::of(std::str::from_utf8(line.trim_ascii()).ok()?)?;
        let record = plain.bearing().and_then(|_| plain.contact())?;
        let What::Contact(fields) = record.what else { return None };
        let (id, on, moment) = (record.id, record.on, record.on.moment(&self.clock));
        let position = Position::of(moment, record.at, &self.clock);
        let counts = position.has_come(moment, &self.clock, self.now) && !self.known.contains(&id);
        counts.then(|| Contacted { position, id, on, moment, fields, effect: Effect::default() })
    }
}

type Source<'c> = Peekable<Box<dyn Iterator<Item = io::Result<Contacted>> + 'c>>;

fn source<'c>(contacts: impl Iterator<Item = io::Result<Contacted>> + 'c) -> Source<'c> {
    (Box::new(contacts) as Box<dyn Iterator<Item = _>>).peekable()
}

/// Joins sources, each of which goes back day by day.
struct NewestFirst<'c> {
    sources: Vec<Source<'c>>,
    /// What is left of a day, the newest at the end.
    day: Vec<Contacted>,
}

impl Iterator for NewestFirst<'_> {
    type Item = io::Result<Contacted>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.day.is_empty() {
            if let Some(failed) = self.sources.iter_mut().find_map(|source| source.next_if(Result::is_err)) {
                return Some(failed);
            }
            let day = |contact: &Self::Item| contact.as_ref().ok().map(|contact| contact.moment.day);
            let latest = self.sources.iter_mut().filter_map(|source| source.peek().and_then(day)).max()?;
            for source in &mut self.sources {
                let of_the_day = std::iter::from_fn(|| source.next_if(|contact| day(contact) == Some(latest)));
                self.day.extend(of_the_day.flatten());
            }
            self.day.sort_by(|one, other| (one.position, &one.id).cmp(&(other.position, &other.id)));
        }
        self.day.pop().map(Ok)
    }
}
