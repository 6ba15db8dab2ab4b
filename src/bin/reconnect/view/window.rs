//! `window`: which of the guide's windows a date is in, for somebody who only wants to look.

use chrono::NaiveDate;
use reconnect::{Facts, Window, WindowId};
use serde_json::{Value, json};

use super::json::breakup;
use super::status::breakup_and_window;
use super::why::bounds;
use crate::text::page::Page;
use crate::text::style::Style;

/// The page for people. None of its sentences invites contact, because it knows nothing of what they asked for.
pub fn human(facts: &Facts, day: NaiveDate, found: Window, mut page: Page) -> String {
    page.row("Breakup", &[(Style::Strong, breakup_and_window(facts, day))]);
    page.row("Window", &[(Style::Plain, bounds(facts, &[]).unwrap_or_default())]);
    page.paragraph(
        Style::Plain,
        match found.id {
            _ if !found.stated && found.id == WindowId::Years => {
                "The guide doesn't speak of this stretch. We take its caution for years: they may have moved on, and that's all right."
            }
            WindowId::Days => "In the first days emotions are raw. Let the dust settle, says the guide, for both of you.",
            WindowId::WeeksTo6Months => "By now, says the guide, emotions have usually cooled. There was room to reflect.",
            WindowId::Years => "They may have moved on, says the guide, and that's all right. Trust is rebuilt with effort.",
        },
    );
    page.lines(Style::Plain, 0, "A window is about time alone. What they asked for, and what they said, comes first.");
    page.paragraph(Style::Plain, "Nothing was written. `reconnect start-no-contact` begins a count.");
    page.finish()
}

pub fn json(today: NaiveDate, day: NaiveDate, found: Window) -> Value {
    json!({ "today": today, "breakup": breakup(day, today), "window": found })
}
