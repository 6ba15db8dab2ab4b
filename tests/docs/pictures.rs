//! The pictures are what the program prints: drawn again and compared.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::support::have;
use crate::{file, read};

fn draw(folder: &Path) {
    let program = assert_cmd::cargo::cargo_bin!("reconnect");
    let ran = Command::new("python3").arg(file("docs/pictures.py")).arg(program).arg(folder).output().unwrap();
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
    let committed = file("docs/pictures");
    if std::env::var_os("UPDATE_PICTURES").is_some() {
        draw(&committed);
    }
    let fresh = TempDir::new().unwrap();
    draw(fresh.path());
    let is_fresh = pictures(&committed) == pictures(fresh.path());
    assert!(is_fresh, "a picture is stale: UPDATE_PICTURES=1 cargo test --test docs pictures, then look at it");
}

#[test]
fn each_picture_is_shown_has_a_dark_side_and_loads_nothing() {
    let pages = ["README.md", "docs/daily.md", "docs/tour.md"].map(read).concat();
    for (name, svg) in pictures(&file("docs/pictures")) {
        assert!(pages.contains(&format!("pictures/{name})")), "no page shows {name}");
        assert!(svg.contains("prefers-color-scheme: dark") && svg.contains("<title>"), "{name}");
        assert!(!svg.contains('\u{1b}') && !svg.contains("href") && !svg.contains("<script"), "{name}");
    }
}

#[test]
fn the_transcripts_are_what_these_keys_give_in_a_real_terminal() {
    if !have("python3") || !have("tmux") {
        return;
    }
    let page = file("docs/transcripts.md");
    let program = assert_cmd::cargo::cargo_bin!("reconnect");
    let ran = Command::new("python3").arg(file("docs/transcripts.py")).arg(program).arg(&page).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    if std::env::var_os("UPDATE_PAGES").is_some() {
        std::fs::write(&page, &ran.stdout).unwrap();
    }
    let real = String::from_utf8(ran.stdout).unwrap();
    assert!(real == read("docs/transcripts.md"), "once you have read it: UPDATE_PAGES=1 cargo test --test docs\n{real}");
}
