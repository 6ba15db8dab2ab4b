//! Sequences of commands against the promises that hold whatever happened before: what a command says is so, an undo restores the
//! state before, a config that is old, shared or edited changes no run that is over, and two machines agree once they have
//! exchanged their files. In one process, on real files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::disallowed_methods)]

use std::fs;
use std::path::Path;

use chrono::{DateTime, Days, FixedOffset, NaiveDate, TimeDelta};
use clap::Parser as _;
use proptest::prelude::*;
use reconnect::{Aim, Answer, Boundary, Protects, Run, Totals, VerdictId, advise};
use tempfile::TempDir;

use crate::cli::Cli;
use crate::command;
use crate::context;
use crate::env::Env;
use crate::store::diary::{Diary, Snapshot, View};
use crate::store::paths::Paths;
use crate::words::spoken;

use steps::{check, command, filled};

#[path = "erased.rs"]
mod erased;
#[path = "../support/steps.rs"]
mod steps;

/// One step. Days are counted back from the day it is.
#[derive(Debug, Clone)]
enum Step {
    Run(String),
    /// A command, and its undo.
    Undo(String),
    UndoTwice,
    /// A date in the config is edited by hand.
    Edit(&'static str, u64),
    /// The config is put back to what it was so many steps ago.
    OldConfig(usize),
    /// The other machine takes over, with the config or without it.
    Switch {
        config: bool,
    },
    Exchange,
    Wait(u64),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        10 => command().prop_map(Step::Run),
        2 => command().prop_map(Step::Undo),
        1 => Just(Step::UndoTwice),
        2 => (prop::sample::select(vec!["breakup", "no_contact_since"]), 0..45_u64).prop_map(|(key, day)| Step::Edit(key, day)),
        1 => (1..6_usize).prop_map(Step::OldConfig),
        1 => any::<bool>().prop_map(|config| Step::Switch { config }),
        1 => Just(Step::Exchange),
        3 => (0..20_u64).prop_map(Step::Wait),
    ]
}

#[derive(Debug, PartialEq)]
struct State {
    breakup: Option<NaiveDate>,
    open: Option<String>,
    closed: Vec<Run>,
    totals: Totals,
    boundaries: Vec<Boundary>,
    order: Option<Protects>,
    answer: Option<Answer>,
    aim: Option<Aim>,
    verdict: VerdictId,
}

fn state(snapshot: &Snapshot) -> State {
    let facts = snapshot.facts();
    State {
        breakup: facts.breakup,
        open: snapshot.timeline.runs().open().map(spoken),
        closed: snapshot.closed_runs(),
        totals: snapshot.timeline.runs().totals(facts.today),
        boundaries: snapshot.timeline.boundaries_in_force(facts.today).collect(),
        order: facts.order,
        answer: facts.answer,
        aim: facts.aim,
        verdict: advise(&facts).id(),
    }
}

/// Two machines, each with its own data and state; which config is used says the step.
struct World {
    home: TempDir,
    machine: usize,
    now: DateTime<FixedOffset>,
    configs: Vec<Option<Vec<u8>>>,
}

impl World {
    fn new() -> Self {
        let memory = Path::new("/dev/shm");
        let home = if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() };
        let now = "2026-06-01T12:00:00+00:00".parse().unwrap();
        Self { home: home.unwrap(), machine: 0, now, configs: Vec::new() }
    }

    fn paths(&self, machine: usize) -> Paths {
        let folder = |name: &str| self.home.path().join(format!("{name}{machine}"));
        Paths { config: folder("config"), data: folder("data"), state: folder("state") }
    }

    fn day(&self, back: u64) -> NaiveDate {
        self.now.date_naive() - Days::new(back)
    }

    fn env(&self) -> Env {
        Env { instant: self.now.to_utc(), can_ask: false }
    }

    fn snapshot(&self) -> Snapshot {
        let env = self.env();
        context::World::for_test(&env, self.paths(self.machine), self.now).context().unwrap().known().unwrap().snapshot
    }

    /// What the diary alone says, whatever the config shows.
    fn diary_alone(&self, machine: usize) -> State {
        let records: Vec<_> = Diary::read(&self.paths(machine).diary(), None).unwrap().iter().cloned().collect();
        let clock = reconnect::date::Clock { now: self.now, day_starts_at: chrono::NaiveTime::MIN };
        state(&Snapshot::new(&records, reconnect::Thresholds::DEFAULT, &View { clock, looks_back_to: None }))
    }

    /// Every command is a second later than the one before.
    fn run(&mut self, line: &str) -> Result<String, String> {
        self.now += TimeDelta::seconds(1);
        let env = self.env();
        let here = context::World::for_test(&env, self.paths(self.machine), self.now);
        let command = Cli::try_parse_from(["reconnect"].into_iter().chain(line.split_whitespace())).unwrap().command.unwrap();
        let output = command::run(&command, &here);
        self.configs.push(fs::read(self.paths(self.machine).config_file()).ok());
        output.map(|output| output.text).map_err(|failure| failure.render(crate::error::Lead::Error))
    }

    fn has_edits(&self) -> bool {
        let env = self.env();
        let here = context::World::for_test(&env, self.paths(self.machine), self.now);
        let known = here.context().unwrap().known().unwrap();
        !known.reading.edits.is_empty() || !known.reading.refused.is_empty()
    }

    fn diary_bytes(&self) -> Vec<u8> {
        let folder = self.paths(self.machine).diary();
        let mut files: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        files.sort();
        files.into_iter().flat_map(|path| fs::read(path).unwrap()).collect()
    }

    /// Whether every run that is over in the diary is so with the config, too.
    fn keeps_closed_runs(&self) -> bool {
        let closed = self.snapshot().closed_runs();
        self.diary_alone(self.machine).closed.iter().all(|run| closed.contains(run))
    }

    fn exchange(&self) {
        for (from, to) in [(0, 1), (1, 0)] {
            let target = self.paths(to).diary();
            fs::create_dir_all(&target).unwrap();
            let own = fs::read_to_string(self.paths(from).machine()).unwrap_or_default();
            let name = format!("{}.jsonl", own.trim());
            let _ = fs::copy(self.paths(from).diary().join(&name), target.join(&name));
        }
    }
}

fn play(steps: &[Step]) -> Result<(), TestCaseError> {
    let mut world = World::new();
    for step in steps {
        let before = world.snapshot();
        let (diary, edited) = (world.diary_bytes(), world.has_edits());
        match step {
            Step::Run(line) => {
                let line = filled(line, world.now.date_naive());
                match world.run(&line) {
                    Ok(said) => {
                        let status = world.run("status --json").unwrap();
                        check(&line, &said, &serde_json::from_str(&status).unwrap());
                    }
                    Err(report) => {
                        prop_assert!(report.starts_with("error: "), "{line} {report}");
                        prop_assert_eq!(&diary, &world.diary_bytes(), "{} was refused and wrote", line);
                        prop_assert_eq!(state(&before), state(&world.snapshot()));
                    }
                }
                // A fact that is mirrored is no edit.
                prop_assert!(edited || !world.has_edits(), "{line} left an edit");
            }
            Step::Undo(line) => {
                // What was recorded last is taken back exactly, unless an edit by hand is taken back first, or an order would end.
                // A date from elsewhere that no diary line here holds doesn't come back.
                let line = filled(line, world.now.date_naive());
                let is_known_here = !edited && world.diary_alone(world.machine) == state(&before);
                let has_recorded = is_known_here && world.run(&line).is_ok() && world.diary_bytes() != diary;
                if has_recorded && world.run("undo").is_ok() {
                    prop_assert_eq!(state(&before), state(&world.snapshot()), "{}", line);
                }
            }
            Step::UndoTwice => {
                if !edited && world.run("undo").is_ok() {
                    let last = String::from_utf8(world.diary_bytes()).unwrap();
                    let own = last.lines().filter(|line| line.contains("\"retract\"")).max_by_key(|line| {
                        line.split("\"at\":\"").nth(1).unwrap().split('"').next().unwrap().parse::<DateTime<FixedOffset>>().unwrap()
                    });
                    let id = own.unwrap().split("\"id\":\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
                    // Only a court order can keep an undo from being undone without a yes.
                    if world.run(&format!("undo {id}")).is_ok() {
                        prop_assert_eq!(state(&before), state(&world.snapshot()));
                    }
                }
            }
            Step::Edit(key, day) => {
                let path = world.paths(world.machine).config_file();
                let Ok(text) = fs::read_to_string(&path) else { continue };
                let line = format!("{key} = {}", world.day(*day));
                let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
                match lines.iter_mut().find(|line| line.starts_with(&format!("{key} ="))) {
                    Some(known) => *known = line,
                    None => lines.insert(0, line),
                }
                fs::write(&path, lines.join("\n") + "\n").unwrap();
                prop_assert!(world.keeps_closed_runs(), "an edit changed a run that is over");
            }
            Step::OldConfig(back) => {
                let old = world.configs.len().checked_sub(*back).and_then(|index| world.configs[index].clone());
                if let Some(old) = old {
                    let paths = world.paths(world.machine);
                    fs::create_dir_all(&paths.config).unwrap();
                    fs::write(paths.config_file(), old).unwrap();
                    prop_assert!(world.keeps_closed_runs(), "an old config changed a run that is over");
                    // What the diary doesn't know, a config from elsewhere may say.
                    let alone = world.diary_alone(world.machine);
                    let may_say = world.has_edits() || alone.breakup.is_none() || alone.open.is_none();
                    prop_assert!(may_say || alone == state(&world.snapshot()), "an old config changed what is known");
                }
            }
            Step::Switch { config } => {
                let from = world.paths(world.machine).config_file();
                world.machine = 1 - world.machine;
                if *config && from.exists() {
                    let to = world.paths(world.machine);
                    fs::create_dir_all(&to.config).unwrap();
                    fs::copy(from, to.config_file()).unwrap();
                }
                prop_assert!(world.keeps_closed_runs(), "a shared config changed a run that is over");
            }
            Step::Exchange => {
                world.exchange();
                prop_assert_eq!(world.diary_alone(0), world.diary_alone(1));
                // With their configs too: one may be an old copy, or another machine's. An edit is on one machine alone.
                let mut known = Vec::new();
                for machine in [world.machine, 1 - world.machine] {
                    world.machine = machine;
                    known.extend((!world.has_edits()).then(|| state(&world.snapshot())));
                }
                world.machine = 1 - world.machine;
                prop_assert!(known.len() < 2 || known[0] == known[1], "{known:?}");
            }
            Step::Wait(days) => world.now += TimeDelta::days(i64::try_from(*days).unwrap()),
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: if std::env::var_os("RECONNECT_FULL").is_some() { 3000 } else { 100 }, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_a_command_says_is_so_and_nothing_rewrites_a_run_that_is_over(steps in prop::collection::vec(step(), 1..24)) {
        play(&steps)?;
    }
}
