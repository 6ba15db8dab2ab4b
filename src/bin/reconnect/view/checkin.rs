//! How the user was: what is said after a check-in, and a line over the weeks.

use chrono::{Days, NaiveDate, Weekday};
use reconnect::date::LongDate;
use serde_json::{Value, json};

use super::floor::whom_to_ask;
use crate::store::diary::{Id, RecordKind, Snapshot};

const MOST_WEEKS: usize = 12;

#[derive(Debug, Clone)]
pub struct Checkin<'s> {
    pub day: NaiveDate,
    pub mood: u8,
    pub note: Option<&'s str>,
    pub id: &'s Id,
}

/// The check-ins, the oldest first. Two computers may each have recorded one on the same day: the later one counts.
pub fn checkins(snapshot: &Snapshot) -> Vec<Checkin<'_>> {
    let mut checkins: Vec<Checkin<'_>> = Vec::new();
    for dated in &snapshot.records {
        if let RecordKind::Checkin { mood, note } = dated.record.kind() {
            checkins.pop_if(|last| last.day == dated.moment.day);
            checkins.push(Checkin { day: dated.moment.day, mood: *mood, note: note.as_deref(), id: dated.record.id() });
        }
    }
    checkins
}

/// A day as low as it gets is answered with people, before any number.
pub fn recorded(mood: u8, replaced: bool, call: &[String]) -> Vec<String> {
    let instead = if replaced { ", instead of the one from earlier today" } else { "" };
    let noted = format!("Noted: {mood} of 5 today{instead}.");
    match mood {
        1 => {
            let people = if call.is_empty() { " Is there somebody you could call, or sit with?" } else { "" };
            vec![format!("A day this low is hard, and you don't have to carry it alone.{people}"), whom_to_ask(call), noted]
        }
        2 => vec!["A low day is allowed. Be gentle with yourself.".to_owned(), noted],
        _ => vec![noted],
    }
}

/// A line over the weeks, the oldest first, and what it is: a mean a week, `none` where there was no check-in.
pub fn line(checkins: &[Checkin<'_>], today: NaiveDate, week_starts: Weekday, none: &str) -> Option<[String; 2]> {
    let first = checkins.first()?.day;
    let back = |start: &NaiveDate| start.checked_sub_days(Days::new(7));
    let mut starts: Vec<NaiveDate> = std::iter::successors(Some(today.week(week_starts).first_day()), back)
        .take_while(|start| start.week(week_starts).last_day() >= first)
        .take(MOST_WEEKS)
        .collect();
    starts.reverse();
    let mean = |start: &NaiveDate| {
        let week = checkins.iter().filter(|checkin| checkin.day.week(week_starts).first_day() == *start);
        let (sum, count) = week.fold((0.0, 0.0), |(sum, count), checkin| (sum + f64::from(checkin.mood), count + 1.0));
        if count > 0.0 { format!("{:.1}", sum / count) } else { none.to_owned() }
    };
    let about = format!("the mean of each week since {}, from 1 to 5", LongDate(*starts.first()?));
    Some([starts.iter().map(mean).collect::<Vec<_>>().join(" "), about])
}

pub fn value(checkin: &Checkin<'_>) -> Value {
    json!({ "id": checkin.id, "on": checkin.day, "mood": checkin.mood, "note": checkin.note })
}

pub fn json(last: Option<&Checkin<'_>>, today: NaiveDate) -> Value {
    json!({ "today": today, "checkin": last.map(value) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_without_a_check_in_is_a_gap_in_the_line() {
        let id = Id::from("a");
        let on = |day: &str, mood| Checkin { day: day.parse().unwrap(), mood, note: None, id: &id };
        // 2 Nov and 9 Nov 2026 are Mondays, 23 Nov is one too.
        let checkins = [on("2026-11-04", 2), on("2026-11-08", 3), on("2026-11-23", 4)];
        let today = "2026-11-24".parse().unwrap();
        let lines = line(&checkins, today, Weekday::Mon, "·").unwrap();
        assert_eq!(lines, ["2.5 · · 4.0", "the mean of each week since Mon 2 Nov 2026, from 1 to 5"]);
        // With weeks from Sunday on, 8 Nov is in the next week.
        assert_eq!(line(&checkins, today, Weekday::Sun, "none").unwrap()[0], "2.0 3.0 none 4.0");
        assert_eq!(line(&[], today, Weekday::Mon, "·"), None);
    }
}
