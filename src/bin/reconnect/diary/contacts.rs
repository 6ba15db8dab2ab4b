//! The contacts of a history, newest first. Most of a long diary's are not held: they are read again from the ends of its files, in
//! which they stand day after day, and joined with those that the book tells.

use std::collections::BTreeSet;
use std::io;
use std::iter::Peekable;
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};
use reconnect::when::Clock;
use reconnect::{Effect, Moment};

use super::backwards::Backwards;
use super::book::{Book, Told};
use super::item::{Position, Present};
use super::lines::Lines;
use super::plain::Plain;
use super::record::{ContactFields, What};
use super::standing::retracted;
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

/// All of them that have happened by now.
#[derive(Debug)]
pub struct Contacts {
    /// Those that the book tells, in order.
    told: Vec<Told>,
    /// Where the others stand.
    files: Vec<PathBuf>,
    /// Which are not among the others: they are told, they have not happened yet, or they were taken back.
    known: BTreeSet<Id>,
    clock: Clock,
    now: DateTime<FixedOffset>,
}

impl Contacts {
    /// The contacts of what [`Wanted::Contacts`](super::lines::Wanted::Contacts) has read.
    pub fn new(lines: Lines, book: Book, present: &Present<'_>) -> Self {
        let is_contact = |told: &Told| matches!(told.entry.what(), What::Contact(_));
        let told: Vec<Told> = book.told.into_iter().filter(is_contact).collect();
        let mut known = retracted(&lines.records);
        known.extend(lines.contacts().into_iter().cloned());
        known.extend(told.iter().map(|told| told.entry.id().clone()));
        let mut files = if lines.passed_over + lines.words > 0 { lines.files } else { Vec::new() };
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

    fn told(&self, told: &Told) -> Option<Contacted> {
        let Told { entry, moment, effect, .. } = told;
        let What::Contact(fields) = entry.what() else { return None };
        let position = Position::of(entry.on(), entry.at(), &self.clock);
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
        let (id, on) = (record.id, record.on);
        let position = Position::of(on, record.at, &self.clock);
        let counts = position.has_come(on, &self.clock, self.now) && !self.known.contains(&id);
        counts.then(|| Contacted { position, id, on, moment: on.moment(&self.clock), fields, effect: Effect::default() })
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
