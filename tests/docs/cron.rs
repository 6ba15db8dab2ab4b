//! The crontab line of docs/remind.md under a real cron daemon. The daemon needs root, and waits for the next minute. It gets a
//! mount namespace of its own and touches no crontab of the machine.

use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::read;
use crate::support::{Home, have};

struct Daemon(Child);

impl Drop for Daemon {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The recipe's line, for every minute and with the built program.
fn line() -> String {
    let recipes = read("docs/remind.md");
    let line = recipes.lines().find(|line| line.starts_with("0 9 * * * ") && line.contains(">>")).unwrap();
    let program = assert_cmd::cargo::cargo_bin!("reconnect").display().to_string();
    line.replace("0 9 * * * ", "* * * * * ").replace("\"$HOME/.local/bin/reconnect\"", &program)
}

#[test]
fn a_real_cron_daemon_says_a_milestone() {
    let is_root = Command::new("id").arg("-u").output().is_ok_and(|ran| ran.stdout == b"0\n");
    let is_asked = std::env::var_os("CI").is_some() || std::env::var_os("RECONNECT_TEST_CRON").is_some();
    if !is_asked || !is_root || !have("crontab") || !have("unshare") {
        eprintln!("skipped: a cron daemon is started only by root, and only if CI or RECONNECT_TEST_CRON is set");
        return;
    }
    let home = Home::new().at(None);
    home.ok(&["start-no-contact", "21 days ago", "--breakup", "30 days ago"]);
    let table = format!("HOME={}\nTZ=Europe/Berlin\n{}\n", home.path("").display(), line());
    fs::write(home.path("crontab"), table).unwrap();
    let script = "set -e\nmount -t tmpfs none /var/spool/cron\nmkdir -m 700 /var/spool/cron/crontabs\n\
         mount -t tmpfs none /etc/cron.d\nmount -t tmpfs none /run\n: >none\nmount --bind none /etc/crontab\n\
         install -m 600 crontab /var/spool/cron/crontabs/root\nexec /usr/sbin/cron -f -L 0\n";
    fs::write(home.path("daemon"), script).unwrap();
    let mut unshare = Command::new("unshare");
    unshare.args(["--mount", "--pid", "--fork", "--kill-child", "sh", "daemon"]).current_dir(home.path(""));
    let mut daemon = Daemon(unshare.stdin(Stdio::null()).spawn().unwrap());

    let reminders = home.path("reminders");
    let began = Instant::now();
    while fs::read_to_string(&reminders).unwrap_or_default().is_empty() {
        assert_eq!(daemon.0.try_wait().unwrap(), None, "cron ended");
        assert!(began.elapsed() < Duration::from_secs(90), "cron said nothing in 90 seconds");
        sleep(Duration::from_millis(200));
    }
    sleep(Duration::from_secs(1));
    assert_eq!(fs::read_to_string(&reminders).unwrap(), "Day 21.\n");
}
