//! What programs read. Fields and ids may be added, never renamed or removed within a schema; the schemas are in `docs/`.

use chrono::{DateTime, FixedOffset, NaiveDate};
use reconnect::{Answer, Window};
use serde_json::{Value, json};

use super::status::Status;

/// The version of every JSON that the program prints.
pub const SCHEMA: u32 = 1;

/// One object on one line.
pub fn line(value: &Value) -> String {
    format!("{value}\n")
}

/// An instant in local time, with its offset.
pub fn time(at: DateTime<FixedOffset>) -> String {
    at.format("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// A breakup and its age.
pub fn breakup(date: NaiveDate, today: NaiveDate) -> Value {
    json!({ "date": date, "days": reconnect::days_between(date, today) })
}

/// A window.
pub fn window(window: Option<Window>) -> Value {
    window.map_or(
        Value::Null,
        |window| json!({ "id": window.id, "from": window.from, "through": window.through, "stated": window.stated }),
    )
}

fn answer(answer: Option<(Answer, NaiveDate)>) -> Value {
    answer.map_or(Value::Null, |(answer, on)| json!({ "answer": answer, "on": on }))
}

/// `status --json`.
pub fn status(status: &Status, now: DateTime<FixedOffset>) -> Value {
    let today = status.facts.today;
    let reasons: Vec<Value> = status
        .verdict
        .reasons()
        .map(|reason| json!({ "step": reason.step, "stated": reason.stated, "text": reason.text }))
        .collect();
    json!({
        "schema": SCHEMA,
        "now": time(now),
        "today": today,
        "breakup": status.facts.breakup.map_or(Value::Null, |date| breakup(date, today)),
        "window": window(status.facts.window()),
        "no_contact": status.since.map_or(Value::Null, |since| json!({ "since": since.to_string(), "days": status.days() })),
        "record": status.record,
        "boundaries": status.boundaries,
        "answer": answer(status.answer),
        "verdict": { "id": status.verdict.id(), "earliest": status.verdict.earliest, "reasons": reasons },
        "next_milestone": status.next_milestone().map_or(Value::Null, |next| json!({ "id": next.id(), "date": next.date })),
    })
}
