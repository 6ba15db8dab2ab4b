//! Commands of random sequences, and whether what each printed is what `status --json` and the lists say afterwards.
#![allow(dead_code, missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use serde_json::Value;

/// What is typed, by weight. `{day}` is a day of the last weeks, `{time}` a time of one, `{n}` a number that an entry may have. A new
/// command or flag is added here alone.
pub const LINES: &[(u32, &str)] = &[
    (6, "start-no-contact | start-no-contact {day} | start-no-contact {time} | start-no-contact {day} --replace"),
    (3, "start-no-contact {time} --replace | start-no-contact --replace | start-no-contact {day} --breakup {day}"),
    (3, "breakup {day} | breakup {day} --again | breakup {time}"),
    (6, "log-contact me | log-contact me {day} | log-contact me {time} | log-contact me {time} --via=call"),
    (4, "log-contact me {day} --reply | log-contact me {time} --logistics | log-contact me {day} --via=looked"),
    (2, "log-contact me {day} --via=in-person | log-contact me {time} --via=reaction"),
    (3, "log-contact me {day} --keep | log-contact me --keep | log-contact me {time} --restart"),
    (5, "log-contact them | log-contact them {day} | log-contact them {time} | log-contact them {day} --logistics"),
    (4, "log-contact them {day} --space | log-contact them {day} --no | log-contact them --no"),
    (2, "log-contact them {time} --via=in-person | log-contact them {day} --via=reaction"),
    (3, "end-no-contact | end-no-contact {day} | end-no-contact {time}"),
    (5, "boundary space | boundary space --from {day} | boundary space --from {day} --until 2 weeks"),
    (3, "boundary blocked --from {day} | boundary order | boundary order --from {day}"),
    (3, "boundary clear"),
    (4, "answer yes | answer not-now | answer no"),
    (3, "aim closure | aim second-chance"),
    (4, "notebook issue | notebook want | notebook if-then | notebook note | notebook obstacle --emotional"),
    (4, "notebook plan {n} | notebook evidence {n} | notebook done {n} | notebook edit {n} | notebook issue --on-paper"),
    (3, "checkin 1 | checkin 5 | checkin 3 --note -"),
    (2, "urge --resisted | urge --wrote --trigger lonely --strength 4"),
    (2, "letter write --until 2 weeks | letter erase {n}"),
    (1, "hide | hide --until 2 weeks | hide --off"),
];

/// A line with its numbers: how many days ago, at which hour, and which entry.
#[derive(Debug, Clone)]
pub struct Line {
    template: &'static str,
    pick: usize,
    back: u64,
    hour: u64,
    n: u64,
}

pub fn command() -> impl Strategy<Value = Line> {
    let kinds =
        LINES.iter().enumerate().map(|(kind, (weight, lines))| (*weight * lines.split(" | ").count() as u32, Just(kind).boxed()));
    let day = prop_oneof![Just(0_u64), 0..4_u64, 0..40_u64];
    let parts = (proptest::strategy::Union::new_weighted(kinds.collect()), 0..60_usize, day, 0..24_u64, 1..6_u64);
    parts.prop_map(|(kind, pick, back, hour, n)| Line { template: "", pick, back, hour, n }.of_kind(kind))
}

impl Line {
    /// A line of that row, on the same day.
    pub fn of_kind(&self, kind: usize) -> Self {
        let lines: Vec<_> = LINES[kind].1.split(" | ").map(str::trim).collect();
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
    let confirmed = ["answer ", "boundary space", "boundary blocked", "boundary order", "boundary clear"];
    always.iter().any(|start| line.starts_with(start)) || confirms && confirmed.iter().any(|start| line.starts_with(start))
}

/// The list that shows what a line records.
pub fn list_of(line: &str) -> &'static str {
    match line.split(' ').next().unwrap() {
        "notebook" => "notebook list --all --json",
        "checkin" => "checkin --json",
        "letter" => "letter list --json",
        "urge" => "history --urges --json",
        "answer" => "answer --json",
        _ => "history --json",
    }
}

/// The lists that hold everything.
pub const LISTS: [&str; 6] = [
    "status --json",
    "history --json",
    "notebook list --all --json",
    "letter list --json",
    "history --urges --json",
    "boundary --json",
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
            if let Some((_, rest)) = said.split_once("There was a contact after that") {
                assert!(rest.contains(&format!("is running starts {}", long(since))), "{line} {said} {status}");
                let is_it = |contact: &Value| contact["who"] == "me" && contact["on"] == since;
                assert!(all(after, "contacts").any(is_it), "`{line}` invents a contact: {said} {after}");
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
            assert_eq!(counted(after), counted(before) + 1, "{line} {said} {after}");
            if let Some((_, start)) = said.split_once("A new count starts: ") {
                assert!(start.starts_with(&long(since.unwrap())), "{line} {said} {status}");
            }
            if words.contains(&"--no") {
                answered("no");
            }
            if words.contains(&"--space") && !all(status, "boundaries").any(|known| known["kind"] == "space") {
                told("A later entry lifted this, or a second breakup came after it.");
            }
            assert!(!said.contains("A later entry lifted this") || words.contains(&"--space"), "{line} {said}");
        }
        "boundary" if words[1] == "clear" => {
            let theirs = all(status, "boundaries").filter(|known| known["kind"] != "own").count();
            assert!(theirs == 0 || said.contains("Still in force"), "{line} {said} {status}");
        }
        "boundary" => {
            let is_it = |known: &Value| known["kind"] == words[1] && known["from"] == day;
            let is_over = said.contains("isn't an invitation") || said.contains("There was a court order.");
            assert!(is_over || all(status, "boundaries").any(is_it), "{line} {said} {status}");
            told(&long(day));
        }
        "answer" => answered(words[1]),
        "aim" => assert_eq!(status["aim"], words[1], "{line} {said}"),
        "notebook" => noted(&words, typed, &said, before, after),
        "checkin" => {
            assert_eq!(
                (&after["checkin"]["mood"].to_string()[..], &after["checkin"]["on"]),
                (words[1], &status["today"]),
                "{said}"
            );
            told(&format!("{} of 5", words[1]));
        }
        "urge" => assert_eq!(after["total"], before["total"].as_u64().unwrap() + 1, "{line} {said} {after}"),
        "letter" if words[1] == "erase" => {
            let erased = |list: &Value| all(list, "letters").filter(|letter| !letter["erased"].is_null()).count();
            assert!(erased(after) > 0, "{line} {said} {after}");
        }
        "letter" => {
            let until = all(after, "letters").map(|letter| letter["until"].as_str().unwrap()).max().unwrap();
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
