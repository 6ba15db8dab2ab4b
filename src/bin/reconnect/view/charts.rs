//! The charts of the page to print: inline SVG, drawn from the numbers that stand in the table beside each of them, so a screen
//! reader skips them. And the calendar, which is a table itself.

use crate::words::{long, week};
use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate, Timelike, Weekday};
use maud::{Markup, html};
use reconnect::Ending;

use super::calendar::{Mark, MarkedDays, days_of};
use crate::model::period::Report;

const WIDTH: i64 = 720;
const MOST_MONTHS: usize = 24;

pub fn of(section: &str, report: &Report<'_>) -> Option<Markup> {
    match section {
        "runs" => Some(runs(report)),
        "urges" => Some(urges(report)),
        "checkins" => Some(checkins(report)),
        _ => None,
    }
}

/// A place between two days, from 0 to `width`.
fn place(day: NaiveDate, (first, last): (NaiveDate, NaiveDate), width: i64) -> i64 {
    let whole = (last - first).num_days().max(1);
    (day - first).num_days().clamp(0, whole) * width / whole
}

/// Each run as a bar over the time shown; a cross above it where a contact ended one.
fn runs(report: &Report<'_>) -> Markup {
    let starts = report.runs.iter().map(|run| run.start.day).min();
    let shown = (report.since.max(starts).unwrap_or(report.today).min(report.today), report.today);
    html! {
        svg viewBox=(format!("-8 0 {} 40", WIDTH + 16)) aria-hidden="true" {
            @for run in &report.runs {
                @let from = place(run.start.day, shown, WIDTH);
                @let until = place(run.end.map_or(report.today, |(end, _)| end.day), shown, WIDTH);
                rect class="run" x=(from) y="12" width=((until - from).max(2)) height="16" rx="3" {}
                @if run.end.is_some_and(|(_, ending)| ending == Ending::Contact) {
                    path class="mark" d=(format!("M{} 1 l8 8 m0 -8 l-8 8", until - 4)) {}
                }
            }
        }
    }
}

/// A square for every hour of the week; the darker, the more.
fn urges(report: &Report<'_>) -> Markup {
    let mut counts: BTreeMap<(u32, u32), i64> = BTreeMap::new();
    for urge in report.shown_urges() {
        if let Some(at) = urge.dated.moment.at {
            *counts.entry((urge.weekday().num_days_from_monday(), at.hour())).or_default() += 1;
        }
    }
    let most = counts.values().copied().max().unwrap_or(1);
    html! {
        svg viewBox=(format!("0 0 {WIDTH} 210")) aria-hidden="true" {
            @for (row, day) in (0u32..).zip(week(Weekday::Mon)) {
                text x="0" y=(row * 26 + 18) { (long(day)) }
                @for hour in 0u32..24 {
                    @let count = counts.get(&(row, hour)).copied().unwrap_or(0);
                    @let strength = if count == 0 { 0 } else { 25 + 75 * count / most };
                    rect class=(if count == 0 { "none" } else { "cell" }) x=(hour * 25 + 96) y=(row * 26 + 2) width="23" height="22"
                        fill-opacity=(format!("{strength}%")) {}
                    @if count > 1 {
                        text class="on" x=(hour * 25 + 107) y=(row * 26 + 18) text-anchor="middle" { (count) }
                    }
                }
            }
            @for hour in [0u32, 6, 12, 18] {
                text x=(hour * 25 + 96) y="202" { (hour) ":00" }
            }
        }
    }
}

/// A point for every check-in, joined by a line.
fn checkins(report: &Report<'_>) -> Markup {
    let days = || report.checkins.iter().map(|checkin| checkin.day);
    let shown = (days().min().unwrap_or(report.today), days().max().unwrap_or(report.today));
    let height = |mood: u8| 150 - 26 * i64::from(mood);
    let points: Vec<(i64, i64)> =
        report.checkins.iter().map(|checkin| (place(checkin.day, shown, WIDTH - 40) + 30, height(checkin.mood))).collect();
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

/// A table for every month, at most the last two years.
pub fn calendar(days: &MarkedDays, (first, last): (NaiveDate, NaiveDate), week_starts: Weekday) -> Markup {
    let months = (0u32..).map_while(|back| last.with_day(1)?.checked_sub_months(Months::new(back)));
    let mut months: Vec<NaiveDate> =
        months.take_while(|month| *month >= first.with_day(1).unwrap_or(first)).take(MOST_MONTHS).collect();
    months.reverse();
    let week: Vec<Weekday> = week(week_starts).collect();
    html! {
        section {
            h2 { "Calendar" }
            p {
                @for mark in [Mark::Kept, Mark::Urge, Mark::Them, Mark::Me] {
                    span class="key" { b { (mark.sign()) } " " (mark.words()) } " "
                }
            }
            div class="months" {
                @for month in &months {
                    (month_table(*month, &week, days, last))
                }
            }
        }
    }
}

fn month_table(month: NaiveDate, week: &[Weekday], days: &MarkedDays, today: NaiveDate) -> Markup {
    let lead = week.iter().position(|day| *day == month.weekday()).unwrap_or(0);
    let cells: Vec<Option<NaiveDate>> = std::iter::repeat_n(None, lead).chain(days_of(month).map(Some)).collect();
    html! {
        table class="month" {
            caption { (month.format("%B %Y")) }
            thead { tr { @for day in week { th scope="col" abbr=(long(*day)) { (long(*day).get(..2).unwrap_or("")) } } } }
            tbody {
                @for row in cells.chunks(7) {
                    tr {
                        @for cell in row {
                            @if let Some(day) = cell {
                                @let mark = days.on(*day);
                                td class=[(*day == today).then_some("today")] {
                                    (day.day())
                                    span aria-hidden="true" { @if mark != Mark::Outside { (mark.sign()) } }
                                    @if mark != Mark::Outside { span class="hidden" { ", " (days.words(*day)) } }
                                }
                            } @else { td {} }
                        }
                    }
                }
            }
        }
    }
}
