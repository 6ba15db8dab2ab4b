//! Everything that the README and the pages under `docs/` show is run, in order, in one fresh home a file. A block is added by
//! writing it; `support/page.rs` says how a page is played.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

#[path = "support/page.rs"]
mod page;
mod support;

use std::path::{Path, PathBuf};

use page::play;
use tempfile::TempDir;

fn pages() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let docs = std::fs::read_dir(root.join("docs")).into_iter().flatten().map(|entry| entry.unwrap().path());
    let mut pages: Vec<_> = docs.filter(|path| path.extension().is_some_and(|extension| extension == "md")).collect();
    pages.push(root.join("README.md"));
    pages
}

#[test]
fn what_the_pages_show_is_what_happens() {
    let mut all = Vec::new();
    for page in pages() {
        let (real, faults) = play(&page);
        if !faults.is_empty() && std::env::var_os("UPDATE_PAGES").is_some() {
            std::fs::write(&page, real).unwrap();
        }
        all.extend(faults);
    }
    assert!(all.is_empty(), "{}\nonce you have read it and it is right: UPDATE_PAGES=1 cargo test --test readme", all.join("\n"));
}

#[test]
fn a_block_that_shows_something_else_is_found() {
    let dir = TempDir::new().unwrap();
    let page = dir.path().join("page.md");
    std::fs::write(&page, "```console\n$ echo one\none\n$ echo two >&2\ntwo\n```\n\n```console\n$ echo three\ntree\n```\n")
        .unwrap();
    let (real, faults) = play(&page);
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(real.ends_with("```console\n$ echo three\nthree\n```\n"), "{real}");
    assert!(faults[0].contains(":9 shows\n$ echo three\ntree\n") && faults[0].contains("$ echo three\nthree\n"), "{faults:?}");
}

#[test]
fn every_link_within_the_project_leads_somewhere() {
    for page in pages() {
        let text = std::fs::read_to_string(&page).unwrap();
        let prose: String = text.split("```").step_by(2).collect();
        for target in prose.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target) {
            if !target.contains("://") && !target.starts_with('#') {
                let path = page.parent().unwrap().join(target.split('#').next().unwrap());
                assert!(path.exists(), "{} links to {target}", page.display());
            }
        }
    }
}

#[test]
fn the_readmes_first_screen_is_real_output() {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let screen: Vec<_> = readme.lines().take(20).collect();
    assert!(screen.contains(&"```console"), "{screen:?}");
}
