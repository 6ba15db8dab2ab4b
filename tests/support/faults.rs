//! What the tests of faults share: homes that are copied, what is recorded in one, what may never be left behind.
#![allow(dead_code, missing_docs)]

use std::collections::HashMap;
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::support::{Home, NOW};

/// Everything, as a run of `.ci/sweeps` tries it; otherwise a part that takes seconds.
pub fn is_full() -> bool {
    std::env::var_os("RECONNECT_FULL").is_some()
}

/// Whether this is root, who alone can mount and change owners. Where not, says that the test skips; `.ci/sweeps` runs it as root.
pub fn is_root() -> bool {
    let is_root = fs::metadata("/proc/self").is_ok_and(|itself| itself.uid() == 0);
    if !is_root {
        let thread = std::thread::current();
        let _ = writeln!(std::io::stderr(), "skipped {}: it needs root", thread.name().unwrap_or("a test"));
    }
    is_root
}

/// Two and a half weeks of a life, as the program writes them. The first letter can be opened.
const DIARY: &str = r#"{"v":1,"id":"0d0a60b2a5b44d3c9f0e8f4a6c1d2e3f","on":"2026-10-24","at":"2026-11-01T21:35:00+01:00","kind":"breakup"}
{"v":1,"id":"1b1c2d3e4f5061728394a5b6c7d8e9f0","on":"2026-11-01","at":"2026-11-01T21:35:00.000001+01:00","with":"0d0a60b2a5b44d3c9f0e8f4a6c1d2e3f","kind":"start"}
{"v":1,"id":"2f3e4d5c6b7a8990a1b2c3d4e5f60718","on":"2026-11-05","at":"2026-11-05T08:00:00+01:00","kind":"contact","who":"them","via":"call","note":"short"}
{"v":1,"id":"3a3e4d5c6b7a8990a1b2c3d4e5f60718","on":"2026-11-13","at":"2026-11-13T08:00:00+01:00","kind":"issue","n":1,"text":"I did not listen"}
{"v":1,"id":"4b3e4d5c6b7a8990a1b2c3d4e5f60718","on":"2026-11-13","at":"2026-11-13T08:01:00+01:00","kind":"plan","n":2,"of":"3a3e4d5c6b7a8990a1b2c3d4e5f60718","text":"Ask, then wait"}
{"v":1,"id":"5c3e4d5c6b7a8990a1b2c3d4e5f60718","on":"2026-11-14T23:00:00+01:00","at":"2026-11-14T23:00:00+01:00","kind":"urge","outcome":"sat-out","minutes":10,"trigger":"lonely","strength":4}
{"v":1,"id":"6d3e4d5c6b7a8990a1b2c3d4e5f60718","on":"2026-11-15","at":"2026-11-15T08:00:00+01:00","kind":"letter","n":1,"until":"2026-11-16"}
{"v":1,"id":"7e3e4d5c6b7a8990a1b2c3d4e5f60718","on":"2026-11-16","at":"2026-11-16T08:00:00+01:00","kind":"checkin","mood":3}
"#;
const CONFIG: &str = "# mine\nbreakup = 2026-10-24\nno_contact_since = 2026-11-01\nrecorded = { breakup = \"0d0a60b2a5b44d3c9f0e8f4a6c1d2e3f\", no_contact_since = \"1b1c2d3e4f5061728394a5b6c7d8e9f0\" }\n";

/// A home in which something of every kind has been recorded.
pub fn lived_in() -> Home {
    let home = Home::new();
    home.put(".local/share/reconnect/diary/desk.jsonl", DIARY);
    home.put(".local/share/reconnect/letters/6d3e4d5c6b7a8990a1b2c3d4e5f60718.md", "Dear you\n");
    home.put(".local/state/reconnect/machine", "desk\n");
    home.put(".local/state/reconnect/lock", "");
    home.write_config(CONFIG);
    for path in files(&home) {
        fs::set_permissions(&path, PermissionsExt::from_mode(if path.is_dir() { 0o700 } else { 0o600 })).unwrap();
    }
    home
}

/// Everything that a home holds: the lines of its diary, its letters and settings, what is hidden, an export, and the status. Ids and instants are random,
/// so an id is told by its number. A torn line holds nothing.
pub fn known(home: &Home) -> String {
    let mut ids = HashMap::new();
    let mut name = |id: &str| {
        let next = ids.len();
        format!("ID{}", *ids.entry(id.to_owned()).or_insert(next))
    };
    let mut known = String::new();
    for path in files_of(&home.diary(), "jsonl") {
        for line in String::from_utf8_lossy(&fs::read(&path).unwrap()).lines() {
            let Ok(mut record) = serde_json::from_str::<serde_json::Value>(line) else { continue };
            let Some(fields) = record.as_object_mut() else { continue };
            fields.remove("at");
            for key in ["id", "with", "replaces", "retracts", "of"] {
                if let Some(value) = fields.get_mut(key) {
                    *value = name(value.as_str().unwrap_or_default()).into();
                }
            }
            known += &format!("{record}\n");
        }
    }
    // The letters that the diary knows; a crash may leave others, which `doctor` names.
    let mut letters = files_of(&home.path(".local/share/reconnect/letters"), "md");
    letters.retain(|path| ids.contains_key(path.file_stem().unwrap().to_str().unwrap()));
    let mut letters: Vec<String> = letters.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    // By their text, because their names are random.
    letters.sort();
    known.extend(letters);
    let config = fs::read_to_string(home.config_file()).unwrap_or_default();
    // The dates are a copy that may lag behind; the settings may not.
    let is_setting =
        |line: &&str| !line.is_empty() && !line.starts_with('#') && !line.contains("= 2026-") && !line.starts_with("recorded");
    known.extend(config.lines().filter(is_setting).map(|line| format!("{line}\n")));
    let beside = [".local/state/reconnect/hidden", "saved"].map(|file| home.path(file));
    known.extend(beside.iter().filter(|path| path.is_file()).map(|path| fs::read_to_string(path).unwrap_or_default()));
    known + &home.status(NOW).to_string()
}

fn files_of(dir: &Path, end: &str) -> Vec<PathBuf> {
    let paths = fs::read_dir(dir).into_iter().flatten().map(|entry| entry.unwrap().path());
    let mut paths: Vec<_> = paths.filter(|path| path.is_file() && path.extension().is_some_and(|known| known == end)).collect();
    paths.sort();
    paths
}

pub fn files(home: &Home) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for root in [".config/reconnect", ".local/share/reconnect", ".local/state/reconnect"] {
        collect(&home.path(root), &mut found);
    }
    found
}

fn collect(path: &Path, found: &mut Vec<PathBuf>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            collect(&entry.unwrap().path(), found);
        }
    }
    if path.exists() {
        found.push(path.to_owned());
    }
}

pub fn open_to_others(home: &Home) -> Vec<String> {
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let open = files(home).into_iter().filter(|path| mode(path) & 0o077 != 0);
    open.map(|path| format!("{} {:o}", path.display(), mode(&path))).collect()
}

fn named(home: &Home, prefix: &str) -> Vec<PathBuf> {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    files(home).into_iter().filter(|path| name(path).starts_with(prefix)).collect()
}

/// Temporaries that an error may not leave behind.
pub fn leftovers(home: &Home) -> Vec<PathBuf> {
    named(home, ".reconnect-")
}

/// Texts that were kept because they could not be saved.
pub fn kept(home: &Home) -> Vec<PathBuf> {
    named(home, "unsaved-")
}

/// What is always true, whatever went wrong: the old state or the new one, and exit 0 only with the new one.
pub fn old_or_new(home: &Home, ran: &Output, old: &str, new: &str, what: &str) -> Result<(), String> {
    let stderr = String::from_utf8_lossy(&ran.stderr);
    // The modes first: what is looked at next may make files.
    let open = open_to_others(home);
    if !open.is_empty() {
        return Err(format!("{what}: others can read {open:?}"));
    }
    let now = known(home);
    if now != old && now != new {
        return Err(format!("{what}: neither old nor new; {:?} {stderr}\n{now}", ran.status));
    }
    if ran.status.code() == Some(0) && now != new {
        return Err(format!("{what}: exit 0, and it is not done; {stderr}"));
    }
    // Where the system gives no random bits, the hash maps of std panic before anything is decided.
    if stderr.contains("panicked") && !stderr.contains("failed to generate random data") {
        return Err(format!("{what}: {stderr}"));
    }
    Ok(())
}

/// Runs every job, on as many threads as there are processors, and names all that went wrong.
pub fn all<T: Sync>(jobs: &[T], run: impl Fn(&T) -> Result<(), String> + Sync) {
    let next = AtomicUsize::new(0);
    let faults = std::sync::Mutex::new(Vec::new());
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Err(fault) = run(job) {
                        faults.lock().unwrap().push(fault);
                    }
                }
            });
        }
    });
    let faults = faults.into_inner().unwrap();
    let shown: Vec<_> = faults.iter().take(40).cloned().collect();
    assert!(faults.is_empty(), "{} of {} went wrong:\n{}", faults.len(), jobs.len(), shown.join("\n"));
    println!("{} fault points", jobs.len());
}
