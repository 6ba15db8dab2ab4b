//! What `doctor` shows: what there is, what was found, and a block for a bug report.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Value, json};

use crate::store::config::Config;
use crate::store::diary::Diary;
use crate::store::footprint::shown;
use crate::store::paths::Paths;
use crate::terminal::page::Page;
use crate::terminal::style::Style;
use crate::words::count;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Level {
    Note,
    Fault,
}

#[derive(Debug, Serialize)]
struct Finding {
    /// It stays, and has a section in `docs/doctor.md`.
    id: &'static str,
    level: Level,
    /// What was found, and where. Escaped; a caret may stand on lines of its own.
    text: String,
}

#[derive(Debug, Default)]
pub struct Findings(Vec<Finding>);

impl Findings {
    pub fn fault(&mut self, id: &'static str, text: impl Into<String>) {
        self.0.push(Finding { id, level: Level::Fault, text: text.into() });
    }

    pub fn note(&mut self, id: &'static str, text: impl Into<String>) {
        self.0.push(Finding { id, level: Level::Note, text: text.into() });
    }

    pub fn faults(&self) -> usize {
        self.0.iter().filter(|finding| finding.level == Level::Fault).count()
    }
}

pub struct Overview<'a> {
    pub paths: &'a Paths,
    pub config: Option<&'a Config>,
    pub diary: &'a Diary,
    pub zone: String,
    pub hooks: Vec<String>,
    pub is_utf8: bool,
}

impl Overview<'_> {
    /// Versions and counts: no path, no date, no word of the user's.
    fn report(&self, findings: &Findings) -> Vec<String> {
        let shown = self.config.into_iter().flat_map(Config::shown).filter(|(setting, _, is_set)| *is_set && !setting.is_date());
        let set: Vec<&str> = shown.map(|(setting, ..)| setting.name).collect();
        let or_none = |names: &str| if names.is_empty() { "none" } else { names }.to_owned();
        let ids: BTreeSet<&str> = findings.0.iter().map(|finding| finding.id).collect();
        let config = match self.config {
            None => "broken",
            Some(config) if config.text().is_none() => "none",
            Some(_) => "read",
        };
        let diary = self.diary;
        vec![
            format!("reconnect {} on {} {}", env!("CARGO_PKG_VERSION"), std::env::consts::OS, std::env::consts::ARCH),
            format!("config: {config}; settings: {}", or_none(&set.join(", "))),
            format!(
                "diary: {}, {}, {} damaged, {} newer, {} unreadable, {} not here",
                count(diary.files.len(), "file"),
                count(diary.iter().len(), "record"),
                diary.damaged.len(),
                diary.newer.len(),
                diary.unreadable.len(),
                diary.placeholders.len()
            ),
            format!("output: {}; hooks: {}", if self.is_utf8 { "UTF-8" } else { "ASCII" }, self.hooks.len()),
            format!("found: {}", or_none(&ids.into_iter().collect::<Vec<_>>().join(", "))),
        ]
    }
}

pub fn page(overview: &Overview<'_>, findings: &Findings, mut page: Page) -> String {
    let Overview { paths, diary, .. } = overview;
    let absent = if overview.config.is_some_and(|config| config.text().is_none()) { " (not there yet)" } else { "" };
    let (records, files) = (count(diary.iter().len(), "record"), count(diary.files.len(), "file"));
    let hooks = match overview.hooks.as_slice() {
        [] => "No shell start-up file mentions reconnect.".to_owned(),
        files => format!("Mentioned in: {}", files.join(", ")),
    };
    // Paths stand unbroken, so that they can be copied.
    page.raw(&format!("Config: {}{absent}\n", shown(&paths.config_file())));
    page.raw(&format!("Diary: {records} in {files}, in {}\n", shown(&paths.diary())));
    page.raw(&format!("State: {}\n{}\n{hooks}\n", shown(&paths.state), overview.zone));
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

pub fn json(overview: &Overview<'_>, findings: &Findings) -> Value {
    json!({
        "version": env!("CARGO_PKG_VERSION"),
        "faults": findings.faults(),
        "config": overview.paths.config_file().to_string_lossy(),
        "diary": overview.paths.diary().to_string_lossy(),
        "state": overview.paths.state.to_string_lossy(),
        "records": overview.diary.iter().len(),
        "hooks": overview.hooks,
        "findings": findings.0,
        "report": overview.report(findings),
    })
}
