//! `check`, a silent predicate for scripts: the exit code is all it says.

use crate::support::Home;

#[test]
fn it_is_true_if_everything_that_was_asked_holds_and_what_is_not_known_does_not() {
    let known = Home::example().transcript(
        "check --active
        check --days-at-least 0
        check --days-at-least 22
        check --days-at-least 23
        check --window weeks-to-6-months
        check --window days
        check --verdict prepare
        check --verdict wait
        check --boundary
        check --active --days-at-least 22 --window weeks-to-6-months --verdict prepare
        check --active --days-at-least 22 --window weeks-to-6-months --verdict wait
        check --active --boundary
        boundary space
        check --boundary --verdict respect-boundary
        end-no-contact
        check --active
        check --days-at-least 0",
    );
    insta::assert_snapshot!("check", known);
    let mut fresh = Home::new();
    let unknown = fresh.transcript(
        "check --active
        check --boundary
        check --days-at-least 0
        check --window days
        check --window years
        check --verdict unknown",
    );
    insta::assert_snapshot!("check_unknown", unknown);
    assert!(fresh.is_empty());
    let part = fresh.transcript(
        "start-no-contact 2026-11-01
        check --verdict unknown
        check --window weeks-to-6-months
        aim closure
        check --verdict heal",
    );
    insta::assert_snapshot!("check_part", part);
}

#[test]
fn a_broken_config_is_never_false() {
    let home = Home::new();
    home.write_config("broken");
    home.refuses(&[("check --active", "the config isn't valid TOML")]);
}
