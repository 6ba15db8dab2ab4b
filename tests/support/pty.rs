//! A terminal of its own for one script: what is printed is collected, keys are typed, and at the end the terminal is compared
//! with what it was.
#![allow(dead_code, missing_docs)]

use std::process::Command;
use std::time::Duration;

use expectrl::session::OsSession;
use expectrl::{ControlCode, Eof, Expect, Session};

use crate::support::Home;

pub struct Pty {
    session: OsSession,
    seen: String,
}

impl Pty {
    /// Runs a line of `sh` in which `$r` is the program with its `--at`. Around it the terminal's settings are noted down. The
    /// shell itself lives on after Ctrl-C.
    pub fn run(home: &Home, env: &[(&str, &str)], line: &str) -> Self {
        let program = assert_cmd::cargo::cargo_bin!("reconnect").display();
        let script = format!(
            "trap : INT\nr=\"{program} --at {}\"\nstty -g >before\n{line}\ncode=$?\nstty -g >after\necho $code >ended\necho it is over\n",
            crate::support::NOW
        );
        let mut command = Command::new("env");
        if cfg!(target_os = "linux") {
            // Where the tests run in the background, Ctrl-C was ignored before they began, and that is inherited.
            command.arg("--default-signal=INT");
        }
        command.args(["sh", "-c", &script]).env_clear().current_dir(home.path(""));
        command.env("HOME", home.path("")).env("PATH", "/usr/bin:/bin").env("TZ", "Europe/Berlin").env("TERM", "xterm");
        command.env("LANG", "C.UTF-8");
        command.envs(env.iter().copied());
        let mut session = Session::spawn(command).unwrap();
        session.set_expect_timeout(Some(Duration::from_secs(20)));
        Self { session, seen: String::new() }
    }

    pub fn shows(&mut self, text: &str) {
        let found = self.session.expect(text).unwrap_or_else(|error| panic!("no {text:?} after {:?}: {error}", self.seen));
        self.seen += &String::from_utf8_lossy(found.before());
        self.seen += text;
    }

    pub fn types(&mut self, line: &str) {
        self.session.send_line(line).unwrap();
    }

    /// Waits for each text, and types its answer; `^C` and `^D` are those keys.
    pub fn talks(&mut self, lines: &[(&str, &str)]) {
        for (text, answer) in lines {
            self.shows(text);
            match *answer {
                "^C" => self.session.send(ControlCode::EndOfText).unwrap(),
                "^D" => self.session.send(ControlCode::EndOfTransmission).unwrap(),
                line => self.types(line),
            }
        }
    }

    /// The whole of a talk: `run`, `talks` and `ends`.
    pub fn talk(home: &Home, line: &str, lines: &[(&str, &str)]) -> (String, String) {
        let mut pty = Self::run(home, &[], line);
        pty.talks(lines);
        pty.ends(home)
    }

    /// Waits for the end; the exit code, and all that was printed. The terminal has to be as it was, and what hid the cursor or
    /// took the screen has to be undone.
    pub fn ends(mut self, home: &Home) -> (String, String) {
        self.shows("it is over");
        self.session.expect(Eof).unwrap();
        let code = std::fs::read_to_string(home.path("ended")).unwrap().trim().to_owned();
        let settings = |name| std::fs::read_to_string(home.path(name)).unwrap();
        assert_eq!(settings("before"), settings("after"), "the terminal is not as it was");
        for (changed, undone) in [("\u{1b}[?25l", "\u{1b}[?25h"), ("\u{1b}[?1049h", "\u{1b}[?1049l")] {
            assert!(self.seen.rfind(changed) <= self.seen.rfind(undone), "{changed:?} was not undone");
        }
        (code, self.seen)
    }
}
