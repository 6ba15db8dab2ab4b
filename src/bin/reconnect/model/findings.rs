//! What `doctor` found. Every finding has an id that stays, with a section in `docs/doctor.md`.

use serde::Serialize;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    Note,
    Fault,
}

#[derive(Debug, Serialize)]
pub struct Finding {
    pub id: &'static str,
    pub level: Level,
    /// What was found, and where. Escaped; a caret may stand on lines of its own.
    pub text: String,
}

#[derive(Debug, Default)]
pub struct Findings(pub Vec<Finding>);

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
