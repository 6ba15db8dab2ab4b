//! Months as a calendar, or a year with a column a week: each day kept, a contact by the user or by them, an urge, in touch, or
//! outside a count. Today is marked, and no mark needs colour. For a screen reader both are a list.

use chrono::{Datelike, Months, NaiveDate, Weekday};
use reconnect::date::LongDate;
use reconnect::days_between;

use crate::model::days::{Day, Days, State};
use crate::store::diary::Snapshot;
use crate::terminal::page::Page;
use crate::terminal::style::{Style, Styler};
use crate::words::{count, long, week};

const SIGNS: [(char, &str); 5] =
    [('·', "kept"), ('×', "a contact from you"), ('<', "a contact from them"), ('~', "an urge"), ('=', "in touch")];

/// The sign of days in touch is explained to those alone who have such days.
pub fn legend(days: &Days) -> &'static [(char, &'static str)] {
    let [before @ .., _] = &SIGNS;
    if days.has_days_in_touch() { &SIGNS } else { before }
}

/// Of several things the one that weighs most, and how it is painted. A day with nothing but a practical contact looks as it would
/// without.
pub const fn sign(day: &Day) -> (char, Style) {
    match day.state {
        _ if day.seen.me => ('×', Style::Strong),
        _ if day.seen.them => ('<', Style::Plain),
        _ if day.seen.urge => ('~', Style::Plain),
        State::Kept => ('·', Style::Accent),
        State::InTouch => ('=', Style::Quiet),
        State::NoCount | State::Contact => (' ', Style::Quiet),
    }
}

/// All that stands on the day, and what the day was.
pub fn words(day: &Day) -> String {
    let [(_, kept), (_, me), (_, them), (_, urge), (_, in_touch)] = SIGNS;
    let seen = day.seen;
    let all = [(seen.me, me), (seen.them, them), (seen.urge, urge), (seen.practical, "a practical contact")];
    let mut said: Vec<&str> = all.iter().filter(|(is_seen, _)| *is_seen).map(|(_, words)| *words).collect();
    match day.state {
        State::Kept => said.push(kept),
        State::InTouch => said.push(in_touch),
        State::NoCount if said.is_empty() => said.push("no count"),
        State::NoCount | State::Contact => {}
    }
    said.join("; ")
}

const MONTHS: u32 = 3;
/// From so many on, months are shown as weeks side by side.
const YEAR: u32 = 12;

/// Months that were asked for are shown, empty or not; otherwise none before the first day on which there is anything.
pub fn months(days: &Days, asked: Option<u32>, week_starts: Weekday, mut page: Page, styler: Styler) -> String {
    let this_month = first_of_month(days.today);
    let back = |months: u32| this_month.checked_sub_months(Months::new(months));
    if let Some(first) = asked.filter(|months| *months >= YEAR).and_then(|months| back(months - 1)) {
        if page.is_linear() {
            page.sentences(&list(days, first, days.today));
        } else {
            if asked > Some(YEAR) {
                page.paragraph(Style::Strong, &format!("{} to {}", first.format("%B %Y"), days.today.format("%B %Y")));
            }
            years(days, first, week_starts, &mut page, styler);
        }
    } else {
        let begins = days.first().map_or(this_month, first_of_month);
        for first in (0..asked.unwrap_or(MONTHS)).rev().filter_map(back).filter(|first| asked.is_some() || *first >= begins) {
            page.paragraph(Style::Strong, &first.format("%B %Y").to_string());
            if page.is_linear() {
                page.sentences(&list(days, first, days.today.min(last_of_month(first))));
            } else {
                page.raw(&month(days, first, week_starts, styler));
            }
        }
    }
    if !page.is_linear() {
        let signs = legend(days).iter().map(|(sign, words)| format!("{sign} {words}")).collect::<Vec<_>>().join(", ");
        let today = if asked.is_some_and(|months| months >= YEAR) { "" } else { ", [\u{a0}]\u{a0}today" };
        page.paragraph(Style::Plain, &format!("{signs}{today}"));
    }
    page.finish()
}

pub fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

pub fn last_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(day.num_days_in_month().into()).unwrap_or(day)
}

/// Each stretch of days that are alike in one line.
fn list(days: &Days, first: NaiveDate, last: NaiveDate) -> Vec<String> {
    let all: Vec<(NaiveDate, String)> = days.through(first, last).map(|day| (day.date, words(&day))).collect();
    let line = |stretch: &[(NaiveDate, String)]| {
        let ((from, words), (last, _)) = (stretch.first()?, stretch.last()?);
        let through = if from == last { String::new() } else { format!(" to {}", LongDate(*last)) };
        let today = if *last == days.today { ", today" } else { "" };
        Some(format!("{}{through}{today}: {words}.", LongDate(*from)))
    };
    all.chunk_by(|one, next| one.1 == next.1).filter_map(line).collect()
}

pub fn short(weekday: Weekday) -> &'static str {
    long(weekday).get(..2).unwrap_or_default()
}

/// Five columns a day: ` 23· `, today `[23·]`.
fn month(days: &Days, first: NaiveDate, week_starts: Weekday, styler: Styler) -> String {
    let heads = week(week_starts).map(|weekday| format!(" {}", short(weekday))).collect::<Vec<_>>().join("  ");
    let mut text = format!("{heads}\n{}", " ".repeat(5 * first.weekday().days_since(week_starts) as usize));
    for day in days.through(first, last_of_month(first)) {
        if day.date.weekday() == week_starts && day.date != first {
            text.push('\n');
        }
        let (open, close) = if day.date == days.today { ('[', ']') } else { (' ', ' ') };
        let (sign, style) = sign(&day);
        text.push_str(&styler.paint(style, &format!("{open}{:>2}{sign}{close}", day.date.day())));
    }
    text.lines().map(str::trim_end).fold(String::new(), |all, line| all + line + "\n")
}

/// A line a weekday and a column a week, a year in eight lines; on a narrow page or for more than a year in several blocks.
fn years(days: &Days, first: NaiveDate, week_starts: Weekday, page: &mut Page, styler: Styler) {
    let weeks: Vec<NaiveDate> = first.week(week_starts).first_day().iter_weeks().take_while(|week| *week <= days.today).collect();
    // The years end with today; what is left over begins the page.
    let at_once = page.width().saturating_sub("Mo  · today".len()).clamp(4, 54);
    for block in weeks.rchunks(at_once).rev() {
        page.gap();
        let mut heads = String::new();
        for (column, week) in block.iter().enumerate() {
            let begins = week.iter_days().take(7).find(|day| day.day() == 1 && *day >= first);
            if let Some(day) = begins.filter(|_| heads.len() <= column) {
                heads = format!("{heads:<column$}{} ", day.format("%b"));
            }
        }
        page.raw(&format!("    {}\n", heads.trim_end()));
        for (index, weekday) in (0u64..).zip(week(week_starts)) {
            let mut line = format!("{}  ", short(weekday));
            for date in block.iter().filter_map(|week| week.checked_add_days(chrono::Days::new(index))) {
                let (sign, style) = sign(&days.on(date));
                let sign = if (first..=days.today).contains(&date) { sign } else { ' ' };
                line.push_str(&styler.paint(style, &sign.to_string()));
                line.push_str(if date == days.today { " today" } else { "" });
            }
            page.raw(&format!("{}\n", line.trim_end()));
        }
    }
}

/// The last four weeks, a mark a day, so that one contact is seen beside the days that were kept: from the first start through today,
/// 28 days at most. None before a week has passed, and none without a contact. For a screen reader the same in words.
pub fn four_weeks(snapshot: &Snapshot, page: &mut Page) {
    const LABEL: &str = "Four weeks";
    let today = snapshot.today();
    let first = snapshot.timeline.runs().including_empty().next().map_or(today, |run| run.start.day);
    if days_between(first, today) < 7 || snapshot.timeline.runs().slip_days().is_empty() {
        return;
    }
    let shown = first.max(today.checked_sub_days(chrono::Days::new(27)).unwrap_or(today));
    let days: Vec<Day> = Days::of(snapshot, Some(shown)).through(shown, today).collect();
    let of = |state| days.iter().filter(move |day| day.state == state);
    let contacts: Vec<String> = of(State::Contact).map(|day| LongDate(day.date).to_string()).collect();
    if contacts.is_empty() {
        return;
    }
    if page.is_linear() {
        let mut text = format!("contact on {}. {} kept.", contacts.join(", "), count(of(State::Kept).count(), "day"));
        for (state, words) in [(State::NoCount, "No count was running"), (State::InTouch, "You were in touch")] {
            if of(state).next().is_some() {
                text = format!("{text} {words} on {}.", count(of(state).count(), "day"));
            }
        }
        return page.row(LABEL, Style::Plain, &text);
    }
    let states = [(State::Contact, '×', "contact"), (State::NoCount, '-', "no count"), (State::InTouch, '=', "in touch")];
    let sign = |day: &Day| states.iter().find(|(state, ..)| *state == day.state).map_or('·', |(_, sign, _)| *sign);
    // In sevens back from today.
    let weeks = days.rchunks(7).rev().map(|week| week.iter().map(sign).collect::<String>());
    let explained = states.iter().filter(|(state, ..)| of(*state).next().is_some());
    let meaning = explained.map(|(_, sign, words)| format!("{sign} {words}")).collect::<Vec<_>>();
    page.remarked(LABEL, Style::Plain, &weeks.collect::<Vec<_>>().join(" "), &format!("({})", meaning.join(", ")));
}
