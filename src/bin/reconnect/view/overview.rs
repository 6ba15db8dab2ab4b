//! What the page to read or print says, whatever its form: sections with a table, and the user's own words.

use crate::words::{count, long, spoken, trigger_words, week};
use chrono::NaiveDate;
use reconnect::Ending;
use reconnect::date::LongDate;

use crate::model::period::Report;
use crate::model::urges::{DayPart, Fate};
use crate::store::diary::RecordKind;
use crate::words;

/// A part of the page. Its id names the chart that belongs to it.
pub struct Section {
    pub id: &'static str,
    pub head: &'static str,
    pub lead: Option<String>,
    pub table: Option<Table>,
    pub notes: Vec<Words>,
}

/// A table whose first column names its rows.
pub struct Table {
    pub heads: Vec<&'static str>,
    pub rows: Vec<Vec<String>>,
}

pub struct Words {
    pub depth: usize,
    pub name: String,
    pub text: String,
}

pub fn title(report: &Report<'_>) -> String {
    format!("No contact: an overview of {}", LongDate(report.today))
}

/// What the page shows, and what it leaves out.
pub fn about(report: &Report<'_>) -> String {
    let since = report.since.map(|first| format!("It begins with {}. ", LongDate(first))).unwrap_or_default();
    format!("{since}Made by reconnect {} from your diary. Letters are never in it.", env!("CARGO_PKG_VERSION"))
}

pub fn sections(report: &Report<'_>) -> Vec<Section> {
    [dates(report), runs(report), events(report), urges(report), triggers(report), checkins(report), notebook(report)]
        .into_iter()
        .flatten()
        .collect()
}

fn section(id: &'static str, head: &'static str, heads: &[&'static str], rows: Vec<Vec<String>>) -> Option<Section> {
    let table = Table { heads: heads.to_vec(), rows };
    (!table.rows.is_empty()).then(|| Section { id, head, lead: None, table: Some(table), notes: Vec::new() })
}

fn dates(report: &Report<'_>) -> Option<Section> {
    let breakups = report.events.iter().filter(|event| matches!(event.kind, RecordKind::Breakup { .. }));
    let mut rows: Vec<_> = breakups.map(|event| vec![words::named(&event.kind), spoken(event.moment)]).collect();
    if let Some(start) = report.open {
        let days = count(reconnect::days_between(start.day, report.today), "day");
        rows.push(vec!["no contact since".to_owned(), format!("{} ({days})", spoken(start))]);
    }
    let totals = report.totals;
    if totals.runs > 0 {
        rows.push(vec!["longest run".to_owned(), count(totals.longest_days, "day")]);
        rows.push(vec!["days kept".to_owned(), format!("{} of {}", totals.kept_days, totals.total_days)]);
    }
    section("dates", "Dates", &["What", "When"], rows)
}

fn runs(report: &Report<'_>) -> Option<Section> {
    let row = |run: &reconnect::Run| {
        let until = run.end.map_or("today".to_owned(), |(end, _)| spoken(end));
        let why = match run.end {
            None => "it goes on",
            Some((_, Ending::Contact)) => "a contact",
            Some((_, Ending::Closed)) => "you closed it",
            Some((_, Ending::Chapter)) => "another breakup",
            Some((_, Ending::InTouch)) => "in touch again",
        };
        vec![spoken(run.start), until, run.days(report.today).to_string(), why.to_owned()]
    };
    let rows = report.runs.iter().map(row).collect();
    section("runs", "Runs of no contact", &["From", "Until", "Days", "How it ended"], rows)
}

fn events(report: &Report<'_>) -> Option<Section> {
    let row = |event: &crate::model::period::Event| {
        let ended = if event.ended_run { "; a new run began" } else { "" };
        vec![spoken(event.moment), format!("{}{ended}", words::named(&event.kind)), event.note.clone().unwrap_or_default()]
    };
    let mut rows: Vec<Vec<String>> = report.events.iter().map(row).collect();
    let has_notes = report.events.iter().any(|event| event.note.is_some());
    let heads = if has_notes { &["When", "What", "Your note"][..] } else { &["When", "What"] };
    for row in &mut rows {
        row.truncate(heads.len());
    }
    section("events", "What happened", heads, rows)
}

fn urges(report: &Report<'_>) -> Option<Section> {
    let shown: Vec<_> = report.shown_urges().collect();
    let rows = week(chrono::Weekday::Mon).map(|day| {
        let of_day = || shown.iter().filter(|urge| urge.weekday() == day);
        let mut row = vec![long(day).to_owned()];
        row.extend(DayPart::ALL.map(|part| of_day().filter(|urge| urge.part() == Some(part)).count().to_string()));
        row.push(of_day().count().to_string());
        row
    });
    let not_sent = shown.iter().filter(|urge| urge.fate == Fate::NotSent).count();
    let heads = ["Weekday", "0-6", "6-12", "12-18", "18-24", "All"];
    let section = section("urges", "Urges to write, by weekday and hour", &heads, rows.collect());
    let mut section = section.filter(|_| !shown.is_empty())?;
    section.lead = Some(format!("{} in all; {not_sent} not sent.", count(shown.len(), "urge")));
    Some(section)
}

fn triggers(report: &Report<'_>) -> Option<Section> {
    let shown: Vec<_> = report.shown_urges().collect();
    let rows = crate::store::diary::Trigger::ALL.iter().filter_map(|trigger| {
        let of_trigger = || shown.iter().filter(|urge| urge.trigger == Some(*trigger));
        let not_sent = of_trigger().filter(|urge| urge.fate == Fate::NotSent).count();
        (of_trigger().count() > 0).then(|| vec![trigger_words(*trigger), of_trigger().count().to_string(), not_sent.to_string()])
    });
    section("triggers", "What set them off", &["What", "Urges", "Not sent"], rows.collect())
}

/// By week, so that two months fit on a page. The notes, where they are shown, stand below.
fn checkins(report: &Report<'_>) -> Option<Section> {
    let mut weeks: Vec<(NaiveDate, Vec<u8>)> = Vec::new();
    for checkin in &report.checkins {
        let monday = checkin.day.week(chrono::Weekday::Mon).first_day();
        match weeks.last_mut() {
            Some((known, moods)) if *known == monday => moods.push(checkin.mood),
            _ => weeks.push((monday, vec![checkin.mood])),
        }
    }
    let row = |(monday, moods): &(NaiveDate, Vec<u8>)| {
        let (sum, count) = moods.iter().fold((0.0, 0.0), |(sum, count), mood| (sum + f64::from(*mood), count + 1.0));
        let range = |mood: Option<&u8>| mood.map(u8::to_string).unwrap_or_default();
        let (lowest, highest) = (range(moods.iter().min()), range(moods.iter().max()));
        vec![LongDate(*monday).to_string(), moods.len().to_string(), format!("{:.1}", sum / count), lowest, highest]
    };
    let heads = ["Week of", "Check-ins", "Mean", "Lowest", "Highest"];
    let mut section = section("checkins", "How you were, 1 to 5", &heads, weeks.iter().map(row).collect())?;
    let noted = |checkin: &crate::model::period::Checkin| {
        let name = format!("{}: {}", LongDate(checkin.day), checkin.mood);
        Some(Words { depth: 0, name, text: checkin.note.clone()? })
    };
    section.notes = report.checkins.iter().filter_map(noted).collect();
    Some(section)
}

fn notebook(report: &Report<'_>) -> Option<Section> {
    let words = |entry: &crate::model::period::Entry| {
        let done = if entry.done { ", done" } else { "" };
        Words { depth: entry.depth, name: format!("{}{done}", entry.name), text: entry.text.clone() }
    };
    let notes: Vec<Words> = report.notebook.iter().map(words).collect();
    (!notes.is_empty()).then_some(Section { id: "notebook", head: "Notebook", lead: None, table: None, notes })
}
