//! `doctor`: looks at everything and changes nothing. It works with a broken config too.

pub mod diagnostics;

use std::path::Path;

use super::Output;
use crate::context::{World, diary};
use crate::error::{Failure, Result};
use crate::store::config::Config;
use crate::store::footprint::{self, Traces, shown};
use crate::terminal::page::Page;
use crate::view::config as config_view;
use crate::view::config::missing_date;
use crate::view::doctor::{self as view, Findings, Overview};
use crate::words::count;

pub fn run(json: bool, world: &World<'_>) -> Result<Output> {
    let env = world.env;
    let paths = world.paths()?;
    let mut findings = Findings::default();
    let config = Config::read(&paths.config_file()).map_err(|failure| findings.fault("config-broken", failure.finding())).ok();
    let diary = diary(&paths);
    let traces = Traces::find(&paths);
    diagnostics::diary(&diary, &mut findings);
    diagnostics::clocks(&diary, env.now(), &mut findings);
    diagnostics::erased(&diary, &mut findings);
    diagnostics::texts(&paths, &diary, &traces, &mut findings);
    if let Some(config) = &config {
        let ctx = world.context()?;
        let known = ctx.known_from(diary.clone(), config);
        for unknown in &config.unknown {
            findings.fault("config-unknown-key", unknown.failure().finding());
        }
        for (_, failure) in &known.reading.refused {
            findings.fault("config-refused-date", failure.finding());
        }
        for key in config_view::missing_dates(config, &known.snapshot) {
            findings.note("date-deleted", missing_date(key));
        }
        diagnostics::foreign_dates(&known.reading, &paths.diary(), &mut findings);
        diagnostics::erased_letters(&known.snapshot, &paths, &mut findings);
        diagnostics::contradictions(&known.snapshot, &diary, &mut findings);
    }
    diagnostics::folders(&paths, &mut findings);
    diagnostics::reach(&traces, &mut findings);
    if let Some(fault) = env.zone_fault() {
        findings.fault("zone-unusable", fault.finding());
    }
    if let Some(place) = env.text("RECONNECT_RIGHT_PROMPT") {
        let taken = format!("the function `fish_right_prompt` (from: {})", shown(Path::new(&place)));
        findings.note("right-prompt-taken", format!("fish already has a right prompt, {taken}, so it doesn't show the count"));
    }
    let overview = Overview {
        paths: &paths,
        config: config.as_ref(),
        diary: &diary,
        zone: config_view::zone_in_use(env.now(), &env.zone()),
        hooks: footprint::hooks(env).iter().map(|path| shown(path)).collect(),
        is_utf8: env.is_utf8_locale(),
    };
    let page = || view::page(&overview, &findings, Page::new(env.width(), world.styler));
    let output = Output::shown(json, || view::json(&overview, &findings), page);
    let failure = (findings.faults() > 0).then(|| {
        Failure::new(format!("doctor found {}", count(findings.faults(), "fault")))
            .hint("docs/doctor.md has a section for each name in brackets")
    });
    Ok(Output { failure, ..output })
}
