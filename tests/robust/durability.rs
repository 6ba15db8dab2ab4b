//! What has to be on disk before the program says so: the order of system calls, as the system saw them.

use crate::support::{Home, NOW, have};

/// Runs under `strace` and gives the calls that matter, in order, each as `name what`: written, synced, renamed, or printed.
fn traced(home: &Home, inject: &str, line: &str) -> (Option<i32>, String, Vec<String>) {
    let calls = "trace=write,fsync,fdatasync,rename,renameat,renameat2";
    let output = home.shell(&format!("exec strace -f -y -s 0 -o trace -e {calls} {inject} \"$@\" {line}"), "");
    let text = std::fs::read_to_string(home.path("trace")).unwrap();
    std::fs::remove_file(home.path("trace")).unwrap();
    let calls = text.lines().filter_map(|line| call(line, &home.path("").display().to_string())).collect();
    (output.status.code(), String::from_utf8(output.stderr).unwrap(), calls)
}

/// `123 fsync(3</home/.config/reconnect>) = 0` as `fsync .config/reconnect`; random names as `TEMPORARY` and `ID`.
fn call(line: &str, home: &str) -> Option<String> {
    let (name, rest) = line.split_once(' ')?.1.trim_start().split_once('(')?;
    if name == "write" && rest.starts_with("1<") {
        return Some("write stdout".to_owned());
    }
    let name = if name.starts_with("rename") { "rename" } else { name };
    // A rename is known by where it leads, everything else by its file.
    let path = if name == "rename" { rest.split('"').rev().nth(1)? } else { rest.split_once('<')?.1.split_once('>')?.0 };
    let path = path.strip_prefix(home)?.trim_start_matches('/');
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let file = match file {
        temporary if temporary.starts_with(".reconnect-") => "TEMPORARY",
        _ if folder.ends_with("/diary") => "ID.jsonl",
        file => file,
    };
    Some(format!("{name} {folder}/{file}"))
}

fn position(calls: &[String], call: &str) -> usize {
    calls.iter().position(|known| known == call).unwrap_or_else(|| panic!("no `{call}` in {calls:#?}"))
}

const DIARY: &str = ".local/share/reconnect/diary/ID.jsonl";
const CONFIG: &str = ".config/reconnect";

#[test]
fn the_diary_and_every_new_name_are_synced_before_the_config_is_replaced_and_all_before_a_word_is_printed() {
    if !have("strace") {
        return;
    }
    let home = Home::new();
    let (code, _, calls) = traced(&home, "", "start-no-contact 2026-11-01 --breakup 2026-10-23");
    assert_eq!(code, Some(0));
    let order = [
        &format!("write {DIARY}"),
        &format!("fsync {DIARY}"),
        "fsync .local/share/reconnect/diary",
        &format!("write {CONFIG}/TEMPORARY"),
        &format!("fsync {CONFIG}/TEMPORARY"),
        &format!("rename {CONFIG}/config.toml"),
        "write stdout",
    ]
    .map(|call| position(&calls, call));
    assert!(order.is_sorted(), "{order:?} {calls:#?}");
    let renamed = &calls[order[5]..order[6]];
    assert!(renamed.iter().any(|call| call == "fsync .config/reconnect"), "{calls:#?}");
    let appends = calls.iter().filter(|call| **call == format!("write {DIARY}")).count();
    assert_eq!(appends, 1, "two records are one write: {calls:#?}");
    for folder in ["/.config", "/.local", ".local/share", ".local/share/reconnect", ".local/state"] {
        position(&calls, &format!("fsync {folder}"));
    }
}

#[test]
fn whichever_sync_fails_what_was_said_to_be_recorded_is_recorded() {
    if !have("strace") {
        return;
    }
    let begun = || {
        let home = Home::new();
        home.does("breakup 2026-10-24");
        home
    };
    let (_, _, calls) = traced(&begun(), "", "breakup 2026-10-25");
    let syncs = calls.iter().filter(|call| call.starts_with("fsync")).count();
    assert!(syncs >= 3, "{calls:#?}");
    for failing in 1..=syncs {
        let home = begun();
        let before = home.read_config();
        let (code, error, _) = traced(&home, &format!("-e inject=fsync:error=EIO:when={failing}"), "breakup 2026-10-25");
        let date = home.status(NOW)["breakup"]["date"].as_str().unwrap().to_owned();
        match code {
            // The record is safe. At most the copy in the config is not, and then that is said.
            Some(0) => {
                assert_eq!(date, "2026-10-25", "fsync {failing}");
                assert!(error.is_empty() || error.starts_with("warning: it is recorded, but the dates in the config"), "{error}");
            }
            Some(2) => {
                assert!(error.starts_with("error: could not save"), "{error}");
                assert_eq!((date.as_str(), home.read_config()), ("2026-10-24", before), "fsync {failing}");
            }
            other => panic!("fsync {failing}: {other:?} {error}"),
        }
    }
}

/// Every command that isn't in the sweep of faults, whose test holds both lists against the list of commands.
pub const READING: &str = " | status | status --json | guide | history | prompt | init bash | check --active | window 2026-10-24 | export | \
    export --format ics | config | config path | config show | config check | doctor | completions bash | man | notebook | \
    notebook list | notebook show 1 | letter | letter list";

#[test]
fn reading_writes_nothing_syncs_nothing_and_takes_no_lock() {
    if !have("strace") {
        return;
    }
    let home = Home::begun();
    home.gives("notebook issue", "I was late");
    let more = "breakup | boundary | answer | aim | status --why | history --urges | history --calendar | checkin --json | urge | \
        export --format csv | export --format md | export --format html | erase --dry-run";
    for line in READING.split(" | ").chain(more.split(" | ")) {
        let fresh = Home::new();
        fresh.types(line, "");
        assert!(fresh.is_empty(), "`{line}` makes something");
        let calls = "trace=fsync,fdatasync,flock,mkdir,rename,unlink,openat";
        assert!(home.shell(&format!("exec strace -f -o trace -e {calls} \"$@\" {line}"), "").status.success(), "{line}");
        let calls = std::fs::read_to_string(home.path("trace")).unwrap();
        let writing = ["sync(", "flock(", "mkdir(", "rename(", "unlink(", "O_WRONLY", "O_RDWR", "O_CREAT"];
        // Where `crontab` is started, its complaints go to `/dev/null`.
        let writes = |line: &&str| writing.iter().any(|call| line.contains(call)) && !line.contains("\"/dev/null\"");
        let found: Vec<&str> = calls.lines().filter(writes).collect();
        assert!(found.is_empty(), "{line}: {found:#?}");
    }
}
