//! Tables for spreadsheets, each a small renderer over the same period.

use serde_json::Value;

use super::urges::fate_word;
use super::{csv, json};
use crate::error::Result;
use crate::model::period::Period;
use crate::model::urges::{DayPart, UrgeStats};
use crate::store::archive::standing;
use crate::store::diary::{EventDate, Trigger};
use crate::words::long;

fn yes(flag: bool) -> String {
    if flag { "yes".to_owned() } else { String::new() }
}

fn text(text: Option<impl ToString>) -> String {
    text.map(|text| text.to_string()).unwrap_or_default()
}

/// A line a count, time in touch, contact or check-in, newest first.
pub fn history(period: &Period<'_>) -> Result<String> {
    let names = [
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
        "mood",
        "in_touch",
        "unwanted",
    ];
    let mut rows = Vec::new();
    // A column that isn't named stays empty.
    let mut add = |cells: &[(&str, String)]| {
        let cell = |name: &&str| cells.iter().find(|(known, _)| known == name).map(|(_, cell)| cell.clone()).unwrap_or_default();
        rows.push(names.iter().map(cell).collect::<Vec<_>>());
    };
    for run in period.runs.iter().rev() {
        let (to, days) = (text(run.end.map(|(end, _)| end)), run.days(period.today).to_string());
        add(&[("what", "run".to_owned()), ("from", run.start.to_string()), ("to", to), ("days", days)]);
    }
    for (begun, ended) in period.in_touch.iter().rev() {
        add(&[("what", "in-touch".to_owned()), ("from", begun.to_string()), ("to", text(*ended))]);
    }
    for (dated, record) in period.contacts().rev() {
        add(&[
            ("what", "contact".to_owned()),
            ("from", dated.record.on().to_string()),
            ("who", record.contact.who.to_string()),
            ("via", record.contact.via.to_string()),
            ("reply", yes(record.contact.reply)),
            ("logistics", yes(record.contact.logistics)),
            ("ended_run", yes(dated.outcome.ended_run)),
            ("reach_out", yes(dated.outcome.reach_out)),
            ("in_touch", yes(dated.outcome.in_touch)),
            ("unwanted", yes(record.contact.unwanted)),
            ("id", dated.record.id().to_string()),
            ("note", text(record.note.as_ref())),
        ]);
    }
    for checkin in period.checkins().iter().rev() {
        let (id, note, mood) = (checkin.id.to_string(), text(checkin.note), checkin.mood.to_string());
        add(&[("what", "checkin".to_owned()), ("from", checkin.day.to_string()), ("id", id), ("note", note), ("mood", mood)]);
    }
    csv::table(&names, &rows)
}

/// A line an urge, newest first.
pub fn urges(stats: &UrgeStats<'_>) -> Result<String> {
    let rows = stats.urges.iter().rev().map(|urge| {
        vec![
            urge.dated.record.on().to_string(),
            long(urge.weekday()).to_owned(),
            text(urge.part().map(DayPart::word)),
            urge.outcome.id().to_owned(),
            fate_word(urge.fate).to_owned(),
            text(urge.minutes),
            text(urge.trigger.map(Trigger::id)),
            text(urge.strength),
            urge.dated.record.id().to_string(),
        ]
    });
    let names = ["on", "weekday", "part", "outcome", "fate", "minutes", "trigger", "strength", "id"];
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
            yes(record.contact.unwanted),
        ]
    });
    let names = ["date", "time", "who", "via", "reply", "logistics", "note", "recorded", "id", "unwanted"];
    csv::table(&names, &rows.collect::<Vec<_>>())
}

/// A line for every record that counts, with a column for every field that one of them has.
pub fn records(period: &Period<'_>) -> Result<String> {
    let mut names = ["on", "recorded", "id", "kind"].map(str::to_owned).to_vec();
    let mut rows = Vec::new();
    for dated in &period.records {
        let mut fields = standing(&dated.record).fields();
        fields.insert("recorded".to_owned(), json::time(dated.record.recorded_at()).into());
        let new = fields.keys().filter(|name| !matches!(name.as_str(), "v" | "at") && !names.contains(name));
        names.extend(new.cloned().collect::<Vec<_>>());
        rows.push(
            names.iter().map(|name| fields.get_mut(name).map(|value| cell(value.take())).unwrap_or_default()).collect::<Vec<_>>(),
        );
    }
    for row in &mut rows {
        row.resize(names.len(), String::new());
    }
    csv::table(&names.iter().map(String::as_str).collect::<Vec<_>>(), &rows)
}

fn cell(value: Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text,
        Value::Bool(true) => "yes".to_owned(),
        other => other.to_string(),
    }
}
