//! The one place where the diary's targets touch the program: files in, what it prints for programs out.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

use chrono::DateTime;
use serde_json::Value;

use crate::args::{Color, Command, ExportArgs, ExportFormat, HistoryArgs, StatusArgs};
use crate::command;
use crate::diary::lines::{Lines, Wanted};
use crate::render::paint::Paint;
use crate::world::World;

/// A file of the diary: its name, and what it holds.
pub type File = (String, Vec<u8>);

/// What the program makes of a diary.
#[derive(Debug, PartialEq)]
pub struct Seen {
    /// `status --json`.
    pub status: Value,
    /// `history --json`.
    pub history: Value,
    /// `export --format csv`: a line each record that stands.
    pub table: String,
}

/// What the program makes of these files at a time; or why it refuses.
pub fn seen(files: &[File], now: &str, config: &str) -> Result<Seen, String> {
    let home = Home::with(files, config);
    let json = |text: String| serde_json::from_str(&text).expect("JSON");
    Ok(Seen {
        status: json(home.run(&Command::Status(StatusArgs { json: true, ..StatusArgs::default() }), now)?),
        history: json(home.run(&Command::History(HISTORY), now)?),
        table: home.run(&Command::Export(TABLE), now)?,
    })
}

/// Which lines of a file, from 1, are damaged.
pub fn damaged(file: File) -> Vec<usize> {
    let home = Home::with(&[file], "");
    let lines =
        Lines::read(&home.folder.join("data/diary"), Wanted::Everything).unwrap_or_else(|failure| panic!("{}", failure.report()));
    assert!(lines.unreadable.is_empty(), "{:?}", lines.unreadable);
    lines.damaged.iter().map(|(source, _)| source.line).collect()
}

const HISTORY: HistoryArgs = HistoryArgs { calendar: false, months: None, limit: 20, json: true, csv: false };
const TABLE: ExportArgs = ExportArgs { format: ExportFormat::Csv, plain: false, letters: false };

/// A home of this process, in memory where there is such a place. One at a time: the program is told of it by its environment.
struct Home {
    folder: PathBuf,
    world: World,
    _alone: MutexGuard<'static, ()>,
}

impl Home {
    fn with(files: &[File], config: &str) -> Self {
        static ALONE: Mutex<()> = Mutex::new(());
        static SAID: Once = Once::new();
        let alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        let memory = Path::new("/dev/shm");
        let base = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
        let folder = base.join(format!("reconnect-fuzz-{}", std::process::id()));
        SAID.call_once(|| {
            for (name, below) in [("CONFIG", "config"), ("DATA", "data"), ("STATE", "state")] {
                // SAFETY: under the lock above, and nothing else in this process changes the environment.
                unsafe { std::env::set_var(format!("RECONNECT_{name}_DIR"), folder.join(below)) };
            }
        });
        let _left_behind = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(folder.join("data/diary")).expect("a folder");
        std::fs::create_dir_all(folder.join("config")).expect("a folder");
        std::fs::write(folder.join("config/config.toml"), config).expect("a file");
        for (name, content) in files {
            std::fs::write(folder.join("data/diary").join(name), content).expect("a file");
        }
        Self { folder, world: World { instant: DateTime::UNIX_EPOCH }, _alone: alone }
    }

    fn run(&self, command: &Command, now: &str) -> Result<String, String> {
        let paint = Paint::decide(Color::Never, &self.world);
        let output = command::run(command, &self.world, Some(now), paint).map_err(|failure| failure.report())?;
        let mut text = Vec::new();
        output.write(&mut text).expect("memory takes everything");
        Ok(String::from_utf8(text).expect("text"))
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
