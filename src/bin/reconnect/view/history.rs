//! Counts, contacts and check-ins, newest first, for people, programs and spreadsheets.

use crate::words::{count, spoken};
use chrono::Weekday;
use reconnect::date::LongDate;
use reconnect::{ContactOutcome, Ending, Run};
use serde_json::{Value, json};

use super::checkin::{self, checkins};
use super::csv;
use crate::error::Result;
use crate::store::diary::{ContactRecord, DatedRecord, RecordKind, Snapshot};
use crate::terminal::escape::{escape_control_lines, escape_controls};
use crate::terminal::page::Page;
use crate::terminal::style::Style;
use crate::words;

fn runs(snapshot: &Snapshot) -> Vec<Run> {
    let mut runs: Vec<Run> = snapshot.all_runs().collect();
    runs.reverse();
    runs
}

fn contacts(snapshot: &Snapshot) -> impl Iterator<Item = (&DatedRecord, &ContactRecord)> {
    snapshot.records.iter().rev().filter_map(|dated| match dated.record.kind() {
        RecordKind::Contact(record) => Some((dated, record)),
        _ => None,
    })
}

/// For people: at most `limit` of each kind.
pub fn human(snapshot: &Snapshot, week_starts: Weekday, limit: usize, mut page: Page) -> String {
    let today = snapshot.today();
    let (runs, checkins) = (runs(snapshot), checkins(snapshot));
    let contacts: Vec<_> = contacts(snapshot).collect();
    if runs.is_empty() && contacts.is_empty() && checkins.is_empty() {
        page.paragraph(Style::Plain, "Nothing is recorded yet. `reconnect start-no-contact` begins a count.");
        return page.finish();
    }
    if !runs.is_empty() {
        let mut lines: Vec<_> = runs.iter().take(limit).map(|run| (Style::Plain, span(run, today))).collect();
        lines.extend(left_out(runs.len(), limit));
        page.row("Counts", &lines);
    }
    let known = snapshot.timeline.runs();
    if !known.slip_days().is_empty() {
        let totals = known.totals(today);
        let (total, longest) = (count(totals.total_days, "day"), count(totals.longest_days, "day"));
        let about = "The first and the last day of a count are kept; a day on which a contact ended one isn't.";
        let kept = format!("{} of {total}, longest {longest}", totals.kept_days);
        page.row("Kept", &[(Style::Plain, kept), (Style::Quiet, about.to_owned())]);
    }
    if !contacts.is_empty() {
        let mut lines = Vec::new();
        for (dated, record) in contacts.iter().take(limit) {
            let what = words::contact(record.contact);
            let id = escape_controls(&dated.record.id().short()).into_owned();
            lines.push((Style::Plain, format!("{}: {what}{} ({id})", spoken(dated.moment), outcome(dated.outcome))));
            lines.extend(record.note.iter().map(|note| (Style::Quiet, format!("note: {}", escape_control_lines(note)))));
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

fn span(run: &Run, today: chrono::NaiveDate) -> String {
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

/// What a contact turned out to be, behind its name.
fn outcome(outcome: ContactOutcome) -> &'static str {
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

pub fn json(snapshot: &Snapshot) -> Value {
    let today = snapshot.today();
    let run = |run: Run| {
        let (until, ended_by) = run.end.map(|(end, ending)| (end.to_string(), ending)).unzip();
        json!({ "since": run.start.to_string(), "until": until, "days": run.days(today), "ended_by": ended_by })
    };
    let contact = |(dated, record): (&DatedRecord, &ContactRecord)| {
        json!({
            "id": dated.record.id(),
            "on": dated.record.on().to_string(),
            "day": dated.moment.day,
            "who": record.contact.who,
            "via": record.contact.via,
            "reply": record.contact.reply,
            "logistics": record.contact.logistics,
            "ended_run": dated.outcome.ended_run,
            "reach_out": dated.outcome.reach_out,
            "note": record.note,
        })
    };
    let runs: Vec<Value> = runs(snapshot).into_iter().map(run).collect();
    let contacts: Vec<Value> = contacts(snapshot).map(contact).collect();
    let checkins: Vec<Value> = checkins(snapshot).iter().rev().map(checkin::value).collect();
    json!({ "today": today, "runs": runs, "contacts": contacts, "checkins": checkins })
}

/// For spreadsheets: a line a count, contact or check-in.
pub fn to_csv(snapshot: &Snapshot) -> Result<String> {
    let names = ["what", "from", "to", "days", "who", "via", "reply", "logistics", "ended_run", "reach_out", "id", "note", "mood"];
    let today = snapshot.today();
    let mut rows = Vec::new();
    // A column that isn't named stays empty.
    let mut add = |cells: &[(&str, String)]| {
        let cell = |name: &&str| cells.iter().find(|(known, _)| known == name).map(|(_, cell)| cell.clone()).unwrap_or_default();
        rows.push(names.iter().map(cell).collect::<Vec<_>>());
    };
    for run in runs(snapshot) {
        let to = run.end.map(|(end, _)| end.to_string()).unwrap_or_default();
        let days = run.days(today).to_string();
        add(&[("what", "run".to_owned()), ("from", run.start.to_string()), ("to", to), ("days", days)]);
    }
    for (dated, record) in contacts(snapshot) {
        let contact = record.contact;
        add(&[
            ("what", "contact".to_owned()),
            ("from", dated.record.on().to_string()),
            ("who", contact.who.to_string()),
            ("via", contact.via.to_string()),
            ("reply", csv::yes(contact.reply)),
            ("logistics", csv::yes(contact.logistics)),
            ("ended_run", csv::yes(dated.outcome.ended_run)),
            ("reach_out", csv::yes(dated.outcome.reach_out)),
            ("id", dated.record.id().to_string()),
            ("note", record.note.clone().unwrap_or_default()),
        ]);
    }
    for checkin in checkins(snapshot).iter().rev() {
        let (id, note) = (checkin.id.to_string(), checkin.note.unwrap_or_default().to_owned());
        let what = ("what", "checkin".to_owned());
        add(&[what, ("from", checkin.day.to_string()), ("id", id), ("note", note), ("mood", checkin.mood.to_string())]);
    }
    csv::table(&names, &rows)
}
