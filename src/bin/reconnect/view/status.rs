//! The face of the program: how long, where in the guide's windows, what follows and why, what comes next.

use chrono::NaiveDate;
use reconnect::when::{Spoken, distance};
use reconnect::{
    Boundary, BoundaryKind, Count, Facts, Milestone, Moment, Record, Run, Verdict, VerdictId, Window, WindowId, a_year_has_passed,
    advise, days_between, milestones,
};

use crate::text::page::Page;
use crate::text::style::Style;
use crate::words::{self, days, fill};

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
    pub record: Record,
    /// The boundaries in force.
    pub boundaries: Vec<Boundary>,
    /// Their answer and its day.
    pub answer: Option<(reconnect::Answer, NaiveDate)>,
    /// What the first day is called.
    pub first_day: i64,
    /// What the six steps lack.
    pub lacks: Vec<String>,
    /// Whether anything was ever recorded or set.
    pub is_fresh: bool,
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

    /// The same in words. Counted from 1 it is a day's number, not a length: "day 23" is the 22nd day after the first.
    pub fn shown_run(&self) -> Option<String> {
        self.shown_days().map(|shown| if self.first_day == 0 { days(shown) } else { fill(words::DAY, &[("number", &shown)]) })
    }

    /// The longest run beside those days: counted as they are, so that it is never the shorter of the two.
    pub fn shown_longest(&self) -> i64 {
        let Record { longest_days, runs, .. } = self.record;
        if runs == 0 { longest_days } else { longest_days + self.first_day }
    }
}

/// The window's name for people.
fn window_name(facts: &Facts) -> Option<String> {
    let months = facts.thresholds.golden_months();
    let aged = facts.breakup.is_some_and(|breakup| a_year_has_passed(breakup, facts.today));
    Some(match facts.window()?.id {
        WindowId::Days => words::WINDOW_DAYS.to_owned(),
        WindowId::WeeksTo6Months => fill(words::WINDOW_WEEKS, &[("months", &months)]),
        WindowId::Years if aged => words::WINDOW_YEARS.to_owned(),
        WindowId::Years => fill(words::WINDOW_AFTER, &[("months", &months)]),
    })
}

/// The three honest numbers, in a line; none where no run was ever open.
pub fn numbers(record: Record, shown_run: Option<String>) -> Option<String> {
    let Record { longest_days, kept_days, total_days, .. } = record;
    let (longest, total) = (days(longest_days), days(total_days));
    match shown_run {
        Some(current) => {
            Some(fill(words::NUMBERS, &[("days", &current), ("longest", &longest), ("kept", &kept_days), ("total", &total)]))
        }
        None if total_days > 0 => {
            Some(fill(words::NUMBERS_CLOSED, &[("longest", &longest), ("kept", &kept_days), ("total", &total)]))
        }
        None => None,
    }
}

/// Only where a breakup's date is in the guide, for `window`.
pub fn guide_page(facts: Facts, mut page: Page) -> String {
    let room = page.room();
    page.row("The guide", &guide(&facts, room));
    page.finish()
}

/// A moment for people: the date, and the time where it is known.
pub fn spoken(moment: Moment) -> String {
    match moment.at {
        Some(at) => format!("{} {}", Spoken(at.date_naive()), at.format("%H:%M")),
        None => Spoken(moment.day).to_string(),
    }
}

/// What was understood: the date, and how far it is from today.
pub fn echoed(moment: Moment, today: NaiveDate) -> String {
    format!("{}, {}", spoken(moment), distance(moment.day, today))
}

/// As the beginning of a sentence.
fn in_front(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A milestone's count for people.
pub fn counted(count: Count) -> String {
    match count {
        Count::Days(1) => "1 day".to_owned(),
        Count::Days(days) => format!("{days} days"),
        Count::Years(1) => "1 year".to_owned(),
        Count::Years(years) => format!("{years} years"),
    }
}

/// The page for people.
pub fn human(status: &Status, mut page: Page) -> String {
    if status.is_fresh {
        page.paragraph(Style::Strong, words::FRESH);
        page.paragraph(Style::Plain, words::FRESH_HOW);
        page.lines(Style::Accent, 2, words::FRESH_COMMAND);
        page.paragraph(Style::Plain, words::FRESH_DATES);
        return page.finish();
    }
    page.row("No contact", &no_contact(status));
    let room = page.room();
    page.row("The guide", &guide(&status.facts, room));
    page.row("Now", &now(status));
    if !status.lacks.is_empty() {
        let lines: Vec<_> = status.lacks.iter().map(|line| (Style::Quiet, line.clone())).collect();
        page.row(words::LACKS, &lines);
    }
    if let Some(next) = status.next_milestone() {
        let text = fill(words::NEXT_DAYS, &[("count", &counted(next.count)), ("date", &Spoken(next.date))]);
        page.row("Next", &[(Style::Plain, text)]);
    }
    if status.verdict.reasons().any(|reason| !reason.stated) {
        page.paragraph(Style::Quiet, words::INFERRED);
    }
    page.finish()
}

fn no_contact(status: &Status) -> Vec<(Style, String)> {
    let today = status.facts.today;
    let mut lines = vec![(
        Style::Strong,
        match (status.since, status.last_run) {
            (Some(start), _) => {
                let template = match (start.day - today).num_days() {
                    0 => words::RUN_TODAY,
                    1.. => words::RUN_AHEAD,
                    _ => words::RUN,
                };
                let shown = in_front(&status.shown_run().unwrap_or_default());
                fill(template, &[("days", &shown), ("since", &spoken(start)), ("first", &status.first_day)])
            }
            (None, Some(run)) => {
                let end = run.end.map_or(run.start, |(end, _)| end);
                fill(words::RUN_CLOSED, &[("end", &spoken(end)), ("days", &days(run.days(today)))])
            }
            (None, None) => words::NO_RUN.to_owned(),
        },
    )];
    if status.record.total_days > 1 {
        let Record { longest_days, kept_days, total_days, .. } = status.record;
        let numbers = fill(words::RECORD, &[("longest", &days(longest_days)), ("kept", &kept_days), ("total", &days(total_days))]);
        lines.push((Style::Quiet, numbers));
    }
    lines
}

fn guide(facts: &Facts, room: usize) -> Vec<(Style, String)> {
    let (Some(window), Some(breakup), Some(name)) = (facts.window(), facts.breakup, window_name(facts)) else {
        return vec![(Style::Plain, words::NO_BREAKUP.to_owned())];
    };
    let today = facts.today;
    let age = match (breakup - today).num_days() {
        0 => fill(words::BREAKUP_TODAY, &[("breakup", &Spoken(breakup))]),
        1.. => fill(words::BREAKUP_AHEAD, &[("breakup", &Spoken(breakup))]),
        _ => fill(words::BREAKUP, &[("days", &days(days_between(breakup, today))), ("breakup", &Spoken(breakup))]),
    };
    let age = (Style::Strong, format!("{name}: {age}"));
    let verdict = advise(facts).id();
    // Where the word is theirs, where a window ends is no news to the user, and would read as a deadline.
    if verdict.is_theirs() {
        return vec![age];
    }
    let own = !facts.thresholds.is_default();
    let bounds = match (window.through, own) {
        (Some(_), false) => words::BOUNDS,
        (Some(_), true) => words::BOUNDS_OWN,
        (None, false) => words::BOUNDS_OPEN,
        (None, true) => words::BOUNDS_OPEN_OWN,
    };
    let through = window.through.unwrap_or(window.from);
    let bounds = fill(bounds, &[("from", &Spoken(window.from)), ("through", &Spoken(through))]);
    let mut lines = vec![age, (Style::Accent, place_in(&window, today, room.min(50))), (Style::Quiet, bounds)];
    if window.through == Some(today) {
        lines.push((Style::Plain, words::LAST_DAY.to_owned()));
    }
    // The verdict `extra-care` says it among its reasons.
    if !own && !window.stated && verdict != VerdictId::ExtraCare {
        lines.push((Style::Quiet, words::NOT_STATED.to_owned()));
    }
    lines
}

/// Where today is between the window's first and last day; years have no end, so the bar stays open and fills over ten of them.
fn place_in(window: &Window, today: NaiveDate, width: usize) -> String {
    let length = window.through.map_or(3653, |through| days_between(window.from, through)).max(1);
    #[expect(clippy::cast_precision_loss, reason = "days of a human life")]
    let share = days_between(window.from, today) as f64 / length as f64;
    bar(width, share, window.through.is_none())
}

fn now(status: &Status) -> Vec<(Style, String)> {
    let mut lines = vec![(Style::Strong, status.verdict.says().to_owned())];
    lines.extend(status.boundaries.iter().map(|boundary| (Style::Plain, boundary_line(boundary))));
    for reason in status.verdict.reasons() {
        let sign = if reason.stated { " " } else { "*" };
        lines.push((Style::Plain, format!("Step {}{sign} {}", reason.step, reason.text)));
    }
    if let Some(earliest) = status.verdict.earliest.filter(|earliest| *earliest > status.facts.today) {
        lines.push((Style::Quiet, fill(words::EARLIEST, &[("date", &Spoken(earliest))])));
    }
    lines
}

/// A boundary in words.
pub fn boundary_line(boundary: &Boundary) -> String {
    let kind = match boundary.kind {
        BoundaryKind::Space => words::SPACE,
        BoundaryKind::Order => words::ORDER,
    };
    if let Some(through) = boundary.through {
        return fill(words::BOUNDARY_THROUGH, &[("kind", &kind), ("from", &Spoken(boundary.from)), ("through", &Spoken(through))]);
    }
    // A legal order is not the other person's to lift by a word.
    let open = if boundary.kind == BoundaryKind::Order { words::ORDER_OPEN } else { words::BOUNDARY_OPEN };
    fill(open, &[("kind", &kind), ("from", &Spoken(boundary.from))])
}

/// One line.
pub fn short(status: &Status) -> String {
    if status.is_fresh {
        return format!("{}\n", words::SHORT_FRESH);
    }
    let run = status.shown_run().map_or(words::SHORT_NO_RUN.to_owned(), |shown| fill(words::SHORT_RUN, &[("days", &shown)]));
    let window = window_name(&status.facts).map_or(words::SHORT_NO_BREAKUP.to_owned(), |name| name.to_lowercase());
    format!("{}\n", fill(words::SHORT, &[("run", &run), ("window", &window)]))
}

/// The names that a template may hold, with their values; what is not known is empty.
pub fn values(status: &Status) -> Vec<(&'static str, String)> {
    let text = |value: Option<i64>| value.map(|value| value.to_string()).unwrap_or_default();
    let next = status.next_milestone();
    vec![
        ("days", text(status.shown_days())),
        ("since", status.since.map(|start| start.to_string()).unwrap_or_default()),
        ("longest", status.shown_longest().to_string()),
        ("kept", status.record.kept_days.to_string()),
        ("total", status.record.total_days.to_string()),
        ("runs", status.record.runs.to_string()),
        ("breakup", status.facts.breakup.map(|day| day.to_string()).unwrap_or_default()),
        ("breakup_days", text(status.breakup_days())),
        ("window", status.facts.window().map(|window| window.id.to_string()).unwrap_or_default()),
        ("verdict", status.verdict.id().to_string()),
        ("earliest", status.verdict.earliest.map(|day| day.to_string()).unwrap_or_default()),
        ("milestone", next.map(|next| next.id()).unwrap_or_default()),
        ("milestone_date", next.map(|next| next.date.to_string()).unwrap_or_default()),
    ]
}
/// A bar of `width` columns with a mark at `share` (0 to 1) of its length.
pub fn bar(width: usize, share: f64, open_end: bool) -> String {
    let inner = width.saturating_sub(2).max(1);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a share of a few dozen columns"
    )]
    let at = ((inner - 1) as f64 * share.clamp(0.0, 1.0)).round() as usize;
    let end = if open_end { '┄' } else { '┤' };
    format!("├{}●{}{end}", "━".repeat(at), "─".repeat(inner - 1 - at))
}
