//! The library is pure: it has no clock, and stands on chrono and what chrono needs.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::path::Path;
use std::process::Command;

// A shell script, and so not for Windows; what it shows does not depend on the machine.
#[cfg(unix)]
#[test]
fn a_call_of_the_clock_in_the_library_does_not_compile() {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pure.sh");
    // Cargo's own folder for tests: it stays, so that only the first run compiles chrono.
    let build = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pure");
    let ran = Command::new("sh").arg(script).arg(build).env("CARGO", env!("CARGO")).output().unwrap();
    assert!(ran.status.success(), "{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
}

#[test]
fn the_library_names_no_door_to_the_outside() {
    // What does not need chrono's clock but is one all the same, or reads or prints. The program's folder is its own matter.
    const DOORS: [&str; 9] =
        ["std::fs", "std::env", "std::net", "std::process", "std::io", "SystemTime", "Instant", "println!", "eprintln!"];
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = 0;
    for entry in std::fs::read_dir(src).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            files += 1;
            let text = std::fs::read_to_string(&path).unwrap();
            for door in DOORS {
                assert!(!text.contains(door), "{} names {door}", path.display());
            }
        }
    }
    assert!(files >= 10, "the library is somewhere else");
}

#[test]
fn every_test_of_the_program_says_that_it_needs_the_program() {
    // Otherwise `cargo test --no-default-features`, which is how the library is tested alone, does not compile.
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            let support = text.contains("\nmod support;");
            // Alone, or with a system beside it.
            let says = |cfg: &str| text.contains(&format!("\n#![cfg({cfg}"));
            let cli = says("feature = \"cli\")]") || says("all(feature = \"cli\", ");
            assert_eq!(support, cli, "{}: `mod support;` goes with `#![cfg(feature = \"cli\")]`", path.display());
        }
    }
}
