//! No room: a full disk, files that may not grow, few descriptors, little memory.

use std::fs;

use crate::faults::{all, is_full, is_root, known, leftovers, lived_in, old_or_new};
use crate::support::{have, skipped};

const CONTACT: &str = "\"$@\" log-contact me 2026-11-10T21:00";

#[test]
fn where_a_write_ends_at_any_byte_or_memory_does_the_old_state_or_the_new_one_is_left() {
    if !have("prlimit") {
        return;
    }
    let (before, done) = (lived_in(), lived_in());
    assert!(done.shell(CONTACT, "").status.success());
    let (old, new) = (known(&before), known(&done));
    let longest = fs::metadata(before.diary().join("desk.jsonl")).unwrap().len();
    let stride = if is_full() { 1 } else { 61 };
    // Every byte of what is written whole, and of what is appended to the longest file, the diary.
    let bytes = (0..300).chain(longest.saturating_sub(5).max(300)..longest + 260).step_by(stride);
    let mut jobs: Vec<String> =
        bytes.flat_map(|limit| ["", "trap '' XFSZ; "].map(|trap| format!("{trap}exec prlimit --fsize={limit}"))).collect();
    jobs.extend((0..12).map(|limit| format!("exec prlimit --nofile={limit}")));
    jobs.extend((1..if is_full() { 80 } else { 10 }).map(|step| format!("exec prlimit --as={}", step * 256 * 1024)));
    all(&jobs, |job| {
        let home = before.copy();
        let ran = home.shell(&format!("{job} {CONTACT}"), "");
        old_or_new(&home, &ran, &old, &new, job)?;
        if ran.status.code() == Some(2) && !leftovers(&home).is_empty() {
            return Err(format!("{job}: left {:?}", leftovers(&home)));
        }
        let next = home.run(&["log-contact", "them", "2026-11-12"]);
        if next.code == Some(0) { Ok(()) } else { Err(format!("{job}: {next:?}")) }
    });
}

#[test]
fn a_disk_without_room_or_inodes_keeps_what_is_there_and_says_so() {
    if !is_root() || !have("unshare") {
        return;
    }
    for option in ["size=64k", "nr_inodes=24"] {
        let before = lived_in();
        fs::create_dir(before.path("disk")).unwrap();
        // A namespace of its own, so that nothing stays mounted.
        let script = format!(
            "exec unshare -m sh -c 'mount -t tmpfs -o {option} none disk && cp -a .config .local disk/ && export HOME=$PWD/disk && \
             i=0; while [ $i -lt 60 ] && head -c 4096 /dev/zero >disk/fill$i 2>/dev/null; do i=$((i+1)); done; \
             \"$@\" log-contact me 2026-11-10T21:00 >/dev/null; echo code $?; \
             head -c 9000 /dev/zero | tr \"\\0\" x | \"$@\" log-contact me 2026-11-11T21:00 --note - >/dev/null; echo code $?; rm disk/fill*; \
             \"$@\" log-contact them 2026-11-12 >/dev/null; echo last $?; cat disk/.local/share/reconnect/diary/*; find disk -name \".reconnect-*\"' sh \"$@\""
        );
        let ran = before.shell(&script, "");
        let (out, err) = (String::from_utf8_lossy(&ran.stdout).into_owned(), String::from_utf8_lossy(&ran.stderr).into_owned());
        if err.contains("unshare failed") {
            skipped("no mount of one's own here");
            return;
        }
        assert!(out.contains("last 0\n") && out.contains("2026-11-12"), "{option}: {out}{err}");
        assert!(out.contains("I did not listen") && !out.contains(".reconnect-"), "{option}: {out}{err}");
        assert!(
            !err.contains("panicked") && err.contains("No space left on device"),
            "{option}: the disk was not full: {out}{err}"
        );
        // What was acknowledged is there, and what was not is not.
        let codes: Vec<&str> = out.lines().filter_map(|line| line.strip_prefix("code ")).collect();
        for (code, day) in codes.iter().zip(["2026-11-10T21:00", "2026-11-11T21:00"]) {
            assert_eq!(*code == "0", out.contains(&format!("\"on\":\"{day}")), "{option}: {out}{err}");
        }
    }
}
