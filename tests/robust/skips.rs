//! A test that skips says so, and fails where CI has to have everything.

use std::process::Command;

use crate::support::have;

#[test]
#[ignore = "run by the test below, in a process of its own"]
fn needs_a_program_that_nobody_has() {
    assert!(!have("a-program-that-nobody-has"));
}

#[test]
fn a_skipped_test_is_seen_and_fails_in_ci() {
    let run = |ci: bool| {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", "skips::needs_a_program_that_nobody_has", "--ignored"]).env_remove("CI");
        let output = if ci { command.env("CI", "true") } else { &mut command }.output().unwrap();
        (output.status.success(), String::from_utf8(output.stderr).unwrap(), String::from_utf8(output.stdout).unwrap())
    };
    let (passed, stderr, _) = run(false);
    assert!(passed);
    assert_eq!(stderr, "skipped skips::needs_a_program_that_nobody_has: `a-program-that-nobody-has` is not installed\n");
    let (passed, _, stdout) = run(true);
    assert!(!passed && stdout.contains("`a-program-that-nobody-has` is not installed, and CI needs it"), "{stdout}");
}
