//! Counts, times in touch, contacts and check-ins, newest first, for people and programs.

use std::fmt::Display;

use chrono::{NaiveDate, Weekday};
use reconnect::date::LongDate;
use reconnect::{ContactOutcome, Ending, InTouch, Moment, Run, Via, Who};
use serde::{Serialize, Serializer};

use super::checkin;
use crate::model::period::{Checkin, Period};
use crate::store::diary::{EventDate, Id};
use crate::terminal::escape::{escape_control_lines, escape_controls};
use crate::terminal::page::Page;
use crate::terminal::style::Style;
use crate::words::{self, count, spoken};

/// For people: at most `limit` of each kind.
pub fn human(period: &Period<'_>, week_starts: Weekday, limit: usize, mut page: Page) -> String {
    let today = period.today;
    let (contacts, checkins): (Vec<_>, _) = (period.contacts().rev().collect(), period.checkins());
    let mut lines: Vec<_> = period.in_touch.iter().map(|touch| (touch.0, in_touch(*touch))).collect();
    // A count that began on the same day came after: one that ended that day would have lasted none.
    lines.extend(period.runs.iter().map(|run| (run.start.day, span(run, today))));
    lines.sort_by_key(|(begun, _)| *begun);
    if lines.is_empty() && contacts.is_empty() && checkins.is_empty() {
        page.paragraph(Style::Plain, "Nothing is recorded yet. `reconnect start-no-contact` begins a count.");
        return page.finish();
    }
    if !lines.is_empty() {
        let all = lines.len();
        let mut lines: Vec<_> = lines.into_iter().rev().take(limit).map(|(_, line)| (Style::Plain, line)).collect();
        lines.extend(left_out(all, limit));
        page.row("Counts", &lines);
    }
    let totals = period.totals;
    if totals.runs > 1 || !period.snapshot.timeline.runs().slip_days().is_empty() {
        let (total, longest) = (count(totals.total_days, "day"), count(totals.longest_days, "day"));
        let kept = format!("{} of {total}, longest {longest}", totals.kept_days);
        let rest = if period.in_touch.is_empty() { "" } else { " Days in touch are left out." };
        let meaning = format!("A day counts as kept if you didn't get in touch.{rest}");
        page.row("Kept", &[(Style::Plain, kept), (Style::Quiet, meaning)]);
    }
    if !contacts.is_empty() {
        let mut lines = Vec::new();
        for (dated, record) in contacts.iter().take(limit) {
            let what = words::contact(record.contact);
            let id = escape_controls(&dated.record.id().short()).into_owned();
            lines.push((Style::Plain, format!("{}: {what}{} ({id})", spoken(dated.moment), outcome(dated.outcome))));
            lines.extend(record.note.iter().map(|note| (Style::Plain, format!("note: {}", escape_control_lines(note)))));
        }
        lines.extend(left_out(contacts.len(), limit));
        lines.push((Style::Quiet, "In brackets: the id that `reconnect undo` takes.".to_owned()));
        page.row("Contacts", &lines);
    }
    let none = if page.is_linear() { "none" } else { "·" };
    if let Some([line, about]) = checkin::line(&checkins, today, week_starts, none) {
        page.row("Check-ins", &[(Style::Plain, line), (Style::Quiet, about)]);
    }
    page.finish()
}

fn span(run: &Run, today: NaiveDate) -> String {
    let (days, from) = (count(run.days(today), "day"), LongDate(run.start.day));
    let Some((end, ending)) = run.end else { return format!("{days}, since {}", spoken(run.start)) };
    let how = match ending {
        Ending::Contact => "until a contact",
        Ending::Chapter => "until the next breakup",
        Ending::Closed => "then closed",
        Ending::InTouch => "then in touch again",
    };
    format!("{days}, {from} to {}, {how}", LongDate(end.day))
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
    runs: Vec<RunFields>,
    in_touch: Vec<TouchFields>,
    contacts: Vec<ContactFields<'s>>,
    checkins: Vec<Checkin<'s>>,
}

#[derive(Serialize)]
struct RunFields {
    #[serde(serialize_with = "as_text")]
    since: Moment,
    until: Option<String>,
    days: u32,
    ended_by: Option<Ending>,
}

#[derive(Serialize)]
struct TouchFields {
    since: NaiveDate,
    until: Option<NaiveDate>,
}

#[derive(Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a field of the JSON")]
struct ContactFields<'s> {
    id: &'s Id,
    #[serde(serialize_with = "as_text")]
    on: EventDate,
    day: NaiveDate,
    who: Who,
    via: Via,
    reply: bool,
    logistics: bool,
    ended_run: bool,
    reach_out: bool,
    in_touch: bool,
    unwanted: bool,
    note: Option<&'s str>,
}

pub fn as_text<S: Serializer>(value: &impl Display, serializer: S) -> std::result::Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

impl<'s> History<'s> {
    pub fn of(period: &Period<'s>) -> Self {
        let run = |run: &Run| {
            let (until, ended_by) = run.end.map(|(end, ending)| (end.to_string(), ending)).unzip();
            RunFields { since: run.start, until, days: run.days(period.today), ended_by }
        };
        let contacts = period.contacts().rev().map(|(dated, record)| ContactFields {
            id: dated.record.id(),
            on: dated.record.on(),
            day: dated.moment.day,
            who: record.contact.who,
            via: record.contact.via,
            reply: record.contact.reply,
            logistics: record.contact.logistics,
            ended_run: dated.outcome.ended_run,
            reach_out: dated.outcome.reach_out,
            in_touch: dated.outcome.in_touch,
            unwanted: record.contact.unwanted,
            note: record.note.as_deref(),
        });
        let mut checkins = period.checkins();
        checkins.reverse();
        let in_touch = period.in_touch.iter().rev().map(|(since, until)| TouchFields { since: *since, until: *until });
        Self {
            today: period.today,
            runs: period.runs.iter().rev().map(run).collect(),
            in_touch: in_touch.collect(),
            contacts: contacts.collect(),
            checkins,
        }
    }
}
