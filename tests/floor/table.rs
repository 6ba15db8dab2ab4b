//! Every state by every command, as `table.txt` says, and what `told.txt` adds. A state, a verdict or a command that is added later
//! fails until it has its row.

use std::collections::BTreeSet;
use std::fs;

use reconnect::{Aim, Answer, BoundaryKind, Protects, VerdictId, Warm, sentences, studies};

use crate::support::Home;
use crate::{flat, lived, said};

#[derive(Default)]
struct State {
    name: String,
    ids: Vec<String>,
    never: Vec<String>,
    life: Vec<String>,
    needs_breakup: bool,
    ends: Vec<String>,
    /// A command, and what it must say.
    says: Vec<(String, String)>,
}

#[derive(Default)]
struct Table {
    /// Sentences that may stand in JSON, and on no screen.
    on_screens: Vec<String>,
    states: Vec<State>,
    looks: Vec<String>,
    changes: Vec<String>,
}

const TABLE: &str = include_str!("table.txt");

fn parts(text: &str, by: &str) -> Vec<String> {
    text.split(by).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Every sentence that is about getting in touch.
fn about_contact() -> impl Iterator<Item = &'static str> {
    let studies = studies().filter(|study| study.about_contact).map(|study| study.finding);
    sentences().filter(|sentence| sentence.about_contact).map(|sentence| sentence.text).chain(studies)
}

fn table(text: &str) -> Table {
    let mut table = Table::default();
    let mut names: Vec<(String, String)> = Vec::new();
    let mut groups: Vec<(String, Vec<String>)> =
        vec![("contact".to_owned(), about_contact().chain(["Quiet weeks", "\"earliest\":\"2"]).map(str::to_owned).collect())];
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some((name, sentence)) = line.strip_prefix('{').and_then(|rest| rest.split_once("} ")) {
            names.push((format!("{{{name}}}"), sentence.to_owned()));
        } else if let Some((name, list)) = line.strip_prefix("never ").and_then(|rest| rest.split_once(": ")) {
            let warm = if name == "slip" || name == "scolding" { Warm::Slip.sentences().collect() } else { Vec::new() };
            if name == "blame" {
                table.on_screens = parts(list, " | ");
            }
            groups.push((name.to_owned(), list.split(" | ").chain(warm).map(str::to_owned).collect()));
        } else if let Some(list) = line.strip_prefix("looks: ") {
            table.looks.extend(parts(list, "|"));
        } else if let Some(list) = line.strip_prefix("changes: ") {
            table.changes.extend(parts(list, "|"));
        } else if let Some((name, rest)) = line.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            let (ids, never) = rest.split_once(':').unwrap();
            let of = |word: String| groups.iter().find(|(name, _)| *name == word).map(|(_, all)| all.clone()).unwrap_or_default();
            let never = parts(never, " ").into_iter().flat_map(of).collect();
            table.states.push(State { name: name.to_owned(), ids: parts(ids, " "), never, ..State::default() });
        } else if let Some(typed) = line.strip_prefix("> ") {
            table.states.last_mut().unwrap().life.push(typed.to_owned());
        } else if line == "needs a breakup date" {
            table.states.last_mut().unwrap().needs_breakup = true;
        } else if let Some(list) = line.strip_prefix("ends: ") {
            table.states.last_mut().unwrap().ends = parts(list, "|");
        } else {
            let (command, sentence) = line.split_once(" = ").unwrap();
            let sentence = names.iter().fold(sentence.to_owned(), |text, (name, words)| text.replace(name, words));
            table.states.last_mut().unwrap().says.push((command.to_owned(), sentence));
        }
    }
    table
}

impl Table {
    fn lived(&self) -> impl Iterator<Item = &State> {
        self.states.iter().filter(|state| state.name != "of time alone")
    }
}

/// A home in a state; with or without an aim and a breakup date.
fn home(state: &State, aim: bool, breakup: bool) -> Home {
    let is_a = |word: &str| state.life.iter().any(|line| line == word);
    let mut typed = vec!["2026-10-01 start-no-contact", "2026-10-01 notebook issue --on-paper"];
    typed.extend(breakup.then_some("2026-10-01 breakup 2026-09-01"));
    typed.extend(aim.then_some("2026-10-01 aim second-chance"));
    typed.retain(|_| !is_a("fresh"));
    typed.extend(state.life.iter().map(String::as_str).filter(|line| !["damaged", "fresh"].contains(line)));
    let home = lived(&typed);
    if is_a("damaged") {
        home.put(".local/share/reconnect/diary/torn.jsonl", "{\"v\":1,\"id\":\"t\",\"kind\":\"answer\",\"answ\n");
    }
    home
}

/// Without a breakup date the verdict of some states is another one, so only what must not stand is looked for.
fn check_all(aim: bool, breakup: bool) {
    let (table, mut faults) = (table(TABLE), Vec::new());
    for state in table.lived().filter(|state| breakup || !state.needs_breakup) {
        let home = home(state, aim, breakup);
        let changes = table.changes.iter().filter(|_| !aim && breakup);
        for (line, changes) in table.looks.iter().map(|line| (line, false)).chain(changes.map(|line| (line, true))) {
            let text = if changes { said(&home.copy(), line, "My words.\n") } else { said(&home, line, "") };
            // Programs get the whole guide. A screen leaves out what would hurt its reader.
            let is_for_screens = |sentence: &String| line.contains("--json") && table.on_screens.contains(sentence);
            let never = state.never.iter().filter(|sentence| !state.ends.contains(line) && !is_for_screens(sentence));
            let wrong = never.filter(|sentence| text.contains(*sentence));
            faults.extend(wrong.map(|sentence| format!("{}: `{line}` says {sentence:?}", state.name)));
            let musts = state.says.iter().filter(|(command, _)| breakup && !aim && command == line);
            let missing = musts.filter(|(_, sentence)| !text.contains(sentence));
            faults.extend(missing.map(|(_, sentence)| format!("{}: `{line}` doesn't say {sentence:?}: {text}", state.name)));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn with_a_breakup_date_and_no_aim() {
    check_all(false, true);
}

#[test]
fn with_a_breakup_date_and_an_aim() {
    check_all(true, true);
}

#[test]
fn with_an_aim_alone() {
    check_all(true, false);
}

#[test]
fn with_neither() {
    check_all(false, false);
}

#[test]
fn what_is_said_after_a_command() {
    let mut faults = Vec::new();
    for state in table(include_str!("told.txt")).states {
        let home = home(&state, false, true);
        for (line, sentence) in &state.says {
            let copy = home.copy();
            let ran = copy.types(line, "yes\n");
            let text = flat(&(ran.out + " " + &ran.err));
            // What is refused leaves no trace.
            let is_traceless = ran.code == Some(2) && copy.lines() == home.lines() && home.is_empty() == copy.is_empty();
            let is_told = text.contains(sentence) && !state.never.iter().any(|never| text.contains(never));
            let is_told = is_told && (is_traceless || ran.code != Some(2) && !text.contains("error: "));
            faults.extend((!is_told).then(|| format!("{}: `{line}` isn't {sentence:?}, or more: {text}", state.name)));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_id_of_the_library_has_its_state() {
    let table = table(TABLE);
    let known: BTreeSet<&str> = table.states.iter().flat_map(|state| &state.ids).map(String::as_str).collect();
    let ids = [VerdictId::IDS, BoundaryKind::IDS, Protects::IDS, Answer::IDS, Aim::IDS].concat();
    assert_eq!(known, ids.into_iter().collect());
    for state in table.lived() {
        let verdict = home(state, false, true).status("2026-11-23T18:00")["verdict"]["id"].clone();
        assert!(state.ids.iter().any(|id| verdict == id.as_str()), "{} is {verdict}", state.name);
    }
}

/// Or the table would look for what no command says anywhere.
#[test]
fn where_nothing_stands_against_it_getting_in_touch_is_spoken_of() {
    let table = table(TABLE);
    let home = home(&table.states[0], false, true);
    let all: String = table.looks.iter().map(|line| said(&home, line, "")).collect();
    assert!(about_contact().filter(|sentence| all.contains(sentence)).count() > 10);
}

/// The program's own manual has a page for each command, and what must be said belongs to a line that is typed.
#[test]
fn every_command_has_its_line() {
    let table = table(TABLE);
    let home = Home::new().at(None);
    home.does("man pages");
    let pages = fs::read_dir(home.path("pages")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let commands: BTreeSet<String> =
        pages.filter_map(|page| Some(page.strip_prefix("reconnect-")?.strip_suffix(".1")?.to_owned())).collect();
    let typed: Vec<&String> = table.looks.iter().chain(&table.changes).collect();
    let has_line =
        |command: &&String| typed.iter().any(|line| format!("{}-", line.replace(' ', "-")).starts_with(&format!("{command}-")));
    let missing: Vec<_> = commands.iter().filter(|command| !has_line(command)).collect();
    assert!(missing.is_empty() && commands.len() > 30, "without a line: {missing:?}");
    for (command, _) in table.states.iter().flat_map(|state| &state.says) {
        assert!(typed.contains(&command), "`{command}` is never typed");
    }
}
