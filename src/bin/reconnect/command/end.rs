//! `end-no-contact`: closes the run and opens none; prompt and reminders fall silent.

use reconnect::days_between;

use super::{Output, status};
use crate::args::EndArgs;
use crate::diary::lines::Wanted;
use crate::diary::{Draft, What};
use crate::error::{Failure, Result};
use crate::phrase;
use crate::render::status::spoken;
use crate::session::Session;
use crate::words::{self, days, fill};

/// Runs it.
pub fn run(args: &EndArgs, session: &Session<'_>) -> Result<Output> {
    let when = if args.when.is_empty() { session.this_minute() } else { session.parse(&args.when.join(" "))? };
    let on = session.on(when);
    let end = on.moment(&session.clock());
    phrase::refuse_future(session, end, "an end")?;
    let open = session.book(Wanted::Facts)?.life.runs().open();
    let changed = session.change(|book| match book.life.runs().open() {
        None => Err(Failure::new("no run of no contact is open, so there is none to close")
            .hint("`reconnect history` shows the runs; `reconnect start-no-contact WHEN` begins one")),
        Some(start) if end.day < start.day || (end.at < start.at && start.at.is_some() && end.at.is_some()) => {
            Err(Failure::new(format!("the run began after that, on {}", spoken(start))))
        }
        Some(_) => Ok(vec![Draft::new(on, What::End)]),
    })?;
    let length = open.map_or(0, |start| days_between(start.day, end.day));
    let mut page = session.page();
    let mut lines = vec![fill(words::ENDED, &[("when", &spoken(end)), ("days", &days(length))])];
    lines.extend(status::numbers(&changed.book, session));
    lines.push(words::ENDED_SILENT.to_owned());
    page.sentences(&lines);
    Ok(Output::recorded(page.finish(), changed.notes))
}
