//! Months as a grid: each day kept, a contact by me, by them, an urge, or outside a run; today marked; legible without colour.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};
use reconnect::{Run, Who};

use crate::text::page::Page;
use crate::text::style::{Style, Styler};
use crate::words;

/// What a day is marked with; of several the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    Outside,
    Kept,
    Urge,
    Them,
    Me,
}

impl Mark {
    const fn sign(self) -> char {
        match self {
            Self::Outside => ' ',
            Self::Kept => '·',
            Self::Urge => '~',
            Self::Them => '<',
            Self::Me => '×',
        }
    }
}

/// The days that are marked.
#[derive(Debug)]
pub struct Days {
    today: NaiveDate,
    runs: Vec<Run>,
    marks: BTreeMap<NaiveDate, Mark>,
}

impl Days {
    /// Days with nothing but runs.
    pub fn new(today: NaiveDate, runs: Vec<Run>) -> Self {
        Self { today, runs, marks: BTreeMap::new() }
    }

    /// A contact.
    pub fn contact(&mut self, day: NaiveDate, who: Who) {
        self.mark(day, if who == Who::Me { Mark::Me } else { Mark::Them });
    }

    /// A wish to write, whatever became of it.
    pub fn urge(&mut self, day: NaiveDate) {
        self.mark(day, Mark::Urge);
    }

    fn mark(&mut self, day: NaiveDate, mark: Mark) {
        let slot = self.marks.entry(day).or_insert(mark);
        *slot = (*slot).max(mark);
    }

    /// The first day on which anything is marked.
    fn first(&self) -> Option<NaiveDate> {
        self.runs.iter().map(|run| run.start.day).chain(self.marks.keys().copied()).min()
    }

    fn of(&self, day: NaiveDate) -> Mark {
        let inside = |run: &Run| run.start.day <= day && run.end.is_none_or(|(end, _)| day <= end.day);
        let kept = day <= self.today && self.runs.iter().any(inside);
        let base = if kept { Mark::Kept } else { Mark::Outside };
        self.marks.get(&day).copied().unwrap_or(base)
    }
}

/// How many months are shown, today's the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// So many.
    Exactly(u32),
    /// So many, but none before the first day on which there is anything.
    AtMost(u32),
}

/// The months of a span.
pub fn months(days: &Days, span: Span, week_starts: Weekday, mut page: Page, styler: Styler) -> String {
    let this_month = days.today.with_day(1).unwrap_or(days.today);
    let (count, begins) = match span {
        Span::Exactly(count) => (count, None),
        Span::AtMost(count) => (count, Some(days.first().unwrap_or(this_month).min(this_month))),
    };
    for back in (0..count).rev() {
        let Some(first) = this_month.checked_sub_months(chrono::Months::new(back)) else { continue };
        let next = first.checked_add_months(chrono::Months::new(1)).unwrap_or(first);
        if begins.is_some_and(|day| next <= day) {
            continue;
        }
        page.paragraph(Style::Strong, &first.format("%B %Y").to_string());
        page.raw(&grid(days, first, week_starts, styler));
    }
    page.paragraph(Style::Quiet, words::CALENDAR_LEGEND);
    page.finish()
}

fn grid(days: &Days, first: NaiveDate, week_starts: Weekday, styler: Styler) -> String {
    let mut text = String::new();
    let mut name = week_starts;
    for _ in 0..7 {
        text.push_str(&styler.quiet(&format!(" {:<4}", name.to_string().get(..2).unwrap_or_default())));
        name = name.succ();
    }
    text.push('\n');
    let lead = first.weekday().days_since(week_starts);
    text.push_str(&" ".repeat(5 * lead as usize));
    let in_month =
        (0..31).filter_map(|day| first.checked_add_days(chrono::Days::new(day))).filter(|day| day.month() == first.month());
    for day in in_month {
        text.push_str(&cell(days, day, styler));
        if day.weekday().succ() == week_starts && day.succ_opt().is_some_and(|next| next.month() == day.month()) {
            text.push('\n');
        }
    }
    text.lines().map(str::trim_end).fold(String::new(), |all, line| all + line + "\n")
}

/// Five columns: ` 23· `, today `[23·]`.
fn cell(days: &Days, day: NaiveDate, styler: Styler) -> String {
    let mark = days.of(day);
    let (open, close) = if day == days.today { ('[', ']') } else { (' ', ' ') };
    let text = format!("{open}{:>2}{}{close}", day.day(), mark.sign());
    match mark {
        Mark::Outside => styler.quiet(&text),
        Mark::Kept => styler.accent(&text),
        Mark::Urge | Mark::Them => text,
        Mark::Me => styler.strong(&text),
    }
}
