//! The page to print or to show a counsellor: one file, nothing loaded, no script.

use chrono::Weekday;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::charts;
use super::overview::{self, Section, Table};
use crate::model::days::Days;
use crate::model::period::{Period, Words};
use crate::terminal::escape::escape_control_lines;

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
                        (charts::calendar(&Days::of(period.snapshot, period.since), period.since, week_starts))
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
            @if let Some(chart) = charts::of(section.id, period) { (chart) }
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
    let Some(depth) = all.first().map(|words| words.depth) else { return html! {} };
    let mut groups: Vec<&[Words]> = Vec::new();
    let mut rest = all;
    while let Some(below) = rest.get(1..) {
        let end = below.iter().position(|words| words.depth <= depth).map_or(rest.len(), |index| index + 1);
        let (group, after) = rest.split_at(end);
        groups.push(group);
        rest = after;
    }
    html! {
        ul {
            @for group in groups {
                @if let Some((first, below)) = group.split_first() {
                    li {
                        b { (first.name) }
                        p dir="auto" { (escape_control_lines(&first.text)) }
                        @if !below.is_empty() { (words(below)) }
                    }
                }
            }
        }
    }
}
