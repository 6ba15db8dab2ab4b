//! Runs and contacts, for people, programs and spreadsheets.

use std::io::{self, Write};

use chrono::NaiveDate;
use reconnect::when::Spoken;
use reconnect::{Effect, Ending, Run, Via, Who};
use serde::{Serialize, Serializer};

use super::json::{self, SCHEMA};
use super::page::{Page, Tone};
use super::status::spoken;
use super::{event, inert, sheet};
use crate::diary::book::Told;
use crate::diary::record::ContactFields;
use crate::diary::{Id, On};
use crate::error::Result;
use crate::words::{self, days, fill};

/// All of it, newest first.
#[derive(Debug)]
pub struct History<'b> {
    /// Today.
    pub today: NaiveDate,
    /// The runs.
    pub runs: Vec<Run>,
    /// The contacts.
    pub contacts: Vec<ContactLine<'b>>,
}

/// A contact with what it turned out to be.
#[derive(Debug)]
pub struct ContactLine<'b> {
    /// When it was, and what it turned out to be.
    pub told: &'b Told,
    /// What it was.
    pub fields: &'b ContactFields,
}

/// A run, for programs.
#[derive(Serialize)]
struct RunJson {
    since: String,
    until: Option<String>,
    days: i64,
    ended_by: Option<&'static str>,
}

/// A contact, for programs.
#[derive(Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a field of the contract")]
struct ContactJson<'b> {
    id: &'b Id,
    on: On,
    day: NaiveDate,
    who: Who,
    via: Via,
    reply: bool,
    logistics: bool,
    ended_run: bool,
    reach_out: bool,
    note: Option<&'b str>,
}

#[derive(Serialize)]
struct HistoryJson<'b> {
    schema: u32,
    today: NaiveDate,
    runs: Vec<RunJson>,
    contacts: Contacts<'b>,
}

/// The contacts, each made as it is written: there may be many.
struct Contacts<'b>(&'b [ContactLine<'b>]);

impl Serialize for Contacts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|ContactLine { told, fields }| ContactJson {
            id: told.entry.id(),
            on: told.entry.on(),
            day: told.moment.day,
            who: fields.who,
            via: fields.via,
            reply: fields.reply,
            logistics: fields.logistics,
            ended_run: told.effect.ended_run,
            reach_out: told.effect.reach_out,
            note: fields.note.as_deref(),
        }))
    }
}

/// The widest bar.
const BAR: usize = 24;

/// For people: at most `limit` of each; `numbers` is the line with the three.
pub fn human(history: &History<'_>, numbers: Option<String>, limit: usize, mut page: Page) -> String {
    if history.runs.is_empty() && history.contacts.is_empty() {
        page.paragraph(Tone::Plain, words::HISTORY_EMPTY);
        return page.finish();
    }
    let longest = history.runs.iter().map(|run| run.days(history.today)).max().unwrap_or(0);
    let mut lines = Vec::new();
    for run in history.runs.iter().take(limit) {
        let length = run.days(history.today);
        lines.push((Tone::Plain, span(run)));
        lines.push((Tone::Accent, format!("{} {}", bar(length, longest), days(length))));
    }
    lines.extend(left_out(history.runs.len(), limit));
    if !history.runs.is_empty() {
        page.row(words::HISTORY_RUNS, &lines);
    }
    if let Some(numbers) = numbers {
        page.row(words::HISTORY_DAYS, &[(Tone::Plain, numbers), (Tone::Quiet, words::HISTORY_KEPT.to_owned())]);
    }
    let mut lines = Vec::new();
    for contact in history.contacts.iter().take(limit) {
        lines.push((Tone::Plain, format!("{}  {}", contact.told.entry.id().short(), spoken(contact.told.moment))));
        lines.push((Tone::Quiet, format!("{}{}", event::contact(contact.fields), outcome(contact.told.effect))));
        lines.extend(contact.fields.note.iter().map(|note| (Tone::Plain, inert::inert_lines(note))));
    }
    lines.extend(left_out(history.contacts.len(), limit));
    if !history.contacts.is_empty() {
        page.row(words::HISTORY_CONTACTS, &lines);
    }
    page.finish()
}

fn span(run: &Run) -> String {
    match run.end {
        None => fill(words::HISTORY_OPEN, &[("from", &Spoken(run.start.day))]),
        Some((end, ending)) => {
            let template = match ending {
                Ending::Contact => words::HISTORY_BY_CONTACT,
                Ending::Closed => words::HISTORY_CLOSED,
                Ending::Chapter => words::HISTORY_CHAPTER,
            };
            fill(template, &[("from", &Spoken(run.start.day)), ("to", &Spoken(end.day))])
        }
    }
}

fn bar(length: i64, longest: i64) -> String {
    let widest = i64::try_from(BAR).unwrap_or(1);
    let columns = if longest == 0 { 1 } else { (length * widest / longest).clamp(1, widest) };
    "━".repeat(usize::try_from(columns).unwrap_or(1))
}

/// What a contact turned out to be, behind its name.
pub fn outcome(effect: Effect) -> String {
    let parts = [(effect.ended_run, words::HISTORY_NEW_RUN), (effect.reach_out, words::HISTORY_REACH_OUT)];
    parts.iter().filter(|(holds, _)| *holds).map(|(_, text)| *text).collect()
}

fn left_out(count: usize, limit: usize) -> Option<(Tone, String)> {
    let more = count.saturating_sub(limit);
    (more > 0).then(|| (Tone::Quiet, fill(words::HISTORY_MORE, &[("more", &more), ("all", &count)])))
}

const fn ending_id(ending: Ending) -> &'static str {
    match ending {
        Ending::Contact => "contact",
        Ending::Closed => "closed",
        Ending::Chapter => "chapter",
    }
}

/// For programs: all of it.
///
/// # Errors
/// What the writer says.
pub fn json(history: &History<'_>, mut out: impl Write) -> io::Result<()> {
    let run = |run: &Run| RunJson {
        since: run.start.to_string(),
        until: run.end.map(|(end, _)| end.to_string()),
        days: run.days(history.today),
        ended_by: run.end.map(|(_, ending)| ending_id(ending)),
    };
    let contacts = Contacts(&history.contacts);
    let runs = history.runs.iter().map(run).collect();
    json::write(&HistoryJson { schema: SCHEMA, today: history.today, runs, contacts }, &mut out)
}

/// For spreadsheets: all of it, a line a run or contact.
///
/// # Errors
/// If the table cannot be written.
pub fn csv(history: &History<'_>) -> Result<String> {
    let mut sheet = sheet::Sheet::new(&[
        "what",
        "from",
        "to",
        "days",
        "who",
        "via",
        "reply",
        "logistics",
        "ended_run",
        "reach_out",
        "id",
        "note",
    ])?;
    for run in &history.runs {
        let end = run.end.map(|(end, _)| end.to_string()).unwrap_or_default();
        sheet.row(&["run", &run.start.to_string(), &end, &run.days(history.today).to_string(), "", "", "", "", "", "", "", ""])?;
    }
    for contact in &history.contacts {
        let fields = contact.fields;
        let yes = |flag: bool| if flag { "yes" } else { "" };
        sheet.row(&[
            "contact",
            &contact.told.entry.on().to_string(),
            "",
            "",
            fields.who.id(),
            fields.via.id(),
            yes(fields.reply),
            yes(fields.logistics),
            yes(contact.told.effect.ended_run),
            yes(contact.told.effect.reach_out),
            &contact.told.entry.id().to_string(),
            fields.note.as_deref().unwrap_or_default(),
        ])?;
    }
    sheet.finish()
}
