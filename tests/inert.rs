//! Text of the user's, of another machine's, of a file's name or an argument never steers a terminal, whatever shows it.
#![cfg(all(feature = "cli", unix))]
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

mod support;

use std::fs;

use support::{Home, NOW, Ran};

/// ESC, a title, a bell, C1, bidirectional, zero-width, a carriage return, DEL, a tag character.
const EVIL: &str = "a\u{1b}[31m\u{1b}]0;owned\u{7}\u{9b}2J\u{85}\u{202e}gpj\u{2066}\u{200b}\u{feff}\rb\u{7f}\u{e0041}z";

/// What may not come out raw; a newline may.
fn steering(text: &str) -> Vec<char> {
    let steers = |c: &char| {
        (c.is_control() && *c != '\n')
            || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
                | '\u{e0000}'..='\u{e007f}')
    };
    // A calendar's lines end in both.
    text.replace("\r\n", "\n").chars().filter(steers).collect()
}

fn assert_inert(what: &str, ran: &Ran) {
    assert_eq!((steering(&ran.out), steering(&ran.err)), (Vec::new(), Vec::new()), "{what}: {ran:?}");
}

/// Every command that shows something, in every form.
const SHOWING: &[&[&str]] = &[
    &["status"],
    &["status", "--short"],
    &["status", "--json"],
    &["guide"],
    &["urge", "--resisted"],
    &["history"],
    &["history", "--json"],
    &["history", "--csv"],
    &["history", "--calendar"],
    &["boundary"],
    &["answer"],
    &["breakup"],
    &["notebook", "list", "--all"],
    &["notebook", "list", "--all", "--json"],
    &["notebook", "show", "1"],
    &["notebook", "show", "2"],
    &["letter", "list"],
    &["prompt"],
    &["remind"],
    &["remind", "--json", "--dry-run"],
    &["config", "show"],
    &["config", "check"],
    &["doctor"],
    &["export", "--format", "csv"],
    &["export", "--format", "md"],
    &["export", "--format", "ics"],
    &["export", "--format", "ics", "--plain"],
    &["erase", "--dry-run"],
    &["undo"],
];

fn assert_all_inert(home: &Home) {
    for args in SHOWING {
        assert_inert(&format!("{args:?}"), &home.run(args));
    }
}

fn begun() -> Home {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    home
}

#[test]
fn what_the_user_writes_is_inert_in_every_form() {
    let home = begun();
    assert_eq!(home.run_with_input(&["log-contact", "them", "2026-11-05", "--note", "-"], EVIL).code, Some(0));
    assert_eq!(home.run_with_input(&["notebook", "issue"], EVIL).code, Some(0));
    assert_eq!(home.run_with_input(&["notebook", "plan", "1"], EVIL).code, Some(0));
    assert_eq!(home.run_with_input(&["letter", "write"], EVIL).code, Some(0));
    assert_all_inert(&home);
    assert_inert("letter open", &home.run_with_input(&["letter", "open", "1", "--now"], "yes\ny\n"));
    // Nothing was lost on the way: the diary and JSON hold it as it was typed.
    let list: serde_json::Value = serde_json::from_str(&home.ok(&["notebook", "list", "--json"])).unwrap();
    assert_eq!(list["entries"][0]["text"], EVIL);
}

#[test]
fn lines_of_another_machine_are_inert_wherever_they_are_shown() {
    let home = begun();
    let evil = serde_json::to_string(EVIL).unwrap();
    let other = serde_json::to_string(&format!("\u{1b}{EVIL}")).unwrap();
    let head = format!("\"on\":\"2026-11-10\",\"at\":\"2026-11-10T12:00:00Z\",\"id\":{evil}");
    let lines = [
        format!("{{\"v\":1,{head},\"kind\":\"contact\",\"who\":\"me\",\"via\":\"text\",\"note\":{evil}}}"),
        format!(
            "{{\"v\":1,\"id\":\"i\",\"on\":\"2026-11-11\",\"at\":\"2026-11-10T12:00:00Z\",\"kind\":\"issue\",\"text\":{evil}}}"
        ),
        format!(
            "{{\"v\":1,\"id\":\"j\",\"on\":\"2026-11-11\",\"at\":\"2026-11-10T12:00:00Z\",\"kind\":\"retract\",\"retracts\":{other}}}"
        ),
        format!("{{\"v\":1,\"id\":\"k\",\"on\":\"2026-11-11\",\"at\":\"2026-11-10T12:00:00Z\",\"kind\":{evil}}}"),
        format!("{{\"v\":1,\"id\":\"l\",\"on\":{evil},\"at\":\"2026-11-10T12:00:00Z\",\"kind\":\"end\"}}"),
        format!(
            "{{\"v\":1,\"id\":\"m\",\"on\":\"2026-11-11\",\"at\":\"2026-11-10T12:00:00Z\",\"kind\":\"contact\",\"who\":{evil}}}"
        ),
        format!("{{\"v\":1,\"id\":\"n\",\"on\":\"2026-11-12\",\"at\":\"2026-11-10T12:00:00Z\",\"kind\":\"end\",{evil}:1}}"),
        EVIL.to_owned(),
    ];
    let name = format!("other-{}.jsonl", EVIL.replace('/', "_"));
    fs::write(home.diary().join(name), lines.join("\n")).unwrap();
    assert_all_inert(&home);
    let csv = home.run(&["history", "--csv"]).out;
    assert!(csv.contains("\\u{1b}[31m"), "{csv}");
}

#[test]
fn keys_values_and_dates_of_the_configuration_are_inert() {
    let evil = serde_json::to_string(EVIL).unwrap();
    // TOML knows no \u007f-free form of these but its own escapes, which are JSON's for all that matters here.
    let quoted = evil.replace('\u{7f}', "\\u007F");
    for text in [
        format!("{quoted} = 1\n"),
        format!("breakup = {quoted}\n"),
        format!("[prompt]\nformat = {quoted}\n"),
        format!("[count]\nweek_starts = {quoted}\n"),
        format!("[{quoted}]\na = 1\n"),
        format!("breakup = {EVIL}\n"),
        format!("# {EVIL}\nbreakup = 2026-10-24 {EVIL}\n"),
    ] {
        let home = begun();
        home.write_config(&text);
        assert_all_inert(&home);
    }
}

#[test]
fn arguments_paths_and_the_environment_are_inert() {
    let home = begun();
    for args in [
        &[EVIL][..],
        &["breakup", EVIL],
        &["undo", EVIL],
        &["notebook", "show", EVIL],
        &["status", "--format", EVIL],
        &["import", EVIL],
    ] {
        assert_inert(&format!("{args:?}"), &home.run(args));
    }
    for name in ["TZ", "EDITOR", "LANG", "TERM", "COLUMNS", "NO_COLOR", "RECONNECT_CONFIG_DIR", "XDG_CONFIG_HOME", "PATH"] {
        let home = begun().env(name, EVIL);
        assert_all_inert(&home);
    }
    let state = home.path(&format!("state{}", EVIL.replace('/', "_")));
    let home = begun().env("RECONNECT_STATE_DIR", state.to_str().unwrap());
    assert_all_inert(&home);
    let out = home
        .command()
        .env("RECONNECT_CONFIG_DIR", home.path("a'b; touch owned; '"))
        .args(["--at", NOW, "breakup", "2026-10-20"])
        .output();
    assert!(out.unwrap().status.success());
    fs::set_permissions(home.path("a'b; touch owned; '"), std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let shown = home.command().env("RECONNECT_CONFIG_DIR", home.path("a'b; touch owned; '")).arg("doctor").output().unwrap();
    let shown = String::from_utf8(shown.stdout).unwrap();
    let mend = shown.split("mend it with: ").nth(1).unwrap().lines().next().unwrap();
    assert!(std::process::Command::new("sh").args(["-c", mend]).current_dir(home.path(".")).status().unwrap().success(), "{mend}");
    assert!(!home.path("owned").exists());
    let mode = fs::metadata(home.path("a'b; touch owned; '")).unwrap().permissions();
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&mode) & 0o777, 0o700);
}
