//! What programs read. Fields and ids may be added, never renamed or removed within a schema; the schemas are in `docs/`.

use std::io::{self, Write};

use chrono::{DateTime, FixedOffset, NaiveDate};
use reconnect::Answer;
use serde::Serialize;
use serde_json::ser::Formatter;
use serde_json::{Value, json};

use super::status::Status;
use crate::store::diary::EventDate;
use crate::terminal::escape::is_unsafe_for_terminal;

const SCHEMA: u32 = 1;

/// One object on one line, with its schema first. What could steer a terminal stands in it as JSON's own escape: nothing is lost,
/// and nothing acts.
pub fn line(fields: impl Serialize) -> String {
    #[derive(Serialize)]
    struct Line<T> {
        schema: u32,
        #[serde(flatten)]
        fields: T,
    }
    let mut text = Vec::with_capacity(1 << 10);
    let _ = Line { schema: SCHEMA, fields }.serialize(&mut serde_json::Serializer::with_formatter(&mut text, Inert));
    text.push(b'\n');
    String::from_utf8(text).unwrap_or_default()
}

/// The compact form, with what could steer a terminal escaped.
struct Inert;

impl Formatter for Inert {
    /// Only a string can hold what steers a terminal, and there an escape means the same.
    fn write_string_fragment<W: Write + ?Sized>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        // Looking at each character takes longer than writing it.
        if fragment.is_ascii() && !fragment.contains('\u{7f}') {
            return out.write_all(fragment.as_bytes());
        }
        for c in fragment.chars() {
            if is_unsafe_for_terminal(c) {
                c.encode_utf16(&mut [0; 2]).iter().try_for_each(|unit| write!(out, "\\u{unit:04x}"))?;
            } else {
                write!(out, "{c}")?;
            }
        }
        Ok(())
    }
}

pub fn time(at: DateTime<FixedOffset>) -> String {
    EventDate::Time(at).to_string()
}

pub fn breakup(date: NaiveDate, today: NaiveDate) -> Value {
    json!({ "date": date, "days": reconnect::days_between(date, today) })
}

pub fn answer(known: Option<(Answer, NaiveDate)>) -> Option<Value> {
    known.map(|(answer, on)| json!({ "answer": answer, "on": on }))
}

pub fn status(status: &Status<'_>, now: DateTime<FixedOffset>) -> Value {
    let (facts, verdict, timeline) = (&status.facts, &status.verdict, &status.snapshot.timeline);
    let today = facts.today;
    json!({
        "now": time(now),
        "today": today,
        "breakup": facts.breakup.map(|date| breakup(date, today)),
        "window": facts.window(),
        "no_contact": status.since().map(|since| json!({ "since": since.to_string(), "days": status.days() })),
        "record": timeline.runs().totals(today),
        "boundaries": timeline.boundaries_in_force(today).collect::<Vec<_>>(),
        "answer": answer(timeline.answer()),
        "aim": facts.aim,
        "in_touch": timeline.in_touch().map(|since| json!({ "since": since.to_string() })),
        "verdict": { "id": verdict.id(), "earliest": verdict.earliest, "reasons": verdict.reasons().collect::<Vec<_>>() },
        "next_milestone": status.next_milestone().map(|next| json!({ "id": next.id(), "date": next.date })),
    })
}
