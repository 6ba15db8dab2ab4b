//! Runs and contacts, for people, programs and spreadsheets.

use std::cell::RefCell;
use std::io::{self, Write};

use chrono::NaiveDate;
use reconnect::when::Spoken;
use reconnect::{Effect, Ending, Run, Via, Who};
use serde::ser::{Error as _, SerializeSeq};
use serde::{Serialize, Serializer};

use super::event;
use super::json::{self, SCHEMA};
use super::sheet::Sheet;
use super::status::spoken;
use crate::diary::contacts::{Contacted, Contacts};
use crate::diary::{Id, On};
use crate::text::escape;
use crate::text::page::Page;
use crate::text::style::Style;
use crate::words::{self, days, fill};

/// All of it.
#[derive(Debug)]
pub struct History {
    /// Today.
    pub today: NaiveDate,
    /// The runs, newest first.
    pub runs: Vec<Run>,
    /// The contacts.
    pub contacts: Contacts,
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
    day: On,
    who: Who,
    via: Via,
    reply: bool,
    logistics: bool,
    ended_run: bool,
    reach_out: bool,
    note: Option<&'b str>,
}

#[derive(Serialize)]
struct HistoryJson<C: Serialize> {
    schema: u32,
    today: NaiveDate,
    runs: Vec<RunJson>,
    contacts: C,
}

/// Contacts, each made as it is written: there may be many.
struct Each<C>(RefCell<C>);

impl<C: Iterator<Item = io::Result<Contacted>>> Serialize for Each<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut contacts = serializer.serialize_seq(None)?;
        for contact in &mut *self.0.borrow_mut() {
            let Contacted { id, on, moment, fields, effect, .. } = &contact.map_err(S::Error::custom)?;
            contacts.serialize_element(&ContactJson {
                id,
                on: *on,
                day: On::Day(moment.day),
                who: fields.who,
                via: fields.via,
                reply: fields.reply,
                logistics: fields.logistics,
                ended_run: effect.ended_run,
                reach_out: effect.reach_out,
                note: fields.note.as_deref(),
            })?;
        }
        contacts.end()
    }
}

/// The widest bar.
const BAR: usize = 24;

/// For people: at most `limit` of each; `numbers` is the line with the three.
///
/// # Errors
/// If the diary can be read no more.
pub fn human(history: &History, numbers: Option<String>, limit: usize, mut page: Page) -> io::Result<String> {
    let longest = history.runs.iter().map(|run| run.days(history.today)).max().unwrap_or(0);
    let mut runs = Vec::new();
    for run in history.runs.iter().take(limit) {
        let length = run.days(history.today);
        runs.push((Style::Plain, span(run)));
        runs.push((Style::Accent, format!("{} {}", bar(length, longest), days(length))));
    }
    runs.extend(left_out(history.runs.len(), limit));

    let (mut contacts, mut count) = (Vec::new(), 0);
    for contact in history.contacts.newest_first()? {
        let Contacted { id, moment, fields, effect, .. } = contact?;
        count += 1;
        if count <= limit {
            contacts.push((Style::Plain, format!("{}  {}", id.short(), spoken(moment))));
            contacts.push((Style::Quiet, format!("{}{}", event::contact(&fields), outcome(effect))));
            contacts.extend(fields.note.iter().map(|note| (Style::Plain, escape::escape_control_lines(note))));
        }
    }
    contacts.extend(left_out(count, limit));

    if history.runs.is_empty() && count == 0 {
        page.paragraph(Style::Plain, words::HISTORY_EMPTY);
        return Ok(page.finish());
    }
    if !history.runs.is_empty() {
        page.row(words::HISTORY_RUNS, &runs);
    }
    if let Some(numbers) = numbers {
        page.row(words::HISTORY_DAYS, &[(Style::Plain, numbers), (Style::Quiet, words::HISTORY_KEPT.to_owned())]);
    }
    if count > 0 {
        page.row(words::HISTORY_CONTACTS, &contacts);
    }
    Ok(page.finish())
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

fn left_out(count: usize, limit: usize) -> Option<(Style, String)> {
    let more = count.saturating_sub(limit);
    (more > 0).then(|| (Style::Quiet, fill(words::HISTORY_MORE, &[("more", &more), ("all", &count)])))
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
/// What the writer says, or that the diary can be read no more.
pub fn json(history: &History, mut out: impl Write) -> io::Result<()> {
    let run = |run: &Run| RunJson {
        since: run.start.to_string(),
        until: run.end.map(|(end, _)| end.to_string()),
        days: run.days(history.today),
        ended_by: run.end.map(|(_, ending)| ending_id(ending)),
    };
    let contacts = Each(RefCell::new(history.contacts.newest_first()?));
    let runs = history.runs.iter().map(run).collect();
    json::write(&HistoryJson { schema: SCHEMA, today: history.today, runs, contacts }, &mut out)
}

/// For spreadsheets: all of it, a line a run or contact.
///
/// # Errors
/// What the writer says, or that the diary can be read no more.
pub fn csv(history: &History, out: impl Write) -> io::Result<()> {
    let names = ["what", "from", "to", "days", "who", "via", "reply", "logistics", "ended_run", "reach_out", "id", "note"];
    let mut sheet = Sheet::new(out, &names)?;
    for run in &history.runs {
        let end = run.end.map(|(end, _)| end.to_string()).unwrap_or_default();
        sheet.row(&["run", &run.start.to_string(), &end, &run.days(history.today).to_string(), "", "", "", "", "", "", "", ""])?;
    }
    for contact in history.contacts.newest_first()? {
        let Contacted { id, on, fields, effect, .. } = contact?;
        let yes = |flag: bool| if flag { "yes" } else { "" };
        sheet.row(&[
            "contact",
            &on.to_string(),
            "",
            "",
            fields.who.id(),
            fields.via.id(),
            yes(fields.reply),
            yes(fields.logistics),
            yes(effect.ended_run),
            yes(effect.reach_out),
            &id.to_string(),
            fields.note.as_deref().unwrap_or_default(),
        ])?;
    }
    sheet.finish()
}
