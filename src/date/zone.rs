//! The user's zone: local times, and the instants behind them.

use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeDelta, Utc};

/// Where the user is: which offset from UTC the clocks there show at an instant. A [`FixedOffset`] is a zone without changes.
pub trait Zone {
    /// The offset at that instant.
    fn offset(&self, at: DateTime<Utc>) -> FixedOffset;

    /// The instant as clocks show it there.
    fn zoned(&self, at: DateTime<Utc>) -> DateTime<FixedOffset> {
        at.with_timezone(&self.offset(at))
    }

    /// The instant of a local time. A time that a clock change skipped gets the offset before the change; of a time that comes
    /// twice, the first one counts.
    fn resolve(&self, local: NaiveDateTime) -> DateTime<FixedOffset> {
        // The offset of the day before or that of the day after: the one for which clocks show these digits.
        let near = |days| {
            let offset = self.offset(local.checked_add_signed(TimeDelta::days(days)).unwrap_or(local).and_utc());
            DateTime::from_naive_utc_and_offset(local.checked_sub_offset(offset).unwrap_or(local), offset)
        };
        let before = near(-1);
        [before, near(1)].into_iter().find(|time| self.offset(time.to_utc()) == *time.offset()).unwrap_or(before)
    }
}

impl Zone for FixedOffset {
    fn offset(&self, _: DateTime<Utc>) -> FixedOffset {
        *self
    }
}
