//! The status screen, and its short forms.

use chrono::NaiveDate;
use reconnect::date::LongDate;
use reconnect::{
    Answer, Boundary, Facts, Milestone, Moment, Run, Totals, Verdict, WindowId, a_year_has_passed, days_between, milestones,
};

use super::recorded::count;
use crate::current_dates::spoken;
use crate::text::page::Page;
use crate::text::style::Style;

/// Everything that a status shows, computed once and shown in four forms.
#[derive(Debug)]
pub struct Status {
    /// The facts.
    pub facts: Facts,
    /// What follows from them.
    pub verdict: Verdict,
    /// The open run's start.
    pub since: Option<Moment>,
    /// The latest run, where none is open.
    pub last_run: Option<Run>,
    /// The honest numbers.
    pub totals: Totals,
    /// The boundaries in force.
    pub boundaries: Vec<Boundary>,
    /// Their answer and its day.
    pub answer: Option<(Answer, NaiveDate)>,
    /// What the first day is called: 0 or 1.
    pub first_day: i64,
    /// Whether nothing was ever recorded.
    pub is_empty: bool,
}

impl Status {
    /// Days of the current run; 0 where the start lies ahead.
    pub fn days(&self) -> Option<i64> {
        self.since.map(|start| days_between(start.day, self.facts.today))
    }

    /// Days since the breakup; 0 where it lies ahead.
    pub fn breakup_days(&self) -> Option<i64> {
        self.facts.breakup.map(|breakup| days_between(breakup, self.facts.today))
    }

    /// The first milestone strictly after today.
    pub fn next_milestone(&self) -> Option<Milestone> {
        milestones(self.since?.day).find(|milestone| milestone.date > self.facts.today)
    }

    /// The days as people are told them: the first may be day 1.
    pub fn shown_days(&self) -> Option<i64> {
        self.days().map(|days| days + self.first_day)
    }

    /// The same in words. Counted from 1 it is a day's number, not a length.
    pub fn shown_run(&self) -> Option<String> {
        self.shown_days().map(|shown| if self.first_day == 0 { count(shown, "day") } else { format!("day {shown}") })
    }

    /// The longest run, counted as the days are shown.
    pub fn shown_longest(&self) -> i64 {
        let Totals { longest_days, runs, .. } = self.totals;
        if runs == 0 { longest_days } else { longest_days + self.first_day }
    }
}

/// The window's name for people.
pub fn window_name(facts: &Facts) -> Option<String> {
    let months = facts.thresholds.golden_months();
    let aged = facts.breakup.is_some_and(|breakup| a_year_has_passed(breakup, facts.today));
    Some(match facts.window()?.id {
        WindowId::Days => "the first days".to_owned(),
        WindowId::WeeksTo6Months => format!("a few weeks to {months} months"),
        WindowId::Years if aged => "years".to_owned(),
        WindowId::Years => format!("after {months} months"),
    })
}

/// The page for people.
pub fn human(status: &Status, mut page: Page) -> String {
    if let (Some(run), Some(since)) = (status.shown_run(), status.since) {
        page.row("No contact", &[(Style::Strong, format!("{run}, since {}", spoken(since)))]);
    }
    if let Some(breakup) = status.facts.breakup {
        page.row("Breakup", &[(Style::Plain, LongDate(breakup).to_string())]);
    }
    page.paragraph(Style::Strong, status.verdict.says());
    page.finish()
}

/// One line.
pub fn short(status: &Status) -> String {
    if status.is_empty {
        return "Nothing is set up yet. `reconnect start-no-contact` begins.\n".to_owned();
    }
    let run = status.shown_run().map_or("no count".to_owned(), |shown| format!("{shown} of no contact"));
    let window = window_name(&status.facts).unwrap_or_else(|| "no breakup date".to_owned());
    format!("{run}; {window}\n")
}

/// The names that a template may hold, with their values; what is not known is empty.
pub fn values(status: &Status) -> Vec<(&'static str, String)> {
    let text = |value: Option<i64>| value.map(|value| value.to_string()).unwrap_or_default();
    let next = status.next_milestone();
    vec![
        ("days", text(status.shown_days())),
        ("since", status.since.map(|start| start.to_string()).unwrap_or_default()),
        ("longest", status.shown_longest().to_string()),
        ("kept", status.totals.kept_days.to_string()),
        ("total", status.totals.total_days.to_string()),
        ("runs", status.totals.runs.to_string()),
        ("breakup", status.facts.breakup.map(|day| day.to_string()).unwrap_or_default()),
        ("breakup_days", text(status.breakup_days())),
        ("window", status.facts.window().map(|window| window.id.to_string()).unwrap_or_default()),
        ("verdict", status.verdict.id().to_string()),
        ("earliest", status.verdict.earliest.map(|day| day.to_string()).unwrap_or_default()),
        ("milestone", next.map(|next| next.id()).unwrap_or_default()),
        ("milestone_date", next.map(|next| next.date.to_string()).unwrap_or_default()),
    ]
}
