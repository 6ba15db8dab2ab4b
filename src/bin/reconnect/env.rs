//! The clock, the zone, the environment, the terminal and the standard streams. Only this module reads them.
#![expect(clippy::disallowed_methods, reason = "only this module may read the clock or the environment")]
#![expect(clippy::unused_self, reason = "a caller that reads the outside must hold an Env, also where the system keeps the value")]

use std::ffi::OsString;
use std::io::{BufRead, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::mpsc::{Receiver, channel};
use std::time::SystemTime;

use chrono::{DateTime, FixedOffset, Offset as _, Utc};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use reconnect::date::Zone;

use crate::error::{Failure, Result};
use crate::store::fs;
use crate::terminal::escape::to_ascii;
use crate::terminal::style::Styler;

/// What the program can ask its surroundings. The clock is read once, at the start.
#[derive(Debug)]
pub struct Env {
    /// The clock at the start, to the second.
    pub instant: DateTime<Utc>,
    /// Whether somebody sits at a terminal and can be asked.
    pub can_ask: bool,
    /// What a test in this process types, whatever it is asked.
    #[cfg(test)]
    pub typed: Option<String>,
}

/// More than anybody types: a megabyte.
const LONGEST_INPUT: u64 = 1 << 20;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stream {
    Out,
    Err,
}

impl Zone for Env {
    fn offset(&self, at: DateTime<Utc>) -> FixedOffset {
        let at = Timestamp::from_second(at.timestamp()).unwrap_or_default();
        offset(&ZONE.0, at).unwrap_or(Utc.fix())
    }
}

impl Env {
    /// Reads the clock. A clock before 1970 is taken as it is.
    pub fn observe() -> Self {
        let now = Timestamp::try_from(SystemTime::now()).unwrap_or_default();
        Self {
            instant: DateTime::from_timestamp(now.as_second(), 0).unwrap_or_default(),
            can_ask: std::io::stdin().is_terminal() && std::io::stderr().is_terminal(),
            #[cfg(test)]
            typed: Some(String::new()),
        }
    }

    pub fn now(&self) -> DateTime<FixedOffset> {
        self.zoned(self.instant)
    }

    /// An environment variable; an empty one counts as unset.
    pub fn var(&self, name: &str) -> Option<OsString> {
        std::env::var_os(name).filter(|value| !value.is_empty())
    }

    /// The same as text; one that isn't UTF-8 counts as unset.
    pub fn text(&self, name: &str) -> Option<String> {
        self.var(name)?.into_string().ok()
    }

    pub fn args(&self) -> Vec<OsString> {
        std::env::args_os().collect()
    }

    /// The path by which a shell can call this program again. It is the path it was called by, links unresolved, so that it
    /// still works after an upgrade.
    pub fn program(&self) -> Result<PathBuf> {
        let typed = std::env::args_os().next().map(PathBuf::from).unwrap_or_default();
        if typed.is_absolute() && typed.is_file() {
            return Ok(typed);
        }
        let is_bare = typed.components().count() == 1 && !typed.is_absolute();
        let search = self.var("PATH").filter(|_| is_bare).unwrap_or_default();
        let folders = std::env::split_paths(&search).filter(|dir| dir.is_absolute());
        let found = folders.map(|dir| dir.join(&typed)).find(|path| path.is_file());
        let itself = || std::env::current_exe().map_err(|error| Failure::new("could not find the program itself").because(error));
        found.map_or_else(itself, Ok)
    }

    pub fn home(&self) -> Result<PathBuf> {
        absolute("HOME", self.var("HOME").ok_or_else(no_home)?.into())
    }

    pub fn is_terminal(&self, stream: Stream) -> bool {
        match stream {
            Stream::Out => std::io::stdout().is_terminal(),
            Stream::Err => std::io::stderr().is_terminal(),
        }
    }

    pub fn reads_terminal(&self) -> bool {
        !cfg!(test) && std::io::stdin().is_terminal()
    }

    /// The width of the screen: `COLUMNS`, else the terminal's, else 80; at least 20.
    pub fn width(&self) -> usize {
        let said = self.text("COLUMNS").and_then(|text| text.parse().ok()).filter(|columns| (1..=10_000).contains(columns));
        let seen = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)).filter(|columns| *columns > 0);
        said.or_else(seen).unwrap_or(80).max(20)
    }

    pub fn write(&self, stream: Stream, text: &str) -> std::io::Result<()> {
        match stream {
            Stream::Out => {
                let mut out = std::io::stdout().lock();
                out.write_all(text.as_bytes())?;
                out.flush()
            }
            Stream::Err => std::io::stderr().lock().write_all(text.as_bytes()),
        }
    }

    /// Asks a question on stderr, so that stdout holds only results; `None` where the input has ended.
    pub fn ask_if_there(&self, question: &str) -> Result<Option<String>> {
        #[cfg(test)]
        if self.typed.is_some() {
            return Ok(self.typed.clone());
        }
        let _ = self.write(Stream::Err, question);
        let mut line = String::new();
        let read = std::io::stdin().read_line(&mut line);
        if !self.reads_terminal() || line.is_empty() {
            // Nobody has pressed Enter, so what follows would stand behind the question.
            let _ = self.write(Stream::Err, "\n");
        }
        let read = read.map_err(|error| Failure::new("could not read your answer").because(error))?;
        Ok((read > 0).then(|| line.trim().to_owned()))
    }

    pub fn zone(&self) -> String {
        match std::env::var_os("TZ") {
            Some(named) => format!("`{}` (TZ)", named.to_string_lossy()),
            None => TimeZone::system().iana_name().map_or_else(|| format!("UTC{}", self.now().offset()), str::to_owned),
        }
    }

    /// What is wrong with the zone, if anything. Days are counted in UTC then.
    pub fn zone_fault(&self) -> Option<Failure> {
        ZONE.1.clone()
    }

    /// Whether output may hold characters beyond ASCII: the first of `LC_ALL`, `LC_CTYPE` and `LANG` that is set names UTF-8. With
    /// none set the locale is C.
    pub fn is_utf8_locale(&self) -> bool {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(|name| self.var(name)).unwrap_or_default();
        // A Windows console takes Unicode whatever these variables say.
        cfg!(windows) || locale.to_string_lossy().to_ascii_lowercase().replace('-', "").contains("utf8")
    }

    pub fn readable(&self, text: String) -> String {
        if self.is_utf8_locale() { text } else { to_ascii(&text) }
    }

    /// Whether the environment asks for output that a screen reader can read: `ACCESSIBLE` isn't empty, or `TERM` is `dumb`.
    pub fn is_accessible(&self) -> bool {
        self.asks_for_words() || self.var("TERM").is_some_and(|term| term == "dumb")
    }

    /// The same for the prompt, where a dumb terminal still shows a sign: only `ACCESSIBLE` counts.
    pub fn asks_for_words(&self) -> bool {
        self.var("ACCESSIBLE").is_some()
    }

    /// What clears the screen and what was scrolled off it; `None` where stdout is no terminal that can.
    pub fn clear_screen(&self) -> Option<&'static str> {
        let can = self.is_terminal(Stream::Out) && (cfg!(windows) || self.text("TERM").is_some_and(|term| term != "dumb"));
        can.then_some("\u{1b}[H\u{1b}[2J\u{1b}[3J")
    }

    pub fn styler(&self, asked: Option<bool>) -> Styler {
        Styler::decide(asked, |name| self.text(name), self.is_terminal(Stream::Out))
    }

    pub fn editor(&self) -> String {
        let default = if cfg!(windows) { "notepad" } else { "vi" };
        self.text("VISUAL").or_else(|| self.text("EDITOR")).unwrap_or_else(|| default.to_owned())
    }

    /// The user's crontab; `None` if there is none, or no `crontab` program.
    pub fn crontab(&self) -> Option<String> {
        use std::process::{Command, Stdio};
        let mut list = Command::new("crontab");
        let mut child = list.arg("-l").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
        // Not `Command::output`: it panics if the pipe can't be read.
        let mut bytes = Vec::new();
        let read = child.stdout.take().map(|out| out.take(LONGEST_INPUT).read_to_end(&mut bytes));
        let listed = child.wait().is_ok_and(|status| status.success()) && matches!(read, Some(Ok(_)));
        listed.then(|| String::from_utf8_lossy(&bytes).into_owned())
    }

    pub fn read_all(&self) -> Result<String> {
        #[cfg(test)]
        if let Some(typed) = &self.typed {
            return Ok(typed.clone());
        }
        let mut bytes = Vec::new();
        let failed = |error: std::io::Error| Failure::new("could not read stdin").because(error);
        std::io::stdin().lock().take(LONGEST_INPUT + 1).read_to_end(&mut bytes).map_err(failed)?;
        if bytes.len() as u64 > LONGEST_INPUT {
            return Err(Failure::new(format!("the text is longer than {LONGEST_INPUT} bytes")));
        }
        String::from_utf8(bytes).map_err(|_| Failure::new("the text isn't UTF-8"))
    }

    /// The next line of stdin, read by a thread of its own. It reads no further, so an editor can have the terminal afterwards.
    pub fn typed_line(&self) -> Receiver<String> {
        let (send, receive) = channel();
        std::thread::spawn(move || {
            let mut line = Vec::new();
            if std::io::stdin().lock().read_until(b'\n', &mut line).is_ok_and(|length| length > 0) {
                // A terminal that isn't UTF-8 must not lose what somebody types.
                let _ = send.send(String::from_utf8_lossy(&line).into_owned());
            }
        });
        receive
    }
}

/// The user's zone, and what is wrong with it.
static ZONE: LazyLock<(TimeZone, Option<Failure>)> = LazyLock::new(|| {
    let (zone, problem) = match std::env::var_os("TZ") {
        Some(named) => (named_zone(&named.to_string_lossy()), format!("can't read the time zone `{}` (TZ)", named.display())),
        None => (system_zone(Path::new("/etc/localtime")), "can't read the time zone in `/etc/localtime`".to_owned()),
    };
    let fault = || {
        Failure::new(format!("{problem}, so days are counted in UTC"))
            .hint("set TZ to a zone such as `Europe/Berlin`, or unset it; zone files come with the package tzdata")
    };
    let fault = zone.is_none().then(fault);
    (zone.unwrap_or(TimeZone::UTC), fault)
});

const ZONE_FOLDERS: [&str; 5] = ["/usr/share/zoneinfo", "/share/zoneinfo", "/etc/zoneinfo", "/usr/share/lib/zoneinfo", "/etc"];

/// `TZ` as `date` reads it: nothing is UTC; a file, or a zone in words like `CET-1CEST`. Without rules those of the United States
/// hold.
fn named_zone(named: &str) -> Option<TimeZone> {
    let name = named.strip_prefix(':').unwrap_or(named);
    if name.is_empty() {
        return Some(TimeZone::UTC);
    }
    let folders = std::env::var_os("TZDIR").map(PathBuf::from);
    // Joining an absolute path gives that path.
    let mut files = folders.into_iter().chain(ZONE_FOLDERS.map(PathBuf::from)).map(|folder| folder.join(name));
    let in_words = |rules| TimeZone::posix(&format!("{}{rules}", name.trim_end_matches(','))).ok();
    let zone = files.find_map(|file| zone_file(&file)).or_else(|| in_words("")).or_else(|| in_words(",M3.2.0,M11.1.0"));
    // Windows has no files. Elsewhere names without a file are no zones, as for `date`.
    let zone = zone.or_else(|| TimeZone::get(name).ok().filter(|_| cfg!(windows)));
    zone.filter(|zone| offset(zone, Timestamp::UNIX_EPOCH).is_some())
}

/// A system without that file has UTC, or knows the zone in a way of its own. A link to a missing file is broken.
fn system_zone(file: &Path) -> Option<TimeZone> {
    match file.symlink_metadata() {
        Ok(_) => zone_file(file),
        Err(_) => Some(TimeZone::try_system().unwrap_or(TimeZone::UTC)),
    }
}

fn zone_file(path: &Path) -> Option<TimeZone> {
    TimeZone::tzif("", &fs::read(path, LONGEST_INPUT).ok()??).ok()
}

/// In whole minutes: the seconds that zones had before 1972 have no place in a printed time.
fn offset(zone: &TimeZone, at: Timestamp) -> Option<FixedOffset> {
    FixedOffset::east_opt(zone.to_offset(at).seconds() / 60 * 60)
}

pub fn absolute(name: &str, path: PathBuf) -> Result<PathBuf> {
    if path.is_absolute() {
        return Ok(path);
    }
    Err(Failure::new(format!("`{name}` is `{}`, which isn't an absolute path", path.display())).hint(format!(
        "set `{name}` to a whole path, for example `{}`",
        if cfg!(windows) { r"C:\Users\me\reconnect" } else { "/home/me/reconnect" }
    )))
}

pub fn no_home() -> Failure {
    let what = if cfg!(windows) { "the system names no home folder" } else { "`HOME` isn't set, so no home folder is known" };
    Failure::new(what).hint("set HOME, or RECONNECT_CONFIG_DIR, RECONNECT_DATA_DIR and RECONNECT_STATE_DIR")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_missing_zone_is_broken_and_a_missing_file_is_utc() {
        let dir = tempfile::tempdir().unwrap();
        let localtime = dir.path().join("localtime");
        assert!(system_zone(&localtime).is_some());
        std::os::unix::fs::symlink("zoneinfo/Europe/Berlin", &localtime).unwrap();
        assert!(system_zone(&localtime).is_none());
        std::fs::create_dir_all(dir.path().join("zoneinfo/Europe")).unwrap();
        std::fs::copy("/usr/share/zoneinfo/Europe/Berlin", localtime.with_file_name("zoneinfo/Europe/Berlin")).unwrap();
        assert!(system_zone(&localtime).is_some());
    }
}
