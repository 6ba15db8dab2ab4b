//! `export`: everything in one file, a table, a page to read or print, or a calendar.

use std::io;

use chrono::NaiveDate;
use reconnect::Who;
use serde_json::{Map, Value};

use super::Output;
use crate::cli::{ExportArgs, ExportFormat};
use crate::context::Context;
use crate::env::Stream;
use crate::error::{Failure, Note, Result};
use crate::model::period::Report;
use crate::store::archive::{Archive, Letter};
use crate::store::diary::{DatedRecord, EventDate, Record, RecordKind, Snapshot, load};
use crate::store::erase::Erasing;
use crate::store::fs;
use crate::store::letters;
use crate::terminal::escape::escape_control_lines;
use crate::view::calendar::MarkedDays;
use crate::view::ics::{CalendarRun, CalendarStyle};
use crate::view::{csv, html, ics, json, markdown};

const LARGEST_LETTER: u64 = 4 << 20;

pub fn run(args: &ExportArgs, ctx: &Context<'_>) -> Result<Output> {
    use ExportFormat::{Csv, Html, Ics, Json, Md};
    let given = [
        ("--letters", args.letters, &[Json][..], "json"),
        ("--notes", args.notes, &[Html, Md], "html` or `--format md"),
        ("--since", args.since.is_some(), &[Csv, Html, Md], "csv`, `md` or `html"),
        ("--contacts", args.contacts.is_some(), &[Csv], "csv"),
        ("--bom", args.bom, &[Csv], "csv"),
        ("--plain", args.plain, &[Ics], "ics"),
    ];
    if let Some((option, .., names)) = given.iter().find(|(_, is_given, formats, _)| *is_given && !formats.contains(&args.format)) {
        return Err(Failure::new(format!("`{option}` doesn't go with this format")).hint(format!("add `--format {names}`")));
    }
    let since = args.since.as_deref().map(|phrase| ctx.parse(phrase)).transpose()?.map(|parsed| ctx.moment(parsed).day);
    let text = match args.format {
        Json => {
            let letters = args.letters.then(|| letters(ctx)).transpose()?;
            let config = ctx.config.text().map(str::to_owned);
            let lines = Erasing::erased(&ctx.diary()?).applied_to(load::raw_lines(&ctx.paths.diary())?);
            Archive { config, lines, letters, ..Archive::default() }.to_text(&json::time(ctx.now), &ctx.config)
        }
        Csv => table(args, &ctx.snapshot()?, since)?,
        Md => markdown::page(&Report::of(&ctx.snapshot()?, since, args.notes)),
        Html => {
            let (snapshot, week_starts) = (ctx.snapshot()?, ctx.config.settings.week_starts);
            html::page(&Report::of(&snapshot, since, args.notes), &MarkedDays::of(&snapshot, since), week_starts)
        }
        Ics => calendar(args, ctx)?,
    };
    // A file gets every byte; a terminal gets nothing that could control it.
    let is_shown = ctx.env.is_terminal(Stream::Out);
    Ok(Output::data(if is_shown { format!("{}\n", escape_control_lines(&text)) } else { text }))
}

/// The letters and the copies that a sync tool made. Other files in the folder aren't ours.
fn letters(ctx: &Context<'_>) -> Result<Vec<Letter>> {
    let dir = ctx.paths.letters();
    let failed = |error: io::Error| Failure::file("could not read the letters in", &dir, &error);
    let known = letters::letters(&ctx.snapshot()?);
    let mut letters = Vec::new();
    let entries = match std::fs::read_dir(&dir) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(letters),
        entries => entries.map_err(failed)?,
    };
    for entry in entries {
        let path = entry.map_err(failed)?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        let Some(id) = name.strip_suffix(".md") else { continue };
        if letters::id_of(name).is_none() && !known.iter().any(|letter| letter.id.as_str() == id) {
            continue;
        }
        let failed = |error: io::Error| Failure::file("could not read", &path, &error);
        let Some(bytes) = fs::read(&path, LARGEST_LETTER).map_err(failed)? else { continue };
        let text = String::from_utf8(bytes).map_err(|_| Failure::new(format!("`{}` isn't UTF-8", path.display())))?;
        letters.push(Letter { id: id.to_owned(), text });
    }
    letters.sort_by(|one, other| one.id.cmp(&other.id));
    Ok(letters)
}

fn table(args: &ExportArgs, snapshot: &Snapshot, since: Option<NaiveDate>) -> Result<String> {
    let wanted: Vec<&DatedRecord> =
        snapshot.records.iter().filter(|dated| since.is_none_or(|first| dated.moment.day >= first)).collect();
    let bom = if args.bom { csv::BOM } else { "" };
    let table = match args.contacts {
        Some(who) => contacts(&wanted, who)?,
        None => records(&wanted)?,
    };
    Ok(format!("{bom}{table}"))
}

/// One person's contacts, oldest first: for the police, a lawyer or a counsellor.
fn contacts(wanted: &[&DatedRecord], who: Who) -> Result<String> {
    let mut rows = Vec::new();
    for dated in wanted {
        let RecordKind::Contact(record) = dated.record.kind() else { continue };
        if record.contact.who != who {
            continue;
        }
        let (date, time) = match dated.record.on() {
            EventDate::Day(day) => (day.to_string(), String::new()),
            EventDate::Time(at) => (at.date_naive().to_string(), at.format("%H:%M (UTC%:z)").to_string()),
        };
        rows.push(vec![
            date,
            time,
            record.contact.who.to_string(),
            record.contact.via.to_string(),
            csv::yes(record.contact.reply),
            csv::yes(record.contact.logistics),
            record.note.clone().unwrap_or_default(),
            json::time(dated.record.recorded_at()),
            dated.record.id().to_string(),
        ]);
    }
    csv::table(&["date", "time", "who", "via", "reply", "logistics", "note", "recorded", "id"], &rows)
}

/// A line for every active record, with a column for every field that one of them has.
fn records(wanted: &[&DatedRecord]) -> Result<String> {
    let mut names = ["on", "recorded", "id", "kind"].map(str::to_owned).to_vec();
    let mut found: Vec<Map<String, Value>> = Vec::new();
    for dated in wanted {
        let mut row = Map::new();
        row.insert("on".to_owned(), dated.record.on().to_string().into());
        row.insert("recorded".to_owned(), json::time(dated.record.recorded_at()).into());
        for (name, value) in fields(dated) {
            if !matches!(name.as_str(), "v" | "on" | "at") {
                if !names.contains(&name) {
                    names.push(name.clone());
                }
                row.insert(name, value);
            }
        }
        found.push(row);
    }
    let cells = |row: &Map<String, Value>| names.iter().map(|name| row.get(name).map(cell).unwrap_or_default()).collect();
    let rows: Vec<Vec<String>> = found.iter().map(cells).collect();
    csv::table(&names.iter().map(String::as_str).collect::<Vec<_>>(), &rows)
}

fn fields(dated: &DatedRecord) -> Map<String, Value> {
    let record = Record {
        id: dated.record.id().clone(),
        on: dated.record.on(),
        recorded_at: dated.record.recorded_at(),
        replaces: None,
        with: None,
        kind: dated.record.kind().clone(),
        erased: dated.record.is_erased(),
    };
    let line = serde_json::from_str(&record.to_line()).ok();
    line.unwrap_or_default()
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(true) => "yes".to_owned(),
        other => other.to_string(),
    }
}

fn calendar(args: &ExportArgs, ctx: &Context<'_>) -> Result<String> {
    let known = ctx.known()?;
    let snapshot = &known.snapshot;
    let open = snapshot.timeline.runs().open();
    let runs = snapshot.openers.iter();
    let mut runs: Vec<CalendarRun> =
        runs.map(|(start, id)| CalendarRun { id: id.to_string(), start: start.day, is_open: open == Some(*start) }).collect();
    // A start that was taken back may be in a calendar too.
    for record in known.diary.iter().filter(|record| matches!(record.kind, RecordKind::Start { .. }) && record.replaces.is_none()) {
        if runs.iter().all(|run| run.id != record.id.as_str()) {
            let start = record.on.moment(&ctx.clock()).day;
            runs.push(CalendarRun { id: record.id.to_string(), start, is_open: false });
        }
    }
    if runs.is_empty() {
        return Err(
            Failure::new("no count is running, so there are no milestones").hint("`reconnect start-no-contact WHEN` begins one")
        );
    }
    if open.is_none() {
        ctx.note(Note::Hint("no count is running; this calendar cancels the events of the earlier ones".to_owned()));
    }
    let style = CalendarStyle {
        now: ctx.now.to_utc(),
        // The diary only grows, so a later export has a higher number.
        sequence: u32::try_from(known.diary.records.len()).unwrap_or(u32::MAX),
        is_plain: args.plain,
        first_day: ctx.config.settings.first_day,
    };
    Ok(ics::calendar(&runs, &style))
}
