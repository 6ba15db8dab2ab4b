//! Whole screens of the status.
#![allow(dead_code, reason = "shared by test files, each using a part")]

use crate::support::{Home, Ran};

/// A home in which one command was run, with something added to its configuration.
pub fn having(command: &[&str], configuration: &str) -> Home {
    let home = Home::new();
    home.ok(command);
    home.write_config(&(home.read_config() + configuration));
    home
}

/// What `reconnect` alone prints at a time and a width; no line of it is wider.
pub fn screen(home: &Home, now: &str, columns: usize) -> String {
    let output = home.command().args(["--at", now]).env("COLUMNS", columns.to_string()).output().unwrap();
    let ran = Ran::from(output);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    for line in ran.out.lines() {
        // Every character of these screens is one column wide.
        assert!(line.chars().count() <= columns, "{} columns: {line}", line.chars().count());
        assert_eq!(line.trim_end(), line, "blanks at the end of a line");
    }
    ran.out
}
