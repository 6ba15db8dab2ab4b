//! Commands of random sequences, and whether what each printed is what `status --json` says afterwards.
#![allow(dead_code, missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use serde_json::Value;

const DATED: &str = "start-no-contact {} | start-no-contact {} --replace | start-no-contact {} --breakup {} | breakup {} | \
    breakup {} --again | log-contact me {} | log-contact them {} | log-contact me {} --reply | log-contact me {} --keep | \
    log-contact them {} --logistics | log-contact me {} --via=looked | log-contact them {} --space | log-contact them {} --no | \
    end-no-contact {} | boundary space --from {} | boundary blocked --from {} | boundary order --from {}";
const PLAIN: &str = "start-no-contact | start-no-contact --replace | log-contact me | log-contact me | log-contact me --keep | \
    log-contact them | log-contact them --no | end-no-contact | boundary space | boundary order | boundary clear | answer yes | \
    answer not-now | answer no | aim closure | aim second-chance";

/// A command with words in place of days: `{3}` is three days ago.
pub fn command() -> impl Strategy<Value = String> {
    let day = prop_oneof![Just(0_u64), 0..4_u64, 0..40_u64];
    let one_of = |lines: &'static str| prop::sample::select(lines.split(" | ").collect::<Vec<_>>());
    prop_oneof![
        3 => (one_of(DATED), day).prop_map(|(line, day)| line.replace("{}", &format!("{{{day}}}"))),
        2 => one_of(PLAIN).prop_map(str::to_owned),
    ]
}

pub fn filled(line: &str, today: NaiveDate) -> String {
    let word = |word: &str| match word.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
        Some(back) => (today - Days::new(back.parse().unwrap())).to_string(),
        None => word.to_owned(),
    };
    line.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// A date as people are shown it, with its time.
fn long(date: &str) -> String {
    let day: NaiveDate = date[..10].parse().unwrap();
    let time = date.get(11..16).map_or(String::new(), |time| format!(" {time}"));
    format!("{}{time}", reconnect::date::LongDate(day))
}

/// What a command has said is what is known afterwards.
pub fn check(line: &str, said: &str, status: &Value) {
    let (words, said) = (line.split(' ').collect::<Vec<_>>(), said.replace('\n', " "));
    let since = status["no_contact"]["since"].as_str();
    let day = words.iter().find(|word| word.starts_with("20")).copied().unwrap_or(status["today"].as_str().unwrap());
    match words[0] {
        "start-no-contact" => {
            let since = long(since.unwrap_or_else(|| panic!("{line} opened nothing: {said}")));
            let named = [format!("No contact since {since}"), format!("is running starts {since}")];
            assert!(named.iter().any(|text| said.contains(text)), "{line} {said} {status}");
        }
        "end-no-contact" => assert!(since.is_none() && said.contains("Closed on "), "{line} {said}"),
        "breakup" => assert_eq!(status["breakup"]["date"], day, "{said}"),
        "log-contact" => {
            assert!(said.contains("Noted: ") && said.contains(&long(day)), "{line} {said}");
            if let Some(start) = said.split("A new count starts: ").nth(1) {
                assert!(start.starts_with(&long(since.unwrap())), "{line} {said} {status}");
            }
        }
        "boundary" if words[1] == "clear" => assert_eq!(status["boundaries"], serde_json::json!([]), "{said}"),
        "boundary" => {
            let mut in_force = status["boundaries"].as_array().unwrap().iter();
            // An order that is said again keeps its first day.
            let keeps_day = words[1] == "order" && words.len() == 2;
            assert!(
                in_force.any(|known| known["kind"] == words[1] && (keeps_day || known["from"] == day)),
                "{line} {said} {status}"
            );
            assert!(keeps_day || said.contains(&long(day)), "{said}");
        }
        "answer" => assert_eq!(status["answer"]["answer"], words[1]),
        "aim" => assert_eq!(status["aim"], words[1]),
        _ => {}
    }
}
