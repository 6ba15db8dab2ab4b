//! Tables for spreadsheets, each a small renderer over the same period. No cell can become a formula.

use chrono::Datelike;
use serde::Serialize;
use serde_json::Value;

use super::history::History;
use super::{csv, json};
use crate::error::Result;
use crate::model::period::Period;
use crate::model::urges::{DayPart, UrgeStats};
use crate::store::archive::standing;
use crate::store::diary::{Diary, EventDate};
use crate::words::long;

fn yes(flag: bool) -> String {
    if flag { "yes".to_owned() } else { String::new() }
}

/// Empty where nothing is known.
pub fn text(text: Option<impl ToString>) -> String {
    text.map(|text| text.to_string()).unwrap_or_default()
}

/// A line a count, time in touch, contact or check-in, newest first: what programs read, as cells.
pub fn history(period: &Period<'_>) -> Result<String> {
    let names: Vec<&str> =
        "what from to days who via reply logistics ended_run reach_out id note mood in_touch unwanted".split(' ').collect();
    let mut rows = Vec::new();
    let mut add = |what: &str, fields: Value| {
        let found = |name: &&str| match *name {
            "what" => what.to_owned(),
            "from" => cell(fields.get("since").or(fields.get("on"))),
            "to" => cell(fields.get("until")),
            name => cell(fields.get(name).filter(|value| **value != Value::Bool(false))),
        };
        rows.push(names.iter().map(found).collect::<Vec<_>>());
    };
    let history = History::of(period);
    history.runs.iter().for_each(|run| add("run", fields(run)));
    history.in_touch.iter().for_each(|stretch| add("in-touch", fields(stretch)));
    history.contacts.iter().for_each(|contact| add("contact", fields(contact)));
    history.checkins.iter().for_each(|checkin| add("checkin", fields(checkin)));
    csv::table(&names, &rows)
}

fn fields(row: &impl Serialize) -> Value {
    serde_json::to_value(row).unwrap_or_default()
}

/// A line an urge, newest first.
pub fn urges(stats: &UrgeStats<'_>) -> Result<String> {
    let names = ["on", "weekday", "part", "outcome", "fate", "minutes", "trigger", "strength", "id"];
    let rows = stats.urges.iter().rev().map(|urge| {
        let fields = fields(urge);
        let found = |name| match name {
            "weekday" => long(urge.day.weekday()).to_owned(),
            "part" => text(urge.part.map(DayPart::id)),
            name => cell(fields.get(name)),
        };
        names.map(found).to_vec()
    });
    csv::table(&names, &rows.collect::<Vec<_>>())
}

/// One person's contacts, oldest first: for the police, a lawyer or a counsellor.
pub fn contacts(period: &Period<'_>) -> Result<String> {
    let rows = period.contacts().map(|(dated, record)| {
        let (date, time) = match dated.record.on() {
            EventDate::Day(day) => (day.to_string(), String::new()),
            EventDate::Time(at) => (at.date_naive().to_string(), at.format("%H:%M (UTC%:z)").to_string()),
        };
        vec![
            date,
            time,
            record.contact.who.to_string(),
            record.contact.via.to_string(),
            yes(record.contact.reply),
            yes(record.contact.logistics),
            text(record.note.as_ref()),
            json::time(dated.record.recorded_at()),
            dated.record.id().to_string(),
            yes(dated.outcome.unwanted),
        ]
    });
    let names = ["date", "time", "who", "via", "reply", "logistics", "note", "recorded", "id", "unwanted"];
    csv::table(&names, &rows.collect::<Vec<_>>())
}

/// A line for every record that counts, with a column for every field that one of them has. A date that only the config holds has no
/// id yet.
pub fn records(period: &Period<'_>, diary: &Diary) -> Result<String> {
    let mut names = ["on", "recorded", "id", "kind"].map(str::to_owned).to_vec();
    let mut rows = Vec::new();
    for dated in &period.records {
        let mut fields = standing(&dated.record).fields();
        if diary.get(dated.record.id()).is_none() {
            fields.remove("id");
        }
        fields.insert("recorded".to_owned(), json::time(dated.record.recorded_at()).into());
        let new = fields.keys().filter(|name| !matches!(name.as_str(), "v" | "at") && !names.contains(name));
        names.extend(new.cloned().collect::<Vec<_>>());
        rows.push(names.iter().map(|name| cell(fields.get(name))).collect::<Vec<_>>());
    }
    for row in &mut rows {
        row.resize(names.len(), String::new());
    }
    csv::table(&names.iter().map(String::as_str).collect::<Vec<_>>(), &rows)
}

fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Bool(true)) => "yes".to_owned(),
        Some(other) => other.to_string(),
    }
}
