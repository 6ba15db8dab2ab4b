//! What the tests of faults share: homes that are copied, what is known in one, what may never be left behind.
#![allow(dead_code, missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "shared by test files")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::support::{Home, NOW};

/// All of it, as the full run of the checks does; otherwise a part that takes seconds.
pub fn is_full() -> bool {
    std::env::var_os("RECONNECT_FULL").is_some()
}

/// A home in which something of every kind has been recorded.
pub fn lived_in() -> Home {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    home.ok(&["log-contact", "them", "2026-11-05", "--via", "call"]);
    for (args, text) in [
        (&["notebook", "issue"][..], "I did not listen"),
        (&["notebook", "plan", "1"], "Ask, then wait"),
        (&["letter", "write"], "Dear you"),
    ] {
        assert_eq!(home.run_with_input(args, text).code, Some(0), "{args:?}");
    }
    home
}

/// Another home with the same files, links and modes.
pub fn copy_of(home: &Home) -> Home {
    let copy = Home::new();
    let status = std::process::Command::new("cp").arg("-a").arg(home.path(".")).arg(copy.path(".")).status().unwrap();
    assert!(status.success());
    copy
}

/// Everything that is known in a home, without ids, which are random.
pub fn known(home: &Home) -> String {
    let mut known = String::new();
    for args in [&["status", "--json"][..], &["history", "--json"], &["notebook", "list", "--all", "--json"], &["letter", "list"]] {
        let ran = home.command().args(["--at", NOW]).args(args).output().unwrap();
        assert!(ran.status.success(), "{args:?}: {}", String::from_utf8_lossy(&ran.stderr));
        known.push_str(&String::from_utf8(ran.stdout).unwrap());
    }
    // The words of letters that the diary knows; a crash may leave others, which `doctor` names.
    let texts = |path: &Path| files_in(path).into_iter().map(|path| (stem(&path), fs::read_to_string(path).unwrap()));
    let diary: String = texts(&home.diary()).map(|(_, text)| text).collect();
    let mut words: Vec<_> = texts(&home.path(".local/share/reconnect/letters")).filter(|(id, _)| diary.contains(id)).collect();
    words.sort_by(|one, other| one.1.cmp(&other.1));
    known.extend(words.into_iter().map(|(_, text)| text));
    let settings = fs::read_to_string(home.config_file()).unwrap_or_default();
    // The dates are a mirror that may lag behind; the settings may not.
    let is_setting = |line: &&str| !line.is_empty() && !line.starts_with('#') && !line.contains("= 2026-");
    known.extend(settings.lines().filter(is_setting).map(|line| format!("{line}\n")));
    without_ids(&known)
}

fn files_in(dir: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(dir).into_iter().flatten().map(|entry| entry.unwrap().path());
    paths.filter(|path| path.extension().is_some_and(|end| end == "jsonl" || end == "md")).collect()
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn without_ids(text: &str) -> String {
    let is_id = |word: &str| word.len() == 32 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    text.split('"').map(|word| if is_id(word) { "ID" } else { word }).collect::<Vec<_>>().join("\"")
}

/// Every file of the program in a home, folders too.
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

/// The files whose mode lets others in, each with it.
pub fn open_to_others(home: &Home) -> Vec<String> {
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let open = files(home).into_iter().filter(|path| mode(path) & 0o077 != 0);
    open.map(|path| format!("{} {:o}", path.display(), mode(&path))).collect()
}

/// Temporaries that an error may not leave behind.
pub fn leftovers(home: &Home) -> Vec<PathBuf> {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    files(home).into_iter().filter(|path| name(path).starts_with(".reconnect-")).collect()
}

/// Texts that were kept since they could not be saved.
pub fn kept(home: &Home) -> Vec<PathBuf> {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    files(home).into_iter().filter(|path| name(path).starts_with("unsaved-")).collect()
}

/// Runs every job, on as many threads as there are processors, and says all that went wrong.
pub fn all<T: Sync>(jobs: &[T], run: impl Fn(&T) -> Result<(), String> + Sync) {
    let next = AtomicUsize::new(0);
    let faults = std::sync::Mutex::new(Vec::new());
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Err(fault) = run(job) {
                        eprintln!("{fault}");
                        faults.lock().unwrap().push(fault);
                    }
                }
            });
        }
    });
    let faults = faults.into_inner().unwrap();
    let shown: Vec<_> = faults.iter().take(40).cloned().collect();
    assert!(faults.is_empty(), "{} of {} went wrong:\n{}", faults.len(), jobs.len(), shown.join("\n"));
    eprintln!("{} fault points", jobs.len());
}
