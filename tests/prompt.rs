//! The prompt's segment: cached and not, with and without a run, whatever the configuration and the state file hold.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

mod support;

use std::fs::File;
use std::path::PathBuf;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use support::{Home, NOW};

fn seconds() -> i64 {
    i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()).unwrap()
}

/// A home at the real clock, in which a run began this very day.
fn begun() -> Home {
    let home = Home::new().at(None);
    home.ok(&["start-no-contact"]);
    home
}

fn cache(home: &Home) -> PathBuf {
    home.path(".local/state/reconnect/prompt")
}

fn read_cache(home: &Home) -> String {
    std::fs::read_to_string(cache(home)).unwrap()
}

/// Puts a line into the cache, newer than the configuration.
fn write_cache(home: &Home, line: &str) {
    std::fs::write(cache(home), line).unwrap();
    File::options().write(true).open(cache(home)).unwrap().set_modified(SystemTime::now() + Duration::from_secs(5)).unwrap();
}

#[test]
fn it_is_a_neutral_sign_and_the_runs_days() {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    assert_eq!(home.ok(&["prompt"]), "◷ 22\n");
    home.write_config(
        &(home.read_config() + "[count]\nfirst_day = 1\n[prompt]\nformat = \"d {days} of {longest}, {kept}/{total} 日\"\n"),
    );
    assert_eq!(home.ok(&["prompt"]), "d 23 of 23, 23/23 日\n");
}

#[test]
fn where_nothing_runs_it_prints_nothing_and_makes_nothing() {
    for now in [Some(NOW), None] {
        let home = Home::new().at(now);
        assert_eq!(home.ok(&["prompt"]), "");
        assert_eq!(std::fs::read_dir(home.path("")).unwrap().count(), 0);
    }
    let home = begun();
    home.ok(&["end-no-contact"]);
    assert_eq!(home.ok(&["prompt"]), "");
}

#[test]
fn a_broken_configuration_is_a_question_mark_and_no_error() {
    for now in [Some(NOW), None] {
        let home = Home::new().at(now);
        home.write_config("breakup = x");
        assert_eq!(home.ok(&["prompt"]), "◷ ?\n");
        assert_eq!(home.ok(&["prompt"]), "◷ ?\n", "nor from the cache");
    }
}

#[test]
fn hostile_formats_are_refused_where_they_are_read_so_that_nothing_can_run() {
    for hostile in [
        "$(touch pwned)",
        "`touch pwned`",
        "%F{red}",
        "\\u001b[31m",
        "!!",
        "a\\\\",
        "{days",
        "${days}",
        "\\u202e",
        "\\u0007",
        "'x'",
    ] {
        let home = Home::new();
        home.ok(&["start-no-contact", "2026-11-01"]);
        home.write_config(&(home.read_config() + &format!("[prompt]\nformat = \"{hostile}\"\n")));
        assert_eq!(home.ok(&["prompt"]), "◷ ?\n", "{hostile}");
        assert!(home.fails(&["status"]).starts_with("error: `format` may not hold "), "{hostile}");
    }
}

#[test]
fn the_cache_is_one_line_from_until_segment_and_lasts_ten_minutes_at_most() {
    let home = begun();
    let before = seconds();
    assert_eq!(home.ok(&["prompt"]), "◷ 0\n");
    let line = read_cache(&home);
    let parts: Vec<_> = line.strip_suffix('\n').unwrap().splitn(3, ' ').collect();
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    assert!(digits(parts[0]) && digits(parts[1]), "{line}");
    assert_eq!(parts[2], "◷ 0");
    let (from, until): (i64, i64) = (parts[0].parse().unwrap(), parts[1].parse().unwrap());
    assert!((before - 60..=seconds()).contains(&from), "{line}");
    assert!(from < until && until <= from + 600, "{line}");
}

#[test]
fn it_never_lasts_past_the_days_edge() {
    // A day that begins within the next three minutes: then the cache ends.
    let home = Home::new().at(None).zone("UTC");
    let edge = (seconds() / 60 + 2) * 60;
    home.write_config(&format!("[count]\nday_starts_at = \"{:02}:{:02}\"\n", edge / 3600 % 24, edge / 60 % 60));
    home.ok(&["start-no-contact"]);
    let until: i64 = read_cache(&home).split(' ').nth(1).unwrap().parse().unwrap();
    assert_eq!(until, edge);
}

#[test]
fn a_valid_cache_is_believed_without_a_look_at_the_diary() {
    let home = begun();
    write_cache(&home, &format!("{} {} from the cache\n", seconds() - 10, seconds() + 500));
    assert_eq!(home.ok(&["prompt"]), "from the cache\n");
    write_cache(&home, &format!("{} {} \n", seconds() - 10, seconds() + 500));
    assert_eq!(home.ok(&["prompt"]), "", "nothing is worth knowing too");
}

#[test]
fn what_is_not_valid_in_it_is_computed_anew() {
    let home = begun();
    let (past, now, soon) = (seconds() - 1000, seconds(), seconds() + 500);
    for line in [
        format!("{past} {} over\n", past + 600),
        format!("{} {soon} not yet\n", now + 400),
        format!("{past} {soon} too long\n"),
        format!("a[$(touch${{IFS}}pwned)] {soon} arithmetic\n"),
        format!("{} {soon} \u{1b}[31mred\n", now - 5),
        format!("{} {soon} no newline", now - 5),
        format!("{} {soon}\n", now - 5),
        "\n".to_owned(),
        String::new(),
        "x".repeat(5000) + "\n",
    ] {
        write_cache(&home, &line);
        assert_eq!(home.ok(&["prompt"]), "◷ 0\n", "{line:?}");
        assert!(read_cache(&home).ends_with(" ◷ 0\n"), "it is written anew after {line:?}");
    }
    std::fs::remove_file(cache(&home)).unwrap();
    std::fs::create_dir(cache(&home)).unwrap();
    assert_eq!(home.ok(&["prompt"]), "◷ 0\n", "a cache that cannot be written is done without");
}

#[cfg(unix)]
#[test]
fn a_line_is_written_over_one_of_its_length_and_takes_the_place_of_any_other() {
    use std::os::unix::fs::MetadataExt;
    let home = begun();
    let edited = std::fs::metadata(home.config_file()).unwrap().modified().unwrap();
    for (expired, is_kept) in [("1000000000 1000000600 ◷ 9\n", true), ("1000000000 1000000600 ◷ 10\n", false), ("1 2 x\n", false)]
    {
        write_cache(&home, expired);
        let before = std::fs::metadata(cache(&home)).unwrap().ino();
        assert_eq!(home.ok(&["prompt"]), "◷ 0\n");
        assert!(read_cache(&home).ends_with(" ◷ 0\n"), "{expired}");
        let after = std::fs::metadata(cache(&home)).unwrap();
        assert_eq!(after.ino() == before, is_kept, "{expired}");
        assert_eq!(after.modified().unwrap(), edited, "{expired}");
    }
}

#[test]
fn a_newer_configuration_ends_the_cache() {
    let home = begun();
    write_cache(&home, &format!("{} {} old\n", seconds() - 10, seconds() + 500));
    home.write_config(&(home.read_config() + "[prompt]\nformat = \"new\"\n"));
    let later = SystemTime::now() + Duration::from_mins(1);
    File::options().write(true).open(home.config_file()).unwrap().set_modified(later).unwrap();
    assert_eq!(home.ok(&["prompt"]), "new\n");
}

#[test]
fn another_now_bypasses_the_cache_in_both_directions() {
    let home = begun();
    let line = format!("{} {} from the cache\n", seconds() - 10, seconds() + 500);
    write_cache(&home, &line);
    assert_eq!(home.ok(&["--at", "in 10 days", "prompt"]), "◷ 10\n");
    assert_eq!(read_cache(&home), line);
    assert!(home.fails(&["--at", "sometime", "prompt"]).starts_with("error: `sometime` is no date here"));
}

#[test]
fn every_change_renews_it_for_the_real_now() {
    let home = begun();
    assert!(read_cache(&home).ends_with(" ◷ 0\n"));
    home.ok(&["--at", "yesterday", "start-no-contact", "3 days ago", "--replace"]);
    assert!(read_cache(&home).ends_with(" ◷ 4\n"), "three days before yesterday are four before today");
    home.ok(&["end-no-contact"]);
    assert!(read_cache(&home).ends_with(" \n"), "no segment");
    assert_eq!(home.ok(&["prompt"]), "");
}

#[test]
fn used_wrongly_it_says_so() {
    let home = Home::new();
    assert_eq!(home.fails(&["prompt", "now"]), "error: unexpected argument `now` found\nhint: usage: reconnect prompt [OPTIONS]\n");
}
