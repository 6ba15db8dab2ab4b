//! Every setting, once: its name, what it is for, how it is read and how it is shown. `config show` and `config set` follow from
//! this table, and tests hold the schema and the pages against it.

use chrono::{NaiveTime, Weekday};
use reconnect::Thresholds;
use serde_json::Value;
use toml::de::DeValue;

use super::Config;
use super::value::{Entry, spelled};
use crate::error::{Failure, Result};
use crate::store::segment::Format;

pub struct Setting {
    /// `table.key`; the two dates stand outside every table.
    pub name: &'static str,
    pub about: &'static str,
    pub(super) read: fn(&mut Config, &Entry<'_>) -> Result<()>,
    /// The value in the form of JSON; null if there is none.
    pub(super) show: fn(&Config) -> Value,
}

#[derive(Debug, Clone)]
pub struct Settings {
    pub thresholds: Thresholds,
    /// What the start date is called, for people: day 0 or day 1.
    pub first_day: u32,
    pub day_starts_at: NaiveTime,
    pub week_starts: Weekday,
    pub prompt: Format,
    pub remind_milestones: bool,
    pub call: Vec<String>,
    pub accessible: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            thresholds: Thresholds::DEFAULT,
            first_day: 0,
            day_starts_at: NaiveTime::MIN,
            week_starts: Weekday::Mon,
            prompt: Format::default(),
            remind_milestones: true,
            call: Vec::new(),
            accessible: false,
        }
    }
}

pub const SETTINGS: &[Setting] = &[
    Setting {
        name: "breakup",
        about: "the day of the breakup; `reconnect breakup WHEN` sets it",
        read: |config, entry| entry.date().map(|date| config.breakup.dated = Some(date)),
        show: |config| config.breakup.dated.as_ref().map(|date| spelled(date.written)).into(),
    },
    Setting {
        name: "no_contact_since",
        about: "the start of your count; `reconnect start-no-contact WHEN --replace` sets it",
        read: |config, entry| entry.date().map(|date| config.since.dated = Some(date)),
        show: |config| config.since.dated.as_ref().map(|date| spelled(date.written)).into(),
    },
    Setting {
        name: "windows.few_weeks_days",
        about: "days of the first quiet weeks, 14 to 180",
        read: |config, entry| bounds(config, entry, entry.integer()?, config.settings.thresholds.golden_months().into()),
        show: |config| config.settings.thresholds.few_weeks_days().into(),
    },
    Setting {
        name: "windows.golden_months",
        about: "months until \"after 6 months\", 1 to 120",
        read: |config, entry| bounds(config, entry, config.settings.thresholds.few_weeks_days().into(), entry.integer()?),
        show: |config| config.settings.thresholds.golden_months().into(),
    },
    Setting {
        name: "count.first_day",
        about: "the number of the first day, 0 or 1",
        read: |config, entry| match entry.integer()? {
            first @ (0 | 1) => {
                config.settings.first_day = u32::from(first == 1);
                Ok(())
            }
            other => Err(entry.bad(format!("is {other}; it can be 0 or 1"))),
        },
        show: |config| i64::from(config.settings.first_day).into(),
    },
    Setting {
        name: "count.day_starts_at",
        about: "when a new day begins, such as 04:00",
        read: |config, entry| entry.time().map(|time| config.settings.day_starts_at = time),
        show: |config| config.settings.day_starts_at.format("%H:%M").to_string().into(),
    },
    Setting {
        name: "count.week_starts",
        about: "first day of a week: monday, saturday or sunday",
        read: |config, entry| {
            let name = entry.string()?;
            let day = WEEK_STARTS.iter().find(|(known, _)| *known == name).map(|(_, day)| *day);
            config.settings.week_starts =
                day.ok_or_else(|| entry.bad("can be \"monday\", \"saturday\" or \"sunday\"".to_owned()))?;
            Ok(())
        },
        show: |config| WEEK_STARTS.iter().find(|(_, day)| *day == config.settings.week_starts).map(|(name, _)| *name).into(),
    },
    Setting {
        name: "prompt.format",
        about: "prompt text with {days}, {longest}, {kept} or {total}",
        read: |config, entry| {
            let format = Format::parse(entry.string()?);
            config.settings.prompt = format.map_err(|(why, hint)| entry.bad(why).hint(hint))?;
            Ok(())
        },
        show: |config| config.settings.prompt.to_string().into(),
    },
    Setting {
        name: "remind.milestones",
        about: "whether `reconnect remind` speaks: true or false",
        read: |config, entry| entry.boolean().map(|yes| config.settings.remind_milestones = yes),
        show: |config| config.settings.remind_milestones.into(),
    },
    Setting {
        name: "urge.call",
        about: "people to call in a bad moment, such as Ana, Ben",
        read: |config, entry| entry.names().map(|names| config.settings.call = names),
        show: |config| config.settings.call.clone().into(),
    },
    Setting {
        name: "display.accessible",
        about: "text for a screen reader, no bars: true or false",
        read: |config, entry| entry.boolean().map(|yes| config.settings.accessible = yes),
        show: |config| config.settings.accessible.into(),
    },
];

const WEEK_STARTS: [(&str, Weekday); 3] = [("monday", Weekday::Mon), ("saturday", Weekday::Sat), ("sunday", Weekday::Sun)];

/// Each bound is checked together with the other one, which may be the default.
fn bounds(config: &mut Config, entry: &Entry<'_>, days: i64, months: i64) -> Result<()> {
    config.settings.thresholds = Thresholds::new(days, months).map_err(|error| {
        let why = match error {
            reconnect::Error::FewWeeksOutOfRange(_) => format!("is {days}; it can be 14 to 180"),
            reconnect::Error::GoldenMonthsOutOfRange(_) => format!("is {months}; it can be 1 to 120"),
            _ => format!("doesn't fit: `few_weeks_days` = {days} doesn't end before `golden_months` = {months}"),
        };
        error.hint().into_iter().fold(entry.bad(why), Failure::hint)
    })?;
    Ok(())
}

impl Setting {
    /// The table and the key. The table is empty for the two dates.
    pub fn place(&self) -> (&'static str, &'static str) {
        self.name.split_once('.').unwrap_or(("", self.name))
    }

    pub fn named(table: &str, key: &str) -> Option<&'static Self> {
        SETTINGS.iter().find(|setting| setting.place() == (table, key))
    }

    /// Whether it is one of the two dates, which have no default, and which other commands set.
    pub fn is_date(&self) -> bool {
        self.place().0.is_empty()
    }

    pub fn default(&self) -> Value {
        (self.show)(&Config::default())
    }

    /// A value as it is written in the file. A JSON string is a TOML string too, but for one character.
    pub fn in_toml(&self, value: &Value) -> String {
        match value {
            Value::String(date) if self.is_date() => date.clone(),
            other => other.to_string().replace('\u{7f}', "\\u007f"),
        }
    }

    /// What a person typed, as it is written in the file: quotes are added where they are needed.
    pub(super) fn typed(&self, text: &str) -> String {
        let parsed = DeValue::parse(text);
        let text = match (self.default(), parsed.as_ref().map(toml::Spanned::get_ref)) {
            (_, Ok(DeValue::String(_)))
            | (Value::Array(_), Ok(DeValue::Array(_)))
            | (Value::Number(_) | Value::Bool(_), Ok(DeValue::Integer(_) | DeValue::Boolean(_))) => return text.to_owned(),
            (Value::Array(_), _) => text.split(',').map(str::trim).filter(|name| !name.is_empty()).collect(),
            _ => Value::from(text),
        };
        self.in_toml(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_bound_fits_the_other_s_default_so_their_order_in_the_file_is_free() {
        let default = Thresholds::DEFAULT;
        assert!((14..=180).all(|days| Thresholds::new(days, default.golden_months().into()).is_ok()));
        assert!((1..=120).all(|months| Thresholds::new(default.few_weeks_days().into(), months).is_ok()));
    }
}
