//! The pictures of the README are what the program prints: drawn anew and compared.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

mod support;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use support::have;
use tempfile::TempDir;

fn drawn(folder: &Path) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures.py");
    let program = assert_cmd::cargo::cargo_bin!("reconnect");
    let ran = Command::new("python3").arg(script).arg(program).arg(folder).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
}

fn pictures(folder: &Path) -> BTreeMap<String, String> {
    let files = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
    files.map(|file| (file.file_name().into_string().unwrap(), std::fs::read_to_string(file.path()).unwrap())).collect()
}

#[test]
fn the_committed_pictures_are_those_that_the_program_gives() {
    if !have("python3") {
        return;
    }
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures");
    if std::env::var_os("UPDATE_PICTURES").is_some() {
        drawn(&committed);
    }
    let anew = TempDir::new().unwrap();
    drawn(anew.path());
    assert!(pictures(&committed) == pictures(anew.path()), "a picture is stale: UPDATE_PICTURES=1 cargo test --test pictures");
}

#[test]
fn each_picture_is_readable_in_light_and_dark_and_shown_in_the_readme() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = std::fs::read_to_string(root.join("README.md")).unwrap();
    for (name, svg) in pictures(&root.join("docs/pictures")) {
        assert!(readme.contains(&format!("](docs/pictures/{name})")), "the README does not show {name}");
        assert!(svg.contains("prefers-color-scheme: dark") && svg.contains("<text"), "{name}");
        assert!(!svg.contains('\u{1b}') && !svg.contains("http://www.w3.org/1999/xlink"), "{name}");
    }
}
