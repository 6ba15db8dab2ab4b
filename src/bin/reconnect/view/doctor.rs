//! What `doctor` shows: what there is, what was found, and a block for a bug report.

use serde_json::{Value, json};

use super::json::SCHEMA;
use super::recorded::count;
use crate::config::Config;
use crate::diary::Diary;
use crate::findings::{Findings, Level};
use crate::footprint::shown;
use crate::paths::Paths;
use crate::text::page::Page;
use crate::text::style::Style;

/// What there is.
#[derive(Debug)]
pub struct Overview<'a> {
    /// The folders.
    pub paths: &'a Paths,
    /// The config, if it can be read.
    pub config: Option<&'a Config>,
    /// The diary.
    pub diary: &'a Diary,
    /// The clock and the zone, in words.
    pub zone: String,
    /// Start-up files of shells that mention the program.
    pub hooks: Vec<String>,
    /// Whether output may hold more than ASCII.
    pub is_utf8: bool,
}

impl Overview<'_> {
    fn lines(&self) -> Vec<String> {
        let is_absent = self.config.is_some_and(|config| config.text().is_none());
        let absent = if is_absent { " (not there yet)" } else { "" };
        let hooks = match self.hooks.as_slice() {
            [] => "No shell start-up file mentions reconnect.".to_owned(),
            files => format!("Mentioned in: {}", files.join(", ")),
        };
        vec![
            format!("Config: {}{absent}", shown(&self.paths.config_file())),
            format!(
                "Diary: {} in {}, in {}",
                count(self.diary.records.len(), "record"),
                count(self.diary.files.len(), "file"),
                shown(&self.paths.diary())
            ),
            format!("State: {}", shown(&self.paths.state)),
            self.zone.clone(),
            hooks,
        ]
    }

    /// Versions and counts: no path, no date, no word of the user's.
    fn report(&self, findings: &Findings) -> Vec<String> {
        let set: Vec<String> = self
            .config
            .map(|config| config.shown().into_iter().filter(|(table, .., is_set)| *is_set && !table.is_empty()))
            .into_iter()
            .flatten()
            .map(|(table, key, ..)| format!("{table}.{key}"))
            .collect();
        let or_none = |names: Vec<String>| if names.is_empty() { "none".to_owned() } else { names.join(", ") };
        let mut ids: Vec<String> = findings.0.iter().map(|finding| finding.id.to_owned()).collect();
        ids.sort();
        ids.dedup();
        let config = match self.config {
            None => "broken",
            Some(config) if config.text().is_none() => "none",
            Some(_) => "read",
        };
        let diary = self.diary;
        vec![
            format!("reconnect {} on {} {}", env!("CARGO_PKG_VERSION"), std::env::consts::OS, std::env::consts::ARCH),
            format!("config: {config}; settings: {}", or_none(set)),
            format!(
                "diary: {}, {}, {} damaged, {} newer, {} unreadable, {} not here",
                count(diary.files.len(), "file"),
                count(diary.records.len(), "record"),
                diary.damaged.len(),
                diary.newer.len(),
                diary.unreadable.len(),
                diary.placeholders.len()
            ),
            format!("output: {}; hooks: {}", if self.is_utf8 { "UTF-8" } else { "ASCII" }, self.hooks.len()),
            format!("found: {}", or_none(ids)),
        ]
    }
}

/// For people.
pub fn page(overview: &Overview<'_>, findings: &Findings, mut page: Page) -> String {
    // Paths stand unbroken, so that they can be copied.
    for line in overview.lines() {
        page.raw(&format!("{line}\n"));
    }
    for finding in &findings.0 {
        page.gap();
        page.raw(&format!("[{}] {}\n", finding.id, finding.text));
    }
    if findings.faults() == 0 {
        page.paragraph(Style::Strong, "No fault found.");
    }
    page.paragraph(Style::Quiet, "For a bug report; nothing private is in it:");
    for line in overview.report(findings) {
        page.raw(&format!("  {line}\n"));
    }
    page.finish()
}

/// For programs.
pub fn json(overview: &Overview<'_>, findings: &Findings) -> Value {
    let level = |level: Level| if level == Level::Fault { "fault" } else { "note" };
    let found: Vec<Value> =
        findings.0.iter().map(|finding| json!({ "id": finding.id, "level": level(finding.level), "text": finding.text })).collect();
    json!({
        "schema": SCHEMA,
        "version": env!("CARGO_PKG_VERSION"),
        "faults": findings.faults(),
        "config": overview.paths.config_file().to_string_lossy(),
        "diary": overview.paths.diary().to_string_lossy(),
        "state": overview.paths.state.to_string_lossy(),
        "records": overview.diary.records.len(),
        "hooks": overview.hooks,
        "findings": found,
        "report": overview.report(findings),
    })
}
