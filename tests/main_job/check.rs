//! `check`, a silent predicate for scripts.

use crate::support::Home;

/// The exit code of a check that has to be silent.
fn check(home: &Home, args: &str) -> i32 {
    let ran = home.types(&format!("check {args}"), "");
    assert_eq!((ran.out.as_str(), ran.err.as_str()), ("", ""), "{args}");
    ran.code.unwrap()
}

#[test]
fn it_is_true_if_everything_that_was_asked_holds() {
    let home = Home::example();
    for (args, code) in [
        ("--active", 0),
        ("--days-at-least 0", 0),
        ("--days-at-least 22", 0),
        ("--days-at-least 23", 1),
        ("--window weeks-to-6-months", 0),
        ("--window days", 1),
        ("--verdict prepare", 0),
        ("--verdict wait", 1),
        ("--boundary", 1),
        ("--active --days-at-least 22 --window weeks-to-6-months --verdict prepare", 0),
        ("--active --days-at-least 22 --window weeks-to-6-months --verdict wait", 1),
        ("--active --boundary", 1),
    ] {
        assert_eq!(check(&home, args), code, "{args}");
    }
    home.does("boundary space");
    assert_eq!(check(&home, "--boundary --verdict respect-boundary"), 0);
    home.does("end-no-contact");
    assert_eq!((check(&home, "--active"), check(&home, "--days-at-least 0")), (1, 1));
}

#[test]
fn what_is_not_known_does_not_hold() {
    let home = Home::new();
    for args in ["--active", "--boundary", "--days-at-least 0", "--window days", "--window years", "--verdict unknown"] {
        assert_eq!(check(&home, args), 1, "{args}");
    }
    assert!(home.is_empty());
    home.does("start-no-contact 2026-11-01");
    assert_eq!((check(&home, "--verdict unknown"), check(&home, "--window weeks-to-6-months")), (0, 1));
    home.does("aim closure");
    assert_eq!(check(&home, "--verdict heal"), 0);
}

#[test]
fn wrong_usage_and_a_broken_config_are_never_false() {
    let home = Home::new();
    home.refuses(&[
        ("check", "required arguments were not provided"),
        ("check --window week", "invalid value 'week'"),
        ("check --days-at-least some", "invalid value 'some'"),
        ("check --days-at-least -1", "unexpected argument '-1'"),
    ]);
    home.write_config("broken");
    home.refuses(&[("check --active", "the config isn't valid TOML")]);
}
