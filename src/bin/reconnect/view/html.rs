//! The page to print or to show a counsellor: one file, nothing loaded, no script.

use chrono::{Datelike, Months, NaiveDate, Weekday};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use reconnect::Ending;

use super::calendar::{first_of_month, last_of_month, legend, short, sign, words as day_words};
use super::overview::{self, Section, Table};
use crate::model::days::{Day, Days};
use crate::model::period::{Checkin, Period, Words};
use crate::terminal::escape::escape_control_lines;
use crate::words::{long, week};

const STYLE: &str = include_str!("page.css");
/// The browser loads nothing, even if a text could ask for it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

pub fn page(period: &Period<'_>, with_notes: bool, week_starts: Weekday) -> String {
    let title = overview::title(period);
    let (before, after): (Vec<_>, Vec<_>) = overview::sections(period, with_notes, week_starts)
        .into_iter()
        .partition(|section| matches!(section.id, "dates" | "runs" | "in-touch"));
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    h1 { (title) }
                    p class="soft" { (overview::about(period)) }
                    @for section in &before { (part(section, period)) }
                    @if period.who.is_none() {
                        (calendar(&Days::of(period.snapshot, period.since), period.since, week_starts))
                    }
                    @for section in &after { (part(section, period)) }
                }
            }
        }
    };
    format!("{}\n", page.into_string())
}

fn part(section: &Section, period: &Period<'_>) -> Markup {
    html! {
        section aria-labelledby=(section.id) {
            h2 id=(section.id) { (section.head) }
            @if let Some(lead) = &section.lead { p { (lead) } }
            @if let Some(chart) = chart(section.id, period) { (chart) }
            @if let Some(shown) = &section.table { (table(shown, section.head)) }
            @if !section.notes.is_empty() { (words(&section.notes)) }
        }
    }
}

fn table(table: &Table, head: &str) -> Markup {
    html! {
        table {
            caption class="hidden" { (head) }
            thead { tr { @for head in &table.heads { th scope="col" { (head) } } } }
            tbody {
                @for row in &table.rows {
                    tr {
                        @for (index, cell) in row.iter().enumerate() {
                            @let cell = escape_control_lines(cell);
                            @if index == 0 { th scope="row" { (cell) } } @else { td dir="auto" { (cell) } }
                        }
                    }
                }
            }
        }
    }
}

/// A list; what belongs to an entry stands in a list below it.
fn words(all: &[Words]) -> Markup {
    html! {
        ul {
            @for Words { name, text, below } in all {
                li {
                    b { (name) }
                    p dir="auto" { (escape_control_lines(text)) }
                    @if !below.is_empty() { (words(below)) }
                }
            }
        }
    }
}

const WIDTH: i64 = 720;
const MOST_MONTHS: usize = 24;

/// The chart that belongs to a section: inline SVG, drawn from the numbers of the table below it, so a screen reader skips it.
fn chart(section: &str, period: &Period<'_>) -> Option<Markup> {
    match section {
        "runs" => Some(runs_chart(period)),
        "checkins" => Some(moods_chart(period)),
        _ => None,
    }
}

/// A place between two days, from 0 to `width`.
fn place(day: NaiveDate, (first, last): (NaiveDate, NaiveDate), width: i64) -> i64 {
    let whole = (last - first).num_days().max(1);
    (day - first).num_days().clamp(0, whole) * width / whole
}

/// Each run as a bar over the time shown, with a cross above it where a contact ended it; a line for the time in touch.
fn runs_chart(period: &Period<'_>) -> Markup {
    let starts = period.runs.iter().map(|run| run.start.day).chain(period.in_touch.iter().map(|(begun, _)| *begun)).min();
    let shown = (period.since.max(starts).unwrap_or(period.today).min(period.today), period.today);
    html! {
        svg viewBox=(format!("-8 0 {} 40", WIDTH + 16)) aria-hidden="true" {
            @for (begun, ended) in &period.in_touch {
                path class="line" d=(format!("M{} 20 H{}", place(*begun, shown, WIDTH), place(ended.unwrap_or(period.today), shown, WIDTH))) {}
            }
            @for run in &period.runs {
                @let from = place(run.start.day, shown, WIDTH);
                @let until = place(run.end.map_or(period.today, |(end, _)| end.day), shown, WIDTH);
                rect class="run" x=(from) y="12" width=((until - from).max(2)) height="16" rx="3" {}
                @if run.end.is_some_and(|(_, ending)| ending == Ending::Contact) {
                    path class="mark" d=(format!("M{} 1 l8 8 m0 -8 l-8 8", until - 4)) {}
                }
            }
        }
    }
}

fn moods_chart(period: &Period<'_>) -> Markup {
    let checkins = period.checkins();
    let day = |checkin: Option<&Checkin<'_>>| checkin.map_or(period.today, |checkin| checkin.day);
    let shown = (day(checkins.first()), day(checkins.last()));
    let height = |mood: u8| 150 - 26 * i64::from(mood);
    let points: Vec<(i64, i64)> =
        checkins.iter().map(|checkin| (place(checkin.day, shown, WIDTH - 40) + 30, height(checkin.mood))).collect();
    let line: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
    html! {
        svg viewBox=(format!("0 0 {WIDTH} 140")) aria-hidden="true" {
            @for mood in 1u8..=5 {
                text x="0" y=(height(mood) + 5) { (mood) }
                path class="grid" d=(format!("M20 {} H{WIDTH}", height(mood))) {}
            }
            polyline class="line" points=(line.join(" ")) {}
            @for (x, y) in &points {
                circle class="run" cx=(x) cy=(y) r="4" {}
            }
        }
    }
}

/// A table for every month since the first day on which there is anything, at most the last two years.
fn calendar(days: &Days, since: Option<NaiveDate>, week_starts: Weekday) -> Markup {
    let first = since.max(days.first()).unwrap_or(days.today).min(days.today);
    let months = (0u32..).map_while(|back| first_of_month(days.today).checked_sub_months(Months::new(back)));
    let mut months: Vec<NaiveDate> = months.take_while(|month| last_of_month(*month) >= first).take(MOST_MONTHS).collect();
    months.reverse();
    html! {
        section {
            h2 { "Calendar" }
            p { @for (sign, words) in legend(days) { span class="key" { b { (sign) } " " (words) } " " } }
            div class="months" { @for month in months { (month_table(month, days, week_starts)) } }
        }
    }
}

fn month_table(month: NaiveDate, days: &Days, week_starts: Weekday) -> Markup {
    let lead = month.weekday().days_since(week_starts) as usize;
    let days_of_month = days.through(month, last_of_month(month)).map(Some);
    let cells: Vec<Option<Day>> = std::iter::repeat_n(None, lead).chain(days_of_month).collect();
    html! {
        table class="month" {
            caption { (month.format("%B %Y")) }
            thead { tr { @for day in week(week_starts) { th scope="col" abbr=(long(day)) { (short(day)) } } } }
            tbody {
                @for row in cells.chunks(7) {
                    tr {
                        @for cell in row {
                            @if let Some(day) = cell {
                                @let ((sign, _), words) = (sign(day), day_words(day));
                                td class=[(day.date == days.today).then_some("today")] {
                                    (day.date.day())
                                    span aria-hidden="true" { @if sign != ' ' { (sign) } }
                                    @if sign != ' ' || day.seen.practical { span class="hidden" { ", " (words) } }
                                }
                            } @else { td {} }
                        }
                    }
                }
            }
        }
    }
}
