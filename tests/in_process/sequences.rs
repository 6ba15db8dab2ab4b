//! Random lives on three machines in three zones, whose clocks differ by up to an hour, and whose files are exchanged in any order:
//! what a command says is so on the machine that said it, a refused command writes nothing, an undo restores every list, an export
//! holds everything, and once all files are everywhere all machines agree. In one process, on real files.
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

use chrono::{Days, TimeDelta};
use proptest::prelude::*;

use crate::store::paths::Paths;

use machines::{How, MACHINES, World, at};
use steps::{Line, check, command, input, is_always_done, list_of, rows};

#[path = "erased.rs"]
mod erased;
#[path = "machines.rs"]
mod machines;
#[path = "../support/steps.rs"]
mod steps;

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
    let output = world.run(&line, &typed);
    tally(if output.is_ok() { 1 } else { 2 });
    match output {
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
            // A breakup that was recorded further east may be tomorrow's here, and an answer of today comes before it.
            let is_west = report.contains("that answer") && report.contains("is before the breakup");
            prop_assert!(is_west || !is_always_done(&line, confirms), "{line} {report}");
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
    let few = prop::collection::vec(0..rows().len(), FEW);
    proptest!(config, |(one in minutes(), other in minutes(), few in few, steps in prop::collection::vec(step(), 8..40))| {
        play([0, one, other], &few, &steps)?;
    });
    let [lives, done, refused] = TALLY.with(Cell::get);
    println!("{lives} lives, {done} commands, {refused} refused");
}
