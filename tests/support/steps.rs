//! Commands of random sequences, and whether what each printed is what `status --json` and the lists say afterwards.
#![allow(dead_code, missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use serde_json::Value;

/// The rows of `steps.txt`: a weight, and lines.
pub fn rows() -> Vec<(u32, Vec<&'static str>)> {
    let rows = include_str!("steps.txt").lines().filter_map(|line| line.split_once(": "));
    rows.map(|(weight, lines)| (weight.parse().unwrap(), lines.split(" | ").collect())).collect()
}

/// A line with its numbers: how many days ago, at which hour, and which entry.
#[derive(Clone)]
pub struct Line {
    template: &'static str,
    pick: usize,
    back: u64,
    hour: u64,
    n: u64,
}

impl std::fmt::Debug for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "`{}` ({} days ago, {:02}:30, entry {})", self.template, self.back, self.hour, self.n)
    }
}

pub fn command() -> impl Strategy<Value = Line> {
    let kinds = rows()
        .into_iter()
        .zip(0..)
        .map(|((weight, lines), kind)| (weight * u32::try_from(lines.len()).unwrap(), Just(kind).boxed()));
    let day = prop_oneof![Just(0_u64), 0..4_u64, 0..40_u64];
    let parts = (proptest::strategy::Union::new_weighted(kinds.collect()), 0..60_usize, day, 0..24_u64, 1..6_u64);
    parts.prop_map(|(kind, pick, back, hour, n)| Line { template: "", pick, back, hour, n }.of_kind(kind))
}

impl Line {
    /// A line of that row, on the same day.
    pub fn of_kind(&self, kind: usize) -> Self {
        let lines = &rows()[kind].1;
        Self { template: lines[self.pick % lines.len()], ..self.clone() }
    }

    pub fn filled(&self, today: NaiveDate) -> String {
        let day = today - Days::new(self.back);
        let time = format!("{day}T{:02}:30", self.hour);
        self.template.replace("{day}", &day.to_string()).replace("{time}", &time).replace("{n}", &self.n.to_string())
    }
}

/// What is typed where a line asks for a text, told apart by a number; elsewhere a yes, or Enter.
pub fn input(line: &str, number: usize, confirms: bool) -> String {
    let is_text = line.contains("--note") || ["notebook ", "letter write"].iter().any(|start| line.starts_with(start));
    if is_text { format!("text {number}") } else { String::from(if confirms { "yes" } else { "" }) }
}

/// What is done whatever is known: nothing can stand in its way but a question.
pub fn is_always_done(line: &str, confirms: bool) -> bool {
    let always = ["aim ", "checkin ", "urge ", "notebook issue", "notebook want", "notebook note", "letter write"];
    let confirmed = ["answer yes", "answer not-now", "answer no", "boundary space", "boundary order", "boundary own"];
    always.iter().any(|start| line.starts_with(start)) || confirms && confirmed.contains(&line)
}

/// The list that shows what a line records.
pub fn list_of(line: &str) -> &'static str {
    match line.split(' ').next().unwrap() {
        "notebook" => "notebook list --all --json",
        "letter" => "letter list --json",
        "urge" => "history --urges --json",
        "answer" => "answer --json",
        _ => "history --json",
    }
}

/// The lists that hold everything.
pub const LISTS: [&str; 7] = [
    "status --json",
    "history --json",
    "notebook list --all --json",
    "letter list --json",
    "history --urges --json",
    "boundary --json",
    "history --all --json",
];

/// A list without the time of day. Whether an erased letter's text came back with a sync is no matter of the diary.
pub fn without_clock(list: &str) -> String {
    list.split_once("\"today\"").map_or(list, |(_, rest)| rest).replace("\"files\":1", "\"files\":0")
}

/// A date as people are shown it, with its time.
fn long(date: &str) -> String {
    let day: NaiveDate = date[..10].parse().unwrap();
    let time = date.get(11..16).map_or(String::new(), |time| format!(" {time}"));
    format!("{}{time}", reconnect::date::LongDate(day))
}

/// Said where being in touch began, and something later ended it.
/// Said where an entry of a clock that is ahead stands against what was recorded.
const BESIDE_A_LATER: &str = "It won't count until you take back";
const ENDED_SINCE: &str = "What you recorded for a later time ended it again.";

fn all<'v>(list: &'v Value, name: &str) -> impl Iterator<Item = &'v Value> {
    list[name].as_array().unwrap_or_else(|| panic!("no {name} in {list}")).iter()
}

/// What a command has said is what is known afterwards. `before` and `after` are its list.
pub fn check(line: &str, typed: &str, said: &str, status: &Value, before: &Value, after: &Value) {
    let (words, said) = (line.split(' ').collect::<Vec<_>>(), said.replace('\n', " "));
    let since = status["no_contact"]["since"].as_str();
    let today = status["today"].as_str().unwrap();
    let day = words.iter().find(|word| word.starts_with("20")).copied().unwrap_or(today);
    let told = |sentence: &str| assert!(said.contains(sentence), "`{line}` didn't say `{sentence}` but: {said}\n{status}");
    let (answer, on) = (status["answer"]["answer"].as_str(), status["answer"]["on"].as_str());
    let answered = |word: &str| {
        if (answer, on) != (Some(word), Some(&day[..10])) {
            told(&format!("Their later {}, on {}, still counts.", answer.unwrap().replace('-', " "), long(on.unwrap())));
        }
    };
    match words[0] {
        "start-no-contact" => {
            let since = since.unwrap_or_else(|| panic!("{line} opened nothing: {said}"));
            if let Some((first, rest)) = said.split_once(" after that, so the count that is running starts ") {
                assert!(rest.starts_with(&long(since)), "{line} {said} {status}");
                let mine = || all(after, "contacts").filter(|contact| contact["who"] == "me");
                let times =
                    first.split_once("You got in touch ").map_or(1, |(_, times)| times.split(' ').next().unwrap().parse().unwrap());
                assert!(mine().filter(|contact| contact["ended_run"] == true).count() >= times, "{line} {said} {after}");
                assert!(mine().any(|contact| contact["on"] == since), "`{line}` invents a contact: {said} {after}");
            } else {
                told(&format!("o contact since {}", long(since)));
            }
        }
        "end-no-contact" => {
            assert!(since.is_none(), "{line} {said} {status}");
            told("Closed on ");
        }
        "breakup" => {
            assert_eq!(status["breakup"]["date"], day[..10], "{line} {said}");
            told(&long(&day[..10]));
        }
        "log-contact" => {
            told("Noted: ");
            told(&long(day));
            let is_it = |contact: &Value| contact["who"] == words[1] && contact["on"].as_str().unwrap().starts_with(&day[..10]);
            let counted = |list: &Value| all(list, "contacts").filter(|contact| is_it(contact)).count();
            let asked =
                words.iter().find_map(|word| ["space", "blocked"].into_iter().find(|kind| word.strip_prefix("--") == Some(kind)));
            // A block alone is no contact: nobody wrote.
            assert_eq!(counted(after), counted(before) + usize::from(asked != Some("blocked")), "{line} {said} {after}");
            let is_told = said.contains("Another breakup came after it.") || said.contains(BESIDE_A_LATER);
            let holds =
                all(status, "boundaries").any(|known| Some(known["kind"].as_str().unwrap()) == asked && known["from"] == day);
            assert_eq!(is_told, asked.is_some() && !holds, "{line} {said} {status}");
            if words.contains(&"--in-touch") {
                let is_so = !status["in_touch"].is_null() && status["no_contact"].is_null();
                assert!(is_so || said.contains(ENDED_SINCE), "{line} {said} {status}");
            }
            if let Some((_, start)) = said.split_once("A new count starts: ") {
                assert!(start.starts_with(&long(since.unwrap())), "{line} {said} {status}");
            }
            if words.contains(&"--no") {
                answered("no");
            }
        }
        "boundary" if words[1] == "clear" => {
            let theirs = |known: &&Value| {
                (known["kind"] == "own") == (words.last() == Some(&"own")) && known["from"].as_str() <= Some(today)
            };
            let is_said = ["Still in force", "Nothing", "since "].iter().any(|words| said.contains(words));
            assert!(is_said || all(status, "boundaries").filter(theirs).count() == 0, "{line} {said} {status}");
        }
        "boundary" => {
            // An order that is said again keeps its first day.
            let is_it = |known: &Value| known["kind"] == words[1] && (words[1] == "order" || known["from"] == day);
            let ruled_out = ["isn't an invitation", "There was a court order.", BESIDE_A_LATER];
            let is_over = ruled_out.iter().any(|words| said.contains(words));
            assert!(is_over || all(status, "boundaries").any(is_it), "{line} {said} {status}");
            assert!(words[1] == "order" || said.contains(&long(day)), "{line} {said}");
        }
        "answer" => answered(words[1]),
        "aim" => assert_eq!(status["aim"], words[1], "{line} {said}"),
        "notebook" => noted(&words, typed, &said, before, after),
        "checkin" => {
            let is_it = |checkin: &Value| checkin["mood"] == words[1].parse::<u8>().unwrap() && checkin["on"] == day;
            assert_eq!(all(after, "checkins").filter(|checkin| is_it(checkin)).count(), 1, "{line} {said} {after}");
            told(&format!("{} of 5", words[1]));
        }
        "urge" => assert_eq!(after["total"], before["total"].as_u64().unwrap() + 1, "{line} {said} {after}"),
        "letter" if words[1] == "erase" => {
            let erased = |list: &Value| all(list, "letters").filter(|letter| !letter["erased"].is_null()).count();
            assert!(erased(after) > 0, "{line} {said} {after}");
        }
        "letter" => {
            let is_new = |letter: &&Value| all(before, "letters").all(|known| known["id"] != letter["id"]);
            let until = all(after, "letters").find(is_new).unwrap()["until"].as_str().unwrap();
            assert_eq!(all(after, "letters").count(), all(before, "letters").count() + 1, "{line} {said}");
            told(&format!("sealed until {}", long(until)));
        }
        _ => {}
    }
}

fn noted(words: &[&str], typed: &str, said: &str, before: &Value, after: &Value) {
    let texts = |list: &Value| all(list, "entries").filter(|entry| entry["text"] == typed).count();
    let done = |list: &Value| all(list, "entries").filter(|entry| entry["done"] == true).count();
    match words[1] {
        "done" => assert_eq!(done(after), done(before) + usize::from(!said.contains("already")), "{words:?} {said} {after}"),
        "issue" if words.contains(&"--on-paper") => {
            assert!(all(after, "entries").any(|entry| entry["paper"] == true), "{words:?} {said} {after}");
        }
        _ => assert_eq!((texts(before), texts(after)), (0, 1), "{words:?} {said} {after}"),
    }
}
