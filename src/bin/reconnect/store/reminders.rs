//! What `remind` has announced: `remind.json` in the state folder. Losing the file costs one message at most.

use chrono::{Days, NaiveDate};
use reconnect::{Milestone, milestones};
use serde::{Deserialize, Serialize};

use crate::error::{Failure, Result};
use crate::store::fs;
use crate::store::paths::Paths;

/// How many milestones are remembered: more than any day can have.
const REMEMBERED: usize = 16;

const LARGEST: u64 = 64 << 10;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReminderState {
    schema: u32,
    #[serde(alias = "through")]
    checked_through: NaiveDate,
    /// The run's first day and the milestone's id: the same count of another run is another milestone.
    #[serde(alias = "said")]
    announced: Vec<(NaiveDate, String)>,
}

impl ReminderState {
    /// The state of this machine; `None` where there is none, or none that makes sense.
    pub fn read(paths: &Paths) -> Result<Option<Self>> {
        let path = paths.remind();
        let bytes = fs::read(&path, LARGEST).map_err(|error| Failure::file("could not read", &path, &error))?;
        Ok(bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
    }

    pub fn save(&self, paths: &Paths) -> Result<()> {
        fs::replace(&paths.remind(), format!("{}\n", serde_json::to_string(self).unwrap_or_default()).as_bytes())
    }

    /// The state after everything through a day was checked, and a milestone of the run perhaps announced.
    pub fn after(before: Option<&Self>, checked_through: NaiveDate, announced: Option<(NaiveDate, &Milestone)>) -> Self {
        let mut list = before.map(|state| state.announced.clone()).unwrap_or_default();
        list.extend(announced.map(|(start, milestone)| (start, milestone.id())));
        let first = list.len().saturating_sub(REMEMBERED);
        Self { schema: 1, checked_through, announced: list.split_off(first) }
    }

    /// The last day that was checked, today at most.
    pub fn checked_through(&self, today: NaiveDate) -> NaiveDate {
        self.checked_through.min(today)
    }
}

/// The latest milestone that the run has reached since the last check, unless it was announced. Without a state, or where the state
/// lies ahead of the clock, only one of today: an old one is no news.
pub fn due(state: Option<&ReminderState>, start: NaiveDate, today: NaiveDate) -> Option<Milestone> {
    let yesterday = today.checked_sub_days(Days::new(1))?;
    let checked = state.map_or(yesterday, |state| state.checked_through.min(yesterday));
    let latest = milestones(start).take_while(|milestone| milestone.date <= today).last()?;
    let is_announced = state.is_some_and(|state| state.announced.contains(&(start, latest.id())));
    (latest.date > checked && !is_announced).then_some(latest)
}
