//! `export`: everything in one file, a table, a page to be read, or a calendar.

use std::io;

use serde_json::{Map, Value};

use super::remind::name;
use super::{Output, status};
use crate::archive::{Archive, Letter};
use crate::cli::{ExportArgs, ExportFormat};
use crate::context::Context;
use crate::diary::lines::Wanted;
use crate::diary::{Snapshot, raw};
use crate::env::Stream;
use crate::error::{Failure, Result};
use crate::fs;
use crate::text::escape::escape_control_lines;
use crate::text::page::Page;
use crate::text::style::Styler;
use crate::view::sheet::Sheet;
use crate::view::status::{counted, human};
use crate::view::{ics, json, markdown};
use crate::words::{self, fill};

/// A letter is not longer.
const LARGEST: u64 = 4 << 20;

/// Runs it.
pub fn run(args: &ExportArgs, ctx: &Context<'_>) -> Result<Output> {
    if args.plain && args.format != ExportFormat::Ics {
        return Err(Failure::new("`--plain` is about the titles of a calendar").hint("it goes with `--format ics`"));
    }
    if args.letters && args.format != ExportFormat::Json {
        return Err(Failure::new("`--letters` adds the letters to what `import` takes in").hint("it goes with `--format json`"));
    }
    let text = match args.format {
        ExportFormat::Json => everything(args, ctx)?,
        ExportFormat::Csv => {
            let failed = |error: io::Error| Failure::new("could not write the table").because(&error);
            table(&ctx.snapshot(Wanted::Everything)?).map_err(failed)?
        }
        ExportFormat::Md => {
            let snapshot = ctx.snapshot(Wanted::Everything)?;
            let page = Page::new(80, Styler::none());
            markdown::page(ctx.clock().today(), &human(&status::of(&snapshot, ctx), page), &snapshot.told)
        }
        ExportFormat::Ics => calendar(args, ctx)?,
    };
    // A file gets it byte for byte; a terminal gets nothing that could steer it.
    let is_shown = ctx.env.is_terminal(Stream::Out);
    Ok(Output::text(if is_shown { format!("{}\n", escape_control_lines(&text)) } else { text }))
}

fn everything(args: &ExportArgs, ctx: &Context<'_>) -> Result<String> {
    let archive = Archive {
        config: ctx.config.text().map(str::to_owned),
        lines: raw::lines(&ctx.paths.diary())?,
        letters: args.letters.then(|| letters(ctx)).transpose()?,
    };
    Ok(archive.print(&json::time(ctx.now), &ctx.config))
}

fn letters(ctx: &Context<'_>) -> Result<Vec<Letter>> {
    let dir = ctx.paths.letters();
    let failed = |error: io::Error| Failure::file("could not read the letters in", &dir, &error);
    let mut letters = Vec::new();
    let entries = match std::fs::read_dir(&dir) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(letters),
        entries => entries.map_err(failed)?,
    };
    for entry in entries {
        let path = entry.map_err(failed)?.path();
        let Some(id) = path.file_name().and_then(|name| name.to_str()?.strip_suffix(".md")) else { continue };
        let failed = |error: io::Error| Failure::file("could not read", &path, &error);
        let Some(bytes) = fs::read(&path, LARGEST).map_err(failed)? else { continue };
        let text = String::from_utf8(bytes).map_err(|_| Failure::new(format!("`{}` is not UTF-8", path.display())))?;
        letters.push(Letter { id: id.to_owned(), text });
    }
    letters.sort_by(|one, other| one.id.cmp(&other.id));
    Ok(letters)
}

/// A line a record that stands; a column for every field that any of them has.
fn table(snapshot: &Snapshot) -> io::Result<String> {
    let mut rows: Vec<Map<String, Value>> = Vec::new();
    let mut names: Vec<String> = ["on", "recorded", "id", "kind"].map(str::to_owned).to_vec();
    for told in &snapshot.told {
        let mut row = Map::new();
        row.insert("on".to_owned(), told.entry.on().to_string().into());
        row.insert("recorded".to_owned(), json::time(told.entry.at()).into());
        row.insert("id".to_owned(), told.entry.id().to_string().into());
        if let Ok(Value::Object(fields)) = serde_json::to_value(told.entry.what()) {
            names.extend(fields.keys().filter(|name| !names.contains(name)).cloned().collect::<Vec<_>>());
            row.extend(fields);
        }
        rows.push(row);
    }
    let mut table = Vec::new();
    let mut sheet = Sheet::new(&mut table, &names.iter().map(String::as_str).collect::<Vec<_>>())?;
    for row in rows {
        let cells: Vec<String> = names.iter().map(|name| row.get(name).map(cell).unwrap_or_default()).collect();
        sheet.row(&cells.iter().map(String::as_str).collect::<Vec<_>>())?;
    }
    sheet.finish()?;
    Ok(String::from_utf8_lossy(&table).into_owned())
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
    let Some(start) = ctx.snapshot(Wanted::Everything)?.life.runs().open() else {
        return Err(
            Failure::new("no count is running, so there are no milestones").hint("`reconnect start-no-contact WHEN` begins one")
        );
    };
    let first_day = ctx.config.settings.first_day;
    Ok(ics::calendar(start, |count| {
        if args.plain { fill(words::CALENDAR_PLAIN, &[("count", &counted(count))]) } else { name(count, first_day) }
    }))
}
