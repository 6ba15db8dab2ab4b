//! What the recording commands say.

words! {
    /// `start-no-contact` asks on a terminal
    ASK_LAST_CONTACT = "When was your last contact? A date or a phrase; Enter for today: ";
    /// `start-no-contact`, what was understood
    STARTED = "No contact since {when}.";
    /// `start-no-contact --replace`, what was understood
    START_MOVED = "Corrected: no contact since {when}. The earlier entry stays in the diary.";
    /// `breakup`, shown
    BREAKUP_IS = "The breakup was on {when}.";
    /// `breakup`, set
    BREAKUP_SET = "Noted: the breakup was on {when}.";
    /// `breakup --again`
    BREAKUP_AGAIN = "Noted: a second breakup, on {when}. A new chapter begins; what was before stays in the history and no longer counts.";
    /// `breakup`, none known
    BREAKUP_UNKNOWN = "No breakup date is known. `reconnect breakup WHEN` sets it.";
}
