//! What `doctor` found. Every finding has an id that stays, with a section in `docs/doctor.md`.

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Worth knowing; nothing is wrong.
    Note,
    /// Something is wrong.
    Fault,
}

/// One thing that was found.
#[derive(Debug)]
pub struct Finding {
    /// Its id, the same in every version.
    pub id: &'static str,
    /// How much it matters.
    pub level: Level,
    /// What was found, and where. Escaped; a caret may stand on lines of its own.
    pub text: String,
}

/// Everything that was found.
#[derive(Debug, Default)]
pub struct Findings(pub Vec<Finding>);

impl Findings {
    /// Something is wrong.
    pub fn fault(&mut self, id: &'static str, text: impl Into<String>) {
        self.0.push(Finding { id, level: Level::Fault, text: text.into() });
    }

    /// Something is worth knowing.
    pub fn note(&mut self, id: &'static str, text: impl Into<String>) {
        self.0.push(Finding { id, level: Level::Note, text: text.into() });
    }

    /// The number of faults.
    pub fn faults(&self) -> usize {
        self.0.iter().filter(|finding| finding.level == Level::Fault).count()
    }
}
