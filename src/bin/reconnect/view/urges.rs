//! `history --urges`: for people, programs and spreadsheets.

use crate::words::{count, long, trigger_words, week};
use std::fmt::Write as _;

use chrono::{NaiveDate, Weekday};
use reconnect::date::LongDate;
use serde_json::{Value, json};

use super::csv;
use crate::error::Result;
use crate::model::urges::{DayPart, FEWEST, Fate, Stretch, Urge, UrgeStats};
use crate::store::diary::Trigger;
use crate::terminal::page::Page;
use crate::terminal::style::{Style, Styler};

/// For people. A week has `week_starts` as its first column.
pub fn human(stats: &UrgeStats<'_>, week_starts: Weekday, mut page: Page, styler: Styler) -> String {
    let total = stats.urges.len();
    if total == 0 {
        page.paragraph(Style::Plain, "No urges are recorded. In a bad moment: `reconnect urge`.");
        return page.finish();
    }
    let mut counts = vec![format!("{total} in all: {} not sent", stats.not_sent)];
    if stats.sent > 0 {
        counts.push(format!("{} sent", stats.sent));
    }
    match stats.friend {
        0 => {}
        1 => counts.push("once you needed a friend".to_owned()),
        times => counts.push(format!("{times} times you needed a friend")),
    }
    page.row("Urges", &[(Style::Strong, counts.join(", "))]);
    if stats.are_few() {
        page.row("Set off by", &[(Style::Plain, triggers(stats))]);
        page.paragraph(Style::Plain, &format!("Fewer than {FEWEST}: too few to see a pattern."));
        return page.finish();
    }
    page.row("Four weeks", &[(Style::Plain, stretch(&stats.recent))]);
    let before = stats.before.as_ref().map_or("not four whole weeks yet, so nothing to compare".to_owned(), stretch);
    page.row("Before that", &[(Style::Plain, before)]);
    page.row("Set off by", &[(Style::Plain, triggers(stats))]);
    let timed: usize = DayPart::ALL.iter().map(|part| stats.at_part(*part)).sum();
    if timed > 0 {
        page.paragraph(Style::Plain, &when(stats));
        if page.is_linear() {
            page.sentences(&by_weekday(stats, week_starts));
        } else {
            page.gap();
            page.raw(&grid(stats, week_starts, styler));
        }
    }
    page.finish()
}

fn stretch(stretch: &Stretch) -> String {
    let strength = stretch.mean_strength.map(|mean| format!(", strength {mean:.1} of 5")).unwrap_or_default();
    format!("{}, {} not sent{strength} (since {})", count(stretch.urges, "urge"), stretch.not_sent, LongDate(stretch.from))
}

fn triggers(stats: &UrgeStats<'_>) -> String {
    let named = stats.triggers.iter().map(|count| match count.trigger {
        Some(trigger) => format!("{} {}", trigger_words(trigger), count.urges),
        None => format!("not said {}", count.urges),
    });
    named.collect::<Vec<_>>().join(", ")
}

/// The grid in words.
fn when(stats: &UrgeStats<'_>) -> String {
    let total = stats.urges.len();
    let most = stats.most.map_or("No day and time stands out.".to_owned(), |(day, part)| {
        format!("Most on {} {}s, {} of {total}.", long(day), part.word(), stats.at(day, part))
    });
    let parts: Vec<String> = DayPart::ALL.iter().map(|part| format!("{} {}", part.word(), stats.at_part(*part))).collect();
    format!("{most} By part of the day: {}.", parts.join(", "))
}

fn by_weekday(stats: &UrgeStats<'_>, week_starts: Weekday) -> Vec<String> {
    let line = |weekday: Weekday| {
        let counts = DayPart::ALL.map(|part| (stats.at(weekday, part), part.word()));
        let named = counts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{word} {count}"));
        let parts = named.collect::<Vec<_>>().join(", ");
        format!("{}: {}.", long(weekday), if parts.is_empty() { "none" } else { &parts })
    };
    week(week_starts).map(line).collect()
}

/// A column a weekday, a row a part of the day; narrow enough for 40 columns.
fn grid(stats: &UrgeStats<'_>, week_starts: Weekday, styler: Styler) -> String {
    let mut text = String::new();
    let names = week(week_starts).map(|day| format!("  {}", day.to_string().get(..2).unwrap_or_default()));
    let _ = writeln!(text, "{}", styler.quiet(&format!("{:<9}{}", "", names.collect::<Vec<_>>().concat())));
    for part in DayPart::ALL {
        text.push_str(&styler.quiet(&format!("{:<9}", part.word())));
        for day in week(week_starts) {
            let _ = match stats.at(day, part) {
                0 => write!(text, "   ·"),
                count => write!(text, "{count:>4}"),
            };
        }
        text.push('\n');
    }
    text
}

const fn fate_word(fate: Fate) -> &'static str {
    match fate {
        Fate::NotSent => "not-sent",
        Fate::Sent => "sent",
        Fate::Friend => "needed-friend",
    }
}

pub fn json(stats: &UrgeStats<'_>, today: NaiveDate) -> Value {
    let stretch = |stretch: &Stretch| {
        json!({
            "from": stretch.from,
            "through": stretch.through,
            "urges": stretch.urges,
            "not_sent": stretch.not_sent,
            "mean_strength": stretch.mean_strength,
        })
    };
    let time = |day: Weekday, part: DayPart| (long(day).to_lowercase(), part.word());
    let by_time = week(Weekday::Mon).flat_map(|day| DayPart::ALL.map(|part| (day, part))).filter_map(|(day, part)| {
        let (urges, (weekday, part)) = (stats.at(day, part), time(day, part));
        (urges > 0).then(|| json!({ "weekday": weekday, "part": part, "urges": urges }))
    });
    let by_trigger = stats
        .triggers
        .iter()
        .map(|count| json!({ "trigger": count.trigger.map(Trigger::word), "urges": count.urges, "not_sent": count.not_sent }));
    let urge = |urge: &Urge<'_>| {
        json!({
            "id": urge.dated.record.id(),
            "on": urge.dated.record.on().to_string(),
            "day": urge.dated.moment.day,
            "outcome": urge.outcome.word(),
            "fate": fate_word(urge.fate),
            "minutes": urge.minutes,
            "trigger": urge.trigger.map(Trigger::word),
            "strength": urge.strength,
        })
    };
    let most = stats.most.map(|(day, part)| time(day, part));
    json!({
        "today": today,
        "total": stats.urges.len(),
        "not_sent": stats.not_sent,
        "sent": stats.sent,
        "needed_friend": stats.friend,
        "enough_for_a_pattern": !stats.are_few(),
        "last_four_weeks": stretch(&stats.recent),
        "four_weeks_before": stats.before.as_ref().map(stretch),
        "most": most.map(|(weekday, part)| json!({ "weekday": weekday, "part": part })),
        "by_time": by_time.collect::<Vec<_>>(),
        "by_trigger": by_trigger.collect::<Vec<_>>(),
        "urges": stats.urges.iter().rev().map(urge).collect::<Vec<_>>(),
    })
}

/// For spreadsheets: a line an urge, newest first.
pub fn csv(stats: &UrgeStats<'_>) -> Result<String> {
    let text = |word: Option<&str>| word.unwrap_or_default().to_owned();
    let row = |urge: &Urge<'_>| {
        vec![
            urge.dated.record.on().to_string(),
            long(urge.weekday()).to_owned(),
            text(urge.part().map(DayPart::word)),
            urge.outcome.word().to_owned(),
            fate_word(urge.fate).to_owned(),
            urge.minutes.map(|minutes| minutes.to_string()).unwrap_or_default(),
            text(urge.trigger.map(Trigger::word)),
            urge.strength.map(|strength| strength.to_string()).unwrap_or_default(),
            urge.dated.record.id().to_string(),
        ]
    };
    let rows: Vec<Vec<String>> = stats.urges.iter().rev().map(row).collect();
    csv::table(&["on", "weekday", "part", "outcome", "fate", "minutes", "trigger", "strength", "id"], &rows)
}
