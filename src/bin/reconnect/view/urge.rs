//! The pause before a message: the page, the breath, and the keys at the end.

use std::time::Duration;

use reconnect::{Totals, VerdictId, Warm, advise, days_between, warm, way_to_use_the_time};

use super::floor::{call, may_worry};
use crate::cli::{HELPLINE, OWN_BEHAVIOUR};
use crate::model::notebook::{Notebook, NotebookEntry};
use crate::model::urges::UrgeStats;
use crate::store::diary::{EntryKind, Snapshot};
use crate::terminal::page::Page;
use crate::terminal::style::{Style, Styler};
use crate::terminal::wrap::first_line;
use crate::words::count;

pub struct Pause<'s> {
    pub snapshot: &'s Snapshot,
    pub length: Duration,
    pub hour: u32,
    pub call: &'s [String],
}

/// How many of the user's own entries of one kind stand on the page: the latest.
const OWN_ENTRIES: usize = 3;
/// Of each. A plan for a bad moment is made to be read here.
const MOST_COLUMNS: usize = 400;
/// The hours between two nights.
const DAY: std::ops::Range<u32> = 5..22;
const IN: u64 = 4;
const OUT: u64 = 6;
const MARKS: u64 = 6;

/// `leave`: what `q` does; `None` where there is no terminal to count on.
pub fn page(pause: &Pause<'_>, mut page: Page, leave: Option<&str>) -> String {
    body(pause, &mut page);
    page.gap();
    let length = length(pause.length);
    let Some(leave) = leave else {
        page.lines(Style::Plain, 0, &format!("A pause of {length}. {RHYTHM}"));
        return page.finish();
    };
    page.lines(Style::Plain, 0, &format!("A pause of {length}.\nEnter: stop early. q, then Enter: {leave}."));
    page.gap();
    if page.is_linear() {
        page.lines(Style::Plain, 0, RHYTHM);
    }
    page.finish()
}

const RHYTHM: &str = "Breathe in for 4 seconds, and out for 6. Again, until the time is over.";

fn body(pause: &Pause<'_>, page: &mut Page) {
    page.lines(Style::Strong, 0, warm(Warm::Urge, pause.snapshot.today()));
    let is_day = DAY.contains(&pause.hour);
    let wait = if is_day { "You don't have to act on it." } else { "Tonight you don't have to decide anything." };
    page.lines(Style::Plain, 0, &format!("You may still feel it. {wait}"));
    let notebook = Notebook::of(pause.snapshot);
    for (one, several, kind) in
        [("Your own plan:", "Your own plans:", EntryKind::IfThen), ("What you want:", "What you want:", EntryKind::Want)]
    {
        // A plan for a bad moment outlives its chapter.
        let is_here = |entry: &&NotebookEntry<'_>| kind == EntryKind::IfThen || entry.chapter == notebook.chapter;
        let of_kind = notebook.entries.iter().filter(|entry| entry.kind() == kind && !entry.dated.record.is_erased());
        let mut entries: Vec<_> = of_kind.filter(is_here).collect();
        entries.drain(..entries.len().saturating_sub(OWN_ENTRIES));
        if !entries.is_empty() {
            page.paragraph(Style::Quiet, if entries.len() == 1 { one } else { several });
        }
        for entry in entries {
            page.user_text(Style::Plain, 2, "", &first_line(&entry.text.text, MOST_COLUMNS));
        }
    }
    let verdict = advise(&pause.snapshot.facts());
    page.gap();
    let line = verdict.pause();
    let voice = if line.is_stated() { "The guide says: " } else { "" };
    page.lines(Style::Plain, 0, &format!("{voice}{}", line.text));
    page.gap();
    page.sentences(&numbers(pause.snapshot, verdict.id()));
    page.lines(Style::Plain, 0, &format!("{}\nFor you: {}", call(pause.call), for_you(pause.snapshot)));
    page.paragraph(Style::Plain, HELPLINE);
    if may_worry(&pause.snapshot.facts()) {
        page.lines(Style::Plain, 0, OWN_BEHAVIOUR);
    }
}

/// One of the guide's ways to use the time. Who has written down what they want isn't asked to do it.
pub fn for_you(snapshot: &Snapshot) -> &'static str {
    let today = snapshot.today();
    let way = way_to_use_the_time(today);
    let has_want = || Notebook::of(snapshot).current().any(|entry| entry.kind() == EntryKind::Want);
    let is_done = way == "Write down what you truly want." && has_want();
    today.succ_opt().filter(|_| is_done).map_or(way, way_to_use_the_time)
}

/// The days, never as a zero. After a yes nobody counts days against the user, and whom an order protects has lost none.
fn numbers(snapshot: &Snapshot, verdict: VerdictId) -> Vec<String> {
    let runs = snapshot.timeline.runs();
    let Totals { kept_days, total_days, .. } = runs.totals(snapshot.today());
    let (total, had_slip) = (count(total_days, "day"), !runs.slip_days().is_empty());
    let mut lines = Vec::new();
    if let Some(start) = runs.open().filter(|_| verdict != VerdictId::BuildNew && !snapshot.facts().order_protects_me()) {
        let days = days_between(start.day, snapshot.today());
        lines.push(match (days > 0, had_slip) {
            (true, true) => {
                format!("You have kept your distance for {}, and for {kept_days} of {total} in all.", count(days, "day"))
            }
            (true, false) => format!("You have kept your distance for {}.", count(days, "day")),
            (false, true) => format!("You kept {kept_days} of {total} so far. They still count."),
            (false, false) => "One quiet evening is how every count begins.".to_owned(),
        });
    }
    match UrgeStats::of(snapshot).not_sent {
        0 => {}
        1 => lines.push("You've felt this once before, and didn't write.".to_owned()),
        times => lines.push(format!("You've felt this {times} times before, and didn't write.")),
    }
    lines
}

/// Whole seconds, rounded up: a timer fires a little late.
fn seconds(length: Duration) -> u64 {
    length.as_millis().div_ceil(1000).try_into().unwrap_or(0)
}

fn length(length: Duration) -> String {
    let seconds = seconds(length);
    if seconds >= 60 && seconds.is_multiple_of(60) { count(seconds / 60, "minute") } else { count(seconds, "second") }
}

/// The line that moves, with the carriage return that draws it over the one before. All of them are equally wide, and narrow
/// enough for any terminal, so nothing has to be cleared.
pub fn breath(elapsed: Duration, length: Duration, styler: Styler) -> String {
    let second = elapsed.as_secs() % (IN + OUT);
    let (word, filled) = if second < IN {
        ("breathe in", ((second + 1) * MARKS).div_ceil(IN).min(MARKS))
    } else {
        ("breathe out", IN + OUT - 1 - second)
    };
    let marks: String = (0..MARKS).map(|mark| if mark < filled { '●' } else { '·' }).collect();
    let left = seconds(length.saturating_sub(elapsed));
    let clock = format!("{}:{:02}", left / 60, left % 60);
    format!("\r  {word:<12} {} {clock:>6} ", styler.paint(Style::Accent, &marks))
}

/// The same for a screen reader: a line of its own, seldom.
pub fn breath_line(elapsed: Duration, whole: Duration) -> String {
    format!("{} left.\n", length(whole.saturating_sub(elapsed)))
}

/// When the next such line is due: at each whole half minute that is left.
pub fn next_line(elapsed: Duration, whole: Duration) -> Duration {
    const EVERY: u64 = 30;
    let then = seconds(whole.saturating_sub(elapsed)).saturating_sub(1) / EVERY * EVERY;
    whole.saturating_sub(Duration::from_secs(then))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> String {
        breath(Duration::from_secs(seconds), Duration::from_mins(2), Styler::default())
    }

    #[test]
    fn the_line_breathes_in_for_four_seconds_and_out_for_six() {
        assert_eq!(at(0), "\r  breathe in   ●●····   2:00 ");
        assert_eq!(at(3), "\r  breathe in   ●●●●●●   1:57 ");
        assert_eq!(at(4), "\r  breathe out  ●●●●●·   1:56 ");
        assert_eq!(at(9), "\r  breathe out  ······   1:51 ");
        assert_eq!(at(10), "\r  breathe in   ●●····   1:50 ");
        let widths: std::collections::HashSet<usize> = (0..3600).map(|second| at(second).chars().count()).collect();
        assert_eq!(widths.len(), 1);
    }

    #[test]
    fn a_screen_reader_hears_each_half_minute_once() {
        let whole = Duration::from_mins(2);
        let (mut elapsed, mut heard) = (Duration::ZERO, Vec::new());
        while elapsed < whole {
            heard.push(breath_line(elapsed, whole));
            // The timer fires three milliseconds late.
            elapsed = next_line(elapsed, whole) + Duration::from_millis(3);
        }
        assert_eq!(heard, ["2 minutes left.\n", "90 seconds left.\n", "1 minute left.\n", "30 seconds left.\n"]);
    }
}
