//! `window`: which of the guide's windows a breakup's date is in. Writes nothing.

use reconnect::{Answer, Facts, Window, WindowId, advise, classify};
use serde_json::json;

use super::{Output, breakup};
use crate::context::Context;
use crate::error::Result;
use crate::terminal::page::Page;
use crate::terminal::style::Style;
use crate::view::json;
use crate::view::status::breakup_and_window;
use crate::view::why::bounds;

pub fn run(when: &[String], json: bool, ctx: &Context<'_>) -> Result<Output> {
    let breakup = breakup::checked(ctx, ctx.parse(&when.join(" "))?)?;
    let today = ctx.clock().today();
    let thresholds = ctx.config.settings.thresholds;
    let found = classify(breakup, today, thresholds)?;
    let mut facts = Facts::on(today);
    (facts.breakup, facts.thresholds) = (Some(breakup), thresholds);
    let known = ctx.snapshot()?.facts();
    let fields = || json!({ "today": today, "breakup": json::breakup(breakup, today), "window": found });
    Ok(Output::shown(json, fields, || human(&facts, found, &known, ctx.page())))
}

/// The page for people. None of its sentences invites contact; where what they said or asked for stands, even less is said.
fn human(facts: &Facts, found: Window, known: &Facts, mut page: Page) -> String {
    let day = facts.breakup.unwrap_or(facts.today);
    let is_quiet = advise(known).forbids_contact_talk() || known.answer == Some(Answer::NotNow);
    page.row("Breakup", Style::Strong, &breakup_and_window(facts, day));
    page.row("Window", Style::Plain, &bounds(facts, &[]).unwrap_or_default());
    let says = match found.id {
        _ if !facts.thresholds.is_default() => "These bounds are your own setting, not the guide's.",
        _ if !found.stated && found.id == WindowId::Years => {
            "The guide doesn't speak of this stretch. We take its caution for years: they may have moved on, and that's all right."
        }
        WindowId::Days => "In the first days emotions are raw. Wait, says the guide, until both of you are calmer.",
        WindowId::WeeksTo6Months if is_quiet => "",
        WindowId::WeeksTo6Months => "By now, says the guide, emotions have usually cooled. There was room to reflect.",
        WindowId::Years if is_quiet => "They may have moved on, says the guide, and that's all right.",
        WindowId::Years => "They may have moved on, says the guide, and that's all right. Trust is rebuilt with effort.",
    };
    page.gap();
    if !says.is_empty() {
        page.lines(Style::Plain, 0, says);
    }
    page.lines(Style::Plain, 0, "A window is about time alone. What they asked for, and what they said, comes first.");
    let begin = if known.run_since.is_none() { " `reconnect start-no-contact` begins a count." } else { "" };
    page.paragraph(Style::Plain, &format!("Nothing was written.{begin}"));
    page.finish()
}
