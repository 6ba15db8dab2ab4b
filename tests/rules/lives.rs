//! Whole lives, each somebody's: what happened, and after each turn what the program has to say on which day.

use reconnect::VerdictId;

use crate::turns::READY;
use crate::{live, told};

#[test]
fn each_life_is_told_what_the_guide_and_the_other_person_allow() {
    for life in include_str!("lives.txt").trim().split("\n\n").skip(1) {
        let mut story = Vec::new();
        for line in life.lines().skip(1).filter(|line| !line.starts_with('#')) {
            let (events, days) = line.split_once("= ").unwrap_or((line, ""));
            for event in events.split(", ").map(str::trim).filter(|event| !event.is_empty()) {
                match event {
                    "ready" => story = READY.to_vec(),
                    "anew" => story.clear(),
                    _ => story.push(event),
                }
            }
            for expected in days.split(", ").filter(|day| !day.is_empty()) {
                let words: Vec<&str> = expected.split(' ').collect();
                let id = words[1].parse::<VerdictId>().unwrap();
                let earliest = words.get(2).copied().unwrap_or_default().to_owned();
                assert_eq!(told(&live(&story).0, words[0]), (id, earliest), "{expected}, in: {life}");
            }
        }
    }
}
