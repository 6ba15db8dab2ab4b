//! Random lives on three machines whose clocks differ by up to an hour, and whose files are exchanged in any order: what a command says
//! is so on the machine that said it, a refused command writes nothing, an undo restores every list, an export holds everything, and
//! once all files are everywhere all machines agree. In one process, on real files.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::disallowed_macros
)]

use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Days, FixedOffset, TimeDelta};
use clap::Parser as _;
use proptest::prelude::*;
use serde_json::Value;
use tempfile::TempDir;

use crate::cli::Cli;
use crate::command;
use crate::context;
use crate::env::Env;
use crate::error::Lead;
use crate::store::paths::Paths;

use steps::{LINES, LISTS, Line, check, command, input, is_always_done, list_of, without_clock};

#[path = "erased.rs"]
mod erased;
#[path = "../support/steps.rs"]
mod steps;

const MACHINES: usize = 3;
/// How many kinds of commands a life repeats.
const FEW: usize = 2;

/// One step of a life.
#[derive(Debug, Clone)]
enum Step {
    /// Perhaps the machine changes, and perhaps it gets every other's file first. Then a command, with a typed yes or without it;
    /// mostly one of the few that this life repeats.
    Run {
        on: Option<usize>,
        is_synced: bool,
        line: Line,
        repeated: Option<usize>,
        confirms: bool,
    },
    /// A command, its undo, and perhaps the undo of that.
    Undo(Line, bool),
    /// A date in the config is edited by hand: so many days ago.
    Edit(&'static str, u64),
    /// The config is put back to what it was so many steps ago.
    OldConfig(usize),
    /// Another machine takes over, with the config or without it.
    Switch {
        to: usize,
        config: bool,
    },
    /// One machine's file comes to another: as it is, as it was so many copies ago, or as a copy under another name.
    Copy {
        from: usize,
        to: usize,
        how: How,
    },
    /// Every file comes everywhere.
    Exchange,
    /// Everything is exported, lost, and imported again.
    Import,
    Wait(i64),
}

#[derive(Debug, Clone, Copy)]
enum How {
    Fresh,
    Stale(usize),
    Named(&'static str),
}

fn step() -> impl Strategy<Value = Step> {
    let machine = || 0..MACHINES;
    let how = prop_oneof![
        3 => Just(How::Fresh),
        1 => (1..4_usize).prop_map(How::Stale),
        2 => prop::sample::select(vec!["0-backup.jsonl", "ID.sync-conflict-20260601-101010-ABC.jsonl", "ID (conflicted copy).jsonl"])
            .prop_map(How::Named),
    ];
    prop_oneof![
        34 => (prop::option::of(machine()), any::<bool>(), command(), prop::option::weighted(0.7, 0..FEW), any::<bool>())
            .prop_map(|(on, is_synced, line, repeated, confirms)| Step::Run { on, is_synced, line, repeated, confirms }),
        5 => (command(), any::<bool>()).prop_map(|(line, again)| Step::Undo(line, again)),
        1 => (prop::sample::select(vec!["breakup", "no_contact_since"]), 0..45_u64).prop_map(|(key, day)| Step::Edit(key, day)),
        1 => (1..6_usize).prop_map(Step::OldConfig),
        2 => (machine(), prop::bool::weighted(0.2)).prop_map(|(to, config)| Step::Switch { to, config }),
        3 => (machine(), machine(), how).prop_map(|(from, to, how)| Step::Copy { from, to, how }),
        1 => Just(Step::Exchange),
        1 => Just(Step::Import),
        1 => (0..20_i64).prop_map(|days| Step::Wait(days * 24 * 60)),
        2 => (0..90_i64).prop_map(Step::Wait),
    ]
}

/// Three machines, each with its own folders and clock.
struct World {
    home: TempDir,
    machine: usize,
    now: DateTime<FixedOffset>,
    /// How far each clock is ahead, in minutes.
    ahead: [i64; MACHINES],
    configs: Vec<Option<Vec<u8>>>,
    /// What each machine's file was at every copy.
    copied: Vec<(usize, PathBuf, Vec<u8>)>,
    typed: usize,
}

thread_local! {
    static TALLY: Cell<[usize; 3]> = const { Cell::new([0; 3]) };
}

/// Counts a life, a command that did something, or one that was refused.
fn tally(what: usize) {
    TALLY.with(|tally| {
        let mut counts = tally.get();
        counts[what] += 1;
        tally.set(counts);
    });
}

/// In the folders of a machine, at a moment of its clock, with what is typed.
fn at<T>(paths: &Paths, now: DateTime<FixedOffset>, typed: &str, look: impl FnOnce(&context::World<'_>) -> T) -> T {
    let env = Env { instant: now.to_utc(), can_ask: false, typed: Some(typed.to_owned()) };
    look(&context::World::for_test(&env, paths.clone(), now))
}

impl World {
    fn new(ahead: [i64; MACHINES]) -> Self {
        let memory = Path::new("/dev/shm");
        let home = if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() };
        let now = "2026-06-01T12:00:00+00:00".parse().unwrap();
        Self { home: home.unwrap(), machine: 0, now, ahead, configs: Vec::new(), copied: Vec::new(), typed: 0 }
    }

    fn paths_of(&self, machine: usize) -> Paths {
        let folder = |name: &str| self.home.path().join(format!("{name}{machine}"));
        Paths { config: folder("config"), data: folder("data"), state: folder("state") }
    }

    fn paths(&self) -> Paths {
        self.paths_of(self.machine)
    }

    /// What this machine's clock says.
    fn clock(&self) -> DateTime<FixedOffset> {
        self.now + TimeDelta::minutes(self.ahead[self.machine])
    }

    fn print(paths: &Paths, now: DateTime<FixedOffset>, typed: &str, line: &str) -> Result<String, String> {
        let words = ["reconnect"].into_iter().chain(line.split_whitespace());
        let command = Cli::try_parse_from(words).unwrap_or_else(|error| panic!("{line}: {error}")).command.unwrap();
        let output = at(paths, now, typed, |world| command::run(&command, world));
        output.map(|output| output.text).map_err(|failure| failure.render(Lead::Error))
    }

    /// Every command is a second later than the one before.
    fn run(&mut self, line: &str, typed: &str) -> Result<String, String> {
        self.now += TimeDelta::seconds(1);
        let output = Self::print(&self.paths(), self.clock(), typed, line);
        self.configs.push(fs::read(self.paths().config_file()).ok());
        tally(if output.is_ok() { 1 } else { 2 });
        output
    }

    fn list(&self, line: &str) -> Value {
        serde_json::from_str(&Self::print(&self.paths(), self.clock(), "", line).unwrap()).unwrap()
    }

    /// Everything that this machine shows, but for the clock.
    fn lists(&self) -> Vec<String> {
        Self::lists_at(&self.paths(), self.clock())
    }

    fn lists_at(paths: &Paths, now: DateTime<FixedOffset>) -> Vec<String> {
        let list = |line: &&str| Self::print(paths, now, "", line).unwrap();
        LISTS.iter().map(list).map(|text| without_clock(&text)).collect()
    }

    /// The same by the diary alone, on a clock that is behind none.
    fn diary_alone(&self, machine: usize) -> Vec<String> {
        let paths = Paths { config: self.home.path().join("none"), ..self.paths_of(machine) };
        Self::lists_at(&paths, self.now + TimeDelta::hours(1))
    }

    /// Whether a date of the config waits to be recorded, was refused, or comes from a line that isn't here.
    fn has_own_dates(&self, machine: usize) -> bool {
        at(&self.paths_of(machine), self.now, "", |world| {
            let reading = world.context().unwrap().known().unwrap().reading;
            !(reading.edits.is_empty() && reading.refused.is_empty() && reading.foreign.is_empty())
        })
    }

    fn own_file(&self, machine: usize) -> Option<PathBuf> {
        let id = fs::read_to_string(self.paths_of(machine).machine()).ok()?;
        Some(self.paths_of(machine).diary().join(format!("{}.jsonl", id.trim())))
    }

    fn diary_bytes(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let folder = self.paths().diary();
        let mut files: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        files.sort();
        files.into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect()
    }

    fn copy(&mut self, from: usize, to: usize, how: How) {
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
    fn exchange(&self) {
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

fn play(ahead: [i64; MACHINES], few: &[usize], steps: &[Step]) -> Result<(), TestCaseError> {
    let mut world = World::new(ahead);
    tally(0);
    for step in steps {
        match step {
            Step::Run { on, is_synced, line, repeated, confirms } => {
                world.machine = on.unwrap_or(world.machine);
                if *is_synced {
                    (0..MACHINES).for_each(|from| world.copy(from, world.machine, How::Fresh));
                }
                let line = repeated.map_or_else(|| line.clone(), |index| line.of_kind(few[index]));
                run(&mut world, &line, *confirms)?;
            }
            Step::Undo(line, again) => undo(&mut world, line, *again)?,
            Step::Edit(key, back) => {
                let path = world.paths().config_file();
                let Ok(text) = fs::read_to_string(&path) else { continue };
                let line = format!("{key} = {}", world.clock().date_naive() - Days::new(*back));
                let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
                match lines.iter_mut().find(|line| line.starts_with(&format!("{key} ="))) {
                    Some(known) => *known = line,
                    None => lines.insert(0, line),
                }
                fs::write(&path, lines.join("\n") + "\n").unwrap();
                world.lists();
            }
            Step::OldConfig(back) => {
                let old = world.configs.len().checked_sub(*back).and_then(|index| world.configs[index].clone());
                if let Some(old) = old {
                    fs::create_dir_all(world.paths().config).unwrap();
                    fs::write(world.paths().config_file(), old).unwrap();
                    // An old copy changes nothing that the diary knows.
                    let known = world.has_own_dates(world.machine) || shows_the_diary(&world);
                    prop_assert!(known, "an old config changed what is known");
                }
            }
            Step::Switch { to, config } => {
                let from = world.paths().config_file();
                world.machine = *to;
                if *config && from.exists() && from != world.paths().config_file() {
                    fs::create_dir_all(world.paths().config).unwrap();
                    fs::copy(from, world.paths().config_file()).unwrap();
                }
            }
            Step::Copy { from, to, how } => world.copy(*from, *to, *how),
            Step::Exchange => agree(&world)?,
            Step::Import => import(&mut world)?,
            Step::Wait(minutes) => world.now += TimeDelta::minutes(*minutes),
        }
    }
    agree(&world)
}

/// Whether the machine shows what its diary says, whatever stands in its config.
fn shows_the_diary(world: &World) -> bool {
    let paths = Paths { config: world.home.path().join("none"), ..world.paths() };
    world.lists() == World::lists_at(&paths, world.clock())
}

/// Runs a line and holds what it says against the lists. What it printed, if it did something.
fn run(world: &mut World, line: &Line, confirms: bool) -> Result<Option<String>, TestCaseError> {
    let line = line.filled(world.clock().date_naive());
    world.typed += 1;
    let typed = input(&line, world.typed, confirms);
    let (diary, own_dates) = (world.diary_bytes(), world.has_own_dates(world.machine));
    let (before, config) = (world.list(list_of(&line)), fs::read(world.paths().config_file()).ok());
    match world.run(&line, &typed) {
        Ok(said) => {
            check(&line, &typed, &said, &world.list("status --json"), &before, &world.list(list_of(&line)));
            for (path, bytes) in diary {
                prop_assert!(fs::read(&path).unwrap().starts_with(&bytes), "{line} rewrote {path:?}");
            }
            prop_assert!(own_dates || !world.has_own_dates(world.machine), "{line} left an edit");
            Ok(Some(said))
        }
        Err(report) => {
            prop_assert!(report.starts_with("error: "), "{line} {report}");
            // No clock is so far ahead that what was recorded on it wins.
            prop_assert!(!report.contains("counts as recorded later") && !report.contains("would not count"), "{line} {report}");
            prop_assert!(!is_always_done(&line, confirms), "{line} {report}");
            prop_assert_eq!(&diary, &world.diary_bytes(), "{} was refused and wrote: {}", line, report);
            prop_assert_eq!(config, fs::read(world.paths().config_file()).ok(), "{} was refused and wrote: {}", line, report);
            Ok(None)
        }
    }
}

/// What was recorded last is taken back exactly, and brought back exactly.
fn undo(world: &mut World, line: &Line, again: bool) -> Result<(), TestCaseError> {
    // An edit by hand is taken back first, and a date that no line here holds doesn't come back. The text of a letter neither.
    if world.has_own_dates(world.machine) {
        return Ok(());
    }
    let (diary, before) = (world.diary_bytes(), world.lists());
    if run(world, line, true)?.is_none() || diary == world.diary_bytes() {
        return Ok(());
    }
    let after = world.lists();
    let said = world.run("undo", "yes").map_err(TestCaseError::fail)?;
    prop_assert_eq!(&before, &world.lists(), "{:?} and its undo: {}", line, said);
    let id = said.split("`reconnect undo ").nth(1).unwrap().split('`').next().unwrap().to_owned();
    let back = world.run(&format!("undo {id}"), "yes").map_err(TestCaseError::fail)?;
    prop_assert!(back.contains("Counts again: "), "{back}");
    prop_assert_eq!(&after, &world.lists(), "{:?}, its undo, and the undo of that", line);
    if again {
        world.run("undo", "yes").map_err(TestCaseError::fail)?;
        prop_assert_eq!(&before, &world.lists(), "{:?} and its second undo", line);
    }
    Ok(())
}

/// Once every file is everywhere, all machines agree; with their configs, too, where none holds a date of its own.
fn agree(world: &World) -> Result<(), TestCaseError> {
    world.exchange();
    let known: Vec<_> = (0..MACHINES).map(|machine| world.diary_alone(machine)).collect();
    for machine in 0..MACHINES {
        prop_assert_eq!(&known[0], &known[machine], "machines 0 and {} differ", machine);
        if !world.has_own_dates(machine) {
            let shown = World::lists_at(&world.paths_of(machine), world.now + TimeDelta::hours(1));
            prop_assert_eq!(&known[0], &shown, "the config of machine {} changes something", machine);
        }
    }
    Ok(())
}

/// Exported, lost and imported, everything is the same. The machine is a new one then.
fn import(world: &mut World) -> Result<(), TestCaseError> {
    if !world.paths().diary().exists() || world.has_own_dates(world.machine) {
        return Ok(());
    }
    let before = world.lists();
    let file = world.home.path().join("export.json");
    fs::write(&file, world.run("export --letters", "").map_err(TestCaseError::fail)?).unwrap();
    let Paths { config, data, state } = world.paths();
    for folder in [config, data, state] {
        let _ = fs::remove_dir_all(folder);
    }
    let line = format!("import {}", file.display());
    let said = world.run(&line, "yes").map_err(TestCaseError::fail)?;
    prop_assert_eq!(&before, &world.lists(), "{}", said);
    let again = world.run(&line, "").map_err(TestCaseError::fail)?;
    prop_assert!(again.starts_with("Imported 0 records; "), "{again}");
    prop_assert_eq!(before, world.lists());
    Ok(())
}

/// A hundred lives; thousands before a release. `PROPTEST_RNG_SEED` takes the same paths again.
#[test]
fn what_a_command_says_is_so_on_three_machines_and_they_agree_in_the_end() {
    let cases = if std::env::var_os("RECONNECT_FULL").is_some() { 5000 } else { 100 };
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) };
    let minutes = || -60..=60_i64;
    let few = prop::collection::vec(0..LINES.len(), FEW);
    proptest!(config, |(one in minutes(), other in minutes(), few in few, steps in prop::collection::vec(step(), 8..40))| {
        play([0, one, other], &few, &steps)?;
    });
    let [lives, done, refused] = TALLY.with(Cell::get);
    println!("{lives} lives, {done} commands, {refused} refused");
}
