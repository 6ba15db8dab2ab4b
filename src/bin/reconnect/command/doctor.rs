//! `doctor`: looks at everything and changes nothing. Works with a broken configuration, too.

use std::fmt::Write as _;

use super::{Ending, Output};
use crate::config::Config;
use crate::diary::Book;
use crate::diary::item::Present;
use crate::diary::lines::{Lines, Wanted};
use crate::error::{Failure, Result};
use crate::examine::{self, Findings};
use crate::paths::Paths;
use crate::render::json::time;
use crate::render::page::Page;
use crate::render::paint::Paint;
use crate::session::Session;
use crate::words::{self, counted, fill};
use crate::world::World;

/// Runs it.
///
/// # Errors
/// If not even the folders are known, or `at` is no date.
pub fn run(world: &World, at: Option<&str>, paint: Paint) -> Result<Output> {
    let paths = Paths::find(world)?;
    let mut findings = Findings::default();
    let config = Config::read(&paths.config_file()).map_err(|failure| findings.fault(failure.finding())).ok();
    let is_absent = config.as_ref().is_some_and(|config| config.text().is_none());
    findings.good(fill(
        if is_absent { words::DOCTOR_NO_CONFIG } else { words::DOCTOR_CONFIG },
        &[("path", &paths.config_file().display())],
    ));
    for unknown in config.iter().flat_map(|config| &config.unknown) {
        findings.fault(unknown.failure().finding());
    }
    match Lines::read(&paths.diary(), Wanted::Everything) {
        Err(failure) => findings.fault(failure.finding()),
        Ok(lines) => {
            examine::lines(&lines, &mut findings);
            examine::letters(&paths, &lines, &mut findings);
            let session = config.is_some().then(|| Session::begin(world, at, paint)).transpose()?;
            if let Some(session) = &session {
                match Book::new(&lines, &session.config, &Present { ..session.present() }) {
                    Ok(book) => examine::contradictions(&book, &lines, &mut findings),
                    Err(failure) => findings.fault(failure.finding()),
                }
            }
        }
    }
    examine::modes(&paths, &mut findings);
    let now = time(world.now());
    match world.unusable_zone() {
        Some(zone) => {
            let failure = Failure::new(fill(words::ZONE_UNUSABLE, &[("zone", &zone), ("now", &now)]));
            findings.fault(failure.hint(words::ZONE_MEND).finding());
        }
        None => findings.good(fill(words::CONFIG_ZONE, &[("now", &now), ("zone", &world.zone())])),
    }
    findings.good(examine::hook(world));
    Ok(shown(&findings, Page::new(world.width(), paint)))
}

fn shown(findings: &Findings, mut page: Page) -> Output {
    page.sentences(findings.fine());
    let count = findings.faults().len();
    if count == 0 {
        page.paragraph(crate::render::page::Tone::Plain, words::DOCTOR_WELL);
        return Output::text(page.finish());
    }
    let mut text = page.finish();
    for fault in findings.faults() {
        let _ = writeln!(text, "\n{fault}");
    }
    let found = counted(count, "fault");
    Output { text, failure: Some(Failure::new(format!("doctor found {found}"))), ending: Ending::Fault, ..Output::default() }
}
