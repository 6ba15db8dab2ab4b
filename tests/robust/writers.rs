//! Many writers at once, and writers that are killed: no acknowledged record is lost, and none comes twice.

use std::collections::BTreeSet;
use std::fs;
use std::process::{Command, Stdio};

use crate::faults::{is_full, kept, lived_in, open_to_others};
use crate::support::{Home, NOW};

#[test]
fn sixteen_writers_at_once_lose_nothing() {
    let home = Home::begun();
    let count = if is_full() { 500 } else { 80 };
    let script = format!("seq {count} | xargs -P16 -I{{}} \"$@\" log-contact them >/dev/null 2>&1");
    assert!(home.shell(&script, "").status.success());
    let lines = home.lines();
    let ids: BTreeSet<String> =
        lines.iter().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["id"].to_string()).collect();
    assert_eq!((lines.len(), ids.len()), (count + 2, count + 2));
}

#[test]
fn reminders_at_once_say_a_thing_once() {
    let home = Home::begun();
    for day in 22..25 {
        let now = format!("2026-11-{day}T18:00");
        let script = format!("for i in 1 2 3 4 5 6; do \"$@\" remind --at {now} & done; wait");
        let out = home.shell(&script, "").stdout;
        assert_eq!(String::from_utf8(out).unwrap().lines().count(), usize::from(day == 22), "21 days are due on the 22nd");
    }
}

#[test]
fn only_our_own_leftovers_are_cleaned_up_and_only_in_our_folders() {
    let home = Home::begun();
    let (own, linked) = (".local/state/reconnect", "dotfiles");
    let names = [".reconnect-aB3xyz.tmp", ".reconnect-aliases.sh", ".reconnect-backup", "x.tmp"];
    home.put("dotfiles/config.toml", home.read_config());
    fs::remove_file(home.config_file()).unwrap();
    std::os::unix::fs::symlink(home.path("dotfiles/config.toml"), home.config_file()).unwrap();
    for (folder, name) in [own, linked].into_iter().flat_map(|folder| names.map(|name| (folder, name))) {
        home.put(&format!("{folder}/{name}"), "mine");
    }
    assert!(home.shell("touch -d '2 hours ago' .local/state/reconnect/.rec* dotfiles/.rec* dotfiles/x.tmp", "").status.success());
    home.does("log-contact me");
    assert!(!home.path(own).join(names[0]).exists(), "a leftover of ours");
    assert!(names[1..].iter().all(|name| home.path(own).join(name).exists()));
    assert!(names.iter().all(|name| home.path(linked).join(name).exists()));
}

#[test]
fn a_writer_that_is_killed_at_any_moment_loses_nothing_that_it_acknowledged() {
    let home = lived_in();
    let rounds: u32 = if is_full() { 600 } else { 40 };
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
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let _ = std::io::Write::write_all(&mut child.stdin.take().unwrap(), format!("round {round}").as_bytes());
        std::thread::sleep(std::time::Duration::from_micros(u64::from(round % 48) * 500));
        let _ = child.kill();
        if child.wait().unwrap().success() {
            acknowledged.push(round);
        }
    }
    let lines = home.lines();
    for round in &acknowledged {
        let note = format!("\"note\":\"round {round}\"");
        assert_eq!(lines.iter().filter(|line| line.contains(&note)).count(), 1, "round {round}");
    }
    assert_eq!((kept(&home).len(), open_to_others(&home)), (0, Vec::new()));
    home.does("log-contact them 2026-11-22");
}

#[test]
fn a_hung_writer_is_given_up_on_after_five_seconds_and_readers_never_wait() {
    let home = lived_in();
    let lock = fs::File::open(home.path(".local/state/reconnect/lock")).unwrap();
    lock.lock().unwrap();
    let before = home.status(NOW);
    let began = std::time::Instant::now();
    let error = home.fails(&["log-contact", "me"]);
    assert!(error.starts_with("error: another `reconnect` has been writing for 5 seconds; nothing was changed\n"), "{error}");
    assert!(began.elapsed().as_secs_f32() < 15.0, "{:?}", began.elapsed());
    assert_eq!(home.status(NOW), before);
}
