//! A world that fails: files cut short at every byte, a full disk, no inodes, nothing to write to, few descriptors, a killer.
#![cfg(all(feature = "cli", target_os = "linux"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

#[path = "support/faults.rs"]
mod faults;
mod support;

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use faults::{all, copy_of, is_full, kept, known, leftovers, lived_in, open_to_others};
use support::{Home, NOW, have};

/// Runs a shell script with the program as `"$@"`, without its arguments.
fn shell(home: &Home, script: &str) -> Output {
    let program = home.command();
    let mut sh = Command::new("sh");
    sh.args(["-c", script, "sh"]).arg(program.get_program()).args(["--at", NOW]).current_dir(home.path("."));
    sh.env_clear().envs(program.get_envs().filter_map(|(name, value)| Some((name, value?)))).stdin(Stdio::null());
    sh.output().unwrap()
}

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|itself| std::os::unix::fs::MetadataExt::uid(&itself) == 0)
}

const CONTACT: &str = "\"$@\" log-contact me 2026-11-10T21:00";

/// What is always true afterwards, whatever happened.
fn old_or_new(home: &Home, ran: &Output, old: &str, new: &str, what: &str) -> Result<bool, String> {
    let now = known(home);
    let stderr = String::from_utf8_lossy(&ran.stderr);
    if now != old && now != new {
        return Err(format!("{what}: neither old nor new; {:?} {stderr}\n{now}", ran.status));
    }
    if ran.status.code() == Some(0) && now != new {
        return Err(format!("{what}: exit 0, and it is not done; {stderr}"));
    }
    if stderr.contains("panicked") {
        return Err(format!("{what}: {stderr}"));
    }
    let open = open_to_others(home);
    if open.is_empty() { Ok(now == new) } else { Err(format!("{what}: others can read {open:?}")) }
}

fn after(home: &Home, script: &str) -> String {
    let copy = copy_of(home);
    let ran = shell(&copy, script);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    known(&copy)
}

#[test]
fn a_file_that_is_cut_short_at_any_byte_is_the_old_or_the_new_one() {
    if !have("prlimit") {
        return;
    }
    let before = lived_in();
    let (old, new) = (known(&before), after(&before, CONTACT));
    let longest = faults::files(&before).iter().filter_map(|path| fs::metadata(path).ok()).map(|file| file.len()).max().unwrap();
    let stride = if is_full() { 1 } else { 41 };
    // Every byte of what is written whole, and of what is appended to the longest file, the diary.
    let bytes = (0..300).chain(longest.saturating_sub(5).max(300)..longest + 260).step_by(stride);
    let limits: Vec<(u64, &str)> = bytes.flat_map(|limit| [(limit, ""), (limit, "trap '' XFSZ; ")]).collect();
    all(&limits, |(limit, trap)| {
        let home = copy_of(&before);
        let ran = shell(&home, &format!("{trap}exec prlimit --fsize={limit} {CONTACT}"));
        old_or_new(&home, &ran, &old, &new, &format!("{trap}{limit}"))?;
        if ran.status.code() == Some(2) && !leftovers(&home).is_empty() {
            return Err(format!("{trap}{limit}: left {:?}", leftovers(&home)));
        }
        let next = home.run(&["log-contact", "them", "2026-11-12"]);
        if next.code == Some(0) { Ok(()) } else { Err(format!("{trap}{limit}: {next:?}")) }
    });
}

#[test]
fn whoever_reads_the_answer_or_not_what_was_recorded_is() {
    let before = lived_in();
    let changing = [
        "start-no-contact 2026-11-03 --replace",
        "breakup 2026-10-20",
        "log-contact me 2026-11-10",
        "end-no-contact",
        "boundary space",
        "answer no",
        "undo",
        "urge --resisted",
        "notebook issue --on-paper",
        "notebook done 1",
    ];
    let looking = [
        "status",
        "status --json",
        "guide",
        "history",
        "history --csv",
        "history --calendar",
        "boundary",
        "answer",
        "breakup",
        "notebook",
        "letter list",
        "prompt",
        "init bash",
        "window 2026-10-24",
        "config show",
        "config check",
        "export",
        "export --format md",
        "export --format ics",
        "--help",
        "completions bash",
        "man",
        "erase --dry-run",
    ];
    let sinks = [">&-", ">/dev/full", "| head -c 1 >/dev/null", "2>&- >&-", "</dev/null >/dev/full 2>/dev/full"];
    let jobs: Vec<(bool, &str, &str)> = changing
        .iter()
        .map(|command| (true, *command))
        .chain(looking.iter().map(|command| (false, *command)))
        .flat_map(|(changes, command)| sinks.iter().map(move |sink| (changes, command, *sink)))
        .collect();
    let old = known(&before);
    all(&jobs, |(changes, command, sink)| {
        let home = copy_of(&before);
        let wanted = if *changes { after(&before, &format!("\"$@\" {command}")) } else { old.clone() };
        let ran = shell(&home, &format!("{{ \"$@\" {command}; echo $? >code; }} {sink}"));
        let code = fs::read_to_string(home.path("code")).unwrap_or_default();
        let stderr = String::from_utf8_lossy(&ran.stderr);
        // A urge is no part of what the others know.
        let is = known(&home) == wanted;
        if !is || stderr.contains("panicked") || (*changes && code.trim() != "0") || !["0", "2"].contains(&code.trim()) {
            return Err(format!("{command} {sink}: exit {code:?}, as it should be: {is}, stderr {stderr}"));
        }
        Ok(())
    });
}

#[test]
fn a_disk_without_room_or_inodes_keeps_what_is_there_and_what_was_typed_is_not_denied() {
    if !is_root() || !have("mount") {
        return;
    }
    for option in ["size=64k", "nr_inodes=24"] {
        let before = lived_in();
        let mount = before.path("disk");
        fs::create_dir(&mount).unwrap();
        // A namespace of its own, so that nothing stays mounted.
        let script = format!(
            "exec unshare -m sh -c 'mount -t tmpfs -o {option} none disk && cp -a .config .local disk/ && export HOME=$PWD/disk && \
             i=0; while [ $i -lt 60 ] && head -c 4096 /dev/zero >disk/fill$i 2>/dev/null; do i=$((i+1)); done; \
             \"$@\" log-contact me 2026-11-10T21:00; echo code $?; head -c 9000 /dev/zero | tr \"\\0\" x | \"$@\" notebook issue; echo code $?; rm disk/fill*; \
             \"$@\" log-contact them 2026-11-12 >/dev/null; echo last $?; \"$@\" history --csv; find disk -name \".reconnect-*\"' sh \"$@\""
        );
        let ran = shell(&before, &script);
        let (out, err) = (String::from_utf8_lossy(&ran.stdout).into_owned(), String::from_utf8_lossy(&ran.stderr).into_owned());
        if err.contains("unshare failed") {
            eprintln!("skipped: no mount of one's own here");
            return;
        }
        assert!(out.contains("last 0\n"), "{option}: {out}{err}");
        let denied = out.matches("code 2\n").count();
        // More words than fit into what is left of the diary's last page.
        assert!(denied > 0 || option != "size=64k", "{option}: the disk was not full: {out}{err}");
        assert!(err.contains("No space left on device"), "{option}: {out}{err}");
        assert_eq!(out.contains(",me,"), out.contains("a text by you"), "{option}: {out}{err}");
        assert!(out.contains("2026-11-12") && !out.contains(".reconnect-") && !err.contains("panicked"), "{option}: {out}{err}");
    }
}

#[test]
fn what_belongs_to_somebody_else_or_cannot_be_written_is_refused_and_left() {
    if !is_root() || !have("setpriv") {
        return;
    }
    let before = lived_in();
    let home = copy_of(&before);
    let old = known(&before);
    // The program has to be reached by somebody else, too.
    let script = "chmod 755 . && cp \"$1\" ./program && shift && \
        exec setpriv --reuid=65534 --regid=65534 --clear-groups ./program \"$@\" log-contact me 2026-11-10";
    let ran = shell(&home, script);
    assert_eq!(ran.status.code(), Some(2), "{}", String::from_utf8_lossy(&ran.stderr));
    assert!(String::from_utf8_lossy(&ran.stderr).contains("ermission denied"));
    assert_eq!(known(&home), old);
    let script = "exec unshare -m sh -c 'mount --bind . . && mount -o remount,bind,ro . && cd . && \"$@\" log-contact me 2026-11-10; \
        code=$?; \"$@\" status >/dev/null && exit $code' sh \"$@\"";
    let ran = shell(&home, script);
    let stderr = String::from_utf8_lossy(&ran.stderr);
    if !stderr.contains("unshare failed") {
        assert_eq!(ran.status.code(), Some(2), "{stderr}");
        assert!(stderr.starts_with("error: ") && stderr.contains("Read-only file system"), "{stderr}");
    }
    assert_eq!(known(&home), old);
}

#[test]
fn few_descriptors_and_little_memory_are_old_or_new() {
    if !have("prlimit") {
        return;
    }
    let before = lived_in();
    let (old, new) = (known(&before), after(&before, CONTACT));
    let mut jobs: Vec<String> = (0..14).map(|limit| format!("--nofile={limit}")).collect();
    jobs.extend((1..if is_full() { 60 } else { 12 }).map(|step| format!("--as={}", step * 256 * 1024)));
    all(&jobs, |limit| {
        let home = copy_of(&before);
        let mut ran = shell(&home, &format!("exec prlimit {limit} {CONTACT}"));
        // Where there are no random bits to be had, std panics before anything is decided; where there is no memory, it aborts.
        if String::from_utf8_lossy(&ran.stderr).contains("failed to generate random data") {
            ran.stderr.clear();
        }
        old_or_new(&home, &ran, &old, &new, limit).map(drop)
    });
}

#[test]
fn killed_at_any_moment_nothing_that_was_acknowledged_is_lost() {
    let home = lived_in();
    let rounds: u32 = if is_full() { 600 } else { 60 };
    let mut acknowledged = Vec::new();
    for round in 0..rounds {
        let program = home.command();
        let day = format!("2026-11-{:02}T{:02}:{:02}", 2 + round / 60 % 20, round % 20, round % 60);
        let mut child = Command::new(program.get_program())
            .args(["--at", NOW, "log-contact", "them", &day, "--via", "other", "--note", "-"])
            .env_clear()
            .envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))))
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let _ = std::io::Write::write_all(&mut child.stdin.take().unwrap(), format!("round {round}").as_bytes());
        std::thread::sleep(std::time::Duration::from_micros(u64::from(round % 48) * 500));
        let _ = child.kill();
        if child.wait().unwrap().success() {
            acknowledged.push(round);
        }
    }
    let history = home.ok(&["history", "--csv"]);
    for round in &acknowledged {
        assert!(history.lines().any(|line| line.ends_with(&format!(",round {round}"))), "round {round} is lost");
    }
    assert_eq!(kept(&home), Vec::<&Path>::new());
    assert_eq!(open_to_others(&home), Vec::<String>::new());
    eprintln!("{} of {rounds} acknowledged, none lost", acknowledged.len());
}
