//! Counts, times in touch, contacts and check-ins, newest first, for people and programs.

use chrono::{NaiveDate, Weekday};
use reconnect::date::LongDate;
use reconnect::{Contact, ContactOutcome, Ending, InTouch, Moment, Run};
use serde::Serialize;
use serde_json::{Value, json};

use super::checkin;
use crate::model::period::{Checkin, Period};
use crate::store::diary::{ContactRecord, DatedRecord, EventDate, Id};
use crate::terminal::escape::{escape_control_lines, escape_controls};
use crate::terminal::page::Page;
use crate::terminal::style::Style;
use crate::words::{self, as_text, count, spoken};

/// What is said where nothing is shown: because there is nothing, or nothing any more.
pub const fn nothing(was_taken_back: bool) -> &'static str {
    if was_taken_back {
        "What was recorded was taken back. `reconnect start-no-contact` begins a count."
    } else {
        "Nothing is recorded yet. `reconnect start-no-contact` begins a count."
    }
}

pub const IN_BRACKETS: &str = "In brackets: the id that `reconnect undo` takes.";

/// For people: at most `limit` of each kind.
pub fn human(period: &Period<'_>, week_starts: Weekday, limit: usize, was_taken_back: bool, mut page: Page) -> String {
    let today = period.today;
    let (contacts, checkins): (Vec<_>, _) = (period.contacts().rev().collect(), period.checkins());
    let mut lines: Vec<_> = period.in_touch.iter().map(|touch| (touch.0, in_touch(*touch))).collect();
    // A count that began on the same day came after: one that ended that day would have lasted none.
    lines.extend(period.runs.iter().map(|run| (run.start.day, span(run, today))));
    lines.sort_by_key(|(begun, _)| *begun);
    if lines.is_empty() && contacts.is_empty() && checkins.is_empty() {
        page.paragraph(Style::Plain, nothing(was_taken_back));
        return page.finish();
    }
    if !lines.is_empty() {
        let all = lines.len();
        let mut lines: Vec<_> = lines.into_iter().rev().take(limit).map(|(_, line)| (Style::Plain, line)).collect();
        lines.extend(left_out(all, limit));
        page.rows("Counts", &lines);
    }
    let totals = period.totals;
    if totals.runs > 1 || !period.snapshot.timeline.runs().slip_days().is_empty() {
        let kept = words::kept(totals) + &this_chapter(period);
        let rest = if period.in_touch.is_empty() { "" } else { " Days in touch are left out." };
        let meaning = format!("A day of a count is kept if you didn't get in touch. Days without a count aren't.{rest}");
        page.rows("Kept", &[(Style::Plain, kept), (Style::Quiet, meaning)]);
    }
    if !contacts.is_empty() {
        let mut lines = Vec::new();
        for (dated, record) in contacts.iter().take(limit) {
            let what = words::named(&dated.counted());
            let id = escape_controls(&dated.record.id().short()).into_owned();
            lines.push((Style::Plain, format!("{}: {} ({id})", spoken(dated.moment), what + outcome(dated.outcome))));
            lines.extend(record.note.iter().map(|note| (Style::Plain, format!("note: {}", escape_control_lines(note)))));
        }
        lines.extend(left_out(contacts.len(), limit));
        lines.push((Style::Quiet, IN_BRACKETS.to_owned()));
        page.rows("Contacts", &lines);
    }
    let none = if page.is_linear() { "none" } else { "·" };
    if let Some([line, about]) = checkin::line(&checkins, today, week_starts, none) {
        page.rows("Check-ins", &[(Style::Plain, line), (Style::Quiet, about)]);
    }
    page.finish()
}

/// Where counts of an earlier chapter stand beside numbers that are of this one alone.
pub fn this_chapter(period: &Period<'_>) -> String {
    let breakup = period.snapshot.breakup.as_ref().filter(|_| !period.snapshot.timeline.earlier_runs().is_empty());
    breakup.map(|breakup| format!(", since the breakup on {}", LongDate(breakup.day))).unwrap_or_default()
}

fn span(run: &Run, today: NaiveDate) -> String {
    let (days, from) = (count(run.days(today), "day"), LongDate(run.start.day));
    let Some((end, ending)) = run.end else { return format!("{days}, since {}", spoken(run.start)) };
    format!("{days}, {from} to {}, then {}", LongDate(end.day), ending_words(ending))
}

pub const fn ending_words(ending: Ending) -> &'static str {
    match ending {
        Ending::Contact => "a contact",
        Ending::Chapter => "another breakup",
        Ending::Closed => "you closed it",
        Ending::InTouch => "in touch again",
    }
}

fn in_touch((begun, ended): InTouch) -> String {
    match ended {
        Some(ended) => format!("In touch, {} to {}", LongDate(begun), LongDate(ended)),
        None => format!("In touch, since {}", LongDate(begun)),
    }
}

/// What a contact turned out to be, behind its name.
pub const fn outcome(outcome: ContactOutcome) -> &'static str {
    match (outcome.ended_run, outcome.reach_out) {
        (true, true) => "; you reached out, and a new count began",
        (true, false) => "; a new count began",
        (false, true) => "; you reached out",
        (false, false) => "",
    }
}

fn left_out(count: usize, limit: usize) -> Option<(Style, String)> {
    let more = count.saturating_sub(limit);
    (more > 0).then(|| (Style::Quiet, format!("and {more} more; `--limit {count}` shows all")))
}

/// For programs. Structs, because a tree of 20,000 contacts takes longer to build than to print.
#[derive(Serialize)]
pub struct History<'s> {
    today: NaiveDate,
    pub runs: Vec<RunFields>,
    pub in_touch: Vec<Value>,
    pub contacts: Vec<ContactFields<'s>>,
    pub checkins: Vec<Checkin<'s>>,
}

#[derive(Serialize)]
pub struct RunFields {
    #[serde(serialize_with = "as_text")]
    since: Moment,
    until: Option<String>,
    days: u32,
    ended_by: Option<Ending>,
}

#[derive(Serialize)]
pub struct ContactFields<'s> {
    id: &'s Id,
    #[serde(serialize_with = "as_text")]
    on: EventDate,
    day: NaiveDate,
    #[serde(flatten)]
    contact: Contact,
    ended_run: bool,
    reach_out: bool,
    note: Option<&'s str>,
}

impl<'s> History<'s> {
    pub fn of(period: &Period<'s>) -> Self {
        let run = |run: &Run| {
            let (until, ended_by) = run.end.map(|(end, ending)| (end.to_string(), ending)).unzip();
            RunFields { since: run.start, until, days: run.days(period.today), ended_by }
        };
        let contact = |(dated, record): (&'s DatedRecord, &'s ContactRecord)| {
            let (mut contact, outcome) = (record.contact, dated.outcome);
            // Whether it counted, not whether it was said.
            contact.in_touch = outcome.in_touch;
            let (id, on, note) = (dated.record.id(), dated.record.on(), record.note.as_deref());
            let (ended_run, reach_out) = (outcome.ended_run, outcome.reach_out);
            ContactFields { id, on, day: dated.moment.day, contact, ended_run, reach_out, note }
        };
        let in_touch = period.in_touch.iter().rev();
        Self {
            today: period.today,
            runs: period.runs.iter().rev().map(run).collect(),
            in_touch: in_touch.map(|(since, until)| json!({ "since": since, "until": until })).collect(),
            contacts: period.contacts().rev().map(contact).collect(),
            checkins: period.checkins().into_iter().rev().collect(),
        }
    }
}
