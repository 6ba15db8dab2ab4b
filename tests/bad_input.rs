//! Input that cannot be right, one row each: exit 2, an error in the program's own form, a hint, nothing raw, nothing changed.
#![cfg(all(feature = "cli", unix))]
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

#[path = "support/faults.rs"]
mod faults;
mod support;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;

use faults::{files, lived_in};
use support::{Home, NOW, Ran};

/// Arguments, and what the error's first line has to hold. A row whose text ends in `!` has no hint, for there is none to give.
const ARGUMENTS: &[(&[&str], &str)] = &[
    // Commands and options that are not there.
    (&["statsu"], "statsu"),
    (&["sned"], "sned"),
    (&[""], ""),
    (&["--no-such"], "--no-such"),
    (&["status", "--jsno"], "--jsno"),
    (&["status", "extra"], "extra"),
    (&["status", "--json", "--short"], "cannot be used with"),
    (&["--color", "pink", "status"], "pink!"),
    (&["--at"], "--at!"),
    (&["check"], ""),
    (&["check", "--window", "soon"], "soon!"),
    (&["check", "--verdict", "go"], "go!"),
    (&["check", "--days-at-least", "-1"], "-1"),
    (&["check", "--days-at-least", "1.5"], "1.5!"),
    (&["check", "--days-at-least", "99999999999999999999"], "9999!"),
    (&["guide", "0"], "0!"),
    (&["guide", "7"], "7!"),
    (&["guide", "two"], "two!"),
    (&["history", "--months", "x"], "x!"),
    (&["history", "--limit", "-3"], "-3"),
    (&["init"], ""),
    (&["init", "cmd.exe"], "cmd.exe!"),
    (&["completions", "tcsh"], "tcsh"),
    (&["window"], ""),
    (&["urge", "--minutes", "0"], "0!"),
    (&["urge", "--minutes", "61"], "61!"),
    (&["urge", "--minutes", "NaN"], "NaN!"),
    (&["urge", "--minutes", "inf"], "inf!"),
    (&["urge", "--resisted", "--wrote"], "cannot be used with"),
    (&["log-contact"], ""),
    (&["log-contact", "us"], "us!"),
    (&["log-contact", "me", "--via", "pigeon"], "pigeon"),
    (&["log-contact", "me", "--keep", "--restart"], "cannot be used with"),
    (&["boundary", "wall"], "wall!"),
    (&["boundary", "space", "--until", "yesterday"], "has passed"),
    (&["boundary", "space", "--until", "someday"], "someday"),
    (&["boundary", "space", "--until", "2026-12-01", "or", "so"], "or"),
    (&["answer", "maybe"], "maybe!"),
    (&["notebook", "plan"], ""),
    (&["notebook", "plan", "99"], "99"),
    (&["notebook", "plan", "0"], "0"),
    (&["notebook", "plan", "-1"], ""),
    (&["notebook", "evidence", "99"], "99"),
    (&["notebook", "evidence", "1", "tomorrow"], ""),
    (&["notebook", "obstacle"], ""),
    (&["notebook", "obstacle", "--practical", "--emotional"], "cannot be used with"),
    (&["notebook", "done", "nothing"], "nothing"),
    (&["notebook", "edit", "99"], "99"),
    (&["notebook", "show", "4294967296"], "4294967296"),
    (&["notebook", "burn"], "burn"),
    (&["letter", "send", "1"], "send"),
    (&["letter", "open", "9"], "9"),
    (&["letter", "open", "1"], "sealed"),
    (&["letter", "open", "../../etc/passwd"], "../../etc/passwd"),
    (&["letter", "erase", "9"], "9"),
    (&["letter", "write", "--until", "yesterday"], "a day to come"),
    (&["undo", "nothing"], "nothing"),
    (&["undo", ""], ""),
    (&["erase", "--letters", "--diary"], "cannot be used with"),
    (&["config", "delete"], "delete"),
    (&["export", "--format", "pdf"], "pdf!"),
    (&["import", "no-such-file"], "no-such-file!"),
    (&["import", "/dev/zero"], "/dev/zero!"),
    (&["import", "."], "!"),
    (&["status", "--format", "{nothing}"], "{nothing}"),
    (&["status", "--format", "{days"], "never closed!"),
    // No note without words, no plan, no letter.
    (&["notebook", "issue"], "there was no text"),
    (&["notebook", "plan", "1"], "there was no text"),
    (&["letter", "write"], "there was no text"),
    // A run is open already; a contact and a start before the breakup; the future.
    (&["start-no-contact"], ""),
    (&["start-no-contact", "2026-10-01", "--replace"], ""),
    (&["start-no-contact", "2026-12-01", "--replace"], ""),
    (&["log-contact", "me", "2026-10-01"], "before the breakup"),
    (&["log-contact", "me", "2027-01-01"], ""),
    (&["breakup", "2026-11-20"], ""),
    (&["breakup", "2027-01-01"], ""),
    (&["breakup", "2026-10-01", "--again"], "comes after the first"),
    (&["end-no-contact", "2026-10-25"], "!"),
    (&["end-no-contact", "2027-01-01"], ""),
    // Bytes that would steer a terminal.
    (&["\u{1b}[31mred"], ""),
    (&["status", "--\u{9b}31m"], ""),
    (&["breakup", "\u{1b}]0;owned\u{7}"], ""),
    (&["breakup", "\u{202e}6202-01-42"], ""),
    (&["notebook", "show", "\u{1b}[2J"], ""),
    (&["undo", "\u{200b}\u{feff}"], ""),
    (&["import", "\u{1b}[31m.json"], "!"),
    (&["letter", "open", "\r\n\u{85}"], ""),
];

/// Dates that are none, or that could be two.
const DATES: &[&str] = &[
    "",
    " ",
    "5",
    "2026",
    "20261024",
    "01/02/2026",
    "24.10.2026",
    "24/10",
    "2026-13-01",
    "2026-02-29",
    "2026-02-30",
    "2026-00-10",
    "2026-10-00",
    "2026-10-32",
    "26-10-24",
    "-2026-10-24",
    "+2026-10-24",
    "2026-10-24T",
    "2026-10-24T24:00",
    "2026-10-24T12:60",
    "2026-10-24T12",
    "2026-10-24 25:00",
    "31 Feb 2026",
    "24 Foo 2026",
    "Mon 24 Oct 2026",
    "the other day",
    "someday",
    "soon",
    "last",
    "last month",
    "next friday",
    "3 weeks",
    "weeks ago",
    "-3 weeks ago",
    "1.5 weeks ago",
    "999999999 years ago",
    "99999999999999999999 days ago",
    "1000000 months ago",
    "yesterday yesterday",
    "yesterday 99:99",
    "noon",
    "now-ish",
    "25:00",
    "12:00:99",
    "0000-00-00",
    "9999-99-99",
    "١٢٣ days ago",
    "２０２６-10-24",
    "2026–10–24",
    "today\u{0}",
    "today; rm -rf ~",
    "$(date)",
    "NaN",
    "null",
    "' or 1=1",
];

/// Every file of the program with what it holds; what is only cached may come and go.
fn contents(home: &Home) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
    let is_cache = |path: &PathBuf| path.ends_with("state/reconnect/prompt") || path.ends_with("state/reconnect/lock");
    let found = files(home).into_iter().filter(|path| !is_cache(path));
    found.map(|path| (path.clone(), std::fs::read(&path).ok())).collect()
}

fn ran(home: &Home, args: &[&OsStr]) -> Ran {
    let out = home.command().args(["--at", NOW]).args(args).write_stdin("").output().unwrap();
    Ran { out: text(&out.stdout), err: text(&out.stderr), code: out.status.code() }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Whatever is typed, it is refused in one form.
fn fault(ran: &Ran, holds: &str) -> Result<(), String> {
    let (holds, has_hint) = holds.strip_suffix('!').map_or((holds, true), |holds| (holds, false));
    let first = ran.err.lines().next().unwrap_or_default();
    let wrong = |what: &str| Err(format!("{what}: exit {:?}, stdout {:?}, stderr {:?}", ran.code, ran.out, ran.err));
    if ran.code != Some(2) || !ran.out.is_empty() {
        return wrong("not refused");
    }
    if !first.starts_with("error: ") || first.len() < 12 || !ran.err.contains(holds) {
        return wrong("not said");
    }
    if has_hint != ran.err.contains("\nhint: ") {
        return wrong("a hint");
    }
    raw(&ran.err).map_or(Ok(()), |c| wrong(&format!("raw {c:?}")))
}

/// A character that steers a terminal, if one got through.
fn raw(text: &str) -> Option<char> {
    text.chars().find(|c| {
        (c.is_control() && *c != '\n')
            || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    })
}

fn assert_all(home: &Home, rows: impl Iterator<Item = (String, Result<(), String>)>) -> usize {
    let before = contents(home);
    let rows: Vec<_> = rows.collect();
    let wrong: Vec<_> = rows.iter().filter_map(|(row, result)| Some(format!("{row}: {}", result.as_ref().err()?))).collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
    assert!(contents(home) == before, "a file was changed");
    rows.len()
}

#[test]
fn arguments_that_mean_nothing_are_refused() {
    let home = lived_in();
    let rows = ARGUMENTS.iter().map(|(args, holds)| {
        let args: Vec<&OsStr> = args.iter().map(OsStr::new).collect();
        (format!("{args:?}"), fault(&ran(&home, &args), holds))
    });
    assert!(assert_all(&home, rows) > 80);
}

#[test]
fn dates_that_are_none_are_refused() {
    let home = lived_in();
    for command in [&["window"][..], &["breakup"], &["log-contact", "me"], &["end-no-contact"]] {
        let dates = DATES.iter().filter(|date| !date.contains('\0') && (command == ["window"] || !date.is_empty()));
        let rows = dates.map(|date| {
            let args: Vec<&OsStr> = command.iter().chain([&"--", date]).map(OsStr::new).collect();
            (format!("{args:?}"), fault(&ran(&home, &args), ""))
        });
        assert!(assert_all(&home, rows) > 50);
    }
}

#[test]
fn bytes_that_are_no_text_are_refused_wherever_they_stand() {
    let home = lived_in();
    let bad = OsStr::from_bytes(b"\xff\x1b[31m\xfe");
    let o = OsStr::new;
    let places: [Vec<&OsStr>; 10] = [
        vec![bad],
        vec![o("breakup"), bad],
        vec![o("start-no-contact"), bad],
        vec![o("log-contact"), o("me"), bad],
        vec![o("window"), bad],
        vec![o("undo"), bad],
        vec![o("notebook"), o("show"), bad],
        vec![o("letter"), o("open"), bad],
        vec![o("status"), o("--format"), bad],
        vec![o("import"), bad],
    ];
    assert_all(
        &home,
        places.iter().map(|args| (format!("{args:?}"), fault(&ran(&home, args), if args[0] == o("import") { "!" } else { "" }))),
    );
}

/// Configurations that cannot be, with what the error has to hold. (`config_broken.rs` has the carets.)
const CONFIGURATIONS: &[(&[u8], &str)] = &[
    (b"breakup", "TOML"),
    (b"breakup = ", "TOML"),
    (b"breakup = 2026-13-01", ""),
    (b"breakup = 2026-02-30", ""),
    (b"breakup = \"someday\"", "breakup"),
    (b"breakup = 5", "breakup"),
    (b"breakup = true", "breakup"),
    (b"breakup = 12:00:00", "breakup"),
    (b"breakup = 2026-10-24\nbreakup = 2026-10-25", ""),
    (b"no_contact_since = []", "no_contact_since"),
    (b"windows = 3", "windows"),
    (b"[windows]\nfew_weeks_days = 13", "14 to 180"),
    (b"[windows]\nfew_weeks_days = 181", "14 to 180"),
    (b"[windows]\nfew_weeks_days = -21", ""),
    (b"[windows]\nfew_weeks_days = 99999999999999999999", ""),
    (b"[windows]\nfew_weeks_days = \"21\"", "whole number"),
    (b"[windows]\nfew_weeks_days = 21.0", "whole number"),
    (b"[windows]\ngolden_months = 0", ""),
    (b"[windows]\ngolden_months = 9999999999", ""),
    (b"[count]\nfirst_day = 2", "0 or 1"),
    (b"[count]\nday_starts_at = \"25:00\"", "day_starts_at"),
    (b"[count]\nday_starts_at = 4", "day_starts_at"),
    (b"[count]\nweek_starts = \"friday\"", "week_starts"),
    (b"[prompt]\nformat = \"$(id)\"", "format"),
    (b"[prompt]\nformat = \"%F{red}\"", "format"),
    (b"[prompt]\nformat = 7", "format"),
    (b"[remind]\nmilestones = 1", "milestones"),
    (b"\xff\xfe", "UTF-8"),
    (b"\0", "TOML"),
    (b"\x1b[31m = 1", "TOML"),
];

#[test]
fn configurations_that_cannot_be_are_refused_and_left() {
    for (text, holds) in CONFIGURATIONS {
        let home = lived_in();
        std::fs::write(home.config_file(), text).unwrap();
        let before = contents(&home);
        for command in [&["status"][..], &["config", "check"], &["log-contact", "me"]] {
            let ran = home.run(command);
            let row = String::from_utf8_lossy(text);
            assert_eq!(ran.code, Some(2), "{row:?}: {ran:?}");
            assert!(ran.out.is_empty() && ran.err.starts_with("error: ") && ran.err.contains(holds), "{row:?}: {ran:?}");
            assert!(ran.err.contains("config.toml:") && raw(&ran.err).is_none(), "{row:?}: {ran:?}");
        }
        assert!(contents(&home) == before, "a file was changed");
        assert_eq!(home.ok(&["prompt"]), "◷ ?\n");
    }
}

/// An environment, whether it is fine, and what `status` says of it on stdout or stderr.
const ENVIRONMENTS: &[(&str, Option<&str>, bool, &str)] = &[
    ("HOME", None, false, "`HOME` is not set"),
    ("HOME", Some(""), false, "`HOME` is not set"),
    ("HOME", Some("relative/home"), false, "not an absolute path"),
    ("HOME", Some("."), false, "not an absolute path"),
    ("RECONNECT_DATA_DIR", Some("data"), false, "RECONNECT_DATA_DIR"),
    ("RECONNECT_CONFIG_DIR", Some("../config"), false, "RECONNECT_CONFIG_DIR"),
    ("RECONNECT_STATE_DIR", Some("~/state"), false, "RECONNECT_STATE_DIR"),
    ("RECONNECT_CONFIG_DIR", Some("/dev/null"), true, ""),
    ("RECONNECT_DATA_DIR", Some("/proc/1/no/such"), true, ""),
    // An unknown zone is UTC, as everywhere; `config check` shows which one is in use.
    ("TZ", Some("Nonsense"), true, "22 days"),
    ("TZ", Some(""), true, "22 days"),
    ("TZ", Some("/etc/passwd"), true, "22 days"),
    ("TZ", Some("../../../../etc/passwd"), true, "22 days"),
    ("TERM", Some("dumb"), true, "22 days"),
    ("TERM", None, true, "22 days"),
    ("COLUMNS", Some("0"), true, "22 days"),
    ("COLUMNS", Some("1"), true, "22 days"),
    ("COLUMNS", Some("100000"), true, "22 days"),
    ("COLUMNS", Some("-1"), true, "22 days"),
    ("COLUMNS", Some("wide"), true, "22 days"),
    ("PATH", None, true, "22 days"),
    ("LANG", Some("xx_XX.NONSENSE"), true, "22 days"),
    ("NO_COLOR", Some("maybe"), true, "22 days"),
];

#[test]
fn environments_are_fine_or_refused_by_name() {
    for (name, value, fine, holds) in ENVIRONMENTS {
        let home = lived_in();
        let before = contents(&home);
        let mut command = home.command();
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
        let out = command.args(["--at", NOW, "status"]).output().unwrap();
        let ran = Ran { out: text(&out.stdout), err: text(&out.stderr), code: out.status.code() };
        let row = format!("{name}={value:?}");
        if *fine {
            assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{row}");
            assert!(ran.out.contains(holds) && raw(&ran.out).is_none(), "{row}: {ran:?}");
        } else {
            fault(&ran, holds).unwrap_or_else(|what| panic!("{row}: {what}"));
        }
        assert!(contents(&home) == before, "{row}: a file was changed");
    }
}

/// The clock cannot be set for a static program, so `--at` stands for it.
#[test]
fn a_clock_before_1970_or_a_year_back_is_looked_at_and_loses_nothing() {
    let home = lived_in();
    let before = contents(&home);
    for at in ["1969-12-31T23:59", "1900-01-01", "0001-01-01", "2025-11-23", "1970-01-01T00:00"] {
        let out = home.command().args(["--at", at, "status"]).output().unwrap();
        assert!(matches!(out.status.code(), Some(0 | 2)), "{at}");
        assert!(raw(&text(&out.stdout)).is_none() && !text(&out.stderr).contains("panicked"), "{at}");
    }
    assert!(contents(&home) == before);
    assert_eq!(home.status(NOW)["no_contact"]["days"], 22);
}
