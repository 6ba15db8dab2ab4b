//! The pause before a message: the page, and the one line that moves.

use std::time::Duration;

use reconnect::{Record, Sentence};

use crate::text::page::Page;
use crate::text::style::{Style, Styler};
use crate::text::wrap::first_line;
use crate::words::{self, days, fill};

/// What the page shows.
#[derive(Debug)]
pub struct Pause {
    /// How long it is.
    pub length: Duration,
    /// Days of the open run.
    pub days: Option<i64>,
    /// The honest numbers.
    pub record: Record,
    /// The user's own evidence, the latest last.
    pub evidence: Vec<String>,
    /// The user's own plans, the latest last.
    pub plans: Vec<String>,
    /// How many urges were sat out before.
    pub sat_out: usize,
    /// One line of the guide.
    pub guide: Sentence,
}

/// A breath: in, then out, in seconds.
const IN: u64 = 4;
const OUT: u64 = 6;
/// How many marks a full breath has.
const MARKS: u64 = 6;

/// Above the countdown.
pub fn page(pause: &Pause, mut page: Page) -> String {
    page.paragraph(Style::Strong, &fill(words::URGE_HEAD, &[("length", &length(pause.length))]));
    body(pause, &mut page);
    page.lines(Style::Quiet, 0, words::URGE_ENTER);
    page.gap();
    page.finish()
}

/// Where there is no terminal to count on.
pub fn text(pause: &Pause, mut page: Page) -> String {
    page.paragraph(Style::Strong, &fill(words::URGE_HEAD_TEXT, &[("length", &length(pause.length))]));
    page.lines(Style::Plain, 0, words::URGE_RHYTHM);
    body(pause, &mut page);
    page.finish()
}

fn body(pause: &Pause, page: &mut Page) {
    page.lines(Style::Plain, 0, words::URGE_WAIT);
    page.paragraph(Style::Plain, &numbers(pause));
    match pause.sat_out {
        0 => {}
        1 => page.lines(Style::Plain, 0, words::URGE_SAT_ONE),
        count => page.lines(Style::Plain, 0, &fill(words::URGE_SAT, &[("count", &count)])),
    }
    let own = [(words::URGE_EVIDENCE, &pause.evidence), (words::URGE_PLANS, &pause.plans)];
    if let Some((head, texts)) = own.into_iter().find(|(_, texts)| !texts.is_empty()) {
        page.paragraph(Style::Quiet, head);
        for text in texts {
            page.user_text(Style::Plain, 2, "- ", &first_line(text));
        }
    }
    page.paragraph(Style::Plain, &fill(words::URGE_GUIDE, &[("text", &pause.guide.text)]));
    page.paragraph(Style::Plain, words::URGE_CALL);
    page.lines(Style::Plain, 0, words::HELP);
}

/// The best numbers, and for a first day words that are no zeros.
fn numbers(pause: &Pause) -> String {
    let Record { longest_days, kept_days, total_days, .. } = pause.record;
    let template = match pause.days {
        Some(days) if days > 0 && days == longest_days => words::URGE_NUMBERS_LONGEST,
        Some(1..) => words::URGE_NUMBERS,
        Some(_) if longest_days > 0 => words::URGE_NUMBERS_TODAY,
        None if longest_days > 0 => words::NUMBERS_CLOSED,
        _ => return words::URGE_FIRST_DAY.to_owned(),
    };
    let (now, longest, total) = (days(pause.days.unwrap_or(0)), days(longest_days), days(total_days));
    fill(template, &[("days", &now), ("longest", &longest), ("kept", &kept_days), ("total", &total)])
}

fn length(length: Duration) -> String {
    let seconds = length.as_millis().div_ceil(1000);
    match (seconds, seconds % 60) {
        (60, _) => "1 minute".to_owned(),
        (seconds, 0) if seconds > 0 => format!("{} minutes", seconds / 60),
        (1, _) => "1 second".to_owned(),
        (seconds, _) => format!("{seconds} seconds"),
    }
}

/// The line that moves, with the carriage return that draws it over the one before. All of them are equally wide, and narrow
/// enough for any terminal, so nothing has to be cleared.
pub fn breath(elapsed: Duration, length: Duration, styler: Styler) -> String {
    let second = elapsed.as_secs() % (IN + OUT);
    let (word, filled) = if second < IN {
        (words::BREATHE_IN, ((second + 1) * MARKS).div_ceil(IN).min(MARKS))
    } else {
        (words::BREATHE_OUT, IN + OUT - 1 - second)
    };
    let marks: String = (0..MARKS).map(|mark| if mark < filled { '●' } else { '·' }).collect();
    let left = (length.saturating_sub(elapsed).as_millis()).div_ceil(1000);
    let clock = format!("{}:{:02}", left / 60, left % 60);
    format!("\r  {word:<12} {} {clock:>6} ", styler.accent(&marks))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> String {
        breath(Duration::from_secs(seconds), Duration::from_mins(2), Styler::none())
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
    fn a_length_is_said_in_words() {
        let said = |seconds| length(Duration::from_secs(seconds));
        assert_eq!([said(120), said(60), said(90), said(3)], ["2 minutes", "1 minute", "90 seconds", "3 seconds"]);
    }
}
