//! What `remind` and the calendar say. Without `--plain` nobody who looks on learns what is counted.

words! {
    /// `remind`, a milestone was reached today
    REMIND = "{name}.";
    /// `remind`, a milestone was reached while nobody looked
    REMIND_LATE = "{name}, reached on {date}.";
    /// `remind --plain`, a milestone was reached today
    REMIND_PLAIN = "{count} of no contact, since {since}.";
    /// `remind --plain`, a milestone was reached while nobody looked
    REMIND_PLAIN_LATE = "{count} of no contact were reached on {date}.";
    /// A calendar's milestone with `--plain`
    CALENDAR_PLAIN = "{count} of no contact";
}
