//! The one door to the outside: clock, zone, environment, paths, terminal. Everything below is given what it needs.
#![expect(clippy::disallowed_methods, reason = "this is the door that the bans lead to")]
#![expect(clippy::unused_self, reason = "whoever asks the outside has to hold the Env, although the system keeps the answer")]

use std::ffi::OsString;
use std::io::{IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, FixedOffset, Local, NaiveDateTime, Utc};

use crate::error::{Failure, Result};
use crate::{fs, zone};

/// The env as it was when the program began.
#[derive(Debug)]
pub struct Env {
    /// The clock, read once, to the second.
    pub instant: DateTime<Utc>,
}

/// More than this nobody types.
const LONGEST_INPUT: u64 = 1 << 20;

/// Which of the two output streams.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stream {
    /// Results.
    Out,
    /// Everything else.
    Err,
}

impl Env {
    /// Looks once. A clock before 1970 is read as it is.
    pub fn observe() -> Self {
        let seconds = match SystemTime::now().duration_since(UNIX_EPOCH) {
            Ok(since) => i64::try_from(since.as_secs()).unwrap_or(i64::MAX),
            Err(before) => -i64::try_from(before.duration().as_secs()).unwrap_or(i64::MAX),
        };
        Self { instant: DateTime::from_timestamp(seconds, 0).unwrap_or_default() }
    }

    /// The same as local time. The zone's file is read for it, which a cached prompt does not need.
    pub fn now(&self) -> DateTime<FixedOffset> {
        zoned(self.instant)
    }

    /// A local time, with the offset that the user's zone has then. A time that a clock change skipped keeps its digits
    /// and gets the offset from before the change; one that happened twice is the first.
    pub fn resolve(&self, local: NaiveDateTime) -> DateTime<FixedOffset> {
        // chrono's own answer is wrong at the exact edges of a change. So: the offset of the day before, else that of the day
        // after, whichever gives a time that the zone itself calls so; none does where the time was skipped.
        let near = |days| *zoned((local + chrono::Duration::days(days)).and_utc()).offset();
        let before = with_offset(local, near(-1));
        let candidates = [before, with_offset(local, near(1))];
        candidates.into_iter().find(|time| zoned(time.to_utc()).naive_local() == local).unwrap_or(before)
    }

    /// An environment variable; an empty one is none.
    pub fn var(&self, name: &str) -> Option<OsString> {
        std::env::var_os(name).filter(|value| !value.is_empty())
    }

    /// The same as text; what is not UTF-8 is none.
    pub fn text(&self, name: &str) -> Option<String> {
        self.var(name)?.into_string().ok()
    }

    /// Whether the locale writes UTF-8, as `LC_ALL`, `LC_CTYPE` or `LANG` says. With none of them it does: many programs that
    /// clear the environment show UTF-8 all the same.
    pub fn is_utf8_locale(&self) -> bool {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(|name| self.text(name));
        locale.is_none_or(|locale| {
            let locale = locale.to_lowercase();
            locale.contains("utf-8") || locale.contains("utf8")
        })
    }

    /// The arguments, the program's name first.
    pub fn args(&self) -> Vec<OsString> {
        std::env::args_os().collect()
    }

    /// The program itself, as a shell can call it again: by the name that it was called by, so that a link which an upgrade
    /// leads elsewhere is called and not what lies behind it today.
    ///
    /// # Errors
    /// If it is not known.
    pub fn program(&self) -> Result<PathBuf> {
        let typed = std::env::args_os().next().map(PathBuf::from).unwrap_or_default();
        let is_bare = typed.components().count() == 1 && !typed.is_absolute();
        let found = || {
            let search = self.var("PATH").filter(|_| is_bare)?;
            let mut folders = std::env::split_paths(&search).filter(|dir| dir.is_absolute());
            folders.find_map(|dir| Some(dir.join(&typed)).filter(|path| path.is_file()))
        };
        if typed.is_absolute() && typed.is_file() {
            return Ok(typed);
        }
        let itself = || std::env::current_exe().map_err(|error| Failure::new("could not find the program itself").because(error));
        found().map_or_else(itself, Ok)
    }

    /// The home folder.
    ///
    /// # Errors
    /// If none is known, or it is not absolute.
    pub fn home(&self) -> Result<PathBuf> {
        absolute("HOME", self.var("HOME").ok_or_else(no_home)?.into())
    }

    /// Whether the stream is a terminal.
    pub fn is_terminal(&self, stream: Stream) -> bool {
        match stream {
            Stream::Out => std::io::stdout().is_terminal(),
            Stream::Err => std::io::stderr().is_terminal(),
        }
    }

    /// Whether somebody can be asked: input and output are a terminal.
    pub fn can_ask(&self) -> bool {
        std::io::stdin().is_terminal() && self.is_terminal(Stream::Err)
    }

    /// Whether what is read from stdin is typed on a terminal.
    pub fn reads_terminal(&self) -> bool {
        std::io::stdin().is_terminal()
    }

    /// How many columns there are to fill: `COLUMNS`, else the terminal's, else 80; at least 20.
    pub fn width(&self) -> usize {
        let said = self.text("COLUMNS").and_then(|text| text.parse().ok()).filter(|columns| (1..=10_000).contains(columns));
        let seen = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)).filter(|columns| *columns > 0);
        said.or_else(seen).unwrap_or(80).max(20)
    }

    /// Prints to a stream, all of it or an error.
    ///
    /// # Errors
    /// What the system says; a closed pipe among it.
    pub fn write(&self, stream: Stream, text: &str) -> std::io::Result<()> {
        match stream {
            Stream::Out => self.print(|out| out.write_all(text.as_bytes())),
            Stream::Err => std::io::stderr().lock().write_all(text.as_bytes()),
        }
    }

    /// Prints to stdout what is made meanwhile.
    ///
    /// # Errors
    /// As [`Env::write`].
    pub fn print(&self, writes: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> std::io::Result<()> {
        let mut out = std::io::stdout().lock();
        writes(&mut out)?;
        out.flush()
    }

    /// Asks on stderr, so that stdout stays the answer's, and reads a line.
    ///
    /// # Errors
    /// If stdin cannot be read.
    pub fn ask(&self, question: &str) -> Result<String> {
        let _ = self.write(Stream::Err, question);
        self.read_line()
    }

    /// The name of the zone in use: `TZ`, else what the system says.
    pub fn zone(&self) -> String {
        let system = || {
            std::fs::read_link("/etc/localtime").ok().and_then(|link| {
                let link = link.to_string_lossy().into_owned();
                link.split_once("zoneinfo/").map(|(_, name)| name.to_owned())
            })
        };
        self.text("TZ").map(|zone| format!("`{zone}` (TZ)")).or_else(system).unwrap_or_else(|| "UTC".to_owned())
    }

    /// The zone that is asked for and cannot be used, as it is to be shown: times are then those of another one, or of UTC.
    pub fn unusable_zone(&self) -> Option<String> {
        // Elsewhere chrono asks the system, and passes TZ over.
        if !cfg!(unix) {
            return None;
        }
        let asked = match self.var("TZ").map(OsString::into_string) {
            Some(Ok(asked)) if asked != "localtime" => asked,
            Some(Err(bytes)) => return Some(format!("`{}` (TZ)", bytes.display())),
            _ => return is_broken(Path::new("/etc/localtime")).then(|| "`/etc/localtime`".to_owned()),
        };
        // Absolute paths stay what they are when they are joined.
        let name = asked.strip_prefix(':').unwrap_or(&asked);
        let file = zone::FOLDERS.iter().map(|folder| Path::new(folder).join(name)).find(|path| path.exists());
        let is_fine = match file {
            Some(path) => !is_broken(&path),
            None => name == asked && zone::is_rule(name),
        };
        (!is_fine).then(|| format!("`{asked}` (TZ)"))
    }

    /// The user's crontab; `None` where there is none, or no such program.
    pub fn crontab(&self) -> Option<String> {
        use std::process::{Command, Stdio};
        let mut list = Command::new("crontab");
        let mut child = list.arg("-l").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
        // Not `output`, which panics where the pipe cannot be read.
        let mut bytes = Vec::new();
        let read = child.stdout.take().map(|out| out.take(LONGEST_INPUT).read_to_end(&mut bytes));
        let listed = child.wait().is_ok_and(|status| status.success()) && matches!(read, Some(Ok(_)));
        listed.then(|| String::from_utf8_lossy(&bytes).into_owned())
    }

    /// Everything from stdin.
    ///
    /// # Errors
    /// If it cannot be read, is not UTF-8, or is longer than anybody types.
    pub fn read_all(&self) -> Result<String> {
        let mut bytes = Vec::new();
        let failed = |error: std::io::Error| Failure::new("could not read stdin").because(error);
        std::io::stdin().lock().take(LONGEST_INPUT + 1).read_to_end(&mut bytes).map_err(failed)?;
        if bytes.len() as u64 > LONGEST_INPUT {
            return Err(Failure::new(format!("the text is longer than {LONGEST_INPUT} bytes")));
        }
        String::from_utf8(bytes).map_err(|_| Failure::new("the text is not UTF-8"))
    }

    /// Lines as they are typed, while the program does something else. Ends with stdin.
    pub fn typed_lines(&self) -> Receiver<String> {
        let (send, receive) = channel();
        std::thread::spawn(move || {
            for line in std::io::stdin().lines().map_while(std::io::Result::ok) {
                if send.send(line).is_err() {
                    break;
                }
            }
        });
        receive
    }

    /// One line from stdin, without its end.
    ///
    /// # Errors
    /// If stdin cannot be read.
    pub fn read_line(&self) -> Result<String> {
        let mut line = String::new();
        std::io::stdin().read_line(&mut line).map_err(|error| Failure::new("could not read your answer").because(error))?;
        Ok(line.trim().to_owned())
    }
}

/// Whether a zone's file is there, if only as a link, and is none. A system without one has UTC.
fn is_broken(path: &Path) -> bool {
    match fs::read(path, LONGEST_INPUT) {
        Ok(Some(bytes)) => !zone::is_file(&bytes),
        Ok(None) => path.is_symlink(),
        Err(_) => true,
    }
}

fn zoned(instant: DateTime<Utc>) -> DateTime<FixedOffset> {
    instant.with_timezone(&Local).fixed_offset()
}

fn with_offset(local: NaiveDateTime, offset: FixedOffset) -> DateTime<FixedOffset> {
    DateTime::from_naive_utc_and_offset(local - offset, offset)
}

/// A path that is absolute.
///
/// # Errors
/// If it is not; `name` says where it was read.
pub fn absolute(name: &str, path: PathBuf) -> Result<PathBuf> {
    if path.is_absolute() {
        return Ok(path);
    }
    Err(Failure::new(format!("`{name}` is `{}`, which is not an absolute path", path.display()))
        .hint(format!("set `{name}` to a path from the root")))
}

/// That no home folder is known.
pub fn no_home() -> Failure {
    Failure::new("no home folder is known: `HOME` is not set")
        .hint("set HOME, or RECONNECT_CONFIG_DIR, RECONNECT_DATA_DIR and RECONNECT_STATE_DIR")
}

#[cfg(all(test, unix))]
mod tests {
    use super::is_broken;

    #[test]
    fn a_system_without_a_zone_has_utc_and_one_whose_zone_is_not_installed_is_broken() {
        let dir = tempfile::tempdir().unwrap();
        let localtime = dir.path().join("localtime");
        assert!(!is_broken(&localtime));
        std::os::unix::fs::symlink("zoneinfo/Europe/Berlin", &localtime).unwrap();
        assert!(is_broken(&localtime));
        std::fs::create_dir_all(dir.path().join("zoneinfo/Europe")).unwrap();
        std::fs::write(localtime.with_file_name("zoneinfo/Europe/Berlin"), "TZif2").unwrap();
        assert!(!is_broken(&localtime));
    }
}
