//! Random sequences through the real program: what each command printed is what `status --json` says.

use proptest::prelude::*;
use serde_json::Value;

use super::*;

const FIRST: &str = "2026-10-01";

/// A command with words in place of days: `{3}` is three days ago.
fn command() -> impl Strategy<Value = Vec<String>> {
    let day = || prop_oneof![Just(0_u64), 0..4_u64, 0..30_u64];
    let words =
        |text: &'static str| move |day: u64| text.split(' ').map(|word| word.replace("{}", &format!("{{{day}}}"))).collect();
    let dated = prop::sample::select(vec![
        "start-no-contact {}",
        "start-no-contact {} --replace",
        "start-no-contact {} --breakup {}",
        "breakup {}",
        "breakup {} --again",
        "log-contact me {}",
        "log-contact them {}",
        "log-contact me {} --reply",
        "log-contact them {} --space",
        "log-contact them {} --no",
        "end-no-contact {}",
        "boundary space --from {}",
        "boundary order --from {}",
    ]);
    let plain = prop::sample::select(vec![
        "start-no-contact",
        "log-contact me",
        "end-no-contact",
        "boundary clear",
        "answer yes",
        "answer not-now",
        "aim closure",
        "undo",
        "undo",
    ]);
    prop_oneof![3 => (dated, day()).prop_map(move |(text, day)| words(text)(day)), 2 => plain.prop_map(move |text| words(text)(0))]
}

fn filled(words: &[String], today: chrono::NaiveDate) -> Vec<String> {
    let word = |word: &String| match word.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
        Some(back) => (today - chrono::Days::new(back.parse().unwrap())).to_string(),
        None => word.clone(),
    };
    words.iter().map(word).collect()
}

/// A date as people are shown it.
fn long(date: &str) -> String {
    let date: chrono::NaiveDate = date.get(..10).unwrap().parse().unwrap();
    reconnect::date::LongDate(date).to_string()
}

fn check(args: &[String], said: &str, status: &Value) {
    let since = status["no_contact"]["since"].as_str();
    let day = args.get(if args[0] == "log-contact" { 2 } else { 1 }).filter(|word| word.starts_with("20"));
    match args[0].as_str() {
        "start-no-contact" => {
            let since = long(since.unwrap_or_else(|| panic!("{args:?} opened nothing: {said}")));
            let named = [format!("No contact since {since}"), format!("is running starts {since}")];
            assert!(named.iter().any(|text| said.contains(text)), "{args:?} {said} {status}");
        }
        "end-no-contact" => assert!(since.is_none() && said.contains("Closed on "), "{args:?} {said}"),
        "breakup" => assert_eq!(status["breakup"]["date"].as_str(), day.map(String::as_str), "{said}"),
        "log-contact" => {
            let day = day.map_or(status["today"].as_str().unwrap(), String::as_str);
            assert!(said.contains("Noted: ") && said.contains(&long(day)), "{args:?} {said}");
            if let Some(start) = said.split("A new count starts: ").nth(1) {
                assert!(start.starts_with(&long(since.unwrap())), "{args:?} {said} {status}");
            }
        }
        "boundary" if args[1] == "clear" => assert_eq!(status["boundaries"], serde_json::json!([]), "{said}"),
        "boundary" => {
            let in_force = status["boundaries"].as_array().unwrap();
            assert!(in_force.iter().any(|known| known["kind"] == args[1] && known["from"] == args[3]), "{args:?} {said} {status}");
        }
        "answer" => assert_eq!(status["answer"]["answer"], args[1]),
        "aim" => assert_eq!(status["aim"], args[1]),
        _ => {}
    }
}

fn play(commands: &[Vec<String>]) {
    let home = Home::new();
    let first: chrono::NaiveDate = FIRST.parse().unwrap();
    let mut states: Vec<Value> = Vec::new();
    for (step, words) in commands.iter().enumerate() {
        let today = first + chrono::Days::new(3 * step as u64);
        let args = filled(words, today);
        let now = format!("{today}T18:00:00+01:00");
        let known = || home.status(&now);
        let before = known();
        let borrowed: Vec<&str> = args.iter().map(String::as_str).collect();
        let ran = at(&home, "Europe/Berlin", &now, &borrowed);
        match ran.code {
            Some(0) if args[0] != "undo" => {
                check(&args, &ran.out, &known());
                states.push(before);
                // Undone at once, the state before is there again; undone again, the one after.
                let after = known();
                let undone = at(&home, "Europe/Berlin", &now, &["undo"]);
                if undone.code == Some(0) && after != *states.last().unwrap() {
                    assert_eq!(known(), *states.last().unwrap(), "{args:?} then undo: {}", undone.out);
                    let id = undone.out.split("`reconnect undo ").nth(1).unwrap().split('`').next().unwrap().to_owned();
                    if at(&home, "Europe/Berlin", &now, &["undo", &id]).code == Some(0) {
                        assert_eq!(known(), after, "{args:?}");
                    }
                }
            }
            Some(0) => {}
            Some(2) => {
                assert!(ran.err.contains("error: ") && ran.out.is_empty(), "{args:?} {ran:?}");
                assert_eq!(known(), before, "{args:?} was refused and changed something");
            }
            _ => panic!("{args:?} {ran:?}"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if std::env::var_os("RECONNECT_FULL").is_some() { 400 } else { 8 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_each_command_printed_is_what_the_status_says(commands in prop::collection::vec(command(), 2..14)) {
        play(&commands);
    }
}
