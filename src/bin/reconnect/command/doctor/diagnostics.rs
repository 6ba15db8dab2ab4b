//! What `doctor` looks at.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use chrono::{DateTime, FixedOffset, TimeDelta};
use reconnect::date::LongDate;

use crate::error::Failure;
#[cfg(unix)]
use crate::shell::posix;
use crate::store::config::{Config, Unknown};
use crate::store::diary::load::{Place, PlacedRecord};
use crate::store::diary::{DatedRecord, Diary, Id, Owner, RecordKind, Snapshot};
use crate::store::erase::Erasing;
use crate::store::footprint::{Kind, Traces, shown};
use crate::store::letters;
use crate::store::mirror::Reading;
use crate::store::paths::Paths;
use crate::terminal::escape::escape_controls;
use crate::view::doctor::Findings;
use crate::words;

pub fn config_faults(config: &Config, reading: &Reading) -> Vec<Failure> {
    let unknown = config.unknown.iter().map(Unknown::failure);
    unknown.chain(reading.refused.iter().map(|(_, failure)| failure.clone())).collect()
}

pub fn diary(diary: &Diary, findings: &mut Findings) {
    for (path, error) in &diary.unreadable {
        let mend =
            if path.is_symlink() { ". Mend the link, or bring back the file that it leads to; don't delete it." } else { "" };
        findings.fault("diary-unreadable", format!("can't read {}: {error}{mend}", shown(path)));
    }
    for (place, error) in &diary.damaged {
        let name = named(diary, *place);
        findings.fault("diary-damaged-line", format!("{name}: damaged, so it is skipped: {}", escape_controls(error)));
    }
    for path in &diary.placeholders {
        findings.fault("diary-not-here", format!("{}: {NOT_HERE}", shown(path)));
    }
    for place in &diary.may_hold_their_word {
        findings.fault("diary-unread", format!("{}: this line may hold their word. {MEND_IT}", named(diary, *place)));
    }
    for path in &diary.other_copies {
        findings.note("diary-copy-not-read", format!("{}: {NOT_READ}", shown(path)));
    }
    if let Some(first) = diary.newer.first() {
        let (count, name) = (diary.newer.len(), named(diary, *first));
        findings.note("diary-newer-lines", format!("{name}: written by a newer version, so it is skipped ({count} such in all)"));
    }
}

fn named(diary: &Diary, place: Place) -> String {
    escape_controls(&diary.name(place)).into_owned()
}

const MEND_IT: &str = "Mend it (a newer version's line: update), or delete it if it holds no word of theirs.";
const BRING_IT: &str = "Bring that diary here; if it is gone for good, delete the line `recorded` in the config.";
const NOT_HERE: &str = "iCloud hasn't downloaded this file, so its entries are missing. Have it downloaded (in Finder: Keep \
    Downloaded); don't delete it.";
const CORRECT_IT: &str = "`reconnect breakup WHEN` corrects that date";
const NOT_READ: &str = "this looks like a copy of a diary file, and isn't read; to add it, let its name end in `.jsonl`";

pub fn texts(paths: &Paths, diary: &Diary, traces: &Traces, findings: &mut Findings) {
    for (id, path) in letters::loose(paths, diary) {
        let (path, id) = (shown(&path), escape_controls(&id.short()).into_owned());
        let text = format!("{path}: no entry names this letter; `reconnect letter erase {id}` removes it");
        findings.fault("letter-without-entry", text);
    }
    for (path, kind) in &traces.own {
        if matches!(kind, Kind::Unsaved | Kind::UnsavedLetter) {
            findings
                .note("text-not-saved", format!("{}: a draft that isn't recorded; it may hold text that you wrote", shown(path)));
        }
    }
}

/// Files that still hold a text which was erased, or hold it again.
pub fn erased(diary: &Diary, findings: &mut Findings) {
    let erasing = Erasing::erased(diary);
    let read =
        diary.files_by_owner().into_iter().map(|(owner, path)| (path, if owner == Owner::Other { ERASE_THERE } else { NEXT }));
    let copies = diary.other_copies.iter().map(|path| (path.as_path(), DELETE_IT));
    for (path, advice) in read.chain(copies).filter(|(path, _)| !erasing.ids.is_empty() && erasing.is_held_by(path)) {
        findings.fault("erased-text-left", format!("{}: this file still holds a text that you erased; {advice}", shown(path)));
    }
}

pub fn erased_letters(snapshot: &Snapshot, paths: &Paths, findings: &mut Findings) {
    for letter in letters::letters(snapshot).into_iter().filter(|letter| letter.erased.is_some()) {
        for (_, path) in letters::files(paths).iter().filter(|(id, _)| *id == letter.id) {
            let id = escape_controls(&letter.id.short()).into_owned();
            let text = format!("{}: the letter is back that you erased; `reconnect letter erase {id}` removes it", shown(path));
            findings.fault("erased-text-left", text);
        }
    }
}

const NEXT: &str = "it goes with the next thing that you record";
const ERASE_THERE: &str = "run `reconnect erase ID` on the computer that wrote it; if that one is gone, do it here and type `gone`";
const DELETE_IT: &str = "it is a copy that isn't read, so you can delete it";

pub fn foreign_dates(reading: &Reading, folder: &Path, findings: &mut Findings) {
    for place in &reading.foreign {
        let (place, folder) = (place.short(), shown(folder));
        findings.fault("date-from-elsewhere", format!("{place}: copied from a diary line that isn't in {folder}. {BRING_IT}"));
    }
}

/// What was recorded more than a day ahead of the clock beats what is recorded now.
pub fn clocks(diary: &Diary, now: DateTime<FixedOffset>, findings: &mut Findings) {
    let is_ahead = |placed: &&PlacedRecord| placed.record.recorded_at - now > TimeDelta::days(1);
    for placed in diary.placed().filter(is_ahead) {
        let (name, day) = (named(diary, placed.place), LongDate(placed.record.recorded_at.date_naive()));
        let why = "by a clock that was ahead; what you record now may lose to it";
        findings.note("clock-ahead", format!("{name}: recorded on {day}, {why}"));
    }
}

pub fn contradictions(snapshot: &Snapshot, diary: &Diary, findings: &mut Findings) {
    let places: HashMap<&Id, Place> = diary.placed().map(|placed| (&placed.record.id, placed.place)).collect();
    let place = |dated: &DatedRecord| places.get(dated.record.line_id()).map(|place| named(diary, *place)).unwrap_or_default();
    let line = |dated: &DatedRecord| words::line(dated.record.kind(), dated.record.on());
    let mut is_open = false;
    let mut first_breakup = None;
    for dated in &snapshot.records {
        is_open &= !dated.opens_chapter;
        match dated.record.kind() {
            RecordKind::Start { .. } => is_open = true,
            RecordKind::Breakup { .. } => first_breakup = first_breakup.or(Some(dated.moment.day)),
            RecordKind::End if !is_open => {
                findings.fault("end-without-run", format!("{}: {}, but no count was running then", place(dated), line(dated)));
            }
            RecordKind::End => is_open = false,
            RecordKind::Boundary { until: Some(last), .. } if *last < dated.moment.day => {
                let last = LongDate(*last);
                findings.fault("boundary-ends-first", format!("{}: {} ends before it begins", place(dated), last));
            }
            _ => {}
        }
    }
    let earlier = snapshot.records.len() - snapshot.chapter().len();
    for (index, dated) in snapshot.records.iter().enumerate() {
        let counts = matches!(dated.record.kind(), RecordKind::Contact(_) | RecordKind::Start { .. });
        let breakup = if index < earlier { first_breakup } else { snapshot.breakup.as_ref().map(|breakup| breakup.day) };
        if let Some(breakup) = breakup.filter(|breakup| counts && dated.moment.day < *breakup) {
            let text = format!("{}: {} is before the breakup on {}; {CORRECT_IT}", place(dated), line(dated), LongDate(breakup));
            findings.fault("before-breakup", text);
        }
    }
    if let Some(record) = snapshot.ahead.first() {
        let when = words::line(record.kind(), record.on());
        findings.note("clock-behind", format!("{when}: this lies ahead of the clock, so it doesn't count yet"));
    }
}

/// Folders that can't be written, or can't be made because of what lies above them. Nothing is written to find out. The config's
/// folder may be read-only on purpose.
pub fn folders(paths: &Paths, findings: &mut Findings) {
    let wanted = [paths.data.clone(), paths.diary(), paths.letters(), paths.state.clone()];
    let existing = wanted.iter().filter_map(|dir| dir.ancestors().find(|dir| dir.symlink_metadata().is_ok()));
    for dir in existing.collect::<BTreeSet<_>>() {
        let what = if dir.is_dir() { "you can't write to this folder" } else { "this isn't a folder" };
        if !can_write(dir) || !dir.is_dir() {
            findings.fault("folder-not-writable", format!("{}: {what}", shown(dir)));
        }
    }
}

#[cfg(unix)]
fn can_write(dir: &Path) -> bool {
    use rustix::fs::{Access, access};
    access(dir, Access::WRITE_OK | Access::EXEC_OK).is_ok()
}

#[cfg(not(unix))]
fn can_write(dir: &Path) -> bool {
    dir.metadata().is_ok_and(|dir| !dir.permissions().readonly())
}

#[cfg(unix)]
pub fn reach(traces: &Traces, findings: &mut Findings) {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    for (path, _) in &traces.own {
        let (Ok(real), Ok(link)) = (path.canonicalize(), path.symlink_metadata()) else { continue };
        let Ok(file) = real.metadata() else { continue };
        // A file that somebody else's tool keeps, such as a read-only store, isn't ours to change.
        let is_kept_elsewhere = link.is_symlink() && (file.uid() != link.uid() || file.mode() & 0o200 == 0);
        let can_enter = |class: u32| {
            let folders = real.ancestors().skip(1);
            folders.into_iter().all(|dir| dir.metadata().is_ok_and(|dir| dir.permissions().mode() & 0o111 & class != 0))
        };
        let is_reached = [0o070, 0o007].into_iter().any(|class| file.mode() & class != 0 && can_enter(class));
        if is_reached && !is_kept_elsewhere {
            let (path, mode) = (shown(path), file.mode() & 0o777);
            findings.fault("others-can-read", format!("{path}: others can reach it (mode {mode:o}); `chmod 600 {}`", quote(&path)));
        }
    }
}

/// Windows has no modes. What isn't checked is said.
#[cfg(not(unix))]
pub fn reach(_: &Traces, findings: &mut Findings) {
    let text = "On Windows, who can read the files isn't checked, nor are PowerShell profiles outside your home.";
    findings.note("not-checked", text);
}

/// A path for a shell, so that a blank or a quote in it doesn't end it.
#[cfg(unix)]
fn quote(path: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/._-+".contains(c);
    if path.chars().all(is_plain) { path.to_owned() } else { posix(path) }
}
