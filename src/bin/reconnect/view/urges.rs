//! `history --urges`: how many, how many not sent, by trigger, and at what time of day most.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, Weekday};
use serde::Serialize;
use serde_json::{Value, json};

use crate::model::urges::{Count, DayPart, FEWEST, Urge, UrgeStats};
use crate::store::diary::{Snapshot, Trigger};
use crate::terminal::page::Page;
use crate::terminal::style::Style;
use crate::words::{long, trigger_words, week};

pub fn human(stats: &UrgeStats<'_>, mut page: Page) -> String {
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
    page.row("Urges", Style::Strong, &counts.join(", "));
    let triggers = stats.triggers();
    let triggers = triggers.iter().map(|(trigger, count)| format!("{} {}", set_off(*trigger), count.urges));
    page.row("Set off by", Style::Plain, &triggers.collect::<Vec<_>>().join(", "));
    if stats.are_few() {
        page.paragraph(Style::Plain, &format!("Fewer than {FEWEST}: too few to see a pattern."));
        return page.finish();
    }
    let parts = stats.parts().iter().map(|(part, count)| format!("{} {}", part.id(), count.urges)).collect::<Vec<_>>();
    let most = stats.most().map_or("No time of day stands out.".to_owned(), |part| {
        format!("Most came {}.", if part == DayPart::Night { "at night".to_owned() } else { format!("in the {}", part.id()) })
    });
    page.rows("When", &[(Style::Plain, parts.join(", ")), (Style::Plain, most)]);
    page.finish()
}

pub fn set_off(trigger: Option<Trigger>) -> String {
    trigger.map_or("not answered".to_owned(), trigger_words)
}

#[derive(Serialize)]
pub struct Urges<'s> {
    #[serde(flatten)]
    counts: Value,
    urges: Vec<Urge<'s>>,
}

impl<'s> Urges<'s> {
    pub fn of(snapshot: &'s Snapshot) -> Self {
        let stats = UrgeStats::of(snapshot);
        let counts = counts(&stats, snapshot);
        Self { counts, urges: stats.urges.into_iter().rev().collect() }
    }
}

fn counts(stats: &UrgeStats<'_>, snapshot: &Snapshot) -> Value {
    let mut by_time: BTreeMap<_, u64> = BTreeMap::new();
    for (urge, part) in stats.urges.iter().filter_map(|urge| Some((urge, urge.part?))) {
        *by_time.entry((urge.day.weekday().num_days_from_monday(), part)).or_default() += 1;
    }
    let weekday = |day: u32| week(Weekday::Mon).nth(day as usize).map(|day| long(day).to_lowercase());
    let by_time = by_time.into_iter().map(|((day, part), urges)| json!({ "weekday": weekday(day), "part": part, "urges": urges }));
    let counted = |name: &str, what: Value, count: Count| json!({ name: what, "urges": count.urges, "not_sent": count.not_sent });
    let by_part = stats.parts().into_iter().map(|(part, count)| counted("part", json!(part), count));
    let by_trigger = stats.triggers().into_iter().map(|(trigger, count)| counted("trigger", json!(trigger), count));
    json!({
        "today": snapshot.today(),
        "total": stats.urges.len(),
        "not_sent": stats.not_sent,
        "sent": stats.sent,
        "needed_friend": stats.friend,
        "enough_for_a_pattern": !stats.are_few(),
        "last_four_weeks": last_four_weeks(snapshot),
        "four_weeks_before": null,
        "most": null,
        "most_part": stats.most(),
        "by_time": by_time.collect::<Vec<_>>(),
        "by_part": by_part.collect::<Vec<_>>(),
        "by_trigger": by_trigger.collect::<Vec<_>>(),
    })
}

fn last_four_weeks(snapshot: &Snapshot) -> Value {
    let today = snapshot.today();
    let from = today.checked_sub_days(Days::new(27)).unwrap_or(today);
    let recent = UrgeStats::since(snapshot, Some(from));
    let strengths: Vec<f64> = recent.urges.iter().filter_map(|urge| urge.strength).map(f64::from).collect();
    let named = u32::try_from(strengths.len()).unwrap_or(u32::MAX);
    let mean = (named > 0).then(|| strengths.iter().sum::<f64>() / f64::from(named));
    json!({ "from": from, "through": today, "urges": recent.urges.len(), "not_sent": recent.not_sent, "mean_strength": mean })
}
