//! `history --all`: everything that the diary holds, in order, each with its id. Texts by their first words.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use serde::Serialize;

use super::history::{IN_BRACKETS, nothing, outcome};
use super::letters;
use crate::model::labels::Labels;
use crate::model::notebook::Notebook;
use crate::model::period::Period;
use crate::model::urges::{Fate, Urge, UrgeStats};
use crate::store::diary::resolve::ActiveRecord;
use crate::store::diary::{EventDate, Id, RecordKind, Snapshot};
use crate::store::letters::Letter;
use crate::terminal::escape::escape_controls;
use crate::terminal::page::Page;
use crate::terminal::style::Style;
use crate::terminal::wrap::{TWO_LINES, start_of};
use crate::words::{self, as_text, count, trigger_words, when};

/// What was asked for, and the letters. Those that were opened have their text.
pub struct Asked {
    pub find: Option<String>,
    pub notes: bool,
    pub letters: HashMap<Id, (Letter, Option<String>)>,
    pub labels: Labels,
    /// The records of dates that only the config holds. They have no id to take back by.
    pub unrecorded: HashSet<Id>,
}

#[derive(Serialize)]
pub struct Everything<'s> {
    today: NaiveDate,
    /// The oldest first; what is dated after today comes last.
    entries: Vec<Entry<'s>>,
}

#[derive(Serialize)]
struct Entry<'s> {
    id: Option<&'s Id>,
    #[serde(serialize_with = "as_text")]
    on: EventDate,
    kind: &'static str,
    what: String,
    /// The first words of a text, or the line that holds what was looked for.
    title: Option<String>,
    note: Option<&'s str>,
    ahead: bool,
    #[serde(skip)]
    has_note: bool,
}

const FIRST_WORDS: usize = 9;

impl<'s> Everything<'s> {
    pub fn of(snapshot: &'s Snapshot, asked: &'s Asked) -> Self {
        let names = Names {
            asked,
            today: snapshot.today(),
            notebook: Notebook::of(snapshot),
            urges: UrgeStats::of(snapshot).urges.into_iter().map(|urge| (urge.id, urge)).collect(),
            checkins: Period::all(snapshot).checkins().into_iter().map(|checkin| checkin.id).collect(),
        };
        let happened =
            snapshot.records.iter().map(|dated| (&dated.record, words::named(&dated.counted()), false, outcome(dated.outcome)));
        let ahead = snapshot.ahead.iter().map(|record| (record, words::named(record.kind()), true, "; not yet"));
        let entries = happened.chain(ahead).filter_map(|(record, what, ahead, behind)| names.entry(record, what, ahead, behind));
        Self { today: snapshot.today(), entries: entries.collect() }
    }

    /// For people: at most the latest `limit`.
    pub fn human(&self, find: Option<&str>, limit: usize, was_taken_back: bool, mut page: Page) -> String {
        let earlier = self.entries.len().saturating_sub(limit);
        if earlier > 0 {
            page.paragraph(Style::Plain, &format!("{} before these.", words::entries(earlier)));
        }
        for entry in self.entries.iter().skip(earlier) {
            let id = entry.id.map_or("in the config".to_owned(), |id| escape_controls(&id.short()).into_owned());
            page.lines(Style::Plain, 0, &format!("{}: {} ({id})", when(entry.on), entry.what));
            for text in entry.title.iter().map(String::as_str).chain(entry.note) {
                page.user_text(Style::Plain, 4, "", text);
            }
        }
        if self.entries.is_empty() {
            let not_found = |find| format!("No text holds `{}`. Sealed letters aren't searched.", escape_controls(find));
            page.paragraph(Style::Plain, &find.map_or(nothing(was_taken_back).to_owned(), not_found));
        } else {
            page.paragraph(Style::Quiet, IN_BRACKETS);
        }
        let hidden = self.entries.iter().filter(|entry| entry.has_note && entry.note.is_none()).count();
        if hidden > 0 {
            page.lines(Style::Quiet, 0, &format!("{} left out; `--notes` shows them.", count(hidden, "note")));
        }
        page.finish()
    }
}

struct Names<'s> {
    asked: &'s Asked,
    today: NaiveDate,
    notebook: Notebook<'s>,
    urges: HashMap<&'s Id, Urge<'s>>,
    checkins: HashSet<&'s Id>,
}

impl<'s> Names<'s> {
    /// `None` where its text doesn't hold what was looked for.
    fn entry(&self, record: &'s ActiveRecord, what: String, ahead: bool, behind: &str) -> Option<Entry<'s>> {
        let (mut text, mut note) = (None, None);
        match record.kind() {
            RecordKind::Contact(contact) => note = contact.note.as_deref(),
            RecordKind::Checkin { note: known, .. } => note = known.as_deref(),
            RecordKind::Notebook(entry) => text = Some(entry.text.as_str()).filter(|text| !text.is_empty()),
            RecordKind::Letter { .. } => text = self.asked.letters.get(record.id()).and_then(|(_, text)| text.as_deref()),
            _ => {}
        }
        let find = self.asked.find.as_deref().map(str::to_lowercase);
        let holds = |text: &str| find.as_ref().is_none_or(|find| text.to_lowercase().contains(find));
        if find.is_some() && !text.into_iter().chain(note).any(holds) {
            return None;
        }
        let title = text.map(|text| match text.lines().find(|line| !line.trim().is_empty() && holds(line)) {
            Some(line) if find.is_some() => line.to_owned(),
            line => first_words(line.unwrap_or_default(), text),
        });
        let what = format!("{}{behind}", self.what(record, what));
        let (has_note, note) = (note.is_some(), note.filter(|_| self.asked.notes));
        let id = Some(record.id()).filter(|id| !self.asked.unrecorded.contains(id));
        Some(Entry { id, on: record.on(), kind: record.kind().name(), what, title, note, ahead, has_note })
    }

    fn what(&self, record: &ActiveRecord, what: String) -> String {
        let id = record.id();
        match record.kind() {
            RecordKind::Checkin { mood, .. } => {
                let later = if self.checkins.contains(id) { "" } else { "; a later one of that day counts" };
                format!("a check-in, {mood} of 5{later}")
            }
            RecordKind::Urge { trigger, strength, .. } => {
                let fate = match self.urges.get(id).map(|urge| urge.fate) {
                    Some(Fate::NotSent) => ", not sent",
                    Some(Fate::Sent) => ", and you wrote",
                    Some(Fate::Friend) => ", and you needed a friend",
                    None => "",
                };
                let trigger = trigger.map(|trigger| format!("; {}", trigger_words(trigger))).unwrap_or_default();
                let strength = strength.map(|strength| format!("; strength {strength} of 5")).unwrap_or_default();
                format!("an urge{fate}{trigger}{strength}")
            }
            RecordKind::Notebook(_) => self.in_notebook(id),
            RecordKind::Done { of } => format!("{} marked as done", self.in_notebook(of)),
            RecordKind::Letter { .. } => self.letter(id, true),
            RecordKind::LetterOpened { of, .. } => format!("{} opened", self.letter(of, false)),
            RecordKind::LetterErased { of } => format!("{} erased", self.letter(of, false)),
            _ => what,
        }
    }

    fn in_notebook(&self, id: &Id) -> String {
        let Some(entry) = self.notebook.get(id) else { return "a notebook entry".to_owned() };
        let paper = if entry.text.paper { ", on paper" } else { "" };
        format!("{} {}{paper}", entry.kind().id(), self.notebook.label(entry))
    }

    fn letter(&self, id: &Id, with_state: bool) -> String {
        let Some((letter, _)) = self.asked.letters.get(id) else { return "a letter".to_owned() };
        let label = format!("letter {}", self.asked.labels.label(letter.n, id));
        if with_state { format!("{label}, {}", letters::state(letter, self.today)) } else { label }
    }
}

/// Of a text without spaces, its first characters.
fn first_words(line: &str, text: &str) -> String {
    let words: Vec<&str> = line.split_inclusive(char::is_whitespace).collect();
    let first = words.iter().take(FIRST_WORDS).copied().collect::<String>();
    if let Some(start) = start_of(&first, TWO_LINES) {
        return format!("{start} …");
    }
    if words.len() > FIRST_WORDS || text.trim().len() > line.trim().len() { format!("{} …", first.trim_end()) } else { first }
}
