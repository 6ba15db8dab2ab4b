//! Of a long diary only what counts depend on is held, and their words are read again one by one where they matter. What is said
//! may not depend on it: a diary that is small enough to be held whole says the same with a megabyte of urges beside it.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

mod support;

use std::fmt::Write as _;
use std::fs;
use std::io::Read;
use std::process::{Command, Stdio};

use proptest::prelude::*;
use support::Home;

/// An event: its day from 1 January on, its minute if it has a time, and what it was.
type Event = (u64, Option<u32>, usize);

/// The kinds, so that most are contacts. Each is a record's fields; `{id}` is that of an earlier record.
const KINDS: [&str; 14] = [
    r#""kind":"contact","who":"them","via":"text""#,
    r#""kind":"contact","who":"them","via":"call""#,
    r#""kind":"contact","who":"them","via":"in-person""#,
    r#""kind":"contact","who":"them","via":"text","reply":true"#,
    r#""kind":"contact","who":"me","via":"text""#,
    r#""kind":"contact","who":"me","via":"call""#,
    r#""kind":"contact","who":"me","via":"looked""#,
    r#""kind":"contact","who":"me","via":"text","logistics":true"#,
    r#""kind":"issue","paper":true"#,
    r#""kind":"breakup","again":true"#,
    r#""kind":"retract","retracts":"{id}""#,
    r#""kind":"retract","retracts":"{id}""#,
    r#""replaces":"{id}","kind":"contact","who":"them","via":"text""#,
    r#""kind":"contact","who":"them","via":"text","overrule":"restart""#,
];

fn id(number: usize) -> String {
    format!("{number:032x}")
}

fn lines(events: &[Event]) -> Vec<String> {
    let begin = [r#""kind":"breakup""#, r#""kind":"start""#].map(|kind| (0, None, kind.to_owned()));
    let events = events.iter().enumerate().map(|(number, (day, minute, kind))| {
        // Half of the references lead to what is not there.
        let other = id(number.wrapping_mul(7) % (2 * events.len()) + 2);
        (*day, *minute, KINDS[*kind].replace("{id}", &other))
    });
    let first: chrono::NaiveDate = "2026-01-01".parse().unwrap();
    let line = |(number, (day, minute, kind)): (usize, (u64, Option<u32>, String))| {
        let date = first + chrono::Days::new(day);
        let time = |minute| format!("{date}T{:02}:{:02}:00+01:00", minute / 60, minute % 60);
        let on = minute.map_or(date.to_string(), time);
        format!(r#"{{"v":1,"id":"{}","on":"{on}","at":"{}",{kind}}}"#, id(number + 1), time(minute.unwrap_or(720)))
    };
    begin.into_iter().chain(events).enumerate().map(line).collect()
}

fn urges() -> String {
    let mut text = String::new();
    for number in 0..9000 {
        let head = r#""on":"2026-01-02T10:00:00+01:00","at":"2026-01-02T10:00:00+01:00","#;
        let _ = writeln!(text, r#"{{"v":1,"id":"{}",{head}"kind":"urge","outcome":"sat-out"}}"#, id(1_000_000 + number));
    }
    assert!(text.len() > 1 << 20);
    text
}

/// A correction of what is not there: what it says can only be known with all that was passed over, so everything is held. It is
/// a note in itself, which no history shows.
const HOLD_ALL: &str =
    r#"{"v":1,"id":"no such","on":"2026-01-01","at":"2026-01-01T10:00:00+01:00","replaces":"nothing","kind":"note","text":""}"#;

/// A correction of what is not held would have all of them held.
fn kind_without_corrections() -> impl Strategy<Value = usize> {
    prop_oneof![20 => 0_usize..4, 1 => 4_usize..7, 10 => Just(7), 2 => 8_usize..12]
}

/// The history in every form; on the first of the days, part of it lies ahead.
fn histories(home: &mut Home) -> Vec<String> {
    let mut all = Vec::new();
    for day in ["2026-01-20", "2026-06-15"] {
        home.set_now(day);
        let forms: [&[&str]; 4] = [&["--json"], &["--csv"], &[], &["--limit", "3"]];
        all.extend(forms.iter().map(|form| home.ok(&[&["history"], *form].concat())));
    }
    all
}

/// The histories of a diary of these files, read as they are and with all of it held.
fn again_and_held(files: &[Vec<String>], is_long: bool) -> (Vec<String>, Vec<String>) {
    let mut home = Home::new();
    fs::create_dir_all(home.diary()).unwrap();
    for (file, lines) in files.iter().enumerate() {
        fs::write(home.diary().join(format!("{file}.jsonl")), lines.join("\n")).unwrap();
    }
    if is_long {
        fs::write(home.diary().join("urges.jsonl"), urges()).unwrap();
    }
    let again = histories(&mut home);
    fs::write(home.diary().join("correction.jsonl"), HOLD_ALL).unwrap();
    (again, histories(&mut home))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn a_long_diary_says_what_a_small_one_says(
        events in prop::collection::vec((0_u64..300, prop::option::weighted(0.8, 0_u32..1440), 0..KINDS.len()), 4..40).prop_shuffle(),
    ) {
        let home = Home::new();
        fs::create_dir_all(home.diary()).unwrap();
        fs::write(home.diary().join("one.jsonl"), lines(&events).join("\n")).unwrap();
        let looks = ["2026-03-01", "2026-06-15", "2026-11-23"];
        let small: Vec<_> = looks.iter().map(|day| home.status(day)).collect();
        fs::write(home.diary().join("two.jsonl"), urges()).unwrap();
        let long: Vec<_> = looks.iter().map(|day| home.status(day)).collect();
        prop_assert_eq!(small, long);
    }

    #[test]
    fn a_history_read_from_the_ends_of_files_is_the_history_of_all_that_was_held(
        mut events in prop::collection::vec((0_u64..40, prop::option::weighted(0.6, 0_u32..1440), kind_without_corrections()), 4..60),
        is_sorted in prop::bool::weighted(0.8),
        is_long in prop::bool::weighted(0.4),
        late in 0_usize..3,
        is_copied in prop::bool::weighted(0.3),
    ) {
        if is_sorted {
            events.sort();
        }
        // Some are recorded late.
        for _ in 0..late {
            let first = events.remove(0);
            events.push(first);
        }
        let lines = lines(&events);
        let [one, two] = [0, 1].map(|file| lines.iter().skip(file).step_by(2).cloned().collect::<Vec<_>>());
        let mut files = vec![one.clone(), two];
        if is_copied {
            files.push(one);
        }
        let (again, held) = again_and_held(&files, is_long);
        prop_assert_eq!(again, held);
    }
}

#[test]
fn a_reader_who_has_seen_enough_of_a_history_is_no_error() {
    let home = Home::new();
    fs::create_dir_all(home.diary()).unwrap();
    let events: Vec<Event> = (0..3000).map(|number| (number / 20, Some(600), 0)).collect();
    fs::write(home.diary().join("one.jsonl"), lines(&events).join("\n")).unwrap();
    for form in ["--json", "--csv"] {
        let mut history = Command::new(home.command().get_program());
        history.args(["history", form]).env_clear().env("HOME", home.path("")).env("TZ", "Europe/Berlin");
        let mut history = history.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // Far more is to come than fits into a pipe.
        history.stdout.take().unwrap().read_exact(&mut [0; 20]).unwrap();
        let ended = history.wait_with_output().unwrap();
        assert_eq!((ended.status.code(), String::from_utf8(ended.stderr).unwrap()), (Some(0), String::new()), "{form}");
    }
}

#[test]
fn a_word_of_theirs_that_was_recorded_late_is_told_once_where_it_matters() {
    // A message of mine, and theirs of the day after, recorded behind one of the week after.
    let mut events = vec![(3, Some(600), 4), (12, Some(600), 0), (4, Some(600), 0)];
    events.extend((13..20).map(|day| (day, Some(600), 1)));
    let told = lines(&events);
    let (again, held) = again_and_held(&[told], true);
    assert_eq!(again, held);
    assert_eq!(again[1].lines().filter(|line| line.starts_with("contact,")).count(), 10);
}

#[test]
fn their_word_after_a_reach_out_is_heard_in_a_long_diary_and_one_taken_back_is_not() {
    let home = Home::new();
    fs::create_dir_all(home.diary()).unwrap();
    // Two messages of mine in one week; then a word from them, which is taken back in the end.
    let told = lines(&[(3, Some(600), 4), (5, Some(600), 4), (9, Some(600), 0)]);
    let retract = format!(
        r#"{{"v":1,"id":"{}","on":"2026-01-20","at":"2026-01-20T10:00:00+01:00","kind":"retract","retracts":"{}"}}"#,
        id(99),
        id(5)
    );
    fs::write(home.diary().join("two.jsonl"), urges()).unwrap();
    let says = |lines: &[String]| {
        fs::write(home.diary().join("one.jsonl"), lines.join("\n")).unwrap();
        home.status("2026-02-20")["verdict"]["id"].as_str().unwrap().to_owned()
    };
    assert_eq!(says(&told[..4]), "await-answer");
    assert_eq!(says(&told), "actions-not-words");
    assert_eq!(says(&[told, vec![retract]].concat()), "await-answer");
}
