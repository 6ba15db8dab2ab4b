//! The status on one line, and its values for a line of the user's own.

use reconnect::{VerdictId, days_between};

use super::recorded::against_touch;
use super::status::{Status, window_name};
use super::tables::text;
use crate::words::count;

pub fn short(status: &Status<'_>) -> String {
    if status.is_all_damage && status.snapshot.is_empty() {
        return "No line of the diary can be read. `reconnect doctor` names each one.\n".to_owned();
    }
    if status.snapshot.is_empty() {
        return "Nothing is set up yet. `reconnect start-no-contact` begins.\n".to_owned();
    }
    let run = match (status.facts.in_touch, status.shown_run()) {
        (Some(since), _) if since == status.facts.today => "in touch since today".to_owned(),
        (Some(since), _) => format!("in touch for {}", count(days_between(since, status.facts.today), "day")),
        (None, Some(shown)) => format!("{shown} of no contact"),
        (None, None) => "no count is running".to_owned(),
    };
    let beside = match status.verdict.id() {
        VerdictId::RespectBoundary => against_touch(&status.facts).map(str::to_owned),
        VerdictId::Unread => Some("a part of the diary can't be read".to_owned()),
        _ if !status.screen().window || status.facts.in_touch.is_some() => None,
        _ => Some(window_name(&status.facts).unwrap_or_else(|| "no breakup date".to_owned())),
    };
    format!("{run}{}\n", beside.map(|text| format!("; {text}")).unwrap_or_default())
}

/// The names that a template may hold, with their values; what is not known is empty.
pub fn values(status: &Status<'_>) -> Vec<(&'static str, String)> {
    let facts = &status.facts;
    let totals = status.runs().totals(facts.today);
    let next = status.next_milestone();
    vec![
        ("days", text(status.shown_days())),
        ("since", text(status.since())),
        ("longest", totals.longest_days.to_string()),
        ("kept", totals.kept_days.to_string()),
        ("total", totals.total_days.to_string()),
        ("runs", totals.runs.to_string()),
        ("breakup", text(facts.breakup)),
        ("breakup_days", text(facts.breakup.map(|breakup| days_between(breakup, facts.today)))),
        ("window", text(facts.window().map(|window| window.id))),
        ("verdict", status.verdict.id().to_string()),
        ("aim", text(facts.aim)),
        ("in_touch", text(status.snapshot.timeline.in_touch())),
        ("earliest", text(status.verdict.earliest)),
        ("milestone", text(next.map(|next| next.id()))),
        ("milestone_date", text(next.map(|next| next.date))),
    ]
}
