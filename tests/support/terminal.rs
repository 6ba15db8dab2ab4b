//! A real terminal for shells that draw their prompt themselves: tmux, with a server of its own.
#![allow(dead_code, missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "shared by test files")]

use std::path::PathBuf;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::shells::user;
use crate::support::Home;

/// A window of 100 by 30 that ends with the test.
pub struct Terminal<'h> {
    home: &'h Home,
    socket: PathBuf,
}

impl<'h> Terminal<'h> {
    /// Runs a command in it.
    pub fn run(home: &'h Home, command: &Command) -> Self {
        let terminal = Self { home, socket: home.path("tmux") };
        let mut tmux = terminal.tmux();
        tmux.args(["-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "30"]);
        tmux.arg(command.get_program()).args(command.get_args());
        assert!(tmux.status().unwrap().success(), "tmux did not start");
        terminal
    }

    fn tmux(&self) -> Command {
        let mut tmux = user(self.home, "tmux");
        tmux.env("TERM", "screen").env("SHELL", "/bin/sh").arg("-S").arg(&self.socket);
        tmux
    }

    /// Types a line.
    pub fn types(&self, line: &str) {
        assert!(self.tmux().args(["send-keys", "-l", line]).status().unwrap().success());
        assert!(self.tmux().args(["send-keys", "Enter"]).status().unwrap().success());
    }

    /// What is on the screen.
    pub fn screen(&self) -> String {
        String::from_utf8_lossy(&self.tmux().args(["capture-pane", "-p"]).output().unwrap().stdout).into_owned()
    }

    /// Waits until the screen shows what is expected; a machine that is busy gets its time.
    pub fn shows(&self, expected: &str) {
        self.waits(expected, |screen| screen.contains(expected));
    }

    /// Waits until the last line is a prompt: what is typed before that may be lost.
    pub fn prompts(&self, prompt: &str) {
        self.waits(prompt, |screen| {
            screen.trim_end().lines().last().is_some_and(|line| line.contains(prompt) && line.ends_with('>'))
        });
    }

    fn waits(&self, expected: &str, is_there: impl Fn(&str) -> bool) {
        let began = Instant::now();
        while !is_there(&self.screen()) {
            assert!(began.elapsed() < Duration::from_secs(20), "no {expected:?} on the screen:\n{}", self.screen());
            sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Terminal<'_> {
    fn drop(&mut self) {
        let _ = self.tmux().arg("kill-server").output();
    }
}
