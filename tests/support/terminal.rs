//! A real terminal for shells that draw their prompt themselves: tmux, with a server of its own.
#![allow(dead_code, missing_docs)]

use std::cell::Cell;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::shells::user;
use crate::support::Home;

/// A server that ends still holds its socket for a moment, so each gets another.
static STARTED: AtomicUsize = AtomicUsize::new(0);

/// A window of 100 by 30 that ends with the test.
pub struct Terminal<'h> {
    home: &'h Home,
    socket: PathBuf,
    done: Cell<usize>,
}

impl<'h> Terminal<'h> {
    pub fn run(home: &'h Home, command: &Command) -> Self {
        let terminal = Self { home, socket: home.path(&format!("tmux{}", STARTED.fetch_add(1, Relaxed))), done: Cell::new(0) };
        let mut tmux = terminal.tmux();
        for (name, value) in command.get_envs() {
            let value = value.unwrap_or_default();
            if name != "TERM" {
                tmux.env(name, value);
            }
        }
        tmux.args(["-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "30"]);
        tmux.arg(command.get_program()).args(command.get_args());
        assert!(tmux.status().unwrap().success(), "tmux did not start");
        terminal
    }

    fn tmux(&self) -> Command {
        let mut tmux = user(self.home, "tmux");
        tmux.env("TERM", "screen").env("SHELL", "/bin/sh").arg("-u").arg("-S").arg(&self.socket);
        tmux
    }

    pub fn types(&self, line: &str) {
        assert!(self.tmux().args(["send-keys", "-l", line]).status().unwrap().success());
        assert!(self.tmux().args(["send-keys", "Enter"]).status().unwrap().success());
    }

    pub fn screen(&self) -> String {
        String::from_utf8_lossy(&self.tmux().args(["capture-pane", "-p"]).output().unwrap().stdout).into_owned()
    }

    /// Waits until the screen shows a text. A busy machine gets its time.
    pub fn shows(&self, expected: &str) {
        self.waits_for(expected, |screen| screen.contains(expected));
    }

    /// Waits until the last line holds all these texts and nothing is typed behind them.
    pub fn prompts(&self, parts: &[&str]) {
        self.waits_for(&parts.join(" … "), |screen| {
            let line = screen.trim_end().lines().last().unwrap_or_default();
            parts.iter().all(|part| line.contains(part)) && parts.iter().any(|part| line.ends_with(part))
        });
    }

    /// Types a line, and waits until the shell has done it. What is typed while a shell works may be lost.
    pub fn does(&self, line: &str) {
        let number = self.done.get() + 1;
        self.done.set(number);
        self.types(&format!("{line}; echo done{number}"));
        self.shows(&format!("\ndone{number}\n"));
    }

    /// Waits until a screen is right. `expected` names it when it never is.
    pub fn waits_for(&self, expected: &str, is_there: impl Fn(&str) -> bool) {
        let began = Instant::now();
        while !is_there(&self.screen()) {
            assert!(began.elapsed() < Duration::from_secs(20), "no {expected:?} on the screen:\n{}", self.screen());
            sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Terminal<'_> {
    fn drop(&mut self) {
        let pane = self.tmux().args(["display-message", "-p", "#{pane_pid}"]).output();
        let _ = self.tmux().arg("kill-server").output();
        // A traced shell outlives its terminal. All that runs in the pane is in the session of its first process.
        let session: Option<u32> = pane.ok().and_then(|output| String::from_utf8_lossy(&output.stdout).trim().parse().ok());
        if let Some(session) = session.filter(|session| *session > 1) {
            let _ = Command::new("pkill").args(["-KILL", "-s", &session.to_string()]).output();
        }
    }
}
