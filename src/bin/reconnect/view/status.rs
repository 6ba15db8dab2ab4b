//! The status screen, and its short forms.

use chrono::NaiveDate;
use reconnect::date::{LongDate, distance};
use reconnect::{
    Answer, Boundary, BoundaryKind, Count, Facts, Milestone, Moment, Run, Totals, Verdict, VerdictId, WARM_DAY_0, WARM_SLIP,
    WindowId, a_year_has_passed, days_between, milestones, way_to_use_the_time,
};

use super::four_weeks::{self, Mark, Marked};
use super::help::{HELPLINE, OWN_BEHAVIOUR};
use super::recorded::count;
use crate::current_dates::spoken;
use crate::text::page::Page;
use crate::text::style::Style;

/// Everything that a status shows, computed once and shown in several forms.
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
    /// The day of the latest contact that ended a run.
    pub last_slip: Option<NaiveDate>,
    /// The last four weeks, a mark a day.
    pub four_weeks: Vec<Marked>,
    /// The boundaries in force.
    pub boundaries: Vec<Boundary>,
    /// Their answer and its day.
    pub answer: Option<(Answer, NaiveDate)>,
    /// What the first day is called: 0 or 1.
    pub first_day: i64,
    /// Entries that are dated after today.
    pub ahead: usize,
    /// Until when the prompt and the reminders are hidden, in words; `None` where they show.
    pub hidden: Option<String>,
    /// Whether nothing was ever recorded.
    pub is_empty: bool,
    /// Whether there is a diary and none of its lines could be read.
    pub is_all_damage: bool,
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

    /// Whether kept and longest say more than the count does.
    fn had_a_break(&self) -> bool {
        self.last_slip.is_some() || self.totals.runs > 1
    }

    /// Whether the breakup and its window have no place on the screen: their word, or letting go, comes first.
    pub fn leaves_out_window(&self) -> bool {
        matches!(self.verdict.id(), VerdictId::RespectBoundary | VerdictId::AcceptAnswer | VerdictId::Heal)
    }

    /// What to say first: on day 0, and on the day of a contact that ended a run. An order is never talked down, a flood of
    /// messages isn't either, and after a yes nothing is a mistake.
    fn warm_sentence(&self) -> Option<&'static str> {
        if self.facts.order_recorded || self.facts.pressed() || self.verdict.id() == VerdictId::BuildNew {
            return None;
        }
        let today = self.facts.today;
        if self.last_slip == Some(today) && self.totals.kept_days > 0 {
            return Some(WARM_SLIP);
        }
        (self.since?.day == today).then_some(WARM_DAY_0)
    }
}

/// The window's name for people.
pub fn window_name(facts: &Facts) -> Option<String> {
    let months = facts.thresholds.golden_months();
    let aged = facts.breakup.is_some_and(|breakup| a_year_has_passed(breakup, facts.today));
    Some(match facts.window()?.id {
        WindowId::Days => "the first days".to_owned(),
        WindowId::WeeksTo6Months => format!("a few weeks to {}", count(i64::from(months), "month")),
        WindowId::Years if aged => "years".to_owned(),
        WindowId::Years => format!("after {}", count(i64::from(months), "month")),
    })
}

/// The breakup and its window on one line.
pub fn breakup_and_window(facts: &Facts, breakup: NaiveDate) -> String {
    if breakup > facts.today {
        return format!("{}, ahead of this computer's clock", LongDate(breakup));
    }
    let name = window_name(facts).unwrap_or_default();
    format!("{}, {}: {name}", distance(breakup, facts.today), LongDate(breakup))
}

/// The page for people.
pub fn human(status: &Status, page: Page) -> String {
    let mut page = screen(status, page);
    way_out(status, &mut page);
    page.finish()
}

/// The page without its last line, so that `--why` can go on from there.
pub fn screen(status: &Status, mut page: Page) -> Page {
    if status.is_all_damage {
        page.lead("Your diary is here, but none of its lines can be read. `reconnect doctor` names each one.");
    }
    if status.is_empty {
        if !status.is_all_damage {
            how_to_begin(&mut page);
        }
        hidden(status, &mut page);
        return page;
    }
    if let Some(warm) = status.warm_sentence() {
        page.paragraph(Style::Plain, warm);
    }
    counts(status, &mut page);
    verdict(status, &mut page);
    to_do(status, &mut page);
    hidden(status, &mut page);
    page
}

fn how_to_begin(page: &mut Page) {
    page.lead("Let's start with two dates: your last contact and the breakup.");
    page.row(
        "Begin",
        &[
            (Style::Accent, "reconnect start-no-contact".to_owned()),
            (Style::Plain, "It asks for both. `3 weeks ago`, `24 Oct` and `last friday` are dates, too.".to_owned()),
        ],
    );
    page.row("Just look", &[(Style::Accent, "reconnect window 3 weeks ago".to_owned())]);
    page.row("Private", &[(Style::Plain, "Everything stays on this computer. Nothing is written yet.".to_owned())]);
}

fn counts(status: &Status, page: &mut Page) {
    let run = match (status.since, status.last_run) {
        (Some(since), _) if since.day > status.facts.today => {
            format!("0 days. The start, {}, lies ahead of this computer's clock.", spoken(since))
        }
        (Some(since), _) => format!("{}, since {}", status.shown_run().unwrap_or_default(), spoken(since)),
        (None, Some(Run { end: Some((end, _)), .. })) if status.facts.run_closed => {
            let days = status.last_run.map_or(0, |run| run.days(status.facts.today));
            format!("closed on {}, after {}", spoken(end), count(days, "day"))
        }
        _ => "no count is running".to_owned(),
    };
    page.row("No contact", &[(Style::Strong, run)]);
    if status.had_a_break() {
        let Totals { kept_days, total_days, .. } = status.totals;
        let longest = count(status.shown_longest(), "day");
        page.row("Kept", &[(Style::Plain, format!("{kept_days} of {}, longest run {longest}", count(total_days, "day")))]);
    }
    if status.four_weeks.iter().any(|(_, mark)| *mark == Mark::Contact) {
        if page.is_linear() {
            page.row("Four weeks", &[(Style::Plain, four_weeks::in_words(&status.four_weeks))]);
        } else {
            let (marks, meaning) = four_weeks::drawn(&status.four_weeks);
            page.remarked("Four weeks", Style::Plain, &marks, meaning);
        }
    }
    if let Some(breakup) = status.facts.breakup.filter(|_| !status.leaves_out_window()) {
        page.row("Breakup", &[(Style::Plain, breakup_and_window(&status.facts, breakup))]);
    }
    if status.ahead > 0 {
        let entries = count(i64::try_from(status.ahead).unwrap_or(i64::MAX), "entry").replace("entrys", "entries");
        page.row("Ahead", &[(Style::Plain, format!("{entries} dated after today; not counted yet"))]);
    }
}

/// The verdict, and what must stand beside it.
fn verdict(status: &Status, page: &mut Page) {
    page.lead(status.verdict.says());
    match status.verdict.id() {
        VerdictId::Prepare => page.lines(Style::Plain, 0, "Not after violence, threats or control: `reconnect aim closure`."),
        VerdictId::ReachOutGently | VerdictId::ExtraCare => {
            if status.facts.boundary_ran_out.is_some() {
                page.lines(Style::Plain, 0, "The end of the time they asked for isn't an invitation.");
            }
            page.paragraph(
                Style::Plain,
                "Did they ask for space, block you, or say no? Was there violence, by either of you? Then don't write.",
            );
            page.lines(Style::Plain, 0, "Record it: `reconnect boundary space` (or `blocked`), `reconnect answer no`.");
            page.lines(Style::Plain, 0, "After violence: `reconnect aim closure`.");
        }
        VerdictId::RespectBoundary if status.facts.order_recorded => page.paragraph(Style::Plain, HELPLINE),
        VerdictId::AcceptAnswer => page.paragraph(Style::Plain, HELPLINE),
        VerdictId::AwaitAnswer if status.facts.unanswered >= 3 => {
            page.paragraph(Style::Plain, HELPLINE);
            page.lines(Style::Plain, 0, OWN_BEHAVIOUR);
        }
        _ => {}
    }
}

/// One thing to do, and the next milestone.
fn to_do(status: &Status, page: &mut Page) {
    let facts = &status.facts;
    match status.verdict.id() {
        VerdictId::Prepare => page.remarked("Begin", Style::Accent, "reconnect notebook issue", "(on paper? add --on-paper)"),
        VerdictId::Unknown => page.remarked("Begin", Style::Accent, "reconnect breakup WHEN", "(24 Oct, 3 weeks ago)"),
        VerdictId::GiveSpace if facts.run_since.is_none() && !facts.run_closed => {
            page.remarked("Begin", Style::Accent, "reconnect start-no-contact WHEN", "(your last contact)");
        }
        VerdictId::BuildNew if facts.run_since.is_some() => {
            page.remarked("The count", Style::Accent, "reconnect end-no-contact", "(stops it, if you like)");
        }
        _ => page.row("For you", &[(Style::Plain, way_to_use_the_time(facts.today).to_owned())]),
    }
    let shows_next = !matches!(status.verdict.id(), VerdictId::RespectBoundary | VerdictId::BuildNew);
    if let Some(next) = status.next_milestone().filter(|_| shows_next) {
        let text = format!("{}, on {}", counted(next.count), LongDate(next.date));
        page.row("Next", &[(Style::Plain, text)]);
    }
}

fn hidden(status: &Status, page: &mut Page) {
    if let Some(until) = &status.hidden {
        page.row("Hidden", &[(Style::Plain, format!("the prompt and reminders, {until}"))]);
    }
}

/// The last line: what to do in a bad moment, and where to read more.
fn way_out(status: &Status, page: &mut Page) {
    let urge = ("Bad moment?", "reconnect urge");
    let more = match status.verdict.id() {
        _ if status.is_empty => ("Steps:", "reconnect guide"),
        VerdictId::RespectBoundary if only_order(status) => ("The order:", "reconnect boundary"),
        VerdictId::RespectBoundary => ("What they asked:", "reconnect boundary"),
        _ => ("Why?", "reconnect status --why"),
    };
    page.commands(&[urge, more]);
}

fn only_order(status: &Status) -> bool {
    status.boundaries.iter().all(|boundary| boundary.kind == BoundaryKind::Order)
}

/// `30 days`, `1 year`.
pub fn counted(milestone: Count) -> String {
    match milestone {
        Count::Days(days) => count(i64::from(days), "day"),
        Count::Years(years) => count(i64::from(years), "year"),
    }
}

/// One line.
pub fn short(status: &Status) -> String {
    if status.is_all_damage && status.is_empty {
        return "No line of the diary can be read. `reconnect doctor` names each one.\n".to_owned();
    }
    if status.is_empty {
        return "Nothing is set up yet. `reconnect start-no-contact` begins.\n".to_owned();
    }
    let run = status.shown_run().map_or("no count is running".to_owned(), |shown| format!("{shown} of no contact"));
    let beside = match status.verdict.id() {
        VerdictId::RespectBoundary if status.facts.order_recorded => Some("a court order".to_owned()),
        VerdictId::RespectBoundary => Some("they asked for space".to_owned()),
        VerdictId::AcceptAnswer | VerdictId::Heal => None,
        _ => Some(window_name(&status.facts).unwrap_or_else(|| "no breakup date".to_owned())),
    };
    format!("{run}{}\n", beside.map(|text| format!("; {text}")).unwrap_or_default())
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
        ("aim", status.facts.aim.map(|aim| aim.to_string()).unwrap_or_default()),
        ("earliest", status.verdict.earliest.map(|day| day.to_string()).unwrap_or_default()),
        ("milestone", next.map(|next| next.id()).unwrap_or_default()),
        ("milestone_date", next.map(|next| next.date.to_string()).unwrap_or_default()),
    ]
}
