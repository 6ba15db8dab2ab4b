//! `doctor`: looks at everything and changes nothing. Works with a broken configuration, too.

use std::fmt::Write as _;

use super::{Ending, Output};
use crate::config::Config;
use crate::context::Context;
use crate::diagnostics::{self, Findings};
use crate::diary::Snapshot;
use crate::diary::item::Present;
use crate::diary::lines::{Lines, Wanted};
use crate::env::Env;
use crate::error::{Failure, Result};
use crate::paths::Paths;
use crate::text::page::Page;
use crate::text::style::Styler;
use crate::view::json::time;
use crate::words::{self, counted, fill};

/// Runs it.
///
/// # Errors
/// If not even the folders are known, or `at` is no date.
pub fn run(env: &Env, at: Option<&str>, styler: Styler) -> Result<Output> {
    let paths = Paths::find(env)?;
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
            diagnostics::lines(&lines, &mut findings);
            diagnostics::letters(&paths, &lines, &mut findings);
            let ctx = config.is_some().then(|| Context::begin(env, at, styler)).transpose()?;
            if let Some(ctx) = &ctx {
                match Snapshot::new(&lines, &ctx.config, &Present { ..ctx.present() }) {
                    Ok(snapshot) => diagnostics::contradictions(&snapshot, &lines, &mut findings),
                    Err(failure) => findings.fault(failure.finding()),
                }
            }
        }
    }
    diagnostics::modes(&paths, &mut findings);
    let now = time(env.now());
    match env.zone_fault() {
        Some(fault) => findings.fault(fault.finding()),
        None => findings.good(fill(words::CONFIG_ZONE, &[("now", &now), ("zone", &env.zone())])),
    }
    findings.good(diagnostics::hook(env));
    Ok(shown(&findings, Page::new(env.width(), styler)))
}

fn shown(findings: &Findings, mut page: Page) -> Output {
    page.sentences(findings.fine());
    let count = findings.faults().len();
    if count == 0 {
        page.paragraph(crate::text::style::Style::Plain, words::DOCTOR_WELL);
        return Output::text(page.finish());
    }
    let mut text = page.finish();
    for fault in findings.faults() {
        let _ = writeln!(text, "\n{fault}");
    }
    let found = counted(count, "fault");
    Output { text, failure: Some(Failure::new(format!("doctor found {found}"))), ending: Ending::Fault, ..Output::default() }
}
