//! What `status` says.

words! {
    /// `status`, nothing set up: the first line
    FRESH = "Nothing is set up, and nothing has been written.";
    /// `status`, nothing set up: how to begin
    FRESH_HOW = "Two dates are enough: your last contact, and the breakup.";
    /// `status`, nothing set up: the command
    FRESH_COMMAND = "reconnect start-no-contact 3 weeks ago --breakup a month ago";
    /// `status`, nothing set up: about dates and privacy
    FRESH_DATES = "Put your own two there, in words or as `2026-10-24` or `24 Oct 2026`. Everything stays on this machine.";
    /// `status`, a run is open
    RUN = "{days}, since {since}";
    /// `status`, a run began today
    RUN_TODAY = "Day {first}. It began today, {since}.";
    /// Which day of the run it is, where the first is called day 1
    DAY = "day {number}";
    /// `status`, the start lies ahead of the clock
    RUN_AHEAD = "Day {first}. The start that is stored, {since}, lies ahead of today.";
    /// `status`, the three numbers
    RECORD = "longest {longest}, {kept} of {total} kept";
    /// `status`, no run was ever opened
    NO_RUN = "No count is running.";
    /// `status`, the user closed the last run
    RUN_CLOSED = "closed on {end}, after {days}";
    /// `status`, where it is in the guide: days
    WINDOW_DAYS = "The first days";
    /// `status`, where it is in the guide: the second window
    WINDOW_WEEKS = "A few weeks to {months} months";
    /// `status`, where it is in the guide: between the second window and a year
    WINDOW_AFTER = "After {months} months";
    /// `status`, where it is in the guide: from a year on
    WINDOW_YEARS = "Years";
    /// `status`, how long ago the breakup was
    BREAKUP = "{days} since {breakup}";
    /// `status`, the breakup is today
    BREAKUP_TODAY = "the breakup was today, {breakup}";
    /// `status`, the breakup lies ahead of the clock
    BREAKUP_AHEAD = "the breakup that is stored, {breakup}, lies ahead of today";
    /// `status`, a window with an end
    BOUNDS = "{from} through {through}, in our reading of the guide";
    /// `status`, a window with an end, the user's own thresholds
    BOUNDS_OWN = "{from} through {through}, by your own setting";
    /// `status`, the last window
    BOUNDS_OPEN = "from {from} on, in our reading of the guide";
    /// `status`, the last window, the user's own thresholds
    BOUNDS_OPEN_OWN = "from {from} on, by your own setting";
    /// `status`, the last day of a window
    LAST_DAY = "Today is the last day of this stretch.";
    /// `status` and `window`, between the second window and a year
    NOT_STATED = "The guide itself does not speak of this stretch.";
    /// `status`, no breakup date is known
    NO_BREAKUP = "No breakup date is known.";
    /// `status`, a boundary with a last day
    BOUNDARY_THROUGH = "{kind}, from {from} through {through}";
    /// `status`, a boundary without a last day
    BOUNDARY_OPEN = "{kind}, since {from}, until they say otherwise";
    /// `status`, an order without a last day
    ORDER_OPEN = "{kind}, since {from}, until it is lifted";
    /// A boundary's name: space
    SPACE = "Space, asked for by them";
    /// A boundary's name: order
    ORDER = "A legal order";
    /// `status`, an earliest day that lies ahead
    EARLIEST = "Earliest, by the guide's convention: {date}. Not a promise.";
    /// `status`, what the sign at a reason means
    INFERRED = "* our reading; the guide does not say it in these words";
    /// `status`, the next milestone in days
    NEXT_DAYS = "{count} on {date}";
    /// `status --short`, a run and a window
    SHORT = "{run} · {window}";
    /// `status --short`, no run
    SHORT_NO_RUN = "no count running";
    /// `status --short`, a run
    SHORT_RUN = "{days} of no contact";
    /// `status --short`, no breakup date
    SHORT_NO_BREAKUP = "no breakup date";
    /// `status --short`, nothing set up
    SHORT_FRESH = "nothing set up; `reconnect` says how to begin";
}
