//! `window`: which of the guide's windows a breakup's date is in. Writes nothing.

use reconnect::{Facts, classify};
use serde_json::json;

use super::Output;
use crate::args::WindowArgs;
use crate::error::Result;
use crate::phrase;
use crate::render::json;
use crate::render::status::guide_page;
use crate::session::Session;

/// Runs it.
pub fn run(args: &WindowArgs, session: &Session<'_>) -> Result<Output> {
    let moment = session.moment(session.parse(&args.when.join(" "))?);
    phrase::refuse_future(session, moment, "a breakup")?;
    let today = session.clock().today();
    let thresholds = session.config.settings.thresholds;
    let window = classify(moment.day, today, thresholds)?;
    if args.json {
        return Ok(Output::text(json::line(&json!({
            "schema": json::SCHEMA,
            "today": today,
            "breakup": json::breakup(moment.day, today),
            "window": json::window(Some(window)),
        }))));
    }
    let facts = Facts { breakup: Some(moment.day), thresholds, ..Facts::on(today) };
    Ok(Output::text(guide_page(facts, session.page())))
}
