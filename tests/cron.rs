//! The crontab line of `docs/remind.md` under a real cron daemon. It waits for the next minute, needs root, and has a mount
//! namespace of its own, so that it touches no crontab of the machine: it runs in CI, or where `RECONNECT_TEST_CRON` is set.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

#[path = "support/shells.rs"]
mod shells;
mod support;

use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use shells::{noon, program};
use support::{Home, have};

struct Daemon(Child);

impl Drop for Daemon {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The recipe's line, with the time of every minute and the built program.
fn line() -> String {
    let recipes = include_str!("../docs/remind.md");
    let line = recipes.lines().find(|line| line.starts_with("0 9 * * * ") && line.contains(">>")).unwrap();
    line.replace("0 9 * * * ", "* * * * * ").replace("\"$HOME/.local/bin/reconnect\"", &program().display().to_string())
}

#[test]
fn a_real_cron_daemon_says_a_milestone_once() {
    let is_asked = std::env::var_os("CI").is_some() || std::env::var_os("RECONNECT_TEST_CRON").is_some();
    if !is_asked || !have("crontab") || !have("unshare") {
        eprintln!("skipped: a cron daemon is started only in CI, or where RECONNECT_TEST_CRON is set");
        return;
    }
    let home = Home::new().zone(&noon()).at(None);
    home.ok(&["start-no-contact", "21 days ago", "--breakup", "30 days ago"]);
    let line = line();
    assert!(line.contains(&program().display().to_string()), "{line}");
    // Twice in the same minute: it is said once all the same.
    let table = format!("HOME={}\nTZ={}\n{line}\n{line}\n", home.path("").display(), noon());
    fs::write(home.path("crontab"), table).unwrap();
    fs::write(
        home.path("daemon"),
        "set -e\nmount -t tmpfs none /var/spool/cron\nmkdir -m 700 /var/spool/cron/crontabs\n\
         mount -t tmpfs none /etc/cron.d\nmount -t tmpfs none /run\n: >none\nmount --bind none /etc/crontab\n\
         install -m 600 crontab /var/spool/cron/crontabs/root\nexec /usr/sbin/cron -f -L 0\n",
    )
    .unwrap();
    let mut unshare = Command::new("unshare");
    unshare.args(["--mount", "--pid", "--fork", "--kill-child", "sh", "daemon"]).current_dir(home.path(""));
    let mut daemon = Daemon(unshare.stdin(Stdio::null()).spawn().unwrap());

    let said = home.path("reminders");
    let began = Instant::now();
    while fs::read_to_string(&said).unwrap_or_default().is_empty() {
        assert_eq!(daemon.0.try_wait().unwrap(), None, "cron ended");
        assert!(began.elapsed() < Duration::from_secs(90), "cron said nothing in 90 seconds");
        sleep(Duration::from_millis(200));
    }
    sleep(Duration::from_secs(1));
    let said = fs::read_to_string(&said).unwrap();
    eprintln!("cron, after {} s: {said:?}", began.elapsed().as_secs());
    assert_eq!(said, "Day 21.\n");
}
