//! What `doctor` looks at: diary lines, contradictions, modes, the shell hook.

use std::path::Path;

use reconnect::when::Spoken;

use crate::diary::letters;
use crate::diary::lines::Lines;
use crate::diary::{Snapshot, What};
use crate::env::Env;
use crate::footprint::{self, shown};
use crate::paths::Paths;
use crate::shell;
use crate::text::escape::{escape_control_lines, escape_controls};
use crate::view::event;
use crate::words::{self, counted, fill};

/// What was found.
#[derive(Debug, Default)]
pub struct Findings {
    fine: Vec<String>,
    faults: Vec<String>,
}

impl Findings {
    /// Something that is as it should be.
    pub fn good(&mut self, text: impl AsRef<str>) {
        self.fine.push(escape_controls(text.as_ref()).into_owned());
    }

    /// Something that is not; a caret below it stands on lines of its own.
    pub fn fault(&mut self, text: impl AsRef<str>) {
        self.faults.push(escape_control_lines(text.as_ref()));
    }

    /// All that is well.
    pub fn fine(&self) -> &[String] {
        &self.fine
    }

    /// All that is not.
    pub fn faults(&self) -> &[String] {
        &self.faults
    }
}

/// Damaged and newer lines, and files that cannot be read.
pub fn lines(lines: &Lines, findings: &mut Findings) {
    findings.good(fill(
        words::DOCTOR_DIARY,
        &[("records", &counted(lines.records.len(), "record")), ("files", &counted(lines.files.len(), "file"))],
    ));
    for (path, error) in &lines.unreadable {
        findings.fault(fill(words::DOCTOR_UNREADABLE, &[("path", &shown(path)), ("error", error)]));
    }
    for (source, error) in &lines.damaged {
        findings.fault(fill(words::DOCTOR_DAMAGED, &[("place", &lines.name(source)), ("error", error)]));
    }
    if let Some(first) = lines.newer.first() {
        findings.good(fill(words::DOCTOR_NEWER, &[("count", &lines.newer.len()), ("place", &lines.name(first))]));
    }
}

/// Words that no letter has.
pub fn letters(paths: &Paths, lines: &Lines, findings: &mut Findings) {
    for loose in letters::loose(paths, lines) {
        findings.fault(fill(words::DOCTOR_LOOSE, &[("path", &shown(&loose.path)), ("id", &loose.id.short())]));
    }
}

/// Records that cannot all be true.
pub fn contradictions(snapshot: &Snapshot, lines: &Lines, findings: &mut Findings) {
    let place = |told: &crate::diary::snapshot::DatedRecord| {
        lines
            .records
            .iter()
            .find(|line| line.record.id == *told.entry.line())
            .map(|line| lines.name(&line.source))
            .unwrap_or_default()
    };
    let mut is_open = false;
    for told in &snapshot.told {
        let entry = || event::line(told.entry.what(), told.entry.on());
        match told.entry.what() {
            What::Start { .. } => is_open = true,
            What::End if !is_open => {
                findings.fault(fill(words::DOCTOR_END_BEFORE_START, &[("place", &place(told)), ("entry", &entry())]));
            }
            What::End => is_open = false,
            What::Boundary { until: Some(last), .. } if *last < told.moment.day => {
                findings.fault(fill(words::DOCTOR_BOUNDARY, &[("place", &place(told)), ("last", &Spoken(*last))]));
            }
            _ => {}
        }
    }
    // A contact or start before the first breakup belongs to no chapter.
    let first = snapshot.told.iter().find(|told| matches!(told.entry.what(), What::Breakup { .. })).map(|told| told.moment.day);
    for told in &snapshot.told {
        let counts = matches!(told.entry.what(), What::Contact(_) | What::Start { .. });
        if let Some(first) = first.filter(|first| counts && told.moment.day < *first) {
            let entry = event::line(told.entry.what(), told.entry.on());
            findings.fault(fill(
                words::DOCTOR_BEFORE_BREAKUP,
                &[("place", &place(told)), ("entry", &entry), ("breakup", &Spoken(first))],
            ));
        }
    }
}

/// What others can read, with the command that mends it.
pub fn modes(paths: &Paths, findings: &mut Findings) {
    let mut open = Vec::new();
    for dir in [&paths.config, &paths.data, &paths.state] {
        collect_open(dir, &mut open, 0);
    }
    for (path, mode) in &open {
        let wanted = if path.is_dir() { "700" } else { "600" };
        // It is there to be pasted into a shell, so a quote in a name may not end the name.
        let quoted = shell::posix(&shown(path));
        let values: [(&str, &dyn std::fmt::Display); 4] =
            [("path", &shown(path)), ("mode", &format!("{mode:o}")), ("wanted", &wanted), ("quoted", &quoted)];
        findings.fault(fill(words::DOCTOR_MODE, &values));
    }
    if open.is_empty() {
        findings.good(words::DOCTOR_PRIVATE);
    }
}

/// Our folders are two levels deep; nothing below is ours.
fn collect_open(path: &Path, open: &mut Vec<(std::path::PathBuf, u32)>, depth: u8) {
    #[cfg(unix)]
    if let Ok(metadata) = std::fs::metadata(path) {
        let mode = std::os::unix::fs::PermissionsExt::mode(&metadata.permissions()) & 0o777;
        if mode & 0o077 != 0 {
            open.push((path.to_owned(), mode));
        }
        if metadata.is_dir() && depth < 2 {
            let mut entries: Vec<_> = std::fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
            entries.sort();
            for entry in entries {
                collect_open(&entry, open, depth + 1);
            }
        }
    }
    #[cfg(not(unix))]
    let _ = (path, open, depth);
}

/// Whether a shell's startup file shows the segment.
pub fn hook(env: &Env) -> String {
    let found: Vec<String> = footprint::hooks(env).iter().map(|path| shown(path)).collect();
    if found.is_empty() { words::DOCTOR_NO_HOOK.to_owned() } else { fill(words::DOCTOR_HOOK, &[("files", &found.join(", "))]) }
}
