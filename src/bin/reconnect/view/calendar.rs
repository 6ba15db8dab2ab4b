//! Months as a calendar: each day kept, a contact by the user or by them, an urge, or outside a count. Today is marked, and no
//! mark needs colour. For a screen reader it is a list.

use crate::words::{long, week};
use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};
use reconnect::date::LongDate;
use reconnect::{Run, Who};

use crate::store::diary::{RecordKind, Snapshot};
use crate::terminal::page::Page;
use crate::terminal::style::{Style, Styler};

/// What a day is marked with; of several the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    Outside,
    Kept,
    Urge,
    Them,
    Me,
}

impl Mark {
    pub const fn sign(self) -> char {
        match self {
            Self::Outside => ' ',
            Self::Kept => '·',
            Self::Urge => '~',
            Self::Them => '<',
            Self::Me => '×',
        }
    }

    pub const fn words(self) -> &'static str {
        match self {
            Self::Outside => "no count",
            Self::Kept => "kept",
            Self::Urge => "an urge",
            Self::Them => "a contact from them",
            Self::Me => "a contact from you",
        }
    }
}

pub struct MarkedDays {
    today: NaiveDate,
    /// Nothing is marked before it.
    since: NaiveDate,
    runs: Vec<Run>,
    marks: BTreeMap<NaiveDate, Mark>,
}

impl MarkedDays {
    pub fn of(snapshot: &Snapshot, since: Option<NaiveDate>) -> Self {
        let mut marks = BTreeMap::new();
        for dated in &snapshot.records {
            let mark = match dated.record.kind() {
                RecordKind::Contact(record) if record.contact.who == Who::Me => Mark::Me,
                RecordKind::Contact(_) => Mark::Them,
                RecordKind::Urge { .. } => Mark::Urge,
                _ => continue,
            };
            let slot = marks.entry(dated.moment.day).or_insert(mark);
            *slot = mark.max(*slot);
        }
        let runs = snapshot.all_runs().collect();
        Self { today: snapshot.today(), since: since.unwrap_or(NaiveDate::MIN), runs, marks }
    }

    /// The first day on which anything is marked.
    fn first(&self) -> Option<NaiveDate> {
        self.runs.iter().map(|run| run.start.day).chain(self.marks.keys().copied()).min()
    }

    fn is_in_run(&self, day: NaiveDate) -> bool {
        let inside = |run: &Run| run.start.day <= day && run.end.is_none_or(|(end, _)| day <= end.day);
        day <= self.today && self.runs.iter().any(inside)
    }

    /// The day's mark in words; an urge or a contact from them doesn't hide that the day was kept.
    pub fn words(&self, day: NaiveDate) -> String {
        let mark = self.on(day);
        let is_kept_too = matches!(mark, Mark::Urge | Mark::Them) && self.is_in_run(day);
        format!("{}{}", mark.words(), if is_kept_too { "; kept" } else { "" })
    }

    pub fn on(&self, day: NaiveDate) -> Mark {
        match self.marks.get(&day) {
            _ if day < self.since => Mark::Outside,
            Some(mark) => *mark,
            None if self.is_in_run(day) => Mark::Kept,
            None => Mark::Outside,
        }
    }
}

/// How many months are shown unless the user says otherwise.
const MONTHS: u32 = 3;

/// Months that were asked for are shown, empty or not; otherwise none before the first day on which there is anything.
pub fn months(days: &MarkedDays, asked: Option<u32>, week_starts: Weekday, mut page: Page, styler: Styler) -> String {
    let this_month = days.today.with_day(1).unwrap_or(days.today);
    let begins = days.first().unwrap_or(this_month).min(this_month);
    for back in (0..asked.unwrap_or(MONTHS)).rev() {
        let Some(first) = this_month.checked_sub_months(chrono::Months::new(back)) else { continue };
        let next = first.checked_add_months(chrono::Months::new(1)).unwrap_or(first);
        if asked.is_none() && next <= begins {
            continue;
        }
        page.paragraph(Style::Strong, &first.format("%B %Y").to_string());
        if page.is_linear() {
            page.sentences(&list(days, first));
        } else {
            page.raw(&grid(days, first, week_starts, styler));
        }
    }
    if !page.is_linear() {
        page.paragraph(Style::Quiet, "· kept, × a contact from you, < a contact from them, ~ an urge, [ ] today");
    }
    page.finish()
}

pub fn days_of(first: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    first.iter_days().take_while(move |day| day.month() == first.month())
}

/// The days of a month until today, each stretch of the same mark in one line.
fn list(days: &MarkedDays, first: NaiveDate) -> Vec<String> {
    let mut stretches: Vec<(NaiveDate, NaiveDate, String)> = Vec::new();
    for day in days_of(first).take_while(|day| *day <= days.today) {
        let words = days.words(day);
        match stretches.last_mut() {
            Some((_, last, known)) if *known == words => *last = day,
            _ => stretches.push((day, day, words)),
        }
    }
    let line = |(from, last, words): &(NaiveDate, NaiveDate, String)| {
        let through = if from == last { String::new() } else { format!(" to {}", LongDate(*last)) };
        let today = if *last == days.today { ", today" } else { "" };
        format!("{}{through}{today}: {words}.", LongDate(*from))
    };
    stretches.iter().map(line).collect()
}

fn grid(days: &MarkedDays, first: NaiveDate, week_starts: Weekday, styler: Styler) -> String {
    let mut text = String::new();
    for name in week(week_starts) {
        text.push_str(&styler.quiet(&format!(" {:<4}", long(name).get(..2).unwrap_or_default())));
    }
    text.push('\n');
    let lead = first.weekday().days_since(week_starts);
    text.push_str(&" ".repeat(5 * lead as usize));
    for day in days_of(first) {
        text.push_str(&cell(days, day, styler));
        if day.weekday().succ() == week_starts && day.succ_opt().is_some_and(|next| next.month() == day.month()) {
            text.push('\n');
        }
    }
    text.lines().map(str::trim_end).fold(String::new(), |all, line| all + line + "\n")
}

/// Five columns: ` 23· `, today `[23·]`.
fn cell(days: &MarkedDays, day: NaiveDate, styler: Styler) -> String {
    let mark = days.on(day);
    let (open, close) = if day == days.today { ('[', ']') } else { (' ', ' ') };
    let text = format!("{open}{:>2}{}{close}", day.day(), mark.sign());
    match mark {
        Mark::Outside => styler.quiet(&text),
        Mark::Kept => styler.accent(&text),
        Mark::Urge | Mark::Them => text,
        Mark::Me => styler.strong(&text),
    }
}
