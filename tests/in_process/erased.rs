//! Erasing a text, in random lives on two machines: no answer changes but the text itself, and whatever happens to the files
//! afterwards, it never comes back.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::Days;
use proptest::prelude::*;

use super::{World, at};
use crate::command::erase::text::erase_now;

/// As long as the words "(erased)", so that every line breaks where it did.
fn text(index: usize) -> String {
    format!("secret{index:02}")
}

fn id(index: usize) -> String {
    format!("{index:04x}{:028}", 0)
}

/// One record of a life. What it refers to is chosen among the earlier ones of its kind, so that a life can shrink.
#[derive(Debug, Clone)]
struct Lived {
    machine: usize,
    kind: usize,
    back: u64,
    of: prop::sample::Index,
    link: Link,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Link {
    None,
    Corrects,
    TakesBack,
}

/// Kinds with a text, and three without.
const KINDS: [&str; 10] = [
    r#""kind":"note","n":{n},"text":"{text}""#,
    r#""kind":"issue","n":{n},"text":"{text}""#,
    r#""kind":"plan","n":{n},"of":"{of}","text":"{text}""#,
    r#""kind":"want","n":{n},"text":"{text}""#,
    r#""kind":"contact","who":"me","via":"text","note":"{text}""#,
    r#""kind":"contact","who":"them","via":"call","note":"{text}""#,
    r#""kind":"checkin","mood":3,"note":"{text}""#,
    r#""kind":"start""#,
    r#""kind":"boundary","boundary":"space""#,
    r#""kind":"urge","outcome":"sat-out","trigger":"lonely""#,
];
const WITH_TEXT: usize = 7;

fn life() -> impl Strategy<Value = Vec<Lived>> {
    let link = prop_oneof![4 => Just(Link::None), 2 => Just(Link::Corrects), 1 => Just(Link::TakesBack)];
    let lived = (0..2_usize, 0..KINDS.len(), 0..40_u64, any::<prop::sample::Index>(), link);
    let lived = lived.prop_map(|(machine, kind, back, of, link)| Lived { machine, kind, back, of, link });
    prop::collection::vec(lived, 2..16)
}

/// Writes a life into both machines' folders, as if they had exchanged their files. For each record the first of its chain, and
/// whether it holds a text.
fn write(world: &World, life: &[Lived]) -> Vec<(usize, bool)> {
    let (mut files, mut known) = ([String::new(), String::new()], Vec::<(usize, bool)>::new());
    for (index, lived) in life.iter().enumerate() {
        let earlier: Vec<usize> =
            (0..index).filter(|at| life[*at].kind == lived.kind && life[*at].link != Link::TakesBack).collect();
        let target = (!earlier.is_empty()).then(|| earlier[lived.of.index(earlier.len())]);
        let number = (index + 1).to_string();
        let mut kind = KINDS[lived.kind].replace("{n}", &number).replace("{of}", &id(index / 2)).replace("{text}", &text(index));
        let (mut first, mut has_text, mut link) = (index, lived.kind < WITH_TEXT, String::new());
        match (lived.link, target) {
            (Link::Corrects, Some(target)) => {
                first = known[target].0;
                link = format!(r#""replaces":"{}","#, id(target));
            }
            (Link::TakesBack, _) => {
                let target = target.unwrap_or(0);
                has_text = false;
                kind = format!(r#""kind":"retract","retracts":"{}""#, id(target));
            }
            _ => {}
        }
        known.push((first, has_text));
        let on = world.now.date_naive() - Days::new(lived.back);
        let at = (world.now - chrono::TimeDelta::minutes(1000 - i64::try_from(index).unwrap())).to_rfc3339();
        let written = format!("{{\"v\":1,\"id\":\"{}\",\"on\":\"{on}\",\"at\":\"{at}\",{link}{kind}}}\n", id(index));
        files[lived.machine].push_str(&written);
    }
    for machine in [0, 1] {
        let paths = world.paths_of(machine);
        for dir in [paths.diary(), paths.state.clone()] {
            fs::create_dir_all(dir).unwrap();
        }
        fs::write(paths.machine(), format!("m{machine}\n")).unwrap();
        for (writer, text) in files.iter().enumerate() {
            fs::write(file(world, machine, writer), text).unwrap();
        }
    }
    known
}

/// The file of `writer` in the folder of `machine`.
fn file(world: &World, machine: usize, writer: usize) -> PathBuf {
    world.paths_of(machine).diary().join(format!("m{writer}.jsonl"))
}

const READING: &str = "status --json | status --why | history | history --all --notes | history --json | history --csv | history --urges | notebook list | \
    notebook list --json --all | notebook list --open | checkin --json | guide 2 | export --format md --notes | \
    export --format html --notes | export --format csv --contacts them | window 2026-01-01";

/// What every command that reads prints.
fn answers(world: &mut World, machine: usize) -> Vec<(String, String)> {
    world.machine = machine;
    let now = world.now;
    let answers = READING.split(" | ").map(|line| (line.to_owned(), world.run(line, "").unwrap_or_else(|error| error)));
    let answers = answers.collect();
    world.now = now;
    answers
}

fn erase(world: &World, machine: usize, index: usize) -> bool {
    at(&world.paths_of(machine), world.now, "", |world| {
        erase_now(&id(index), &world.context().unwrap(), false).is_ok_and(|output| output.failure.is_none())
    })
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

/// The files that a machine writes, all together.
fn own(world: &World, machine: usize) -> String {
    let entries = fs::read_dir(world.paths_of(machine).diary()).unwrap().map(|entry| entry.unwrap().path());
    let is_own = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        name.trim_start_matches("import-").starts_with(&format!("m{machine}"))
    };
    entries.filter(is_own).map(|path| read(&path)).collect()
}

/// What may happen to files.
#[derive(Debug, Clone)]
enum Fate {
    /// The other machine gets this machine's file.
    Sync(usize),
    /// A copy from before the erasing lies beside the file, as a sync tool leaves one.
    Copy(usize),
    /// git puts the lines of before and now together.
    Union(usize),
    /// The file itself is put back from a backup.
    Restore(usize),
    /// An export from before is imported.
    Import(usize),
    /// A machine records something.
    Change(usize),
}

fn fate() -> impl Strategy<Value = Fate> {
    (0..6_usize, 0..2_usize).prop_map(|(fate, machine)| match fate {
        0 => Fate::Sync(machine),
        1 => Fate::Copy(machine),
        2 => Fate::Union(machine),
        3 => Fate::Restore(machine),
        4 => Fate::Import(machine),
        _ => Fate::Change(machine),
    })
}

fn play(life: &[Lived], chosen: prop::sample::Index, fates: &[Fate]) -> Result<(), TestCaseError> {
    let mut world = World::new([0; 3]);
    let known = write(&world, life);
    let candidates: Vec<usize> = (0..life.len()).filter(|at| known[*at].1 && life[*at].machine == 0).collect();
    if candidates.is_empty() {
        return Ok(());
    }
    let chosen = candidates[chosen.index(candidates.len())];
    let texts: Vec<String> = (0..life.len()).filter(|at| known[*at].0 == known[chosen].0 && known[*at].1).map(text).collect();
    let holds = |said: &str| texts.iter().any(|text| said.contains(text));
    let export = world.home.path().join("old.json");
    fs::write(&export, world.run("export", "").unwrap()).unwrap();
    let old = read(&file(&world, 0, 0));
    let before = answers(&mut world, 0);

    prop_assert!(erase(&world, 0, chosen), "it could not be erased");
    prop_assert!(!holds(&own(&world, 0)), "the file still holds it");
    prop_assert_eq!(read(&file(&world, 0, 0)).lines().count(), old.lines().count());
    for ((line, before), (_, after)) in before.into_iter().zip(answers(&mut world, 0)) {
        let expected = texts.iter().fold(before, |said, text| said.replace(text, "(erased)"));
        let [expected, after] = [expected, after].map(|said| said.replace("\"erased\":true", "\"erased\":false"));
        prop_assert_eq!(expected, after, "{}", line);
    }

    for fate in fates {
        match fate {
            Fate::Sync(from) => drop(fs::copy(file(&world, *from, *from), file(&world, 1 - from, *from)).unwrap()),
            Fate::Copy(machine) => fs::write(world.paths_of(*machine).diary().join("m0.sync-conflict-1.jsonl"), &old).unwrap(),
            Fate::Union(machine) => {
                let path = file(&world, *machine, 0);
                fs::write(&path, format!("{old}{}", read(&path))).unwrap();
            }
            Fate::Restore(machine) => fs::write(file(&world, *machine, 0), &old).unwrap(),
            Fate::Import(machine) => {
                world.machine = *machine;
                world.run(&format!("import {}", export.display()), "").unwrap();
            }
            Fate::Change(machine) => {
                let has_seen = has_seen(&world, *machine);
                world.machine = *machine;
                world.run("log-contact me --logistics", "").unwrap();
                prop_assert!(!has_seen || !holds(&own(&world, *machine)), "{} left it in a file", machine);
            }
        }
        for machine in [0, 1] {
            if has_seen(&world, machine) {
                for (line, said) in answers(&mut world, machine) {
                    prop_assert!(!holds(&said), "{fate:?}: `{line}` of {machine} shows it: {said}");
                }
                world.machine = machine;
                prop_assert!(!holds(&world.run("export", "").unwrap()), "{fate:?}: the export of {machine} holds it");
            }
        }
    }
    Ok(())
}

/// Whether a machine can know that the text was erased.
fn has_seen(world: &World, machine: usize) -> bool {
    let paths = world.paths_of(machine);
    let lines = fs::read_dir(paths.diary()).unwrap().map(|entry| read(&entry.unwrap().path())).collect::<String>();
    paths.erased().exists() || lines.contains("\"erased\":true")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: if std::env::var_os("RECONNECT_FULL").is_some() { 2000 } else { 30 }, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_erased_text_changes_no_answer_and_never_comes_back(
        life in life(), chosen in any::<prop::sample::Index>(), fates in prop::collection::vec(fate(), 0..8)
    ) {
        play(&life, chosen, &fates)?;
    }
}
