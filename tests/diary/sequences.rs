//! Random lives through the real program, on three machines in three zones, their clocks apart: `faketime` sets them. The same with more
//! ways to exchange files runs in one process (`tests/in_process`).

use assert_cmd::Command;
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::steps::{LISTS, Line, check, command, input, list_of, without_clock};
use crate::support::have;

#[derive(Debug, Clone)]
enum Step {
    Run(Line, bool),
    /// A command, its undo, and the undo of that.
    Undo(Line),
    Switch(usize),
    Exchange,
    /// Everything is exported, erased and imported.
    Erase,
    Wait(i64),
}

struct Lives {
    homes: [Home; 3],
    /// How far each zone is from UTC, in hours, and how far each clock is ahead, in minutes.
    zones: [i64; 3],
    ahead: [i64; 3],
    machine: usize,
    now: DateTime<Utc>,
    number: usize,
}

impl Lives {
    fn new(ahead: [i64; 3]) -> Self {
        let zones = [0, 13, -8];
        // In POSIX's words a zone east of Greenwich is negative.
        let home = |hours: i64| Home::new().at(None).zone(&format!("<{hours:+03}>{}", -hours));
        let now = "2026-10-01T12:00:00Z".parse().unwrap();
        Self { homes: zones.map(home), zones, ahead, machine: 0, now, number: 0 }
    }

    fn local(&self) -> chrono::NaiveDateTime {
        let (hours, minutes) = (self.zones[self.machine], self.ahead[self.machine]);
        (self.now + TimeDelta::hours(hours) + TimeDelta::minutes(minutes)).naive_utc()
    }

    fn run(&self, line: &str, typed: &str) -> Ran {
        let program = self.homes[self.machine].command();
        let mut timed = Command::new("faketime");
        timed.args(["-f", &self.local().format("%Y-%m-%d %H:%M:%S").to_string()]).arg(program.get_program());
        timed.env_clear().envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
        timed.current_dir(self.homes[self.machine].path("")).args(line.split_whitespace()).write_stdin(typed);
        Ran::from(timed.output().unwrap())
    }

    fn list(&self, line: &str) -> Value {
        serde_json::from_str(&self.run(line, "").out).unwrap_or_else(|error| panic!("{line}: {error}"))
    }

    /// Everything that this machine shows, but for the clock.
    fn lists(&self) -> Vec<String> {
        let texts = LISTS.map(|line| self.run(line, "").out);
        texts.iter().map(|text| without_clock(text)).collect()
    }

    /// Runs a line and holds what it says against the lists. Whether it did something.
    fn check(&mut self, line: &Line, confirms: bool) -> bool {
        let line = line.filled(self.local().date());
        (self.number, self.now) = (self.number + 1, self.now + TimeDelta::seconds(1));
        let typed = input(&line, self.number, confirms);
        let (known, before) = (self.lists(), self.list(list_of(&line)));
        let ran = self.run(&line, &typed);
        match ran.code {
            Some(0) => check(&line, &typed, &ran.out, &self.list("status --json"), &before, &self.list(list_of(&line))),
            Some(2) => {
                assert!(ran.err.contains("error: ") && ran.out.is_empty(), "{line} {ran:?}");
                assert_eq!(known, self.lists(), "{line} was refused and changed something");
            }
            _ => panic!("{line} {ran:?}"),
        }
        ran.code == Some(0) && known != self.lists()
    }

    fn undo(&mut self, line: &Line) {
        let before = self.lists();
        if !self.check(line, true) || line.filled(self.local().date()).starts_with("hide") {
            return;
        }
        let after = self.lists();
        let undone = self.run("undo", "yes\n");
        assert_eq!((undone.code, self.lists()), (Some(0), before), "{line:?} {undone:?}");
        let id = undone.out.split("`reconnect undo ").nth(1).unwrap().split('`').next().unwrap();
        let back = self.run(&format!("undo {id}"), "yes\n");
        assert_eq!((back.code, self.lists()), (Some(0), after), "{line:?} {back:?}");
    }

    fn exchange(&mut self) {
        for (from, to) in [(0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1)] {
            for folder in ["diary", "letters"] {
                let there = self.homes[to].path(&format!(".local/share/reconnect/{folder}"));
                let here = self.homes[from].path(&format!(".local/share/reconnect/{folder}"));
                for file in fs::read_dir(here).into_iter().flatten().flatten() {
                    fs::create_dir_all(&there).unwrap();
                    let target = there.join(file.file_name());
                    if target.metadata().map_or(true, |known| known.len() < file.metadata().unwrap().len()) {
                        fs::copy(file.path(), target).unwrap();
                    }
                }
            }
        }
        let shown = |home: &Home| {
            let looks =
                |line: &str| home.command().env("TZ", "UTC").args(["--at", "2027-06-01T12:00"]).args(line.split(' ')).output();
            LISTS.map(|line| Ran::from(looks(line).unwrap()).out)
        };
        let known = self.homes.each_ref().map(shown);
        assert!(known.iter().all(|lists| *lists == known[0]), "the machines differ: {known:#?}");
    }

    /// Exported, erased and imported, everything is the same.
    fn erase(&mut self) {
        let home = &self.homes[self.machine];
        if !home.diary().exists() {
            return;
        }
        let before = self.lists();
        let file = home.put("export.json", self.run("export --letters", "").out);
        let erased = self.run("erase", "erase\nothers\n");
        assert_eq!((erased.code, home.diary().exists()), (Some(0), false), "{erased:?}");
        let said = self.run(&format!("import {}", file.display()), "yes\n");
        assert_eq!((said.code, self.lists()), (Some(0), before), "{said:?}");
    }
}

fn play(ahead: [i64; 3], steps: &[Step]) {
    let mut lives = Lives::new(ahead);
    for step in steps {
        match step {
            Step::Run(line, confirms) => drop(lives.check(line, *confirms)),
            Step::Undo(line) => lives.undo(line),
            Step::Switch(machine) => lives.machine = *machine,
            Step::Exchange => lives.exchange(),
            Step::Erase => lives.erase(),
            Step::Wait(minutes) => lives.now += TimeDelta::minutes(*minutes),
        }
    }
    lives.exchange();
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => (command(), any::<bool>()).prop_map(|(line, confirms)| Step::Run(line, confirms)),
        3 => command().prop_map(Step::Undo),
        3 => (0..3_usize).prop_map(Step::Switch),
        1 => Just(Step::Exchange),
        1 => Just(Step::Erase),
        3 => (0..20_000_i64).prop_map(Step::Wait),
    ]
}

#[test]
fn what_each_command_printed_is_what_the_lists_say_on_three_machines() {
    if !have("faketime") {
        return;
    }
    let cases = if std::env::var_os("RECONNECT_FULL").is_some() { 200 } else { 3 };
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) };
    let minutes = || -60..=60_i64;
    proptest!(config, |((one, other) in (minutes(), minutes()), steps in prop::collection::vec(step(), 4..16))| {
        play([0, one, other], &steps);
    });
}
