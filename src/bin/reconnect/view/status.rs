//! The status screen, and its short forms.

use chrono::NaiveDate;
use reconnect::date::{LongDate, distance};
use reconnect::{
    Answer, BoundaryKind, Count, Facts, Milestone, Moment, Runs, Verdict, VerdictId, Via, Warm, WindowId, a_year_has_passed,
    days_between, idea_for_two, milestones, warm,
};

use super::calendar::four_weeks;
use super::checkin::LOW_DAY;
use super::floor::{may_worry, whom_to_ask, whom_to_ask_when_pressed};
use super::recorded::NO_INVITATION;
use super::urge::for_you;
use super::verdict::{Screen, ToDo, screen as screen_of};
use crate::model::period::contact;
use crate::store::diary::{DatedRecord, RecordKind, Snapshot};
use crate::terminal::page::Page;
use crate::terminal::style::Style;
use crate::words::{count, entries, kept, spoken};

pub struct Status<'s> {
    pub snapshot: &'s Snapshot,
    pub facts: Facts,
    pub verdict: Verdict,
    /// What the first day is called: 0 or 1.
    pub first_day: u32,
    /// Until when the prompt and the reminders are hidden, in words.
    pub hidden: Option<String>,
    /// Whether there is a diary and none of its lines could be read.
    pub is_all_damage: bool,
    /// Whether the diary holds lines, also where all of them were taken back.
    pub holds_lines: bool,
    /// Whom the user named to call.
    pub call: &'s [String],
}

impl Status<'_> {
    pub fn runs(&self) -> &Runs {
        self.snapshot.timeline.runs()
    }

    pub fn since(&self) -> Option<Moment> {
        self.runs().open()
    }

    /// Days of the current run; 0 where the start lies ahead.
    pub fn days(&self) -> Option<u32> {
        self.since().map(|start| days_between(start.day, self.facts.today))
    }

    pub fn next_milestone(&self) -> Option<Milestone> {
        milestones(self.since()?.day).find(|milestone| milestone.date > self.facts.today)
    }

    /// The days as people are told them: the first may be day 1.
    pub fn shown_days(&self) -> Option<u32> {
        self.days().map(|days| days + self.first_day)
    }

    /// The same in words. Counted from 1 it is a day's number, not a length.
    pub fn shown_run(&self) -> Option<String> {
        self.shown_days().map(|shown| if self.first_day == 0 { count(shown, "day") } else { format!("day {shown}") })
    }

    /// Whether to ask for a first start. Under an order nothing is asked.
    fn asks_for_start(&self) -> bool {
        let asks = self.screen().asks_for_start && self.facts.order.is_none() && self.facts.in_touch.is_none();
        self.facts.run_since.is_none() && !self.facts.run_closed && asks
    }

    pub fn screen(&self) -> Screen {
        screen_of(self.verdict.id())
    }

    /// What to say first: on a very low day, after a no, on day 0, on a milestone, and on the day of a contact that ended a run. An order is never talked down, a
    /// flood of messages or a visit against their wish isn't either, and where the two are in touch nothing is a mistake.
    fn warm_sentence(&self) -> Option<&'static str> {
        let today = self.facts.today;
        let is_in_touch = matches!(self.verdict.id(), VerdictId::BuildNew | VerdictId::ActionsNotWords);
        let slip = self.slip_today();
        let is_against_them = slip == Some(Via::InPerson) && self.verdict.forbids_contact_talk();
        if self.is_low() {
            return Some(LOW_DAY);
        }
        if self.facts.order.is_some() || self.facts.pressed() || is_in_touch || is_against_them {
            return None;
        }
        if self.no_is_fresh() {
            return Some(warm(Warm::No, today));
        }
        if slip.is_some() && self.runs().totals(today).kept_days > 0 {
            return Some(warm(Warm::Slip, today));
        }
        let start = self.since()?.day;
        if start == today {
            return Some(warm(Warm::Day0, today));
        }
        let mut reached = milestones(start).take_while(|milestone| milestone.date <= today);
        reached.any(|milestone| milestone.date == today).then(|| warm(Warm::Milestone, today))
    }

    /// What happened today, the latest first.
    fn latest_today(&self) -> impl Iterator<Item = &DatedRecord> {
        self.snapshot.records.iter().rev().take_while(|dated| dated.moment.day == self.facts.today)
    }

    /// How the user got in touch today and ended a run. The one message that the guide speaks of is none of these.
    fn slip_today(&self) -> Option<Via> {
        let mut slips = self.latest_today().filter(|dated| dated.outcome.ended_run && !dated.outcome.reach_out);
        slips.find_map(|dated| Some(contact(dated)?.contact.via))
    }

    /// Whether the latest check-in, of today or yesterday, is a 1. A night doesn't end at midnight.
    fn is_low(&self) -> bool {
        let latest = self.snapshot.records.iter().rev();
        let latest = latest.take_while(|dated| days_between(dated.moment.day, self.facts.today) <= 1);
        let mut moods = latest.filter_map(|dated| match dated.record.kind() {
            RecordKind::Checkin { mood, .. } => Some(*mood),
            _ => None,
        });
        moods.next() == Some(1)
    }

    /// Whether the screen names people to turn to. Then it begins with a sentence, not with a count.
    fn is_hard(&self) -> bool {
        let facts = &self.facts;
        may_worry(facts) || facts.order.is_some() || facts.unwanted || self.no_is_fresh() || self.is_low()
    }

    /// Whether they said no in these seven days, or it was noted in them.
    fn no_is_fresh(&self) -> bool {
        let mut latest = self.snapshot.records.iter().rev();
        let no = latest.find(|dated| matches!(dated.record.kind(), RecordKind::Answer { .. }));
        no.filter(|_| self.facts.answer == Some(Answer::No)).is_some_and(|dated| {
            let noted = dated.record.recorded_at().date_naive().min(self.facts.today);
            days_between(dated.moment.day.max(noted), self.facts.today) <= 6
        })
    }

    fn is_long_silent(&self) -> bool {
        let latest = self.snapshot.records.iter().map(|dated| dated.moment.day).max();
        latest.is_some_and(|latest| days_between(latest, self.facts.today) >= 21)
    }
}

pub fn window_name(facts: &Facts) -> Option<String> {
    let months = facts.thresholds.golden_months();
    let aged = facts.breakup.is_some_and(|breakup| a_year_has_passed(breakup, facts.today));
    Some(match facts.window()?.id {
        WindowId::Days => "the first days".to_owned(),
        WindowId::WeeksTo6Months => format!("a few weeks to {}", count(months, "month")),
        WindowId::Years if aged => "years".to_owned(),
        WindowId::Years => format!("after {}", count(months, "month")),
    })
}

pub fn breakup_and_window(facts: &Facts, breakup: NaiveDate) -> String {
    if breakup > facts.today {
        return format!("{}, ahead of this computer's clock", LongDate(breakup));
    }
    // In touch, the guide's windows say nothing any more.
    let name = window_name(facts).filter(|_| facts.in_touch.is_none()).map(|name| format!(": {name}")).unwrap_or_default();
    format!("{}, {}{name}", distance(breakup, facts.today), LongDate(breakup))
}

pub fn human(status: &Status<'_>, page: Page) -> String {
    let mut page = screen(status, page);
    way_out(status, &mut page);
    page.finish()
}

/// The page without its last line, so that `--why` can go on from there.
pub fn screen(status: &Status<'_>, mut page: Page) -> Page {
    if status.is_all_damage {
        page.lead("Your diary is here, but none of its lines can be read. `reconnect doctor` names each one.");
    } else if status.snapshot.is_empty() {
        how_to_begin(&mut page, status);
    }
    if !status.snapshot.is_empty() {
        let warm = status.warm_sentence();
        if let Some(warm) = warm {
            page.paragraph(Style::Plain, warm);
        }
        let is_said_first = warm.is_none() && (status.is_hard() || status.facts.pressed());
        if is_said_first {
            page.lead(status.verdict.says());
        }
        counts(status, &mut page);
        // A day this low is no day for a message.
        let is_left_out = is_said_first || status.is_low() && status.verdict.id().allows_reach_out();
        if !is_left_out {
            page.lead(status.verdict.says());
        }
        beside(status, &mut page);
        page.part();
        to_do(status, &mut page);
    }
    if let Some(until) = &status.hidden {
        page.row("Hidden", Style::Plain, &format!("the prompt and reminders, {until}"));
    }
    page
}

fn how_to_begin(page: &mut Page, status: &Status<'_>) {
    page.paragraph(Style::Plain, warm(Warm::FirstScreen, status.facts.today));
    page.lead("Let's start with two dates: your last contact and the breakup.");
    let how = "It asks for both. `3 weeks ago`, `24 Oct` and `last friday` are dates, too.";
    page.rows("Begin", &[(Style::Accent, "reconnect start-no-contact".to_owned()), (Style::Plain, how.to_owned())]);
    page.row("Just look", Style::Accent, "reconnect window 3 weeks ago");
    let written = if status.holds_lines {
        "but what was taken back is still in the diary (`reconnect erase --dry-run`)"
    } else {
        "and nothing is written yet"
    };
    let private = format!("Nothing leaves this computer, {written}. Does somebody check it? `reconnect help privacy`");
    page.row("Private", Style::Plain, &private);
}

fn counts(status: &Status<'_>, page: &mut Page) {
    let (facts, runs) = (&status.facts, status.runs());
    if let Some(since) = status.snapshot.timeline.in_touch() {
        let days = count(days_between(since.day, facts.today), "day");
        page.row("In touch", Style::Strong, &begun(&days, since, facts.today));
        return breakup(status, page);
    }
    let closed = runs.last_closed().filter(|_| facts.run_closed).and_then(|run| Some((run, run.end?.0)));
    let run = match (status.since(), closed) {
        (Some(since), _) if since.day > facts.today => {
            format!("0 days. The start, {}, lies ahead of this computer's clock.", spoken(since))
        }
        (Some(since), _) => begun(&status.shown_run().unwrap_or_default(), since, facts.today),
        (None, Some((run, end))) if run.days(facts.today) == 0 => format!("closed on {}", spoken(end)),
        (None, Some((run, end))) => format!("closed on {}, after {}", spoken(end), count(run.days(facts.today), "day")),
        (None, None) => "no count is running".to_owned(),
    };
    page.row("No contact", Style::Strong, &run);
    // Whom an order protects has lost nothing.
    if !facts.order_protects_me() {
        let totals = runs.totals(facts.today);
        // Without a break they say no more than the count does.
        if totals.runs > 1 || !runs.slip_days().is_empty() {
            page.row("Kept", Style::Plain, &kept(totals));
        }
        four_weeks(status.snapshot, page);
    }
    breakup(status, page);
    let ahead = status.snapshot.ahead.len();
    if ahead > 0 {
        page.row("Ahead", Style::Plain, &format!("{} dated after today; not counted yet", entries(ahead)));
    }
}

fn breakup(status: &Status<'_>, page: &mut Page) {
    if let Some(breakup) = status.facts.breakup.filter(|_| status.screen().window) {
        page.row("Breakup", Style::Plain, &breakup_and_window(&status.facts, breakup));
    }
}

/// A length and where it began. On the first day that says more than a zero: `since today, 21:30`.
fn begun(length: &str, since: Moment, today: NaiveDate) -> String {
    match since.at.filter(|at| at.date_naive() == today) {
        _ if since.day != today => format!("{length}, since {}", spoken(since)),
        Some(at) => format!("since today, {}", at.format("%H:%M")),
        None => "since today".to_owned(),
    }
}

/// The lines below the verdict: questions to ask oneself, and people to turn to.
fn beside(status: &Status<'_>, page: &mut Page) {
    let (facts, screen) = (&status.facts, status.screen());
    if status.verdict.id().allows_reach_out() && facts.boundary_ran_out.is_some() {
        page.lines(Style::Plain, 0, NO_INVITATION);
    }
    if status.verdict.id() == VerdictId::ActionsNotWords {
        page.lines(Style::Plain, 0, screen.beside);
    } else if !screen.beside.is_empty() {
        page.paragraph(Style::Plain, screen.beside);
    }
    if status.facts.in_touch.is_some() && status.is_long_silent() && !status.facts.pressed() {
        page.paragraph(Style::Plain, "Nothing was noted for a while. Still in touch? Then all is well.");
    }
    if may_worry(facts) {
        page.paragraph(Style::Plain, &whom_to_ask_when_pressed(status.call));
    } else if status.is_hard() {
        page.paragraph(Style::Plain, &whom_to_ask(status.call));
    }
}

fn to_do(status: &Status<'_>, page: &mut Page) {
    let (facts, screen) = (&status.facts, status.screen());
    match screen.to_do {
        _ if status.asks_for_start() => {
            page.remarked("Begin", Style::Accent, "reconnect start-no-contact WHEN", "(your last contact)");
            if status.verdict.id() == VerdictId::Unknown {
                page.remarked("Breakup", Style::Accent, "reconnect breakup WHEN", "(24 Oct, 3 weeks ago)");
            }
        }
        ToDo::Command(..) if status.is_low() => {
            page.row("For you", Style::Plain, "Be with somebody today. The rest can wait.");
        }
        ToDo::Command(label, command, remark) => page.remarked(label, Style::Accent, command, remark),
        ToDo::Plans if facts.in_touch.is_some() => {
            page.remarked("Look at", Style::Accent, "reconnect notebook", "(your plans, and what you did)");
        }
        ToDo::Plans if facts.run_since.is_some() => {
            page.remarked("In touch?", Style::Accent, "reconnect log-contact them --in-touch", "(the count rests)");
            page.remarked("The count", Style::Accent, "reconnect end-no-contact", "(stops it, if you like)");
        }
        ToDo::IdeaForTwo => page.row("For you two", Style::Plain, idea_for_two(facts.today)),
        ToDo::Plans | ToDo::WayToUseTheTime => {
            page.row("For you", Style::Plain, for_you(status.snapshot));
        }
    }
    if facts.in_touch.is_some() {
        page.row("Count again", Style::Accent, "reconnect start-no-contact");
    } else if matches!(screen.to_do, ToDo::IdeaForTwo) {
        page.remarked("In touch?", Style::Accent, "reconnect log-contact them --in-touch", "(when they write next)");
    }
    if let Some(next) = status.next_milestone().filter(|_| screen.milestone) {
        let text = format!("{}, on {}", milestone_name(next.count, status.first_day), LongDate(next.date));
        page.row("Next", Style::Plain, &text);
    }
}

fn way_out(status: &Status<'_>, page: &mut Page) {
    let urge = ("Bad moment?", "reconnect urge");
    let mut in_force = status.snapshot.timeline.boundaries_in_force(status.facts.today);
    let is_bounded = status.verdict.id() == VerdictId::RespectBoundary;
    let more = if status.snapshot.is_empty() {
        ("Steps:", "reconnect guide")
    } else if is_bounded && in_force.all(|boundary| boundary.kind == BoundaryKind::Order) {
        ("The order:", "reconnect boundary")
    } else if is_bounded && status.facts.boundary == Some(BoundaryKind::Own) {
        ("What you asked:", "reconnect boundary")
    } else {
        status.screen().more
    };
    page.commands([urge, more]);
}

/// `30 days`, `1 year`.
pub fn counted(milestone: Count) -> String {
    match milestone {
        Count::Days(days) => count(days, "day"),
        Count::Years(years) => count(years, "year"),
    }
}

/// The same, with the day's number where the first day is called 1: then the 30th day after it is day 31.
pub fn milestone_name(milestone: Count, first_day: u32) -> String {
    match milestone {
        Count::Days(days) if first_day != 0 => format!("{} (day {})", counted(milestone), u32::from(days) + first_day),
        _ => counted(milestone),
    }
}
