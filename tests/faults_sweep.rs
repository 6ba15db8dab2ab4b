//! Every system call that a changing command makes on our files, failing once or for ever, or killed in the middle: afterwards
//! the old state or the new one, exit 0 only if it is the new one, nothing left behind, and the next command works.
#![cfg(all(feature = "cli", target_os = "linux"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

#[path = "support/faults.rs"]
mod faults;
mod support;

use std::collections::HashMap;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Output, Stdio};

use faults::{all, copy_of, is_full, kept, known, leftovers, lived_in, open_to_others};
use support::{Home, NOW, Ran, have};

/// A command, what it reads from stdin, and what it leaves if it is cut short.
struct Case {
    args: &'static [&'static str],
    input: &'static str,
    /// The home in which it is run.
    home: fn() -> Home,
    /// It takes more than one step by its nature; whatever is left, running it again completes it.
    again: bool,
    /// Part of every run, not only of the full one.
    always: bool,
}

const fn case(args: &'static [&'static str], input: &'static str) -> Case {
    Case { args, input, home: lived_in, again: false, always: false }
}

const CASES: &[Case] = &[
    Case { home: Home::new, always: true, ..case(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"], "") },
    case(&["start-no-contact", "2026-11-03", "--replace"], ""),
    case(&["breakup", "2026-10-20"], ""),
    case(&["breakup", "2026-11-08", "--again"], ""),
    Case { always: true, ..case(&["log-contact", "me", "2026-11-10T21:00", "--note", "-"], "it was late") },
    case(&["end-no-contact"], ""),
    case(&["boundary", "space", "--until", "2026-12-01"], ""),
    Case { home: asked_for_space, ..case(&["boundary", "clear"], "") },
    case(&["answer", "not-now"], ""),
    Case { always: true, ..case(&["undo"], "") },
    case(&["notebook", "issue"], "I was late"),
    Case { always: true, ..case(&["notebook", "edit", "1"], "I listened too little") },
    case(&["notebook", "done", "1"], ""),
    case(&["letter", "write"], "Dear you, again"),
    case(&["letter", "open", "1", "--now"], "yes\ny\n"),
    Case { again: true, ..case(&["letter", "erase", "1"], "yes\n") },
    Case { always: true, ..case(&["config", "edit"], "") },
    Case { home: about_to_import_all, again: true, ..case(&["import", "all.json"], "") },
    Case { home: about_to_import_more, again: true, always: true, ..case(&["import", "all.json"], "") },
    Case { again: true, ..case(&["erase", "--diary"], "erase\n") },
    Case { again: true, ..case(&["erase", "--letters"], "erase\n") },
    Case { again: true, always: true, ..case(&["erase"], "erase\n") },
];

/// Calls that change what is on disk; the others only look.
const CHANGING: &[&str] = &[
    "write",
    "fsync",
    "fdatasync",
    "rename",
    "renameat",
    "renameat2",
    "ftruncate",
    "chmod",
    "fchmod",
    "fchmodat",
    "mkdir",
    "mkdirat",
    "flock",
    "unlink",
    "unlinkat",
    "rmdir",
    "utimensat",
    "link",
    "linkat",
];

const LOOKING: &[&str] = &[
    "open",
    "openat",
    "read",
    "pread64",
    "close",
    "lseek",
    "stat",
    "lstat",
    "fstat",
    "newfstatat",
    "statx",
    "getdents64",
    "readlink",
    "readlinkat",
    "getrandom",
];

/// What is done to a call: once or for ever.
const ON_CHANGE: &[&str] = &[
    "error=EIO",
    "error=ENOSPC",
    "error=EACCES",
    "error=EINTR",
    "error=EIO+",
    "error=ENOSPC+",
    "error=EACCES+",
    "signal=KILL",
    "signal=INT",
];
const ON_LOOK: &[&str] = &["error=EIO", "error=EACCES+", "signal=KILL"];
/// std takes a folder that cannot be closed for a mistake of the program's and panics; no file system does that.
const ON_CLOSE: &[&str] = &["signal=KILL"];
const ON_PART: &[&str] = &["error=ENOSPC", "error=EIO+", "signal=KILL"];

/// What `remind` changes is not what is known but what was said.
const REMIND: Case = Case { home: with_a_milestone_due, always: true, ..case(&["remind"], "") };

/// A home in which there is something to clear.
fn asked_for_space() -> Home {
    let home = lived_in();
    home.ok(&["boundary", "space", "--until", "2026-12-01"]);
    home
}

/// A home without anything, and an export of one with everything, settings and letters too.
fn about_to_import_all() -> Home {
    let full = lived_in();
    full.write_config(&format!("{}[count]\nfirst_day = 1\n", full.read_config()));
    let home = Home::new();
    std::fs::write(home.path("all.json"), full.ok(&["export", "--letters"])).unwrap();
    home
}

/// A home in which some of what is to be imported is there already.
fn about_to_import_more() -> Home {
    let home = lived_in();
    let more = copy_of(&home);
    more.ok(&["log-contact", "me", "2026-11-20"]);
    assert_eq!(more.run_with_input(&["letter", "write"], "Dear you, once more").code, Some(0));
    std::fs::write(home.path("all.json"), more.ok(&["export", "--letters"])).unwrap();
    home
}

/// Day 21 was yesterday. It is due only because the mark is older, so that a lost mark would lose it.
fn with_a_milestone_due() -> Home {
    let mut home = lived_in();
    home.set_now("2026-11-20T09:00");
    assert_eq!(home.ok(&["remind"]), "");
    home.set_now(NOW);
    home
}

struct Scene<'c> {
    case: &'c Case,
    before: Home,
    old: String,
    new: String,
}

struct Point<'s> {
    scene: &'s Scene<'s>,
    call: String,
    nth: usize,
    fault: &'static str,
}

fn strace(home: &Home, case: &Case, options: &[String]) -> Output {
    let program = home.command();
    let mut command = Command::new("timeout");
    command.args(["-k", "1", "20", "strace", "-qq"]).args(options).arg(program.get_program()).args(["--at", NOW]).args(case.args);
    command.env_clear().envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
    command.env("EDITOR", "printf '[count]\\nfirst_day = 1\\n' >>").current_dir(home.path("."));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A program that was killed reads nothing more.
    let _ = std::io::Write::write_all(&mut child.stdin.take().unwrap(), case.input.as_bytes());
    child.wait_with_output().unwrap()
}

impl Scene<'_> {
    fn of(case: &Case) -> Scene<'_> {
        let before = (case.home)();
        if before.config_file().exists() {
            // A mode of the user's own survives.
            std::fs::set_permissions(before.config_file(), PermissionsExt::from_mode(0o600)).unwrap();
        }
        let old = known(&before);
        let after = copy_of(&before);
        let ran = strace(&after, case, &["-o".into(), "/dev/null".into(), "-e".into(), "trace=none".into()]);
        assert!(ran.status.success(), "{:?}: {}", case.args, String::from_utf8_lossy(&ran.stderr));
        let new = known(&after);
        assert!(old != new || case.args == REMIND.args, "{:?} changes nothing", case.args);
        Scene { case, before, old, new }
    }

    /// Every call from the first that touches our files, with its number among those of its name.
    fn calls(&self) -> Vec<(String, usize)> {
        let home = copy_of(&self.before);
        let log = home.path("log");
        strace(&home, self.case, &["-y".into(), "-o".into(), log.display().to_string()]);
        let text = std::fs::read_to_string(&log).unwrap();
        let (mut counts, mut calls, mut ours) = (HashMap::new(), Vec::new(), false);
        for line in text.lines() {
            let Some((name, rest)) = line.split_once('(') else { continue };
            ours |= rest.contains("/reconnect\"") || rest.contains("/reconnect/");
            // The program itself is called reconnect, too.
            ours &= name != "execve" && !rest.contains("/proc/");
            let count = counts.entry(name.to_owned()).or_insert(0);
            *count += 1;
            // A zone that cannot be read is UTC, says chrono; it is none of our files.
            if ours && !rest.contains("/zoneinfo/") && (CHANGING.contains(&name) || LOOKING.contains(&name)) {
                calls.push((name.to_owned(), *count));
            }
        }
        assert!(calls.len() > 20, "{:?}: {calls:?}", self.case.args);
        calls
    }

    fn points(&self, full: bool) -> Vec<Point<'_>> {
        let mut points = Vec::new();
        for (call, nth) in self.calls() {
            let faults = match (CHANGING.contains(&call.as_str()), full) {
                (true, true) => ON_CHANGE,
                (true, false) => ON_PART,
                (false, true) if call == "close" => ON_CLOSE,
                (false, true) => ON_LOOK,
                (false, false) => continue,
            };
            points.extend(faults.iter().map(|fault| Point { scene: self, call: call.clone(), nth, fault }));
        }
        points
    }
}

impl Point<'_> {
    fn inject(&self) -> String {
        let (fault, ever) = self.fault.strip_suffix('+').map_or((self.fault, ""), |fault| (fault, "+"));
        format!("inject={}:{fault}:when={}{ever}", self.call, self.nth)
    }

    fn run(&self, home: &Home) -> Output {
        strace(home, self.scene.case, &["-o".into(), "/dev/null".into(), "-e".into(), self.inject()])
    }

    fn check(&self) -> Result<(), String> {
        let Scene { case, before, old, new } = self.scene;
        let home = copy_of(before);
        let (inject, ever) = (self.inject(), self.fault.ends_with('+'));
        let ran = self.run(&home);
        let stderr = String::from_utf8_lossy(&ran.stderr).into_owned();
        let wrong = |what: &str| Err(format!("{:?} {inject}: {what}; {:?}, stderr {stderr:?}", case.args, ran.status));
        let killed = self.fault == "signal=KILL";
        let code = std::os::unix::process::ExitStatusExt::signal(&ran.status).map_or(ran.status.code(), |_| None);
        // Where the system gives no random bits, std's maps panic before anything is decided.
        let is_stds = stderr.contains("failed to generate random data") && known(&home) == *old;
        if !matches!(code, None | Some(0 | 2 | 130 | 137)) && !is_stds {
            return wrong("neither done nor refused");
        }
        if code.is_none() && !self.fault.starts_with("signal") {
            return wrong("it died");
        }
        // The modes first: what is looked at next may make files.
        let open = open_to_others(&home);
        if !open.is_empty() {
            return wrong(&format!("others can read {open:?}"));
        }
        let left = leftovers(&home);
        let may_stay = killed || self.fault == "signal=INT" || ever && self.call.starts_with("unlink");
        if !left.is_empty() && !may_stay {
            return wrong(&format!("left {left:?}"));
        }
        let is_mute = self.call == "write" && ever;
        if !kept(&home).is_empty() && code == Some(2) && !is_mute && !stderr.contains("what you typed is kept in") {
            return wrong("a text was kept and not named");
        }
        let now = known(&home);
        let is_new = now == *new;
        // The words of letters go, whether or not the diary can note it.
        let is_unmarked = stderr.contains("only the diary could not note it") || (is_mute && case.args.contains(&"--letters"));
        if code == Some(0) && !is_new && !is_unmarked {
            return wrong(&format!("exit 0, and it is not done: {now}"));
        }
        if !is_new && now != *old && !case.again {
            return wrong(&format!("neither old nor new: {now}"));
        }
        if case.again && !is_new && !is_unmarked {
            let again = home.run_with_input(case.args, case.input);
            if known(&home) != *new {
                return wrong(&format!("again: {again:?}"));
            }
        }
        let next = home.run(&["log-contact", "them", "2026-11-12", "--via", "other"]);
        if (next.code, next.err.as_str()) != (Some(0), "") || !home.run(&["history", "--csv"]).out.contains("2026-11-12") {
            return wrong(&format!("the next command: {next:?}"));
        }
        Ok(())
    }

    /// What was due is said, now or by the next run, and never for ever; the mark is a mark.
    fn check_reminded(&self) -> Result<(), String> {
        let home = copy_of(&self.scene.before);
        let ran = Ran::from(self.run(&home));
        let wrong = |what: &str| Err(format!("remind {}: {what}; {ran:?}", self.inject()));
        let is_stds = ran.err.contains("failed to generate random data");
        if !matches!(ran.code, None | Some(0 | 2)) && !is_stds || (ran.code.is_none() && !self.fault.starts_with("signal")) {
            return wrong("neither done nor refused");
        }
        if let Some(bytes) = std::fs::read(home.path(".local/state/reconnect/remind.json")).ok()
            && serde_json::from_slice::<serde_json::Value>(&bytes).is_err()
        {
            return wrong("a torn mark");
        }
        if !open_to_others(&home).is_empty() || (!self.fault.starts_with("signal") && !leftovers(&home).is_empty()) {
            return wrong(&format!("left {:?} {:?}", open_to_others(&home), leftovers(&home)));
        }
        let is_due = |ran: &Ran| ran.out.starts_with("Day 21");
        let (second, third) = (home.run(REMIND.args), home.run(REMIND.args));
        if ran.code == Some(0) && (!is_due(&ran) || is_due(&second)) {
            return wrong("exit 0, and it was not said, or twice");
        }
        if !is_due(&ran) && !is_due(&second) {
            return wrong(&format!("it is lost: {second:?}"));
        }
        if (third.code, third.out.as_str(), third.err.as_str()) != (Some(0), "", "") {
            return wrong(&format!("for ever: {third:?}"));
        }
        if known(&home) != self.scene.old {
            return wrong("something else was changed");
        }
        Ok(())
    }
}

#[test]
fn after_any_fault_a_reminder_is_said_now_or_by_the_next_run() {
    if !have("strace") {
        return;
    }
    let scene = Scene::of(&REMIND);
    all(&scene.points(is_full()), Point::check_reminded);
}

#[test]
fn after_any_fault_the_state_is_the_old_or_the_new_one() {
    if !have("strace") {
        return;
    }
    let full = is_full();
    // To look into one command's points.
    let only = std::env::var("RECONNECT_ONLY").unwrap_or_default();
    let is_wanted = |case: &&Case| (full || case.always) && case.args.join(" ").starts_with(&only);
    let scenes: Vec<Scene<'_>> = CASES.iter().filter(is_wanted).map(Scene::of).collect();
    let points: Vec<Point<'_>> = scenes.iter().flat_map(|scene| scene.points(full)).collect();
    all(&points, Point::check);
}
