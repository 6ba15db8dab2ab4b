//! What the page to read or print says, whatever its form: sections with a table, and the user's own words.

use chrono::{NaiveDate, Weekday};
use reconnect::Who;
use reconnect::date::LongDate;

use super::history::{ending_words, outcome, this_chapter};
use super::urges::set_off;
use crate::model::period::{Period, Words, contact, weeks};
use crate::model::urges::Count;
use crate::store::diary::{DatedRecord, RecordKind};
use crate::words::{self, count, spoken};

/// A part of the page. Its id names the chart that belongs to it.
pub struct Section {
    pub id: &'static str,
    pub head: &'static str,
    pub lead: Option<String>,
    pub table: Option<Table>,
    pub notes: Vec<Words>,
}

pub struct Table {
    pub heads: Vec<&'static str>,
    pub rows: Vec<Vec<String>>,
}

pub fn title(period: &Period<'_>) -> String {
    let what = match period.who {
        None => "No contact: an overview of",
        Some(Who::Me) => "Contacts from you until",
        Some(Who::Them) => "Contacts from them until",
    };
    format!("{what} {}", LongDate(period.today))
}

pub fn about(period: &Period<'_>) -> String {
    let since = period.since.map(|first| format!("It begins with {}. ", LongDate(first))).unwrap_or_default();
    format!("{since}Made by reconnect {} from your diary. Letters are never in it.", env!("CARGO_PKG_VERSION"))
}

pub fn sections(period: &Period<'_>, with_notes: bool, week_starts: Weekday) -> Vec<Section> {
    let urges = period.urges();
    let row = |name: String, count: Count| vec![name, count.urges.to_string(), count.not_sent.to_string()];
    let by_part = urges.parts().into_iter().filter(|(_, count)| count.urges > 0);
    let by_part = by_part.map(|(part, count)| row(part.id().to_owned(), count));
    let triggers = urges.triggers().into_iter().map(|(trigger, count)| row(set_off(trigger), count));
    let mut when = section("urges", "Urges to write, by time of day", &["When", "Urges", "Not sent"], by_part.collect());
    let total = urges.urges.len();
    when.lead = (total > 0).then(|| format!("{} in all; {} not sent.", count(total, "urge"), urges.not_sent));
    let all = [
        dates(period),
        runs(period),
        in_touch(period),
        events(period, with_notes),
        when,
        section("triggers", "What set them off", &["What", "Urges", "Not sent"], triggers.collect()),
        checkins(period, with_notes, week_starts),
        Section { notes: period.notebook(with_notes), ..section("notebook", "Notebook", &[], Vec::new()) },
    ];
    all.into_iter().filter(|section| section.lead.is_some() || section.table.is_some() || !section.notes.is_empty()).collect()
}

fn section(id: &'static str, head: &'static str, heads: &[&'static str], rows: Vec<Vec<String>>) -> Section {
    let table = (!rows.is_empty()).then(|| Table { heads: heads.to_vec(), rows });
    Section { id, head, lead: None, table, notes: Vec::new() }
}

fn dates(period: &Period<'_>) -> Section {
    let kinds = period.records.iter().map(|dated| (dated.record.kind(), dated.moment));
    let breakups = kinds.filter(|(kind, _)| matches!(kind, RecordKind::Breakup { .. }));
    let mut rows: Vec<_> = breakups.map(|(kind, moment)| vec![words::named(kind), spoken(moment)]).collect();
    if let Some(start) = period.open {
        let days = count(reconnect::days_between(start.day, period.today), "day");
        rows.push(vec!["no contact since".to_owned(), format!("{} ({days})", spoken(start))]);
    }
    if let Some((begun, None)) = period.in_touch.last() {
        rows.push(vec!["in touch since".to_owned(), LongDate(*begun).to_string()]);
    }
    let totals = period.totals;
    if totals.runs > 0 {
        let since = this_chapter(period);
        rows.push(vec!["longest run".to_owned(), format!("{}{since}", count(totals.longest_days, "day"))]);
        rows.push(vec!["days kept".to_owned(), format!("{} of {}{since}", totals.kept_days, totals.total_days)]);
    }
    section("dates", "Dates", &["What", "When"], rows)
}

fn runs(period: &Period<'_>) -> Section {
    let row = |run: &reconnect::Run| {
        let until = run.end.map_or("today".to_owned(), |(end, _)| spoken(end));
        let why = run.end.map_or("it goes on", |(_, ending)| ending_words(ending));
        vec![spoken(run.start), until, run.days(period.today).to_string(), why.to_owned()]
    };
    let rows = period.runs.iter().map(row).collect();
    section("runs", "Counts of no contact", &["From", "Until", "Days", "How it ended"], rows)
}

fn in_touch(period: &Period<'_>) -> Section {
    let until = |end: Option<NaiveDate>| end.map_or("today".to_owned(), |day| LongDate(day).to_string());
    let rows = period.in_touch.iter().map(|(begun, ended)| vec![LongDate(*begun).to_string(), until(*ended)]);
    section("in-touch", "In touch: days neither kept nor lost", &["From", "Until"], rows.collect())
}

/// What counts or verdicts follow from. The rest has a part of its own; letters have none.
fn events(period: &Period<'_>, with_notes: bool) -> Section {
    let has_notes = with_notes && period.contacts().any(|(_, record)| record.note.is_some());
    let row = |dated: &&DatedRecord| {
        let note = contact(dated).and_then(|record| record.note.clone());
        let mut row = vec![spoken(dated.moment), format!("{}{}", words::named(&dated.counted()), outcome(dated.outcome))];
        row.extend(has_notes.then(|| note.unwrap_or_default()));
        row
    };
    let rows = period.records.iter().filter(|dated| dated.record.kind().event().is_some()).map(row).collect();
    let heads = if has_notes { &["When", "What", "Your note"][..] } else { &["When", "What"] };
    section("events", "What happened", heads, rows)
}

/// By week, so that two months fit on a page. The notes, where they are shown, stand below.
fn checkins(period: &Period<'_>, with_notes: bool, week_starts: Weekday) -> Section {
    let checkins = period.checkins();
    let rows = weeks(&checkins, week_starts).into_iter().map(|week| {
        let range = |mood: Option<&u8>| mood.map(u8::to_string).unwrap_or_default();
        let (lowest, highest) = (range(week.moods.iter().min()), range(week.moods.iter().max()));
        vec![LongDate(week.first).to_string(), week.moods.len().to_string(), week.mean(), lowest, highest]
    });
    let heads = ["Week of", "Check-ins", "Mean", "Lowest", "Highest"];
    let mut section = section("checkins", "How you were, 1 to 5", &heads, rows.collect());
    let noted = checkins.iter().filter(|_| with_notes).filter_map(|checkin| {
        let name = format!("{}: {}", LongDate(checkin.day), checkin.mood);
        Some(Words { name, text: checkin.note?.to_owned(), below: Vec::new() })
    });
    section.notes = noted.collect();
    section
}
