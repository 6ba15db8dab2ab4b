//! How the user was: what is said after a check-in, and a line over the weeks.

use chrono::{NaiveDate, Weekday};
use reconnect::date::LongDate;
use serde_json::{Value, json};

use super::floor::whom_to_ask;
use crate::model::period::{Checkin, Week, weeks};

const MOST_WEEKS: usize = 12;
pub const LOW_DAY: &str = "A day this low is hard, and you don't have to carry it alone.";

/// A day as low as it gets is answered with people, before any number. `when` is ` today`, or a day as it was understood behind a
/// comma.
pub fn recorded(mood: u8, when: &str, instead: &str, call: &[String]) -> Vec<String> {
    let noted = format!("Noted: {mood} of 5{when}{instead}.");
    match mood {
        1 => {
            let people = if call.is_empty() { " Is there somebody you could call, or sit with?" } else { "" };
            vec![format!("{LOW_DAY}{people}"), whom_to_ask(call), noted]
        }
        2 => vec!["A low day is allowed. Be gentle with yourself.".to_owned(), noted],
        _ => vec![noted],
    }
}

/// A line over the weeks, the oldest first, and what it is: a mean a week, `none` where there was no check-in.
pub fn line(checkins: &[Checkin<'_>], today: NaiveDate, week_starts: Weekday, none: &str) -> Option<[String; 2]> {
    let first = checkins.first()?.day.week(week_starts).first_day();
    let all: Vec<NaiveDate> = first.iter_weeks().take_while(|start| *start <= today).collect();
    let starts = all.get(all.len().saturating_sub(MOST_WEEKS)..)?;
    let weeks = weeks(checkins, week_starts);
    let mean = |start: &NaiveDate| weeks.iter().find(|week| week.first == *start).map_or(none.to_owned(), Week::mean);
    let about = format!("the mean of each week since {}, from 1 to 5", LongDate(*starts.first()?));
    Some([starts.iter().map(mean).collect::<Vec<_>>().join(" "), about])
}

pub fn json(last: Option<&Checkin<'_>>, today: NaiveDate) -> Value {
    json!({ "today": today, "checkin": last })
}
