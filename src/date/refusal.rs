//! Why a phrase is refused, and what to type instead.

use std::fmt;

/// Declares each refusal once: its reason, which documents it, and what to type instead.
macro_rules! refusals {
    ($($name:ident: $why:literal, $way_out:literal;)+) => {
        /// Why a phrase is no date. `Display` is the reason; [`Refusal::way_out`] is what to type instead.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Refusal {
            $(#[doc = $why] $name,)+
            /// A character that only looks like one of ours, or none at all.
            Character(char),
        }

        impl Refusal {
            const fn texts(self) -> (&'static str, &'static str) {
                match self {
                    $(Self::$name => ($why, $way_out),)+
                    Self::Character(_) => ("it has a character that I can't read", "type it again, with plain letters and digits"),
                }
            }

            /// What to type instead.
            pub const fn way_out(self) -> &'static str {
                self.texts().1
            }
        }
    };
}

refusals! {
    Empty: "there is nothing to read", "type a date like `2026-10-24`, `yesterday` or `3 weeks ago`";
    BareNumber: "a number alone could be a day, a month or a year", "write `24 Oct`, `3 weeks ago` or `in 3 weeks`";
    DayMonthOrder: "some countries put the day first, others the month", "write `24 Oct 2026` or `2026-10-24`";
    NoSuchDay: "the calendar has no such day", "check the day and the month";
    OutsideCalendar: "it's outside the years 1 to 9999", "check the number";
    OtherWeekday: "that date is another day of the week", "leave out the weekday, or check the date";
    YearDigits: "a year has four digits", "write `24 Oct 2026`";
    NoYear: "the year is missing", "write `24.10.2026` or `24 Oct`";
    NoDay: "the day is missing", "write `24 Oct 2026`";
    NoMonth: "the month is missing", "write `24 Oct`";
    Time: "that isn't a time of day", "write a time as `21:30` or `9:30pm`";
    MorningOrEvening: "it could be morning or evening", "write `9am`, `9pm` or `21:00`";
    OtherPartOfDay: "that time is in another part of the day", "write `9:30pm` or `21:30`";
    Offset: "an offset from UTC is `Z` or like `+01:00`", "write `2026-10-24T21:30+01:00`";
    Unit: "that's no month and no length of time that I know",
        "write `24 Oct`, or count in minutes, hours, days, weeks, months or years";
    AgoOrIn: "it could be the past or the future", "write `3 weeks ago` or `in 3 weeks`";
    NeedsWeekday: "`last` and `next` go with a weekday", "write `friday`, or count: `a month ago`, `in a month`";
    Vague: "it could be one of several days", "write one day, like `friday` or `24 Oct`";
    NumberOrDate: "the number in front could stand alone, or belong to the date",
        "for the number, write nothing behind it; for the date, put a number before it: `3 2 hours ago`";
    Unknown: "I don't know these words",
        "write a date like `2026-10-24`, `24 Oct`, `yesterday`, `3 weeks ago`, `last friday` or `yesterday 23:50`";
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Character(character) => {
                write!(f, "it has `{}` (U+{:04X}) in it", character.escape_debug(), u32::from(character))
            }
            _ => f.write_str(self.texts().0),
        }
    }
}
