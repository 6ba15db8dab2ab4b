//! Three machines in one process: their folders, their clocks, and the ways in which their files are exchanged.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, TimeDelta};
use clap::Parser as _;
use serde_json::Value;
use tempfile::TempDir;

use super::steps::{LISTS, without_clock};
use crate::cli::Cli;
use crate::command;
use crate::context;
use crate::env::Env;
use crate::error::Lead;
use crate::store::paths::Paths;

pub const MACHINES: usize = 3;
/// How far each machine's zone is ahead of UTC, in hours.
const ZONES: [i32; MACHINES] = [0, 13, -8];

#[derive(Debug, Clone, Copy)]
pub enum How {
    Fresh,
    Stale(usize),
    Named(&'static str),
}

/// Three machines, each with its own folders and clock.
pub struct World {
    pub home: TempDir,
    pub machine: usize,
    pub now: DateTime<FixedOffset>,
    /// How far each clock is ahead, in minutes.
    pub ahead: [i64; MACHINES],
    pub configs: Vec<Option<Vec<u8>>>,
    /// What each machine's file was at every copy.
    pub copied: Vec<(usize, PathBuf, Vec<u8>)>,
    pub typed: usize,
}

/// In the folders of a machine, at a moment of its clock, with what is typed.
pub fn at<T>(paths: &Paths, now: DateTime<FixedOffset>, typed: &str, look: impl FnOnce(&context::World<'_>) -> T) -> T {
    let env = Env { instant: now.to_utc(), can_ask: false, typed: Some(typed.to_owned()) };
    look(&context::World::for_test(&env, paths.clone(), now))
}

impl World {
    pub fn new(ahead: [i64; MACHINES]) -> Self {
        let memory = Path::new("/dev/shm");
        let home = if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() };
        let now = "2026-06-01T12:00:00+00:00".parse().unwrap();
        Self { home: home.unwrap(), machine: 0, now, ahead, configs: Vec::new(), copied: Vec::new(), typed: 0 }
    }

    pub fn paths_of(&self, machine: usize) -> Paths {
        let folder = |name: &str| self.home.path().join(format!("{name}{machine}"));
        Paths { config: folder("config"), data: folder("data"), state: folder("state") }
    }

    pub fn paths(&self) -> Paths {
        self.paths_of(self.machine)
    }

    /// What this machine's clock says, in its zone.
    pub fn clock(&self) -> DateTime<FixedOffset> {
        let zone = FixedOffset::east_opt(ZONES[self.machine] * 3600).unwrap();
        (self.now + TimeDelta::minutes(self.ahead[self.machine])).with_timezone(&zone)
    }

    pub fn print(paths: &Paths, now: DateTime<FixedOffset>, typed: &str, line: &str) -> Result<String, String> {
        let words = ["reconnect"].into_iter().chain(line.split_whitespace());
        let command = Cli::try_parse_from(words).unwrap_or_else(|error| panic!("{line}: {error}")).command.unwrap();
        let output = at(paths, now, typed, |world| command::run(&command, world));
        output.map(|output| output.text).map_err(|failure| failure.render(Lead::Error))
    }

    /// Every command is a second later than the one before.
    pub fn run(&mut self, line: &str, typed: &str) -> Result<String, String> {
        self.now += TimeDelta::seconds(1);
        let output = Self::print(&self.paths(), self.clock(), typed, line);
        self.configs.push(fs::read(self.paths().config_file()).ok());
        output
    }

    pub fn list(&self, line: &str) -> Value {
        serde_json::from_str(&Self::print(&self.paths(), self.clock(), "", line).unwrap()).unwrap()
    }

    /// Everything that this machine shows, but for the clock.
    pub fn lists(&self) -> Vec<String> {
        Self::lists_at(&self.paths(), self.clock())
    }

    pub fn lists_at(paths: &Paths, now: DateTime<FixedOffset>) -> Vec<String> {
        let list = |line: &&str| Self::print(paths, now, "", line).unwrap();
        LISTS.iter().map(list).map(|text| without_clock(&text)).collect()
    }

    /// The same by the diary alone, on a clock that is behind none.
    pub fn diary_alone(&self, machine: usize) -> Vec<String> {
        let paths = Paths { config: self.home.path().join("none"), ..self.paths_of(machine) };
        Self::lists_at(&paths, self.now + TimeDelta::hours(1))
    }

    /// Whether a date of the config waits to be recorded, was refused, or comes from a line that isn't here.
    pub fn has_own_dates(&self, machine: usize) -> bool {
        at(&self.paths_of(machine), self.now, "", |world| {
            let reading = world.context().unwrap().known().reading;
            !(reading.edits.is_empty() && reading.refused.is_empty() && reading.foreign.is_empty())
        })
    }

    pub fn own_file(&self, machine: usize) -> Option<PathBuf> {
        let id = fs::read_to_string(self.paths_of(machine).machine()).ok()?;
        Some(self.paths_of(machine).diary().join(format!("{}.jsonl", id.trim())))
    }

    pub fn diary_bytes(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let folder = self.paths().diary();
        let mut files: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        files.sort();
        files.into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect()
    }

    pub fn copy(&mut self, from: usize, to: usize, how: How) {
        let Some(own) = self.own_file(from).filter(|own| own.exists()) else { return };
        let target = self.paths_of(to).diary();
        fs::create_dir_all(&target).unwrap();
        let bytes = fs::read(&own).unwrap();
        let name = own.file_name().unwrap().to_str().unwrap().to_owned();
        let stale = |back: usize| self.copied.iter().rev().filter(|(machine, path, _)| *machine == from && *path == own).nth(back);
        match how {
            // Nothing but the machine itself writes its own file.
            How::Fresh | How::Stale(_) if from == to => {}
            How::Fresh => fs::write(target.join(name), &bytes).unwrap(),
            How::Stale(back) => {
                if let Some((.., old)) = stale(back) {
                    fs::write(target.join(name), old).unwrap();
                }
            }
            How::Named(copy) => fs::write(target.join(copy.replace("ID", name.trim_end_matches(".jsonl"))), &bytes).unwrap(),
        }
        self.copied.push((from, own, bytes));
    }

    /// Every file of every diary and every letter comes everywhere. A machine's own file is never older than its copies.
    pub fn exchange(&self) {
        for from in 0..MACHINES {
            for to in (0..MACHINES).filter(|to| *to != from) {
                for folder in [Paths::diary, Paths::letters] {
                    let (source, target) = (folder(&self.paths_of(from)), folder(&self.paths_of(to)));
                    for file in fs::read_dir(source).into_iter().flatten().flatten() {
                        fs::create_dir_all(&target).unwrap();
                        let there = target.join(file.file_name());
                        let is_longer = there.metadata().map_or(true, |known| known.len() < file.metadata().unwrap().len());
                        if is_longer {
                            fs::copy(file.path(), there).unwrap();
                        }
                    }
                }
            }
        }
    }
}
