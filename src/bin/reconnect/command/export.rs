//! `export`: everything in one file, a table, a page to read or print, or a calendar.

use std::collections::{HashMap, HashSet};
use std::io;
use std::rc::Rc;

use chrono::NaiveDate;
use reconnect::Moment;

use super::{Output, if_said};
use crate::cli::{ExportArgs, ExportFormat};
use crate::context::{Context, Known};
use crate::env::Stream;
use crate::error::{Failure, Note, Result};
use crate::model::period::Period;
use crate::store::archive::{Archive, Letter, standing};
use crate::store::config::Config;
use crate::store::diary::{DatedRecord, Id, Record, RecordKind, load};
use crate::store::erase::Erasing;
use crate::store::{fs, letters};
use crate::terminal::escape::{escape_control_lines, escape_controls};
use crate::view::csv::BOM;
use crate::view::ics::{CalendarRun, CalendarStyle};
use crate::view::{html, ics, json, markdown, tables};

const LARGEST_LETTER: u64 = 4 << 20;

pub fn run(args: &ExportArgs, ctx: &Context<'_>) -> Result<Output> {
    use ExportFormat::{Csv, Html, Ics, Json, Md};
    let contacts = args.contacts.is_some();
    let notes: &[_] = if contacts { &[Html, Md, Ics] } else { &[Html, Md] };
    let since: &[_] = if contacts { &[Csv, Html, Md, Json, Ics] } else { &[Csv, Html, Md] };
    let given = [
        ("--letters", args.letters, &[Json][..], "json"),
        ("--notes", args.notes, notes, "html` or `--format md"),
        ("--since", !args.since.is_empty(), since, "csv`, `md` or `html"),
        ("--bom", args.bom, &[Csv], "csv"),
        ("--plain", args.plain, &[Ics], "ics"),
    ];
    if let Some((option, .., names)) = given.iter().find(|(_, is_given, formats, _)| *is_given && !formats.contains(&args.format)) {
        return Err(Failure::new(format!("`{option}` doesn't go with this format")).hint(format!("add `--format {names}`")));
    }
    let text = match (args.format, contacts) {
        (Json, false) => archive(args, ctx)?,
        (Ics, false) => calendar(args, ctx)?,
        _ => of_period(args, ctx)?,
    };
    if let Some(path) = &args.output {
        fs::create(path, text.as_bytes()).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => Failure::new(format!("`{}` is there already, and stays as it is", path.display()))
                .hint("give another name, or move that file first"),
            _ => Failure::file("could not save", path, &error),
        })?;
        return Ok(Output::text(format!("Saved in {}. Only you can read it.\n", escape_controls(&path.to_string_lossy()))));
    }
    // A file gets every byte; a terminal gets nothing that could control it.
    let is_shown = ctx.env.is_terminal(Stream::Out);
    Ok(Output::data(if is_shown { format!("{}\n", escape_control_lines(&text)) } else { text }))
}

/// Everything, for `import`.
fn archive(args: &ExportArgs, ctx: &Context<'_>) -> Result<String> {
    let letters = args.letters.then(|| letters(ctx)).transpose()?;
    let config = ctx.config.text().map(str::to_owned);
    let lines = Erasing::erased(&ctx.diary()).applied_to(load::raw_lines(&ctx.paths.diary())?);
    Ok(Archive { config, lines, letters, ..Archive::default() }.to_text(&json::time(ctx.now), &ctx.config))
}

fn of_period(args: &ExportArgs, ctx: &Context<'_>) -> Result<String> {
    let since = if_said(&args.since, |words| Ok(ctx.moment(ctx.parse(words)?).day))?;
    let (known, week_starts) = (ctx.known(), ctx.config.settings.week_starts);
    let period = Period::of(&known.snapshot, since, args.contacts);
    Ok(match args.format {
        ExportFormat::Csv => {
            let table = if period.who.is_some() { tables::contacts(&period)? } else { tables::records(&period, &known.diary)? };
            format!("{}{table}", if args.bom { BOM } else { "" })
        }
        ExportFormat::Md => markdown::page(&period, args.notes, week_starts),
        ExportFormat::Html => html::page(&period, args.notes, week_starts),
        ExportFormat::Ics => {
            if period.contacts().next().is_none() {
                return Err(Failure::new("no such contact is recorded, so the calendar would be empty"));
            }
            ics::contacts(&period, args.notes, &style(args, &known, ctx))
        }
        ExportFormat::Json => {
            let lines = period.contacts().map(|(dated, _)| standing(&dated.record).to_line().into_bytes()).collect();
            // For somebody else, so without settings of the user's.
            let settings = Config::none(&ctx.paths.config_file())?;
            Archive { lines, ..Archive::default() }.to_text(&json::time(ctx.now), &settings)
        }
    })
}

/// The letters and the copies that a sync tool made. Other files in the folder aren't ours.
fn letters(ctx: &Context<'_>) -> Result<Vec<Letter>> {
    let dir = ctx.paths.letters();
    let known: HashSet<Id> = letters::letters(&ctx.snapshot()).into_iter().map(|letter| letter.id).collect();
    let mut letters = Vec::new();
    for path in fs::entries(&dir).map_err(|error| Failure::file("could not read the letters in", &dir, &error))? {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let is_letter = |id: &&str| letters::id_of(name).is_some() || known.contains(&Id::from(*id));
        let Some(id) = name.strip_suffix(".md").filter(is_letter) else { continue };
        let bytes = fs::read(&path, LARGEST_LETTER).map_err(|error| Failure::file("could not read", &path, &error))?;
        let Some(bytes) = bytes else { continue };
        let text = String::from_utf8(bytes).map_err(|_| Failure::new(format!("`{}` isn't UTF-8", path.display())))?;
        letters.push(Letter { id: id.to_owned(), text });
    }
    Ok(letters)
}

fn style(args: &ExportArgs, known: &Known, ctx: &Context<'_>) -> CalendarStyle {
    CalendarStyle {
        now: ctx.now.to_utc(),
        // The diary only grows, so a later export has a higher number.
        sequence: u32::try_from(known.diary.iter().len()).unwrap_or(u32::MAX),
        is_plain: args.plain,
        first_day: ctx.config.settings.first_day,
    }
}

fn calendar(args: &ExportArgs, ctx: &Context<'_>) -> Result<String> {
    let known = ctx.known();
    let is_running = known.snapshot.timeline.runs().open().is_some();
    let mut runs = runs(&known);
    runs.extend(undone(&known, ctx, &runs));
    if runs.is_empty() {
        return Err(
            Failure::new("no count is running, so there are no milestones").hint("`reconnect start-no-contact WHEN` begins one")
        );
    }
    if !is_running {
        ctx.note(Note::Hint("no count is running; this calendar cancels the days that the earlier ones never reached".to_owned()));
    }
    Ok(ics::milestones_of(&runs, &style(args, &known, ctx)))
}

/// Every run, by the record that opened it.
fn runs(known: &Known) -> Vec<CalendarRun> {
    let timeline = &known.snapshot.timeline;
    let all = timeline.earlier_runs().iter().copied().chain(timeline.runs().including_empty());
    // Two runs of one bare date are told apart by their order.
    let mut ends: HashMap<_, Vec<_>> = HashMap::new();
    for run in all.collect::<Vec<_>>().into_iter().rev() {
        ends.entry((run.start.day, run.start.at)).or_default().push(run.end);
    }
    let run = |(start, id): &(Moment, Id)| {
        // An open run may still reach every day; one that is in no list lasted none.
        let through = match ends.get_mut(&(start.day, start.at)).and_then(Vec::pop) {
            Some(None) => NaiveDate::MAX,
            Some(Some((end, _))) => end.day,
            None => start.day,
        };
        CalendarRun { id: id.to_string(), start: start.day, through: Some(through) }
    };
    known.snapshot.openers.iter().map(run).collect()
}

/// Runs that an earlier calendar may hold, and that are none now: what opened them was taken back, or the start before it; or what
/// was recorded later closed the count before it.
fn undone(known: &Known, ctx: &Context<'_>, runs: &[CalendarRun]) -> Vec<CalendarRun> {
    let open: HashSet<&str> = runs.iter().map(|run| run.id.as_str()).collect();
    let standing: HashMap<&Id, &DatedRecord> = known.snapshot.records.iter().map(|dated| (dated.record.id(), dated)).collect();
    let day = |record: &Record| record.on.moment(&ctx.clock()).day;
    let is_start = |record: &Record| matches!(record.kind, RecordKind::Start { .. });
    let undone_starts = known.diary.iter().filter(|record| is_start(record) && !standing.contains_key(&record.id));
    let first_undone = undone_starts.map(|record| day(record)).min();
    // What was recorded later, and says that no count ran on the day of a contact.
    let mut closed_at = None;
    let is_overtaken = |dated: &&DatedRecord| {
        let recorded_at = Some(dated.record.recorded_at());
        let closes =
            dated.outcome.in_touch || matches!(dated.record.kind(), RecordKind::End | RecordKind::Answer { in_touch: true, .. });
        closed_at = if closes { recorded_at.max(closed_at) } else { closed_at };
        recorded_at < closed_at
    };
    let overtaken: HashSet<&Id> = known.snapshot.records.iter().filter(is_overtaken).map(|dated| dated.record.id()).collect();
    let may_have_opened = |record: &&Rc<Record>| match &record.kind {
        RecordKind::Start { .. } => true,
        RecordKind::Contact(contact) if contact.contact.ends_run() => match standing.get(&record.id) {
            Some(dated) => {
                !dated.outcome.ended_run
                    && (overtaken.contains(&record.id) || first_undone.is_some_and(|first| first <= dated.moment.day))
            }
            None => true,
        },
        _ => false,
    };
    let gone = known.diary.iter().filter(|record| record.replaces.is_none() && !open.contains(record.id.as_str()));
    let run = |record: &Rc<Record>| CalendarRun { id: record.id.to_string(), start: day(record), through: None };
    gone.filter(may_have_opened).map(run).collect()
}
